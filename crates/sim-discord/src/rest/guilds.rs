//! Guilds, members and their roles.

use serde_json::{Value, json};

use super::error::{ApiError, Form, Unknown};
use super::{Answer, Call, router, snowflake};
use crate::gateway::intents;
use crate::permissions;
use crate::world::{Guild, Snowflake, World, wire};

pub(super) fn route(
    world: &mut World,
    call: &Call,
    id: Snowflake,
    rest: &[&str],
) -> Result<Answer, ApiError> {
    let guild = world
        .guilds
        .get(&id)
        .ok_or(ApiError::unknown(Unknown::Guild))?;
    if !guild.members.contains_key(&world.bot_id) {
        return Err(ApiError::missing_access());
    }
    match (call.method.as_str(), rest) {
        ("GET", []) => Answer::ok(wire::guild(guild)),
        ("GET", ["roles"]) => Answer::ok(guild.roles.values().map(wire::role).collect()),
        ("GET", ["channels"]) => Answer::ok(
            guild
                .channels
                .values()
                .map(|c| wire::channel(world, c))
                .collect(),
        ),
        ("GET", ["members"]) => members(world, call, guild),
        ("GET", ["members", user]) => {
            let user = match *user {
                "@me" => world.bot_id,
                user => snowflake(user, "user_id")?,
            };
            let member = guild
                .members
                .get(&user)
                .ok_or(ApiError::unknown(Unknown::Member))?;
            Answer::ok(wire::member(world, user, member))
        }
        ("GET", ["voice-states", user]) => {
            let user = match *user {
                "@me" => world.bot_id,
                user => snowflake(user, "user_id")?,
            };
            if !guild.voice.contains_key(&user) {
                return Err(ApiError::unknown(Unknown::VoiceState));
            }
            Answer::ok(wire::member_voice_state(world, guild, user))
        }
        ("PUT" | "DELETE", ["members", user, "roles", role]) => {
            let (user, role) = (snowflake(user, "user_id")?, snowflake(role, "role_id")?);
            let give = call.method == "PUT";
            change_role(world, id, user, role, give)
        }
        _ => router::not_simulated(world, call),
    }
}

/// `GET /users/@me/guilds`.
pub(super) fn mine(world: &World) -> Result<Answer, ApiError> {
    let mine = world
        .guilds
        .values()
        .filter(|guild| guild.members.contains_key(&world.bot_id));
    let list: Vec<_> = mine
        .map(|guild| {
            let granted = permissions::in_guild(guild, world.bot_id).to_string();
            json!({
                "id": guild.id.to_string(), "name": guild.name, "icon": null, "banner": null,
                "owner": false, "permissions": granted, "features": [],
            })
        })
        .collect();
    Answer::ok(list.into())
}

fn members(world: &World, call: &Call, guild: &Guild) -> Result<Answer, ApiError> {
    if world.options.privileged_intents & intents::GUILD_MEMBERS == 0 {
        return Err(ApiError::missing_access());
    }
    let limit = if call.query.contains_key("limit") {
        call.number("limit")
    } else {
        Some(1)
    };
    let Some(limit) = limit.filter(|limit| (1..=1000).contains(limit)) else {
        let mut form = Form::default();
        let why = "int value should be between 1 and 1000.";
        form.add("limit", "NUMBER_TYPE_RANGE", why);
        form.finish()?;
        return Answer::ok(Value::Null);
    };
    let after = call.number("after").unwrap_or(0);
    let page = guild.members.range(after.saturating_add(1)..);
    let page = page.take(usize::try_from(limit).unwrap_or(1000));
    Answer::ok(
        page.map(|(id, member)| wire::member(world, *id, member))
            .collect(),
    )
}

/// Gives or takes a role. Repeating it succeeds and tells nobody.
fn change_role(
    world: &mut World,
    guild_id: Snowflake,
    user: Snowflake,
    role: Snowflake,
    give: bool,
) -> Result<Answer, ApiError> {
    let guild = world
        .guilds
        .get(&guild_id)
        .ok_or(ApiError::unknown(Unknown::Guild))?;
    let member = guild
        .members
        .get(&user)
        .ok_or(ApiError::unknown(Unknown::Member))?;
    if !guild.roles.contains_key(&role) {
        return Err(ApiError::unknown(Unknown::Role));
    }
    if !permissions::may_assign(guild, world.bot_id, role) {
        return Err(ApiError::missing_permissions());
    }
    let mut roles = member.roles.clone();
    roles.retain(|r| *r != role);
    if give {
        roles.push(role);
    }
    world.member_roles_become(guild_id, user, roles);
    Ok(Answer::Empty)
}
