//! Problems: every answer that is not the one asked for.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Declares the codes, each with its status.
macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $code:ident = $status:literal,)+) => {
        /// What went wrong, as a stable code. Part of the contract: a code is never reused for
        /// something else.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
        #[serde(rename_all = "snake_case")]
        #[non_exhaustive]
        pub enum ErrorCode {
            $($(#[doc = $doc])+ $code,)+
            /// A code that this version of the client does not know.
            #[serde(other)]
            Unknown,
        }

        impl ErrorCode {
            /// Every code that the service gives.
            pub const ALL: &[Self] = &[$(Self::$code),+];

            /// HTTP status with which the code is sent.
            pub const fn status(self) -> u16 {
                match self {
                    $(Self::$code => $status,)+
                    Self::Unknown => 500,
                }
            }

            /// What it means, in sentences.
            pub fn meaning(self) -> String {
                let lines: &[&str] = match self {
                    $(Self::$code => &[$($doc),+],)+
                    Self::Unknown => &[],
                };
                let lines: Vec<_> = lines.iter().map(|line| line.trim()).collect();
                lines.join(" ")
            }
        }
    };
}

codes! {
    /// The request is not what the operation takes: malformed JSON, an unknown field, a bad id.
    InvalidRequest = 400,
    /// A field has the right shape but a value that is not allowed; `field` names it.
    InvalidValue = 422,
    /// The body is not `application/json`.
    UnsupportedMediaType = 415,
    /// The body is larger than the API accepts.
    PayloadTooLarge = 413,
    /// No such path.
    NotFound = 404,
    /// The path exists, the method does not.
    MethodNotAllowed = 405,
    /// No credential, or one that is not valid (any more).
    Unauthorized = 401,
    /// The caller's level does not suffice; `params.required` names the level that would.
    Forbidden = 403,
    /// The caller is banned in this guild.
    Banned = 403,
    /// The caller has left the Discord server.
    LeftGuild = 403,
    /// Too many requests with this credential; `Retry-After` says when to come back.
    RateLimited = 429,
    /// The `Idempotency-Key` was used before for a different request.
    IdempotencyKeyReused = 422,
    /// The request took too long and was given up.
    Timeout = 503,
    /// The service cannot work just now, for example without its database. Try again.
    Unavailable = 503,
    /// A fault of the service; the log has it under `request_id`.
    Internal = 500,

    /// The caller has not registered in this guild.
    NotRegistered = 404,
    /// No such member in this guild.
    MemberNotFound = 404,
    /// The operation needs a verified member.
    MemberNotVerified = 409,
    /// The member is banned; unban first.
    MemberBanned = 409,
    /// The member is not banned.
    MemberNotBanned = 409,
    /// The root admin cannot be rejected or banned.
    RootProtected = 403,
    /// The member is an admin; revoke that first.
    AdminProtected = 409,
    /// Admins do not reject or ban themselves.
    SelfTargeted = 409,

    /// No such token of this member.
    TokenNotFound = 404,
    /// The member has as many active tokens as one may have.
    TokenLimitReached = 409,
    /// An admin has to approve API access first.
    ApiAccessRequired = 403,

    /// No such channel in the guild, or none that can take messages.
    UnknownChannel = 422,
    /// No such role in the guild, or none that a bot can give.
    UnknownRole = 422,

    /// No such effect in this guild.
    EffectNotFound = 404,
    /// Only a failed effect can be retried or dismissed.
    EffectNotFailed = 409,
    /// The lease ran out and the effect belongs to someone else now.
    EffectLeaseLost = 409,

    /// No such season in this guild.
    SeasonNotFound = 404,
    /// No season is open just now; `params.next_starts_at` says when the next begins, where one is
    /// planned.
    NoCurrentSeason = 404,
    /// The season has not begun, or has ended; `params.starts_at` and `params.ends_at` say when it
    /// takes something.
    SeasonNotOpen = 409,
    /// The season is closed, so that nothing of it changes any more.
    SeasonClosed = 409,
    /// Another season of the guild has this number.
    SeasonNumberTaken = 409,
    /// Members have joined the season: it can be closed, not deleted.
    SeasonInUse = 409,
    /// No such item in this guild.
    ItemNotFound = 404,
    /// Another item of the guild has this name.
    ItemNameTaken = 409,
    /// The item was submitted before: take it out of seasons, it cannot be deleted.
    ItemInUse = 409,
    /// The season does not take this item.
    ItemNotInSeason = 409,
    /// More of the item than one submission may hold; `params.limit` says how many may.
    ItemQuantityExceeded = 409,
    /// More of the item than a member may submit in a day; `params.limit` and `params.left` say how
    /// many may.
    ItemDailyLimitReached = 409,
    /// No such rank in this season.
    RankNotFound = 404,
    /// Another rank of the season has this position.
    RankPositionTaken = 409,
    /// Thresholds must rise with the positions of the ranks.
    RankOutOfOrder = 409,
    /// No such prize of this rank.
    PrizeNotFound = 404,
    /// The member has not joined the season.
    NotJoined = 409,
    /// No such submission, or one of another member.
    SubmissionNotFound = 404,
    /// Somebody decided about the submission before; `params.state` and `params.decided_by` say what
    /// and who.
    SubmissionDecided = 409,
    /// The submission was changed since the caller saw it; `params.updated_at` says when.
    SubmissionChanged = 409,
    /// No such award.
    AwardNotFound = 404,
    /// Only a described prize that waits can be handed over.
    AwardNotWaiting = 409,
    /// The import has rows that cannot be taken, so that none was; a dry run lists them.
    ImportRefused = 422,
    /// There are as many of these as there may be; `params.limit` says how many.
    LimitReached = 409,

    /// No such attendance session in this guild.
    AttendanceSessionNotFound = 404,
    /// Attendance is being taken in this channel already; `params.session_id` says in which session.
    AttendanceSessionOpen = 409,
    /// No channel was named, and the guild has none for attendance.
    AttendanceChannelNotSet = 409,
    /// Nobody takes attendance just now.
    NoOpenAttendanceSession = 404,
    /// Attendance is taken elsewhere; `params.channel_id` says where.
    WrongAttendanceChannel = 409,
    /// The attendance session is closed.
    AttendanceSessionClosed = 409,
    /// Not the code; `params.left` says how many more may be tried in this minute.
    WrongCode = 409,
    /// That was the code before; a new one is shown.
    CodeExpired = 409,
    /// Too many wrong codes; `params.until` says when the next may be tried.
    TooManyWrongCodes = 409,
    /// The session counts only who is in its voice channel, `params.channel_id`.
    NotInVoice = 409,
    /// The session counts only who is in its voice channel, and the bot did not say where the caller is.
    VoiceUnknown = 409,
    /// Nothing is recorded of that member in this session.
    AttendanceRecordNotFound = 404,
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
