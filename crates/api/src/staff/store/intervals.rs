//! Times that have ended.

use crate::db::{Error, Source, Transaction, insert, names, record, select};
use crate::staff::model::times::{Kind, Spent};
use jiff::Timestamp;
use paddock_api_types::{GuildId, UserId};

const OF_MEMBER: &str = select!(
    Spent,
    "WHERE guild_id = ? AND user_id = ? AND ended_at > ? ORDER BY ended_at, interval_id"
);
const OLD: &str = "SELECT COUNT(*) FROM (SELECT 1 AS one FROM staff_intervals \
     WHERE guild_id = ? AND ended_at < ? LIMIT 1) AS some";
const PURGE: &str = "DELETE FROM staff_intervals WHERE interval_id IN (SELECT interval_id FROM \
     (SELECT interval_id FROM staff_intervals WHERE guild_id = ? AND ended_at < ? \
     ORDER BY ended_at LIMIT 500) AS old) AND guild_id = ?";
const ERASE: &str = "DELETE FROM staff_intervals WHERE guild_id = ? AND user_id = ?";

names!(Kind);
record! { Spent from staff_intervals { kind, from: started_at, until: ended_at } }

/// Those of a member that ended after a time.
pub(crate) async fn of_member<'s>(
    from: impl Source<'s>,
    guild: GuildId,
    user: UserId,
    after: Timestamp,
) -> Result<Vec<Spent>, Error> {
    from.query(OF_MEMBER, (guild, user, after)).all().await
}

pub(crate) async fn insert(
    tx: &mut Transaction,
    guild: GuildId,
    user: UserId,
    id: i64,
    spent: &Spent,
) -> Result<(), Error> {
    tx.create(insert!(staff_intervals {
        guild_id: guild,
        user_id: user,
        interval_id: id,
        kind: spent.kind,
        started_at: spent.from,
        ended_at: spent.until,
    }))
    .await
}

/// Whether a guild has any that ended before a time.
pub(crate) async fn any_before<'s>(
    from: impl Source<'s>,
    guild: GuildId,
    before: Timestamp,
) -> Result<bool, Error> {
    let count: i64 = from.query(OLD, (guild, before)).scalar().await?;
    Ok(count > 0)
}

/// How many of the oldest were deleted.
pub(crate) async fn purge(
    tx: &mut Transaction,
    guild: GuildId,
    before: Timestamp,
) -> Result<u64, Error> {
    tx.query(PURGE, (guild, before, guild)).execute().await
}

pub(crate) async fn erase(tx: &mut Transaction, guild: GuildId, user: UserId) -> Result<(), Error> {
    tx.query(ERASE, (guild, user)).done().await
}
