//! Deciding about submissions, and notifying those concerned.

use super::notices::write_to;
use super::points::credit;
use super::submissions::{of_submission, record};
use super::{season, verified_member};
use crate::db::Transaction;
use crate::members::{self, Member};
use crate::operation::Operation;
use crate::seasons::model::SeasonError;
use crate::seasons::model::submissions::{must_be_as_seen, must_be_pending};
use crate::seasons::store;
use crate::seasons::store::submissions::Stored;
use crate::{effects, guilds};
use jiff::Timestamp;
use paddock_api_types::effects::{EffectAction, Notice};
use paddock_api_types::guilds::GuildSettings;
use paddock_api_types::points::{LedgerKind, PointsChange};
use paddock_api_types::submissions::{Submission, SubmissionResult, SubmissionState};
use paddock_api_types::{Reason, SubmissionId};

/// Approves a submission that has not changed since `seen`, the time at which the caller saw it.
pub(crate) async fn approve(
    op: &Operation,
    id: SubmissionId,
    seen: Option<Timestamp>,
) -> Result<SubmissionResult, SeasonError> {
    op.write(|mut tx| async move {
        let mut stored = pending(&mut tx, op, id).await?;
        must_be_as_seen(&stored.submission, seen)?;
        let season = season(&mut tx, op, stored.submission.season_id).await?;
        season.must_be_open(op.at)?;
        let mut member = verified_member(&mut tx, op, stored.submission.user_id).await?;
        let before = stored.submission.clone();
        let settings = guilds::service::settings(&mut tx, op.guild()).await?;
        let approved = SubmissionState::Approved;
        decide(&mut tx, op, &settings, &mut stored, approved, None).await?;
        let submission = stored.submission;
        let entry = of_submission(LedgerKind::Submission, submission.points, &submission, None);
        let (_, change) = credit(&mut tx, op, &season, &mut member, &entry).await?;
        let change = Some(change);
        notify_member(
            &mut tx,
            op,
            &settings,
            &member,
            &submission,
            change.as_ref(),
        )
        .await?;
        record(
            &mut tx,
            op,
            "submission.approved",
            Some(&before),
            &submission,
            None,
        )
        .await?;
        let user = submission.user_id;
        let result = SubmissionResult { submission, change };
        Ok(op.commit_about(tx, user, result).await?)
    })
    .await
}

/// Turns a submission down.
pub(crate) async fn reject(
    op: &Operation,
    id: SubmissionId,
    reason: Option<Reason>,
) -> Result<SubmissionResult, SeasonError> {
    let reason = &reason.map(String::from);
    op.write(|mut tx| async move {
        let mut stored = pending(&mut tx, op, id).await?;
        let season = season(&mut tx, op, stored.submission.season_id).await?;
        season.must_be_open(op.at)?;
        let before = stored.submission.clone();
        let member = members::service::lookup(&mut tx, op.guild(), before.user_id).await?;
        let member = member.ok_or(SeasonError::MemberNotFound)?;
        let settings = guilds::service::settings(&mut tx, op.guild()).await?;
        let rejected = SubmissionState::Rejected;
        decide(
            &mut tx,
            op,
            &settings,
            &mut stored,
            rejected,
            reason.as_ref(),
        )
        .await?;
        let submission = stored.submission;
        notify_member(&mut tx, op, &settings, &member, &submission, None).await?;
        record(
            &mut tx,
            op,
            "submission.rejected",
            Some(&before),
            &submission,
            reason.as_deref(),
        )
        .await?;
        let (user, change) = (submission.user_id, None);
        let result = SubmissionResult { submission, change };
        Ok(op.commit_about(tx, user, result).await?)
    })
    .await
}

async fn pending(
    tx: &mut Transaction,
    op: &Operation,
    id: SubmissionId,
) -> Result<Stored, SeasonError> {
    let stored = store::submissions::lookup(tx, op.guild(), id).await?;
    let stored = stored.ok_or(SeasonError::SubmissionNotFound)?;
    must_be_pending(&stored.submission)?;
    Ok(stored)
}

/// Saves a decision, unless another was made since the submission was read, and updates the message
/// in the review channel.
pub(super) async fn decide(
    tx: &mut Transaction,
    op: &Operation,
    settings: &GuildSettings,
    stored: &mut Stored,
    state: SubmissionState,
    reason: Option<&String>,
) -> Result<(), SeasonError> {
    let submission = &mut stored.submission;
    submission.state = state;
    submission.decided_by = op.actor.user_id;
    submission.decided_at = Some(op.at);
    submission.reason = reason.cloned();
    submission.updated_at = op.at;
    store::submissions::update(tx, op.guild(), stored).await?;
    show_in_review(tx, op, settings, &stored.submission).await
}

/// Posts a pending submission in the review channel.
pub(super) async fn ask_for_review(
    tx: &mut Transaction,
    op: &Operation,
    settings: &GuildSettings,
    submission: &Submission,
) -> Result<(), SeasonError> {
    let Some(channel_id) = settings.review_channel_id else {
        return Ok(());
    };
    let action = EffectAction::SendMessage {
        channel_id,
        notice: review(submission),
        post: Some(post(submission.id)),
        mention: None,
    };
    Ok(effects::service::emit(tx, op, &action).await?)
}

/// Updates that message to the submission as it is now. A submission that was never posted for review
/// stays unposted.
pub(super) async fn show_in_review(
    tx: &mut Transaction,
    op: &Operation,
    settings: &GuildSettings,
    submission: &Submission,
) -> Result<(), SeasonError> {
    if settings.review_channel_id.is_none() {
        return Ok(());
    }
    let (post, notice) = (post(submission.id), review(submission));
    let action = EffectAction::EditMessage { post, notice };
    Ok(effects::service::emit(tx, op, &action).await?)
}

fn review(submission: &Submission) -> Notice {
    Notice::SubmissionReview {
        submission: Box::new(submission.clone()),
    }
}

/// The name of its message in the review channel.
pub(super) fn post(submission: SubmissionId) -> String {
    format!("submission:{submission}")
}

/// Notifies a member of the decision about a submission.
pub(super) async fn notify_member(
    tx: &mut Transaction,
    op: &Operation,
    settings: &GuildSettings,
    member: &Member,
    submission: &Submission,
    change: Option<&PointsChange>,
) -> Result<(), SeasonError> {
    let notice = |guild_name| decided(guild_name, submission, change);
    Ok(write_to(tx, op, settings, member, notice).await?)
}

pub(super) fn decided(
    guild_name: Option<String>,
    submission: &Submission,
    change: Option<&PointsChange>,
) -> Notice {
    Notice::SubmissionDecided {
        guild_name,
        submission: Box::new(submission.clone()),
        change: change.cloned(),
    }
}
