//! What changes with a member's status and presence: their rows in tables, and the roles they won.

use super::service;
use crate::db::{Error, Transaction};
use crate::members::{Follower, Member};
use crate::operation::Operation;
use futures_util::future::BoxFuture;

/// Follows members.
pub(crate) struct Follow;

impl Follower for Follow {
    fn member_changed<'a>(
        &'a self,
        tx: &'a mut Transaction,
        op: &'a Operation,
        before: &'a Member,
        after: &'a Member,
    ) -> BoxFuture<'a, Result<(), Error>> {
        Box::pin(async move {
            if before.takes_part() != after.takes_part() {
                service::set_listed(tx, op, after.user_id, after.takes_part()).await?;
            }
            // Whoever only left keeps what is owed: it is given when they are back.
            if before.is_verified() != after.is_verified() {
                service::reconcile_roles(tx, op, after).await?;
            }
            Ok(())
        })
    }
}
