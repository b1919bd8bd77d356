//! `/points`: giving and taking points by hand.

use super::suggestions;
use crate::{
    call::Call,
    commands::manage_server,
    dispatch::{Dispatch, Outcome},
    ids::ToWire as _,
    replies::seasons::standings as texts,
};
use paddock_api_types::points::AdjustPoints;
use twilight_interactions::command::{CommandModel, CreateCommand};
use twilight_model::id::{Id, marker::UserMarker};

pub(super) fn add(dispatch: &mut Dispatch) {
    dispatch.command(points);
    dispatch.autocomplete(suggestions::complete);
}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "points",
    desc = "Points of members",
    default_permissions = "manage_server",
    contexts = "guild",
    integration_types = "guild_install"
)]
enum Points {
    #[command(name = "adjust")]
    Adjust(Adjust),
}

#[derive(CommandModel, CreateCommand)]
#[command(name = "adjust", desc = "Give a member points, or take some")]
struct Adjust {
    /// Whose
    member: Id<UserMarker>,
    /// How many; negative takes them
    #[command(min_value = -1_000_000, max_value = 1_000_000)]
    points: i64,
    /// Why, for the record
    #[command(min_length = 1, max_length = 400)]
    reason: String,
    /// In which season; the current one unless told
    #[command(autocomplete = true, max_length = 100)]
    season: Option<String>,
}

async fn points(call: Call, options: Points) -> Outcome {
    let Points::Adjust(options) = options;
    let season = super::season(&call, options.season.as_deref()).await?;
    let adjustment = AdjustPoints {
        user_id: options.member.wire(),
        points: options.points,
        reason: options.reason,
    };
    let adjustment = call.write().adjust_points(season.id, &adjustment).await?;
    Ok(texts::adjusted(&season, &adjustment).into())
}
