//! The first dispatches of a session: `READY` and `GUILD_CREATE`.

use serde_json::{Value, json};

use super::{World, threads, wire};
use crate::clock::rfc3339;
use crate::intents;
use crate::json::extend;
use crate::model::Guild;
use crate::snowflake::Snowflake;

/// The answer to an IDENTIFY, with the guilds that follow as `GUILD_CREATE`.
pub(crate) fn ready(world: &World, session: &str, guilds: &[Snowflake]) -> Value {
    let identified = world.gateway.sessions.get(session);
    let shard = identified.map_or([0, 1], |session| [session.shard, session.shards]);
    let guilds: Vec<_> = guilds
        .iter()
        .map(|id| json!({"id": id.to_string(), "unavailable": true}))
        .collect();
    json!({
        "v": 10,
        "user": wire::current_user(world),
        "guilds": guilds,
        "session_id": session,
        // Resumes go here and not to the proxy the client was configured with.
        "resume_gateway_url": format!("ws://{}", world.address),
        "session_type": "normal",
        "shard": shard,
        "application": {"id": world.options.application_id.to_string(), "flags": wire::application_flags(world)},
        "private_channels": [],
        "user_settings": {},
        "relationships": [],
        "presences": [],
        "_trace": [],
    })
}

/// A whole guild, as far as the intents let the session see it.
pub(crate) fn guild_create(world: &World, id: Snowflake, have: u64, threshold: u64) -> Value {
    let Some(guild) = world.guilds.get(&id).filter(|guild| !guild.outage) else {
        return json!({"id": id.to_string(), "unavailable": true});
    };
    let count = guild.members.len();
    let large = count as u64 > threshold;
    let members: Vec<_> = guild
        .members
        .iter()
        .filter(|(user, _)| is_listed(world, guild, **user, have, large))
        .map(|(user, member)| wire::member(world, *user, member))
        .collect();
    let presences: Vec<_> = if have & intents::GUILD_PRESENCES == 0 {
        Vec::new()
    } else {
        // Of whoever is offline, or looks so, Discord says nothing.
        let present = world.visible(guild.members.keys());
        present.map(wire::presence).collect()
    };
    let voice_states: Vec<_> = if have & intents::GUILD_VOICE_STATES == 0 {
        Vec::new()
    } else {
        guild
            .voice
            .iter()
            .map(|(user, state)| wire::voice_state(*user, Some(state)))
            .collect()
    };
    let mut body = wire::guild(guild);
    let more = json!({
        "channels": guild.channels.values().map(|c| wire::announced_channel(world, c)).collect::<Vec<_>>(),
        "members": members,
        "presences": presences,
        "voice_states": voice_states,
        "threads": threads::active(world, guild, None),
        "stage_instances": [],
        "guild_scheduled_events": [],
        "soundboard_sounds": [],
        "joined_at": rfc3339(guild.joined_ms),
        "large": large,
        "unavailable": false,
        "member_count": count,
    });
    extend(&mut body, more);
    body
}

/// Without the presence intent a guild lists only the bot and members in voice channels; a large one also leaves out
/// members who are offline and have neither role nor nickname.
fn is_listed(world: &World, guild: &Guild, user: Snowflake, have: u64, large: bool) -> bool {
    if user == world.bot_id || guild.voice.contains_key(&user) {
        return true;
    }
    if have & intents::GUILD_PRESENCES == 0 {
        return false;
    }
    let member = guild.members.get(&user);
    !large
        || world.visible(Some(&user)).next().is_some()
        || member.is_some_and(|member| member.nick.is_some() || !member.roles.is_empty())
}
