//! `/join`: taking part in a season.

use crate::{commands::prelude::*, replies::seasons as texts};
use api::seasons::Season;

pub(super) fn add(dispatch: &mut Dispatch) {
    dispatch.command(Audience::Everyone, join);
}

#[derive(CommandModel, CreateCommand)]
#[command(name = "join", desc = "Take part in a season")]
struct Join {
    /// Season; defaults to the current one
    season: Option<Picked<Season>>,
}

async fn join(call: Call, options: Join) -> Outcome {
    let season = super::season(&call, options.season).await?;
    let participant = call.write().join_season(season.id).await?;
    Ok(texts::joined(&season, &participant).into())
}
