//! Recording and reading changes.

use super::{model::Change, store};
use crate::db::{Error, Transaction};
use crate::operation::Operation;
use crate::page::PageRequest;
use paddock_api_types::audit::AuditEntry;
use paddock_api_types::{Page, UserId};

/// How many entries an export of one member holds at most.
const EXPORT_LIMIT: u32 = 10_000;

/// Records a change, in the transaction that makes it.
pub(crate) async fn record(
    tx: &mut Transaction,
    op: &Operation,
    change: &Change,
) -> Result<(), Error> {
    store::insert(tx, op, op.ctx.next_id(), change).await
}

/// Changes in the guild, newest first.
pub(crate) async fn list(
    op: &Operation,
    actor: Option<UserId>,
    subject: Option<&str>,
    page: PageRequest<1>,
) -> Result<Page<AuditEntry>, Error> {
    let rows = store::list(&op.ctx.db, op.guild(), actor, subject, page).await?;
    Ok(page.page(rows, |entry| [entry.id.get()]))
}

/// Changes by or to a member, newest first.
pub(crate) async fn of_member(
    op: &Operation,
    user: UserId,
    subject: &str,
) -> Result<Vec<AuditEntry>, Error> {
    store::list_of_member(&op.ctx.db, op.guild(), user, subject, EXPORT_LIMIT).await
}

/// Takes away what the log says of a person; the entries stay.
pub(crate) async fn forget(
    tx: &mut Transaction,
    op: &Operation,
    user: UserId,
) -> Result<(), Error> {
    store::erase(tx, op.guild(), user).await
}
