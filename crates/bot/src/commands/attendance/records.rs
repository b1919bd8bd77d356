//! `/attendance mark`, `excuse` and `remove`: what an admin records about a member.

use super::session;
use crate::{
    commands::{members::name_of, prelude::*},
    replies::attendance as texts,
};
use api::{
    Note,
    attendance::{AttendanceSession, AttendanceStatus, MarkAttendance},
};
use twilight_interactions::command::ResolvedUser;

#[derive(CommandModel, CreateCommand)]
#[command(name = "mark", desc = "Set how a member attended")]
pub(super) struct Mark {
    /// Member
    member: ResolvedUser,
    /// How they attended
    status: Choice<AttendanceStatus>,
    /// Note, for the record
    note: Option<Text<Note>>,
    /// Session; defaults to the open one, or else the latest
    session: Option<Picked<AttendanceSession>>,
}

impl Choices for AttendanceStatus {
    const CHOICES: &'static [(&'static str, Self)] = &[
        ("present", Self::Present),
        ("late", Self::Late),
        ("excused", Self::Excused),
        ("absent", Self::Absent),
    ];
}

#[derive(CommandModel, CreateCommand)]
#[command(name = "excuse", desc = "Note that a member is excused")]
pub(super) struct Excuse {
    /// Member
    member: ResolvedUser,
    /// Reason, for the record
    reason: Option<Text<Note>>,
    /// Session; defaults to the open one, or else the latest
    session: Option<Picked<AttendanceSession>>,
}

#[derive(CommandModel, CreateCommand)]
#[command(name = "remove", desc = "Remove the record of a member")]
pub(super) struct Remove {
    /// Member
    member: ResolvedUser,
    /// Session; defaults to the open one, or else the latest
    session: Option<Picked<AttendanceSession>>,
}

pub(super) async fn mark(call: &Call, options: Mark) -> Result<Reply, Failure> {
    let Mark {
        member,
        status,
        note,
        session,
    } = options;
    let note = note.map(|it| it.0);
    set(call, &member, status.0, note, session).await
}

pub(super) async fn excuse(call: &Call, options: Excuse) -> Result<Reply, Failure> {
    let Excuse {
        member,
        reason,
        session,
    } = options;
    let (excused, note) = (AttendanceStatus::Excused, reason.map(|it| it.0));
    set(call, &member, excused, note, session).await
}

async fn set(
    call: &Call,
    member: &ResolvedUser,
    status: AttendanceStatus,
    note: Option<Note>,
    picked: Option<Picked<AttendanceSession>>,
) -> Result<Reply, Failure> {
    if member.resolved.bot {
        return Err(Failure::Mistake(texts::IS_BOT.to_owned()));
    }
    let session = session(call, picked).await?;
    let mark = MarkAttendance {
        status,
        note,
        username: name_of(member),
    };
    let user = member.resolved.id.wire();
    let record = call
        .write()
        .mark_attendance(session.id, user, &mark)
        .await?;
    Ok(texts::marked(&session, &record))
}

pub(super) async fn remove(call: &Call, options: Remove) -> Result<Reply, Failure> {
    let session = session(call, options.session).await?;
    let user = options.member.resolved.id.wire();
    call.write().remove_attendance(session.id, user).await?;
    Ok(texts::removed(&session, user))
}
