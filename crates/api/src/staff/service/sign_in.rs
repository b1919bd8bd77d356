//! Members of the staff who sign in with Discord without having registered.

use super::lookup;

use crate::context::Context;
use crate::members;
use crate::operation::{Actor, Operation};
use crate::staff::model::StaffError;
use crate::staff::store;
use paddock_api_types::UserId;
use paddock_api_types::audit::AuditVia;
use paddock_api_types::members::Level;

/// Registers somebody who has just proven who they are in every guild whose roster names them and where
/// they never registered, under the name that the roster shows. An admin still verifies them.
pub(crate) async fn enrol(ctx: &Context, user: UserId) -> Result<(), StaffError> {
    for guild in store::members::unregistered(&ctx.db, user).await? {
        let actor = Actor {
            guild_id: guild,
            user_id: Some(user),
            level: Level::Guest,
            via: AuditVia::Browser,
            channel_id: None,
        };
        let op = Operation {
            actor,
            ..Operation::system(ctx, guild)
        };
        let name = lookup(&ctx.db, guild, user).await?.name();
        if let Err(refused) = members::service::register_known(&op, &name).await {
            // They registered and were erased too often of late. Elsewhere they may get in.
            tracing::info!(guild.id = guild.get(), %refused, "one of the staff is not registered");
        }
    }
    Ok(())
}
