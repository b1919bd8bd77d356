//! Buttons under messages that no command answers with, and the actions by which commands handle
//! them.

use crate::custom_id;
use paddock_api_types::{AttendanceSessionId, UserId, submissions::Submission};
use twilight_model::channel::message::component::{Button, ButtonStyle};
use twilight_util::builder::message::ButtonBuilder;

/// Action of the button that verifies a member.
pub(crate) const VERIFY_MEMBER: &str = "verify";
/// Action of the button that asks why a member is rejected, and of the form that rejects.
pub(crate) const REJECT_MEMBER: &str = "reject";
/// Action of the button that approves a submission.
pub(crate) const APPROVE_SUBMISSION: &str = "submission-approve";
/// Action of the button that asks why a submission is rejected, and of the form that rejects.
pub(crate) const REJECT_SUBMISSION: &str = "submission-reject";
/// Action of the button under a code, and of the form that it opens.
pub(crate) const CHECK_IN: &str = "attendance-check-in";

/// Replaces the colons of a time, which would separate arguments of an id.
pub(crate) const COLON: &str = "_";

/// The buttons that decide about a registration.
pub(super) fn review_member(user: UserId) -> Vec<Button> {
    let user = user.to_string();
    vec![
        button(ButtonStyle::Success, "Verify", VERIFY_MEMBER, &[&user]),
        button(ButtonStyle::Secondary, "Reject", REJECT_MEMBER, &[&user]),
    ]
}

/// The buttons that decide about a submission. Approving sends which version the admin saw, because
/// the member may change it at the same moment.
pub(super) fn review_submission(submission: &Submission) -> Vec<Button> {
    let id = submission.id.to_string();
    let version = submission.updated_at.to_string().replace(':', COLON);
    let approve = [id.as_str(), &version];
    vec![
        button(
            ButtonStyle::Success,
            "Approve",
            APPROVE_SUBMISSION,
            &approve,
        ),
        button(ButtonStyle::Secondary, "Reject", REJECT_SUBMISSION, &[&id]),
    ]
}

/// The button that checks in to a session.
pub(super) fn check_in(session: AttendanceSessionId) -> Button {
    let session = session.to_string();
    button(ButtonStyle::Success, "Check in", CHECK_IN, &[&session])
}

fn button(style: ButtonStyle, label: &str, action: &str, arguments: &[&str]) -> Button {
    let id = custom_id::write(action, arguments);
    ButtonBuilder::new(style).label(label).custom_id(id).build()
}
