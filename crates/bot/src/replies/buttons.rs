//! Buttons under messages that no command answers with, and the actions by which commands handle
//! them.

use crate::custom_id;
use paddock_api_types::{
    AttendanceSessionId, AwardId, GuildId, NumberTradeId, UserId, numbers::NumberWait,
    submissions::Submission,
};
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
/// Action of the button that notes that a prize was handed over.
pub(crate) const DELIVER_AWARD: &str = "award-deliver";
/// Action of the button under a code, and of the form that it opens.
pub(crate) const CHECK_IN: &str = "attendance-check-in";

/// Action of the button that claims a number which is held for the member.
pub(crate) const TAKE_NUMBER: &str = "number-take";
/// Action of the button that declines it.
pub(crate) const DECLINE_NUMBER: &str = "number-decline";
/// Action of the button that accepts an offered trade of numbers.
pub(crate) const ACCEPT_TRADE: &str = "trade-accept";
/// Action of the button that declines it.
pub(crate) const DECLINE_TRADE: &str = "trade-decline";

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

/// The button that notes that a prize was handed over.
pub(super) fn deliver_award(award: AwardId) -> Button {
    let award = award.to_string();
    button(
        ButtonStyle::Success,
        "Handed over",
        DELIVER_AWARD,
        &[&award],
    )
}

/// The button that checks in to a session.
pub(super) fn check_in(session: AttendanceSessionId) -> Button {
    let session = session.to_string();
    button(ButtonStyle::Success, "Check in", CHECK_IN, &[&session])
}

/// The buttons that take or decline a number which is held for the member. They reach the member as a
/// direct message.
pub(super) fn held_number(guild: GuildId, wait: &NumberWait) -> Vec<Button> {
    let number = wait.number.to_string();
    let class = wait.class_id.map(|class| class.to_string());
    let arguments: Vec<_> = std::iter::once(number.as_str())
        .chain(class.as_deref())
        .collect();
    let button = |style, label, action| {
        custom_id::button_with_id(style, label, custom_id::write_in(guild, action, &arguments))
    };
    vec![
        button(ButtonStyle::Success, "Take it", TAKE_NUMBER),
        button(ButtonStyle::Secondary, "Decline", DECLINE_NUMBER),
    ]
}

/// The buttons that decide about an offered trade. They reach the member as a direct message.
pub(super) fn offered_trade(guild: GuildId, trade: NumberTradeId) -> Vec<Button> {
    let trade = trade.to_string();
    let button = |style, label, action| {
        custom_id::button_with_id(style, label, custom_id::write_in(guild, action, &[&trade]))
    };
    vec![
        button(ButtonStyle::Success, "Accept", ACCEPT_TRADE),
        button(ButtonStyle::Secondary, "Decline", DECLINE_TRADE),
    ]
}

fn button(style: ButtonStyle, label: &str, action: &str, arguments: &[&str]) -> Button {
    let id = custom_id::write(action, arguments);
    ButtonBuilder::new(style).label(label).custom_id(id).build()
}
