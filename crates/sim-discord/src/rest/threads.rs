//! Threads of channels: public ones.

use axum::http::StatusCode;
use serde_json::{Value, json};

use super::call::{Answer, Call, not_simulated, snowflake};
use super::error::{ApiError, Form, Unknown};
use crate::model::{Thread, thread};
use crate::permissions::{CREATE_PUBLIC_THREADS, MANAGE_THREADS};
use crate::snowflake::Snowflake;
use crate::world::{World, threads, wire};

/// How long a thread may be listed after its last message, in minutes.
const AUTO_ARCHIVE: [u32; 4] = [60, thread::DAY, 3 * thread::DAY, 7 * thread::DAY];

/// Routes what concerns threads below `/channels/{id}`.
pub(super) fn route(
    world: &mut World,
    call: &Call,
    id: Snowflake,
    rest: &[&str],
    granted: u64,
) -> Result<Answer, ApiError> {
    match (call.method.as_str(), rest) {
        ("POST", ["threads"]) => start(world, call, id, None, granted),
        ("POST", ["messages", message, "threads"]) => {
            let message = snowflake(message, "message_id")?;
            start(world, call, id, Some(message), granted)
        }
        ("PATCH", []) if is_thread(world, id) => update(world, call, id, granted),
        ("DELETE", []) if is_thread(world, id) => {
            if granted & MANAGE_THREADS == 0 {
                return Err(ApiError::missing_permissions());
            }
            let body = body(world, id)?;
            world.delete_thread(id);
            Answer::ok(body)
        }
        (_, ["thread-members", rest @ ..]) if is_thread(world, id) => {
            followers(world, call, id, rest)
        }
        _ => not_simulated(world, call),
    }
}

/// `GET /guilds/{id}/threads/active`.
pub(super) fn active(world: &World, guild: Snowflake) -> Result<Answer, ApiError> {
    let guild = world.guilds.get(&guild).ok_or(Unknown::Guild)?;
    Answer::ok(json!({
        "threads": threads::active(world, guild, None),
        "members": threads::own_members(world, guild, None),
    }))
}

/// Refuses what would change a message of an archived thread, or its followers.
pub(super) fn check_active(world: &World, id: Snowflake) -> Result<(), ApiError> {
    if world.channel(id).is_some_and(|(it, _)| it.is_archived()) {
        return Err(ApiError::bad_request(50083, "Thread is archived"));
    }
    Ok(())
}

fn is_thread(world: &World, id: Snowflake) -> bool {
    let found = world.channel(id);
    found.is_some_and(|(channel, _)| channel.thread.is_some())
}

fn body(world: &World, id: Snowflake) -> Result<Value, ApiError> {
    let (channel, _) = world.channel(id).ok_or(Unknown::Channel)?;
    Ok(wire::channel(world, channel))
}

fn start(
    world: &mut World,
    call: &Call,
    parent: Snowflake,
    message: Option<Snowflake>,
    granted: u64,
) -> Result<Answer, ApiError> {
    let (channel, _) = world.channel(parent).ok_or(Unknown::Channel)?;
    let Some(kind) = thread::kind_below(channel.kind) else {
        let why = "Cannot execute action on this channel type";
        return Err(ApiError::bad_request(50024, why));
    };
    // On its own a thread is private unless the request says otherwise.
    if message.is_none() && call.body["type"] != kind {
        return not_simulated(world, call);
    }
    if granted & CREATE_PUBLIC_THREADS == 0 {
        return Err(ApiError::missing_permissions());
    }
    let name = &call.body["name"];
    Form::check(|form| form.length("name", name, 1, 100))?;
    let minutes = auto_archive(&call.body)?.unwrap_or(thread::DAY);
    if let Some(message) = message {
        world
            .public_message(parent, message)
            .ok_or(Unknown::Message)?;
        if world.channel(message).is_some() {
            let why = "A thread has already been created for this message";
            return Err(ApiError::bad_request(160_004, why));
        }
    }
    let name = name.as_str().unwrap_or_default();
    let started = world.start_thread(parent, world.bot_id, name, message, minutes);
    let started = started.ok_or(Unknown::Channel)?;
    Ok(Answer::Json(
        StatusCode::CREATED,
        wire::channel(world, &started),
    ))
}

/// The time after which the thread is no longer listed, where the body has one.
fn auto_archive(body: &Value) -> Result<Option<u32>, ApiError> {
    let given = &body["auto_archive_duration"];
    if given.is_null() {
        return Ok(None);
    }
    let minutes = given.as_u64().and_then(|it| u32::try_from(it).ok());
    let known = minutes.filter(|it| AUTO_ARCHIVE.contains(it));
    let why = "Value must be one of (60, 1440, 4320, 10080).";
    let error = || ApiError::invalid("auto_archive_duration", "BASE_TYPE_CHOICES", why);
    known.map(Some).ok_or_else(error)
}

/// Renames, closes, opens or locks a thread.
///
/// Who started it may rename, close and open it, unless it is locked; whoever follows it may open it. The rest takes
/// the permission to manage threads.
fn update(world: &mut World, call: &Call, id: Snowflake, granted: u64) -> Result<Answer, ApiError> {
    let (channel, _) = world.channel(id).ok_or(Unknown::Channel)?;
    let thread = channel.thread.as_ref().ok_or(Unknown::Channel)?;
    let given = |key: &str| !call.body[key].is_null();
    let is_manager = granted & MANAGE_THREADS != 0;
    let is_owner = thread.owner_id == world.bot_id && !thread.locked;
    let follows = thread.members.contains_key(&world.bot_id) && !thread.locked;
    let only_opens = call.body["archived"] == false
        && !["name", "auto_archive_duration", "locked"]
            .into_iter()
            .any(given);
    let is_allowed = is_manager || !given("locked") && (is_owner || only_opens && follows);
    if !is_allowed {
        return Err(ApiError::missing_permissions());
    }
    if call.body["archived"] != false {
        check_active(world, id)?;
    }
    if given("name") {
        Form::check(|form| form.length("name", &call.body["name"], 1, 100))?;
    }
    let minutes = auto_archive(&call.body)?;
    world.update_thread(id, |name, thread| apply(name, thread, &call.body, minutes));
    Answer::ok(body(world, id)?)
}

fn apply(name: &mut String, thread: &mut Thread, body: &Value, minutes: Option<u32>) {
    if let Some(given) = body["name"].as_str() {
        given.clone_into(name);
    }
    thread.archived = body["archived"].as_bool().unwrap_or(thread.archived);
    thread.locked = body["locked"].as_bool().unwrap_or(thread.locked);
    thread.auto_archive_minutes = minutes.unwrap_or(thread.auto_archive_minutes);
}

fn followers(
    world: &mut World,
    call: &Call,
    id: Snowflake,
    rest: &[&str],
) -> Result<Answer, ApiError> {
    let (channel, guild) = world.channel(id).ok_or(Unknown::Channel)?;
    let user = match rest {
        [] if call.method == "GET" => {
            let all = channel.thread.iter().flat_map(|it| it.members.keys());
            return Answer::ok(
                all.filter_map(|user| threads::member(channel, *user))
                    .collect(),
            );
        }
        ["@me"] => world.bot_id,
        [user] => snowflake(user, "user_id")?,
        _ => return not_simulated(world, call),
    };
    match call.method.as_str() {
        "GET" => {
            let found = threads::member(channel, user);
            return Answer::ok(found.ok_or(Unknown::Member)?);
        }
        "PUT" => {
            check_active(world, id)?;
            if guild.is_none_or(|guild| !guild.members.contains_key(&user)) {
                return Err(Unknown::Member.into());
            }
            world.join_thread(id, user);
        }
        "DELETE" => {
            check_active(world, id)?;
            world.leave_thread(id, user);
        }
        _ => return not_simulated(world, call),
    }
    Ok(Answer::Empty)
}
