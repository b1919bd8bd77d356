//! Messages and their files.

use serde_json::{Value, json};

use super::interactions::metadata;
use super::{channel, mentions, user, user_by_id};
use crate::clock::rfc3339;
use crate::model::{Attachment, Message};
use crate::world::World;

pub(crate) fn attachment(file: &Attachment) -> Value {
    json!({
        "id": file.id.to_string(),
        "filename": file.filename,
        "content_type": file.content_type,
        "size": file.content.len(),
        "url": file.url,
        "proxy_url": file.url,
    })
}

/// A message, with the one that it replies to.
pub(crate) fn message(world: &World, message: &Message) -> Value {
    let mut body = without_reply(world, message);
    if let Some(target) = message.reply_to {
        let guild = world
            .channel(message.channel_id)
            .and_then(|(_, guild)| guild);
        body["message_reference"] = json!({
            "type": 0, "channel_id": message.channel_id.to_string(), "message_id": target.to_string(),
        });
        if let Some(guild) = guild {
            body["message_reference"]["guild_id"] = json!(guild.id.to_string());
        }
        let target = world.messages.get(&target);
        body["referenced_message"] = json!(target.map(|target| without_reply(world, target)));
    }
    body
}

fn without_reply(world: &World, message: &Message) -> Value {
    let users = mentions::users(world, message);
    let users = users.iter().filter_map(|id| world.users.get(id)).map(user);
    let roles = mentions::roles(message);
    let mut body = json!({
        "id": message.id.to_string(),
        "channel_id": message.channel_id.to_string(),
        "type": message.kind,
        "author": user_by_id(world, message.author_id),
        "content": message.content,
        "timestamp": rfc3339(message.created_ms),
        "edited_timestamp": message.edited_ms.map(rfc3339),
        "tts": false,
        "mention_everyone": false,
        "mentions": users.collect::<Value>(),
        "mention_roles": roles.iter().map(ToString::to_string).collect::<Value>(),
        "attachments": message.attachments.iter().map(attachment).collect::<Value>(),
        "embeds": message.embeds,
        "components": message.components,
        "pinned": false,
        "flags": message.flags,
    });
    if let Some((thread, _)) = world.channel(message.id) {
        body["thread"] = channel(world, thread);
    }
    if let Some(nonce) = &message.nonce {
        body["nonce"] = json!(nonce);
    }
    if message.author_id == world.bot_id {
        body["application_id"] = json!(world.options.application_id.to_string());
        if message.interaction_id.is_some() {
            body["webhook_id"] = json!(world.options.application_id.to_string());
        }
    }
    let source = message
        .interaction_id
        .and_then(|id| world.interactions.get(&id));
    if let Some(source) = source {
        body["interaction_metadata"] = metadata(world, source);
        let original = source.response.as_ref().and_then(|given| given.message);
        if let Some(original) = original.filter(|id| *id != message.id) {
            body["interaction_metadata"]["original_response_message_id"] =
                json!(original.to_string());
        }
    }
    body
}
