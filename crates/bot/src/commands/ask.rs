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
    reason.map_err(|why| Failure::invalid(REASON, why))
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
    let reason = Field {
        id: REASON,
        label: "Why?",
        placeholder: "The member sees it",
        max_length: Reason::MAX_CHARS,
        required: why.required,
        is_long: true,
        value: None,
    };
    let id = custom_id::write(why.action, &[why.subject]);
    form(id, why.title, [reason])
}

/// A field of a form.
pub(super) struct Field<'a> {
    /// By which it is read again.
    pub(super) id: &'a str,
    /// What stands above it, up to 45 characters.
    pub(super) label: &'a str,
    /// What stands in it while it is empty; nothing if this is empty.
    pub(super) placeholder: &'a str,
    /// Most characters.
    pub(super) max_length: u16,
    /// Whether it has to be filled in.
    pub(super) required: bool,
    /// Whether it has several lines.
    pub(super) is_long: bool,
    /// What stands in it already.
    pub(super) value: Option<String>,
}

/// A form with up to five fields. Its handler must not have waited for anything.
pub(super) fn form<'a>(
    id: String,
    title: &str,
    fields: impl IntoIterator<Item = Field<'a>>,
) -> Answer {
    let fields = fields.into_iter().map(|field| {
        #[expect(
            deprecated,
            reason = "the field `label` moved to the Label around the input"
        )]
        let input = TextInput {
            custom_id: field.id.to_owned(),
            id: None,
            label: None,
            max_length: Some(field.max_length),
            min_length: field.required.then_some(1),
            placeholder: (!field.placeholder.is_empty()).then(|| field.placeholder.to_owned()),
            required: Some(field.required),
            style: if field.is_long {
                TextInputStyle::Paragraph
            } else {
                TextInputStyle::Short
            },
            value: field.value,
        };
        LabelBuilder::new(field.label, Component::TextInput(input)).build()
    });
    Answer::Modal(Box::new(ModalBuilder::new(id, title, fields).build()))
}
