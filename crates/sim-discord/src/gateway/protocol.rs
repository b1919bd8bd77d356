//! Handling what clients send, by opcode.

use serde_json::{Value, json};

use super::members;
use crate::intents;
use crate::json::{self, items, text};
use crate::world::World;
use crate::world::payloads;
use crate::world::sessions::{Frame, Outgoing, Session, control_frame};

/// Discord refuses larger payloads from clients.
const PAYLOAD_LIMIT: usize = 4096;

/// Handles one frame of a connection.
pub(super) fn received(world: &mut World, connection: u64, text: &str) {
    let frame: Option<Value> = (text.len() <= PAYLOAD_LIMIT)
        .then(|| serde_json::from_str(text).ok())
        .flatten();
    let op = frame.as_ref().and_then(|frame| frame["op"].as_u64());
    let now = world.clock.now_ms();
    let gateway = &mut world.gateway;
    let (Some(mut frame), Some(op)) = (frame, op) else {
        return gateway.close(connection, 4002, "Error while decoding payload.");
    };
    if gateway.exceeds_rate(connection, now) {
        return gateway.close(connection, 4008, "You are sending payloads too quickly.");
    }
    let data = frame["d"].take();
    gateway.record(Frame {
        connection,
        op,
        data: data.clone(),
    });
    match (op, gateway.session_of(connection)) {
        (1, _) if gateway.withhold_acks => {}
        (1, _) => gateway.send(connection, control_frame(11, ())),
        (2, None) => identify(world, connection, &data),
        (6, None) => resume(world, connection, &data),
        (2 | 6, Some(_)) => gateway.close(connection, 4005, "Already authenticated."),
        (3 | 4 | 8 | 31, None) => gateway.close(connection, 4003, "Not authenticated."),
        // Presence and voice state of the bot: recorded above, without effect on anything a bot can see.
        (3 | 4, Some(_)) => {}
        (8, Some(id)) => members::request(world, connection, &id, &data),
        (31, Some(id)) => soundboards(world, &id, &data),
        _ => gateway.close(connection, 4001, "Unknown opcode."),
    }
}

/// Removes a connection. Its session waits for a resume, unless the client ended it with 1000 or 1001.
pub(super) fn disconnected(world: &mut World, connection: u64, code: Option<u16>) {
    let gateway = &mut world.gateway;
    gateway.connections.remove(&connection);
    gateway.sent.remove(&connection);
    let Some(id) = gateway.session_of(connection) else {
        return;
    };
    if matches!(code, Some(1000 | 1001)) {
        gateway.sessions.remove(&id);
    } else if let Some(session) = gateway.sessions.get_mut(&id) {
        session.connection = None;
        session.disconnected_ms = Some(world.clock.now_ms());
    }
}

fn identify(world: &mut World, connection: u64, data: &Value) {
    let session = match new_session(world, connection, data) {
        Ok(session) => session,
        Err((code, reason)) => return world.gateway.close(connection, code, reason),
    };
    world.gateway.identifies += 1;
    if json::boolean(&data["compress"]) == Some(true) {
        world.gateway.send(connection, Outgoing::CompressPayloads);
    }
    let id = format!("{:032x}", world.clock.next_id());
    let (have, large_threshold) = (session.intents, session.large_threshold);
    let joined = world.guilds.values().filter(|guild| {
        session.covers(Some(guild.id)) && guild.members.contains_key(&world.bot_id)
    });
    let guilds: Vec<_> = joined.map(|guild| guild.id).collect();
    world.gateway.sessions.insert(id.clone(), session);
    let ready = payloads::ready(world, &id, &guilds);
    world.gateway.dispatch_to(&id, "READY", &ready);
    if have & intents::GUILDS == 0 {
        return;
    }
    for guild in guilds {
        let body = payloads::guild_create(world, guild, have, large_threshold);
        world.gateway.dispatch_to(&id, "GUILD_CREATE", &body);
    }
}

/// The session that an IDENTIFY asks for, or the code and reason with which Discord closes the connection.
fn new_session(
    world: &World,
    connection: u64,
    data: &Value,
) -> Result<Session, (u16, &'static str)> {
    if !has_token(world, data) {
        return Err((4004, "Authentication failed."));
    }
    let wanted = data["intents"].as_u64();
    let Some(intents) = wanted.filter(|wanted| wanted & !intents::KNOWN == 0) else {
        return Err((4013, "Invalid intent(s)."));
    };
    let granted = world.options.privileged_intents & !world.gateway.refused_intents;
    if intents & intents::PRIVILEGED & !granted != 0 {
        return Err((4014, "Disallowed intent(s)."));
    }
    let shard = data["shard"][0].as_u64().unwrap_or(0);
    let shards = data["shard"][1].as_u64().unwrap_or(1);
    if shards == 0 || shard >= shards {
        return Err((4010, "Invalid shard."));
    }
    if !data["properties"].is_object() {
        return Err((4002, "Error while decoding payload."));
    }
    let large_threshold = data["large_threshold"].as_u64().unwrap_or(50);
    Ok(Session {
        shard,
        shards,
        intents,
        large_threshold: large_threshold.clamp(50, 250),
        sequence: 0,
        log: Vec::new(),
        connection: Some(connection),
        disconnected_ms: None,
    })
}

fn resume(world: &mut World, connection: u64, data: &Value) {
    let authenticated = has_token(world, data);
    let now = world.clock.now_ms();
    let gateway = &mut world.gateway;
    if !authenticated {
        return gateway.close(connection, 4004, "Authentication failed.");
    }
    let id = text(&data["session_id"]);
    let Some(received) = data["seq"].as_u64() else {
        return gateway.close(connection, 4002, "Error while decoding payload.");
    };
    let known = gateway.sessions.get_mut(id).filter(|session| {
        let oldest = session.log.first();
        !session.is_expired(now) && oldest.is_none_or(|(oldest, _)| *oldest <= received + 1)
    });
    let Some(session) = known else {
        gateway.sessions.remove(id);
        return gateway.send(connection, control_frame(9, false));
    };
    if received > session.sequence {
        return gateway.close(connection, 4007, "Invalid seq.");
    }
    let stale = session.connection.replace(connection);
    session.disconnected_ms = None;
    let missed = session.log.iter().filter(|(s, _)| *s > received);
    let missed: Vec<_> = missed.map(|(_, text)| text.clone()).collect();
    gateway.resumes += 1;
    if let Some(stale) = stale {
        // Two sockets cannot share a session; Discord ends the older one.
        gateway.close(stale, 4000, "Session resumed elsewhere.");
    }
    for text in missed {
        gateway.send(connection, Outgoing::Text(text));
    }
    gateway.dispatch_to(id, "RESUMED", &json!({"_trace": []}));
}

/// Answers which sounds each guild has of its own: none.
fn soundboards(world: &mut World, session: &str, data: &Value) {
    for guild in items(&data["guild_ids"]).iter().filter_map(json::id) {
        if world.guilds.contains_key(&guild) {
            let body = json!({"guild_id": guild.to_string(), "soundboard_sounds": []});
            world
                .gateway
                .dispatch_to(session, "SOUNDBOARD_SOUNDS", &body);
        }
    }
}

fn has_token(world: &World, data: &Value) -> bool {
    text(&data["token"]).trim_start_matches("Bot ") == world.options.bot_token
}
