//! `/review`: submissions that wait, and the buttons that decide about one.

mod queue;

use crate::{
    commands::{ask::Why, prelude::*},
    replies::{
        buttons::{APPROVE_SUBMISSION as APPROVE, COLON, REJECT_SUBMISSION as REJECT},
        seasons::submissions as texts,
    },
};
use api::{SubmissionId, members::Decision, submissions::ApproveSubmission};

pub(super) fn add(dispatch: &mut Dispatch) {
    queue::add(dispatch);
    dispatch.button(APPROVE, DeferMode::Update, approve);
    dispatch.button(REJECT, DeferMode::Unsupported, ask_why);
    dispatch.modal(REJECT, DeferMode::Update, reject);
}

async fn approve(call: Call, pressed: Pressed) -> Outcome {
    let submission = custom_id::argument(&pressed.arguments, 0)?;
    let seen = pressed.arguments.get(1);
    let approve = ApproveSubmission {
        updated_at: seen.and_then(|seen| seen.replace(COLON, ":").parse().ok()),
    };
    let client = call.write();
    let result = client
        .approve_submission(submission, Some(&approve))
        .await?;
    Ok(Answer::Update(texts::review(&result.submission)))
}

async fn ask_why(_: Call, pressed: Pressed) -> Outcome {
    let submission: SubmissionId = custom_id::argument(&pressed.arguments, 0)?;
    Ok(ask::why(&Why {
        action: REJECT,
        subject: &submission.to_string(),
        title: "Reject this submission",
        required: true,
    }))
}

async fn reject(call: Call, submitted: Submitted) -> Outcome {
    let submission = custom_id::argument(&submitted.arguments, 0)?;
    // Discord accepts a space as a reason.
    let reason = ask::reason(&submitted)?;
    let reason = reason.ok_or_else(|| Failure::Mistake(texts::NO_REASON.to_owned()))?;
    let decision = Decision {
        reason: Some(reason),
    };
    let result = call
        .write()
        .reject_submission(submission, &decision)
        .await?;
    Ok(Answer::Update(texts::review(&result.submission)))
}
