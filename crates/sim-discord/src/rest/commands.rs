//! Registered application commands.

use axum::http::StatusCode;
use serde_json::{Value, json};

use super::call::{Answer, Call, not_simulated, snowflake};
use super::error::{ApiError, Form, Unknown};
use super::validate;
use crate::json::extend;
use crate::model::Command;
use crate::snowflake::Snowflake;
use crate::world::{World, wire};

pub(super) fn route(
    world: &mut World,
    call: &Call,
    guild: Option<Snowflake>,
    rest: &[&str],
) -> Result<Answer, ApiError> {
    let find = |world: &World, id: &str| {
        let id = snowflake(id, "command_id")?;
        let mut commands = world.commands.iter();
        let index = commands.position(|command| command.guild_id == guild && command.id == id);
        index.ok_or(ApiError::from(Unknown::Command))
    };
    match (call.method.as_str(), rest) {
        ("GET", []) => list(world, guild),
        ("PUT", []) => overwrite(world, call, guild),
        ("POST", []) => create(world, call, guild),
        ("GET", [id]) => {
            let index = find(world, id)?;
            Answer::ok(wire::command(world, &world.commands[index]))
        }
        ("PATCH", [id]) => {
            let index = find(world, id)?;
            let mut body = world.commands[index].body.clone();
            extend(&mut body, call.body.clone());
            Form::check(|form| validate::command(form, &body, ""))?;
            world.commands[index].body = body;
            world.commands[index].version = world.clock.next_id();
            Answer::ok(wire::command(world, &world.commands[index]))
        }
        ("DELETE", [id]) => {
            let index = find(world, id)?;
            world.commands.remove(index);
            Ok(Answer::Empty)
        }
        _ => not_simulated(world, call),
    }
}

fn list(world: &World, guild: Option<Snowflake>) -> Result<Answer, ApiError> {
    let commands = world
        .commands
        .iter()
        .filter(|command| command.guild_id == guild);
    Answer::ok(
        commands
            .map(|command| wire::command(world, command))
            .collect(),
    )
}

/// Replaces the set. A command that keeps its name and type keeps its id.
fn overwrite(world: &mut World, call: &Call, guild: Option<Snowflake>) -> Result<Answer, ApiError> {
    let Some(bodies) = call.body.as_array() else {
        let why = "Only iterables may be used in a ListType";
        return Err(ApiError::invalid("", "LIST_TYPE_CONVERT", why));
    };
    Form::check(|form| validate::commands(form, bodies))?;
    let set: Vec<_> = bodies
        .iter()
        .map(|body| registered(world, body, guild))
        .collect();
    world.commands.retain(|command| command.guild_id != guild);
    world.commands.extend(set);
    list(world, guild)
}

/// Adds a command, or replaces the one of the same name and type.
fn create(world: &mut World, call: &Call, guild: Option<Snowflake>) -> Result<Answer, ApiError> {
    Form::check(|form| validate::command(form, &call.body, ""))?;
    let command = registered(world, &call.body, guild);
    let existing = world.commands.iter().position(|old| old.id == command.id);
    let body = wire::command(world, &command);
    if let Some(index) = existing {
        world.commands[index] = command;
        return Answer::ok(body);
    }
    let same_kind = |old: &&Command| old.guild_id == guild && old.kind() == command.kind();
    let limit = if command.kind() == 1 { 100 } else { 15 };
    if world.commands.iter().filter(same_kind).count() >= limit {
        let why = format!("Maximum number of application commands reached ({limit}).");
        return Err(ApiError::bad_request(30032, &why));
    }
    world.commands.push(command);
    Ok(Answer::Json(StatusCode::CREATED, body))
}

/// A command as Discord stores it: defaults filled in, the id of an equally named one kept, a new version only when
/// something changed.
fn registered(world: &World, body: &Value, guild: Option<Snowflake>) -> Command {
    let mut body = body.clone();
    if let Some(body) = body.as_object_mut() {
        for key in ["id", "application_id", "guild_id", "version"] {
            body.remove(key);
        }
        // Null means the same as leaving it out.
        body.retain(|_, value| !value.is_null());
        for (key, value) in [
            ("type", json!(1)),
            ("description", json!("")),
            ("default_member_permissions", Value::Null),
            ("nsfw", json!(false)),
            ("contexts", Value::Null),
            ("integration_types", json!([0])),
        ] {
            body.entry(key).or_insert(value);
        }
        body.entry("options").or_insert_with(|| json!([]));
    }
    let new = world.clock.next_id();
    let mut command = Command {
        id: new,
        guild_id: guild,
        version: new,
        body,
    };
    let same = world.commands.iter().find(|old| {
        old.guild_id == guild && old.name() == command.name() && old.kind() == command.kind()
    });
    if let Some(old) = same {
        command.id = old.id;
        if old.body == command.body {
            command.version = old.version;
        }
    }
    command
}
