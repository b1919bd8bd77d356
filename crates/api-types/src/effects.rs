//! Effects: what the API wants done in Discord. The API has no Discord token; the bot leases
//! effects, performs them and reports.

mod notice;

pub use notice::Notice;

use crate::shapes::query;
use crate::{
    ChannelId, EffectId, FailureDetail, GuildId, LeaseLimit, LeaseWait, MessageId,
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
    /// Those that became due first; no two of one subject.
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
