//! Operations on connected accounts.

mod connect;
mod disconnect;
mod privacy;
mod reader;
mod revoke;
mod rotate;
mod sessions;
mod sync;
mod tokens;

pub(crate) use connect::{
    CALLBACK, INVITED, Returned, accept, finish, invite, invited, purge_sign_ins, start,
};
pub(crate) use disconnect::disconnect;
pub(crate) use privacy::{erase, export_personal_data};
pub(crate) use revoke::{has_work as revocations_wait, revoke_due};
pub(crate) use rotate::rotate;
pub(crate) use sessions::{list, status};
pub(crate) use sync::{has_work as sync_has_work, sync, sync_due};
#[cfg(test)]
pub(crate) use tokens::token;

use crate::config::{Iracing, IracingAccess};
use crate::context::Context;
use crate::ids::Ids;
use crate::iracing::model::keyring::{Keyring, Sealed};
use crate::iracing::model::{AccountKey, IracingError};
use crate::operation::{Actor, Operation};
use paddock_api_types::audit::AuditVia;
use paddock_api_types::members::Level;
use std::sync::Arc;

/// Whether the operator has a client of iRacing.
pub(crate) fn is_configured(ctx: &Context) -> bool {
    access(ctx).is_ok()
}

/// The client of iRacing, where the operator has one.
fn access(ctx: &Context) -> Result<&Arc<IracingAccess>, IracingError> {
    let access = ctx.extensions.get::<Iracing>().access();
    access.ok_or(IracingError::NotConfigured)
}

/// Seals and opens tokens.
struct Sealer<'c> {
    keys: &'c Keyring,
    ids: &'c Ids,
}

impl<'c> Sealer<'c> {
    fn of(ctx: &'c Context) -> Self {
        let (keys, ids) = (ctx.extensions.get(), &*ctx.ids);
        Self { keys, ids }
    }

    fn seal(&self, text: &str, label: &str) -> Sealed {
        self.keys.seal(text, label, self.ids.bytes())
    }
}

/// The caller's account.
fn caller(op: &Operation) -> Result<AccountKey, IracingError> {
    let user = op.actor.user_id.ok_or(IracingError::NotConnected)?;
    let guild = op.guild();
    Ok(AccountKey { guild, user })
}

/// An operation of the member to whom an account belongs, for what comes back from iRacing.
fn of_member(ctx: &Context, of: AccountKey) -> Operation {
    let system = Operation::system(ctx, of.guild);
    let actor = Actor {
        user_id: Some(of.user),
        level: Level::Verified,
        via: AuditVia::System,
        ..system.actor
    };
    Operation { actor, ..system }
}
