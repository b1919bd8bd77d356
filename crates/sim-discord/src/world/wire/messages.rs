//! Messages and their files.

use serde_json::{Value, json};

use super::interactions::owners;
use super::{user, user_by_id};
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

pub(crate) fn message(world: &World, message: &Message) -> Value {
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
        "mentions": mentions(world, message),
        "mention_roles": [],
        "attachments": message.attachments.iter().map(attachment).collect::<Vec<_>>(),
        "embeds": message.embeds,
        "components": message.components,
        "pinned": false,
        "flags": message.flags,
    });
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
        body["interaction_metadata"] = json!({
            "id": source.id.to_string(),
            "type": source.kind,
            "user": user_by_id(world, source.user),
            "authorizing_integration_owners": owners(source),
        });
    }
    body
}

/// Users that a message notifies: written as `<@id>` and not excluded by `allowed_mentions`.
fn mentions(world: &World, message: &Message) -> Vec<Value> {
    let allowed = message.allowed_mentions.as_ref();
    let pings = |id: &str| {
        let Some(allowed) = allowed else { return true };
        let holds = |list: &str, what: &str| {
            allowed[list]
                .as_array()
                .is_some_and(|list| list.iter().any(|v| v == what))
        };
        holds("parse", "users") || holds("users", id)
    };
    let ids = message
        .content
        .split("<@")
        .skip(1)
        .filter_map(|rest| rest.split('>').next());
    let ids = ids
        .map(|id| id.trim_start_matches('!'))
        .filter(|id| pings(id));
    let users = ids
        .filter_map(|id| id.parse().ok())
        .filter_map(|id| world.users.get(&id));
    users.map(user).collect()
}
