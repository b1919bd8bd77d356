//! Deciding about submissions, and telling those whom it concerns.

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
use crate::text;
use crate::{effects, guilds};
use jiff::Timestamp;
use paddock_api_types::SubmissionId;
use paddock_api_types::effects::{EffectAction, Notice};
use paddock_api_types::guilds::GuildSettings;
use paddock_api_types::points::{LedgerKind, PointsChange};
use paddock_api_types::submissions::{Submission, SubmissionResult, SubmissionState};

/// Lets a submission count, as long as it is what the caller saw at `seen`.
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
        tell_member(
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
    reason: Option<String>,
) -> Result<SubmissionResult, SeasonError> {
    let reason = &text::optional("reason", reason, text::paragraph)?;
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
        tell_member(&mut tx, op, &settings, &member, &submission, None).await?;
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

/// Writes a decision, unless somebody else decided since the submission was read, and has the
/// message in the review channel say so.
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

/// Posts a submission that waits where admins review.
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

/// Has that message show the submission as it is now. One that was never posted for review is not
/// shown at all.
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

/// Under which name it is posted for review.
pub(super) fn post(submission: SubmissionId) -> String {
    format!("submission:{submission}")
}

/// Tells a member what became of a submission.
pub(super) async fn tell_member(
    tx: &mut Transaction,
    op: &Operation,
    settings: &GuildSettings,
    member: &Member,
    submission: &Submission,
    change: Option<&PointsChange>,
) -> Result<(), SeasonError> {
    if !member.in_guild {
        return Ok(());
    }
    let notice = Notice::SubmissionDecided {
        guild_name: guilds::service::name(tx, op.guild()).await?,
        submission: Box::new(submission.clone()),
        change: change.cloned(),
    };
    let action = EffectAction::DirectMessage {
        user_id: member.user_id,
        notice,
        fallback_channel_id: settings.fallback_channel_id,
    };
    Ok(effects::service::emit(tx, op, &action).await?)
}
