//! `/submissions`: what a member has handed in, newest first.

use super::suggestions;
use crate::{
    answer::{Answer, Failure, Reply},
    call::Call,
    dispatch::{Dispatch, Later, Outcome, Pressed},
    ids::ToWire,
    pages::{self, Position},
    replies::seasons::submissions as texts,
};
use paddock_api_types::{UserId, seasons::Season, submissions::ListSubmissionsQuery};
use twilight_interactions::command::{CommandModel, CreateCommand};
use twilight_model::id::{Id, marker::UserMarker};

/// Action of the buttons under `/submissions`.
const PAGE: &str = "submissions";
/// Submissions on one page.
const PAGE_SIZE: u32 = 10;

pub(super) fn add(dispatch: &mut Dispatch) {
    dispatch.command(submissions);
    dispatch.autocomplete(suggestions::complete);
    dispatch.button(PAGE, Later::Update, turn);
}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "submissions",
    desc = "What you have submitted, newest first",
    contexts = "guild",
    integration_types = "guild_install"
)]
struct Submissions {
    /// In which season; the current one unless told
    #[command(autocomplete = true, max_length = 100)]
    season: Option<String>,
    /// Whose; for admins
    member: Option<Id<UserMarker>>,
}

async fn submissions(call: Call, options: Submissions) -> Outcome {
    let season = super::season(&call, options.season.as_deref()).await?;
    let member = options.member.map(ToWire::wire);
    let parameter = super::of_member(season.id, member);
    Ok(page(&call, &season, member, Position::first(parameter))
        .await?
        .into())
}

async fn turn(call: Call, pressed: Pressed) -> Outcome {
    let position = Position::read(&pressed.arguments)?;
    let (season, member) = super::read_of_member(&position.parameter)?;
    let season = call.api.get_season(season).await?;
    Ok(Answer::Update(
        page(&call, &season, member, position).await?,
    ))
}

async fn page(
    call: &Call,
    season: &Season,
    member: Option<UserId>,
    position: Position,
) -> Result<Reply, Failure> {
    let fetch = async |limit, cursor| {
        let query = ListSubmissionsQuery {
            season_id: Some(season.id),
            // Without this, admins would see everybody's.
            user_id: Some(member.unwrap_or(call.user)),
            limit: Some(limit),
            cursor,
            ..ListSubmissionsQuery::default()
        };
        call.api.list_submissions(&query).await
    };
    let found = pages::read(position, PAGE_SIZE, fetch, texts::line).await?;
    if found.is_empty() {
        return Ok(Reply::text(texts::none_in(season, member.is_none())));
    }
    let title = texts::title(season, member.is_none(), found.page.items.first());
    Ok(found.card(PAGE, &title))
}
