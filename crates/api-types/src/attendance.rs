//! Attendance: sessions with codes that change, check-ins, and what became of them.

mod settings;

pub use settings::{AttendanceRule, AttendanceSettings, UpdateAttendanceSettings};

use crate::shapes::{at_most, patch, query};
use crate::{
    AttendanceSessionId, ChannelId, CodeInterval, DiscordName, GuildId, MessageId, Note, RoleId,
    SessionMinutes, Timestamp, Title, UserId,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Opens a session.
#[serde_with::skip_serializing_none]
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct OpenAttendanceSession {
    /// What it is, in up to 100 characters.
    pub title: Option<Title>,
    /// Minutes after which it closes by itself, 1 to 1440; without, it stays open until closed.
    pub duration_minutes: Option<SessionMinutes>,
    /// Who is expected: holders of this Discord role.
    pub role_id: Option<RoleId>,
    /// Counts only those who are connected to this voice or stage channel.
    pub voice_channel_id: Option<ChannelId>,
    /// Where members check in; the guild's attendance channel by default.
    pub channel_id: Option<ChannelId>,
}

patch! {
    /// Changes a session that is open; absent keeps, `null` clears.
    UpdateAttendanceSession {
        /// What it is.
        title(nullable): Title,
        /// Seconds after which the code changes, 5 to 300, from the end of the present code on.
        code_interval_seconds: CodeInterval,
        /// Minutes from now after which it closes by itself, 1 to 1440.
        duration_minutes(nullable): SessionMinutes,
        /// Counts only those who are connected to this voice or stage channel.
        voice_channel_id(nullable): ChannelId,
    }
}

/// A time during which members check in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct AttendanceSession {
    /// The session.
    pub id: AttendanceSessionId,
    /// What it is.
    pub title: Option<String>,
    /// Where members check in.
    pub channel_id: ChannelId,
    /// Where the code is shown.
    pub display_channel_id: ChannelId,
    /// Who is expected: holders of this Discord role.
    pub role_id: Option<RoleId>,
    /// Counts only those who are connected to this voice or stage channel.
    pub voice_channel_id: Option<ChannelId>,
    /// Seconds after which the code changes.
    pub code_interval_seconds: u16,
    /// Seconds for which the code before still counts.
    pub grace_seconds: u16,
    /// Minutes after which a check-in is late.
    pub late_after_minutes: Option<u16>,
    /// Who opened it.
    pub opened_by: UserId,
    /// When it was opened.
    pub opened_at: Timestamp,
    /// When it closes by itself.
    pub closes_at: Option<Timestamp>,
    /// When it was closed; absent while it is open.
    pub closed_at: Option<Timestamp>,
    /// Who closed it; absent where it closed by itself.
    pub closed_by: Option<UserId>,
    /// Records by their status.
    pub counts: AttendanceCounts,
}

/// How many there are of each status.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct AttendanceCounts {
    /// In time.
    pub present: u32,
    /// Late.
    pub late: u32,
    /// Excused by an admin, or expected and on a leave of absence.
    pub excused: u32,
    /// Marked as absent by an admin.
    pub absent: u32,
    /// Expected, without a record, and not excused.
    pub missing: u32,
}

/// How somebody attended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum AttendanceStatus {
    /// In time.
    Present,
    /// After the minutes that the settings allow.
    Late,
    /// Not there, for a reason that an admin accepted.
    Excused,
    /// Not there.
    Absent,
}

/// How attendance came to be recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum AttendanceSource {
    /// They typed the code.
    CheckedIn,
    /// An admin marked them.
    Marked,
    /// They raced in a round that the session is matched with.
    Raced,
}

query! {
    /// Which sessions to list, newest first.
    ListAttendanceSessionsQuery {
        /// Only those that are open, or only those that are closed.
        open: Option<bool>,
    } paged
}

/// The code of a session, and those that follow.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct AttendanceCodes {
    /// When this was worked out, by the clock that the codes go by.
    pub now: Timestamp,
    /// The present one first, without a gap.
    pub codes: Vec<AttendanceCode>,
}

/// A code, and when it is good.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct AttendanceCode {
    /// What members type, however they capitalise it.
    pub code: String,
    /// From.
    pub starts_at: Timestamp,
    /// Until the next one; the session's grace comes on top.
    pub ends_at: Timestamp,
}

/// Checks the caller in.
#[serde_with::skip_serializing_none]
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct CheckIn {
    /// What they typed, up to 100 characters.
    #[schema(max_length = 100)]
    pub code: String,
    /// In which session; the one that is open in the caller's channel by default.
    pub session_id: Option<AttendanceSessionId>,
    /// When Discord created the interaction, by which the code is judged. Believed of the bot only;
    /// for others it is now.
    pub created_at: Option<Timestamp>,
    /// The caller's name in Discord. Believed of the bot only.
    pub username: Option<DiscordName>,
    /// Where the caller is connected; absent where that is not known. Believed of the bot only.
    pub voice: Option<CallerVoice>,
}

/// Where somebody is connected by voice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CallerVoice {
    /// The voice or stage channel; `null` for none.
    pub channel_id: Option<ChannelId>,
}

/// A check-in that counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CheckedIn {
    /// Where.
    pub session_id: AttendanceSessionId,
    /// What it is.
    pub title: Option<String>,
    /// Present, or late.
    pub status: AttendanceStatus,
    /// When.
    pub at: Timestamp,
    /// When the session closes by itself: until then, checking in again replaces this. Absent where it is open
    /// until somebody closes it.
    #[serde(default)]
    pub closes_at: Option<Timestamp>,
}

/// Sets how somebody attended.
#[serde_with::skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MarkAttendance {
    /// How.
    pub status: AttendanceStatus,
    /// Why, in up to 400 characters.
    pub note: Option<Note>,
    /// The member's name in Discord, for those who are not registered.
    pub username: Option<DiscordName>,
}

/// How somebody attended a session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct AttendanceRecord {
    /// In which session.
    pub session_id: AttendanceSessionId,
    /// What the session is.
    pub title: Option<String>,
    /// Who.
    pub user_id: UserId,
    /// Their name in Discord.
    pub username: Option<String>,
    /// Student number or game account, from their registration.
    pub external_id: Option<String>,
    /// Name from their registration.
    pub display_name: Option<String>,
    /// How.
    pub status: AttendanceStatus,
    /// When they checked in, or were marked.
    pub at: Timestamp,
    /// The admin who marked them; absent where they checked in themselves.
    pub marked_by: Option<UserId>,
    /// Why they were marked so.
    pub note: Option<String>,
    /// How it came to be recorded.
    pub source: AttendanceSource,
}

/// Somebody who was expected and has no record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct MissingMember {
    /// Who.
    pub user_id: UserId,
    /// Name from their registration.
    pub display_name: Option<String>,
    /// Student number or game account, from their registration.
    pub external_id: Option<String>,
    /// Is excused: was on a leave of absence when the session was opened. Counted as excused, and not as
    /// missing.
    #[serde(default)]
    pub excused: bool,
}

/// Somebody who typed wrong codes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct WrongCodes {
    /// Who.
    pub user_id: UserId,
    /// How many in this session.
    pub count: u32,
    /// When last.
    pub last_at: Timestamp,
}

/// Wrong codes that a member typed in a session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct OwnWrongCodes {
    /// In which session.
    pub session_id: AttendanceSessionId,
    /// How many.
    pub count: u32,
    /// When last.
    pub last_at: Timestamp,
}

query! {
    /// Which records the file holds.
    #[derive(Default)]
    ExportAttendanceQuery {
        /// Only those of this session.
        session_id: Option<AttendanceSessionId>,
    }
}

query! {
    /// How members attended over time.
    AttendanceReportQuery {
        /// Only this member; for members themselves always the caller.
        user_id: Option<UserId>,
        /// Sessions opened at or after this moment.
        from: Option<Timestamp>,
        /// Sessions opened before this moment.
        to: Option<Timestamp>,
    } paged
}

/// How a member attended over time, in sessions that are closed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct MemberAttendance {
    /// Who.
    pub user_id: UserId,
    /// Name from their registration.
    pub display_name: Option<String>,
    /// Sessions attended in time.
    pub present: u32,
    /// Sessions attended late.
    pub late: u32,
    /// Sessions excused from, by an admin or by a leave of absence.
    pub excused: u32,
    /// Sessions missed without an excuse: expected without a record, or marked as absent.
    pub absent: u32,
    /// Attended of those that count, excused ones left out, in percent; absent where none counts.
    pub rate_percent: Option<u8>,
}

/// Who is expected in a session, as Discord says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReportExpected {
    /// Holders of the session's role, up to 2,000 at once.
    #[schema(max_items = 2000)]
    #[serde(deserialize_with = "at_most::<2000, _, _>")]
    pub user_ids: Vec<UserId>,
    /// The first part of the list: what was reported before is replaced.
    pub first: bool,
}

/// A message that shows a code, or has to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct AttendanceDisplay {
    /// Whose it is.
    pub guild_id: GuildId,
    /// The session.
    pub session: AttendanceSession,
    /// The message that shows the code now, as far as is known.
    pub message_id: Option<MessageId>,
    /// The present code and those of the next minutes; none once the session is closed, and then the
    /// message says how it ended.
    pub codes: Vec<AttendanceCode>,
    /// Grows with every change of the session, and of what its message says once it is closed.
    #[serde(default)]
    pub version: i64,
    /// The message has said how the session ended, and something was changed since.
    #[serde(default)]
    pub is_correction: bool,
}

/// Every display, in every guild.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct AttendanceDisplays {
    /// When this was worked out, by the clock that the codes go by.
    pub now: Timestamp,
    /// One by one.
    pub displays: Vec<AttendanceDisplay>,
}

/// Which message shows a session's code from now on, or how it ended.
#[serde_with::skip_serializing_none]
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReportDisplay {
    /// The message; absent where there is none, and none is wanted if the session is over.
    #[serde(default)]
    pub message_id: Option<MessageId>,
    /// Once the message says how the session ended: the display's `version` of that. It is listed again when
    /// something changes.
    #[serde(default)]
    pub ended: Option<i64>,
}
