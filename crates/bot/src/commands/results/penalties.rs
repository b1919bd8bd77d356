//! `/results penalty`, `penalties`, `penalty-remove`.

use crate::{
    commands::{prelude::*, seasons},
    replies::results::points as texts,
};
use api::{
    PenaltyPoints, Reason, RoundNumber, SeasonId,
    scoring::{AddPenalty, Penalty},
    seasons::Season,
};

pub(super) fn add(dispatch: &mut Dispatch) {
    dispatch.list(&PENALTIES);
}

#[derive(CommandModel, CreateCommand)]
#[command(name = "penalty", desc = "Take points from a driver")]
pub(super) struct Impose {
    /// Driver
    member: Id<UserMarker>,
    /// Points to take
    points: Num<PenaltyPoints>,
    /// Reason; the driver finds it in their points
    reason: Text<Reason>,
    /// For what happened in this round
    round: Option<Num<RoundNumber>>,
    /// Season; defaults to the current one
    season: Option<Picked<Season>>,
}

#[derive(CommandModel, CreateCommand)]
#[command(name = "penalties", desc = "Penalties of a season, the latest first")]
pub(super) struct ListPenalties {
    /// Season; defaults to the current one
    season: Option<Picked<Season>>,
}

#[derive(CommandModel, CreateCommand)]
#[command(name = "penalty-remove", desc = "Take a penalty back")]
pub(super) struct Remove {
    /// Penalty
    penalty: Picked<Penalty>,
    /// Season; defaults to the current one
    season: Option<Picked<Season>>,
}

const PENALTIES: List<SeasonId, Penalty> = List {
    action: "penalties",
    size: |_| 10,
    rows: |call, season, page| {
        Box::pin(async move { call.api.list_penalties(*season, &pages::at(page)).await })
    },
    title: |_| texts::PENALTIES.into(),
    empty: |_| texts::NO_PENALTIES.into(),
    line: texts::penalty,
};

pub(super) async fn impose(call: &Call, options: Impose) -> Result<Reply, Failure> {
    let season = seasons::season(call, options.season).await?;
    let penalty = AddPenalty {
        user_id: options.member.wire(),
        points: options.points.0,
        round: options.round.map(|it| it.0),
        reason: options.reason.0,
    };
    let penalty = call.write().add_penalty(season.id, &penalty).await?;
    Ok(texts::imposed(&season, &penalty))
}

pub(super) async fn list(call: &Call, options: ListPenalties) -> Result<Reply, Failure> {
    let season = seasons::season(call, options.season).await?;
    PENALTIES.first(call, &season.id).await
}

pub(super) async fn remove(call: &Call, options: Remove) -> Result<Reply, Failure> {
    let season = seasons::season(call, options.season).await?;
    let (api, penalty) = (call.write(), options.penalty.id()?);
    api.remove_penalty(season.id, penalty).await?;
    Ok(Reply::text(texts::TAKEN_BACK))
}
