//! Penalties.

use crate::audit;
use crate::db::Transaction;
use crate::operation::Operation;
use crate::page::PageRequest;
use crate::scoring::model::ScoringError;
use crate::scoring::store;
use crate::seasons;
use crate::seasons::service::ByHand;
use paddock_api_types::points::LedgerKind;
use paddock_api_types::scoring::{AddPenalty, Penalty};
use paddock_api_types::{Page, PenaltyId, SeasonId};

/// Penalties of a season, the latest first.
pub(crate) async fn list(
    op: &Operation,
    id: SeasonId,
    page: PageRequest<1>,
) -> Result<Page<Penalty>, ScoringError> {
    seasons::service::get(op, id).await?;
    let rows = store::penalties(&op.ctx.db, op.guild(), id, page).await?;
    Ok(page.page(rows, |penalty| [penalty.id.get()]))
}

/// Takes points from a member.
pub(crate) async fn add(
    op: &Operation,
    season: SeasonId,
    asked: AddPenalty,
) -> Result<Penalty, ScoringError> {
    let penalty = &Penalty {
        id: op.ctx.next_id(),
        season_id: season,
        user_id: asked.user_id,
        points: asked.points.into(),
        round: asked.round.map(|round| round.get().into()),
        reason: asked.reason.into(),
        imposed_at: op.at,
    };
    op.write(|mut tx| async move {
        give(&mut tx, op, penalty, -penalty.points).await?;
        store::insert_penalty(&mut tx, op.guild(), penalty).await?;
        audit::created(&mut tx, op, "season.penalty_imposed", penalty).await?;
        let user = penalty.user_id;
        Ok(op.commit_about(tx, user, penalty.clone()).await?)
    })
    .await
}

/// Takes a penalty back.
pub(crate) async fn remove(
    op: &Operation,
    season: SeasonId,
    id: PenaltyId,
) -> Result<(), ScoringError> {
    seasons::service::get(op, season).await?;
    op.write(|mut tx| async move {
        let penalty = store::penalty(&mut tx, op.guild(), season, id).await?;
        let penalty = penalty.ok_or(ScoringError::PenaltyNotFound)?;
        store::delete_penalty(&mut tx, op.guild(), id).await?;
        give(&mut tx, op, &penalty, penalty.points).await?;
        audit::deleted(&mut tx, op, "season.penalty_removed", &penalty).await?;
        Ok(op.commit(tx, ()).await?)
    })
    .await
}

async fn give(
    tx: &mut Transaction,
    op: &Operation,
    penalty: &Penalty,
    points: i64,
) -> Result<(), ScoringError> {
    let by_hand = ByHand {
        season: penalty.season_id,
        user: penalty.user_id,
        kind: LedgerKind::Penalty,
        points,
        reason: &penalty.reason,
    };
    seasons::service::give(tx, op, &by_hand).await?;
    Ok(())
}
