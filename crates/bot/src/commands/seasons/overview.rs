//! `/overview`: what counts in a season and what can be won, for everybody.

use super::{all_items, all_ranks};
use crate::{
    commands::prelude::*,
    replies::{BLUE, format::escape, seasons as texts},
};
use api::seasons::Season;

pub(super) fn add(dispatch: &mut Dispatch) {
    dispatch.command(Audience::Everyone, overview);
    dispatch.pages(&OVERVIEW);
}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "overview",
    desc = "A season: its items with their points, its ranks, and what they win"
)]
struct Overview {
    /// Season; defaults to the current one
    season: Option<Picked<Season>>,
}

const OVERVIEW: Pages<Season> = Pages {
    action: "overview",
    page: |call, season, position| {
        Box::pin(async move {
            let items = all_items(call, season.id).await?;
            let ranks = all_ranks(call, season.id).await?;
            let lines = texts::overview(season, &items, &ranks);
            let title = escape(&season.name);
            Ok(pages::local(&position, (&title, BLUE), &lines))
        })
    },
};

async fn overview(call: Call, options: Overview) -> Outcome {
    let season = super::season(&call, options.season).await?;
    Ok(OVERVIEW.first(&call, &season).await?.into())
}
