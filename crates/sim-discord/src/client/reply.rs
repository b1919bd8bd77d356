//! What a person ends up seeing.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use serde_json::Value;

use super::{ClientError, render};
use crate::world::{
    Attachment, Interaction, Message, Response, Shared, Snowflake, World, response,
};

/// What kind of answer the bot gave first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReplyKind {
    /// A new message, at once or after thinking.
    Message,
    /// The message with the button changed, at once or later.
    Update,
    /// Choices for the option being typed.
    Choices,
    /// A form to fill in.
    Modal,
}

/// A form.
#[derive(Clone, Debug, PartialEq)]
pub struct Modal {
    /// What the bot calls it.
    pub custom_id: String,
    /// What stands above it.
    pub title: String,
    /// What can be filled in.
    pub fields: Vec<ModalField>,
}

/// One input of a form.
#[derive(Clone, Debug, PartialEq)]
pub struct ModalField {
    /// What the bot calls it.
    pub custom_id: String,
    /// What stands beside it.
    pub label: String,
    /// Whether it must be filled in.
    pub required: bool,
    /// What it holds already.
    pub value: String,
    /// The input as on the wire.
    pub input: Value,
}

/// One choice offered for an option.
#[derive(Clone, Debug, PartialEq)]
pub struct AutocompleteChoice {
    /// What is shown.
    pub name: String,
    /// What is sent.
    pub value: Value,
}

/// The bot's answer, as it stood when the bot was done.
#[derive(Clone)]
pub struct Reply {
    /// What kind of answer.
    pub kind: ReplyKind,
    /// Whether only the person sees it.
    pub ephemeral: bool,
    /// Whether the bot first said that it needs time.
    pub deferred: bool,
    /// The text.
    pub content: String,
    /// Embeds, as on the wire.
    pub embeds: Vec<Value>,
    /// Rows of buttons and menus, as on the wire.
    pub components: Vec<Value>,
    /// Files.
    pub attachments: Vec<Attachment>,
    /// The form, when that is the answer.
    pub modal: Option<Modal>,
    /// The choices, when those are the answer.
    pub choices: Vec<AutocompleteChoice>,
    /// Further messages that the bot sent to this interaction.
    pub followups: Vec<Message>,
    /// From the interaction's dispatch to the first response.
    pub elapsed: Duration,
    /// The interaction.
    pub interaction_id: Snowflake,
    /// The message, unless there is none (choices, a form, or it was deleted).
    pub message_id: Option<Snowflake>,
    edits: u32,
    text: String,
    followup_texts: Vec<String>,
    pub(super) shared: Arc<Shared>,
}

/// Something with buttons on it.
pub trait OnMessage {
    /// The message meant.
    fn message_id(&self) -> Option<Snowflake>;
}

impl OnMessage for Reply {
    fn message_id(&self) -> Option<Snowflake> {
        self.message_id
    }
}

impl OnMessage for Message {
    fn message_id(&self) -> Option<Snowflake> {
        Some(self.id)
    }
}

impl OnMessage for Snowflake {
    fn message_id(&self) -> Option<Snowflake> {
        Some(*self)
    }
}

impl Reply {
    /// Plain text for a terminal: content, embeds, buttons as `[Label] custom_id`, form fields, choices.
    ///
    /// Mentions and times are read as the person read them when the bot was done: `@Ada L.`, `in 30 days`.
    pub fn text(&self) -> String {
        self.text.clone()
    }

    /// The same for each of the further messages.
    pub(crate) fn followup_texts(&self) -> &[String] {
        &self.followup_texts
    }

    /// The `custom_id` of the button with this label.
    pub fn button(&self, label: &str) -> Option<String> {
        let buttons = all_components(&self.components);
        let mut named = buttons
            .into_iter()
            .filter(|component| component["label"] == label);
        named
            .next()
            .and_then(|button| button["custom_id"].as_str())
            .map(str::to_owned)
    }

    /// The message as it is now: buttons pressed elsewhere may have changed it.
    #[must_use]
    pub fn now(&self) -> Self {
        let interaction = self.interaction_id;
        let fresh = self
            .shared
            .read(|world| Self::read(world, &self.shared, interaction));
        fresh.unwrap_or_else(|| self.clone())
    }

    /// Waits until the message is edited once more (or deleted) and answers how it then stands.
    ///
    /// Answers [`ClientError::StillThinking`] when nothing changes within [`crate::Options::patience`].
    pub async fn edited(&self) -> Result<Self, ClientError> {
        let limit = self.shared.read(|world| world.options.patience);
        let changed = self.shared.wait_for(limit, |world| {
            let message = self.message_id.and_then(|id| world.messages.get(&id));
            message
                .is_none_or(|message| message.edits > self.edits)
                .then_some(())
        });
        changed.await.ok_or(ClientError::StillThinking)?;
        Ok(self.now())
    }

    /// Builds the reply of an interaction that has been answered.
    pub(super) fn read(world: &World, shared: &Arc<Shared>, id: Snowflake) -> Option<Self> {
        let interaction: &Interaction = world.interactions.get(&id)?;
        let given: &Response = interaction.response.as_ref()?;
        let message = given.message.and_then(|id| world.messages.get(&id));
        let kind = match given.kind {
            response::CHOICES => ReplyKind::Choices,
            response::MODAL => ReplyKind::Modal,
            response::UPDATE | response::DEFERRED_UPDATE => ReplyKind::Update,
            _ => ReplyKind::Message,
        };
        let followups = interaction
            .followups
            .iter()
            .filter_map(|id| world.messages.get(id));
        let followup_texts = followups.clone().map(|more| render::message(world, more));
        let mut reply = Self {
            kind,
            ephemeral: given.ephemeral,
            deferred: given.is_deferred(),
            content: message.map(|m| m.content.clone()).unwrap_or_default(),
            embeds: message.map(|m| m.embeds.clone()).unwrap_or_default(),
            components: message.map(|m| m.components.clone()).unwrap_or_default(),
            attachments: message.map(|m| m.attachments.clone()).unwrap_or_default(),
            modal: (kind == ReplyKind::Modal).then(|| Modal::read(&given.data)),
            choices: choices(&given.data),
            followups: followups.cloned().collect(),
            elapsed: given.at.saturating_duration_since(interaction.created),
            interaction_id: id,
            message_id: message.map(|m| m.id),
            edits: message.map_or(0, |m| m.edits),
            text: String::new(),
            followup_texts: followup_texts.collect(),
            shared: Arc::clone(shared),
        };
        reply.text = render::reply(world, interaction.channel, &reply);
        Some(reply)
    }
}

impl fmt::Debug for Reply {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Reply")
            .field("kind", &self.kind)
            .field("ephemeral", &self.ephemeral)
            .field("deferred", &self.deferred)
            .field("elapsed", &self.elapsed)
            .field("text", &self.text)
            .finish_non_exhaustive()
    }
}

impl Modal {
    fn read(data: &Value) -> Self {
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let rows = data["components"].as_array().into_iter().flatten();
        let field = |input: &Value, label: &Value| ModalField {
            custom_id: text(&input["custom_id"]),
            label: text(label),
            required: input["required"] != false,
            value: text(&input["value"]),
            input: input.clone(),
        };
        let fields = rows.filter_map(|row| match row["type"].as_u64() {
            Some(18) => Some(field(&row["component"], &row["label"])),
            Some(1) => Some(field(&row["components"][0], &row["components"][0]["label"])),
            _ => None,
        });
        Self {
            custom_id: text(&data["custom_id"]),
            title: text(&data["title"]),
            fields: fields.collect(),
        }
    }
}

fn choices(data: &Value) -> Vec<AutocompleteChoice> {
    let list = data["choices"].as_array().into_iter().flatten();
    list.map(|choice| AutocompleteChoice {
        name: choice["name"].as_str().unwrap_or_default().to_owned(),
        value: choice["value"].clone(),
    })
    .collect()
}

/// Every component of a message, outer ones before those inside them.
pub(super) fn all_components(list: &[Value]) -> Vec<&Value> {
    let mut found = Vec::new();
    for component in list {
        found.push(component);
        if let Some(inner) = component["components"].as_array() {
            found.extend(all_components(inner));
        }
        if component["accessory"].is_object() {
            found.push(&component["accessory"]);
        }
    }
    found
}
