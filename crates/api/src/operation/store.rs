//! Statements of kept answers.

use super::IdempotencyKey;
use crate::db::{Database, Error, Transaction};
use paddock_api_types::{GuildId, UserId};

const FIND: &str = "SELECT fingerprint, answer FROM idempotency_keys \
     WHERE guild_id = ? AND user_id = ? AND idempotency_key = ?";
const INSERT: &str = "INSERT INTO idempotency_keys \
     (guild_id, user_id, idempotency_key, fingerprint, answer, about_user_id, created_at) \
     VALUES (?, ?, ?, ?, ?, ?, ?)";
const ERASE: &str = "DELETE FROM idempotency_keys \
     WHERE guild_id = ? AND (user_id = ? OR about_user_id = ?)";
const OLDEST: &str = "SELECT guild_id, user_id, idempotency_key FROM idempotency_keys \
     WHERE created_at < ? ORDER BY created_at LIMIT 500";
const DELETE: &str = "DELETE FROM idempotency_keys \
     WHERE guild_id = ? AND user_id = ? AND idempotency_key = ?";

/// The fingerprint of the first request under a key, and its answer.
pub(super) async fn find(
    db: &Database,
    guild: GuildId,
    user: UserId,
    key: &str,
) -> Result<Option<(String, String)>, Error> {
    db.read(FIND)
        .bind(guild.get())
        .bind(user.get())
        .bind(key)
        .fetch_optional()
        .await
}

/// An answer on its way into the table.
pub(super) struct NewAnswer<'a> {
    pub(super) guild: GuildId,
    pub(super) user: UserId,
    pub(super) key: &'a IdempotencyKey,
    pub(super) answer: &'a str,
    /// Of whom else it speaks.
    pub(super) about: Option<UserId>,
    pub(super) at: i64,
}

pub(super) async fn insert(tx: &mut Transaction, new: NewAnswer<'_>) -> Result<(), Error> {
    tx.run(INSERT)
        .bind(new.guild.get())
        .bind(new.user.get())
        .bind(&new.key.key)
        .bind(&new.key.fingerprint)
        .bind(new.answer)
        .bind(new.about.map(UserId::get))
        .bind(new.at)
        .execute()
        .await
        .map_err(|error| {
            if error.is_duplicate() {
                Error::Repeated
            } else {
                error
            }
        })?;
    Ok(())
}

/// Deletes the answers that a user was given, and those given to others that speak of them.
pub(super) async fn erase(tx: &mut Transaction, guild: GuildId, user: UserId) -> Result<(), Error> {
    tx.run(ERASE)
        .bind(guild.get())
        .bind(user.get())
        .bind(user.get())
        .execute()
        .await?;
    Ok(())
}

/// How many of the oldest were deleted.
pub(super) async fn purge(db: &Database, before: i64) -> Result<u64, Error> {
    // The key is composite, and neither engine's way of deleting by several columns is the other's.
    let oldest: Vec<(i64, i64, String)> = db.read(OLDEST).bind(before).fetch_all().await?;
    db.transact(|mut tx| {
        let oldest = &oldest;
        async move {
            let mut deleted = 0;
            for (guild, user, key) in oldest {
                deleted += tx
                    .run(DELETE)
                    .bind(*guild)
                    .bind(*user)
                    .bind(key)
                    .execute()
                    .await?;
            }
            tx.commit(deleted).await
        }
    })
    .await
}
