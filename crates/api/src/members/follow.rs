//! Who wants to know when a member's status or presence changes.
//!
//! Members know no capability that builds on them; what such a one has to change along, it changes
//! in the same transaction, as a follower put in place in `app.rs`.

use super::model::Member;
use crate::db::{Error, Transaction};
use crate::operation::Operation;
use futures_util::future::BoxFuture;
use std::sync::Arc;

/// Hears of changes of status and presence.
pub(crate) trait Follower: Send + Sync {
    /// Changes along. Called after the member's row was written.
    fn member_changed<'a>(
        &'a self,
        tx: &'a mut Transaction,
        op: &'a Operation,
        before: &'a Member,
        after: &'a Member,
    ) -> BoxFuture<'a, Result<(), Error>>;
}

/// Everybody who follows, in order.
#[derive(Clone, Default)]
pub(crate) struct Followers(Arc<[Arc<dyn Follower>]>);

impl Followers {
    /// These.
    pub(crate) fn new(followers: impl IntoIterator<Item = Arc<dyn Follower>>) -> Self {
        Self(followers.into_iter().collect())
    }

    /// Tells all of them.
    pub(super) async fn tell(
        &self,
        tx: &mut Transaction,
        op: &Operation,
        before: &Member,
        after: &Member,
    ) -> Result<(), Error> {
        for follower in &*self.0 {
            follower.member_changed(tx, op, before, after).await?;
        }
        Ok(())
    }
}
