//! `/checkup`: what is missing in the server, and what to do about what failed there.

use crate::{
    answer::{Answer, Failure, Reply},
    call::Call,
    commands::{ask, manage_server},
    custom_id,
    dispatch::{Dispatch, Later, Outcome, Pressed},
    pages::{self, Position},
    replies::{
        self,
        guild::{self as texts, Mend},
    },
};
use paddock_api_client::Error;
use paddock_api_types::{
    ErrorCode, Page,
    effects::{Effect, EffectState, ListEffectsQuery},
};
use std::{future::Future, time::Duration};
use tokio::time::{Instant, sleep};
use twilight_interactions::command::{CommandModel, CreateCommand};
use twilight_model::channel::message::component::{Button, ButtonStyle};
use twilight_util::builder::message::ButtonBuilder;

/// Action of the buttons that turn pages.
const PAGE: &str = "checkup";
/// Action of the button that has everything tried again.
const RETRY: &str = "retry-failed";
/// Action of the button that asks whether to give everything up.
const ASK: &str = "give-up-failed";
/// Action of the button that gives everything up.
const GIVE_UP: &str = "give-up-failed-now";

/// Most rows that the API gives at once.
const STRIDE: u32 = 200;
/// For how long the API may slow this down: within the life of an interaction's token, 15 minutes.
const PATIENCE: Duration = Duration::from_mins(10);
/// How long to wait when the API does not say.
const MOMENT: Duration = Duration::from_millis(200);

pub(super) fn add(dispatch: &mut Dispatch) {
    dispatch.command(checkup);
    dispatch.button(PAGE, Later::Update, turn);
    dispatch.button(RETRY, Later::Message, retry);
    dispatch.button(ASK, Later::Message, ask_first);
    dispatch.button(GIVE_UP, Later::Update, give_up);
}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "checkup",
    desc = "What Paddock needs in this server, and what is missing",
    default_permissions = "manage_server",
    contexts = "guild",
    integration_types = "guild_install"
)]
struct Checkup {}

async fn checkup(call: Call, _: Checkup) -> Outcome {
    Ok(page(&call, &Position::first("-")).await?.into())
}

async fn turn(call: Call, pressed: Pressed) -> Outcome {
    let position = Position::read(&pressed.arguments)?;
    Ok(Answer::Update(page(&call, &position).await?))
}

async fn page(call: &Call, position: &Position) -> Result<Reply, Failure> {
    let checkup = call.api.check_guild().await?;
    let lines: Vec<_> = checkup.checks.iter().map(texts::check).collect();
    let (title, color) = texts::checkup_head(&checkup);
    let reply = pages::local(PAGE, (&title, color), position, &lines);
    if checkup.healthy || !may_mend(call).await? {
        return Ok(reply);
    }
    Ok(reply.with_buttons(vec![
        button(ButtonStyle::Primary, "Retry what failed", RETRY),
        button(ButtonStyle::Secondary, "Give up what failed", ASK),
    ]))
}

/// Whether something failed that the caller may do something about: a checkup is for more people
/// than the effects are.
async fn may_mend(call: &Call) -> Result<bool, Failure> {
    match failed(call, 1, None).await {
        Ok(page) => Ok(!page.items.is_empty()),
        Err(error) if error.problem().is_some_and(|it| it.status == 403) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

fn button(style: ButtonStyle, label: &str, action: &str) -> Button {
    ButtonBuilder::new(style)
        .label(label)
        .custom_id(custom_id::write(action, &[]))
        .build()
}

async fn retry(call: Call, _: Pressed) -> Outcome {
    Ok(mend(&call, Mend::Retry).await?.into())
}

async fn ask_first(_: Call, _: Pressed) -> Outcome {
    Ok(ask::confirm(texts::GIVE_UP_QUESTION, "Give it all up", GIVE_UP, &[]).into())
}

async fn give_up(call: Call, _: Pressed) -> Outcome {
    Ok(Answer::Update(mend(&call, Mend::GiveUp).await?))
}

async fn mend(call: &Call, mend: Mend) -> Result<Reply, Failure> {
    let mut count = 0;
    let outcome = mend_each(call, mend, &mut count).await;
    let all = outcome.is_ok();
    match outcome {
        Err(error) if count == 0 => return Err(error.into()),
        Err(error) => replies::log(&error.into()),
        Ok(()) => {}
    }
    Ok(Reply::text(texts::mended(mend, count, all)))
}

/// Goes through everything that failed, and counts what was done also when it breaks off.
async fn mend_each(call: &Call, mend: Mend, count: &mut usize) -> Result<(), Error> {
    let until = Instant::now() + PATIENCE;
    let mut cursor = None;
    loop {
        let page = patiently(until, || failed(call, STRIDE, cursor.clone())).await?;
        for Effect { id, .. } in page.items {
            let api = call.write_about(id);
            let write = async || match mend {
                Mend::Retry => api.retry_effect(id).await.map(drop),
                Mend::GiveUp => api.dismiss_effect(id).await,
            };
            match patiently(until, write).await {
                Ok(()) => *count += 1,
                Err(error) if is_gone(&error) => {}
                Err(error) => return Err(error),
            }
        }
        cursor = page.next_cursor;
        if cursor.is_none() {
            return Ok(());
        }
    }
}

/// Somebody else saw to it since it was listed.
fn is_gone(error: &Error) -> bool {
    matches!(
        error.code(),
        Some(ErrorCode::EffectNotFailed | ErrorCode::EffectNotFound)
    )
}

/// Asks again when that was too fast: a member may ask for less in a minute than can have failed.
async fn patiently<T, W>(until: Instant, ask: impl Fn() -> W) -> Result<T, Error>
where
    W: Future<Output = Result<T, Error>>,
{
    loop {
        match ask().await {
            Err(Error::Problem {
                problem,
                retry_after,
            }) if problem.code == ErrorCode::RateLimited && Instant::now() < until => {
                sleep(retry_after.unwrap_or(MOMENT)).await;
            }
            outcome => return outcome,
        }
    }
}

async fn failed(call: &Call, limit: u32, cursor: Option<String>) -> Result<Page<Effect>, Error> {
    let query = ListEffectsQuery {
        state: Some(EffectState::Failed),
        limit: Some(limit),
        cursor,
    };
    call.api.list_effects(&query).await
}
