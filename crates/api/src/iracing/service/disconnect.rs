//! Ending a connection because its member wants it.

use super::caller;
use super::revoke::queue;
use crate::audit;
use crate::context::Context;
use crate::db::{Error, Transaction};
use crate::iracing::model::{AccountKey, IracingError};
use crate::iracing::store::{accounts, sign_ins, unfinished};
use crate::operation::Operation;

/// Forgets the caller's connection. Whatever happens then, its permission is revoked at iRacing.
pub(crate) async fn disconnect(op: &Operation) -> Result<(), IracingError> {
    let of = caller(op)?;
    op.write(|mut tx| async move {
        let account = accounts::lookup(&mut tx, of).await?;
        let account = account.ok_or(IracingError::NotConnected)?;
        forget(&mut tx, &op.ctx, of).await?;
        audit::deleted(&mut tx, op, "iracing.disconnected", &account).await?;
        Ok(op.commit(tx, ()).await?)
    })
    .await
}

/// Removes everything of a connection, and has its permission be revoked.
pub(super) async fn forget(
    tx: &mut Transaction,
    ctx: &Context,
    of: AccountKey,
) -> Result<(), Error> {
    if let Some(tokens) = accounts::tokens(&mut *tx, of).await? {
        queue(tx, ctx, of, &tokens).await?;
    }
    accounts::delete(tx, of).await?;
    unfinished::forget(tx, of).await?;
    sign_ins::forget(tx, of).await
}
