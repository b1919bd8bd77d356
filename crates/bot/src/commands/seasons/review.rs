//! `/review`: submissions that wait, and the buttons that decide about one.

mod queue;

use crate::{
    commands::{ask::Why, prelude::*},
    replies::seasons::submissions as texts,
};
use api::{
    SubmissionId,
    members::Decision,
    submissions::{ApproveSubmission, Submission},
};
use twilight_model::channel::message::component::{Button, ButtonStyle};

/// Action of the button that approves.
const APPROVE: &str = "submission-approve";
/// In place of the colons of a time: a colon separates the arguments of an id.
const COLON: &str = "_";
/// Action of the button that asks why, and of the form that rejects.
const REJECT: &str = "submission-reject";

pub(super) fn add(dispatch: &mut Dispatch) {
    queue::add(dispatch);
    dispatch.button(APPROVE, DeferMode::Update, approve);
    dispatch.button(REJECT, DeferMode::Unsupported, ask_why);
    dispatch.modal(REJECT, DeferMode::Update, reject);
}

/// To decide about a submission with one press. The button to approve carries the version that the
/// reviewer saw: the member may change it in the meantime.
pub(crate) fn review_buttons(submission: &Submission) -> Vec<Button> {
    let (id, seen) = (submission.id.to_string(), submission.updated_at.to_string());
    let seen = seen.replace(':', COLON);
    vec![
        custom_id::button(ButtonStyle::Success, "Approve", APPROVE, &[&id, &seen]),
        custom_id::button(ButtonStyle::Secondary, "Reject", REJECT, &[&id]),
    ]
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
    let reason = submitted.field(ask::REASON);
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
