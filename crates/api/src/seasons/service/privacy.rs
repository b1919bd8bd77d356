//! What is kept of a member, and forgetting it.

use super::review::post;
use crate::db::Transaction;
use crate::effects;
use crate::operation::Operation;
use crate::seasons::model::SeasonError;
use crate::seasons::store;
use paddock_api_types::UserId;
use paddock_api_types::points::{Award, LedgerEntry, Participation};
use paddock_api_types::submissions::Submission;

/// Everything about a member.
pub(crate) struct Kept {
    pub(crate) seasons: Vec<Participation>,
    pub(crate) submissions: Vec<Submission>,
    pub(crate) ledger: Vec<LedgerEntry>,
    pub(crate) awards: Vec<Award>,
}

/// Everything that is kept of a member.
pub(crate) async fn kept(op: &Operation, user: UserId) -> Result<Kept, SeasonError> {
    let (db, guild) = (&op.ctx.db, op.guild());
    let standings = store::standings::of_member(db, guild, user).await?;
    let mut ledger = Vec::new();
    for standing in &standings {
        ledger.extend(store::ledger::all_of_member(db, guild, standing.season_id, user).await?);
    }
    let seasons = standings.into_iter().map(|standing| Participation {
        season_id: standing.season_id,
        points: standing.points,
        joined_at: standing.joined_at,
    });
    Ok(Kept {
        seasons: seasons.collect(),
        submissions: store::submissions::all_of_member(db, guild, user).await?,
        ledger,
        awards: store::awards::of_member(db, guild, user, None, true).await?,
    })
}

/// Removes a member from every season, closed ones included: the others move up.
pub(crate) async fn forget(
    tx: &mut Transaction,
    op: &Operation,
    user: UserId,
) -> Result<(), SeasonError> {
    for standing in store::standings::of_member(&mut *tx, op.guild(), user).await? {
        let season = standing.season_id;
        store::standings::delete(tx, op.guild(), &standing).await?;
        if standing.listed {
            store::counts::shift(tx, op.guild(), season, Some(standing.points), None).await?;
        }
        store::seasons::left(tx, op.guild(), season).await?;
        store::ledger::erase(tx, op.guild(), season, user).await?;
    }
    for id in store::submissions::ids_of_member(tx, op.guild(), user).await? {
        effects::service::forget_post(tx, op, &post(id)).await?;
    }
    store::submissions::erase(tx, op.guild(), user).await?;
    Ok(store::awards::erase(tx, op.guild(), user).await?)
}
