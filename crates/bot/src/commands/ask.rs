//! What is asked before something is done: a question with a button, or a form for the reason.

use crate::{
    answer::{Answer, Reply},
    custom_id,
};
use twilight_model::channel::message::{
    Component,
    component::{ButtonStyle, TextInput, TextInputStyle},
};
use twilight_util::builder::{
    interaction_response::ModalBuilder,
    message::{ButtonBuilder, LabelBuilder},
};

/// Field of the form that asks why.
pub(super) const REASON: &str = "reason";

/// Asks whether to do what cannot be undone; the button with this action does it.
pub(super) fn confirm(
    question: impl Into<String>,
    label: &str,
    action: &str,
    arguments: &[&str],
) -> Reply {
    let button = ButtonBuilder::new(ButtonStyle::Danger)
        .label(label)
        .custom_id(custom_id::write(action, arguments))
        .build();
    Reply::text(question).with_buttons(vec![button])
}

/// A form that asks why.
pub(super) struct Why<'a> {
    /// Action of the form.
    pub(super) action: &'a str,
    /// What it is about.
    pub(super) subject: &'a str,
    /// Title of the form.
    pub(super) title: &'a str,
    /// It cannot be sent without a reason.
    pub(super) required: bool,
}

/// The form, as the answer to a button.
pub(super) fn why(why: &Why<'_>) -> Answer {
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
        required: Some(why.required),
        style: TextInputStyle::Paragraph,
        value: None,
    };
    let label = LabelBuilder::new("Why?", Component::TextInput(reason)).build();
    let id = custom_id::write(why.action, &[why.subject]);
    Answer::Modal(Box::new(ModalBuilder::new(id, why.title, [label]).build()))
}
