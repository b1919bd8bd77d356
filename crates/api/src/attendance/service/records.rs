//! What admins mark and remove.

use super::{session, subject};
use crate::attendance::model::{AttendanceError, Session};
use crate::attendance::store;
use crate::attendance::store::records::NewRecord;
use crate::audit::{self, Change};
use crate::db::Transaction;
use crate::operation::Operation;
use crate::page::PageRequest;
use crate::text;
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

/// Sets how somebody attended, also after the session is closed.
pub(crate) async fn mark(
    op: &Operation,
    id: AttendanceSessionId,
    user: UserId,
    mark: &MarkAttendance,
) -> Result<AttendanceRecord, AttendanceError> {
    let note = &text::optional("note", mark.note.clone(), text::paragraph)?;
    let username = &text::optional("username", mark.username.clone(), |field, name| {
        text::line(field, name, text::DISCORD_NAME)
    })?;
    op.write(|mut tx| async move {
        let session = session(&mut tx, op, id).await?;
        let before = store::records::lookup(&mut tx, op.guild(), id, user).await?;
        let record = NewRecord {
            user,
            username: username.clone(),
            status: mark.status,
            marked_by: op.actor.user_id,
            note: note.clone(),
            // Of the day on which it was, however much later somebody is marked.
            at: match &before {
                Some(before) => before.at,
                None => session.closed_at.unwrap_or(op.at),
            },
        };
        store::records::mark(&mut tx, &session, &record).await?;
        let after = store::records::lookup(&mut tx, op.guild(), id, user).await?;
        let after = after.ok_or(AttendanceError::RecordNotFound)?;
        let was = before.as_ref().map(|before| before.status);
        let change = Change::new("attendance.marked", subject(id))
            .new_value("user_id", &user)
            .value("status", &was, &Some(after.status))
            .reason(user, note.as_deref());
        audit::service::record(&mut tx, op, &change).await?;
        credit_again(&mut tx, &session, user).await?;
        Ok(op.commit_about(tx, user, after).await?)
    })
    .await
}

/// Removes what is recorded of somebody.
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
        let change = Change::new("attendance.removed", subject(id))
            .new_value("user_id", &user)
            .value("status", &Some(before.status), &None);
        audit::service::record(&mut tx, op, &change).await?;
        credit_again(&mut tx, &session, user).await?;
        Ok(op.commit(tx, ()).await?)
    })
    .await
}

/// Points of a session are given when it is closed, and follow what changes afterwards.
async fn credit_again(
    tx: &mut Transaction,
    session: &Session,
    user: UserId,
) -> Result<(), AttendanceError> {
    if session.closed_at.is_some() {
        store::credits::correct(tx, session, user).await?;
    } else {
        // Closed and credited meanwhile, it would not hear of this change.
        store::sessions::touch(tx, session).await?;
    }
    Ok(())
}
