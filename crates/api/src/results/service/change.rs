//! What admins do with results that are kept.

use super::matches::hand_on;
use super::read::listed;
use super::rounds as placing;
use super::seen;
use crate::audit;
use crate::db::{Committed, Error, Transaction};
use crate::operation::{Answered, Operation};
use crate::results::model::audited::Round;
use crate::results::model::{Known, ResultError};
use crate::results::store::rounds::Placed;
use crate::results::store::{matches, raw, results, rounds, rows};
use paddock_api_types::SubsessionId;
use paddock_api_types::results::{RaceResult, SetRound};

/// Makes a result final, or provisional again. From then on its number stays, or no longer.
pub(crate) async fn set_final(
    op: &Operation,
    id: SubsessionId,
    is_final: bool,
) -> Result<RaceResult, ResultError> {
    let action = if is_final {
        "result.finalized"
    } else {
        "result.reopened"
    };
    decide(op, id, action, |known| Known { is_final, ..known }).await
}

/// Has a result count for no points, or count again.
pub(crate) async fn set_void(
    op: &Operation,
    id: SubsessionId,
    is_void: bool,
) -> Result<RaceResult, ResultError> {
    let action = if is_void {
        "result.voided"
    } else {
        "result.unvoided"
    };
    decide(op, id, action, |known| Known { is_void, ..known }).await
}

/// Changes what was decided about a result; nothing where it was decided so before.
async fn decide(
    op: &Operation,
    id: SubsessionId,
    action: &'static str,
    decision: impl Fn(Known) -> Known,
) -> Result<RaceResult, ResultError> {
    let decision = &decision;
    op.write(|mut tx| async move {
        let (guild, id) = (op.guild(), id.get());
        let before = known(&mut tx, op, id).await?;
        let after = decision(before.clone());
        if before != after {
            results::save(&mut tx, guild, Some(before.version), &after).await?;
            audit::changed(&mut tx, op, action, &before, &after).await?;
            if let Some(placed) = rounds::lookup(&mut tx, guild, id).await? {
                placing::renumber(&mut tx, op, placed.league_season_id).await?;
            }
        }
        let answer = listed(&mut tx, guild, id).await?;
        Ok(commit(op, tx, answer).await?)
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
        raw::delete(&mut tx, guild, id).await?;
        let accounts = seen::accounts(&mut tx, op, id).await?;
        rows::delete(&mut tx, guild, id).await?;
        seen::follow(&mut tx, op, &[&before.header], &accounts).await?;
        if let Some(placed) = rounds::lookup(&mut tx, guild, id).await? {
            hand_on(&mut tx, op, &placed).await?;
            rounds::delete(&mut tx, guild, id).await?;
            placing::renumber(&mut tx, op, placed.league_season_id).await?;
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
            placing::renumber(&mut tx, op, league_season_id).await?;
        } else {
            rounds::delete(&mut tx, guild, id).await?;
            let sessions = rows::sessions(&mut tx, guild, id).await?;
            placing::place(&mut tx, op, &known.header, &sessions).await?;
        }
        matches::result_changed(&mut tx, guild, id).await?;
        let after = rounds::lookup(&mut tx, guild, id).await?;
        if let Some(before) = before
            && after.is_none_or(|after| after.league_season_id != before.league_season_id)
        {
            placing::renumber(&mut tx, op, before.league_season_id).await?;
        }
        let (was, is) = (round(id, before), round(id, after));
        audit::changed(&mut tx, op, "result.round_changed", &was, &is).await?;
        let answer = listed(&mut tx, guild, id).await?;
        Ok(commit(op, tx, answer).await?)
    })
    .await
}

/// Ends the transaction with an answer that speaks of whoever imported the result.
async fn commit(
    op: &Operation,
    tx: Transaction,
    answer: RaceResult,
) -> Result<Committed<Answered<RaceResult>>, Error> {
    match answer.imported_by {
        Some(user) => op.commit_about(tx, user, answer).await,
        None => op.commit(tx, answer).await,
    }
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
