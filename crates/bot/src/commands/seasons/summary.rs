//! `/summary`: how a member stands in a season.

use crate::{
    commands::prelude::*,
    replies::{BLUE, seasons::standings as texts},
};
use api::{
    SeasonId, UserId,
    points::{SeasonSummary, SummaryQuery},
    seasons::Season,
};
use paddock_api_client::Error;

pub(super) fn add(dispatch: &mut Dispatch) {
    dispatch.command(Audience::Everyone, summary);
    dispatch.pages(&SUMMARY);
}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "summary",
    desc = "How you stand: points, place, rank, items and prizes"
)]
struct ShowSummary {
    /// Season; defaults to the current one
    season: Option<Picked<Season>>,
    /// Member, for admins; defaults to you
    member: Option<Id<UserMarker>>,
}

const SUMMARY: Pages<(SeasonId, Option<UserId>)> = Pages {
    action: "summary",
    page: |call, &(season, member), position| {
        Box::pin(async move {
            let query = SummaryQuery { user_id: member };
            let summary = call.api.get_season_summary(season, &query).await?;
            let title = texts::summary_title(&summary);
            let lines = texts::summary(&summary);
            Ok(pages::local(&position, (&title, BLUE), &lines))
        })
    },
};

async fn summary(call: Call, options: ShowSummary) -> Outcome {
    let season = super::season(&call, options.season).await?;
    let of = (season.id, options.member.map(ToWire::wire));
    Ok(SUMMARY.first(&call, &of).await?.into())
}

/// The caller's summary of the current season, where there is one that they may read.
pub(in crate::commands) async fn current(call: &Call) -> Result<Option<SeasonSummary>, Error> {
    let read = async {
        let season = call.api.get_current_season(&super::current()).await?;
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
