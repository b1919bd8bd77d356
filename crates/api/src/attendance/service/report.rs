//! Attendance over time.

use crate::attendance::model::AttendanceError;
use crate::attendance::store;
use crate::attendance::store::reports::Filter;
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
    let rows = store::reports::list(&op.ctx.db, filter, page).await?;
    Ok(page.page(rows, |row| [row.user_id.get()]))
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
