//! Records that admins mark and remove.

use super::session;
use crate::attendance::model::{AttendanceError, Session};
use crate::attendance::store;
use crate::attendance::store::records::NewRecord;
use crate::audit::{self, because};
use crate::db::{Error, Transaction};
use crate::operation::Operation;
use crate::page::PageRequest;
use paddock_api_types::attendance::{AttendanceRecord, MarkAttendance};
use paddock_api_types::{AttendanceSessionId, Page, UserId};

/// Records of a session.
pub(crate) async fn list(
    op: &Operation,
    id: AttendanceSessionId,
    page: PageRequest<1>,
) -> Result<Page<AttendanceRecord>, AttendanceError> {
    let db = &op.ctx.db;
    let session = session(db, op, id).await?;
    let after = page.after.map_or(0, |[user]| user);
    let rows = store::records::of_session(db, op.guild(), session.id, after, page.rows()).await?;
    Ok(page.page(rows, |row| [row.user_id.get()]))
}

/// Sets a member's status in a session, also after it is closed.
pub(crate) async fn mark(
    op: &Operation,
    id: AttendanceSessionId,
    user: UserId,
    mark: &MarkAttendance,
) -> Result<AttendanceRecord, AttendanceError> {
    op.write(|mut tx| async move {
        let session = session(&mut tx, op, id).await?;
        let before = store::records::lookup(&mut tx, op.guild(), id, user).await?;
        let record = NewRecord {
            user,
            username: mark.username.clone().map(Into::into),
            status: mark.status,
            marked_by: op.actor.user_id,
            note: mark.note.clone().map(Into::into),
            // On the day of the session, however late somebody is marked.
            at: match &before {
                Some(before) => before.at,
                None => session.closed_at.unwrap_or(op.at),
            },
        };
        store::records::mark(&mut tx, &session, &record).await?;
        let after = store::records::lookup(&mut tx, op.guild(), id, user).await?;
        let after = after.ok_or(AttendanceError::RecordNotFound)?;
        let marked = because("attendance.marked", user, mark.note.as_deref());
        audit::set(&mut tx, op, marked, before.as_ref(), &after).await?;
        credit_again(&mut tx, &session, user).await?;
        Ok(op.commit_about(tx, user, after).await?)
    })
    .await
}

/// Removes a member's record.
pub(crate) async fn remove(
    op: &Operation,
    id: AttendanceSessionId,
    user: UserId,
) -> Result<(), AttendanceError> {
    op.write(|mut tx| async move {
        let session = session(&mut tx, op, id).await?;
        let before = store::records::lookup(&mut tx, op.guild(), id, user).await?;
        let before = before.ok_or(AttendanceError::RecordNotFound)?;
        store::records::delete(&mut tx, op.guild(), id, user).await?;
        audit::deleted(&mut tx, op, "attendance.removed", &before).await?;
        credit_again(&mut tx, &session, user).await?;
        Ok(op.commit(tx, ()).await?)
    })
    .await
}

/// Points of a session are credited when it is closed, and corrected when a record changes later. So is the
/// message that says how it ended.
pub(super) async fn credit_again(
    tx: &mut Transaction,
    session: &Session,
    user: UserId,
) -> Result<(), Error> {
    if session.closed_at.is_some() {
        store::credits::correct(tx, session, user).await?;
    }
    // If the session was closed and credited meanwhile, that missed this change: it must retry.
    store::sessions::touch(tx, session).await
}
