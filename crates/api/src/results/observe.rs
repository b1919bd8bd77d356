//! Observers of the rounds of leagues' seasons.
//!
//! Results know no capability that builds on them; what such a one has to change along, it changes in
//! the same transaction, as an observer that its `capability.rs` registers.

use crate::db::{Error, Transaction};
use crate::operation::Operation;
use futures_util::future::BoxFuture;

/// Makes the changes that follow when a result of this season of a league was imported, corrected or
/// deleted, or its round, or whether it counts. Called after it was written.
pub(crate) type RoundsObserver =
    for<'a> fn(&'a mut Transaction, &'a Operation, i64) -> BoxFuture<'a, Result<(), Error>>;

/// Every observer, in the order of the capabilities.
pub(crate) struct RoundsObservers(pub(crate) Vec<RoundsObserver>);

impl RoundsObservers {
    /// Notifies all of them.
    pub(super) async fn notify(
        &self,
        tx: &mut Transaction,
        op: &Operation,
        league_season_id: i64,
    ) -> Result<(), Error> {
        for observer in &self.0 {
            observer(tx, op, league_season_id).await?;
        }
        Ok(())
    }
}
