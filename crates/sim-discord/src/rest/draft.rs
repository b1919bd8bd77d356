//! The content that an application gives a message.

use serde_json::{Value, json};

use super::body::Upload;
use super::call::Call;
use super::error::{ApiError, Form};
use super::validate;
use crate::json::{self, text};
use crate::model::{Attachment, COMPONENTS_V2, LOADING, Message};
use crate::snowflake::Snowflake;
use crate::world::World;

/// The parts of a message that a body sets; `None` leaves a part unchanged.
pub(super) struct Draft {
    content: Option<String>,
    embeds: Option<Vec<Value>>,
    components: Option<Vec<Value>>,
    attachments: Option<Vec<Attachment>>,
    allowed_mentions: Option<Value>,
    pub(super) flags: u64,
}

impl Draft {
    /// Reads and checks `data`, found at `prefix` in the body; `existing` is the message to edit.
    pub(super) fn read(
        world: &World,
        call: &Call,
        data: &Value,
        prefix: &str,
        channel: Snowflake,
        existing: Option<&Message>,
    ) -> Result<Self, ApiError> {
        let flags = flags(data);
        let effective = flags | existing.map_or(0, |message| message.flags & COMPONENTS_V2);
        Form::check(|form| validate::message(form, data, prefix, effective))?;
        let list = |key: &str| match data.get(key) {
            Some(Value::Array(list)) => Some(list.clone()),
            Some(_) => Some(Vec::new()),
            None => None,
        };
        // Discord removes blanks at both ends.
        let content = data
            .get("content")
            .map(|content| text(content).trim().to_owned());
        let mut embeds = list("embeds");
        embeds.iter_mut().flatten().for_each(complete_embed);
        let mut components = list("components");
        number_components(components.iter_mut().flatten());
        let draft = Self {
            content,
            embeds,
            components,
            attachments: attachments(world, data, &call.files, channel, existing),
            allowed_mentions: data
                .get("allowed_mentions")
                .filter(|allowed| !allowed.is_null())
                .cloned(),
            flags,
        };
        if draft.leaves_nothing(existing) {
            return Err(ApiError::bad_request(50006, "Cannot send an empty message"));
        }
        Ok(draft)
    }

    /// Whether the message would be empty.
    fn leaves_nothing(&self, existing: Option<&Message>) -> bool {
        let text = self.content.as_ref().or(existing.map(|m| &m.content));
        let embeds = self.embeds.as_ref().or(existing.map(|m| &m.embeds));
        let components = self.components.as_ref().or(existing.map(|m| &m.components));
        let files = self
            .attachments
            .as_ref()
            .or(existing.map(|m| &m.attachments));
        text.is_none_or(String::is_empty)
            && embeds.is_none_or(Vec::is_empty)
            && components.is_none_or(Vec::is_empty)
            && files.is_none_or(Vec::is_empty)
    }

    pub(super) fn has_embeds(&self) -> bool {
        self.embeds.as_ref().is_some_and(|list| !list.is_empty())
    }

    pub(super) fn has_files(&self) -> bool {
        self.attachments
            .as_ref()
            .is_some_and(|list| !list.is_empty())
    }

    /// Writes the parts that the body sets into a message, which then is no longer loading.
    pub(super) fn apply(self, message: &mut Message) {
        let Self {
            content,
            embeds,
            components,
            attachments,
            allowed_mentions,
            flags,
        } = self;
        if let Some(content) = content {
            message.content = content;
        }
        if let Some(embeds) = embeds {
            message.embeds = embeds;
        }
        if let Some(components) = components {
            message.components = components;
        }
        if let Some(attachments) = attachments {
            message.attachments = attachments;
        }
        if allowed_mentions.is_some() {
            message.allowed_mentions = allowed_mentions;
        }
        message.flags = (message.flags | flags & COMPONENTS_V2) & !LOADING;
    }
}

/// The files that the message then has: those that `attachments` names, old ones by their id and new ones by their
/// index; all of them when it is left out.
fn attachments(
    world: &World,
    data: &Value,
    files: &[Upload],
    channel: Snowflake,
    existing: Option<&Message>,
) -> Option<Vec<Attachment>> {
    let old = existing.map_or(&[][..], |message| message.attachments.as_slice());
    let named: Option<Vec<Snowflake>> = data["attachments"]
        .as_array()
        .map(|list| list.iter().filter_map(|it| json::id(&it["id"])).collect());
    if named.is_none() && files.is_empty() {
        return data.get("attachments").map(|_| Vec::new());
    }
    let keeps = |id: Snowflake| named.as_ref().is_none_or(|named| named.contains(&id));
    let kept = old.iter().filter(|file| keeps(file.id)).cloned();
    let new = files.iter().filter(|file| keeps(file.index));
    let new = new.map(|file| {
        let (name, kind) = (&file.filename, &file.content_type);
        world.new_attachment(channel, name, kind, file.content.clone())
    });
    Some(kept.chain(new).collect())
}

/// Adds what Discord adds to an embed.
fn complete_embed(embed: &mut Value) {
    embed["type"] = json!("rich");
    if let Some(Value::Array(fields)) = embed.get_mut("fields") {
        for field in fields.iter_mut().filter(|field| field["inline"].is_null()) {
            field["inline"] = json!(false);
        }
    }
}

/// The flags that the data of a message sets. What is no number reads as none, and does not pass the check of the message.
pub(super) fn flags(data: &Value) -> u64 {
    let flags = json::integer(&data["flags"]);
    flags
        .and_then(|flags| u64::try_from(flags).ok())
        .unwrap_or(0)
}

/// Gives every component an id, in reading order, and every menu its bounds, as Discord does where the application set
/// none.
pub(super) fn number_components<'a>(components: impl IntoIterator<Item = &'a mut Value>) {
    number(components, &mut 0);
}

fn number<'a>(components: impl IntoIterator<Item = &'a mut Value>, last: &mut u64) {
    for component in components {
        *last += 1;
        if component["id"].as_u64().unwrap_or(0) == 0 {
            component["id"] = json!(*last);
        }
        if matches!(component["type"].as_u64(), Some(3 | 5..=8)) {
            for bound in ["min_values", "max_values"] {
                if component[bound].is_null() {
                    component[bound] = json!(1);
                }
            }
        }
        if let Some(Value::Array(inner)) = component.get_mut("components") {
            number(&mut *inner, last);
        }
        for key in ["component", "accessory"] {
            if let Some(inner) = component.get_mut(key).filter(|inner| inner.is_object()) {
                number([inner], last);
            }
        }
    }
}
