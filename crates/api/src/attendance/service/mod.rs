//! Operations on attendance.

mod check_in;
mod credits;
mod displays;
mod expected;
mod export;
mod privacy;
mod raced;
mod records;
mod report;
mod sessions;
mod settings;

#[cfg(test)]
pub(crate) use check_in::keep;
pub(crate) use check_in::{check_in, wrong_codes};
pub(crate) use credits::{
    credit_pending, delete_rule, has_work as credits_have_work, rule, set_rule,
};
pub(crate) use displays::{displays, report_display};
pub(crate) use expected::{missing, report_expected};
pub(crate) use export::export;
pub(crate) use privacy::{erase, export_personal_data};
pub(crate) use raced::{add_past, check_session, set_raced};
pub(crate) use records::{list as list_records, mark, remove};
pub(crate) use report::report;
pub(crate) use sessions::{
    close, close_due, codes, get, has_work as sessions_have_work, list, open, update,
};
pub(crate) use settings::{settings, update_settings};

use super::model::{AttendanceError, Session};
use super::store;
use crate::db::{Database, Source};
use crate::operation::Operation;
use paddock_api_types::AttendanceSessionId;
use paddock_api_types::attendance::{AttendanceCounts, AttendanceSession};

/// A session of the guild.
async fn session<'s>(
    from: impl Source<'s>,
    op: &Operation,
    id: AttendanceSessionId,
) -> Result<Session, AttendanceError> {
    store::sessions::lookup(from, op.guild(), id)
        .await?
        .ok_or(AttendanceError::NotFound)
}

/// The wire type, with the counts of its records.
async fn counted(db: &Database, session: Session) -> Result<AttendanceSession, AttendanceError> {
    let sessions = [session];
    let counts = store::sessions::counts(db, sessions[0].guild_id, &sessions).await?;
    let [session] = sessions;
    let counts = counts.get(&session.id).copied().unwrap_or_default();
    Ok(wire(session, counts))
}

fn wire(session: Session, counts: AttendanceCounts) -> AttendanceSession {
    AttendanceSession {
        id: session.id,
        title: session.title,
        channel_id: session.channel_id,
        display_channel_id: session.display_channel_id,
        role_id: session.role_id,
        voice_channel_id: session.voice_channel_id,
        code_interval_seconds: session.rotation.seconds,
        grace_seconds: session.grace_seconds,
        late_after_minutes: session.late_after_minutes,
        opened_by: session.opened_by,
        opened_at: session.opened_at,
        closes_at: session.closes_at,
        closed_at: session.closed_at,
        closed_by: session.closed_by,
        counts,
    }
}
