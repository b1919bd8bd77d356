//! `/overview`: what counts in a season and what can be won, for everybody.

use super::set_up_page;
use crate::{commands::prelude::*, replies::seasons as texts};
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
        Box::pin(async move { set_up_page(call, season, &position, texts::overview).await })
    },
};

async fn overview(call: Call, options: Overview) -> Outcome {
    let season = super::season(&call, options.season).await?;
    Ok(OVERVIEW.first(&call, &season).await?.into())
}
