//! Statements of kept answers.

use super::IdempotencyKey;
use crate::db::{Database, Error, Source, Transaction, insert};
use paddock_api_types::{GuildId, UserId};

const FIND: &str = "SELECT fingerprint, answer FROM idempotency_keys \
     WHERE guild_id = ? AND user_id = ? AND idempotency_key = ?";
const ERASE: &str = "DELETE FROM idempotency_keys \
     WHERE guild_id = ? AND (user_id = ? OR about_user_id = ?)";
const OLDEST: &str = "SELECT guild_id, user_id, idempotency_key FROM idempotency_keys \
     WHERE created_at < ? ORDER BY created_at LIMIT 500";
const DATE_BACK: &str = "UPDATE idempotency_keys SET created_at = ? WHERE created_at > ?";
const DELETE: &str = "DELETE FROM idempotency_keys \
     WHERE guild_id = ? AND user_id = ? AND idempotency_key = ?";

/// The fingerprint of the first request under a key, and its answer.
pub(super) async fn find(
    db: &Database,
    guild: GuildId,
    user: UserId,
    key: &str,
) -> Result<Option<(String, String)>, Error> {
    db.query(FIND, (guild, user, key)).optional().await
}

/// An answer on its way into the table.
pub(super) struct NewAnswer<'a> {
    pub(super) guild: GuildId,
    pub(super) user: UserId,
    pub(super) key: &'a IdempotencyKey,
    pub(super) answer: String,
    /// Of whom else it speaks.
    pub(super) about: Option<UserId>,
    pub(super) at: i64,
}

pub(super) async fn insert(tx: &mut Transaction, new: NewAnswer<'_>) -> Result<(), Error> {
    let row = insert!(idempotency_keys {
        guild_id: new.guild,
        user_id: new.user,
        idempotency_key: new.key.key,
        fingerprint: new.key.fingerprint,
        answer: new.answer,
        about_user_id: new.about,
        created_at: new.at,
    });
    match tx.put(row).await {
        Err(error) if error.is_duplicate() => Err(Error::Repeated),
        inserted => inserted,
    }
}

/// Deletes the answers that a user was given, and those given to others that speak of them.
pub(super) async fn erase(tx: &mut Transaction, guild: GuildId, user: UserId) -> Result<(), Error> {
    tx.query(ERASE, (guild, user, user)).done().await
}

/// Gives answers that were kept later than `latest`, by a clock that was wrong, the present time: their
/// age cannot be told.
pub(super) async fn date_back(db: &Database, now: i64, latest: i64) -> Result<(), Error> {
    db.write(DATE_BACK, (now, latest)).done().await
}

/// How many of the oldest of all guilds were deleted.
pub(super) async fn purge(db: &Database, before: i64) -> Result<u64, Error> {
    // The key is composite, and neither engine's way of deleting by several columns is the other's.
    let oldest: Vec<(GuildId, UserId, String)> = db.query(OLDEST, (before,)).all().await?;
    db.transact(|mut tx| {
        let oldest = &oldest;
        async move {
            let mut deleted = 0;
            for (guild, user, key) in oldest {
                deleted += tx.query(DELETE, (guild, user, key)).execute().await?;
            }
            tx.commit(deleted).await
        }
    })
    .await
}
