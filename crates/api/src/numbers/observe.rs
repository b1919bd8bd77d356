//! What changes with a member's status and presence: who left keeps their numbers for some days, and
//! who is banned loses them.

use super::service;
use crate::db::{Error, Transaction};
use crate::members::{Member, MemberObserver};
use crate::operation::Operation;
use futures_util::future::BoxFuture;

/// Observes members on behalf of numbers.
pub(crate) struct NumbersObserver;

impl MemberObserver for NumbersObserver {
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
