//! `/summary`: how a member stands in a season.

use super::suggestions;
use crate::{
    answer::{Answer, Failure, Reply},
    call::Call,
    dispatch::{Dispatch, Later, Outcome, Pressed},
    ids::ToWire,
    pages::{self, Position},
    replies::{BLUE, seasons::standings as texts},
};
use paddock_api_client::Error;
use paddock_api_types::{
    SeasonId, UserId,
    points::{SeasonSummary, SummaryQuery},
};
use twilight_interactions::command::{CommandModel, CreateCommand};
use twilight_model::id::{Id, marker::UserMarker};

/// Action of the buttons under `/summary`.
const PAGE: &str = "summary";

pub(super) fn add(dispatch: &mut Dispatch) {
    dispatch.command(summary);
    dispatch.autocomplete(suggestions::complete);
    dispatch.button(PAGE, Later::Update, turn);
}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "summary",
    desc = "How you stand: points, place, rank, items and prizes",
    contexts = "guild",
    integration_types = "guild_install"
)]
struct Summary {
    /// In which season; the current one unless told
    #[command(autocomplete = true, max_length = 100)]
    season: Option<String>,
    /// Whose; for admins
    member: Option<Id<UserMarker>>,
}

async fn summary(call: Call, options: Summary) -> Outcome {
    let season = super::season(&call, options.season.as_deref()).await?;
    let member = options.member.map(ToWire::wire);
    let position = Position::first(super::of_member(season.id, member));
    Ok(page(&call, season.id, member, &position).await?.into())
}

async fn turn(call: Call, pressed: Pressed) -> Outcome {
    let position = Position::read(&pressed.arguments)?;
    let (season, member) = super::read_of_member(&position.parameter)?;
    Ok(Answer::Update(
        page(&call, season, member, &position).await?,
    ))
}

async fn page(
    call: &Call,
    season: SeasonId,
    member: Option<UserId>,
    position: &Position,
) -> Result<Reply, Failure> {
    let query = SummaryQuery { user_id: member };
    let summary = call.api.get_season_summary(season, &query).await?;
    let title = texts::summary_title(&summary);
    let lines = texts::summary(&summary);
    Ok(pages::local(PAGE, (&title, BLUE), position, &lines))
}

/// The caller's summary of the current season, where there is one that they may read.
pub(in crate::commands) async fn current(call: &Call) -> Result<Option<SeasonSummary>, Error> {
    let read = async {
        let season = call.api.get_current_season().await?;
        let own = SummaryQuery::default();
        call.api.get_season_summary(season.id, &own).await
    };
    match read.await {
        Ok(summary) => Ok(Some(summary)),
        Err(error) if error.problem().is_some_and(|it| it.status < 500) => {
            tracing::debug!(%error, "no season to sum up");
            Ok(None)
        }
        Err(error) => Err(error),
    }
}
