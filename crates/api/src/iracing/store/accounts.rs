//! Connected accounts and their tokens.

use crate::clock::CLOCKS_DIFFER;
use crate::db::{
    Column, Database, Encode, Error, Source, Transaction, Value, changed, insert, record, select,
    update,
};
use crate::iracing::model::keyring::{KeyId, Sealed};
use crate::iracing::model::{Account, AccountKey, LONGEST, REFRESHING, Tokens};
use jiff::Timestamp;

const LOOKUP: &str = select!(Account, "WHERE guild_id = ? AND user_id = ?");
const TOKENS: &str = select!(Tokens, "WHERE guild_id = ? AND user_id = ?");
// Sorted by a sum, so that SQLite reads both ranges of the index and not all of it for its order.
const DUE: &str = select!(
    Account,
    "WHERE next_sync_at <= ? OR next_sync_at > ? ORDER BY +next_sync_at, guild_id, user_id LIMIT ?"
);
const CLAIM: &str = "UPDATE iracing_accounts SET next_sync_at = ? \
     WHERE guild_id = ? AND user_id = ? AND next_sync_at = ?";
const DELETE: &str = "DELETE FROM iracing_accounts WHERE guild_id = ? AND user_id = ?";
const LEASE: &str = "UPDATE iracing_accounts SET refreshing_until = ?, version = version + 1 \
     WHERE guild_id = ? AND user_id = ? AND version = ? \
     AND (refreshing_until IS NULL OR refreshing_until <= ? OR refreshing_until > ?)";
const SEALED_OTHERWISE: &str = select!(
    AccountKey,
    "WHERE key_id <> ? AND access_token IS NOT NULL ORDER BY guild_id, user_id LIMIT 100"
);
// Whoever renews the tokens has the next ones, and must find what they leased.
const RESEAL: &str = "UPDATE iracing_accounts \
     SET access_token = ?, refresh_token = ?, key_id = ?, version = version + 1 \
     WHERE guild_id = ? AND user_id = ? AND version = ? \
     AND (refreshing_until IS NULL OR refreshing_until <= ?)";

record! { Account from iracing_accounts {
    guild_id, user_id, cust_id, display_name, connected_at, ended_at, refresh_until, known_until,
    last_synced_at, last_raced_at, next_sync_at, failures,
} }
record! { Tokens from iracing_accounts {
    cust_id, access: access_token, access_until, refresh: refresh_token, refresh_until, key_id,
    refreshing_until, version,
} }
record! { AccountKey from iracing_accounts { guild: guild_id, user: user_id } }

impl Encode for Sealed {
    fn encode(&self) -> Value<'_> {
        self.0.encode()
    }
}

impl Column for Sealed {
    type Raw = String;

    fn decode(raw: String) -> Result<Self, String> {
        Ok(Self(raw))
    }
}

impl Encode for KeyId {
    fn encode(&self) -> Value<'_> {
        Value::Integer(i64::from(self.0))
    }
}

impl Column for KeyId {
    type Raw = i64;

    fn decode(raw: i64) -> Result<Self, String> {
        u32::try_from(raw).map(Self).map_err(|_| raw.to_string())
    }
}

/// Fresh tokens, sealed.
#[derive(Debug, Clone)]
pub(crate) struct NewTokens {
    pub(crate) access: Sealed,
    pub(crate) access_until: Timestamp,
    pub(crate) refresh: Option<Sealed>,
    pub(crate) refresh_until: Option<Timestamp>,
    pub(crate) key_id: KeyId,
}

pub(crate) async fn lookup<'s>(
    from: impl Source<'s>,
    of: AccountKey,
) -> Result<Option<Account>, Error> {
    from.query(LOOKUP, (of.guild, of.user)).optional().await
}

pub(crate) async fn tokens<'s>(
    from: impl Source<'s>,
    of: AccountKey,
) -> Result<Option<Tokens>, Error> {
    from.query(TOKENS, (of.guild, of.user)).optional().await
}

/// Connects an account in the place of the one whose tokens were read before.
pub(crate) async fn connect(
    tx: &mut Transaction,
    before: Option<&Tokens>,
    account: &Account,
    new: &NewTokens,
) -> Result<(), Error> {
    if before.is_some() {
        let of = (account.guild_id, account.user_id);
        changed(tx.query(DELETE, of).execute().await?)?;
    }
    let version = before.map_or(0, |before| before.version + 1);
    let row = insert!(iracing_accounts {
        guild_id: account.guild_id,
        user_id: account.user_id,
        cust_id: account.cust_id,
        display_name: account.display_name,
        connected_at: account.connected_at,
        access_token: new.access,
        access_until: new.access_until,
        refresh_token: new.refresh,
        refresh_until: new.refresh_until,
        key_id: new.key_id,
        known_until: account.known_until,
        last_synced_at: account.last_synced_at,
        last_raced_at: account.last_raced_at,
        next_sync_at: account.next_sync_at,
        failures: account.failures,
        version,
    });
    tx.create(row).await
}

/// Has nobody else renew the tokens for a while, unless somebody does already or has since they were
/// read. A lease that ends too far ahead was taken by a clock that was wrong.
pub(crate) async fn lease(
    db: &Database,
    of: AccountKey,
    version: i64,
    now: Timestamp,
) -> Result<bool, Error> {
    let (until, latest) = (now + REFRESHING, now + REFRESHING + CLOCKS_DIFFER);
    let values = (until, of.guild, of.user, version, now, latest);
    Ok(db.write(LEASE, values).execute().await? > 0)
}

/// Keeps renewed tokens and ends the lease; whether they were still those that were leased.
pub(crate) async fn renewed(
    db: &Database,
    of: AccountKey,
    version: i64,
    new: &NewTokens,
) -> Result<bool, Error> {
    let kept = update!(
        iracing_accounts {
            access_token: new.access,
            access_until: new.access_until,
            refresh_token: new.refresh,
            refresh_until: new.refresh_until,
            key_id: new.key_id,
            refreshing_until: None::<Timestamp>,
        },
        at version,
        key { guild_id: of.guild, user_id: of.user }
    );
    Ok(db.apply(kept).await? > 0)
}

/// Ends a lease without new tokens.
pub(crate) async fn give_back(db: &Database, of: AccountKey, version: i64) -> Result<(), Error> {
    let given_back = update!(
        iracing_accounts { refreshing_until: None::<Timestamp> },
        at version,
        key { guild_id: of.guild, user_id: of.user }
    );
    db.put(given_back).await
}

/// Forgets the tokens of a connection that iRacing ended; fails with `Conflict` if others came.
pub(crate) async fn end(
    tx: &mut Transaction,
    of: AccountKey,
    version: i64,
    at: Timestamp,
) -> Result<(), Error> {
    let ended = update!(
        iracing_accounts {
            ended_at: at,
            access_token: None::<Sealed>,
            refresh_token: None::<Sealed>,
            refreshing_until: None::<Timestamp>,
            next_sync_at: None::<Timestamp>,
        },
        at version,
        key { guild_id: of.guild, user_id: of.user }
    );
    changed(tx.apply(ended).await?)
}

/// Whether it was there.
pub(crate) async fn delete(tx: &mut Transaction, of: AccountKey) -> Result<bool, Error> {
    Ok(tx.query(DELETE, (of.guild, of.user)).execute().await? > 0)
}

/// Accounts whose sessions are to be read, those that have waited longest first. What is due too far
/// ahead was noted by a clock that was wrong.
pub(crate) async fn due(db: &Database, at: Timestamp, limit: u32) -> Result<Vec<Account>, Error> {
    let values = (at, at + LONGEST + CLOCKS_DIFFER, limit);
    db.query(DUE, values).all().await
}

/// Has nobody else sync an account until then, unless somebody does or has since it was read.
pub(crate) async fn claim(
    db: &Database,
    account: &Account,
    until: Timestamp,
) -> Result<bool, Error> {
    let values = (
        until,
        account.guild_id,
        account.user_id,
        account.next_sync_at,
    );
    Ok(db.write(CLAIM, values).execute().await? > 0)
}

/// How a sync went.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Progress {
    pub(crate) known_until: Option<Timestamp>,
    pub(crate) last_synced_at: Option<Timestamp>,
    pub(crate) last_raced_at: Option<Timestamp>,
    pub(crate) next_sync_at: Timestamp,
    pub(crate) failures: u32,
}

/// Notes how a sync that was claimed until then went, unless another one has begun since.
pub(crate) async fn synced(
    db: &Database,
    of: AccountKey,
    claimed_until: Timestamp,
    it: Progress,
) -> Result<(), Error> {
    let noted = update!(
        iracing_accounts {
            known_until: it.known_until,
            last_synced_at: it.last_synced_at,
            last_raced_at: it.last_raced_at,
            next_sync_at: it.next_sync_at,
            failures: it.failures,
        },
        key {
            guild_id: of.guild,
            user_id: of.user,
            next_sync_at: claimed_until
        }
    );
    db.put(noted).await
}

/// Accounts whose tokens are sealed with another key, some at a time.
pub(crate) async fn sealed_otherwise(db: &Database, key: KeyId) -> Result<Vec<AccountKey>, Error> {
    db.query(SEALED_OTHERWISE, (key,)).all().await
}

/// Keeps the same tokens sealed with another key, unless somebody renews them or has since.
pub(crate) async fn resealed(
    db: &Database,
    of: AccountKey,
    before: &Tokens,
    again: &NewTokens,
    now: Timestamp,
) -> Result<bool, Error> {
    let values = (
        &again.access,
        &again.refresh,
        again.key_id,
        of.guild,
        of.user,
        before.version,
        now,
    );
    Ok(db.write(RESEAL, values).execute().await? > 0)
}
