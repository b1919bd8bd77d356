//! What changes along with a member: a ban ends their sessions, so that lifting it brings none back.

use super::service;
use crate::db::{Error, Transaction};
use crate::members::{Member, MemberObserver};
use crate::operation::Operation;
use futures_util::future::BoxFuture;
use paddock_api_types::members::MemberStatus;

/// Ends sessions.
pub(super) struct Sessions;

impl MemberObserver for Sessions {
    fn member_changed<'a>(
        &'a self,
        tx: &'a mut Transaction,
        op: &'a Operation,
        _: &'a Member,
        after: &'a Member,
    ) -> BoxFuture<'a, Result<(), Error>> {
        Box::pin(async move {
            if after.status == MemberStatus::Banned {
                service::end_all(tx, op.guild(), after.user_id).await?;
            }
            Ok(())
        })
    }
}
