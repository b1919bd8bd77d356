//! `/attendance missing` and `guesses`: who is not there, and who tried without knowing the code.

use super::session;
use crate::{commands::prelude::*, expected::ReportError, replies::attendance as texts};
use api::{
    AttendanceSessionId,
    attendance::{AttendanceSession, MissingMember, WrongCodes},
};

pub(super) fn add(dispatch: &mut Dispatch) {
    dispatch.list(&MISSING);
    dispatch.list(&GUESSES);
}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "missing",
    desc = "Members who are expected and have not checked in"
)]
pub(super) struct Missing {
    /// Session; defaults to the open one, or else the latest
    session: Option<Picked<AttendanceSession>>,
}

#[derive(CommandModel, CreateCommand)]
#[command(name = "guesses", desc = "Members who typed wrong codes")]
pub(super) struct Guesses {
    /// Session; defaults to the open one, or else the latest
    session: Option<Picked<AttendanceSession>>,
}

const MISSING: List<AttendanceSessionId, MissingMember> = List {
    action: "attendance-missing",
    size: |_| 20,
    rows: |call, session, page| {
        Box::pin(async move { call.api.list_missing_members(*session, &page).await })
    },
    title: |_| texts::MISSING_TITLE.into(),
    empty: |_| texts::NOBODY_MISSING.into(),
    line: texts::missing_line,
};

const GUESSES: List<AttendanceSessionId, WrongCodes> = List {
    action: "attendance-guesses",
    size: |_| 20,
    rows: |call, session, page| {
        Box::pin(async move { call.api.list_wrong_codes(*session, &page).await })
    },
    title: |_| texts::GUESSES_TITLE.into(),
    empty: |_| texts::NO_GUESSES.into(),
    line: texts::guesses_line,
};

pub(super) async fn missing(call: &Call, options: Missing) -> Result<Reply, Failure> {
    let session = session(call, options.session).await?;
    if session.role_id.is_none() {
        return Ok(Reply::text(texts::NOBODY_EXPECTED));
    }
    if session.closed_at.is_none() {
        report_expected(call, &session).await?;
    }
    MISSING.first(call, &session.id).await
}

pub(super) async fn guesses(call: &Call, options: Guesses) -> Result<Reply, Failure> {
    let session = session(call, options.session).await?;
    GUESSES.first(call, &session.id).await
}

/// Reports to the API which members are expected right now.
pub(super) async fn report_expected(
    call: &Call,
    session: &AttendanceSession,
) -> Result<(), Failure> {
    call.report_expected(session)
        .await
        .map_err(|error| match error {
            ReportError::Api(error) => error.into(),
            ReportError::Discord(fault) => {
                tracing::warn!(%fault, "the members of a role cannot be listed");
                Failure::Mistake(texts::NO_MEMBER_LIST.to_owned())
            }
        })
}
