//! Attendance over time.

use super::excused::excuses;
use crate::attendance::model::{AttendanceError, rate};
use crate::attendance::store;
use crate::attendance::store::reports::Filter;
use crate::db::Reading;
use crate::operation::Operation;
use crate::page::PageRequest;
use jiff::Timestamp;
use paddock_api_types::attendance::{AttendanceReportQuery, MemberAttendance};
use paddock_api_types::members::Level;
use paddock_api_types::{Page, UserId};

/// How members attended: the caller, or, for admins, everybody.
pub(crate) async fn report(
    op: &Operation,
    query: &AttendanceReportQuery,
    page: PageRequest<1>,
) -> Result<Page<MemberAttendance>, AttendanceError> {
    let ms = |at: Option<Timestamp>, unless: i64| at.map_or(unless, Timestamp::as_millisecond);
    let filter = Filter {
        guild: op.guild(),
        user: of_whom(op, query.user_id)?,
        from: ms(query.from, i64::MIN),
        to: ms(query.to, i64::MAX),
    };
    let mut rows = store::reports::list(&op.ctx.db, filter, page).await?;
    excuse(op, filter, &mut rows).await?;
    Ok(page.page(rows, |row| [row.user_id.get()]))
}

/// Counts sessions that somebody was excused from apart from those they missed.
async fn excuse(
    op: &Operation,
    filter: Filter,
    rows: &mut [MemberAttendance],
) -> Result<(), AttendanceError> {
    let db = &op.ctx.db;
    let moment = |ms: i64, unless| Timestamp::from_millisecond(ms).unwrap_or(unless);
    let last = filter.to.saturating_sub(1);
    let time = (
        moment(filter.from, Timestamp::MIN),
        moment(last, Timestamp::MAX),
    );
    let excuses = excuses(&mut Reading::Now(db), &op.ctx, filter.guild, time).await?;
    let mut users = excuses.users();
    users.retain(|user| rows.iter().any(|row| row.user_id.get() == *user));
    for missed in store::expected::missed(db, filter.guild, time, &users).await? {
        let row = rows.iter_mut().find(|row| row.user_id == missed.user_id);
        if let Some(row) = row
            && missed.closed_at.is_some()
            && excuses.hold(missed.user_id, missed.opened_at)
        {
            row.excused += 1;
            row.absent = row.absent.saturating_sub(1);
            row.rate_percent = rate(row.present.saturating_add(row.late), row.absent);
        }
    }
    Ok(())
}

fn of_whom(op: &Operation, asked: Option<UserId>) -> Result<Option<UserId>, AttendanceError> {
    if op.actor.level >= Level::Admin {
        return Ok(asked);
    }
    match (asked, op.actor.user_id) {
        (None, own) => Ok(own),
        (asked, own) if asked == own => Ok(own),
        _ => Err(AttendanceError::AdminsOnly),
    }
}
