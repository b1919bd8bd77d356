//! Has the ledger follow results.

use super::table::{Results, Table};
use crate::audit;
use crate::context::Context;
use crate::db::{Error, Transaction};
use crate::operation::Operation;
use crate::scoring::model::ScoringError;
use crate::scoring::model::credits::{due, nothing, reason};
use crate::scoring::store::{self, LOOK_AGAIN, StoredRule};
use crate::seasons;
use crate::seasons::service::{Notify, PointsGrant};
use paddock_api_types::points::LedgerKind;
use paddock_api_types::scoring::{ResultCredit, ResultRule};
use paddock_api_types::seasons::SeasonStatus;
use paddock_api_types::{SeasonId, UserId};
use std::collections::BTreeMap;

/// Has every rule about this season of a league looked at.
pub(crate) async fn rounds_changed(
    tx: &mut Transaction,
    op: &Operation,
    league_season_id: i64,
) -> Result<(), Error> {
    store::rounds_changed(tx, op.guild(), league_season_id).await
}

/// Whether a rule is to be looked at.
pub(crate) async fn has_work(ctx: &Context) -> Result<bool, Error> {
    Ok(!store::due(&ctx.db, ctx.now()).await?.is_empty())
}

/// Credits by every rule that is to be looked at. A job: each season is one transaction.
pub(crate) async fn credit_due(ctx: &Context) -> Result<(), ScoringError> {
    let mut outcome = Ok(());
    for found in store::due(&ctx.db, ctx.now()).await? {
        // A season that fails must not hold up the others.
        outcome = outcome.and(credit_again(ctx, &found).await);
    }
    outcome
}

async fn credit_again(ctx: &Context, found: &StoredRule) -> Result<(), ScoringError> {
    let op = &Operation::system(ctx, found.guild);
    op.write(|mut tx| async move {
        // Read again: it may have been removed since, or be another one.
        if let Some(stored) = store::rule(&mut tx, op.guild(), found.season).await? {
            let rule = &stored.rule;
            credit(&mut tx, op, found.season, (Some(&stored), rule)).await?;
        }
        Ok::<_, ScoringError>(op.commit(tx, ()).await?)
    })
    .await
}

/// Keeps a rule in the place of the one before, and gives everybody the difference between what
/// results are worth by it and what they were given.
pub(super) async fn credit(
    tx: &mut Transaction,
    op: &Operation,
    season: SeasonId,
    (before, rule): (Option<&StoredRule>, &ResultRule),
) -> Result<(), ScoringError> {
    let status = seasons::service::status(&mut *tx, op, season).await?;
    let again = match status {
        None | Some(SeasonStatus::Closed) => None,
        Some(SeasonStatus::Open | SeasonStatus::Scheduled) => Some(op.at + LOOK_AGAIN),
    };
    // Before anything is read for it: a round that changes meanwhile has this begin again.
    store::save_rule(tx, (op.guild(), season), before, rule, again).await?;
    if status != Some(SeasonStatus::Open) {
        return Ok(());
    }
    let table = Table::read(tx, op, season, (rule, Results::Final)).await?;
    let dues = table.rows();
    let dues = dues.iter().map(|row| (row.member, due(season, row)));
    give(tx, op, season, dues.collect()).await
}

/// Takes everything back that results gave.
pub(super) async fn take_back(
    tx: &mut Transaction,
    op: &Operation,
    season: SeasonId,
) -> Result<(), ScoringError> {
    give(tx, op, season, BTreeMap::new()).await
}

async fn give(
    tx: &mut Transaction,
    op: &Operation,
    season: SeasonId,
    mut dues: BTreeMap<UserId, ResultCredit>,
) -> Result<(), ScoringError> {
    for given in store::credits(tx, op.guild(), season).await? {
        let due = dues.remove(&given.user_id);
        let due = due.unwrap_or_else(|| nothing(season, given.user_id));
        give_difference(tx, op, &given, &due).await?;
    }
    for due in dues.values() {
        give_difference(tx, op, &nothing(season, due.user_id), due).await?;
    }
    Ok(())
}

async fn give_difference(
    tx: &mut Transaction,
    op: &Operation,
    given: &ResultCredit,
    due: &ResultCredit,
) -> Result<(), ScoringError> {
    if given == due {
        return Ok(());
    }
    if given.points != due.points {
        let why = reason(given, due);
        let grant = PointsGrant {
            season: due.season_id,
            user: due.user_id,
            // The rule says which rounds count, whenever they were raced.
            since: op.at,
            kind: LedgerKind::Result,
            reason: Some(&why),
            // Every race changes the points of a whole field, and its results are there to be read.
            notify: Notify::No,
        };
        // Boxed: ranks and prizes may hang on it, and their future is large.
        let difference = due.points - given.points;
        let granted = Box::pin(seasons::service::grant_points(tx, op, &grant, difference));
        if !granted.await? {
            return Ok(());
        }
        audit::changed(tx, op, "season.results_credited", given, due).await?;
    }
    Ok(store::save_credit(tx, op.guild(), due).await?)
}
