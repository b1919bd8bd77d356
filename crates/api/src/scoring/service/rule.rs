//! What results are worth in a season.

use super::credit;
use crate::audit::{self, Under};
use crate::operation::Operation;
use crate::scoring::model::{ScoringError, check};
use crate::scoring::store;
use crate::seasons;
use paddock_api_types::SeasonId;
use paddock_api_types::scoring::ResultRule;

/// The rule of a season.
pub(crate) async fn get(op: &Operation, id: SeasonId) -> Result<ResultRule, ScoringError> {
    seasons::service::get(op, id).await?;
    let stored = store::rule(&op.ctx.db, op.guild(), id).await?;
    stored.map_or(Err(ScoringError::NoRule), |stored| Ok(stored.rule))
}

/// Sets the rule of a season, and has the ledger follow it in the same transaction.
pub(crate) async fn set(
    op: &Operation,
    id: SeasonId,
    rule: ResultRule,
) -> Result<ResultRule, ScoringError> {
    check(&rule)?;
    let rule = &rule;
    op.write(|mut tx| async move {
        seasons::service::must_not_be_closed(&mut tx, op, id).await?;
        let before = store::rule(&mut tx, op.guild(), id).await?;
        credit::credit(&mut tx, op, id, (before.as_ref(), rule)).await?;
        let was = before.as_ref().map(|before| Under(id, &before.rule));
        let is = Under(id, rule);
        audit::set(&mut tx, op, "season.result_rule_set", was.as_ref(), &is).await?;
        Ok(op.commit(tx, rule.clone()).await?)
    })
    .await
}

/// Removes the rule of a season, and takes back what results gave.
pub(crate) async fn remove(op: &Operation, id: SeasonId) -> Result<(), ScoringError> {
    op.write(|mut tx| async move {
        seasons::service::must_not_be_closed(&mut tx, op, id).await?;
        let stored = store::rule(&mut tx, op.guild(), id).await?;
        let stored = stored.ok_or(ScoringError::NoRule)?;
        // First: whoever credits by it at the same moment begins again, and finds none.
        store::delete_rule(&mut tx, &stored).await?;
        credit::take_back(&mut tx, op, id).await?;
        let was = Under(id, &stored.rule);
        audit::deleted(&mut tx, op, "season.result_rule_removed", &was).await?;
        Ok(op.commit(tx, ()).await?)
    })
    .await
}
