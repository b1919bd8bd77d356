//! What changes with a member's status and presence: who is banned is of the staff no more, and of who
//! left nobody knows how they stand.

use super::service;
use crate::db::{Error, Transaction};
use crate::members::{Member, MemberObserver};
use crate::operation::Operation;
use futures_util::future::BoxFuture;

/// Observes members on behalf of staff.
pub(crate) struct StaffObserver;

impl MemberObserver for StaffObserver {
    fn member_changed<'a>(
        &'a self,
        tx: &'a mut Transaction,
        op: &'a Operation,
        before: &'a Member,
        after: &'a Member,
    ) -> BoxFuture<'a, Result<(), Error>> {
        Box::pin(service::member_changed(tx, op, before, after))
    }
}
