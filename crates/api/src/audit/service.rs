//! Recording and reading changes.

use super::model::{Action, Audited, Change, Step};
use super::{names, store};
use crate::db::{Database, Error, Transaction};
use crate::operation::Operation;
use crate::page::PageRequest;
use jiff::Timestamp;
use paddock_api_types::audit::AuditEntry;
use paddock_api_types::{Page, UserId};
use std::time::Duration;

/// How many entries an export of one member holds at most.
const EXPORT_LIMIT: u32 = 10_000;

/// Records that something is new, in the transaction that makes it so.
pub(crate) async fn created<T: Audited>(
    tx: &mut Transaction,
    op: &Operation,
    action: impl Into<Action<'_>>,
    after: &T,
) -> Result<(), Error> {
    let change = Change::new(action.into(), &Step::Created(after));
    record(tx, op, &change).await
}

/// Records what changed, in the transaction that changes it; nothing where nothing that is audited did
/// and no reason was given.
pub(crate) async fn changed<T: Audited>(
    tx: &mut Transaction,
    op: &Operation,
    action: impl Into<Action<'_>>,
    before: &T,
    after: &T,
) -> Result<(), Error> {
    let change = Change::new(action.into(), &Step::Changed(before, after));
    if change.differs() {
        record(tx, op, &change).await?;
    }
    Ok(())
}

/// Records how something is from now on, also where it was so before or is new.
pub(crate) async fn set<T: Audited>(
    tx: &mut Transaction,
    op: &Operation,
    action: impl Into<Action<'_>>,
    before: Option<&T>,
    after: &T,
) -> Result<(), Error> {
    let step = before.map_or(Step::Created(after), |before| Step::Changed(before, after));
    let change = Change::new(action.into(), &step);
    record(tx, op, &change).await
}

/// Records that something is gone, in the transaction that deletes it.
pub(crate) async fn deleted<T: Audited>(
    tx: &mut Transaction,
    op: &Operation,
    action: impl Into<Action<'_>>,
    before: &T,
) -> Result<(), Error> {
    let change = Change::new(action.into(), &Step::Deleted(before));
    record(tx, op, &change).await
}

async fn record(tx: &mut Transaction, op: &Operation, change: &Change) -> Result<(), Error> {
    store::insert(tx, op, op.ctx.next_id(), change).await
}

/// The highest id of any entry. The other ids that an operation makes are near it.
pub(crate) async fn latest_id(db: &Database) -> Result<Option<i64>, Error> {
    store::latest(db).await
}

/// Changes in the guild, newest first.
pub(crate) async fn list(
    op: &Operation,
    actor: Option<UserId>,
    subject: Option<&str>,
    page: PageRequest<1>,
) -> Result<Page<AuditEntry>, Error> {
    let rows = store::list(&op.ctx.db, op.guild(), actor, subject, page).await?;
    let mut page = page.page(rows, |entry| [entry.id.get()]);
    names::add(op, &mut page.items).await?;
    Ok(page)
}

/// Changes by or to a member, newest first.
pub(crate) async fn of_member(
    op: &Operation,
    user: UserId,
    subject: &str,
) -> Result<Vec<AuditEntry>, Error> {
    store::list_of_member(&op.ctx.db, op.guild(), user, subject, EXPORT_LIMIT).await
}

/// How often something was done to a subject in the time before this operation, and when first. What a
/// member may do so often is counted here, because entries stay when the member is erased.
pub(crate) async fn recent(
    tx: &mut Transaction,
    op: &Operation,
    subject: &str,
    action: &'static str,
    within: Duration,
) -> Result<Option<(i64, Timestamp)>, Error> {
    let (count, first) = store::recent(tx, op, subject, action, op.at - within).await?;
    Ok(first.map(|first| (count, first)))
}

/// Who last did one of these to something; none where Paddock did, or nobody.
pub(crate) async fn last_actor<T: Audited>(
    tx: &mut Transaction,
    op: &Operation,
    of: &T,
    actions: [&'static str; 4],
) -> Result<Option<UserId>, Error> {
    store::last_actor(tx, op.guild(), &of.subject(), actions).await
}

/// Erases what the log says of a person; the entries stay.
pub(crate) async fn erase(tx: &mut Transaction, op: &Operation, user: UserId) -> Result<(), Error> {
    store::erase(tx, op.guild(), user).await
}
