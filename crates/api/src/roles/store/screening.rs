//! Statements of members who have not accepted the server's rules yet.
//!
//! A role would let them in without having accepted anything, so none is given until then.

use crate::db::{Error, Transaction, upsert};
use paddock_api_types::{GuildId, UserId};

const IS_SET: &str = "SELECT user_id FROM unscreened_members WHERE guild_id = ? AND user_id = ?";
const CLEAR: &str = "DELETE FROM unscreened_members WHERE guild_id = ? AND user_id = ?";

/// Remembers that a member has not accepted the rules.
pub(crate) async fn set(
    tx: &mut Transaction,
    guild: GuildId,
    user: UserId,
    at: i64,
) -> Result<(), Error> {
    let row = upsert!(
        unscreened_members { reported_at: at },
        key {
            guild_id: guild,
            user_id: user
        }
    );
    tx.put(row).await
}

/// Whether a member has not accepted the rules, as far as is known.
pub(crate) async fn is_set(
    tx: &mut Transaction,
    guild: GuildId,
    user: UserId,
) -> Result<bool, Error> {
    let found: Option<UserId> = tx.query(IS_SET, (guild, user)).optional_scalar().await?;
    Ok(found.is_some())
}

/// Forgets it: the member has accepted, has left, or is erased.
pub(crate) async fn clear(tx: &mut Transaction, guild: GuildId, user: UserId) -> Result<(), Error> {
    tx.query(CLEAR, (guild, user)).done().await
}
