//! Opening, changing and closing sessions, and their codes.

use super::{counted, counts, session, settings::settings, wire};
use crate::attendance::model::codes::Rotation;
use crate::attendance::model::{self, AttendanceError, Session};
use crate::attendance::store;
use crate::audit;
use crate::context::Context;
use crate::db::{Error, Transaction};
use crate::guilds;
use crate::operation::Operation;
use crate::page::PageRequest;
use paddock_api_types::attendance::{
    AttendanceCodes, AttendanceCounts, AttendanceSession, OpenAttendanceSession,
    UpdateAttendanceSession,
};
use paddock_api_types::{AttendanceSessionId, ChannelId, Page};

/// Milliseconds of codes computed ahead: a display can keep running that long without the API.
pub(super) const AHEAD: i64 = 120_000;

/// Opens a session.
pub(crate) async fn open(
    op: &Operation,
    open: &OpenAttendanceSession,
) -> Result<AttendanceSession, AttendanceError> {
    let closes_at = model::closes_at(open.duration_minutes, op.at);
    let opened_by = op.actor.user_id.ok_or(AttendanceError::AdminsOnly)?;
    let server = &guilds::service::server(&op.ctx.db, op.guild()).await?;
    if let Some(channel) = open.voice_channel_id {
        server.check_voice_channel("voice_channel_id", channel)?;
    }
    if let Some(role) = open.role_id {
        server.check_role("role_id", role)?;
    }
    // Generated once: a transaction that is retried opens the same session.
    let (id, secret) = (&op.ctx.next_id(), &secret(&op.ctx));
    op.write(|mut tx| async move {
        let guild = guilds::service::settings(&mut tx, op.guild()).await?;
        let settings = settings(&mut tx, &op.ctx, op.guild()).await?;
        let channel = open.channel_id.or(guild.attendance_channel_id);
        let channel_id = channel.ok_or(AttendanceError::ChannelNotSet)?;
        // Also the channel of the settings, which may have been deleted since it was set.
        server.check_text_channel("channel_id", channel_id)?;
        if let Some(mut other) = store::sessions::open_in(&mut tx, op.guild(), channel_id).await? {
            if other.is_open(op.at) {
                return Err(AttendanceError::AlreadyOpen { session: other.id });
            }
            // It is due, and the job has not closed it yet.
            let system = Operation::system(&op.ctx, op.guild());
            close_now(&mut tx, &system, &mut other).await?;
        }
        let display = guild
            .admin_channel_id
            .filter(|_| settings.show_code_in_admin_channel);
        if let Some(channel) = display {
            server.check_text_channel("admin_channel_id", channel)?;
        }
        let session = Session {
            id: *id,
            guild_id: op.guild(),
            title: open.title.clone().map(Into::into),
            channel_id,
            display_channel_id: display.unwrap_or(channel_id),
            role_id: open.role_id,
            voice_channel_id: open.voice_channel_id,
            secret: secret.clone(),
            code_length: settings.code_length,
            rotation: Rotation::starting(op.at, settings.code_interval_seconds),
            grace_seconds: settings.grace_seconds,
            late_after_minutes: settings.late_after_minutes,
            opened_by,
            opened_at: op.at,
            closes_at,
            closed_at: None,
            closed_by: None,
            display_message_id: None,
            end_shown: false,
            version: 0,
        };
        store::sessions::insert(&mut tx, &session).await?;
        audit::created(&mut tx, op, "attendance.opened", &session).await?;
        let opened = wire(session, AttendanceCounts::default());
        Ok(op.commit(tx, opened).await?)
    })
    .await
}

/// 256 unpredictable bits.
fn secret(ctx: &Context) -> String {
    let parts = (0..4).map(|_| format!("{:016x}", ctx.ids.random()));
    parts.collect()
}

/// A session.
pub(crate) async fn get(
    op: &Operation,
    id: AttendanceSessionId,
) -> Result<AttendanceSession, AttendanceError> {
    counted(&op.ctx, session(&op.ctx.db, op, id).await?).await
}

/// Sessions, newest first.
pub(crate) async fn list(
    op: &Operation,
    open: Option<bool>,
    page: PageRequest<1>,
) -> Result<Page<AttendanceSession>, AttendanceError> {
    let db = &op.ctx.db;
    let sessions = store::sessions::list(db, op.guild(), open, page).await?;
    let page = page.page(sessions, |session| [session.id.get()]);
    let counts = counts(&op.ctx, op.guild(), &page.items).await?;
    Ok(page.map(|session| {
        let counts = counts.get(&session.id).copied().unwrap_or_default();
        wire(session, counts)
    }))
}

/// Changes a session that is open.
pub(crate) async fn update(
    op: &Operation,
    id: AttendanceSessionId,
    update: &UpdateAttendanceSession,
) -> Result<AttendanceSession, AttendanceError> {
    if let Some(Some(channel)) = update.voice_channel_id {
        let server = guilds::service::server(&op.ctx.db, op.guild()).await?;
        server.check_voice_channel("voice_channel_id", channel)?;
    }
    op.write(|mut tx| async move {
        let before = session(&mut tx, op, id).await?;
        if !before.is_open(op.at) {
            return Err(AttendanceError::Closed);
        }
        let after = before.apply(update, op.at);
        if after != before {
            store::sessions::update(&mut tx, &after).await?;
            audit::set(&mut tx, op, "attendance.updated", Some(&before), &after).await?;
        }
        Ok::<_, AttendanceError>(op.commit(tx, ()).await?)
    })
    .await?;
    get(op, id).await
}

/// Closes a session.
pub(crate) async fn close(
    op: &Operation,
    id: AttendanceSessionId,
) -> Result<AttendanceSession, AttendanceError> {
    op.write(|mut tx| async move {
        let mut session = session(&mut tx, op, id).await?;
        if session.closed_at.is_some() {
            return Err(AttendanceError::Closed);
        }
        close_now(&mut tx, op, &mut session).await?;
        Ok::<_, AttendanceError>(op.commit(tx, ()).await?)
    })
    .await?;
    get(op, id).await
}

async fn close_now(
    tx: &mut Transaction,
    op: &Operation,
    session: &mut Session,
) -> Result<(), AttendanceError> {
    let before = session.clone();
    // A session that is closed late by the job still ends at the announced time.
    let end = session.closes_at.filter(|end| *end < op.at);
    session.closed_at = Some(end.unwrap_or(op.at));
    session.closed_by = op.actor.user_id;
    store::sessions::update(tx, session).await?;
    audit::changed(tx, op, "attendance.closed", &before, session).await?;
    Ok(())
}

/// Whether a session is due to close.
pub(crate) async fn has_work(ctx: &Context) -> Result<bool, Error> {
    let due = store::sessions::due(&ctx.db, ctx.now().as_millisecond()).await?;
    Ok(!due.is_empty())
}

/// Closes sessions that are due. A job.
pub(crate) async fn close_due(ctx: &Context) -> Result<(), AttendanceError> {
    let mut outcome = Ok(());
    for due in store::sessions::due(&ctx.db, ctx.now().as_millisecond()).await? {
        let op = &Operation::system(ctx, due.guild_id);
        let done = op
            .write(|mut tx| async move {
                let session = store::sessions::lookup(&mut tx, op.guild(), due.id).await?;
                if let Some(mut session) = session.filter(|it| it.closed_at.is_none())
                    && !session.is_open(op.at)
                {
                    close_now(&mut tx, op, &mut session).await?;
                }
                Ok::<_, AttendanceError>(op.commit(tx, ()).await?)
            })
            .await;
        outcome = outcome.and(done);
    }
    outcome
}

/// The present code of a session, and those of the next minutes.
pub(crate) async fn codes(
    op: &Operation,
    id: AttendanceSessionId,
) -> Result<AttendanceCodes, AttendanceError> {
    let session = session(&op.ctx.db, op, id).await?;
    if !session.is_open(op.at) {
        return Err(AttendanceError::Closed);
    }
    Ok(AttendanceCodes {
        now: op.at,
        codes: session.codes(op.at, AHEAD),
    })
}

/// The error that names the channel in which to check in.
pub(super) async fn wrong_channel_error(op: &Operation) -> Result<AttendanceError, Error> {
    let open: Option<ChannelId> = store::sessions::open_anywhere(&op.ctx.db, op.guild()).await?;
    Ok(match open {
        Some(channel) => AttendanceError::WrongChannel { channel },
        None => AttendanceError::NoneOpen,
    })
}
