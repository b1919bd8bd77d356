//! Attendance: opening and closing sessions, checking in, and what admins do with the records.
//!
//! An option `session` that is left out means the one that is open, or else the latest.

mod change;
mod close;
mod export;
mod here;
mod missing;
mod open;
mod records;
mod report;
mod settings;

use super::{manage_server, suggest};
use crate::{
    answer::{Choices, Failure, Reply},
    call::Call,
    dispatch::{Dispatch, Outcome, Typed},
    replies::attendance as texts,
};
use paddock_api_types::{
    AttendanceSessionId,
    attendance::{AttendanceSession, ListAttendanceSessionsQuery},
};
use twilight_interactions::command::{CommandModel, CreateCommand};

pub(super) fn add(dispatch: &mut Dispatch) {
    here::add(dispatch);
    open::add(dispatch);
    close::add(dispatch);
    export::add(dispatch);
    dispatch.command(attendance);
    dispatch.autocomplete(complete);
    missing::add(dispatch);
    report::add(dispatch);
}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "attendance",
    desc = "Who attended, and how attendance is taken",
    default_permissions = "manage_server",
    contexts = "guild",
    integration_types = "guild_install"
)]
enum Attendance {
    #[command(name = "mark")]
    Mark(records::Mark),
    #[command(name = "excuse")]
    Excuse(records::Excuse),
    #[command(name = "remove")]
    Remove(records::Remove),
    #[command(name = "missing")]
    Missing(missing::Missing),
    #[command(name = "guesses")]
    Guesses(missing::Guesses),
    #[command(name = "report")]
    Report(report::Report),
    #[command(name = "sessions")]
    Sessions(report::Sessions),
    #[command(name = "change")]
    Change(change::Change),
    #[command(name = "settings")]
    Settings(settings::Settings),
    #[command(name = "points")]
    Points(settings::Points),
}

async fn attendance(call: Call, options: Attendance) -> Outcome {
    let reply: Reply = match options {
        Attendance::Mark(options) => records::mark(&call, options).await?,
        Attendance::Excuse(options) => records::excuse(&call, options).await?,
        Attendance::Remove(options) => records::remove(&call, options).await?,
        Attendance::Missing(options) => missing::missing(&call, options).await?,
        Attendance::Guesses(options) => missing::guesses(&call, options).await?,
        Attendance::Report(options) => report::report(&call, &options).await?,
        Attendance::Sessions(options) => report::sessions(&call, &options).await?,
        Attendance::Change(options) => change::change(&call, options).await?,
        Attendance::Settings(options) => settings::settings(&call, options).await?,
        Attendance::Points(options) => settings::points(&call, options).await?,
    };
    Ok(reply.into())
}

/// The session that is meant: the picked one, the one that is open, or the latest.
async fn session(call: &Call, picked: Option<&str>) -> Result<AttendanceSession, Failure> {
    if let Some(text) = picked {
        let id: AttendanceSessionId = suggest::picked(text, texts::ONE)?;
        return Ok(call.api.get_attendance_session(id).await?);
    }
    if let Some(session) = open_one(call).await? {
        return Ok(session);
    }
    let latest = sessions(call, None, 1).await?.pop();
    latest.ok_or_else(|| Failure::Mistake(texts::NO_SESSION.to_owned()))
}

/// The picked session, or the one that is open.
async fn open_session(call: &Call, picked: Option<&str>) -> Result<AttendanceSession, Failure> {
    if picked.is_some() {
        return session(call, picked).await;
    }
    let open = open_one(call).await?;
    open.ok_or_else(|| Failure::Mistake(texts::NONE_OPEN.to_owned()))
}

/// The session that is open, if there is one; of several somebody has to pick.
async fn open_one(call: &Call) -> Result<Option<AttendanceSession>, Failure> {
    let mut open = sessions(call, Some(true), 2).await?;
    match open.len() {
        0 | 1 => Ok(open.pop()),
        _ => Err(Failure::Mistake(texts::SEVERAL_OPEN.to_owned())),
    }
}

async fn sessions(
    call: &Call,
    open: Option<bool>,
    limit: u32,
) -> Result<Vec<AttendanceSession>, Failure> {
    let query = ListAttendanceSessionsQuery {
        open,
        limit: Some(limit),
        cursor: None,
    };
    Ok(call.api.list_attendance_sessions(&query).await?.items)
}

/// Suggestions for the options of these commands.
async fn complete(call: Call, typed: Typed) -> Choices {
    match typed.option.as_str() {
        "season" => super::seasons::suggest_seasons(&call, &typed).await,
        "session" | "session_id" => {
            let query = ListAttendanceSessionsQuery {
                limit: Some(suggest::ALL),
                ..ListAttendanceSessionsQuery::default()
            };
            let all = suggest::rows(call.api.list_attendance_sessions(&query).await);
            suggest::choices(&typed, &all, texts::choice, |session| session.id)
        }
        _ => Choices::new(),
    }
}
