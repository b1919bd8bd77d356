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
    /// The request cannot be read: malformed JSON, an unknown or missing field, a bad id, a body
    /// where none is taken, two credentials, or a missing header that the bot must send. `field`
    /// names what it is about, where that is a field or a parameter.
    InvalidRequest = 400,
    /// A value has the right shape and is not allowed; `field` names it.
    InvalidValue = 422,
    /// The body is not declared as `application/json`, or an import not as `text/csv`; or it is
    /// declared to be in another encoding than UTF-8.
    UnsupportedMediaType = 415,
    /// The body did not arrive within 20 s.
    BodyTimeout = 408,
    /// The address is longer than the API accepts.
    UriTooLong = 414,
    /// There are more headers than the API accepts, or they are longer.
    HeadersTooLarge = 431,
    /// The body is larger than the API accepts.
    PayloadTooLarge = 413,
    /// No such path. Also: no bot has sent a heartbeat yet.
    NotFound = 404,
    /// The path exists and does not take this method.
    MethodNotAllowed = 405,
    /// No credential, or one that is not valid (any more); the answer does not say which.
    Unauthorized = 401,
    /// A page of another origin had the browser write with the cookie of a session.
    CrossSiteRequest = 403,
    /// The caller's level does not suffice; `params.required` names the level that would, and
    /// `params.actual` the caller's where the operation asks for a level.
    Forbidden = 403,
    /// The caller is banned in this guild.
    Banned = 403,
    /// The token belongs to a member who has left the Discord server.
    LeftGuild = 403,
    /// Too many requests of this member, or too many failed attempts; `Retry-After` says when to try
    /// again.
    RateLimited = 429,
    /// The `Idempotency-Key` was used before for a different request.
    IdempotencyKeyReused = 422,
    /// The caller did this as often as one may in 24 hours; `params.limit` says how often that is,
    /// and `params.until` when it may be done again.
    DailyLimitReached = 409,
    /// The request took longer than 35 s and was given up.
    Timeout = 503,
    /// The service is not ready, or its database cannot be reached, is overloaded or takes no writes:
    /// its disk is full, or somebody holds a lock. Try again; `Retry-After` says when.
    Unavailable = 503,
    /// A fault of the service; the log has it under `request_id`.
    Internal = 500,

    /// The caller has not registered in this guild.
    NotRegistered = 404,
    /// No such member in this guild.
    MemberNotFound = 404,
    /// The operation needs a verified member.
    MemberNotVerified = 409,
    /// The member is banned; the ban has to be lifted first.
    MemberBanned = 409,
    /// The member is not banned, so there is no ban to lift.
    MemberNotBanned = 409,
    /// Somebody decided about the registration already; it no longer waits.
    MemberDecided = 409,
    /// The root admin cannot be rejected or banned.
    RootProtected = 403,
    /// The member is an admin; that has to be revoked first.
    AdminProtected = 409,
    /// Admins do not reject or ban themselves.
    SelfTargeted = 409,

    /// No such token of the caller.
    TokenNotFound = 404,
    /// The member has as many active tokens as one may have; `params.limit` says how many.
    TokenLimitReached = 409,
    /// The member has as many tokens as are stored, those that no longer work included;
    /// `params.limit` says how many. They are deleted 30 days after their end.
    StoredTokenLimitReached = 409,
    /// Another active token of the member has this name; `field` names it.
    TokenNameTaken = 409,
    /// An admin has to approve API access before the member can make a token.
    ApiAccessRequired = 403,

    /// No such text channel in the server, or none that can take messages; `field` names the
    /// setting and `params.channel_id` the channel.
    UnknownChannel = 422,
    /// No such role in the server, or none that a bot can give; `field` names the setting or the
    /// prize's field, and for a setting `params.role_id` the role.
    UnknownRole = 422,

    /// No such effect; for an admin, none in this guild.
    EffectNotFound = 404,
    /// Only a failed effect can be retried or dismissed.
    EffectNotFailed = 409,
    /// The report is about a lease that has ended; the effect may belong to someone else now.
    EffectLeaseLost = 409,

    /// No such season in this guild.
    SeasonNotFound = 404,
    /// No season is open just now; `params.next_starts_at` says when the next begins, where one is
    /// planned.
    NoCurrentSeason = 404,
    /// Several open seasons could be meant, and the request names none; `params.seasons` lists them
    /// with `id`, `name` and `number`.
    SeasonAmbiguous = 409,
    /// The season has not begun, or has ended; `params.starts_at` and `params.ends_at` say when it
    /// takes something.
    SeasonNotOpen = 409,
    /// The season is closed, so that nothing of it changes any more.
    SeasonClosed = 409,
    /// Another season of the guild has this number; `field` names it.
    SeasonNumberTaken = 409,
    /// Another season of the guild has this name; `field` names it.
    SeasonNameTaken = 409,
    /// Members have joined the season: it can be closed, not deleted.
    SeasonInUse = 409,
    /// No such item in this guild.
    ItemNotFound = 404,
    /// Another item of the guild has this name; `field` names it.
    ItemNameTaken = 409,
    /// The item was submitted before: it can be taken out of seasons, not deleted.
    ItemInUse = 409,
    /// The season does not take this item.
    ItemNotInSeason = 409,
    /// More of the item than one submission may hold; `params.limit` says how many may.
    ItemQuantityExceeded = 409,
    /// More of the item than a member may submit in a day; `params.limit` and `params.left` say how
    /// many may, and `params.until` when the next day begins.
    ItemDailyLimitReached = 409,
    /// No such rank in this season.
    RankNotFound = 404,
    /// Another rank of the season has this name; `field` names it.
    RankNameTaken = 409,
    /// Another rank of the season is reached with as many points; `field` names them, and
    /// `params.rank` that rank.
    RankThresholdTaken = 409,
    /// No such prize of this rank.
    PrizeNotFound = 404,
    /// The rank has the same prize already; `field` names what is the same.
    PrizeTaken = 409,
    /// The member has not joined the season.
    NotJoined = 409,
    /// No such submission, or one of another member.
    SubmissionNotFound = 404,
    /// The submission was decided before; `params.state` says how, and `params.decided_by` by whom
    /// where it was a person.
    SubmissionDecided = 409,
    /// Its owner changed the submission after the `updated_at` that the approval names;
    /// `params.updated_at` says when.
    SubmissionChanged = 409,
    /// As many submissions of the member wait for a review as may; `params.limit` says how many.
    WaitingSubmissionLimitReached = 409,
    /// No such award in this guild.
    AwardNotFound = 404,
    /// Only a described prize that waits can be handed over: this is a role, or was handed over or
    /// withdrawn.
    AwardNotWaiting = 409,
    /// Only a prize that was handed over has a note, and can be taken back.
    AwardNotDelivered = 409,
    /// A prize that was won with a rank goes with the points: only one that was given by hand is taken
    /// back.
    AwardOfRank = 409,
    /// The import has rows that cannot be taken, so that none was; `params.refused` and
    /// `params.rows` say how many and which. A dry run lists them.
    ImportRefused = 422,
    /// There are as many items, ranks or prizes as there may be; `params.limit` says how many.
    LimitReached = 409,

    /// No such attendance session in this guild. Also: a display of one that is still open was
    /// reported as done.
    AttendanceSessionNotFound = 404,
    /// Attendance is being taken in this channel already; `params.session_id` says in which session.
    AttendanceSessionOpen = 409,
    /// Neither the request nor the guild's settings name a channel for attendance.
    AttendanceChannelNotSet = 409,
    /// No attendance session is open in this guild, for a check-in that names none.
    NoOpenAttendanceSession = 404,
    /// No attendance session is open in this channel, but one is in another; `params.channel_id`
    /// says where.
    WrongAttendanceChannel = 409,
    /// The attendance session is closed. For a check-in: it was when the code was typed, or has
    /// been closed since.
    AttendanceSessionClosed = 409,
    /// Not the code; `field` names it and `params.left` says how many more may be tried in this
    /// minute.
    WrongCode = 409,
    /// That was the code before, and a new one is shown; `field` names it. It does not count as a
    /// try.
    CodeExpired = 409,
    /// More than five wrong codes in this minute; `params.until` says when the next may be tried.
    TooManyWrongCodes = 409,
    /// The session counts only who is in its voice channel, `params.channel_id`.
    NotInVoice = 409,
    /// The session counts only who is in its voice channel, and the bot did not say where the
    /// caller is. Never sent to a token.
    VoiceUnknown = 409,
    /// Nothing is recorded of that member in this session.
    AttendanceRecordNotFound = 404,

    /// No such class of numbers in this guild.
    NumberClassNotFound = 404,
    /// The guild has several classes, or one that is not named; `params.classes` has their names.
    NumberClassRequired = 422,
    /// Another class of the guild has this name; `field` names it.
    NumberClassNameTaken = 409,
    /// Somebody holds a number in the class.
    NumberClassInUse = 409,
    /// Not a number of the class or guild; `params.min`, `params.max` and `params.digits` say which
    /// are.
    NumberOutOfRange = 422,
    /// Somebody holds the number: `params.user_id`, `params.display_name` and `params.since` say who
    /// and since when, `params.nearest` which free numbers are near.
    NumberTaken = 409,
    /// The number is kept for somebody else, or for nobody; `params.until` says until when, where that
    /// is set, and `params.nearest` which free numbers are near.
    NumberReserved = 409,
    /// Somebody on the league's roster has the number. They have to link their account first;
    /// `params.nearest` says which free numbers are near.
    NumberOnRoster = 409,
    /// The member holds as many numbers as one may; `params.limit` says how many, and
    /// `params.numbers` which.
    NumberLimitReached = 409,
    /// The caller does not hold the number; `params.user_id` says who does, where somebody does.
    NumberNotHeld = 409,
    /// Nobody holds the number.
    NumberNotClaimed = 409,
    /// The caller holds the number already.
    NumberHeldByCaller = 409,
    /// The caller does not wait for the number.
    NumberNotWaited = 404,
    /// No such reservation in this guild.
    NumberReservationNotFound = 404,
    /// No such offer to or by the caller.
    NumberTradeNotFound = 404,
    /// The offer is no longer open; `params.state` says what became of it.
    NumberTradeDecided = 409,
    /// A number of the offer has changed hands since it was made.
    NumberTradeBroken = 409,

    /// The member has linked no iRacing account.
    IracingNotLinked = 404,
    /// Another member has linked this iRacing account; `field` names it.
    IracingIdTaken = 409,
    /// iRacing itself confirmed the linked account, so that typing another one does not replace it.
    IracingIdProven = 409,
    /// The guild has no iRacing league set.
    LeagueNotSet = 409,
    /// This installation has no access to iRacing; a roster can be uploaded.
    IracingNotConfigured = 409,
    /// The caller has connected no iRacing account.
    IracingNotConnected = 404,
    /// iRacing ended the connection, so that the account has to be connected again;
    /// `params.reconnect` is where. The credential of this request is good.
    IracingConnectionExpired = 401,
    /// iRacing did not give the roster; `params.failure` says why. What was known stays.
    LeagueSyncFailed = 502,
    /// No result of this subsession is kept.
    ResultNotFound = 404,
    /// The file holds no result that can be read; `params.expected` says what was expected.
    ResultUnreadable = 422,
    /// The result is final: it is corrected with `force`, and deleted once it is provisional again.
    ResultFinal = 409,
    /// Nothing is kept of what iRacing gave of this result: the guild keeps none of it, its time is over,
    /// or it named somebody who was erased.
    ResultRawNotKept = 404,
    /// The guild does not say that the league holds its drivers' consent, which a file with the names
    /// and customer ids of all of them needs.
    LeagueConsentMissing = 409,
    /// The result belongs to no round of a league's season.
    ResultWithoutRound = 409,
    /// The round is matched with no attendance session.
    RoundNotMatched = 404,
    /// The attendance session is matched with another round.
    AttendanceSessionMatched = 409,
    /// A CSV file has the race only, and the result that is kept has all sessions; with `force` it takes
    /// its place all the same.
    ResultPoorer = 409,
    /// Results are worth nothing in this season: it has no rule for them.
    ResultRuleNotFound = 404,
    /// No such penalty in this season.
    PenaltyNotFound = 404,
    /// Nobody with this id is on the roster of the staff.
    StaffNotFound = 404,
    /// The member is on the roster of the staff already.
    StaffExists = 409,
    /// The roster of the staff is full; `params.limit` says how many it holds.
    StaffLimitReached = 409,
    /// The file holds no roster; `params.line` says where it cannot be read, for CSV.
    RosterUnreadable = 422,
}

impl ErrorCode {
    /// The same request may succeed in a moment. Every other code is an answer for good, whatever its
    /// status, which for a fault of somebody else may be one of the server's: a repetition would only
    /// ask them again. [`None`] for a code that this version does not know.
    pub const fn is_transient(self) -> Option<bool> {
        match self {
            Self::Unknown => None,
            code => Some(matches!(code, Self::Timeout | Self::Unavailable)),
        }
    }

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_503_of_our_own_passes_in_a_moment() {
        for code in ErrorCode::ALL {
            let passes = code.status() == 503;
            assert_eq!(code.is_transient(), Some(passes), "{code:?}");
        }
        assert_eq!(ErrorCode::Unknown.is_transient(), None);
    }
}
