//! `/attendance missing` and `guesses`: who is not there, and who tried without knowing the code.

use super::session;
use crate::{
    answer::{Answer, Failure, Reply},
    call::Call,
    dispatch::{Dispatch, Later, Outcome, Pressed},
    expected::ReportError,
    pages::{self, Look, Position},
    replies::attendance as texts,
};
use paddock_api_types::{AttendanceSessionId, attendance::AttendanceSession};
use twilight_interactions::command::{CommandModel, CreateCommand};

/// Action of the buttons under `/attendance missing`.
const MISSING: &str = "attendance-missing";
/// Action of the buttons under `/attendance guesses`.
const GUESSES: &str = "attendance-guesses";
/// Members on one page.
const PAGE_SIZE: u32 = 20;

pub(super) fn add(dispatch: &mut Dispatch) {
    dispatch.button(MISSING, Later::Update, turn_missing);
    dispatch.button(GUESSES, Later::Update, turn_guesses);
}

#[derive(CommandModel, CreateCommand)]
#[command(name = "missing", desc = "Who is expected and has not checked in")]
pub(super) struct Missing {
    /// In which session; the one that is open, or the latest, unless told
    #[command(autocomplete = true, max_length = 100)]
    session: Option<String>,
}

#[derive(CommandModel, CreateCommand)]
#[command(name = "guesses", desc = "Who typed wrong codes")]
pub(super) struct Guesses {
    /// In which session; the one that is open, or the latest, unless told
    #[command(autocomplete = true, max_length = 100)]
    session: Option<String>,
}

pub(super) async fn missing(call: &Call, options: Missing) -> Result<Reply, Failure> {
    let session = session(call, options.session.as_deref()).await?;
    if session.role_id.is_none() {
        return Ok(Reply::text(texts::NOBODY_EXPECTED));
    }
    if session.closed_at.is_none() {
        report_expected(call, &session).await?;
    }
    missing_page(call, Position::first(session.id.to_string())).await
}

pub(super) async fn guesses(call: &Call, options: Guesses) -> Result<Reply, Failure> {
    let session = session(call, options.session.as_deref()).await?;
    guesses_page(call, Position::first(session.id.to_string())).await
}

async fn turn_missing(call: Call, pressed: Pressed) -> Outcome {
    let position = Position::read(&pressed.arguments)?;
    Ok(Answer::Update(missing_page(&call, position).await?))
}

async fn turn_guesses(call: Call, pressed: Pressed) -> Outcome {
    let position = Position::read(&pressed.arguments)?;
    Ok(Answer::Update(guesses_page(&call, position).await?))
}

async fn missing_page(call: &Call, position: Position) -> Result<Reply, Failure> {
    let session = of(&position)?;
    let look = Look {
        action: MISSING,
        title: texts::MISSING_TITLE,
        empty: texts::NOBODY_MISSING,
    };
    let fetch = async |limit, cursor| {
        let page = pages::query(limit, cursor);
        call.api.list_missing_members(session, &page).await
    };
    pages::show(look, position, PAGE_SIZE, fetch, texts::missing_line).await
}

async fn guesses_page(call: &Call, position: Position) -> Result<Reply, Failure> {
    let session = of(&position)?;
    let look = Look {
        action: GUESSES,
        title: texts::GUESSES_TITLE,
        empty: texts::NO_GUESSES,
    };
    let fetch = async |limit, cursor| {
        let page = pages::query(limit, cursor);
        call.api.list_wrong_codes(session, &page).await
    };
    pages::show(look, position, PAGE_SIZE, fetch, texts::guesses_line).await
}

fn of(position: &Position) -> Result<AttendanceSessionId, Failure> {
    position.parameter.parse().map_err(|_| Failure::Outdated)
}

/// Tells the API who is expected at this moment.
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
