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

use super::{picked::each, prelude::*};
use crate::{
    dispatch::{Candidate, Candidates, Typed},
    replies::{Pick, attendance as texts},
};
use api::{
    AttendanceSessionId,
    attendance::{AttendanceSession, ListAttendanceSessionsQuery},
};

pub(super) fn add(dispatch: &mut Dispatch) {
    here::add(dispatch);
    open::add(dispatch);
    close::add(dispatch);
    export::add(dispatch);
    dispatch.command(Audience::Managers, attendance);
    missing::add(dispatch);
    report::add(dispatch);
}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "attendance",
    desc = "Who attended, and how attendance is taken"
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
        Attendance::Sessions(report::Sessions {}) => report::sessions(&call).await?,
        Attendance::Change(options) => change::change(&call, options).await?,
        Attendance::Settings(options) => settings::settings(&call, options).await?,
        Attendance::Points(options) => settings::points(&call, options).await?,
    };
    Ok(reply.into())
}

/// The picked session, the one that is open, or the latest.
async fn session(
    call: &Call,
    picked: Option<Picked<AttendanceSession>>,
) -> Result<AttendanceSession, Failure> {
    if let Some(picked) = picked {
        return picked.get(call).await;
    }
    if let Some(session) = open_one(call).await? {
        return Ok(session);
    }
    let latest = sessions(call, None, 1).await?.pop();
    latest.ok_or_else(|| Failure::Mistake(texts::NO_SESSION.to_owned()))
}

/// The picked session, or the one that is open.
async fn open_session(
    call: &Call,
    picked: Option<Picked<AttendanceSession>>,
) -> Result<AttendanceSession, Failure> {
    if let Some(picked) = picked {
        return picked.get(call).await;
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
        ..pages::at(pages::rows(limit, None))
    };
    Ok(call.api.list_attendance_sessions(&query).await?.items)
}

impl Picked<AttendanceSession> {
    /// The session itself.
    async fn get(&self, call: &Call) -> Result<AttendanceSession, Failure> {
        Ok(call.api.get_attendance_session(self.id()?).await?)
    }
}

/// Every session, the latest first.
impl Pickable for AttendanceSession {
    type Id = AttendanceSessionId;
    const PICK: Pick = texts::ONE;

    async fn candidates(call: &Call, _: &Typed) -> Candidates {
        let all = call
            .api
            .list_attendance_sessions(&pages::all())
            .await?
            .items;
        let zone = call.zone().await?;
        Ok(each(&all, |session| {
            Candidate::new(
                texts::title(session),
                texts::choice(session, zone),
                session.id,
            )
        }))
    }
}
