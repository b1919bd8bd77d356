//! Channels and their messages.

use serde_json::{Value, json};

use super::call::{Answer, Call, not_simulated, snowflake};
use super::draft::Draft;
use super::error::{ApiError, Form, Unknown};
use crate::model::{EPHEMERAL, Message};
use crate::permissions::{
    ATTACH_FILES, EMBED_LINKS, MANAGE_MESSAGES, READ_MESSAGE_HISTORY, SEND_MESSAGES, VIEW_CHANNEL,
};
use crate::snowflake::Snowflake;
use crate::world::{World, wire};

/// How long a nonce is remembered.
const NONCE_LIFETIME_MS: i64 = 5 * 60_000;
/// Channel type of a category, which holds no text.
const CATEGORY: u8 = 4;
const CANNOT_SEND: &str = "Cannot send messages to this user";

pub(super) fn route(
    world: &mut World,
    call: &Call,
    id: Snowflake,
    rest: &[&str],
) -> Result<Answer, ApiError> {
    let granted = world
        .permissions_in(id, world.bot_id)
        .ok_or(Unknown::Channel)?;
    if granted & VIEW_CHANNEL == 0 {
        return Err(ApiError::missing_access());
    }
    match (call.method.as_str(), rest) {
        ("GET", []) => {
            let (channel, _) = world.channel(id).ok_or(Unknown::Channel)?;
            Answer::ok(wire::channel(world, channel))
        }
        ("GET", ["messages"]) => list(world, call, id, granted),
        ("POST", ["messages"]) => create(world, call, id, granted),
        ("GET", ["messages", message]) => {
            let message = public_message(world, id, snowflake(message, "message_id")?)?;
            if granted & READ_MESSAGE_HISTORY == 0 {
                return Err(ApiError::missing_permissions());
            }
            Answer::ok(wire::message(world, message))
        }
        ("PATCH", ["messages", message]) => {
            edit(world, call, id, snowflake(message, "message_id")?, granted)
        }
        ("DELETE", ["messages", message]) => {
            let message = public_message(world, id, snowflake(message, "message_id")?)?;
            if message.author_id != world.bot_id && granted & MANAGE_MESSAGES == 0 {
                return Err(ApiError::missing_permissions());
            }
            let message = message.id;
            world.delete_message(message);
            Ok(Answer::Empty)
        }
        ("POST", ["typing"]) => Ok(Answer::Empty),
        _ => not_simulated(world, call),
    }
}

/// `POST /users/@me/channels`. It succeeds even if the person accepts no messages; sending then fails.
pub(super) fn open_dm(world: &mut World, call: &Call) -> Result<Answer, ApiError> {
    let recipient = call.body["recipient_id"]
        .as_str()
        .and_then(|id| id.parse().ok());
    let known = recipient.filter(|id| world.users.contains_key(id));
    let Some(user) = known else {
        return Err(ApiError::required("recipient_id"));
    };
    if user == world.bot_id {
        return Err(ApiError::bad_request(50007, CANNOT_SEND));
    }
    let id = world.open_dm_channel(user);
    let channel = world.dms.get(&id).map(|dm| wire::channel(world, dm));
    Answer::ok(channel.unwrap_or_default())
}

/// A message of this channel that is not ephemeral: those cannot be accessed through the channel.
fn public_message(world: &World, channel: Snowflake, id: Snowflake) -> Result<&Message, ApiError> {
    let message = world.messages.get(&id);
    let message = message.filter(|m| m.channel_id == channel && !m.is_ephemeral());
    Ok(message.ok_or(Unknown::Message)?)
}

fn list(world: &World, call: &Call, id: Snowflake, granted: u64) -> Result<Answer, ApiError> {
    if granted & READ_MESSAGE_HISTORY == 0 {
        return Answer::ok(Value::Array(Vec::new()));
    }
    let limit = call.limit(50, 100)?;
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
    check_may_send(world, id, granted)?;
    let draft = Draft::read(world, call, &call.body, "", id, None)?;
    check_may_show(&draft, granted)?;
    if draft.flags & EPHEMERAL != 0 {
        let why = "Ephemeral messages only answer interactions.";
        return Err(ApiError::invalid("flags", "FLAGS_INVALID", why));
    }
    let nonce = match &call.body["nonce"] {
        Value::String(nonce) => Some(nonce.clone()),
        Value::Number(nonce) => Some(nonce.to_string()),
        _ => None,
    };
    Form::check(|form| form.length("nonce", &json!(nonce), 0, 25))?;
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
    check_reference(world, id, &call.body["message_reference"])?;
    let mut message = world.new_message(id, world.bot_id);
    message.nonce = nonce;
    draft.apply(&mut message);
    let body = wire::message(world, &message);
    world.add_message(message);
    Answer::ok(body)
}

fn edit(
    world: &mut World,
    call: &Call,
    id: Snowflake,
    message: Snowflake,
    granted: u64,
) -> Result<Answer, ApiError> {
    let existing = public_message(world, id, message)?;
    if existing.author_id != world.bot_id {
        let why = "Cannot edit a message authored by another user";
        return Err(ApiError::forbidden(50005, why));
    }
    let draft = Draft::read(world, call, &call.body, "", id, Some(existing))?;
    check_may_show(&draft, granted)?;
    let edited = world.edit_message(message, |message| draft.apply(message));
    Answer::ok(wire::message(world, &edited.ok_or(Unknown::Message)?))
}

/// Whether the bot may send messages to this channel.
fn check_may_send(world: &World, id: Snowflake, granted: u64) -> Result<(), ApiError> {
    let (channel, guild) = world.channel(id).ok_or(Unknown::Channel)?;
    if let Some(recipient) = channel.recipient {
        let user = world.users.get(&recipient);
        let mut guilds = world.guilds.values();
        let shares_guild = guilds.any(|guild| guild.members.contains_key(&recipient));
        if user.is_none_or(|user| user.dm_closed) || !shares_guild {
            return Err(ApiError::forbidden(50007, CANNOT_SEND));
        }
    }
    if channel.kind == CATEGORY {
        let why = "Cannot send messages in a non-text channel";
        return Err(ApiError::bad_request(50008, why));
    }
    if guild.is_some() && granted & SEND_MESSAGES == 0 {
        return Err(ApiError::missing_permissions());
    }
    Ok(())
}

/// Whether the message that is replied to exists, if it must.
fn check_reference(world: &World, channel: Snowflake, reference: &Value) -> Result<(), ApiError> {
    let Some(target) = reference["message_id"].as_str() else {
        return Ok(());
    };
    let target = snowflake(target, "message_reference.message_id")?;
    let found = public_message(world, channel, target).is_ok();
    if found || reference["fail_if_not_exists"] == false {
        return Ok(());
    }
    let (code, why) = ("REPLIES_UNKNOWN_MESSAGE", "Unknown message");
    Err(ApiError::invalid("message_reference", code, why))
}

/// Whether the bot may show the draft's embeds and files.
fn check_may_show(draft: &Draft, granted: u64) -> Result<(), ApiError> {
    let embeds = draft.has_embeds() && granted & EMBED_LINKS == 0;
    let files = draft.has_files() && granted & ATTACH_FILES == 0;
    if embeds || files {
        Err(ApiError::missing_permissions())
    } else {
        Ok(())
    }
}
