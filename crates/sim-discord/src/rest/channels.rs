//! Channels and their messages.

use serde_json::Value;

use super::call::{Answer, Call, body_id, not_simulated, snowflake};
use super::draft::Draft;
use super::error::{ApiError, Form, Unknown, at};
use super::threads;
use crate::json;
use crate::model::{EPHEMERAL, Message};
use crate::permissions::to_write;
use crate::permissions::{
    ATTACH_FILES, EMBED_LINKS, MANAGE_MESSAGES, MANAGE_THREADS, READ_MESSAGE_HISTORY, VIEW_CHANNEL,
};
use crate::snowflake::Snowflake;
use crate::world::{World, wire};

/// How long a nonce is remembered.
const NONCE_LIFETIME_MS: i64 = 5 * 60_000;
/// Longest nonce, in characters.
const NONCE_LIMIT: usize = 25;
/// Type of a reference that forwards a message.
const FORWARD: i64 = 1;
/// Channel type of a category, which holds no text.
const CATEGORY: u8 = 4;
const CANNOT_SEND: &str = "Cannot send messages to this user";
const NO_MUTUAL_GUILDS: &str = "Cannot send messages to this user due to having no mutual guilds";

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
        _ => threads::route(world, call, id, rest, granted),
    }
}

/// `POST /users/@me/channels`. It succeeds even if the person accepts no messages; sending then fails.
pub(super) fn open_dm(world: &mut World, call: &Call) -> Result<Answer, ApiError> {
    let user = body_id(&call.body["recipient_id"], "recipient_id")?;
    if !world.users.contains_key(&user) {
        return Err(ApiError::bad_request(50033, "Invalid Recipient(s)"));
    }
    if user == world.bot_id {
        return Err(ApiError::bad_request(50007, CANNOT_SEND));
    }
    let id = world.open_dm_channel(user);
    let channel = world.dms.get(&id).map(|dm| wire::channel(world, dm));
    Answer::ok(channel.unwrap_or_default())
}

/// A message of this channel that is not ephemeral: those cannot be accessed through the channel.
fn public_message(world: &World, channel: Snowflake, id: Snowflake) -> Result<&Message, ApiError> {
    Ok(world.public_message(channel, id).ok_or(Unknown::Message)?)
}

fn list(world: &World, call: &Call, id: Snowflake, granted: u64) -> Result<Answer, ApiError> {
    if granted & READ_MESSAGE_HISTORY == 0 {
        return Answer::ok(Value::Array(Vec::new()));
    }
    let limit = call.limit(50, 100)?;
    let mut page = world.public_messages(id);
    if let Some(around) = call.id("around")? {
        let at = page.partition_point(|message| message.id < around);
        page.drain(..at.saturating_sub(limit / 2));
        page.truncate(limit);
    } else if let Some(before) = call.id("before")? {
        page.retain(|message| message.id < before);
    } else if let Some(after) = call.id("after")? {
        page.retain(|message| message.id > after);
        page.truncate(limit);
    }
    // Newest first.
    let page = page.iter().rev().take(limit);
    Answer::ok(page.map(|m| wire::message(world, m)).collect())
}

fn create(world: &mut World, call: &Call, id: Snowflake, granted: u64) -> Result<Answer, ApiError> {
    check_may_send(world, id, granted)?;
    let draft = Draft::read(world, call, &call.body, "", id, None)?;
    check_may_show(&draft, granted)?;
    if draft.flags & EPHEMERAL != 0 {
        let why = "Ephemeral messages only answer interactions.";
        return Err(ApiError::invalid("flags", "FLAGS_INVALID", why));
    }
    let nonce = nonce(&call.body["nonce"])?;
    if json::boolean(&call.body["enforce_nonce"]) == Some(true) {
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
    let reference = &call.body["message_reference"];
    if json::integer(&reference["type"]) == Some(FORWARD) {
        return not_simulated(world, call);
    }
    let target = self::reference(world, id, reference)?;
    let mut message = world.new_message(id, world.bot_id);
    if let Some(target) = target {
        message.reply(target);
    }
    message.nonce = nonce;
    draft.apply(&mut message);
    let body = wire::message(world, &message);
    world.add_message(message);
    Answer::ok(body)
}

/// The nonce of a body.
fn nonce(value: &Value) -> Result<Option<String>, ApiError> {
    let nonce = match value {
        Value::Null => return Ok(None),
        Value::String(nonce) => nonce.clone(),
        Value::Number(nonce) if !nonce.is_f64() => nonce.to_string(),
        _ => {
            let why = "This field must be a string or integer.";
            return Err(ApiError::invalid("nonce", "NONCE_TYPE_INVALID_TYPE", why));
        }
    };
    if nonce.chars().count() > NONCE_LIMIT {
        let why = "Must be 25 or fewer characters long.";
        return Err(ApiError::invalid("nonce", "NONCE_TYPE_TOO_LONG", why));
    }
    Ok(Some(nonce))
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
    threads::check_active(world, id)?;
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
        let shares_guild = guilds.any(|guild| {
            let is_in = |user| guild.members.contains_key(&user);
            is_in(recipient) && is_in(world.bot_id)
        });
        if !shares_guild {
            return Err(ApiError::forbidden(50278, NO_MUTUAL_GUILDS));
        }
        if user.is_none_or(|user| user.dm_closed) {
            return Err(ApiError::forbidden(50007, CANNOT_SEND));
        }
    }
    if channel.kind == CATEGORY {
        let why = "Cannot send messages in a non-text channel";
        return Err(ApiError::bad_request(50008, why));
    }
    if guild.is_some() && granted & to_write(channel) == 0 {
        return Err(ApiError::missing_permissions());
    }
    if channel.is_locked() && granted & MANAGE_THREADS == 0 {
        return Err(ApiError::bad_request(50083, "Thread is archived"));
    }
    Ok(())
}

/// The message that a new one replies to, if it exists and is in this channel; whether it must exist, the body says.
fn reference(
    world: &World,
    channel: Snowflake,
    reference: &Value,
) -> Result<Option<Snowflake>, ApiError> {
    if reference.is_null() {
        return Ok(None);
    }
    let path = |name: &str| at("message_reference", name);
    let lenient = &reference["fail_if_not_exists"];
    Form::check(|form| form.boolean(&path("fail_if_not_exists"), lenient))?;
    let target = body_id(&reference["message_id"], &path("message_id"))?;
    let elsewhere = &reference["channel_id"];
    if !elsewhere.is_null() && body_id(elsewhere, &path("channel_id"))? != channel {
        let why = "Cannot reply to a message in a different channel";
        let code = "REPLIES_CANNOT_REFERENCE_OTHER_CHANNEL";
        return Err(ApiError::invalid("message_reference", code, why));
    }
    if public_message(world, channel, target).is_ok() {
        return Ok(Some(target));
    }
    if json::boolean(lenient) == Some(false) {
        return Ok(None);
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
