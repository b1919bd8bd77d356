//! What is asked before something is done: a question with a button, or a form for the reason.

use crate::{
    answer::{Answer, Failure, Reply},
    call::Call,
    custom_id,
    dispatch::{Boxed, Submitted},
    pages::Subject,
};
use paddock_api_types::{BoundedText as _, Reason};
use twilight_model::channel::message::{
    Component,
    component::{ButtonStyle, TextInput, TextInputStyle},
};
use twilight_util::builder::{interaction_response::ModalBuilder, message::LabelBuilder};

/// Field of the form that asks why.
pub(super) const REASON: &str = "reason";

/// What was typed into that field, if anything was.
pub(super) fn reason(submitted: &Submitted) -> Result<Option<Reason>, Failure> {
    let reason = submitted.field(REASON);
    let reason = reason.map(|text| Reason::new(&text)).transpose();
    reason.map_err(|invalid| Failure::InvalidOption {
        option: REASON.to_owned(),
        detail: invalid.to_string(),
    })
}

/// Something that cannot be undone, which a button under a question does.
pub(crate) struct Confirmation<Of> {
    /// Action of the button.
    pub(crate) action: &'static str,
    /// Label of the button.
    pub(crate) label: &'static str,
    /// Does it, once the button is pressed.
    pub(crate) perform: for<'a> fn(&'a Call, &'a Of) -> Boxed<'a, Result<Reply, Failure>>,
}

impl<Of: Subject> Confirmation<Of> {
    /// The question, with its button.
    pub(super) fn ask(&self, question: impl Into<String>, of: &Of) -> Reply {
        let subject = of.write();
        let arguments = if subject.is_empty() {
            vec![]
        } else {
            vec![subject.as_str()]
        };
        let button = custom_id::button(ButtonStyle::Danger, self.label, self.action, &arguments);
        Reply::text(question).with_buttons(vec![button])
    }

    /// After the button was pressed.
    pub(crate) async fn confirmed(
        &self,
        call: &Call,
        arguments: &[String],
    ) -> Result<Reply, Failure> {
        // A subject may be written as several arguments.
        let of = Of::read(call, &arguments.join(":")).await?;
        (self.perform)(call, &of).await
    }
}

/// A form that asks why.
pub(super) struct Why<'a> {
    /// Action of the form.
    pub(super) action: &'a str,
    /// Argument of the form's id.
    pub(super) subject: &'a str,
    /// Title of the form.
    pub(super) title: &'a str,
    /// Whether a reason has to be given.
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
        max_length: Some(Reason::MAX_CHARS),
        min_length: None,
        placeholder: Some("The member sees it".to_owned()),
        required: Some(why.required),
        style: TextInputStyle::Paragraph,
        value: None,
    };
    let label = LabelBuilder::new("Why?", Component::TextInput(reason)).build();
    let id = custom_id::write(why.action, &[why.subject]);
    Answer::Modal(Box::new(ModalBuilder::new(id, why.title, [label]).build()))
}
