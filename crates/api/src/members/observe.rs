//! Observers of changes of a member's status and presence.
//!
//! Members know no capability that builds on them; what such a one has to change along, it changes
//! in the same transaction, as an observer that its `capability.rs` registers.

use super::model::Member;
use crate::db::{Error, Transaction};
use crate::operation::Operation;
use futures_util::future::BoxFuture;

/// Is notified of changes of status and presence.
pub(crate) trait MemberObserver: Send + Sync {
    /// Makes the changes that follow. Called after the member's row was written.
    fn member_changed<'a>(
        &'a self,
        tx: &'a mut Transaction,
        op: &'a Operation,
        before: &'a Member,
        after: &'a Member,
    ) -> BoxFuture<'a, Result<(), Error>>;
}

/// Every observer, in the order of the capabilities.
pub(crate) struct MemberObservers(Vec<&'static dyn MemberObserver>);

impl MemberObservers {
    /// Puts observers in place.
    pub(crate) fn new(observers: impl IntoIterator<Item = &'static dyn MemberObserver>) -> Self {
        Self(observers.into_iter().collect())
    }

    /// Notifies all of them.
    pub(super) async fn notify(
        &self,
        tx: &mut Transaction,
        op: &Operation,
        before: &Member,
        after: &Member,
    ) -> Result<(), Error> {
        for observer in &self.0 {
            observer.member_changed(tx, op, before, after).await?;
        }
        Ok(())
    }
}
