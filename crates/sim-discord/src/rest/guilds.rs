//! Guilds, members and their roles.

use serde_json::json;

use super::call::{Answer, Call, not_simulated, snowflake};
use super::error::{ApiError, Unknown};
use super::threads;
use crate::intents;
use crate::json::extend;
use crate::model::Guild;
use crate::permissions;
use crate::snowflake::Snowflake;
use crate::world::{World, wire};

pub(super) fn route(
    world: &mut World,
    call: &Call,
    id: Snowflake,
    rest: &[&str],
) -> Result<Answer, ApiError> {
    let guild = world.guilds.get(&id).ok_or(Unknown::Guild)?;
    if !world.has_bot(id) {
        // As of a server that never was; what is below it is there, and out of reach.
        let is_itself = rest.is_empty();
        return Err(if is_itself {
            Unknown::Guild.into()
        } else {
            ApiError::missing_access()
        });
    }
    let user_id = |user: &str| match user {
        "@me" => Ok(world.bot_id),
        user => snowflake(user, "user_id"),
    };
    match (call.method.as_str(), rest) {
        ("GET", []) => {
            let mut body = wire::guild(guild);
            if call.flag("with_counts")? {
                extend(&mut body, wire::counts(world, guild));
            }
            Answer::ok(body)
        }
        ("GET", ["soundboard-sounds"]) => Answer::ok(json!({"items": []})),
        ("GET", ["roles"]) => Answer::ok(guild.roles.values().map(wire::role).collect()),
        ("GET", ["channels"]) => Answer::ok(
            guild
                .channels
                .values()
                .filter(|c| !wire::is_hidden(world, c))
                .map(|c| wire::channel(world, c))
                .collect(),
        ),
        ("GET", ["threads", "active"]) => threads::active(world, id),
        ("GET", ["members"]) => members(world, call, guild),
        ("GET", ["members", user]) => {
            let user = user_id(user)?;
            let member = guild.members.get(&user).ok_or(Unknown::Member)?;
            Answer::ok(wire::member(world, user, member))
        }
        ("GET", ["voice-states", user]) => {
            let user = user_id(user)?;
            if !guild.voice.contains_key(&user) {
                return Err(Unknown::VoiceState.into());
            }
            Answer::ok(wire::member_voice_state(world, id, user))
        }
        ("PUT" | "DELETE", ["members", user, "roles", role]) => {
            let (user, role) = (snowflake(user, "user_id")?, snowflake(role, "role_id")?);
            let assign = call.method == "PUT";
            change_role(world, id, user, role, assign)
        }
        _ => not_simulated(world, call),
    }
}

/// `GET /users/@me/guilds`.
pub(super) fn list(world: &World, call: &Call) -> Result<Answer, ApiError> {
    let (limit, with_counts) = (call.limit(200, 200)?, call.flag("with_counts")?);
    let (before, after) = (call.id("before")?, call.id("after")?.unwrap_or(0));
    let joined = world
        .guilds
        .range(after.saturating_add(1)..)
        .filter(|(id, guild)| {
            guild.members.contains_key(&world.bot_id) && before.is_none_or(|before| **id < before)
        });
    let list = joined.take(limit).map(|(_, guild)| {
        let granted = permissions::in_guild(guild, world.bot_id).to_string();
        let mut body = json!({
            "id": guild.id.to_string(), "name": guild.name, "icon": null, "banner": null,
            "owner": false, "permissions": granted, "features": [],
        });
        if with_counts {
            extend(&mut body, wire::counts(world, guild));
        }
        body
    });
    Answer::ok(list.collect())
}

fn members(world: &World, call: &Call, guild: &Guild) -> Result<Answer, ApiError> {
    if world.options.privileged_intents & intents::GUILD_MEMBERS == 0 {
        return Err(ApiError::missing_access());
    }
    let limit = call.limit(1, 1000)?;
    let after = call.id("after")?.unwrap_or(0);
    let page = guild.members.range(after.saturating_add(1)..).take(limit);
    Answer::ok(
        page.map(|(id, member)| wire::member(world, *id, member))
            .collect(),
    )
}

/// Assigns or removes a role. Repeating it succeeds without an event.
fn change_role(
    world: &mut World,
    guild_id: Snowflake,
    user: Snowflake,
    role: Snowflake,
    assign: bool,
) -> Result<Answer, ApiError> {
    let (guild, member) = world.member(guild_id, user).ok_or(Unknown::Member)?;
    if !guild.roles.contains_key(&role) {
        return Err(Unknown::Role.into());
    }
    if !permissions::may_assign(guild, world.bot_id, role) {
        return Err(ApiError::missing_permissions());
    }
    let mut roles = member.roles.clone();
    roles.retain(|r| *r != role);
    if assign {
        roles.push(role);
    }
    world.set_member_roles(guild_id, user, roles);
    Ok(Answer::Empty)
}
