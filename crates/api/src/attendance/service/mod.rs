//! Operations on attendance.

mod check_in;
mod credits;
mod displays;
mod excused;
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
pub(crate) use excused::excuse_changed;
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
use crate::context::Context;
use crate::db::{Error, Reading, Source};
use crate::operation::Operation;
use paddock_api_types::attendance::{AttendanceCounts, AttendanceSession};
use paddock_api_types::{AttendanceSessionId, GuildId};
use std::collections::BTreeMap;

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
async fn counted(ctx: &Context, session: Session) -> Result<AttendanceSession, AttendanceError> {
    let sessions = [session];
    let counts = counts(ctx, sessions[0].guild_id, &sessions).await?;
    let [session] = sessions;
    let counts = counts.get(&session.id).copied().unwrap_or_default();
    Ok(wire(session, counts))
}

/// How the members of these sessions attended.
async fn counts(
    ctx: &Context,
    guild: GuildId,
    sessions: &[Session],
) -> Result<BTreeMap<AttendanceSessionId, AttendanceCounts>, Error> {
    let mut counts = store::sessions::counts(&ctx.db, guild, sessions).await?;
    let opened = || sessions.iter().map(|session| session.opened_at);
    let Some(time) = opened().min().zip(opened().max()) else {
        return Ok(counts);
    };
    let excuses = excused::excuses(&mut Reading::Now(&ctx.db), ctx, guild, time).await?;
    let missed = store::expected::missed(&ctx.db, guild, time, &excuses.users()).await?;
    for missed in missed
        .iter()
        .filter(|it| excuses.hold(it.user_id, it.opened_at))
    {
        // Nobody is excused of a session that was not asked for, or of which nobody is missing.
        if let Some(of) = counts.get_mut(&missed.session_id) {
            of.excused += 1;
            of.missing = of.missing.saturating_sub(1);
        }
    }
    Ok(counts)
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
