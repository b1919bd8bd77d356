//! Effects: what the API wants done in Discord. The API has no Discord token; the bot leases
//! effects, performs them and reports.

use crate::members::MemberStatus;
use crate::numbers::{NumberClaim, NumberTrade, NumberWait};
use crate::points::{Award, LeaderboardRow, LedgerKind, PointsChange};
use crate::seasons::{Prize, RankName, Season};
use crate::shapes::query;
use crate::staff::StaffBoard;
use crate::submissions::Submission;
use crate::{
    CarNumber, ChannelId, EffectId, FailureDetail, GuildId, LeaseLimit, LeaseWait, MessageId,
    RetryAfterMillis, RoleId, Timestamp, UserId,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What is to be done. Every action is safe to repeat.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum EffectAction {
    /// Give a member a role.
    GrantRole {
        /// To whom.
        user_id: UserId,
        /// Which.
        role_id: RoleId,
        /// For Discord's own audit log, up to 400 characters.
        reason: String,
    },
    /// Take a role from a member.
    RevokeRole {
        /// From whom.
        user_id: UserId,
        /// Which.
        role_id: RoleId,
        /// For Discord's own audit log, up to 400 characters.
        reason: String,
    },
    /// Post in a channel.
    SendMessage {
        /// Where.
        channel_id: ChannelId,
        /// What to say.
        notice: Notice,
        /// Under which name the message is found again to be edited, such as
        /// `submission:1234567890123456789`; one message has it at a time.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        post: Option<String>,
        /// Who is mentioned, and so notified.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        mention: Option<UserId>,
    },
    /// Replace what a message of ours says.
    EditMessage {
        /// The name under which it was posted. [`LeasedEffect::message`] says where it stands.
        post: String,
        /// What to say now.
        notice: Notice,
    },
    /// Delete a message of ours.
    DeleteMessage {
        /// The name under which it was posted. [`LeasedEffect::message`] says where it stands.
        post: String,
    },
    /// Write to a member.
    DirectMessage {
        /// To whom.
        user_id: UserId,
        /// What to say.
        notice: Notice,
        /// Where to say it, with a mention, to somebody who accepts no direct messages.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        fallback_channel_id: Option<ChannelId>,
    },
    /// Ask Discord for the presences of all staff, and report them as a seed before this is reported
    /// done. The list of whom to ask for is read anew.
    SyncPresence,
}

/// A message of ours in Discord.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PostedMessage {
    /// Where.
    pub channel_id: ChannelId,
    /// Which.
    pub message_id: MessageId,
}

/// What a message says; the bot finds the words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "notice", rename_all = "snake_case")]
pub enum Notice {
    /// To the admins: someone registered and waits.
    RegistrationPending {
        /// Who.
        user_id: UserId,
        /// The chosen name.
        display_name: String,
        /// Game account or student number.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        external_id: Option<String>,
    },
    /// To the admins, in place of that: somebody decided.
    RegistrationReviewed {
        /// Who.
        user_id: UserId,
        /// The chosen name.
        display_name: String,
        /// What was decided.
        status: MemberStatus,
        /// Why, where the admin said so.
        reason: Option<String>,
        /// Who decided; absent where Paddock did.
        decided_by: Option<UserId>,
    },
    /// To the member: you are verified.
    Verified {
        /// Name of the server, once known.
        guild_name: Option<String>,
    },
    /// To the member: iRacing ended the connection of your account.
    IracingConnectionEnded {
        /// Name of the server, once known.
        guild_name: Option<String>,
    },
    /// To the member: your registration was turned down, or the verification withdrawn.
    Rejected {
        /// Name of the server, once known.
        guild_name: Option<String>,
        /// Why, where the admin said so.
        reason: Option<String>,
    },
    /// To the admins: a submission as it stands. It waits for one of them, or was decided.
    SubmissionReview {
        /// The submission.
        submission: Box<Submission>,
    },
    /// To the member: what became of a submission.
    SubmissionDecided {
        /// Name of the server, once known.
        guild_name: Option<String>,
        /// The submission.
        submission: Box<Submission>,
        /// What it did to the member's points.
        change: Option<PointsChange>,
    },
    /// To the member: somebody else gave or took points.
    PointsChanged {
        /// Name of the server, once known.
        guild_name: Option<String>,
        /// In which season.
        season_name: String,
        /// Why.
        kind: LedgerKind,
        /// How many, and what that did.
        change: Box<PointsChange>,
        /// In the words of who did it, or what it was for.
        reason: Option<String>,
        /// Who; absent where Paddock did.
        by: Option<UserId>,
    },
    /// To the admins: a described prize that was won, as it stands. It waits to be handed over, or
    /// does not any more.
    PrizeWon {
        /// The prize.
        award: Box<Award>,
    },
    /// To the admins: a change of a season's ranks or prizes, or an import, left described prizes
    /// waiting to be handed over.
    PrizesWaiting {
        /// In which season.
        season_name: String,
        /// How many.
        count: u32,
    },
    /// To everybody: a member climbed to a rank.
    Promoted {
        /// Who.
        user_id: UserId,
        /// Their name.
        display_name: String,
        /// In which season.
        season_name: String,
        /// To which rank.
        rank: RankName,
        /// With how many points.
        points: i64,
        /// What they won, from the lowest rank that is new to them.
        prizes: Vec<Prize>,
    },
    /// To everybody: a member has claimed a car number.
    NumberClaimed {
        /// The claim.
        claim: Box<NumberClaim>,
    },
    /// To everybody: a car number is free again.
    NumberReleased {
        /// The number.
        number: CarNumber,
        /// The name of its class, where there are classes.
        class_name: Option<String>,
    },
    /// To the member: an admin took a car number back.
    NumberTakenBack {
        /// Name of the server, once known.
        guild_name: Option<String>,
        /// The number.
        number: CarNumber,
        /// The name of its class, where there are classes.
        class_name: Option<String>,
        /// Why, where the admin said so.
        reason: Option<String>,
    },
    /// To the member who waits longest: a car number is held for them.
    NumberHeld {
        /// Name of the server, once known.
        guild_name: Option<String>,
        /// The wait.
        wait: Box<NumberWait>,
        /// Until when.
        until: Timestamp,
    },
    /// To the other side: somebody offers a car number.
    NumberTradeOffered {
        /// Name of the server, once known.
        guild_name: Option<String>,
        /// The offer.
        trade: Box<NumberTrade>,
    },
    /// To who offered a car number: what became of it.
    NumberTradeDecided {
        /// Name of the server, once known.
        guild_name: Option<String>,
        /// The offer.
        trade: Box<NumberTrade>,
    },
    /// To everybody: a new season of car numbers has begun.
    NumberSeasonStarted {
        /// Until when holders of the last season may keep theirs; absent where they have no priority.
        priority_until: Option<Timestamp>,
    },
    /// To everybody: a season takes submissions from now on.
    SeasonOpened {
        /// Which.
        season: Box<Season>,
    },
    /// To everybody: a season has ended.
    SeasonClosed {
        /// Which.
        season: Box<Season>,
        /// The first places.
        top: Vec<LeaderboardRow>,
    },
    /// To everybody: who of the staff is there.
    StaffBoard {
        /// The board.
        board: Box<StaffBoard>,
    },
}

/// Where an effect stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum EffectState {
    /// Waits, for its turn or for a retry.
    Pending,
    /// The bot is at it.
    Leased,
    /// Done in Discord.
    Done,
    /// Given up until someone retries it.
    Failed,
}

/// Why an effect could not be performed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum EffectErrorCode {
    /// The role is gone from Discord.
    UnknownRole,
    /// The member is not in the server.
    UnknownMember,
    /// The channel is gone from Discord.
    UnknownChannel,
    /// The message is gone from Discord.
    UnknownMessage,
    /// The bot lacks a permission, or its highest role is too low.
    MissingPermission,
    /// The member accepts no direct messages.
    CannotDirectMessage,
    /// Discord refuses the request itself: a fault of ours.
    Refused,
    /// Discord asks to slow down.
    RateLimited,
    /// Discord cannot be reached, or answers with a fault of its own.
    DiscordUnavailable,
    /// Nobody reported back: the lease ran out too often.
    LeaseExpired,
}

/// An effect as operators see it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Effect {
    /// Time-ordered.
    pub id: EffectId,
    /// Effects of one subject are performed in order, such as `member:175928847299117063`.
    pub subject: String,
    /// What is to be done.
    pub action: EffectAction,
    /// Where it stands.
    pub state: EffectState,
    /// How often it was tried.
    pub attempts: u32,
    /// Why the last try failed.
    pub last_error: Option<EffectErrorCode>,
    /// The same in a sentence.
    pub last_error_detail: Option<String>,
    /// When it was asked for.
    pub created_at: Timestamp,
    /// When it is tried next, while pending.
    pub next_attempt_at: Option<Timestamp>,
}

query! {
    /// Which effects to list, newest first.
    ListEffectsQuery {
        /// Only those that stand here.
        state: Option<EffectState>,
    } paged
}

/// Takes effects to perform. Answers at once when some are due, otherwise as soon as one is, and
/// with none after `wait_ms`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LeaseEffects {
    /// How many at most.
    pub limit: LeaseLimit,
    /// How long to wait for the first, in milliseconds.
    #[serde(default)]
    pub wait_ms: LeaseWait,
}

/// Effects to perform now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct LeasedEffects {
    /// In the order of their ids; no two of one subject.
    pub effects: Vec<LeasedEffect>,
}

/// An effect to perform now, and to report before its lease ends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct LeasedEffect {
    /// Also the nonce of a message, so that Discord drops a repetition.
    pub id: EffectId,
    /// Where.
    pub guild_id: GuildId,
    /// What is to be done.
    pub action: EffectAction,
    /// The message to edit or to delete, where one is.
    #[serde(default)]
    pub message: Option<PostedMessage>,
    /// The how-manieth try this is, from 1; reported back, so that a late report of an earlier
    /// lease is recognised.
    pub attempt: u32,
    /// Until when the lease holds.
    pub leased_until: Timestamp,
}

/// Reports that an effect is done.
#[serde_with::skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EffectDone {
    /// The try that succeeded.
    #[schema(minimum = 1)]
    pub attempt: u32,
    /// The message that was posted, where one was.
    pub message: Option<PostedMessage>,
}

/// Reports that an effect could not be performed.
#[serde_with::skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EffectFailed {
    /// The try that failed.
    #[schema(minimum = 1)]
    pub attempt: u32,
    /// Why. The API decides from this whether trying again can help.
    pub error: EffectErrorCode,
    /// The same in a sentence, up to 400 characters.
    pub detail: FailureDetail,
    /// How long Discord asked to wait, in milliseconds.
    pub retry_after_ms: Option<RetryAfterMillis>,
}
