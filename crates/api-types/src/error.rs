//! Problems: every answer that is not the one asked for.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What went wrong, as a stable code. Part of the contract: a code is never reused for something else.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ErrorCode {
    /// The request is not what the operation takes: malformed JSON, an unknown field, a bad id.
    InvalidRequest,
    /// A field has the right shape but a value that is not allowed; `field` names it.
    InvalidValue,
    /// The body is not `application/json`.
    UnsupportedMediaType,
    /// The body is larger than the API accepts.
    PayloadTooLarge,
    /// No such path.
    NotFound,
    /// The path exists, the method does not.
    MethodNotAllowed,
    /// No credential, or one that is not valid (any more).
    Unauthorized,
    /// The caller's level does not suffice; `params.required` names the level that would.
    Forbidden,
    /// The caller is banned in this guild.
    Banned,
    /// The caller has left the Discord server.
    LeftGuild,
    /// Too many requests with this credential; `Retry-After` says when to come back.
    RateLimited,
    /// The `Idempotency-Key` was used before for a different request.
    IdempotencyKeyReused,
    /// The request took too long and was given up.
    Timeout,
    /// The service cannot work just now, for example without its database. Try again.
    Unavailable,
    /// A fault of the service; the log has it under `request_id`.
    Internal,

    /// The caller has not registered in this guild.
    NotRegistered,
    /// No such member in this guild.
    MemberNotFound,
    /// The operation needs a verified member.
    MemberNotVerified,
    /// The member is banned; unban first.
    MemberBanned,
    /// The member is not banned.
    MemberNotBanned,
    /// The root admin cannot be rejected or banned.
    RootProtected,
    /// The member is an admin; revoke that first.
    AdminProtected,
    /// Admins do not reject or ban themselves.
    SelfTargeted,

    /// No such token of this member.
    TokenNotFound,
    /// The member has as many active tokens as one may have.
    TokenLimitReached,
    /// An admin has to approve API access first.
    ApiAccessRequired,

    /// No such channel in the guild, or none that can take messages.
    UnknownChannel,
    /// No such role in the guild, or none that a bot can give.
    UnknownRole,

    /// No such effect in this guild.
    EffectNotFound,
    /// Only a failed effect can be retried or dismissed.
    EffectNotFailed,
    /// The lease ran out and the effect belongs to someone else now.
    EffectLeaseLost,

    /// No such season in this guild.
    SeasonNotFound,
    /// No season is open just now; `params.next_starts_at` says when the next begins, where one is
    /// planned.
    NoCurrentSeason,
    /// The season has not begun, or has ended; `params.starts_at` and `params.ends_at` say when it
    /// takes something.
    SeasonNotOpen,
    /// The season is closed, so that nothing of it changes any more.
    SeasonClosed,
    /// Another season of the guild has this number.
    SeasonNumberTaken,
    /// Members have joined the season: it can be closed, not deleted.
    SeasonInUse,
    /// No such item in this guild.
    ItemNotFound,
    /// Another item of the guild has this name.
    ItemNameTaken,
    /// The item was submitted before: take it out of seasons, it cannot be deleted.
    ItemInUse,
    /// The season does not take this item.
    ItemNotInSeason,
    /// More of the item than one submission may hold; `params.limit` says how many may.
    ItemQuantityExceeded,
    /// More of the item than a member may submit in a day; `params.limit` and `params.left` say how
    /// many may.
    ItemDailyLimitReached,
    /// No such rank in this season.
    RankNotFound,
    /// Another rank of the season has this position.
    RankPositionTaken,
    /// Thresholds must rise with the positions of the ranks.
    RankOutOfOrder,
    /// No such prize of this rank.
    PrizeNotFound,
    /// The member has not joined the season.
    NotJoined,
    /// No such submission, or one of another member.
    SubmissionNotFound,
    /// Somebody decided about the submission before; `params.state` and `params.decided_by` say what
    /// and who.
    SubmissionDecided,
    /// The submission was changed since the caller saw it; `params.updated_at` says when.
    SubmissionChanged,
    /// No such award.
    AwardNotFound,
    /// Only a described prize that waits can be handed over.
    AwardNotWaiting,
    /// The import has rows that cannot be taken, so that none was; a dry run lists them.
    ImportRefused,
    /// There are as many of these as there may be; `params.limit` says how many.
    LimitReached,

    /// No such attendance session in this guild.
    AttendanceSessionNotFound,
    /// Attendance is being taken in this channel already; `params.session_id` says in which session.
    AttendanceSessionOpen,
    /// No channel was named, and the guild has none for attendance.
    AttendanceChannelNotSet,
    /// Nobody takes attendance just now.
    NoOpenAttendanceSession,
    /// Attendance is taken elsewhere; `params.channel_id` says where.
    WrongAttendanceChannel,
    /// The attendance session is closed.
    AttendanceSessionClosed,
    /// Not the code; `params.left` says how many more may be tried in this minute.
    WrongCode,
    /// That was the code before; a new one is shown.
    CodeExpired,
    /// Too many wrong codes; `params.until` says when the next may be tried.
    TooManyWrongCodes,
    /// The session counts only who is in its voice channel, `params.channel_id`.
    NotInVoice,
    /// The session counts only who is in its voice channel, and the bot did not say where the caller is.
    VoiceUnknown,
    /// Nothing is recorded of that member in this session.
    AttendanceRecordNotFound,

    /// A code that this version of the client does not know.
    #[serde(other)]
    Unknown,
}

impl ErrorCode {
    /// The code as it stands in JSON.
    pub fn as_str(self) -> String {
        match serde_json::to_value(self) {
            Ok(serde_json::Value::String(code)) => code,
            _ => unreachable!("a unit variant is a string"),
        }
    }
}

/// An RFC 9457 problem, sent as `application/problem+json`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Problem {
    /// `urn:paddock:problem:` and the code.
    #[serde(rename = "type")]
    pub kind: String,
    /// The kind of problem in a few words, the same for every occurrence.
    pub title: String,
    /// The HTTP status again.
    pub status: u16,
    /// This occurrence in a sentence, for developers. Match on `code`, never on this.
    pub detail: String,
    /// What went wrong, for programs.
    pub code: ErrorCode,
    /// The offending field, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// Values that a message to the user may need, by name.
    #[serde(default, skip_serializing_if = "serde_json::Map::is_empty")]
    #[schema(value_type = std::collections::HashMap<String, serde_json::Value>)]
    pub params: serde_json::Map<String, serde_json::Value>,
    /// Under which id the log tells more.
    #[serde(default)]
    pub request_id: String,
}
