//! Starting interactions: what goes over the wire when a person acts.

use std::time::Instant;

use serde_json::{Value, json};

use super::error::{ClientError, refused};
use super::option::{Resolved, attachment, resolve_channel, resolve_user};
use super::place::Place;
use super::reply::all_components;
use super::slash::{TypedCommand, command_data};
use crate::json::{items, text};
use crate::model::{Attachment, Channel, Interaction, Message, kind, response, thread};
use crate::permissions;
use crate::snowflake::Snowflake;
use crate::world::{World, wire};

/// Most characters of a thread's name.
const THREAD_NAME: usize = 100;
/// The component of a form that takes files.
const FILE_UPLOAD: u8 = 19;

/// Sends a command, or with `focus` requests completions. Answers the interaction's id.
pub(super) fn command(
    world: &mut World,
    place: Place<'_>,
    typed: TypedCommand,
    focus: bool,
) -> Result<Snowflake, ClientError> {
    let data = command_data(world, place, typed, focus)?;
    keep_files(world, place, &data);
    let kind = if focus {
        kind::AUTOCOMPLETE
    } else {
        kind::COMMAND
    };
    Ok(send(world, place, kind, None, data))
}

/// Presses a button, by its `custom_id` or its label.
pub(super) fn press(
    world: &mut World,
    place: Place<'_>,
    message: Option<Snowflake>,
    wanted: &str,
) -> Result<Snowflake, ClientError> {
    let message = visible(world, place, message)?;
    let buttons = all_components(&message.components);
    let is_button = |c: &&&Value| c["type"] == 2 && c["custom_id"].is_string();
    let by = |key: &str| {
        buttons
            .iter()
            .filter(is_button)
            .find(|c| c[key] == wanted)
            .copied()
    };
    let Some(button) = by("custom_id").or_else(|| by("label")) else {
        return refused(format!("There is no button {wanted} on this message"));
    };
    if button["disabled"] == true {
        return refused(format!("The button {wanted} is disabled"));
    }
    let data = json!({"component_type": 2, "custom_id": button["custom_id"], "id": button["id"]});
    let place = at_message(world, place, &message);
    let message = Some(message.id);
    Ok(send(world, place, kind::COMPONENT, message, data))
}

/// Selects values in a menu.
pub(super) fn select(
    world: &mut World,
    place: Place<'_>,
    message: Option<Snowflake>,
    wanted: &str,
    picks: &[String],
) -> Result<Snowflake, ClientError> {
    let message = visible(world, place, message)?;
    let place = at_message(world, place, &message);
    let components = all_components(&message.components);
    let is_menu = |c: &&&Value| matches!(c["type"].as_u64(), Some(3 | 5..=8));
    let Some(&menu) = components
        .iter()
        .filter(is_menu)
        .find(|c| c["custom_id"] == wanted)
    else {
        return refused(format!("There is no menu {wanted} on this message"));
    };
    if menu["disabled"] == true {
        return refused(format!("The menu {wanted} is disabled"));
    }
    let mut resolved = Resolved::default();
    let values = pick(world, place, menu, picks, &mut resolved)?;
    let mut data = json!({
        "component_type": menu["type"], "custom_id": wanted, "id": menu["id"], "values": values,
    });
    resolved.write_to(&mut data);
    let message = Some(message.id);
    Ok(send(world, place, kind::COMPONENT, message, data))
}

/// Sends the form with which an interaction was answered. Inputs that are not named keep their value.
pub(super) fn modal(
    world: &mut World,
    place: Place<'_>,
    interaction: Snowflake,
    fields: &[(String, String)],
) -> Result<Snowflake, ClientError> {
    let source = world.interactions.get(&interaction);
    let shown = source.and_then(|i| Some((i, i.response.as_ref()?)));
    let own = shown.filter(|(i, r)| r.kind == response::MODAL && i.user == place.user.id);
    let Some((source, shown)) = own else {
        return refused("There is no form to send");
    };
    let (message, channel) = (source.message, source.channel);
    let place = Place {
        channel,
        guild: source.guild,
        ..place
    };
    let form = shown.data.clone();
    let mut resolved = Resolved::default();
    let mut unused: Vec<_> = fields.iter().map(|(id, _)| id.as_str()).collect();
    let mut components = Vec::new();
    for row in items(&form["components"]) {
        let label = row["type"] == 18;
        let input = if label {
            &row["component"]
        } else {
            &row["components"][0]
        };
        if !input.is_object() {
            continue;
        }
        let id = text(&input["custom_id"]);
        unused.retain(|name| *name != id);
        let given = fields.iter().find(|(name, _)| name == id);
        let value = given.map_or(text(&input["value"]), |(_, value)| value);
        let filled = fill_in(world, place, input, value, &mut resolved)?;
        components.push(if label {
            json!({"type": 18, "id": row["id"], "component": filled})
        } else {
            json!({"type": 1, "id": row["id"], "components": [filled]})
        });
    }
    if let Some(name) = unused.first() {
        return refused(format!("The form has no field {name}"));
    }
    let mut data = json!({"custom_id": form["custom_id"], "components": components});
    resolved.write_to(&mut data);
    keep_files(world, place, &data);
    let sent = send(world, place, kind::MODAL, message, data);
    if let Some(sent) = world.interactions.get_mut(&sent) {
        sent.triggered_by = Some(interaction);
    }
    Ok(sent)
}

/// Starts a thread in the person's channel.
pub(super) fn thread(
    world: &mut World,
    place: Place<'_>,
    name: &str,
    message: Option<Snowflake>,
) -> Result<Channel, ClientError> {
    let who = &place.user.username;
    let granted = world.permissions_in(place.channel, place.user.id);
    if granted.unwrap_or(0) & permissions::CREATE_PUBLIC_THREADS == 0 {
        return refused(format!("{who} may not start a thread there"));
    }
    if !(1..=THREAD_NAME).contains(&name.chars().count()) {
        return refused(format!("A thread's name has 1 to {THREAD_NAME} characters"));
    }
    if message.is_some_and(|id| world.public_message(place.channel, id).is_none()) {
        return refused("There is no such message in the channel");
    }
    let owner = place.user.id;
    let started = world.start_thread(place.channel, owner, name, message, thread::DAY);
    started.ok_or_else(|| ClientError::Refused("There can be no thread".to_owned()))
}

/// The message's channel, which need not be the person's.
fn at_message<'a>(world: &World, place: Place<'a>, message: &Message) -> Place<'a> {
    let channel = message.channel_id;
    let guild = world
        .channel(channel)
        .and_then(|(_, guild)| guild.map(|guild| guild.id));
    Place {
        guild,
        channel,
        ..place
    }
}

/// One input of a form, checked as the client checks it.
fn fill_in(
    world: &World,
    place: Place<'_>,
    input: &Value,
    value: &str,
    resolved: &mut Resolved,
) -> Result<Value, ClientError> {
    let id = &input["custom_id"];
    let name = text(id);
    if input["type"] != 4 {
        let wanted = value
            .split(',')
            .map(str::trim)
            .filter(|part| !part.is_empty());
        let wanted: Vec<_> = wanted.map(str::to_owned).collect();
        if input["type"] == FILE_UPLOAD {
            return upload(world, place, input, &wanted, resolved);
        }
        let values = pick(world, place, input, &wanted, resolved)?;
        return Ok(
            json!({"type": input["type"], "id": input["id"], "custom_id": id, "values": values}),
        );
    }
    let length = value.chars().count() as u64;
    if length == 0 && input["required"] != false {
        return refused(format!("{name} is required"));
    }
    if length > input["max_length"].as_u64().unwrap_or(4000) {
        return refused(format!("{name} is too long"));
    }
    if length > 0 && length < input["min_length"].as_u64().unwrap_or(0) {
        return refused(format!("{name} is too short"));
    }
    Ok(json!({"type": 4, "id": input["id"], "custom_id": id, "value": value}))
}

/// The person's files of these names, as one input of a form.
fn upload(
    world: &World,
    place: Place<'_>,
    input: &Value,
    names: &[String],
    resolved: &mut Resolved,
) -> Result<Value, ClientError> {
    let id = &input["custom_id"];
    let least = input["min_values"].as_u64().unwrap_or(1);
    let least = if input["required"] == false { 0 } else { least };
    let most = input["max_values"].as_u64().unwrap_or(1);
    if !(least..=most).contains(&(names.len() as u64)) {
        return refused(format!("{}: give {least} to {most} files", text(id)));
    }
    let files = names.iter();
    let files: Vec<_> = files
        .map(|name| attachment(world, place, name, resolved))
        .collect();
    Ok(json!({"type": FILE_UPLOAD, "id": input["id"], "custom_id": id, "values": files}))
}

/// Values of a menu, by value or label; users, roles and channels by name.
fn pick(
    world: &World,
    place: Place<'_>,
    menu: &Value,
    picks: &[String],
    resolved: &mut Resolved,
) -> Result<Vec<String>, ClientError> {
    let least = menu["min_values"].as_u64().unwrap_or(1);
    let most = menu["max_values"].as_u64().unwrap_or(1);
    if !(least..=most).contains(&(picks.len() as u64)) {
        return refused(format!("Pick {least} to {most} entries"));
    }
    let value = |wanted: &String| match pick_one(world, place, menu, wanted, resolved) {
        Some(value) => Ok(value),
        None => refused(format!("The menu does not offer {wanted}")),
    };
    picks.iter().map(value).collect()
}

fn pick_one(
    world: &World,
    place: Place<'_>,
    menu: &Value,
    wanted: &str,
    resolved: &mut Resolved,
) -> Option<String> {
    let kind = menu["type"].as_u64()?;
    if kind == 3 {
        let options = menu["options"].as_array()?;
        let by = |key: &str| options.iter().find(|option| option[key] == wanted);
        return by("value").or_else(|| by("label"))?["value"]
            .as_str()
            .map(str::to_owned);
    }
    let user = matches!(kind, 5 | 7)
        .then(|| world.find_user(place.guild, wanted))
        .flatten();
    if let Some(id) = user {
        resolve_user(world, place.guild, id, resolved);
        return Some(id.to_string());
    }
    if matches!(kind, 6 | 7) {
        let id = world.find_role(place.guild?, wanted)?;
        let role = place.guild(world)?.roles.get(&id)?;
        resolved.put("roles", id, wire::role(role));
        return Some(id.to_string());
    }
    let id = (kind == 8)
        .then(|| world.find_channel(place.guild?, wanted))
        .flatten()?;
    resolve_channel(world, place, id, resolved);
    Some(id.to_string())
}

/// A message that this person can see: not someone else's ephemeral one, not in a channel hidden from them.
fn visible(
    world: &World,
    place: Place<'_>,
    message: Option<Snowflake>,
) -> Result<Message, ClientError> {
    let message = message.and_then(|id| world.messages.get(&id));
    let user = place.user.id;
    let visible = message.filter(|message| {
        let granted = world.permissions_in(message.channel_id, user);
        message.is_for(user) && granted.unwrap_or(0) != 0
    });
    let name = &place.user.username;
    visible
        .cloned()
        .ok_or_else(|| ClientError::Refused(format!("{name} cannot see such a message")))
}

fn send(
    world: &mut World,
    place: Place<'_>,
    kind: u8,
    message: Option<Snowflake>,
    data: Value,
) -> Snowflake {
    let id = world.clock.next_id();
    let interaction = Interaction {
        id,
        // Long and opaque as Discord's, but readable in a log of the simulator.
        token: format!(
            "aW50ZXJhY3Rpb246{id}sim{:016x}",
            id.rotate_left(29) ^ 0x5bd1_e995_9d2c_5680
        ),
        kind,
        user: place.user.id,
        guild: place.guild,
        channel: place.channel,
        created_ms: world.clock.now_ms(),
        created: Instant::now(),
        message,
        triggered_by: None,
        response: None,
        followups: Vec::new(),
    };
    world.start_interaction(interaction, data);
    id
}

/// Makes the files that an interaction refers to available for download.
fn keep_files(world: &mut World, place: Place<'_>, data: &Value) {
    let files = data["resolved"]["attachments"].as_object();
    for (id, body) in files.into_iter().flatten() {
        keep_file(world, place, id, body);
    }
}

fn keep_file(world: &mut World, place: Place<'_>, id: &str, body: &Value) {
    let Ok(id) = id.parse() else { return };
    let owned = |key: &str| text(&body[key]).to_owned();
    let file = Attachment {
        id,
        filename: owned("filename"),
        content_type: owned("content_type"),
        content: place.file(text(&body["filename"])).into(),
        url: owned("url"),
    };
    world.files.insert(id, file);
}
