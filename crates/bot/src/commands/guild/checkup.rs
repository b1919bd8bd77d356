//! `/checkup`: what is missing in the server, and what to do about what failed there.

use crate::{
    commands::prelude::*,
    replies::{
        self,
        guild::{self as texts, FailureFix},
    },
};
use api::{
    ErrorCode, Page, PageQuery,
    effects::{Effect, EffectState, ListEffectsQuery},
};
use paddock_api_client::Error;
use std::{future::Future, time::Duration};
use tokio::time::{Instant, sleep};
use twilight_model::channel::message::component::ButtonStyle;

/// Action of the button that has everything tried again.
const RETRY: &str = "retry-failed";
/// Action of the button that asks whether to give everything up.
const ASK: &str = "give-up-failed";
/// For how long the API may slow this down: within the life of an interaction's token, 15 minutes.
const RETRY_BUDGET: Duration = Duration::from_mins(10);
/// How long to wait when the API does not say.
const DEFAULT_WAIT: Duration = Duration::from_millis(200);

pub(super) fn add(dispatch: &mut Dispatch) {
    dispatch.command(Audience::Managers, checkup);
    dispatch.pages(&CHECKUP);
    dispatch.button(RETRY, DeferMode::Ephemeral, retry);
    dispatch.button(ASK, DeferMode::Ephemeral, ask_first);
    dispatch.confirmation(&GIVE_UP);
}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "checkup",
    desc = "What Paddock needs in this server, and what is missing"
)]
struct ShowCheckup {}

const CHECKUP: Pages<()> = Pages {
    action: "checkup",
    page: |call, (), position| Box::pin(page(call, position)),
};

const GIVE_UP: Confirmation<()> = Confirmation {
    action: "give-up-failed-now",
    label: "Give it all up",
    perform: |call, ()| Box::pin(resolve_failed(call, FailureFix::GiveUp)),
};

async fn checkup(call: Call, _: ShowCheckup) -> Outcome {
    Ok(CHECKUP.first(&call, &()).await?.into())
}

async fn page(call: &Call, position: Position) -> Result<Reply, Failure> {
    let checkup = call.api.check_guild().await?;
    let lines: Vec<_> = checkup.checks.iter().map(texts::check).collect();
    let (title, color) = texts::checkup_head(&checkup);
    let reply = pages::local(&position, (&title, color), &lines);
    if checkup.healthy || !may_resolve(call).await? {
        return Ok(reply);
    }
    Ok(reply.with_buttons(vec![
        custom_id::button(ButtonStyle::Primary, "Retry what failed", RETRY, &[]),
        custom_id::button(ButtonStyle::Secondary, "Give up what failed", ASK, &[]),
    ]))
}

/// Whether something failed that the caller may do something about: a checkup is for more people
/// than the effects are.
async fn may_resolve(call: &Call) -> Result<bool, Failure> {
    match failed(call, pages::rows(1, None)).await {
        Ok(page) => Ok(!page.items.is_empty()),
        Err(error) if error.problem().is_some_and(|it| it.status == 403) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

async fn retry(call: Call, _: Pressed) -> Outcome {
    Ok(resolve_failed(&call, FailureFix::Retry).await?.into())
}

async fn ask_first(_: Call, _: Pressed) -> Outcome {
    Ok(GIVE_UP.ask(texts::GIVE_UP_QUESTION, &()).into())
}

async fn resolve_failed(call: &Call, fix: FailureFix) -> Result<Reply, Failure> {
    let mut count = 0;
    let outcome = resolve_each(call, fix, &mut count).await;
    let all = outcome.is_ok();
    match outcome {
        Err(error) if count == 0 => return Err(error.into()),
        Err(error) => replies::log(&error.into()),
        Ok(()) => {}
    }
    Ok(Reply::text(texts::resolved(fix, count, all)))
}

/// Goes through everything that failed. The count stays right when an error ends it early.
async fn resolve_each(call: &Call, fix: FailureFix, count: &mut usize) -> Result<(), Error> {
    let until = Instant::now() + RETRY_BUDGET;
    let mut cursor = None;
    loop {
        let page = with_retries(until, || {
            failed(call, pages::rows(pages::MAX_ROWS, cursor.clone()))
        })
        .await?;
        for Effect { id, .. } in page.items {
            let api = call.write_about(id);
            let write = async || match fix {
                FailureFix::Retry => api.retry_effect(id).await.map(drop),
                FailureFix::GiveUp => api.dismiss_effect(id).await,
            };
            match with_retries(until, write).await {
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

/// Somebody else resolved it since it was listed.
fn is_gone(error: &Error) -> bool {
    matches!(
        error.code(),
        Some(ErrorCode::EffectNotFailed | ErrorCode::EffectNotFound)
    )
}

/// Asks again after a rate limit: more can have failed than a member may change in a minute.
async fn with_retries<T, W>(until: Instant, ask: impl Fn() -> W) -> Result<T, Error>
where
    W: Future<Output = Result<T, Error>>,
{
    loop {
        match ask().await {
            Err(Error::Problem {
                problem,
                retry_after,
            }) if problem.code == ErrorCode::RateLimited && Instant::now() < until => {
                sleep(retry_after.unwrap_or(DEFAULT_WAIT)).await;
            }
            outcome => return outcome,
        }
    }
}

async fn failed(call: &Call, page: PageQuery) -> Result<Page<Effect>, Error> {
    let query = ListEffectsQuery {
        state: Some(EffectState::Failed),
        ..pages::at(page)
    };
    call.api.list_effects(&query).await
}
