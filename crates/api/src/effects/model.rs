//! Effects: when they are retried, and which wait for each other.

pub(super) mod announcements;
pub(super) mod shares;

use crate::audit::audited;
use crate::operation::{Failure, fails};
use jiff::Timestamp;
use paddock_api_types::effects::{
    EffectAction, EffectErrorCode, EffectState, Notice, PostedMessage,
};
use paddock_api_types::{EffectId, GuildId, RoleId, UserId};
use std::time::Duration;

/// How long the bot has for an effect before it can be leased again. Discord answers within 10
/// seconds or not at all, and the bot waits out rate limits of up to a minute.
pub(super) const LEASE: Duration = Duration::from_mins(2);

/// Attempts after which a transient failure is given up; they are spread over some seven hours.
pub(super) const MAX_ATTEMPTS: u32 = 15;

/// When what waits behind another effect of its subject is due, in milliseconds: never. It is moved up.
pub(super) const PARKED: i64 = 253_402_207_200_000;

/// An effect as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Effect {
    pub(crate) id: EffectId,
    pub(crate) guild_id: GuildId,
    pub(crate) subject: String,
    pub(crate) action: EffectAction,
    pub(crate) state: EffectState,
    pub(crate) attempts: u32,
    /// When it may be taken, or [`PARKED`]; while leased, when the lease ends.
    pub(crate) due_at: Timestamp,
    pub(crate) last_error: Option<EffectErrorCode>,
    pub(crate) last_error_detail: Option<String>,
    pub(crate) created_at: Timestamp,
    /// The message to edit, where one is; looked up when the effect is leased.
    pub(crate) message: Option<PostedMessage>,
}

impl Effect {
    /// When it is tried next, where that is known: not what waits for another one of its subject.
    pub(super) fn next_attempt_at(&self) -> Option<Timestamp> {
        let has_time = self.due_at.as_millisecond() < PARKED;
        (self.state == EffectState::Pending && has_time).then_some(self.due_at)
    }
}

audited! { effect: Effect => "effect:{}", effect.id;
    throughout: state;
}

/// Why an operation on effects was refused.
#[derive(Debug, thiserror::Error)]
pub(crate) enum EffectError {
    /// No such effect in this guild.
    #[error("no such effect in this guild")]
    NotFound,
    /// It is not failed, so there is nothing to retry or dismiss.
    #[error("only a failed effect can be retried or dismissed")]
    NotFailed,
    /// The lease ran out and the effect went on without the reporter.
    #[error("the lease of this try has ended")]
    LeaseLost,
    /// Not a rule.
    #[error(transparent)]
    Failure(Failure),
}
fails!(EffectError);

/// Effects of one subject are performed one after another.
pub(crate) fn subject(action: &EffectAction) -> String {
    match action {
        EffectAction::GrantRole { user_id, .. } | EffectAction::RevokeRole { user_id, .. } => {
            format!("member:{user_id}")
        }
        // Apart from the roles: a message that has to wait must not keep a right alive.
        EffectAction::DirectMessage { user_id, .. } => format!("messages:{user_id}"),
        EffectAction::SendMessage {
            post: Some(post), ..
        }
        | EffectAction::EditMessage { post, .. }
        | EffectAction::DeleteMessage { post } => format!("post:{post}"),
        EffectAction::SendMessage { channel_id, .. } => format!("channel:{channel_id}"),
        EffectAction::SyncPresence => "presence".to_owned(),
    }
}

/// The member it concerns, where it is about one.
pub(super) fn user(action: &EffectAction) -> Option<UserId> {
    match action {
        EffectAction::GrantRole { user_id, .. }
        | EffectAction::RevokeRole { user_id, .. }
        | EffectAction::DirectMessage { user_id, .. } => Some(*user_id),
        // Not every notice names its reader: one that could not be said directly is known by whom
        // it mentions.
        EffectAction::SendMessage {
            notice, mention, ..
        } => mention.or_else(|| speaks_of(notice)),
        EffectAction::EditMessage { notice, .. } => speaks_of(notice),
        EffectAction::DeleteMessage { .. } | EffectAction::SyncPresence => None,
    }
}

fn speaks_of(notice: &Notice) -> Option<UserId> {
    match notice {
        Notice::RegistrationPending { user_id, .. }
        | Notice::RegistrationReviewed { user_id, .. }
        | Notice::Promoted { user_id, .. } => Some(*user_id),
        Notice::SubmissionReview { submission } | Notice::SubmissionDecided { submission, .. } => {
            Some(submission.user_id)
        }
        Notice::PrizeWon { award } | Notice::AwardGiven { award, .. } => Some(award.user_id),
        Notice::NumberClaimed { claim } => Some(claim.user_id),
        Notice::NumberHeld { wait, .. } => Some(wait.user_id),
        Notice::Verified { .. }
        | Notice::IracingConnectionEnded { .. }
        | Notice::Rejected { .. }
        | Notice::PointsChanged { .. }
        | Notice::Enrolled { .. }
        | Notice::PrizesWaiting { .. }
        | Notice::NumberReleased { .. }
        | Notice::NumberTakenBack { .. }
        | Notice::NumberTradeOffered { .. }
        | Notice::NumberTradeDecided { .. }
        | Notice::NumberSeasonStarted { .. }
        | Notice::SeasonOpened { .. }
        | Notice::SeasonClosed { .. }
        | Notice::Missed { .. }
        | Notice::StaffBoard { .. } => None,
    }
}

/// The public message to a member who accepts no direct messages, where the guild wants that.
pub(super) fn fallback(action: &EffectAction, error: EffectErrorCode) -> Option<EffectAction> {
    match action {
        EffectAction::DirectMessage {
            user_id,
            notice,
            fallback_channel_id: Some(channel_id),
        } if error == EffectErrorCode::CannotDirectMessage => Some(EffectAction::SendMessage {
            channel_id: *channel_id,
            notice: notice.clone(),
            post: None,
            mention: Some(*user_id),
        }),
        _ => None,
    }
}

/// The name under which what it posts is found again.
pub(super) fn posts_as(action: &EffectAction) -> Option<&str> {
    match action {
        EffectAction::SendMessage { post, .. } => post.as_deref(),
        _ => None,
    }
}

/// The name of the post that is no more once it is done, or was found to be `gone`.
pub(super) fn ends(action: &EffectAction, gone: bool) -> Option<&str> {
    match action {
        EffectAction::DeleteMessage { post } => Some(post),
        EffectAction::EditMessage { post, .. } if gone => Some(post),
        _ => None,
    }
}

/// What an edit makes of an earlier effect of the same post that has failed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Supersede {
    /// It stays as it is.
    Keep,
    /// It is dropped: the edit says what it would have said.
    Drop,
    /// It still has to be done, with this content.
    Replace(Box<EffectAction>),
}

/// Where a post of ours stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PostState {
    /// Nowhere: it was never posted, or somebody deleted it.
    Absent,
    /// In Discord, as it was last asked for.
    Posted,
    /// Something is still to be done with it, or could not be done.
    Unsettled,
}

pub(super) fn superseded(earlier: &EffectAction, now: &Notice) -> Supersede {
    match earlier {
        EffectAction::EditMessage { .. } => Supersede::Drop,
        EffectAction::SendMessage {
            channel_id,
            post,
            mention,
            ..
        } => Supersede::Replace(Box::new(EffectAction::SendMessage {
            channel_id: *channel_id,
            notice: now.clone(),
            post: post.clone(),
            mention: *mention,
        })),
        EffectAction::GrantRole { .. }
        | EffectAction::RevokeRole { .. }
        | EffectAction::DeleteMessage { .. }
        | EffectAction::DirectMessage { .. }
        | EffectAction::SyncPresence => Supersede::Keep,
    }
}

/// What a failed try means for the effect.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    /// Try again after this pause.
    RetryAfter(Duration),
    /// Somebody has to do something first.
    GiveUp,
}

pub(super) fn judge(
    error: EffectErrorCode,
    attempts: u32,
    asked_to_wait: Option<Duration>,
) -> Verdict {
    if is_permanent(error) || attempts >= MAX_ATTEMPTS {
        return Verdict::GiveUp;
    }
    Verdict::RetryAfter(back_off(attempts).max(asked_to_wait.unwrap_or_default()))
}

/// Trying again cannot help before somebody changes something in Discord.
fn is_permanent(error: EffectErrorCode) -> bool {
    match error {
        EffectErrorCode::UnknownRole
        | EffectErrorCode::UnknownMember
        | EffectErrorCode::UnknownChannel
        | EffectErrorCode::UnknownMessage
        | EffectErrorCode::MissingPermission
        | EffectErrorCode::CannotDirectMessage
        | EffectErrorCode::Refused => true,
        EffectErrorCode::RateLimited
        | EffectErrorCode::DiscordUnavailable
        | EffectErrorCode::LeaseExpired => false,
    }
}

/// Whether a failed effect waits for somebody to change something first. One that was given up for
/// another reason may be asked for again.
pub(crate) fn waits_for_an_admin(error: EffectErrorCode) -> bool {
    is_permanent(error) && needs_an_admin(error)
}

/// The role that it grants or revokes.
pub(super) fn role(action: &EffectAction) -> Option<RoleId> {
    match action {
        EffectAction::GrantRole { role_id, .. } | EffectAction::RevokeRole { role_id, .. } => {
            Some(*role_id)
        }
        EffectAction::SendMessage { .. }
        | EffectAction::EditMessage { .. }
        | EffectAction::DeleteMessage { .. }
        | EffectAction::DirectMessage { .. }
        | EffectAction::SyncPresence => None,
    }
}

/// A member who left has no roles, nobody has a deleted role, and a message that is gone
/// needs no edit, and is deleted.
pub(super) fn is_done_anyway(action: &EffectAction, error: EffectErrorCode) -> bool {
    match action {
        EffectAction::RevokeRole { .. } => matches!(
            error,
            EffectErrorCode::UnknownRole | EffectErrorCode::UnknownMember
        ),
        EffectAction::EditMessage { .. } | EffectAction::DeleteMessage { .. } => matches!(
            error,
            EffectErrorCode::UnknownMessage | EffectErrorCode::UnknownChannel
        ),
        _ => false,
    }
}

/// Says something of a person, so that it goes when they do; roles are given and taken by id alone.
pub(super) fn is_personal(action: &EffectAction) -> bool {
    matches!(
        action,
        EffectAction::SendMessage { .. }
            | EffectAction::EditMessage { .. }
            | EffectAction::DirectMessage { .. }
    )
}

/// What it says without a member who is one of many in it; `None` where they are not.
pub(super) fn without(action: &EffectAction, user: UserId) -> Option<EffectAction> {
    let mut action = action.clone();
    let (EffectAction::SendMessage { notice, .. } | EffectAction::EditMessage { notice, .. }) =
        &mut action
    else {
        return None;
    };
    let is_named = match notice {
        Notice::SeasonClosed { top, .. } => {
            let named = top.len();
            top.retain(|row| row.user_id != user);
            top.len() < named
        }
        Notice::StaffBoard { board } => {
            let named = board.members.len();
            board.members.retain(|row| row.user_id != user);
            board.members.len() < named
        }
        _ => false,
    };
    is_named.then_some(action)
}

/// Nothing that an admin could resolve: members may block direct messages, and leave.
fn needs_an_admin(error: EffectErrorCode) -> bool {
    !matches!(
        error,
        EffectErrorCode::CannotDirectMessage | EffectErrorCode::UnknownMember
    )
}

/// 2 s, 4 s, 8 s … up to 3 hours.
fn back_off(attempts: u32) -> Duration {
    Duration::from_secs(1 << attempts.clamp(1, 14)).min(Duration::from_hours(3))
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case::first(1, None, Verdict::RetryAfter(Duration::from_secs(2)))]
    #[case::third(3, None, Verdict::RetryAfter(Duration::from_secs(8)))]
    #[case::asked(1, Some(30), Verdict::RetryAfter(Duration::from_secs(30)))]
    #[case::capped(14, None, Verdict::RetryAfter(Duration::from_hours(3)))]
    #[case::last(15, None, Verdict::GiveUp)]
    fn a_transient_failure_backs_off(
        #[case] attempts: u32,
        #[case] asked: Option<u64>,
        #[case] verdict: Verdict,
    ) {
        let asked = asked.map(Duration::from_secs);
        assert_eq!(
            judge(EffectErrorCode::DiscordUnavailable, attempts, asked),
            verdict
        );
    }

    #[test]
    fn what_could_not_be_said_directly_still_concerns_the_member() {
        let user_id = UserId::new(1);
        let direct = EffectAction::DirectMessage {
            user_id: user_id.unwrap(),
            notice: Notice::Verified { guild_name: None },
            fallback_channel_id: paddock_api_types::ChannelId::new(50),
        };
        let elsewhere = fallback(&direct, EffectErrorCode::CannotDirectMessage).unwrap();
        assert_eq!(user(&elsewhere), user_id);
    }

    #[test]
    fn a_permanent_failure_stops_at_once() {
        assert_eq!(
            judge(EffectErrorCode::MissingPermission, 1, None),
            Verdict::GiveUp
        );
    }
}
