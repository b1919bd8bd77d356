//! Forms to fill in and choices to take, as the bot offers them.

use serde_json::Value;

use crate::json::{items, text};

/// A form.
#[derive(Clone, Debug, PartialEq)]
pub struct Modal {
    /// The bot's name for the form.
    pub custom_id: String,
    /// The heading.
    pub title: String,
    /// The inputs.
    pub fields: Vec<ModalField>,
}

/// One input of a form.
#[derive(Clone, Debug, PartialEq)]
pub struct ModalField {
    /// The bot's name for the input.
    pub custom_id: String,
    /// The label beside the input.
    pub label: String,
    /// Whether it must be filled in.
    pub required: bool,
    /// The value that it contains already.
    pub value: String,
    /// The input, as on the wire.
    pub input: Value,
}

/// One choice offered for an option.
#[derive(Clone, Debug, PartialEq)]
pub struct AutocompleteChoice {
    /// The name shown to the person.
    pub name: String,
    /// The value that is sent.
    pub value: Value,
}

impl Modal {
    pub(super) fn read(data: &Value) -> Self {
        let owned = |value: &Value| text(value).to_owned();
        let field = |input: &Value, label: &Value| ModalField {
            custom_id: owned(&input["custom_id"]),
            label: owned(label),
            required: input["required"] != false,
            value: owned(&input["value"]),
            input: input.clone(),
        };
        let rows = items(&data["components"]).iter();
        let fields = rows.filter_map(|row| match row["type"].as_u64() {
            Some(18) => Some(field(&row["component"], &row["label"])),
            Some(1) => Some(field(&row["components"][0], &row["components"][0]["label"])),
            _ => None,
        });
        Self {
            custom_id: owned(&data["custom_id"]),
            title: owned(&data["title"]),
            fields: fields.collect(),
        }
    }
}

impl AutocompleteChoice {
    pub(super) fn read_all(data: &Value) -> Vec<Self> {
        let choices = items(&data["choices"]).iter();
        let choices = choices.map(|choice| Self {
            name: text(&choice["name"]).to_owned(),
            value: choice["value"].clone(),
        });
        choices.collect()
    }
}
