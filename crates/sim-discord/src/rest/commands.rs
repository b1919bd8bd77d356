//! Application commands: the registered set.

use axum::http::StatusCode;
use serde_json::{Value, json};

use super::error::{ApiError, Form, Unknown};
use super::{Answer, Call, router, snowflake, validate};
use crate::world::{Command, Snowflake, World, wire};

pub(super) fn route(
    world: &mut World,
    call: &Call,
    guild: Option<Snowflake>,
    rest: &[&str],
) -> Result<Answer, ApiError> {
    let find = |world: &World, id: &str| {
        let id = snowflake(id, "command_id")?;
        let mine = |command: &Command| command.guild_id == guild && command.id == id;
        world
            .commands
            .iter()
            .position(mine)
            .ok_or(ApiError::unknown(Unknown::Command))
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
            if let (Some(body), Some(change)) = (body.as_object_mut(), call.body.as_object()) {
                body.extend(change.clone());
            }
            let mut form = Form::default();
            validate::command(&mut form, &body, "");
            form.finish()?;
            world.commands[index].body = body;
            world.commands[index].version = world.clock.next_id();
            Answer::ok(wire::command(world, &world.commands[index]))
        }
        ("DELETE", [id]) => {
            let index = find(world, id)?;
            world.commands.remove(index);
            Ok(Answer::Empty)
        }
        _ => router::not_simulated(world, call),
    }
}

fn list(world: &World, guild: Option<Snowflake>) -> Result<Answer, ApiError> {
    let mine = world
        .commands
        .iter()
        .filter(|command| command.guild_id == guild);
    Answer::ok(mine.map(|command| wire::command(world, command)).collect())
}

/// Replaces the set. A command that keeps its name and type keeps its id.
fn overwrite(world: &mut World, call: &Call, guild: Option<Snowflake>) -> Result<Answer, ApiError> {
    let Some(bodies) = call.body.as_array() else {
        let mut form = Form::default();
        form.add(
            "",
            "LIST_TYPE_CONVERT",
            "Only iterables may be used in a ListType",
        );
        form.finish()?;
        return Answer::ok(Value::Null);
    };
    let mut form = Form::default();
    validate::commands(&mut form, bodies);
    form.finish()?;
    let set: Vec<_> = bodies
        .iter()
        .map(|body| registered(world, body, guild))
        .collect();
    world.commands.retain(|command| command.guild_id != guild);
    world.commands.extend(set);
    list(world, guild)
}

/// Adds one, or replaces the one of the same name and type.
fn create(world: &mut World, call: &Call, guild: Option<Snowflake>) -> Result<Answer, ApiError> {
    let mut form = Form::default();
    validate::command(&mut form, &call.body, "");
    form.finish()?;
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
