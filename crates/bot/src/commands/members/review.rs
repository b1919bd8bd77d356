//! The buttons under a registration that waits for an admin.

use crate::{
    answer::{Answer, Failure},
    call::Call,
    custom_id,
    dispatch::{Dispatch, Later, Outcome, Pressed, Submitted},
    replies::members as texts,
};
use paddock_api_types::{UserId, members::Decision};
use twilight_model::{
    channel::message::{
        Component,
        component::{Button, ButtonStyle, TextInput, TextInputStyle},
    },
    http::interaction::InteractionResponse,
};
use twilight_util::builder::{
    interaction_response::ModalBuilder,
    message::{ButtonBuilder, LabelBuilder},
};

/// Action of the button that verifies.
const VERIFY: &str = "verify";
/// Action of the button that asks why, and of the form that rejects.
const REJECT: &str = "reject";
/// Field of that form.
const REASON: &str = "reason";

pub(super) fn add(dispatch: &mut Dispatch) {
    dispatch.button(VERIFY, Later::Update, verify);
    dispatch.button(REJECT, Later::Never, ask_why);
    dispatch.modal(REJECT, reject);
}

/// To decide about a registration with one press.
pub(crate) fn review_buttons(user: UserId) -> Vec<Button> {
    let button = |style, label: &str, action| {
        let id = custom_id::write(action, &[&user.to_string()]);
        ButtonBuilder::new(style).label(label).custom_id(id).build()
    };
    vec![
        button(ButtonStyle::Success, "Verify", VERIFY),
        button(ButtonStyle::Secondary, "Reject", REJECT),
    ]
}

async fn verify(call: Call, pressed: Pressed) -> Outcome {
    let user = subject(&pressed.arguments)?;
    let member = call.write().verify_member(user).await?;
    Ok(Answer::Update(texts::reviewed(&member, call.user)))
}

async fn ask_why(_: Call, pressed: Pressed) -> Outcome {
    let user = subject(&pressed.arguments)?;
    Ok(Answer::Modal(Box::new(form(user))))
}

async fn reject(call: Call, submitted: Submitted) -> Outcome {
    let user = subject(&submitted.arguments)?;
    let decision = Decision {
        reason: submitted.field(REASON),
    };
    let member = call.write().reject_member(user, &decision).await?;
    Ok(Answer::Update(texts::reviewed(&member, call.user)))
}

fn subject(arguments: &[String]) -> Result<UserId, Failure> {
    let user = arguments.first().and_then(|id| id.parse().ok());
    user.ok_or(Failure::Outdated)
}

fn form(user: UserId) -> InteractionResponse {
    #[expect(
        deprecated,
        reason = "the field `label` moved to the Label around the input"
    )]
    let reason = TextInput {
        custom_id: REASON.to_owned(),
        id: None,
        label: None,
        max_length: Some(400),
        min_length: None,
        placeholder: Some("The member is told".to_owned()),
        required: Some(false),
        style: TextInputStyle::Paragraph,
        value: None,
    };
    let label = LabelBuilder::new("Why?", Component::TextInput(reason)).build();
    let id = custom_id::write(REJECT, &[&user.to_string()]);
    ModalBuilder::new(id, "Reject this registration", [label]).build()
}
