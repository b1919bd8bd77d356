//! Records of who raced: another capability says who did, and they follow.

use super::session;
use crate::attendance::model::audited::Raced;
use crate::attendance::model::codes::Rotation;
use crate::attendance::model::{AttendanceError, Session};
use crate::attendance::store;
use crate::audit;
use crate::db::Transaction;
use crate::guilds;
use crate::operation::Operation;
use jiff::Timestamp;
use paddock_api_types::{AttendanceSessionId, UserId};
use std::collections::BTreeSet;

/// Refuses what is no session of the guild.
pub(crate) async fn check_session(
    tx: &mut Transaction,
    op: &Operation,
    id: AttendanceSessionId,
) -> Result<(), AttendanceError> {
    session(tx, op, id).await.map(drop)
}

/// Has exactly these members be recorded as having raced, within the caller's transaction. Whoever
/// checked in or was marked stays as they are; whoever only raced, and is not among them any more, has
/// no record. The same again changes nothing.
pub(crate) async fn set_raced(
    tx: &mut Transaction,
    op: &Operation,
    id: AttendanceSessionId,
    raced: &BTreeSet<UserId>,
) -> Result<(), AttendanceError> {
    let session = session(&mut *tx, op, id).await?;
    let known = store::records::raced(&mut *tx, op.guild(), id).await?;
    let recorded: BTreeSet<UserId> = known.iter().map(|(user, _)| *user).collect();
    let mut changed = Vec::new();
    let mut counts = Raced {
        session_id: id,
        added: 0,
        removed: 0,
    };
    for user in raced.difference(&recorded) {
        if store::records::add_raced(tx, &session, *user).await? {
            changed.push(*user);
            counts.added += 1;
        }
    }
    for (user, only_raced) in known {
        if only_raced
            && !raced.contains(&user)
            && store::records::remove_raced(tx, &session, user).await?
        {
            changed.push(user);
            counts.removed += 1;
        }
    }
    if changed.is_empty() {
        return Ok(());
    }
    if session.closed_at.is_some() {
        for user in changed {
            store::credits::correct(tx, &session, user).await?;
        }
    }
    // As with a mark: if the session was closed and credited meanwhile, that missed this change.
    store::sessions::touch(tx, &session).await?;
    Ok(audit::created(tx, op, "attendance.raced", &counts).await?)
}

/// Adds a session that was never open for check-ins, such as a race that was driven already. It is
/// shown nowhere, and belongs to the guild's attendance channel.
pub(crate) async fn add_past(
    tx: &mut Transaction,
    op: &Operation,
    id: AttendanceSessionId,
    title: String,
    (opened_at, closed_at): (Timestamp, Timestamp),
) -> Result<(), AttendanceError> {
    let opened_by = op.actor.user_id.ok_or(AttendanceError::AdminsOnly)?;
    let guild = guilds::service::settings(&mut *tx, op.guild()).await?;
    let settings = super::settings(&mut *tx, &op.ctx, op.guild()).await?;
    let channel = guild.attendance_channel_id;
    let channel_id = channel.ok_or(AttendanceError::ChannelNotSet)?;
    let session = Session {
        id,
        guild_id: op.guild(),
        title: Some(title),
        channel_id,
        display_channel_id: channel_id,
        role_id: None,
        voice_channel_id: None,
        // No code is ever shown or taken.
        secret: String::new(),
        code_length: settings.code_length,
        rotation: Rotation::starting(opened_at, settings.code_interval_seconds),
        grace_seconds: settings.grace_seconds,
        late_after_minutes: None,
        opened_by,
        opened_at,
        closes_at: None,
        closed_at: Some(closed_at),
        closed_by: op.actor.user_id,
        display_message_id: None,
        end_shown: false,
        version: 0,
    };
    store::sessions::insert(tx, &session).await?;
    Ok(audit::created(tx, op, "attendance.added", &session).await?)
}
