//! What each opcode does.

use serde_json::{Value, json};

use super::{Frame, Outgoing, SESSION_LIFETIME_MS, Session, intents, payloads};
use crate::world::{Snowflake, World, wire};

/// Discord refuses larger payloads from clients.
const PAYLOAD_LIMIT: usize = 4096;
/// Members per chunk.
const CHUNK: usize = 1000;

/// Handles one frame of a connection.
pub(super) fn received(world: &mut World, connection: u64, text: &str) {
    let frame: Option<Value> = (text.len() <= PAYLOAD_LIMIT)
        .then(|| serde_json::from_str(text).ok())
        .flatten();
    let op = frame.as_ref().and_then(|frame| frame["op"].as_u64());
    let (Some(mut frame), Some(op)) = (frame, op) else {
        return close(world, connection, 4002, "Error while decoding payload.");
    };
    let now = world.clock.now_ms();
    if world.gateway.floods(connection, now) {
        return close(
            world,
            connection,
            4008,
            "You are sending payloads too quickly.",
        );
    }
    let data = frame["d"].take();
    world.gateway.record(Frame {
        connection,
        op,
        data: data.clone(),
    });
    let session = session_of(world, connection);
    match (op, session) {
        (1, _) => {
            if !world.gateway.withhold_acks {
                send(
                    world,
                    connection,
                    &json!({"op": 11, "d": null, "s": null, "t": null}),
                );
            }
        }
        (2, None) => identify(world, connection, &data),
        (6, None) => resume(world, connection, &data),
        (2 | 6, Some(_)) => close(world, connection, 4005, "Already authenticated."),
        (3 | 4 | 8, None) => close(world, connection, 4003, "Not authenticated."),
        // Presence and voice state of the bot: recorded above, without effect on anything a bot can see.
        (3 | 4, Some(_)) => {}
        (8, Some(id)) => request_members(world, connection, &id, &data),
        _ => close(world, connection, 4001, "Unknown opcode."),
    }
}

/// Forgets a connection. Its session waits for a resume, unless the client ended it with 1000 or 1001.
pub(super) fn disconnected(world: &mut World, connection: u64, code: Option<u16>) {
    world.gateway.connections.remove(&connection);
    world.gateway.sent.remove(&connection);
    let Some(id) = session_of(world, connection) else {
        return;
    };
    if matches!(code, Some(1000 | 1001)) {
        world.gateway.sessions.remove(&id);
        return;
    }
    let now = world.clock.now_ms();
    if let Some(session) = world.gateway.sessions.get_mut(&id) {
        session.connection = None;
        session.disconnected_ms = Some(now);
    }
}

fn identify(world: &mut World, connection: u64, data: &Value) {
    if !token_fits(world, data) {
        return close(world, connection, 4004, "Authentication failed.");
    }
    let Some(wanted) = data["intents"]
        .as_u64()
        .filter(|wanted| wanted & !intents::KNOWN == 0)
    else {
        return close(world, connection, 4013, "Invalid intent(s).");
    };
    if wanted & intents::PRIVILEGED & !world.options.privileged_intents != 0 {
        return close(world, connection, 4014, "Disallowed intent(s).");
    }
    let shard = data["shard"][0].as_u64().unwrap_or(0);
    let shards = data["shard"][1].as_u64().unwrap_or(1);
    if shards == 0 || shard >= shards {
        return close(world, connection, 4010, "Invalid shard.");
    }
    if !data["properties"].is_object() {
        return close(world, connection, 4002, "Error while decoding payload.");
    }
    world.gateway.identifies += 1;
    let id = format!("{:032x}", world.clock.next_id());
    let large_threshold = data["large_threshold"]
        .as_u64()
        .unwrap_or(50)
        .clamp(50, 250);
    let session = Session {
        shard,
        shards,
        intents: wanted,
        large_threshold,
        sequence: 0,
        log: Vec::new(),
        connection: Some(connection),
        disconnected_ms: None,
    };
    let bot = world.bot_id;
    let here = world
        .guilds
        .values()
        .filter(|guild| (guild.id >> 22) % shards == shard && guild.members.contains_key(&bot));
    let guilds: Vec<_> = here.map(|guild| guild.id).collect();
    world.gateway.sessions.insert(id.clone(), session);
    let ready = payloads::ready(world, &id, &guilds);
    tell(world, &id, "READY", &ready);
    if wanted & intents::GUILDS != 0 {
        for guild in guilds {
            let body = payloads::guild_create(world, guild, wanted, large_threshold);
            tell(world, &id, "GUILD_CREATE", &body);
        }
    }
}

fn resume(world: &mut World, connection: u64, data: &Value) {
    if !token_fits(world, data) {
        return close(world, connection, 4004, "Authentication failed.");
    }
    let id = data["session_id"].as_str().unwrap_or_default().to_owned();
    let Some(seen) = data["seq"].as_u64() else {
        return close(world, connection, 4002, "Error while decoding payload.");
    };
    let now = world.clock.now_ms();
    let known = world.gateway.sessions.get_mut(&id).filter(|session| {
        session
            .disconnected_ms
            .is_none_or(|at| now - at <= SESSION_LIFETIME_MS)
            && session
                .log
                .first()
                .is_none_or(|(first, _)| *first <= seen + 1)
    });
    let Some(session) = known else {
        world.gateway.sessions.remove(&id);
        return send(
            world,
            connection,
            &json!({"op": 9, "d": false, "s": null, "t": null}),
        );
    };
    if seen > session.sequence {
        return close(world, connection, 4007, "Invalid seq.");
    }
    let stale = session.connection.replace(connection);
    session.disconnected_ms = None;
    let missed: Vec<_> = session
        .log
        .iter()
        .filter(|(s, _)| *s > seen)
        .map(|(_, text)| text.clone())
        .collect();
    world.gateway.resumes += 1;
    if let Some(stale) = stale {
        // Two sockets cannot share a session; Discord ends the older one.
        close(world, stale, 4000, "Session resumed elsewhere.");
    }
    for text in missed {
        world.gateway.send(connection, Outgoing::Text(text));
    }
    tell(world, &id, "RESUMED", &json!({"_trace": []}));
}

fn request_members(world: &mut World, connection: u64, session: &str, data: &Value) {
    let guild_id = match &data["guild_id"] {
        Value::Array(one) if one.len() == 1 => &one[0],
        other => other,
    };
    let guild_id: Snowflake = guild_id
        .as_str()
        .and_then(|id| id.parse().ok())
        .unwrap_or(0);
    let now = world.clock.now_ms();
    let have = world
        .gateway
        .sessions
        .get(session)
        .map_or(0, |session| session.intents);
    let pause = i64::try_from(world.options.member_request_interval.as_millis()).unwrap_or(30_000);
    let Some(guild) = world.guilds.get_mut(&guild_id) else {
        return;
    };
    let query = data["query"].as_str().map(str::to_lowercase);
    let wanted: Option<Vec<String>> = match &data["user_ids"] {
        Value::String(one) => Some(vec![one.clone()]),
        Value::Array(ids) => Some(
            ids.iter()
                .filter_map(|id| id.as_str())
                .map(str::to_owned)
                .collect(),
        ),
        _ => None,
    };
    let limit = data["limit"]
        .as_u64()
        .map_or(0, |limit| usize::try_from(limit).unwrap_or(0));
    let all = wanted.is_none() && query.as_deref() == Some("") && limit == 0;
    if wanted.is_none() && query.is_none() || wanted.as_ref().is_some_and(|ids| ids.len() > 100) {
        return close(world, connection, 4002, "Error while decoding payload.");
    }
    if all && have & intents::GUILD_MEMBERS == 0 {
        world
            .unexpected
            .push("op 8 for all members without the GUILD_MEMBERS intent".to_owned());
        return;
    }
    if all {
        if let Some(wait) = guild
            .members_asked_ms
            .map(|at| at + pause - now)
            .filter(|w| *w > 0)
        {
            let seconds = std::time::Duration::from_millis(wait.unsigned_abs()).as_secs_f64();
            let meta = json!({"guild_id": guild_id.to_string(), "nonce": data["nonce"]});
            let body = json!({"opcode": 8, "retry_after": seconds, "meta": meta});
            return tell(world, session, "RATE_LIMITED", &body);
        }
        guild.members_asked_ms = Some(now);
    }
    let with_presences = data["presences"] == true && have & intents::GUILD_PRESENCES != 0;
    for body in chunks(
        world,
        guild_id,
        query,
        wanted,
        limit,
        with_presences,
        &data["nonce"],
    ) {
        tell(world, session, "GUILD_MEMBERS_CHUNK", &body);
    }
}

fn chunks(
    world: &World,
    guild_id: Snowflake,
    query: Option<String>,
    wanted: Option<Vec<String>>,
    limit: usize,
    with_presences: bool,
    nonce: &Value,
) -> Vec<Value> {
    let Some(guild) = world.guilds.get(&guild_id) else {
        return Vec::new();
    };
    let mut missing = Vec::new();
    let found: Vec<Snowflake> = if let Some(ids) = wanted {
        let (there, gone): (Vec<_>, Vec<_>) = ids.into_iter().partition(|id| {
            id.parse()
                .is_ok_and(|id: Snowflake| guild.members.contains_key(&id))
        });
        missing = gone;
        there.iter().filter_map(|id| id.parse().ok()).collect()
    } else {
        let query = query.unwrap_or_default();
        let starts = |name: &str| name.to_lowercase().starts_with(&query);
        let fits = |id: &Snowflake| {
            let nick = guild
                .members
                .get(id)
                .and_then(|member| member.nick.as_deref());
            let user = world.users.get(id);
            query.is_empty()
                || nick.is_some_and(starts)
                || user.is_some_and(|u| starts(&u.username))
        };
        // A prefix never finds more than 100.
        let most = if query.is_empty() && limit == 0 {
            usize::MAX
        } else {
            limit.clamp(1, 100)
        };
        guild
            .members
            .keys()
            .copied()
            .filter(fits)
            .take(most)
            .collect()
    };
    let parts: Vec<&[Snowflake]> = if found.is_empty() {
        vec![&[]]
    } else {
        found.chunks(CHUNK).collect()
    };
    let count = parts.len();
    parts
        .into_iter()
        .enumerate()
        .map(|(index, ids)| {
            let members = ids.iter().filter_map(|id| guild.members.get_key_value(id));
            let members: Vec<_> = members.map(|(id, m)| wire::member(world, *id, m)).collect();
            let mut body = json!({
                "guild_id": guild_id.to_string(),
                "members": members,
                "chunk_index": index,
                "chunk_count": count,
                "not_found": missing,
            });
            if !nonce.is_null() {
                body["nonce"] = nonce.clone();
            }
            if with_presences {
                let shown = ids
                    .iter()
                    .filter_map(|id| guild.presences.get_key_value(id));
                let shown = shown.map(|(id, presence)| wire::presence(*id, Some(presence)));
                body["presences"] = shown.collect::<Vec<_>>().into();
            }
            body
        })
        .collect()
}

fn token_fits(world: &World, data: &Value) -> bool {
    let token = data["token"].as_str().unwrap_or_default();
    token.trim_start_matches("Bot ") == world.options.bot_token
}

fn session_of(world: &World, connection: u64) -> Option<String> {
    let sessions = world.gateway.sessions.iter();
    let mut mine = sessions.filter(|(_, session)| session.connection == Some(connection));
    mine.next().map(|(id, _)| id.clone())
}

impl World {
    /// Tells every session of the guild's shard the whole guild.
    pub(crate) fn greet(&mut self, guild: Snowflake) {
        let sessions = self.gateway.sessions.iter();
        let hearing = sessions.filter(|(_, session)| {
            session.hears(Some(guild)) && session.intents & intents::GUILDS != 0
        });
        let hearing: Vec<_> = hearing
            .map(|(id, session)| (id.clone(), session.intents, session.large_threshold))
            .collect();
        for (id, have, large) in hearing {
            let body = payloads::guild_create(self, guild, have, large);
            tell(self, &id, "GUILD_CREATE", &body);
        }
    }
}

/// Dispatches to one session only.
fn tell(world: &mut World, id: &str, event: &str, body: &Value) {
    let Some(session) = world.gateway.sessions.get_mut(id) else {
        return;
    };
    session.sequence += 1;
    let s = session.sequence;
    let text = json!({"op": 0, "s": s, "t": event, "d": body}).to_string();
    session.log.push((s, text.clone()));
    if let Some(connection) = session.connection {
        world.gateway.send(connection, Outgoing::Text(text));
    }
}

fn send(world: &World, connection: u64, frame: &Value) {
    world
        .gateway
        .send(connection, Outgoing::Text(frame.to_string()));
}

fn close(world: &World, connection: u64, code: u16, reason: &'static str) {
    world
        .gateway
        .send(connection, Outgoing::Close(code, reason));
}
