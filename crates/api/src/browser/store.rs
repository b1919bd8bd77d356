//! Statements of sessions and sign-ins.

use super::model::{IDLE, LONGEST, SIGN_IN, Session, SignIn};
use crate::clock::CLOCKS_DIFFER;
use crate::db::{Database, Error, Source, Transaction, insert, record, select};
use crate::secret::Hash;
use jiff::Timestamp;
use paddock_api_types::{GuildId, UserId};

const LOOKUP: &str = select!(Session, "WHERE token_hash = ?");
const ALL: &str = select!(
    Session,
    "WHERE guild_id = ? AND user_id = ? ORDER BY created_at, token_hash"
);
const USED: &str = "UPDATE browser_sessions SET used_at = ? WHERE token_hash = ?";
const SWITCH: &str =
    "UPDATE browser_sessions SET guild_id = ? WHERE token_hash = ? AND user_id = ?";
const DELETE: &str = "DELETE FROM browser_sessions WHERE token_hash = ?";
// Of one person, in every guild: they signed in once for all of them.
const DELETE_ALL: &str = "DELETE FROM browser_sessions WHERE user_id = ?";
const ERASE: &str = "DELETE FROM browser_sessions WHERE guild_id = ? AND user_id = ?";
const PURGE: &str = "DELETE FROM browser_sessions WHERE expires_at <= ? OR expires_at > ?";
const PURGE_UNUSED: &str = "DELETE FROM browser_sessions WHERE used_at <= ?";
const SIGN_IN_LOOKUP: &str = select!(SignIn, "WHERE state_hash = ?");
const SIGN_IN_DELETE: &str = "DELETE FROM browser_sign_ins WHERE state_hash = ?";
const SIGN_IN_PURGE: &str = "DELETE FROM browser_sign_ins WHERE expires_at <= ? OR expires_at > ?";

record! { Session from browser_sessions {
    token_hash, guild_id, user_id, created_at, used_at, expires_at,
} }
record! { SignIn from browser_sign_ins {
    state_hash, browser_hash, verifier, return_to, expires_at,
} }

pub(super) async fn insert(tx: &mut Transaction, session: &Session) -> Result<(), Error> {
    let row = insert!(browser_sessions {
        token_hash: session.token_hash,
        guild_id: session.guild_id,
        user_id: session.user_id,
        created_at: session.created_at,
        used_at: session.used_at,
        expires_at: session.expires_at,
    });
    tx.create(row).await
}

pub(super) async fn lookup<'s>(
    from: impl Source<'s>,
    token: Hash,
) -> Result<Option<Session>, Error> {
    from.query(LOOKUP, (token,)).optional().await
}

/// A member's sessions, in the order in which they were begun.
pub(super) async fn all<'s>(
    from: impl Source<'s>,
    guild: GuildId,
    user: UserId,
) -> Result<Vec<Session>, Error> {
    from.query(ALL, (guild, user)).all().await
}

pub(super) async fn used(db: &Database, token: Hash, at: Timestamp) -> Result<(), Error> {
    db.write(USED, (at, token)).done().await
}

/// Whether there is such a session of this person.
pub(super) async fn switch(
    tx: &mut Transaction,
    token: Hash,
    user: UserId,
    guild: GuildId,
) -> Result<bool, Error> {
    Ok(tx.query(SWITCH, (guild, token, user)).execute().await? > 0)
}

/// Whether there was one.
pub(super) async fn delete(db: &Database, token: Hash) -> Result<bool, Error> {
    Ok(db.write(DELETE, (token,)).execute().await? > 0)
}

pub(super) async fn remove(tx: &mut Transaction, token: Hash) -> Result<(), Error> {
    tx.query(DELETE, (token,)).done().await
}

pub(super) async fn delete_all(db: &Database, user: UserId) -> Result<(), Error> {
    db.write(DELETE_ALL, (user,)).done().await
}

pub(super) async fn erase(tx: &mut Transaction, guild: GuildId, user: UserId) -> Result<(), Error> {
    tx.query(ERASE, (guild, user)).done().await
}

/// Deletes sessions that have ended, or that a clock began that was ahead.
pub(super) async fn purge(db: &Database, now: Timestamp) -> Result<(), Error> {
    let latest = now + LONGEST + CLOCKS_DIFFER;
    db.write(PURGE, (now, latest)).done().await?;
    db.write(PURGE_UNUSED, (now - IDLE,)).done().await
}

pub(super) async fn insert_sign_in(db: &Database, sign_in: &SignIn) -> Result<(), Error> {
    let row = insert!(browser_sign_ins {
        state_hash: sign_in.state_hash,
        browser_hash: sign_in.browser_hash,
        verifier: sign_in.verifier,
        return_to: sign_in.return_to,
        expires_at: sign_in.expires_at,
    });
    db.put(row).await
}

/// Takes a sign-in up: of two who come with the same state, one is given it.
pub(super) async fn take_sign_in(db: &Database, state: Hash) -> Result<Option<SignIn>, Error> {
    let found: Option<SignIn> = db.query(SIGN_IN_LOOKUP, (state,)).optional().await?;
    let deleted = db.write(SIGN_IN_DELETE, (state,)).execute().await?;
    Ok(found.filter(|_| deleted > 0))
}

/// Deletes sign-ins that have ended, or that a clock began that was ahead.
pub(super) async fn purge_sign_ins(db: &Database, now: Timestamp) -> Result<(), Error> {
    let latest = now + SIGN_IN + CLOCKS_DIFFER;
    db.write(SIGN_IN_PURGE, (now, latest)).done().await
}
