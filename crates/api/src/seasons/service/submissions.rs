//! Reading submissions, and what all changes to them have in common.

use super::points::{Credit, Notify};
use super::{filtered, is_admin};
use crate::audit::{self, because};
use crate::db::Transaction;
use crate::operation::Operation;
use crate::page::PageRequest;
use crate::seasons::model::SeasonError;
use crate::seasons::store;
use crate::seasons::store::submissions::{Filter, Stored};
use paddock_api_types::points::LedgerKind;
use paddock_api_types::submissions::{ListSubmissionsQuery, Submission};
use paddock_api_types::{Page, SubmissionId};

/// One submission.
pub(crate) async fn get(op: &Operation, id: SubmissionId) -> Result<Submission, SeasonError> {
    let stored = store::submissions::lookup(&op.ctx.db, op.guild(), id).await?;
    let submission = stored.map(|stored| stored.submission);
    submission
        .filter(|submission| may_see(op, submission))
        .ok_or(SeasonError::SubmissionNotFound)
}

/// Submissions: the caller's, or, for admins, anybody's.
pub(crate) async fn list(
    op: &Operation,
    query: &ListSubmissionsQuery,
    page: PageRequest<1>,
) -> Result<Page<Submission>, SeasonError> {
    let filter = Filter {
        guild: op.guild(),
        user: filtered(op, query.user_id, query.everybody)?,
        season: query.season_id,
        state: query.state,
        order: query.order.unwrap_or_default(),
    };
    let rows = store::submissions::list(&op.ctx.db, filter, page).await?;
    Ok(page.page(rows, |submission| [submission.id.get()]))
}

/// The credit for a submission. Its member is notified of the decision, which says what it did.
pub(super) fn of_submission<'a>(
    kind: LedgerKind,
    points: i64,
    submission: &Submission,
    reason: Option<&'a str>,
) -> Credit<'a> {
    Credit {
        kind,
        points,
        submission_id: Some(submission.id),
        reason,
        announced: true,
        notify: Notify::No,
    }
}

/// A submission that the caller may see.
pub(super) async fn visible(
    tx: &mut Transaction,
    op: &Operation,
    id: SubmissionId,
) -> Result<Stored, SeasonError> {
    store::submissions::lookup(tx, op.guild(), id)
        .await?
        .filter(|stored| may_see(op, &stored.submission))
        .ok_or(SeasonError::SubmissionNotFound)
}

fn may_see(op: &Operation, submission: &Submission) -> bool {
    is_admin(op) || op.actor.user_id == Some(submission.user_id)
}

/// Writes to the audit log what became of a submission, and why, where the caller said so.
pub(super) async fn record(
    tx: &mut Transaction,
    op: &Operation,
    action: &'static str,
    before: Option<&Submission>,
    after: &Submission,
    reason: Option<&str>,
) -> Result<(), SeasonError> {
    let action = because(action, after.user_id, reason);
    Ok(audit::set(tx, op, action, before, after).await?)
}
