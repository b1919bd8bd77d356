//! Leaves of absence.

use crate::db::{Error, Source, Transaction, insert, record, select};
use crate::staff::model::Leave;
use jiff::Timestamp;
use jiff::civil::Date;
use paddock_api_types::{GuildId, UserId};

const OPEN: &str = select!(
    Leave,
    "WHERE guild_id = ? AND last_day >= ? ORDER BY first_day, user_id"
);
const OF_MEMBER: &str = select!(
    Leave,
    "WHERE guild_id = ? AND user_id = ? AND last_day >= ? ORDER BY first_day"
);
const WITHIN: &str = select!(
    Zoned,
    "WHERE staff_leaves.guild_id = ? AND staff_leaves.last_day >= ? AND staff_leaves.first_day <= ? \
     ORDER BY staff_leaves.user_id, staff_leaves.first_day"
);
const DELETE: &str =
    "DELETE FROM staff_leaves WHERE guild_id = ? AND user_id = ? AND first_day = ?";
const SHORTEN: &str =
    "UPDATE staff_leaves SET last_day = ? WHERE guild_id = ? AND user_id = ? AND first_day = ?";
const FORGET_REASONS: &str = "UPDATE staff_leaves SET reason = NULL \
     WHERE guild_id = ? AND last_day < ? AND reason IS NOT NULL";
const ERASE: &str = "DELETE FROM staff_leaves WHERE guild_id = ? AND user_id = ?";

struct Zoned {
    leave: Leave,
    time_zone: String,
}

record! { Leave from staff_leaves { user_id, first_day, last_day, reason } }
record! { Zoned from staff_leaves { leave: (Leave), time_zone: "staff_members.time_zone" }
    "JOIN staff_members ON staff_members.guild_id = staff_leaves.guild_id \
         AND staff_members.user_id = staff_leaves.user_id"
}

/// Those of everybody that have not ended before a day, in their order.
pub(crate) async fn open<'s>(
    from: impl Source<'s>,
    guild: GuildId,
    day: Date,
) -> Result<Vec<Leave>, Error> {
    from.query(OPEN, (guild, day)).all().await
}

/// Those of a member that have not ended before a day, in their order.
pub(crate) async fn of_member<'s>(
    from: impl Source<'s>,
    guild: GuildId,
    user: UserId,
    day: Date,
) -> Result<Vec<Leave>, Error> {
    from.query(OF_MEMBER, (guild, user, day)).all().await
}

/// Those of everybody that touch these days, each with the member's time zone.
pub(crate) async fn within<'s>(
    from: impl Source<'s>,
    guild: GuildId,
    first: Date,
    last: Date,
) -> Result<Vec<(Leave, String)>, Error> {
    let zoned: Vec<Zoned> = from.query(WITHIN, (guild, first, last)).all().await?;
    let zoned = zoned.into_iter().map(|it| (it.leave, it.time_zone));
    Ok(zoned.collect())
}

pub(crate) async fn insert(
    tx: &mut Transaction,
    guild: GuildId,
    leave: &Leave,
    at: Timestamp,
) -> Result<(), Error> {
    tx.create(insert!(staff_leaves {
        guild_id: guild,
        user_id: leave.user_id,
        first_day: leave.first_day,
        last_day: leave.last_day,
        reason: leave.reason,
        created_at: at,
    }))
    .await
}

pub(crate) async fn delete(
    tx: &mut Transaction,
    guild: GuildId,
    leave: &Leave,
) -> Result<(), Error> {
    let key = (guild, leave.user_id, leave.first_day);
    tx.query(DELETE, key).done().await
}

/// Has a leave end on an earlier day.
pub(crate) async fn shorten(
    tx: &mut Transaction,
    guild: GuildId,
    leave: &Leave,
    last_day: Date,
) -> Result<(), Error> {
    let values = (last_day, guild, leave.user_id, leave.first_day);
    tx.query(SHORTEN, values).done().await
}

/// Deletes the reasons of those that ended before a day. Their days stay, because they excuse from
/// sessions, which are kept.
pub(crate) async fn forget_reasons(
    tx: &mut Transaction,
    guild: GuildId,
    day: Date,
) -> Result<(), Error> {
    let values = (guild, day);
    tx.query(FORGET_REASONS, values).done().await
}

pub(crate) async fn erase(tx: &mut Transaction, guild: GuildId, user: UserId) -> Result<(), Error> {
    tx.query(ERASE, (guild, user)).done().await
}
