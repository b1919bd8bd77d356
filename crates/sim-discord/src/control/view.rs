//! What one person sees: servers, channels, members, and the messages that are meant for them.
//!
//! Everything is named by id. What they may not see is left out, so that a page can show all that it is given.

use std::collections::BTreeSet;
use std::sync::Arc;

use axum::Json;
use axum::extract::{Query, State};
use serde::Deserialize;
use serde_json::{Value, json};

use super::answer::{Answer, Problem};
use super::queries;
use crate::client::usable_commands;
use crate::json::extend;
use crate::model::Guild;
use crate::permissions::{self, ATTACH_FILES, READ_MESSAGE_HISTORY};
use crate::snowflake::Snowflake;
use crate::world::{Shared, World, wire};

/// Most messages of one answer.
const MOST: usize = 200;

/// Whose view it is.
#[derive(Debug, Deserialize)]
pub(super) struct As {
    /// A handle or an id.
    #[serde(rename = "as")]
    pub(super) user: String,
}

/// Whose view of which channel.
#[derive(Debug, Deserialize)]
pub(super) struct In {
    #[serde(rename = "as")]
    user: String,
    /// By id.
    channel: Snowflake,
    /// Only messages before this one.
    before: Option<Snowflake>,
    limit: Option<usize>,
}

/// Somebody by handle or id, also where they left the server.
pub(super) fn find(world: &World, name: &str) -> Result<Snowflake, Problem> {
    let found = world.find_user(Some(world.home), name);
    found.ok_or_else(|| Problem::not_found(format!("there is nobody called {name}")))
}

/// `GET /sim/view`: everything but messages.
pub(super) async fn whole(State(shared): State<Arc<Shared>>, Query(query): Query<As>) -> Answer {
    shared.read(|world| Ok(Json(view(world, find(world, &query.user)?))))
}

/// `GET /sim/view/messages`: the latest messages of a channel, oldest first, with those that only this person sees.
pub(super) async fn messages(State(shared): State<Arc<Shared>>, Query(query): Query<In>) -> Answer {
    shared.read(|world| {
        let user = find(world, &query.user)?;
        let granted = world.permissions_in(query.channel, user).unwrap_or(0);
        if granted == 0 {
            return Err(Problem::not_found("they see no such channel"));
        }
        let reads = granted & READ_MESSAGE_HISTORY != 0;
        let before = query.before.unwrap_or(Snowflake::MAX);
        let here = world.messages.range(..before).rev().map(|(_, it)| it);
        let here = here.filter(|it| reads && it.channel_id == query.channel);
        let here = here.filter(|it| it.is_for(user));
        let mut shown: Vec<_> = here
            .take(query.limit.unwrap_or(50).min(MOST))
            .map(|it| queries::message_body(world, it))
            .collect();
        shown.reverse();
        Ok(Json(shown.into()))
    })
}

/// `GET /sim/view/commands`: the slash commands that this person can use in a channel.
pub(super) async fn commands(State(shared): State<Arc<Shared>>, Query(query): Query<In>) -> Answer {
    shared.read(|world| {
        let user = find(world, &query.user)?;
        Ok(Json(usable_commands(world, user, query.channel).into()))
    })
}

/// The channels that a person sees.
pub(super) fn channels(world: &World, user: Snowflake) -> BTreeSet<Snowflake> {
    let guilds = world.guilds.values().filter(|it| is_open(it, user));
    let channels = guilds.flat_map(|guild| {
        let all = guild.channels.values();
        all.filter(move |it| permissions::in_channel(guild, it, user) != 0)
    });
    let own = world.find_dm_channel(user);
    channels.map(|it| it.id).chain(own).collect()
}

/// Whether somebody is in a guild that is available.
fn is_open(guild: &Guild, user: Snowflake) -> bool {
    guild.members.contains_key(&user) && !guild.outage
}

/// Everything that a person sees, but for messages.
pub(super) fn view(world: &World, user: Snowflake) -> Value {
    let guilds = world.guilds.values().filter(|it| is_open(it, user));
    let people = world.users.values().filter(|it| !it.bot);
    let people = people.map(|it| {
        let mut body = wire::user(it);
        let home = world.home_guild();
        body["member"] = json!(home.is_some_and(|home| home.members.contains_key(&it.id)));
        body["owner"] = json!(home.is_some_and(|home| home.owner_id == it.id));
        body
    });
    let version = world.commands.iter().map(|it| it.version).max();
    let gateway = &world.gateway;
    json!({
        "me": wire::user_by_id(world, user),
        // Their own is shown to them also where nobody else sees it.
        "status": world.users.get(&user).map(|it| it.presence.status()),
        "bot": {
            "user": wire::user_by_id(world, world.bot_id),
            "connected": gateway.connected() > 0,
            "refused": gateway.refuse_connections,
        },
        "intents": queries::intents(world),
        "faults": world.faults.iter().map(|it| it.times).sum::<u32>(),
        "clock_offset_ms": world.clock.offset_ms(),
        "commands": {"count": world.commands.len(), "version": version.map(|it| it.to_string())},
        "home": world.home.to_string(),
        "guilds": guilds.map(|it| guild(world, it, user)).collect::<Value>(),
        "dm": world.find_dm_channel(user).map(|it| it.to_string()),
        "people": people.collect::<Value>(),
    })
}

fn guild(world: &World, guild: &Guild, user: Snowflake) -> Value {
    let granted = permissions::in_guild(guild, user);
    let mut channels: Vec<_> = guild.channels.values().collect();
    channels.sort_by_key(|it| (it.position, it.id));
    let channels = channels.into_iter().filter_map(|channel| {
        let granted = permissions::in_channel(guild, channel, user);
        if granted == 0 {
            return None;
        }
        let voice = guild.voice.iter();
        let voice = voice.filter(|(_, state)| state.channel_id == channel.id);
        let voice: Vec<_> = voice.map(|(who, _)| who.to_string()).collect();
        let mut body = wire::channel(world, channel);
        let more = json!({
            "may_send": permissions::may_write(channel, granted),
            "may_attach": granted & ATTACH_FILES != 0,
            "voice": voice,
        });
        extend(&mut body, more);
        Some(body)
    });
    let members = guild.members.iter().map(|(id, member)| {
        let mut body = wire::member(world, *id, member);
        if let Some(user) = world.users.get(id) {
            extend(&mut body, user.presence.wire());
        }
        body
    });
    json!({
        "id": guild.id.to_string(),
        "name": guild.name,
        "owner_id": guild.owner_id.to_string(),
        "permissions": granted.to_string(),
        "channels": channels.collect::<Value>(),
        "roles": guild.roles.values().map(wire::role).collect::<Value>(),
        "members": members.collect::<Value>(),
    })
}
