//! Export and erasure of what is kept of a member's connection.

use super::disconnect::forget;
use super::sessions::as_wire;
use crate::db::{Error, Transaction};
use crate::iracing::model::AccountKey;
use crate::iracing::store::accounts;
use crate::operation::Operation;
use paddock_api_types::UserId;
use paddock_api_types::members::MemberExport;

/// Adds the connection of a member to an export.
pub(crate) async fn export_personal_data(
    op: &Operation,
    user: UserId,
    export: &mut MemberExport,
) -> Result<(), Error> {
    let guild = op.guild();
    let account = accounts::lookup(&op.ctx.db, AccountKey { guild, user }).await?;
    export.iracing_connection = account.as_ref().map(as_wire);
    Ok(())
}

/// Forgets the connection of a member, as disconnecting does.
pub(crate) async fn erase(tx: &mut Transaction, op: &Operation, user: UserId) -> Result<(), Error> {
    let guild = op.guild();
    forget(tx, &op.ctx, AccountKey { guild, user }).await
}
