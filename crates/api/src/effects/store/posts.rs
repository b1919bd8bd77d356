//! Statements of posts: messages of ours that are found again to be edited.

use crate::db::{Error, Transaction, record, select, upsert};
use paddock_api_types::GuildId;
use paddock_api_types::effects::PostedMessage;

const LOOKUP: &str = select!(PostedMessage, "WHERE guild_id = ? AND post = ?");
const ERASE: &str = "DELETE FROM posts WHERE guild_id = ? AND post = ?";

record! { PostedMessage from posts { channel_id, message_id } }

/// Notes where a post stands, in place of an earlier one of this name.
pub(crate) async fn save(
    tx: &mut Transaction,
    guild: GuildId,
    post: &str,
    message: PostedMessage,
    at: i64,
) -> Result<(), Error> {
    let row = upsert!(
        posts {
            channel_id: message.channel_id,
            message_id: message.message_id,
            posted_at: at
        },
        key {
            guild_id: guild,
            post
        }
    );
    tx.put(row).await
}

/// Where a post stands.
pub(crate) async fn lookup(
    tx: &mut Transaction,
    guild: GuildId,
    post: &str,
) -> Result<Option<PostedMessage>, Error> {
    tx.query(LOOKUP, (guild, post)).optional().await
}

/// Forgets where a post stands.
pub(crate) async fn erase(tx: &mut Transaction, guild: GuildId, post: &str) -> Result<(), Error> {
    tx.query(ERASE, (guild, post)).done().await
}
