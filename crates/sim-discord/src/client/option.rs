//! The value of one option: from what was typed to what goes over the wire.

use serde_json::{Map, Value, json};

use super::place::Place;
use crate::json::{extend, items};
use crate::permissions;
use crate::snowflake::Snowflake;
use crate::world::create::in_path;
use crate::world::{World, wire};

/// Largest whole number that Discord lets through: what JavaScript holds exactly.
const SAFE_INTEGER: i64 = (1 << 53) - 1;
/// Where Discord keeps files.
const CDN: &str = "https://cdn.discordapp.com";
/// Where Discord gives them in other sizes.
const PREVIEWS: &str = "https://media.discordapp.net";
/// Longest text of an option.
const TEXT_LIMIT: u64 = 6000;

/// Objects that options refer to by id.
#[derive(Default)]
pub(super) struct Resolved(Map<String, Value>);

impl Resolved {
    pub(super) fn put(&mut self, kind: &str, id: Snowflake, value: Value) {
        let entry = self.0.entry(kind).or_insert_with(|| json!({}));
        entry[id.to_string()] = value;
    }

    /// Adds itself to the data of an interaction, unless there is nothing to add.
    pub(super) fn write_to(self, data: &mut Value) {
        if !self.0.is_empty() {
            extend(data, json!({"resolved": self.0}));
        }
    }
}

/// The wire value of an option, or the reason why Discord's client would not accept it.
pub(super) fn convert(
    world: &World,
    place: Place<'_>,
    option: &Value,
    raw: &str,
    resolved: &mut Resolved,
) -> Result<Value, String> {
    let choices = items(&option["choices"]);
    if !choices.is_empty() {
        return choose(choices, raw);
    }
    match option["type"].as_u64().unwrap_or(3) {
        3 => text(option, raw),
        4 => {
            let number: i64 = raw
                .parse()
                .map_err(|_| format!("must be a whole number, not {raw}"))?;
            if number.abs() > SAFE_INTEGER {
                return Err("is out of range".to_owned());
            }
            in_range(option, number, Value::as_i64)
        }
        5 => match raw.to_lowercase().as_str() {
            "true" | "yes" => Ok(json!(true)),
            "false" | "no" => Ok(json!(false)),
            _ => Err("must be true or false".to_owned()),
        },
        6 => user(world, place, raw, resolved),
        7 => channel(world, place, option, raw, resolved),
        8 => role(world, place, raw, resolved),
        9 => user(world, place, raw, resolved).or_else(|_| role(world, place, raw, resolved)),
        10 => {
            let number: f64 = raw
                .parse()
                .map_err(|_| format!("must be a number, not {raw}"))?;
            in_range(option, number, Value::as_f64)
        }
        11 => Ok(attachment(world, place, raw, resolved)),
        other => Err(format!("is of a kind that is not simulated ({other})")),
    }
}

fn choose(choices: &[Value], raw: &str) -> Result<Value, String> {
    let named = |choice: &&Value| {
        choice["name"]
            .as_str()
            .is_some_and(|n| n.eq_ignore_ascii_case(raw))
    };
    let valued = |choice: &&Value| match &choice["value"] {
        Value::String(value) => value == raw,
        value => value.as_f64().is_some() && value.as_f64() == raw.parse().ok(),
    };
    let found = choices
        .iter()
        .find(named)
        .or_else(|| choices.iter().find(valued));
    found.map(|choice| choice["value"].clone()).ok_or_else(|| {
        let offered: Vec<_> = choices
            .iter()
            .filter_map(|choice| choice["name"].as_str())
            .collect();
        format!("must be one of: {}", offered.join(", "))
    })
}

fn text(option: &Value, raw: &str) -> Result<Value, String> {
    let length = raw.chars().count() as u64;
    let least = option["min_length"].as_u64().unwrap_or(1).max(1);
    let most = option["max_length"].as_u64().unwrap_or(TEXT_LIMIT);
    if length < least {
        return Err(format!("must be at least {least} characters long"));
    }
    if length > most {
        return Err(format!("must be at most {most} characters long"));
    }
    Ok(json!(raw))
}

fn in_range<T>(option: &Value, number: T, bound: fn(&Value) -> Option<T>) -> Result<Value, String>
where
    T: PartialOrd + std::fmt::Display + Into<Value>,
{
    if let Some(least) = bound(&option["min_value"]).filter(|least| number < *least) {
        return Err(format!("must be at least {least}"));
    }
    if let Some(most) = bound(&option["max_value"]).filter(|most| number > *most) {
        return Err(format!("must be at most {most}"));
    }
    Ok(number.into())
}

fn user(
    world: &World,
    place: Place<'_>,
    raw: &str,
    resolved: &mut Resolved,
) -> Result<Value, String> {
    let id = world
        .find_user(place.guild, raw)
        .ok_or_else(|| format!("names nobody: {raw}"))?;
    resolve_user(world, place.guild, id, resolved);
    Ok(json!(id.to_string()))
}

/// Resolves a user, and their membership in a guild, which comes with permissions and without `user`, `deaf` and `mute`.
pub(super) fn resolve_user(
    world: &World,
    guild: Option<Snowflake>,
    id: Snowflake,
    resolved: &mut Resolved,
) {
    let Some(user) = world.users.get(&id) else {
        return;
    };
    resolved.put("users", id, wire::user(user));
    if let Some((guild, member)) = guild.and_then(|guild| world.member(guild, id)) {
        let mut body = wire::bare_member(member);
        body["permissions"] = json!(permissions::in_guild(guild, id).to_string());
        resolved.put("members", id, body);
    }
}

fn channel(
    world: &World,
    place: Place<'_>,
    option: &Value,
    raw: &str,
    resolved: &mut Resolved,
) -> Result<Value, String> {
    let guild = place
        .guild(world)
        .ok_or_else(|| "needs a server".to_owned())?;
    let found = world
        .find_channel(guild.id, raw)
        .and_then(|id| guild.channel(id));
    let visible = found.filter(|c| permissions::in_channel(guild, c, place.user.id) != 0);
    let channel = visible.ok_or_else(|| format!("names no channel: {raw}"))?;
    let kinds = items(&option["channel_types"]);
    let mut allowed = kinds.iter().map(Value::as_u64);
    if !kinds.is_empty() && !allowed.any(|kind| kind == Some(channel.kind.into())) {
        let name = &channel.name;
        return Err(format!("cannot be #{name}: the wrong kind of channel"));
    }
    resolve_channel(world, place, channel.id, resolved);
    Ok(json!(channel.id.to_string()))
}

pub(super) fn resolve_channel(
    world: &World,
    place: Place<'_>,
    id: Snowflake,
    resolved: &mut Resolved,
) {
    let Some((channel, Some(guild))) = world.channel(id) else {
        return;
    };
    let mut body = wire::channel(world, channel);
    let granted = permissions::in_channel(guild, channel, place.user.id);
    body["permissions"] = json!(granted.to_string());
    resolved.put("channels", id, body);
}

fn role(
    world: &World,
    place: Place<'_>,
    raw: &str,
    resolved: &mut Resolved,
) -> Result<Value, String> {
    let guild = place
        .guild(world)
        .ok_or_else(|| "needs a server".to_owned())?;
    let role = world
        .find_role(guild.id, raw)
        .and_then(|id| guild.roles.get(&id));
    let role = role.ok_or_else(|| format!("names no role: {raw}"))?;
    resolved.put("roles", role.id, wire::role(role));
    Ok(json!(role.id.to_string()))
}

/// A file of the person, or an empty one of that name.
pub(super) fn attachment(
    world: &World,
    place: Place<'_>,
    raw: &str,
    resolved: &mut Resolved,
) -> Value {
    let content = place.file(raw).into();
    let file = world.new_attachment(place.channel, raw, media_type(raw), content);
    let mut body = wire::attachment(&file);
    body["ephemeral"] = json!(true);
    // A signed address of Discord's own, valid for a day: https://docs.discord.com/developers/reference#signed-attachment-cdn-urls
    let issued = world.clock.now_ms() / 1000;
    let path = format!(
        "ephemeral-attachments/{}/{}/{}?ex={:x}&is={issued:x}&hm=0&",
        place.channel,
        file.id,
        in_path(raw),
        issued + 24 * 3600
    );
    let (files, previews) = if world.options.local_files {
        let here = format!("http://{}", world.address);
        (here.clone(), here)
    } else {
        (CDN.to_owned(), PREVIEWS.to_owned())
    };
    body["url"] = json!(format!("{files}/{path}"));
    body["proxy_url"] = json!(format!("{previews}/{path}"));
    resolved.put("attachments", file.id, body);
    json!(file.id.to_string())
}

/// What Discord would guess from the name.
pub(super) fn media_type(name: &str) -> &'static str {
    match name
        .rsplit('.')
        .next()
        .unwrap_or_default()
        .to_lowercase()
        .as_str()
    {
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "csv" => "text/csv; charset=utf-8",
        "json" => "application/json; charset=utf-8",
        "gif" => "image/gif",
        "webp" => "image/webp",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}
