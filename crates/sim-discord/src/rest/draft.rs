//! What an application wants a message to say.

use serde_json::{Value, json};

use super::error::{ApiError, Form};
use super::multipart::Upload;
use super::{Call, validate};
use crate::world::{Attachment, COMPONENTS_V2, LOADING, Message, Snowflake, World};

/// The parts of a message that a body names. `None` means that the body leaves the part alone.
pub(super) struct Draft {
    content: Option<String>,
    embeds: Option<Vec<Value>>,
    components: Option<Vec<Value>>,
    attachments: Option<Vec<Attachment>>,
    allowed_mentions: Option<Value>,
    pub(super) flags: u64,
}

impl Draft {
    /// Reads and checks `data`, which stands at `prefix` in the body; `existing` is the message to edit.
    pub(super) fn read(
        world: &World,
        call: &Call,
        data: &Value,
        prefix: &str,
        channel: Snowflake,
        existing: Option<&Message>,
    ) -> Result<Self, ApiError> {
        let flags = data["flags"].as_u64().unwrap_or(0);
        let effective = flags | existing.map_or(0, |message| message.flags & COMPONENTS_V2);
        let mut form = Form::default();
        validate::message(&mut form, data, prefix, effective);
        form.finish()?;
        let list = |key: &str| match data.get(key) {
            Some(Value::Array(list)) => Some(list.clone()),
            Some(_) => Some(Vec::new()),
            None => None,
        };
        let content = data
            .get("content")
            .map(|text| text.as_str().unwrap_or_default().to_owned());
        let mut embeds = list("embeds");
        embeds.iter_mut().flatten().for_each(complete_embed);
        let mut components = list("components");
        number(components.iter_mut().flatten(), &mut 0);
        let draft = Self {
            content,
            embeds,
            components,
            attachments: attachments(world, data, &call.files, channel, existing),
            allowed_mentions: data.get("allowed_mentions").cloned(),
            flags,
        };
        if draft.leaves_nothing(existing) {
            return Err(ApiError::bad_request(50006, "Cannot send an empty message"));
        }
        Ok(draft)
    }

    /// Whether the message would have nothing to show.
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
        self.embeds
            .as_ref()
            .is_some_and(|embeds| !embeds.is_empty())
    }

    pub(super) fn has_files(&self) -> bool {
        self.attachments
            .as_ref()
            .is_some_and(|files| !files.is_empty())
    }

    /// Writes the parts that the body named into a message, which is no longer loading.
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

/// A message with nothing in it yet.
pub(super) fn blank(world: &World, channel: Snowflake, flags: u64) -> Message {
    Message {
        id: world.clock.next_id(),
        channel_id: channel,
        author_id: world.bot_id,
        kind: 0,
        content: String::new(),
        embeds: Vec::new(),
        components: Vec::new(),
        attachments: Vec::new(),
        flags,
        allowed_mentions: None,
        created_ms: world.clock.now_ms(),
        edited_ms: None,
        edits: 0,
        nonce: None,
        visible_to: None,
        interaction_id: None,
    }
}

/// The files after this body: new ones by their index, of the old ones those that `attachments` names; all of them when
/// it is left out.
fn attachments(
    world: &World,
    data: &Value,
    files: &[Upload],
    channel: Snowflake,
    existing: Option<&Message>,
) -> Option<Vec<Attachment>> {
    let old = existing.map_or(&[][..], |message| message.attachments.as_slice());
    let id_of = |entry: &Value| {
        entry["id"]
            .as_u64()
            .or_else(|| entry["id"].as_str().and_then(|id| id.parse().ok()))
    };
    let named: Option<Vec<Snowflake>> = data["attachments"]
        .as_array()
        .map(|list| list.iter().filter_map(id_of).collect());
    if named.is_none() && files.is_empty() {
        return data.get("attachments").map(|_| Vec::new());
    }
    let keeps = |id: Snowflake| named.as_ref().is_none_or(|named| named.contains(&id));
    let kept = old.iter().filter(|file| keeps(file.id)).cloned();
    let new = files.iter().filter(|file| keeps(file.index));
    let new = new.map(|file| {
        let (name, kind) = (&file.filename, &file.content_type);
        world.attachment(channel, name, kind, file.content.clone())
    });
    Some(kept.chain(new).collect())
}

impl World {
    /// A file with an id and an address from which the simulator serves it.
    pub(crate) fn attachment(
        &self,
        channel: Snowflake,
        filename: &str,
        content_type: &str,
        content: std::sync::Arc<[u8]>,
    ) -> Attachment {
        let id = self.clock.next_id();
        let url = format!(
            "http://{}/attachments/{channel}/{id}/{filename}",
            self.address
        );
        let (filename, content_type) = (filename.to_owned(), content_type.to_owned());
        Attachment {
            id,
            filename,
            content_type,
            content,
            url,
        }
    }
}

/// Adds what Discord adds to an embed.
fn complete_embed(embed: &mut Value) {
    embed["type"] = json!("rich");
    for field in embed
        .get_mut("fields")
        .and_then(Value::as_array_mut)
        .into_iter()
        .flatten()
    {
        if field["inline"].is_null() {
            field["inline"] = json!(false);
        }
    }
}

/// Gives every component an id, in reading order, as Discord does where the application named none.
fn number<'a>(components: impl Iterator<Item = &'a mut Value>, last: &mut u64) {
    for component in components {
        *last += 1;
        if component["id"].as_u64().unwrap_or(0) == 0 {
            component["id"] = json!(*last);
        }
        if let Some(inner) = component
            .get_mut("components")
            .and_then(Value::as_array_mut)
        {
            number(inner.iter_mut(), last);
        }
        for key in ["component", "accessory"] {
            if let Some(inner) = component.get_mut(key).filter(|inner| inner.is_object()) {
                number(std::iter::once(inner), last);
            }
        }
    }
}

/// The same numbering for a modal's components.
pub(super) fn number_all(list: &mut Value) {
    number(list.as_array_mut().into_iter().flatten(), &mut 0);
}
