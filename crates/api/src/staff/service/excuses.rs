//! Leaves of absence as excuses from sessions of attendance.

use crate::attendance::{self, Excuse};
use crate::clock::zone_or_utc;
use crate::db::{Error, Reading, Transaction};
use crate::staff::model::{Leave, Staff};
use crate::staff::store;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use paddock_api_types::GuildId;

/// The leaves of a guild that touch a time, as the time that they last in each member's zone.
pub(crate) async fn excuses(
    reading: &mut Reading<'_>,
    guild: GuildId,
    (from, until): (Timestamp, Timestamp),
) -> Result<Vec<Excuse>, Error> {
    // A day begins and ends up to a day earlier or later somewhere else.
    let day = |at: Timestamp| at.to_zoned(TimeZone::UTC).date();
    let (first, last) = (
        day(from).saturating_sub(1.day()),
        day(until).saturating_add(1.day()),
    );
    let mut excuses = Vec::new();
    for (leave, zone) in store::leaves::within(reading, guild, first, last).await? {
        let (from, until) = leave.time(&zone_or_utc(&zone));
        excuses.push(Excuse {
            user_id: leave.user_id,
            from,
            until,
        });
    }
    Ok(excuses)
}

/// Has attendance follow a leave that the member took, or that is gone, by their zone.
pub(super) async fn leave_changed(
    tx: &mut Transaction,
    staff: &Staff,
    leave: &Leave,
) -> Result<(), Error> {
    let time = leave.time(&staff.zone());
    attendance::service::excuse_changed(tx, staff.guild_id, staff.user_id, time).await
}

/// The same for all leaves of a member, whose zone or place on the roster changes.
pub(super) async fn leaves_changed(tx: &mut Transaction, staff: &Staff) -> Result<(), Error> {
    let (guild, user) = (staff.guild_id, staff.user_id);
    for leave in store::leaves::of_member(&mut *tx, guild, user, Date::MIN).await? {
        leave_changed(tx, staff, &leave).await?;
    }
    Ok(())
}
