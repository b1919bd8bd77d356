//! Statements of members who have not accepted the server's rules yet.
//!
//! A role would let them in without having accepted anything, so none is given until then.

use crate::db::{Error, Sql, Transaction, upsert};
use paddock_api_types::{GuildId, UserId};

const SET: Sql = upsert!(
    "unscreened_members",
    ["guild_id", "user_id"],
    ["reported_at"]
);
const IS_SET: &str = "SELECT user_id FROM unscreened_members WHERE guild_id = ? AND user_id = ?";
const CLEAR: &str = "DELETE FROM unscreened_members WHERE guild_id = ? AND user_id = ?";

/// Remembers that a member has not accepted the rules.
pub(super) async fn set(
    tx: &mut Transaction,
    guild: GuildId,
    user: UserId,
    at: i64,
) -> Result<(), Error> {
    let query = tx.run(SET).bind(guild.get()).bind(user.get()).bind(at);
    query.execute().await?;
    Ok(())
}

/// Whether a member has not accepted the rules, as far as is known.
pub(super) async fn is_set(
    tx: &mut Transaction,
    guild: GuildId,
    user: UserId,
) -> Result<bool, Error> {
    let query = tx.run(IS_SET).bind(guild.get()).bind(user.get());
    let found: Option<(i64,)> = query.fetch_optional().await?;
    Ok(found.is_some())
}

/// Forgets it: the member has accepted, has left, or is erased.
pub(super) async fn clear(tx: &mut Transaction, guild: GuildId, user: UserId) -> Result<(), Error> {
    let query = tx.run(CLEAR).bind(guild.get()).bind(user.get());
    query.execute().await?;
    Ok(())
}
