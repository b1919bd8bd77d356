//! `/points`: giving and taking points by hand.

use crate::{commands::prelude::*, replies::seasons::standings as texts};
use api::{PointsAdjustment, Reason, points::AdjustPoints, seasons::Season};

pub(super) fn add(dispatch: &mut Dispatch) {
    dispatch.command(Audience::Managers, points);
}

#[derive(CommandModel, CreateCommand)]
#[command(name = "points", desc = "Points of members")]
enum Points {
    #[command(name = "adjust")]
    Adjust(Adjust),
}

#[derive(CommandModel, CreateCommand)]
#[command(name = "adjust", desc = "Give points to a member, or take some")]
struct Adjust {
    /// Member
    member: Id<UserMarker>,
    /// Points to give; negative to take
    points: Num<PointsAdjustment>,
    /// Reason, for the record
    reason: Text<Reason>,
    /// Season; defaults to the current one
    season: Option<Picked<Season>>,
}

async fn points(call: Call, options: Points) -> Outcome {
    let Points::Adjust(options) = options;
    let season = super::season(&call, options.season).await?;
    let adjustment = AdjustPoints {
        user_id: options.member.wire(),
        points: options.points.0,
        reason: options.reason.0,
    };
    let adjustment = call.write().adjust_points(season.id, &adjustment).await?;
    Ok(texts::adjusted(&season, &adjustment).into())
}
