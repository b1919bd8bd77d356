//! The queue of submissions that wait, the longest waiting first.

use crate::{commands::prelude::*, replies::seasons::submissions as texts};
use api::{
    PageQuery,
    seasons::Season,
    submissions::{ListSubmissionsQuery, Order, Submission, SubmissionState},
};
use twilight_model::channel::message::component::{Button, ButtonStyle};

/// Action of the numbered buttons, which open one submission.
const OPEN: &str = "submission-open";
/// Submissions on one page: as many as there are buttons in a row.
const PAGE_SIZE: u32 = 5;

pub(super) fn add(dispatch: &mut Dispatch) {
    dispatch.command(Audience::Managers, review);
    dispatch.pages(&QUEUE);
    dispatch.button(OPEN, DeferMode::Ephemeral, open);
}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "review",
    desc = "Submissions that wait for you, the longest waiting first"
)]
struct Review {
    /// Season; every season by default
    season: Option<Picked<Season>>,
}

/// Seasons can overlap, and no submission should go unnoticed: without a season, all are shown.
const QUEUE: Pages<Option<Season>> = Pages {
    action: "review",
    page: |call, season, position| Box::pin(page(call, season.as_ref(), position)),
};

async fn review(call: Call, options: Review) -> Outcome {
    let season = match options.season {
        Some(season) => Some(season.get(&call).await?),
        None => None,
    };
    Ok(QUEUE.first(&call, &season).await?.into())
}

async fn open(call: Call, pressed: Pressed) -> Outcome {
    let submission = custom_id::argument(&pressed.arguments, 0)?;
    let submission = call.api.get_submission(submission).await?;
    Ok(texts::review(&submission).into())
}

async fn page(call: &Call, season: Option<&Season>, position: Position) -> Result<Reply, Failure> {
    let fetch = async |page: PageQuery| {
        let query = ListSubmissionsQuery {
            season_id: season.map(|season| season.id),
            state: Some(SubmissionState::Pending),
            everybody: Some(true),
            order: Some(Order::Oldest),
            ..pages::at(page)
        };
        call.api.list_submissions(&query).await
    };
    let mut found = pages::read(position, PAGE_SIZE, fetch, texts::queue_line).await?;
    if found.is_empty() {
        let text = season.map_or(texts::QUEUE_EMPTY.to_owned(), texts::queue_empty);
        return Ok(Reply::text(text));
    }
    for (number, line) in (1..).zip(&mut found.lines) {
        *line = format!("**{number}.** {line}");
    }
    let title = season.map_or(texts::QUEUE.to_owned(), texts::queue_title);
    let buttons: Vec<_> = (1..).zip(&found.page.items).map(open_button).collect();
    let mut reply = found.card(&title);
    let page_buttons = std::mem::take(&mut reply.components);
    reply = reply.with_buttons(buttons);
    reply.components.extend(page_buttons);
    Ok(reply)
}

fn open_button((number, submission): (u32, &Submission)) -> Button {
    let id = submission.id.to_string();
    custom_id::button(ButtonStyle::Primary, &number.to_string(), OPEN, &[&id])
}
