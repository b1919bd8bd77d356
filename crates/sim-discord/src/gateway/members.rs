//! Op 8: requests for members of a guild, answered in chunks.

use std::time::Duration;

use serde_json::{Value, json};

use crate::clock;
use crate::intents;
use crate::json;
use crate::model::Guild;
use crate::snowflake::Snowflake;
use crate::world::{World, wire};

/// Members per chunk.
const CHUNK: usize = 1000;
/// Most members that can be requested by id, or found by a prefix.
const SELECTION_LIMIT: usize = 100;

/// Longest nonce, in bytes.
const NONCE_LIMIT: usize = 32;

/// Which members are requested.
enum Wanted {
    Ids(Vec<Value>),
    /// Names that begin so, and at most this many of them; an empty prefix without a limit means all.
    Prefix(String, usize),
}

impl Wanted {
    fn read(data: &Value) -> Option<Self> {
        let ids = match &data["user_ids"] {
            Value::Null => None,
            Value::Array(ids) => Some(ids.clone()),
            one => Some(vec![one.clone()]),
        };
        if let Some(ids) = ids {
            let is_id = |id: &Value| id.is_string() || id.is_u64();
            let fits = ids.len() <= SELECTION_LIMIT && ids.iter().all(is_id);
            return fits.then_some(Self::Ids(ids));
        }
        let limit = data["limit"].as_u64().unwrap_or(0);
        let prefix = data["query"].as_str()?.to_lowercase();
        Some(Self::Prefix(prefix, usize::try_from(limit).unwrap_or(0)))
    }

    fn is_all(&self) -> bool {
        matches!(self, Self::Prefix(prefix, 0) if prefix.is_empty())
    }
}

/// Answers a request of `session`.
pub(super) fn request(world: &mut World, connection: u64, session: &str, data: &Value) {
    let guild_id = match &data["guild_id"] {
        Value::Array(one) if one.len() == 1 => &one[0],
        other => other,
    };
    let guild_id = json::id(guild_id).unwrap_or(0);
    let Some(asked_ms) = world
        .guilds
        .get(&guild_id)
        .map(|guild| guild.members_asked_ms)
    else {
        return;
    };
    let Some(wanted) = Wanted::read(data) else {
        let reason = "Error while decoding payload.";
        return world.gateway.close(connection, 4002, reason);
    };
    let identified = world.gateway.sessions.get(session);
    let have = identified.map_or(0, |session| session.intents);
    if wanted.is_all() {
        if have & intents::GUILD_MEMBERS == 0 {
            let what = "op 8 for all members without the GUILD_MEMBERS intent";
            return world.unexpected.push(what.to_owned());
        }
        let now = world.clock.now_ms();
        let interval = clock::millis(world.options.member_request_interval);
        let wait = asked_ms.map(|at| at + interval - now);
        if let Some(wait) = wait.filter(|wait| *wait > 0) {
            let seconds = Duration::from_millis(wait.unsigned_abs()).as_secs_f64();
            let meta = json!({"guild_id": guild_id.to_string(), "nonce": data["nonce"]});
            let body = json!({"opcode": 8, "retry_after": seconds, "meta": meta});
            return world.gateway.dispatch_to(session, "RATE_LIMITED", &body);
        }
        if let Some(guild) = world.guilds.get_mut(&guild_id) {
            guild.members_asked_ms = Some(now);
        }
    }
    let with_presences =
        json::boolean(&data["presences"]) == Some(true) && have & intents::GUILD_PRESENCES != 0;
    let Some(guild) = world.guilds.get(&guild_id) else {
        return;
    };
    // Discord answers without a nonce that is too long.
    let nonce = data["nonce"].as_str().filter(|it| it.len() <= NONCE_LIMIT);
    let mut bodies = chunks(world, guild, wanted, with_presences);
    for body in &mut bodies {
        if let Some(nonce) = nonce {
            body["nonce"] = json!(nonce);
        }
        world
            .gateway
            .dispatch_to(session, "GUILD_MEMBERS_CHUNK", body);
    }
}

fn chunks(world: &World, guild: &Guild, wanted: Wanted, with_presences: bool) -> Vec<Value> {
    let (found, missing) = find(world, guild, wanted);
    let parts: Vec<&[Snowflake]> = if found.is_empty() {
        vec![&[]]
    } else {
        found.chunks(CHUNK).collect()
    };
    let count = parts.len();
    let body = |(index, ids): (usize, &[Snowflake])| {
        let members = ids.iter().filter_map(|id| guild.members.get_key_value(id));
        let mut body = json!({
            "guild_id": guild.id.to_string(),
            "members": members.map(|(id, m)| wire::member(world, *id, m)).collect::<Value>(),
            "chunk_index": index,
            "chunk_count": count,
            "not_found": missing,
        });
        if with_presences {
            body["presences"] = world.visible(ids).map(wire::presence).collect();
        }
        body
    };
    parts.into_iter().enumerate().map(body).collect()
}

/// Members that are wanted and there, and requested ids of nobody.
fn find(world: &World, guild: &Guild, wanted: Wanted) -> (Vec<Snowflake>, Vec<String>) {
    let (prefix, limit) = match wanted {
        Wanted::Ids(ids) => {
            let member = |id: &Value| json::id(id).filter(|id| guild.members.contains_key(id));
            let missing = ids.iter().filter(|id| member(id).is_none());
            let missing =
                missing.map(|id| id.as_str().map_or_else(|| id.to_string(), str::to_owned));
            return (ids.iter().filter_map(member).collect(), missing.collect());
        }
        Wanted::Prefix(prefix, 0) if prefix.is_empty() => (prefix, usize::MAX),
        Wanted::Prefix(prefix, limit) => (prefix, limit.clamp(1, SELECTION_LIMIT)),
    };
    let fits = |name: &str| name.to_lowercase().starts_with(&prefix);
    let found = guild.members.iter().filter(|(id, member)| {
        prefix.is_empty()
            || member.nick.as_deref().is_some_and(fits)
            || world.users.get(id).is_some_and(|user| fits(&user.username))
    });
    (found.map(|(id, _)| *id).take(limit).collect(), Vec::new())
}
