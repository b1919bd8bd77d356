//! What a person sees in the end.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use serde_json::Value;

use super::error::ClientError;
use super::form::{AutocompleteChoice, Modal};
use super::render::{self, Lines};
use crate::json::items;
use crate::model::{Attachment, Message, response};
use crate::snowflake::Snowflake;
use crate::world::{Shared, World};

/// The type of the bot's first response.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReplyKind {
    /// A new message, immediate or deferred.
    Message,
    /// A change of the message that was used, immediate or deferred.
    Update,
    /// Choices for the option being typed.
    Choices,
    /// A form to fill in.
    Modal,
}

/// The bot's answer, in the state in which the bot left it.
#[derive(Clone)]
pub struct Reply {
    /// The type of the first response.
    pub kind: ReplyKind,
    /// Whether only this person sees it.
    pub ephemeral: bool,
    /// Whether the bot deferred its response.
    pub deferred: bool,
    /// The text, as on the wire.
    pub content: String,
    /// Embeds, as on the wire.
    pub embeds: Vec<Value>,
    /// Rows of buttons and menus, as on the wire.
    pub components: Vec<Value>,
    /// Files sent with it.
    pub attachments: Vec<Attachment>,
    /// The form, if that is the response.
    pub modal: Option<Modal>,
    /// The choices, if those are the response.
    pub choices: Vec<AutocompleteChoice>,
    /// The follow-up messages to this interaction.
    pub followups: Vec<Message>,
    /// Time from the interaction's dispatch to the first response.
    pub elapsed: Duration,
    /// The id of the interaction.
    pub interaction_id: Snowflake,
    /// The id of the message; none for choices, for a form, and if it was deleted.
    pub message_id: Option<Snowflake>,
    edits: u32,
    text: String,
    followup_texts: Vec<String>,
    shared: Arc<Shared>,
}

/// Anything that stands for a message with components.
pub trait OnMessage {
    /// The id of the message, if there is one.
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
    /// Mentions and times are written as the person read them when the bot was done: `@Ada L.`, `in 30 days`.
    pub fn text(&self) -> String {
        self.text.clone()
    }

    /// The same for each follow-up message.
    pub(crate) fn followup_texts(&self) -> &[String] {
        &self.followup_texts
    }

    /// The `custom_id` of the button with this label.
    pub fn button(&self, label: &str) -> Option<String> {
        let mut components = all_components(&self.components).into_iter();
        let button = components.find(|component| component["label"] == label)?;
        button["custom_id"].as_str().map(str::to_owned)
    }

    /// The reply in its current state, which actions elsewhere may have changed.
    #[must_use]
    pub fn now(&self) -> Self {
        let interaction = self.interaction_id;
        let fresh = self
            .shared
            .read(|world| Self::read(world, &self.shared, interaction));
        fresh.unwrap_or_else(|| self.clone())
    }

    /// Waits until the message is edited once more (or deleted) and answers its new state.
    ///
    /// Fails with [`ClientError::StillThinking`] if nothing changes within [`crate::Options::reply_timeout`].
    pub async fn edited(&self) -> Result<Self, ClientError> {
        let limit = self.shared.read(|world| world.options.reply_timeout);
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
        let interaction = world.interactions.get(&id)?;
        let given = interaction.response.as_ref()?;
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
        let shown = message.cloned().unwrap_or_default();
        let mut reply = Self {
            kind,
            ephemeral: given.ephemeral,
            deferred: given.is_deferred(),
            content: shown.content,
            embeds: shown.embeds,
            components: shown.components,
            attachments: shown.attachments,
            modal: (kind == ReplyKind::Modal).then(|| Modal::read(&given.data)),
            choices: AutocompleteChoice::read_all(&given.data),
            followups: followups.cloned().collect(),
            elapsed: given.at.saturating_duration_since(interaction.created),
            interaction_id: id,
            message_id: message.map(|m| m.id),
            edits: shown.edits,
            text: String::new(),
            followup_texts: followup_texts.collect(),
            shared: Arc::clone(shared),
        };
        reply.text = reply.render(world, interaction.channel);
        Some(reply)
    }

    /// The reply as it is read in this channel now.
    fn render(&self, world: &World, channel: Snowflake) -> String {
        let mut lines = Lines::new(world, channel);
        if self.ephemeral {
            lines.add("(only you can see this)");
        }
        let (embeds, components) = (&self.embeds, &self.components);
        lines.message(&self.content, embeds, components, &self.attachments);
        if let Some(modal) = &self.modal {
            lines.modal(modal);
        }
        for choice in &self.choices {
            lines.choice(choice);
        }
        for text in &self.followup_texts {
            lines.add(text);
        }
        lines.text
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

/// Every component of a message, each before those inside it.
pub(super) fn all_components(list: &[Value]) -> Vec<&Value> {
    let mut found = Vec::new();
    for component in list {
        found.push(component);
        found.extend(all_components(items(&component["components"])));
        if component["accessory"].is_object() {
            found.push(&component["accessory"]);
        }
    }
    found
}
