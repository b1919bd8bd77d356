//! Channels and what is written in them.

use serde_json::Value;

use super::draft::{Draft, blank};
use super::error::{ApiError, Form, Unknown};
use super::{Answer, Call, router, snowflake};
use crate::permissions::{
    ATTACH_FILES, EMBED_LINKS, MANAGE_MESSAGES, READ_MESSAGE_HISTORY, SEND_MESSAGES, VIEW_CHANNEL,
    in_channel,
};
use crate::world::{EPHEMERAL, Message, Snowflake, World, wire};

/// How long a nonce is remembered.
const NONCE_LIFETIME_MS: i64 = 5 * 60_000;
/// Types of channels without text.
const CATEGORY: u8 = 4;

pub(super) fn route(
    world: &mut World,
    call: &Call,
    id: Snowflake,
    rest: &[&str],
) -> Result<Answer, ApiError> {
    let granted = bot_permissions(world, id)?;
    if granted & VIEW_CHANNEL == 0 {
        return Err(ApiError::missing_access());
    }
    match (call.method.as_str(), rest) {
        ("GET", []) => {
            let (channel, _) = world
                .channel(id)
                .ok_or(ApiError::unknown(Unknown::Channel))?;
            Answer::ok(wire::channel(world, channel))
        }
        ("GET", ["messages"]) => list(world, call, id, granted),
        ("POST", ["messages"]) => create(world, call, id, granted),
        ("GET", ["messages", message]) => {
            let message = here(world, id, snowflake(message, "message_id")?)?;
            if granted & READ_MESSAGE_HISTORY == 0 {
                return Err(ApiError::missing_permissions());
            }
            Answer::ok(wire::message(world, message))
        }
        ("PATCH", ["messages", message]) => {
            edit(world, call, id, snowflake(message, "message_id")?, granted)
        }
        ("DELETE", ["messages", message]) => {
            let message = here(world, id, snowflake(message, "message_id")?)?;
            if message.author_id != world.bot_id && granted & MANAGE_MESSAGES == 0 {
                return Err(ApiError::missing_permissions());
            }
            let message = message.id;
            world.message_vanishes(message);
            Ok(Answer::Empty)
        }
        ("POST", ["typing"]) => Ok(Answer::Empty),
        _ => router::not_simulated(world, call),
    }
}

/// `POST /users/@me/channels`. Opening works even when the person accepts no messages; sending then does not.
pub(super) fn open_dm(world: &mut World, call: &Call) -> Result<Answer, ApiError> {
    let recipient = call.body["recipient_id"]
        .as_str()
        .and_then(|id| id.parse().ok());
    let Some(user) = recipient.filter(|id| world.users.contains_key(id)) else {
        let mut form = Form::default();
        form.add(
            "recipient_id",
            "BASE_TYPE_REQUIRED",
            "This field is required",
        );
        form.finish()?;
        return Err(ApiError::unknown(Unknown::User));
    };
    if user == world.bot_id {
        return Err(ApiError::bad_request(
            50007,
            "Cannot send messages to this user",
        ));
    }
    let id = world.dm_with(user);
    let channel = world
        .dms
        .get(&id)
        .map(|dm| wire::channel(world, dm))
        .unwrap_or_default();
    Answer::ok(channel)
}

fn bot_permissions(world: &World, id: Snowflake) -> Result<u64, ApiError> {
    let (channel, guild) = world
        .channel(id)
        .ok_or(ApiError::unknown(Unknown::Channel))?;
    Ok(guild.map_or(crate::permissions::EVERYONE, |guild| {
        in_channel(guild, channel, world.bot_id)
    }))
}

/// A message of this channel that is not ephemeral: those cannot be reached over the channel.
fn here(world: &World, channel: Snowflake, id: Snowflake) -> Result<&Message, ApiError> {
    let message = world.messages.get(&id);
    let message = message.filter(|m| m.channel_id == channel && !m.is_ephemeral());
    message.ok_or(ApiError::unknown(Unknown::Message))
}

fn list(world: &World, call: &Call, id: Snowflake, granted: u64) -> Result<Answer, ApiError> {
    if granted & READ_MESSAGE_HISTORY == 0 {
        return Answer::ok(Value::Array(Vec::new()));
    }
    let limit = if call.query.contains_key("limit") {
        call.number("limit")
    } else {
        Some(50)
    };
    let Some(limit) = limit.filter(|limit| (1..=100).contains(limit)) else {
        let mut form = Form::default();
        form.add(
            "limit",
            "NUMBER_TYPE_RANGE",
            "int value should be between 1 and 100.",
        );
        form.finish()?;
        return Answer::ok(Value::Null);
    };
    let limit = usize::try_from(limit).unwrap_or(50);
    let mut all = world.public_messages(id);
    if let Some(after) = call.number("after") {
        all.retain(|message| message.id > after);
        all.truncate(limit);
    }
    if let Some(before) = call.number("before") {
        all.retain(|message| message.id < before);
    }
    // Newest first.
    Answer::ok(
        all.iter()
            .rev()
            .take(limit)
            .map(|m| wire::message(world, m))
            .collect(),
    )
}

fn create(world: &mut World, call: &Call, id: Snowflake, granted: u64) -> Result<Answer, ApiError> {
    let (channel, guild) = world
        .channel(id)
        .ok_or(ApiError::unknown(Unknown::Channel))?;
    if let Some(recipient) = channel.recipient {
        let closed = world
            .users
            .get(&recipient)
            .is_none_or(|user| user.dm_closed);
        let shared = world
            .guilds
            .values()
            .any(|g| g.members.contains_key(&recipient));
        if closed || !shared {
            return Err(ApiError {
                status: axum::http::StatusCode::FORBIDDEN,
                ..ApiError::bad_request(50007, "Cannot send messages to this user")
            });
        }
    }
    if channel.kind == CATEGORY {
        return Err(ApiError::bad_request(
            50008,
            "Cannot send messages in a non-text channel",
        ));
    }
    if guild.is_some() && granted & SEND_MESSAGES == 0 {
        return Err(ApiError::missing_permissions());
    }
    let draft = Draft::read(world, call, &call.body, "", id, None)?;
    may_show(&draft, granted)?;
    if draft.flags & EPHEMERAL != 0 {
        let mut form = Form::default();
        form.add(
            "flags",
            "FLAGS_INVALID",
            "Ephemeral messages only answer interactions.",
        );
        form.finish()?;
    }
    let nonce = match &call.body["nonce"] {
        Value::String(nonce) => Some(nonce.clone()),
        Value::Number(nonce) => Some(nonce.to_string()),
        _ => None,
    };
    if let Some(nonce) = &nonce {
        let mut form = Form::default();
        form.length("nonce", &Value::String(nonce.clone()), 0, 25);
        form.finish()?;
    }
    if call.body["enforce_nonce"] == true {
        let recent = world.clock.now_ms() - NONCE_LIFETIME_MS;
        let same = world.messages.values().find(|m| {
            m.author_id == world.bot_id
                && m.channel_id == id
                && m.created_ms >= recent
                && nonce.is_some()
                && m.nonce == nonce
        });
        if let Some(first) = same {
            return Answer::ok(wire::message(world, first));
        }
    }
    if let Some(target) = call.body["message_reference"]["message_id"].as_str() {
        let found = here(
            world,
            id,
            snowflake(target, "message_reference.message_id")?,
        )
        .is_ok();
        let must = call.body["message_reference"]["fail_if_not_exists"] != false;
        if !found && must {
            let mut form = Form::default();
            form.add(
                "message_reference",
                "REPLIES_UNKNOWN_MESSAGE",
                "Unknown message",
            );
            form.finish()?;
        }
    }
    let mut message = blank(world, id, 0);
    message.nonce = nonce;
    draft.apply(&mut message);
    let body = wire::message(world, &message);
    world.message_appears(message);
    Answer::ok(body)
}

fn edit(
    world: &mut World,
    call: &Call,
    id: Snowflake,
    message: Snowflake,
    granted: u64,
) -> Result<Answer, ApiError> {
    let existing = here(world, id, message)?;
    if existing.author_id != world.bot_id {
        let why = "Cannot edit a message authored by another user";
        return Err(ApiError {
            status: axum::http::StatusCode::FORBIDDEN,
            ..ApiError::bad_request(50005, why)
        });
    }
    let draft = Draft::read(world, call, &call.body, "", id, Some(existing))?;
    may_show(&draft, granted)?;
    let changed = world.message_changes(message, |message| draft.apply(message));
    let changed = changed.ok_or(ApiError::unknown(Unknown::Message))?;
    Answer::ok(wire::message(world, &changed))
}

fn may_show(draft: &Draft, granted: u64) -> Result<(), ApiError> {
    let embeds = draft.has_embeds() && granted & EMBED_LINKS == 0;
    let files = draft.has_files() && granted & ATTACH_FILES == 0;
    if embeds || files {
        Err(ApiError::missing_permissions())
    } else {
        Ok(())
    }
}
