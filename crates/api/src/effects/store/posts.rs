//! Statements of posts: messages of ours that are found again to be edited.

use crate::db::{Error, Sql, Transaction, stored_id, upsert};
use paddock_api_types::GuildId;
use paddock_api_types::effects::PostedMessage;

const SAVE: Sql = upsert!(
    "posts",
    ["guild_id", "post"],
    ["channel_id", "message_id", "posted_at"]
);
const LOOKUP: &str = "SELECT channel_id, message_id FROM posts WHERE guild_id = ? AND post = ?";
const FORGET: &str = "DELETE FROM posts WHERE guild_id = ? AND post = ?";

/// Notes where a post stands, in place of an earlier one of this name.
pub(crate) async fn save(
    tx: &mut Transaction,
    guild: GuildId,
    post: &str,
    message: PostedMessage,
    at: i64,
) -> Result<(), Error> {
    tx.run(SAVE)
        .bind(guild.get())
        .bind(post)
        .bind(message.channel_id.get())
        .bind(message.message_id.get())
        .bind(at)
        .execute()
        .await?;
    Ok(())
}

/// Where a post stands.
pub(crate) async fn lookup(
    tx: &mut Transaction,
    guild: GuildId,
    post: &str,
) -> Result<Option<PostedMessage>, Error> {
    let query = tx.run(LOOKUP).bind(guild.get()).bind(post);
    let row: Option<(i64, i64)> = query.fetch_optional().await?;
    row.map(|(channel, message)| {
        Ok(PostedMessage {
            channel_id: stored_id("posts.channel_id", channel)?,
            message_id: stored_id("posts.message_id", message)?,
        })
    })
    .transpose()
}

/// Forgets where a post stands.
pub(crate) async fn erase(tx: &mut Transaction, guild: GuildId, post: &str) -> Result<(), Error> {
    let query = tx.run(FORGET).bind(guild.get()).bind(post);
    query.execute().await.map(drop)
}
