//! Starting interactions: what goes over the wire when a person does something.

use std::time::Instant;

use serde_json::{Value, json};

use super::option::{Resolved, put_channel, put_user};
use super::reply::all_components;
use super::slash::{Place, Typed, command_data};
use super::{ClientError, refused};
use crate::permissions;
use crate::world::{Interaction, Message, Response, Snowflake, World, kind, response, wire};

/// Sends a command, or with `focus` asks for completions. Answers the interaction's id.
pub(super) fn command(
    world: &mut World,
    place: Place<'_>,
    typed: Typed,
    focus: bool,
) -> Result<Snowflake, ClientError> {
    let data = command_data(world, place, typed, focus)?;
    let files = data["resolved"]["attachments"]
        .as_object()
        .cloned()
        .unwrap_or_default();
    for (id, body) in files {
        keep_file(world, place, &id, &body);
    }
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

/// Picks values from a menu.
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
    let (values, resolved) = pick(world, place, menu, picks)?;
    let mut data = json!({
        "component_type": menu["type"], "custom_id": wanted, "id": menu["id"], "values": values,
    });
    if let Some(resolved) = resolved.into_value() {
        data["resolved"] = resolved;
    }
    let message = Some(message.id);
    Ok(send(world, place, kind::COMPONENT, message, data))
}

/// Sends a form that an interaction was answered with. Inputs that are not named keep what they hold.
pub(super) fn modal(
    world: &mut World,
    place: Place<'_>,
    interaction: Snowflake,
    fields: &[(String, String)],
) -> Result<Snowflake, ClientError> {
    let source = world.interactions.get(&interaction);
    let shown = source.and_then(|i| Some((i, i.response.as_ref()?)));
    let Some((source, shown)) = shown.filter(|(i, r)| is_modal(r) && i.user == place.user.id)
    else {
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
    for row in form["components"].as_array().into_iter().flatten() {
        let label = row["type"] == 18;
        let input = if label {
            &row["component"]
        } else {
            &row["components"][0]
        };
        if !input.is_object() {
            continue;
        }
        let id = input["custom_id"].as_str().unwrap_or_default();
        unused.retain(|name| *name != id);
        let given = fields
            .iter()
            .find(|(name, _)| name == id)
            .map(|(_, value)| value.as_str());
        let held = input["value"].as_str().unwrap_or_default();
        let filled = fill_in(world, place, input, given.unwrap_or(held), &mut resolved)?;
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
    if let Some(resolved) = resolved.into_value() {
        data["resolved"] = resolved;
    }
    Ok(send(world, place, kind::MODAL, message, data))
}

/// Where the message stands, which need not be where the person was last.
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

fn is_modal(given: &Response) -> bool {
    given.kind == response::MODAL
}

/// One input of a form, checked as the client checks it.
fn fill_in(
    world: &World,
    place: Place<'_>,
    input: &Value,
    text: &str,
    resolved: &mut Resolved,
) -> Result<Value, ClientError> {
    let id = &input["custom_id"];
    let name = id.as_str().unwrap_or_default();
    if input["type"] != 4 {
        let picks: Vec<_> = text.split(',').map(|part| part.trim().to_owned()).collect();
        let picks: Vec<_> = picks.into_iter().filter(|part| !part.is_empty()).collect();
        let (values, more) = pick(world, place, input, &picks)?;
        for (kind, entries) in more
            .into_value()
            .as_ref()
            .and_then(Value::as_object)
            .into_iter()
            .flatten()
        {
            for (id, body) in entries.as_object().into_iter().flatten() {
                resolved.put(kind, id.parse().unwrap_or(0), body.clone());
            }
        }
        return Ok(
            json!({"type": input["type"], "id": input["id"], "custom_id": id, "values": values}),
        );
    }
    let length = text.chars().count() as u64;
    if length == 0 && input["required"] != false {
        return refused(format!("{name} is required"));
    }
    if length > input["max_length"].as_u64().unwrap_or(4000) {
        return refused(format!("{name} is too long"));
    }
    if length > 0 && length < input["min_length"].as_u64().unwrap_or(0) {
        return refused(format!("{name} is too short"));
    }
    Ok(json!({"type": 4, "id": input["id"], "custom_id": id, "value": text}))
}

/// Values of a menu, by value or label; users, roles and channels by name.
fn pick(
    world: &World,
    place: Place<'_>,
    menu: &Value,
    picks: &[String],
) -> Result<(Vec<String>, Resolved), ClientError> {
    let least = menu["min_values"].as_u64().unwrap_or(1);
    let most = menu["max_values"].as_u64().unwrap_or(1);
    if !(least..=most).contains(&(picks.len() as u64)) {
        return refused(format!("Pick {least} to {most} entries"));
    }
    let mut resolved = Resolved::default();
    let mut values = Vec::new();
    for wanted in picks {
        let Some(value) = pick_one(world, place, menu, wanted, &mut resolved) else {
            return refused(format!("The menu does not offer {wanted}"));
        };
        values.push(value);
    }
    Ok((values, resolved))
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
        put_user(world, place.guild, id, resolved);
        return Some(id.to_string());
    }
    if matches!(kind, 6 | 7) {
        let id = world.find_role(place.guild?, wanted)?;
        let role = world.guilds.get(&place.guild?)?.roles.get(&id)?;
        resolved.put("roles", id, wire::role(role));
        return Some(id.to_string());
    }
    let id = (kind == 8)
        .then(|| world.find_channel(place.guild?, wanted))
        .flatten()?;
    put_channel(world, place, id, resolved);
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
    let seen = message.filter(|message| {
        message.visible_to.is_none_or(|only| only == user)
            && match world.channel(message.channel_id) {
                Some((channel, Some(guild))) => permissions::in_channel(guild, channel, user) != 0,
                Some((channel, None)) => channel.recipient == Some(user),
                None => false,
            }
    });
    let name = &place.user.username;
    seen.cloned()
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
        // Long and opaque as Discord's, and legible in a log of the simulator.
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
        response: None,
        followups: Vec::new(),
    };
    world.interaction_starts(interaction, data);
    id
}

fn keep_file(world: &mut World, place: Place<'_>, id: &str, body: &Value) {
    let filename = body["filename"].as_str().unwrap_or_default();
    let held = place.files.iter().find(|(name, _)| name == filename);
    let content = held.map_or(&[][..], |(_, content)| content.as_slice());
    let text = |key: &str| body[key].as_str().unwrap_or_default().to_owned();
    let Ok(id) = id.parse() else { return };
    let file = crate::world::Attachment {
        id,
        filename: filename.to_owned(),
        content_type: text("content_type"),
        content: content.into(),
        url: text("url"),
    };
    world.files.insert(id, file);
}
