//! Who was there when.

use super::{own, sight};
use crate::csv::{cell, line};
use crate::db::{Database, Error, Reading};
use crate::operation::Operation;
use crate::staff::model::times::{self, Times};
use crate::staff::model::{Sight, Staff, StaffError};
use crate::staff::store;
use futures_util::{Stream, stream};
use jiff::{SignedDuration, Timestamp};
use paddock_api_types::staff::{ListStaffHoursQuery, StaffActivity, StaffActivityQuery, StaffWeek};
use paddock_api_types::{StaffDays, StaffWeeks, UserId};
use std::borrow::Cow;
use std::slice;

/// When somebody was there, day by day.
pub(crate) async fn activity(
    op: &Operation,
    user: UserId,
    query: &StaffActivityQuery,
) -> Result<StaffActivity, StaffError> {
    let db = &op.ctx.db;
    let staff = own(db, op, user).await?;
    let sight = sight(&mut Reading::Now(db), op.at, slice::from_ref(&staff)).await?;
    let count = query.days.map_or(28, StaffDays::get);
    let times = read(db, &staff, &sight, count).await?;
    let days = times.days(count);
    let member = super::shown(&mut Reading::Now(db), &staff, op.at).await?;
    Ok(StaffActivity {
        current: member.discord_status,
        since: member.discord_status_updated,
        member,
        total: times::total(&days),
        weeks: times::weeks(&days),
        days,
    })
}

/// What the times of somebody are counted from, for so many days.
async fn read(db: &Database, staff: &Staff, sight: &Sight, days: u16) -> Result<Times, Error> {
    let (guild, user, now) = (staff.guild_id, staff.user_id, sight.now);
    // A day more, as theirs begin at another time than ours.
    let after = earlier(now, i64::from(days) + 1);
    let spent = store::intervals::of_member(db, guild, user, after).await?;
    let day = after.to_zoned(staff.zone()).date();
    let leaves = store::leaves::of_member(db, guild, user, day).await?;
    Ok(Times::new(
        staff,
        now,
        staff.known_until(sight),
        &spent,
        &leaves,
    ))
}

fn earlier(now: Timestamp, days: i64) -> Timestamp {
    now.saturating_sub(SignedDuration::from_hours(24 * days))
        .unwrap_or(Timestamp::MIN)
}

/// Hours of everybody week by week, the latest week of each first.
pub(crate) fn hours(
    op: Operation,
    query: &ListStaffHoursQuery,
) -> impl Stream<Item = Result<String, Error>> + use<> {
    let weeks = query.weeks.map_or(8, StaffWeeks::get);
    let columns = [
        "user_id",
        "display_name",
        "week",
        "online_hours",
        "idle_hours",
        "dnd_hours",
        "offline_hours",
        "unknown_hours",
        "duty_hours",
        "away_hours",
    ];
    let header = line(columns.map(Cow::Borrowed));
    stream::once(async move {
        let db = &op.ctx.db;
        let roster = store::members::roster(db, op.guild()).await?;
        let sight = sight(&mut Reading::Now(db), op.at, &roster).await?;
        let mut text = header;
        for staff in roster {
            let days = weeks * 7;
            let times = read(db, &staff, &sight, days).await?;
            let days = times.days(days);
            for week in times::weeks(&days).iter().take(weeks.into()) {
                text.push_str(&row(&staff, week));
            }
        }
        Ok(text)
    })
}

fn row(staff: &Staff, week: &StaffWeek) -> String {
    let time = &week.time;
    let mut cells = vec![
        staff.user_id.to_string().into(),
        cell(&staff.name()).into_owned().into(),
        week.monday.to_string().into(),
    ];
    let spent = [
        time.online_seconds,
        time.idle_seconds,
        time.dnd_seconds,
        time.offline_seconds,
        time.unknown_seconds,
        time.duty_seconds,
        time.away_seconds,
    ];
    cells.extend(spent.map(|seconds| Cow::Owned(in_hours(seconds))));
    line(cells)
}

/// Hours with two decimals, rounded down.
fn in_hours(seconds: u64) -> String {
    let hundredths = seconds / 36;
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}
