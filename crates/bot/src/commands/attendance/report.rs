//! `/attendance report` and `sessions`: attendance over time, by member and by session.

use crate::{commands::prelude::*, replies::attendance as texts};
use api::{
    UserId,
    attendance::{AttendanceReportQuery, AttendanceSession, MemberAttendance},
};

pub(super) fn add(dispatch: &mut Dispatch) {
    dispatch.list(&REPORT);
    dispatch.list(&SESSIONS);
}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "report",
    desc = "How often members attended, of all closed sessions"
)]
pub(super) struct Report {
    /// Only this member
    member: Option<Id<UserMarker>>,
}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "sessions",
    desc = "Every session with its numbers, newest first"
)]
pub(super) struct Sessions {}

const REPORT: List<Option<UserId>, MemberAttendance> = List {
    action: "attendance-report",
    size: |_| 15,
    rows: |call, member, page| {
        Box::pin(async move {
            let query = AttendanceReportQuery {
                user_id: *member,
                ..pages::at(page)
            };
            call.api.report_attendance(&query).await
        })
    },
    title: |_| texts::REPORT_TITLE.into(),
    empty: |_| texts::NO_REPORT.into(),
    line: texts::report_line,
};

const SESSIONS: List<(), AttendanceSession> = List {
    action: "attendance-sessions",
    size: |()| 15,
    rows: |call, (), page| {
        Box::pin(async move {
            let query = pages::at(page);
            call.api.list_attendance_sessions(&query).await
        })
    },
    title: |()| texts::SESSIONS_TITLE.into(),
    empty: |()| texts::NO_SESSION.into(),
    line: texts::session_line,
};

pub(super) async fn report(call: &Call, options: &Report) -> Result<Reply, Failure> {
    REPORT.first(call, &options.member.map(ToWire::wire)).await
}

pub(super) async fn sessions(call: &Call) -> Result<Reply, Failure> {
    SESSIONS.first(call, &()).await
}
