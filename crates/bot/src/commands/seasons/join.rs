//! `/join`: taking part in a season.

use super::suggestions;
use crate::{
    call::Call,
    dispatch::{Dispatch, Outcome},
    replies::seasons as texts,
};
use twilight_interactions::command::{CommandModel, CreateCommand};

pub(super) fn add(dispatch: &mut Dispatch) {
    dispatch.command(join);
    dispatch.autocomplete(suggestions::complete);
}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "join",
    desc = "Take part in a season",
    contexts = "guild",
    integration_types = "guild_install"
)]
struct Join {
    /// In which; the current one unless told
    #[command(autocomplete = true, max_length = 100)]
    season: Option<String>,
}

async fn join(call: Call, options: Join) -> Outcome {
    let season = super::season(&call, options.season.as_deref()).await?;
    let participant = call.write().join_season(season.id).await?;
    Ok(texts::joined(&season, &participant).into())
}
