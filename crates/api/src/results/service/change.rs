//! What admins do with results that are kept.

use super::read::listed;
use super::rounds as placing;
use crate::audit;
use crate::db::Transaction;
use crate::operation::Operation;
use crate::results::model::audited::Round;
use crate::results::model::{Known, ResultError};
use crate::results::store::rounds::Placed;
use crate::results::store::{results, rounds, rows};
use paddock_api_types::SubsessionId;
use paddock_api_types::results::{RaceResult, SetRound};

/// Makes a result final, or provisional again.
pub(crate) async fn set_final(
    op: &Operation,
    id: SubsessionId,
    is_final: bool,
) -> Result<RaceResult, ResultError> {
    op.write(|mut tx| async move {
        let (guild, id) = (op.guild(), id.get());
        let before = known(&mut tx, op, id).await?;
        if before.is_final != is_final {
            let after = Known {
                is_final,
                ..before.clone()
            };
            results::save(&mut tx, guild, Some(before.version), &after).await?;
            let action = if is_final {
                "result.finalized"
            } else {
                "result.reopened"
            };
            audit::changed(&mut tx, op, action, &before, &after).await?;
            // From now on its number stays, or no longer.
            if let Some(placed) = rounds::lookup(&mut tx, guild, id).await? {
                placing::renumber(&mut tx, guild, placed.league_season_id).await?;
            }
        }
        let answer = listed(&mut tx, guild, id).await?;
        Ok(op.commit(tx, answer).await?)
    })
    .await
}

/// Deletes a result that is provisional.
pub(crate) async fn delete(op: &Operation, id: SubsessionId) -> Result<(), ResultError> {
    op.write(|mut tx| async move {
        let (guild, id) = (op.guild(), id.get());
        let before = known(&mut tx, op, id).await?;
        if before.is_final {
            return Err(ResultError::Final);
        }
        results::delete(&mut tx, guild, &before).await?;
        rows::delete(&mut tx, guild, id).await?;
        if let Some(placed) = rounds::lookup(&mut tx, guild, id).await? {
            rounds::delete(&mut tx, guild, id).await?;
            placing::renumber(&mut tx, guild, placed.league_season_id).await?;
        }
        audit::deleted(&mut tx, op, "result.deleted", &before).await?;
        Ok(op.commit(tx, ()).await?)
    })
    .await
}

/// Chooses the round of a result, or has it follow from the day again.
pub(crate) async fn set_round(
    op: &Operation,
    id: SubsessionId,
    asked: &SetRound,
) -> Result<RaceResult, ResultError> {
    op.write(|mut tx| async move {
        let (guild, id) = (op.guild(), id.get());
        let known = known(&mut tx, op, id).await?;
        let before = rounds::lookup(&mut tx, guild, id).await?;
        if let Some(number) = asked.number {
            let season = asked.league_season_id.or(known.header.league_season_id);
            let league_season_id = season.ok_or_else(|| ResultError::Invalid {
                field: "league_season_id",
                expected: "the season, because the subsession itself belongs to none".to_owned(),
            })?;
            let placed = Placed {
                subsession_id: id,
                league_season_id,
                number: number.get().into(),
                chosen: true,
            };
            rounds::put(&mut tx, guild, placed).await?;
            placing::renumber(&mut tx, guild, league_season_id).await?;
        } else {
            rounds::delete(&mut tx, guild, id).await?;
            let sessions = rows::sessions(&mut tx, guild, id).await?;
            placing::place(&mut tx, op, &known.header, &sessions).await?;
        }
        let after = rounds::lookup(&mut tx, guild, id).await?;
        if let Some(before) = before
            && after.is_none_or(|after| after.league_season_id != before.league_season_id)
        {
            placing::renumber(&mut tx, guild, before.league_season_id).await?;
        }
        let (was, is) = (round(id, before), round(id, after));
        audit::changed(&mut tx, op, "result.round_changed", &was, &is).await?;
        let answer = listed(&mut tx, guild, id).await?;
        Ok(op.commit(tx, answer).await?)
    })
    .await
}

async fn known(tx: &mut Transaction, op: &Operation, id: i64) -> Result<Known, ResultError> {
    let known = results::lookup(&mut *tx, op.guild(), id).await?;
    known.ok_or(ResultError::NotFound)
}

fn round(subsession_id: i64, placed: Option<Placed>) -> Round {
    placed.map_or(
        Round {
            subsession_id,
            league_season_id: None,
            number: None,
        },
        Placed::audited,
    )
}
