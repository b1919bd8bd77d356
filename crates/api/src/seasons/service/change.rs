//! Changing submissions, and taking them back.

use super::points::{Notify, credit, refusal};
use super::review::{notify_member, show_in_review};
use super::submissions::{of_submission, record, visible};
use super::submit::{Asked, check_day, item_of};
use super::{is_admin, season};
use crate::db::Transaction;
use crate::guilds;
use crate::members::{self, Member};
use crate::operation::Operation;
use crate::seasons::model::submissions::{self as rules, counted, worth};
use crate::seasons::model::{Season, SeasonError};
use crate::seasons::store;
use crate::seasons::store::submissions::Stored;
use paddock_api_types::points::{LedgerKind, PointsChange};
use paddock_api_types::submissions::{
    Submission, SubmissionResult, SubmissionState, UpdateSubmission,
};
use paddock_api_types::{Quantity, SubmissionId};

/// Changes a submission: the caller's while it waits, or, by an admin, anybody's that counts.
pub(crate) async fn update(
    op: &Operation,
    id: SubmissionId,
    update: UpdateSubmission,
) -> Result<SubmissionResult, SeasonError> {
    let update = &UpdateSubmission {
        proof_url: match &update.proof_url {
            Some(Some(proof)) => Some(Some(rules::check_proof(proof)?)),
            cleared_or_absent => cleared_or_absent.clone(),
        },
        ..update
    };
    op.write(|mut tx| async move {
        let (season, mut member, mut stored) = changeable(&mut tx, op, id).await?;
        let settings = guilds::service::settings(&mut tx, op.guild()).await?;
        let before = stored.submission.clone();
        let after = &mut stored.submission;
        if update.item_id.is_some() || update.quantity.is_some() {
            let item_id = update.item_id.unwrap_or(before.item_id);
            after.quantity = update.quantity.map_or(before.quantity, Quantity::get);
            // What the season no longer accepts, or accepts less of, may stay or shrink.
            if rules::asks_for_more(&before, item_id, after.quantity) {
                let item = item_of(&mut tx, op, season.id, item_id).await?;
                rules::check_limit(&item, after.quantity)?;
                let asked = Asked {
                    quantity: after.quantity,
                    at: before.submitted_at,
                    without: Some(id),
                };
                check_day(
                    &mut tx,
                    op,
                    &settings,
                    season.id,
                    before.user_id,
                    &item,
                    &asked,
                )
                .await?;
                if item.item_id != before.item_id {
                    after.item_id = item.item_id;
                    after.item_name = item.name;
                    after.points_each = item.points;
                }
            }
            after.points = worth(after.quantity, after.points_each);
        }
        if let Some(proof_url) = &update.proof_url {
            after.proof_url.clone_from(proof_url);
        }
        if let Some(note) = &update.note {
            after.note = note.clone().map(Into::into);
        }
        if *after == before {
            let (submission, change) = (before, None);
            let user = submission.user_id;
            let result = SubmissionResult { submission, change };
            return Ok(op.commit_about(tx, user, result).await?);
        }
        let reason = update.reason.as_deref();
        let change = store_change(
            &mut tx,
            op,
            &season,
            &mut member,
            &before,
            &mut stored,
            reason,
        )
        .await?;
        let submission = stored.submission;
        show_in_review(&mut tx, op, &settings, &submission).await?;
        record(
            &mut tx,
            op,
            "submission.updated",
            Some(&before),
            &submission,
            reason,
        )
        .await?;
        let user = submission.user_id;
        let result = SubmissionResult { submission, change };
        Ok(op.commit_about(tx, user, result).await?)
    })
    .await
}

/// Takes a submission back: the caller's while it waits, or, by an admin, anybody's.
pub(crate) async fn delete(
    op: &Operation,
    id: SubmissionId,
) -> Result<SubmissionResult, SeasonError> {
    op.write(|mut tx| async move {
        let (season, mut member, mut stored) = changeable(&mut tx, op, id).await?;
        let before = stored.submission.clone();
        stored.submission.state = SubmissionState::Deleted;
        stored.submission.decided_by = op.actor.user_id;
        stored.submission.decided_at = Some(op.at);
        let change = store_change(
            &mut tx,
            op,
            &season,
            &mut member,
            &before,
            &mut stored,
            None,
        )
        .await?;
        let submission = stored.submission;
        let settings = guilds::service::settings(&mut tx, op.guild()).await?;
        show_in_review(&mut tx, op, &settings, &submission).await?;
        if op.actor.user_id != Some(submission.user_id) {
            notify_member(
                &mut tx,
                op,
                &settings,
                &member,
                &submission,
                change.as_ref(),
            )
            .await?;
        }
        record(
            &mut tx,
            op,
            "submission.deleted",
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

/// A submission that the caller may change, with its season and member. Claims the standing, so that
/// nobody else changes the submission at the same time.
async fn changeable(
    tx: &mut Transaction,
    op: &Operation,
    id: SubmissionId,
) -> Result<(Season, Member, Stored), SeasonError> {
    let stored = visible(tx, op, id).await?;
    let submission = &stored.submission;
    rules::must_be_changeable(submission, is_admin(op))?;
    let season = season(&mut *tx, op, submission.season_id).await?;
    season.must_be_open(op.at)?;
    let user = submission.user_id;
    if !store::standings::claim_if_open(tx, op.guild(), season.id, user).await? {
        return Err(refusal(tx, op, season.id, user).await?);
    }
    let member = members::service::lookup(&mut *tx, op.guild(), user).await?;
    let member = member.ok_or(SeasonError::MemberNotFound)?;
    Ok((season, member, stored))
}

/// Saves a changed submission, and credits the difference in points.
async fn store_change(
    tx: &mut Transaction,
    op: &Operation,
    season: &Season,
    member: &mut Member,
    before: &Submission,
    stored: &mut Stored,
    reason: Option<&str>,
) -> Result<Option<PointsChange>, SeasonError> {
    stored.submission.updated_at = op.at;
    store::submissions::update(tx, op.guild(), stored).await?;
    let after = &stored.submission;
    let difference = counted(after) - counted(before);
    let kind = if after.state == SubmissionState::Deleted {
        LedgerKind::Reversal
    } else {
        LedgerKind::Correction
    };
    if difference == 0 {
        return Ok(None);
    }
    let mut entry = of_submission(kind, difference, after, reason);
    if kind == LedgerKind::Correction {
        entry.notify = Notify::By(op.actor.user_id);
    }
    Ok(Some(
        Box::pin(credit(tx, op, season, member, &entry)).await?.1,
    ))
}
