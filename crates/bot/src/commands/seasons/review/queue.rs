//! The queue of submissions that wait, the longest waiting first.

use crate::{
    answer::{Answer, Failure, Reply},
    call::Call,
    commands::{
        manage_server,
        seasons::{picked_season, suggestions},
    },
    custom_id,
    dispatch::{Dispatch, Later, Outcome, Pressed},
    pages::{self, Position},
    replies::seasons::submissions as texts,
};
use paddock_api_types::{
    seasons::Season,
    submissions::{ListSubmissionsQuery, Order, Submission, SubmissionState},
};
use twilight_interactions::command::{CommandModel, CreateCommand};
use twilight_model::channel::message::component::{Button, ButtonStyle};
use twilight_util::builder::message::ButtonBuilder;

/// Action of the buttons that turn pages.
const PAGE: &str = "review";
/// Action of the numbered buttons, which open one submission.
const OPEN: &str = "submission-open";
/// Submissions on one page: as many as there are buttons in a row.
const PAGE_SIZE: u32 = 5;

pub(super) fn add(dispatch: &mut Dispatch) {
    dispatch.command(review);
    dispatch.autocomplete(suggestions::complete);
    dispatch.button(PAGE, Later::Update, turn);
    dispatch.button(OPEN, Later::Message, open);
}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "review",
    desc = "Submissions that wait for you, the longest waiting first",
    default_permissions = "manage_server",
    contexts = "guild",
    integration_types = "guild_install"
)]
struct Review {
    /// Only of this season; every season unless told
    #[command(autocomplete = true, max_length = 100)]
    season: Option<String>,
}

async fn review(call: Call, options: Review) -> Outcome {
    // Seasons can overlap, and nobody should wait unseen: without one, all are shown.
    let season = match options.season {
        Some(season) => Some(picked_season(&call, &season).await?),
        None => None,
    };
    let parameter = season
        .as_ref()
        .map_or("-".to_owned(), |season| season.id.to_string());
    let position = Position::first(parameter);
    Ok(page(&call, season.as_ref(), position).await?.into())
}

async fn turn(call: Call, pressed: Pressed) -> Outcome {
    let position = Position::read(&pressed.arguments)?;
    let season = if position.parameter == "-" {
        None
    } else {
        let season = custom_id::argument(&pressed.arguments, 0)?;
        Some(call.api.get_season(season).await?)
    };
    Ok(Answer::Update(
        page(&call, season.as_ref(), position).await?,
    ))
}

async fn open(call: Call, pressed: Pressed) -> Outcome {
    let submission = custom_id::argument(&pressed.arguments, 0)?;
    let submission = call.api.get_submission(submission).await?;
    Ok(texts::review(&submission).into())
}

async fn page(call: &Call, season: Option<&Season>, position: Position) -> Result<Reply, Failure> {
    let fetch = async |limit, cursor| {
        let query = ListSubmissionsQuery {
            season_id: season.map(|season| season.id),
            state: Some(SubmissionState::Pending),
            everybody: Some(true),
            order: Some(Order::Oldest),
            limit: Some(limit),
            cursor,
            ..ListSubmissionsQuery::default()
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
    let mut reply = found.card(PAGE, &title);
    let turning = std::mem::take(&mut reply.components);
    reply = reply.with_buttons(buttons);
    reply.components.extend(turning);
    Ok(reply)
}

fn open_button((number, submission): (u32, &Submission)) -> Button {
    ButtonBuilder::new(ButtonStyle::Primary)
        .label(number.to_string())
        .custom_id(custom_id::write(OPEN, &[&submission.id.to_string()]))
        .build()
}
