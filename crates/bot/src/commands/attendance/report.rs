//! `/attendance report` and `sessions`: attendance over time, by member and by session.

use crate::{
    answer::{Answer, Failure, Reply},
    call::Call,
    dispatch::{Dispatch, Later, Outcome, Pressed},
    ids::ToWire as _,
    pages::{self, Look, Position},
    replies::attendance as texts,
};
use paddock_api_types::{
    UserId,
    attendance::{AttendanceReportQuery, ListAttendanceSessionsQuery},
};
use twilight_interactions::command::{CommandModel, CreateCommand};
use twilight_model::id::{Id, marker::UserMarker};

/// Action of the buttons under `/attendance report`.
const REPORT: &str = "attendance-report";
/// Action of the buttons under `/attendance sessions`.
const SESSIONS: &str = "attendance-sessions";
/// Rows on one page.
const PAGE_SIZE: u32 = 15;

pub(super) fn add(dispatch: &mut Dispatch) {
    dispatch.button(REPORT, Later::Update, turn_report);
    dispatch.button(SESSIONS, Later::Update, turn_sessions);
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

pub(super) async fn report(call: &Call, options: &Report) -> Result<Reply, Failure> {
    let parameter = match options.member {
        Some(member) => UserId::to_string(&member.wire()),
        None => "-".to_owned(),
    };
    report_page(call, Position::first(parameter)).await
}

pub(super) async fn sessions(call: &Call, _: &Sessions) -> Result<Reply, Failure> {
    sessions_page(call, Position::first("-")).await
}

async fn turn_report(call: Call, pressed: Pressed) -> Outcome {
    let position = Position::read(&pressed.arguments)?;
    Ok(Answer::Update(report_page(&call, position).await?))
}

async fn turn_sessions(call: Call, pressed: Pressed) -> Outcome {
    let position = Position::read(&pressed.arguments)?;
    Ok(Answer::Update(sessions_page(&call, position).await?))
}

async fn report_page(call: &Call, position: Position) -> Result<Reply, Failure> {
    let user_id = match position.parameter.as_str() {
        "-" => None,
        id => Some(id.parse().map_err(|_| Failure::Outdated)?),
    };
    let fetch = async |limit, cursor| {
        let query = AttendanceReportQuery {
            user_id,
            limit: Some(limit),
            cursor,
            ..AttendanceReportQuery::default()
        };
        call.api.report_attendance(&query).await
    };
    let look = Look {
        action: REPORT,
        title: texts::REPORT_TITLE,
        empty: texts::NO_REPORT,
    };
    pages::show(look, position, PAGE_SIZE, fetch, texts::report_line).await
}

async fn sessions_page(call: &Call, position: Position) -> Result<Reply, Failure> {
    let fetch = async |limit, cursor| {
        let query = ListAttendanceSessionsQuery {
            open: None,
            limit: Some(limit),
            cursor,
        };
        call.api.list_attendance_sessions(&query).await
    };
    let look = Look {
        action: SESSIONS,
        title: texts::SESSIONS_TITLE,
        empty: texts::NO_SESSION,
    };
    pages::show(look, position, PAGE_SIZE, fetch, texts::session_line).await
}
