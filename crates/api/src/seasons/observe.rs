//! What changes with a member's status and presence: their rows in tables, and the roles they won.

use super::service;
use crate::db::{Error, Transaction};
use crate::members::{Member, MemberObserver};
use crate::operation::Operation;
use futures_util::future::BoxFuture;

/// Observes members on behalf of seasons.
pub(crate) struct SeasonsObserver;

impl MemberObserver for SeasonsObserver {
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
            // A member who only left keeps what is owed: it is given when they return.
            if before.is_verified() != after.is_verified() {
                service::reconcile_roles(tx, op, after).await?;
            }
            Ok(())
        })
    }
}
