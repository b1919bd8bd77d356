//! Accesses that are to be revoked at iRacing. Nothing says whose they were.

use crate::clock::CLOCKS_DIFFER;
use crate::db::{Database, Error, Source as _, Transaction, insert, record, select, update};
use crate::iracing::model::REVOKING;
use crate::iracing::model::keyring::{KeyId, Sealed};
use jiff::Timestamp;

// Sorted by a sum, so that SQLite reads both ranges of the index and not all of it for its order.
const DUE: &str = select!(
    Revocation,
    "WHERE next_at <= ? OR next_at > ? ORDER BY +next_at, revocation_id LIMIT 20"
);
const DELETE: &str = "DELETE FROM iracing_revocations WHERE revocation_id = ?";
const CLAIM: &str = "UPDATE iracing_revocations SET next_at = ? \
     WHERE revocation_id = ? AND next_at = ?";
const SEALED_OTHERWISE: &str = select!(Revocation, "WHERE key_id <> ? LIMIT 100");

/// An access that nobody needs any more.
#[derive(Debug, Clone)]
pub(crate) struct Revocation {
    pub(crate) id: i64,
    pub(crate) access: Sealed,
    pub(crate) access_until: Timestamp,
    pub(crate) refresh: Option<Sealed>,
    pub(crate) key_id: KeyId,
    pub(crate) next_at: Timestamp,
    /// When it will have ended by itself.
    pub(crate) give_up_at: Timestamp,
}

record! { Revocation from iracing_revocations {
    id: revocation_id, access: access_token, access_until, refresh: refresh_token, key_id, next_at,
    give_up_at,
} }

pub(crate) async fn insert(tx: &mut Transaction, it: &Revocation) -> Result<(), Error> {
    let row = insert!(iracing_revocations {
        revocation_id: it.id,
        access_token: it.access,
        access_until: it.access_until,
        refresh_token: it.refresh,
        key_id: it.key_id,
        next_at: it.next_at,
        give_up_at: it.give_up_at,
    });
    tx.create(row).await
}

pub(crate) async fn due(db: &Database, now: Timestamp) -> Result<Vec<Revocation>, Error> {
    // What is due too far ahead was noted by a clock that was wrong.
    let values = (now, now + REVOKING + CLOCKS_DIFFER);
    db.query(DUE, values).all().await
}

/// Has nobody else take it up until then; whether nobody has since it was read.
pub(crate) async fn claim(db: &Database, it: &Revocation, until: Timestamp) -> Result<bool, Error> {
    let values = (until, it.id, it.next_at);
    Ok(db.write(CLAIM, values).execute().await? > 0)
}

/// Keeps renewed or newly sealed tokens.
pub(crate) async fn keep(db: &Database, it: &Revocation) -> Result<(), Error> {
    let kept = update!(
        iracing_revocations {
            access_token: it.access,
            access_until: it.access_until,
            refresh_token: it.refresh,
            key_id: it.key_id,
        },
        key {
            revocation_id: it.id
        }
    );
    db.put(kept).await
}

pub(crate) async fn delete(db: &Database, id: i64) -> Result<(), Error> {
    db.write(DELETE, (id,)).done().await
}

/// Those whose tokens are sealed with another key, some at a time.
pub(crate) async fn sealed_otherwise(db: &Database, key: KeyId) -> Result<Vec<Revocation>, Error> {
    db.query(SEALED_OTHERWISE, (key,)).all().await
}
