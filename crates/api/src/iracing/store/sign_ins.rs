//! Sign-ins that are under way, and invitations to one.

use crate::clock::CLOCKS_DIFFER;
use crate::db::{Database, Error, Record, Row, Source, Transaction, insert};
use crate::iracing::model::{AccountKey, SIGN_IN};
use crate::secret::Hash;
use jiff::Timestamp;
use paddock_api_types::{GuildId, UserId};

const FIND: &str = "SELECT guild_id, user_id, verifier FROM iracing_sign_ins \
     WHERE token_hash = ? AND expires_at > ? AND expires_at <= ?";
const DELETE: &str = "DELETE FROM iracing_sign_ins WHERE token_hash = ?";
const COUNT: &str = "SELECT COUNT(*) FROM iracing_sign_ins WHERE guild_id = ? AND user_id = ?";
const FORGET: &str = "DELETE FROM iracing_sign_ins WHERE guild_id = ? AND user_id = ?";
const PURGE: &str = "DELETE FROM iracing_sign_ins WHERE expires_at <= ? OR expires_at > ?";

/// A sign-in of a member; an invitation has no verifier yet.
pub(crate) struct SignIn {
    pub(crate) of: AccountKey,
    pub(crate) verifier: Option<String>,
}

impl Record for SignIn {
    fn read(row: &mut Row<'_>) -> Result<Self, Error> {
        let guild: GuildId = row.column(None)?;
        let user: UserId = row.column(None)?;
        let of = AccountKey { guild, user };
        let verifier = row.column(None)?;
        Ok(Self { of, verifier })
    }
}

pub(crate) async fn insert(
    tx: &mut Transaction,
    token_hash: Hash,
    it: &SignIn,
    expires_at: Timestamp,
) -> Result<(), Error> {
    let row = insert!(iracing_sign_ins {
        token_hash,
        guild_id: it.of.guild,
        user_id: it.of.user,
        verifier: it.verifier,
        expires_at,
    });
    tx.create(row).await
}

/// One that has not ended.
pub(crate) async fn find<'s>(
    from: impl Source<'s>,
    token_hash: Hash,
    now: Timestamp,
) -> Result<Option<SignIn>, Error> {
    let values = (token_hash, now, latest(now));
    from.query(FIND, values).optional().await
}

/// Whether it was there: of several who use it at once, one does.
pub(crate) async fn delete(tx: &mut Transaction, token_hash: Hash) -> Result<bool, Error> {
    Ok(tx.query(DELETE, (token_hash,)).execute().await? > 0)
}

pub(crate) async fn count(tx: &mut Transaction, of: AccountKey) -> Result<i64, Error> {
    tx.query(COUNT, (of.guild, of.user)).scalar().await
}

pub(crate) async fn forget(tx: &mut Transaction, of: AccountKey) -> Result<(), Error> {
    tx.query(FORGET, (of.guild, of.user)).done().await
}

/// Deletes those that ended.
pub(crate) async fn purge(db: &Database, now: Timestamp) -> Result<(), Error> {
    let values = (now, latest(now));
    db.write(PURGE, values).done().await
}

/// When one that begins now can end. What ends later was begun by a clock that was wrong.
fn latest(now: Timestamp) -> Timestamp {
    now + SIGN_IN + CLOCKS_DIFFER
}
