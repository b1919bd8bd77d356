//! `/attendance mark`, `excuse` and `remove`: what an admin says of a member.

use super::session;
use crate::{
    answer::{Failure, Reply},
    call::Call,
    ids::ToWire as _,
    replies::attendance as texts,
};
use paddock_api_types::attendance::{AttendanceStatus, MarkAttendance};
use twilight_interactions::command::{
    CommandModel, CommandOption, CreateCommand, CreateOption, ResolvedUser,
};

#[derive(CommandModel, CreateCommand)]
#[command(name = "mark", desc = "Set how a member attended")]
pub(super) struct Mark {
    /// Whom
    member: ResolvedUser,
    /// How
    status: Status,
    /// Why
    #[command(min_length = 1, max_length = 400)]
    note: Option<String>,
    /// In which session; the one that is open, or the latest, unless told
    #[command(autocomplete = true, max_length = 100)]
    session: Option<String>,
}

#[derive(Debug, Clone, Copy, CommandOption, CreateOption)]
enum Status {
    #[option(name = "present", value = "present")]
    Present,
    #[option(name = "late", value = "late")]
    Late,
    #[option(name = "excused", value = "excused")]
    Excused,
    #[option(name = "absent", value = "absent")]
    Absent,
}

impl From<Status> for AttendanceStatus {
    fn from(status: Status) -> Self {
        match status {
            Status::Present => Self::Present,
            Status::Late => Self::Late,
            Status::Excused => Self::Excused,
            Status::Absent => Self::Absent,
        }
    }
}

#[derive(CommandModel, CreateCommand)]
#[command(name = "excuse", desc = "Note that a member is excused")]
pub(super) struct Excuse {
    /// Whom
    member: ResolvedUser,
    /// Why
    #[command(min_length = 1, max_length = 400)]
    reason: Option<String>,
    /// From which session; the one that is open, or the latest, unless told
    #[command(autocomplete = true, max_length = 100)]
    session: Option<String>,
}

#[derive(CommandModel, CreateCommand)]
#[command(name = "remove", desc = "Remove what is recorded of a member")]
pub(super) struct Remove {
    /// Whom
    member: ResolvedUser,
    /// From which session; the one that is open, or the latest, unless told
    #[command(autocomplete = true, max_length = 100)]
    session: Option<String>,
}

pub(super) async fn mark(call: &Call, options: Mark) -> Result<Reply, Failure> {
    let Mark {
        member,
        status,
        note,
        session,
    } = options;
    set(call, &member, status.into(), note, session.as_deref()).await
}

pub(super) async fn excuse(call: &Call, options: Excuse) -> Result<Reply, Failure> {
    let Excuse {
        member,
        reason,
        session,
    } = options;
    let excused = AttendanceStatus::Excused;
    set(call, &member, excused, reason, session.as_deref()).await
}

async fn set(
    call: &Call,
    member: &ResolvedUser,
    status: AttendanceStatus,
    note: Option<String>,
    picked: Option<&str>,
) -> Result<Reply, Failure> {
    let session = session(call, picked).await?;
    let nick = member.member.as_ref().and_then(|it| it.nick.as_deref());
    let mark = MarkAttendance {
        status,
        note,
        username: Some(crate::members::discord_name(nick, &member.resolved)),
    };
    let user = member.resolved.id.wire();
    let record = call
        .write()
        .mark_attendance(session.id, user, &mark)
        .await?;
    Ok(texts::marked(&session, &record))
}

pub(super) async fn remove(call: &Call, options: Remove) -> Result<Reply, Failure> {
    let session = session(call, options.session.as_deref()).await?;
    let user = options.member.resolved.id.wire();
    call.write().remove_attendance(session.id, user).await?;
    Ok(texts::removed(&session, user))
}
