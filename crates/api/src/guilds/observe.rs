//! Observers of the league of a guild.
//!
//! Guilds know no capability that builds on them; what such a one has to do when a guild turns to another
//! iRacing league, it notes in the same transaction, as an observer that its `capability.rs` registers.

use crate::db::{Error, Transaction};
use crate::operation::Operation;
use futures_util::future::BoxFuture;

/// Notes that a guild has another league, or none any more. Called after it was written.
pub(crate) type LeagueObserver =
    for<'a> fn(&'a mut Transaction, &'a Operation, Option<i64>) -> BoxFuture<'a, Result<(), Error>>;

/// Every observer, in the order of the capabilities.
pub(crate) struct LeagueObservers(pub(crate) Vec<LeagueObserver>);

impl LeagueObservers {
    /// Notifies all of them.
    pub(super) async fn notify(
        &self,
        tx: &mut Transaction,
        op: &Operation,
        league_id: Option<i64>,
    ) -> Result<(), Error> {
        for observer in &self.0 {
            observer(tx, op, league_id).await?;
        }
        Ok(())
    }
}
