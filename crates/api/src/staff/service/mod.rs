//! Operations on staff.

mod activity;
mod board;
mod due;
mod duty;
mod excuses;
mod files;
mod interactions;
mod leavers;
mod leaves;
mod live;
mod presence;
mod privacy;
mod roster;
mod settings;
mod sign_in;
mod sync;

pub(crate) use activity::{activity, hours};
pub(crate) use board::{boards_have_work, requirements, show_boards};
pub(crate) use due::{expire, settle, settle_has_work};
pub(crate) use duty::{begin_duty, end_duty, hide, show};
pub(crate) use excuses::excuses;
pub(crate) use files::{export, import};
pub(crate) use interactions::interacted;
pub(crate) use leavers::member_changed;
pub(crate) use leaves::{end_leave, take_leave};
pub(crate) use live::watch;
pub(in crate::staff) use live::{counts, latest};
pub(crate) use presence::{report, watched};
pub(crate) use privacy::{erase, export_personal_data};
pub(crate) use roster::{add, has_staff, remove, roster, update};
pub(crate) use settings::{settings, update_settings};
pub(crate) use sign_in::enrol;
pub(crate) use sync::{status, sync};

use self::presence::ended_watches;
use super::model::{Leave, Sight, Staff, StaffError};
use super::store;
use crate::db::{Error, Reading, Source, Transaction};
use crate::guilds;
use crate::operation::Operation;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use paddock_api_types::members::Level;
use paddock_api_types::staff::StaffMember;
use paddock_api_types::{GuildId, UserId};
use std::slice;

/// How well the presences of these people are known at this moment.
async fn sight(reading: &mut Reading<'_>, now: Timestamp, staff: &[Staff]) -> Result<Sight, Error> {
    let heard = guilds::service::last_heartbeat(&mut *reading).await?;
    let watch = guilds::service::watch(&mut *reading).await?;
    // None but right after the bot has come back, until the job has noted what that ended.
    let ended = ended_watches(reading, staff, watch.map(|watch| watch.id)).await?;
    Ok(Sight {
        now,
        watch,
        ended,
        intents: heard.as_ref().and_then(|(heartbeat, _)| heartbeat.intents),
        heard_at: heard.map(|(_, at)| at),
    })
}

/// A member as the roster shows them.
async fn shown(
    reading: &mut Reading<'_>,
    staff: &Staff,
    now: Timestamp,
) -> Result<StaffMember, Error> {
    let sight = sight(reading, now, slice::from_ref(staff)).await?;
    let today = now.to_zoned(staff.zone()).date();
    let (guild, user) = (staff.guild_id, staff.user_id);
    let leaves = store::leaves::of_member(&mut *reading, guild, user, today).await?;
    Ok(staff.shown(&sight, leaves.first()))
}

/// Somebody of the staff.
async fn lookup<'s>(
    from: impl Source<'s>,
    guild: GuildId,
    user: UserId,
) -> Result<Staff, StaffError> {
    let staff = store::members::lookup(from, guild, user).await?;
    staff.ok_or(StaffError::NotFound)
}

/// Somebody of the staff about whom the caller may ask: themselves, or anybody for admins.
async fn own<'s>(from: impl Source<'s>, op: &Operation, user: UserId) -> Result<Staff, StaffError> {
    let staff = lookup(from, op.guild(), user).await?;
    if op.actor.user_id != Some(user) && op.actor.level < Level::Admin {
        return Err(StaffError::AdminsOnly);
    }
    Ok(staff)
}

/// The caller, who must be of the staff.
async fn me(tx: &mut Transaction, op: &Operation) -> Result<Staff, StaffError> {
    let user = op.actor.user_id.ok_or(StaffError::NotFound)?;
    lookup(tx, op.guild(), user).await
}

/// A day that has ended in every time zone, so that whatever ends later may go on in one.
fn long_over(now: Timestamp) -> Date {
    now.to_zoned(TimeZone::UTC).date().saturating_sub(1.day())
}

/// The leave of somebody that goes on, or their next one.
fn next_leave<'a>(leaves: &'a [Leave], staff: &Staff, now: Timestamp) -> Option<&'a Leave> {
    let today = now.to_zoned(staff.zone()).date();
    leaves
        .iter()
        .find(|leave| leave.user_id == staff.user_id && leave.last_day >= today)
}
