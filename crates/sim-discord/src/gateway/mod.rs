//! The gateway: sessions that outlive their connections, and what is sent over them.
//!
//! `connection` moves frames between a socket and the world, `protocol` decides what each of them means, `payloads` builds
//! what greets a new session, `handle` lets tests break things.

mod connection;
mod handle;
mod payloads;
mod protocol;

use std::collections::BTreeMap;
use std::time::Duration;

use serde_json::{Value, json};
use tokio::sync::mpsc::UnboundedSender;

pub(crate) use connection::upgrade;
pub use handle::{GatewayHandle, Hangup};

use crate::world::{Snowflake, World};

/// Gateway intents by name.
pub mod intents {
    /// Guilds, roles and channels.
    pub const GUILDS: u64 = 1;
    /// Privileged: members come, go and change.
    pub const GUILD_MEMBERS: u64 = 1 << 1;
    /// Voice channels.
    pub const GUILD_VOICE_STATES: u64 = 1 << 7;
    /// Privileged: what people do.
    pub const GUILD_PRESENCES: u64 = 1 << 8;
    /// Messages in guilds.
    pub const GUILD_MESSAGES: u64 = 1 << 9;
    /// Messages to the bot.
    pub const DIRECT_MESSAGES: u64 = 1 << 12;
    /// Privileged: what is written in messages of others.
    pub const MESSAGE_CONTENT: u64 = 1 << 15;

    /// The intents that the developer portal must allow.
    pub const PRIVILEGED: u64 = GUILD_MEMBERS | GUILD_PRESENCES | MESSAGE_CONTENT;
    /// Every bit that means something: 0 to 16, 20, 21, 24, 25.
    pub const KNOWN: u64 = ((1 << 17) - 1) | (0b11 << 20) | (0b11 << 24);
}

/// A frame that a client sent.
#[derive(Clone, Debug)]
pub struct Frame {
    /// Number of the connection, from 1.
    pub connection: u64,
    /// The opcode.
    pub op: u64,
    /// Its data.
    pub data: Value,
}

/// What a connection is told to do.
#[derive(Clone, Debug)]
pub(crate) enum Outgoing {
    Text(String),
    Close(u16, &'static str),
    /// The socket ends without a close frame, as when a cable is cut.
    Drop,
}

/// An identified client, connected or expected back.
pub(crate) struct Session {
    pub(crate) shard: u64,
    pub(crate) shards: u64,
    pub(crate) intents: u64,
    /// Guilds with more members than this come without those who are offline.
    pub(crate) large_threshold: u64,
    pub(crate) sequence: u64,
    /// Every dispatch by sequence number: what a resume replays.
    pub(crate) log: Vec<(u64, String)>,
    pub(crate) connection: Option<u64>,
    pub(crate) disconnected_ms: Option<i64>,
}

impl Session {
    fn hears(&self, guild: Option<Snowflake>) -> bool {
        self.shard == guild.map_or(0, |guild| (guild >> 22) % self.shards)
    }
}

/// All gateway state.
pub(crate) struct GatewayState {
    pub(crate) sessions: BTreeMap<String, Session>,
    pub(crate) connections: BTreeMap<u64, UnboundedSender<Outgoing>>,
    /// Frames that a connection sent in its current minute: since when, and how many.
    pub(crate) sent: BTreeMap<u64, (i64, u32)>,
    /// Connections ever accepted.
    pub(crate) accepted: u64,
    pub(crate) identifies: u32,
    pub(crate) resumes: u32,
    pub(crate) frames: Vec<Frame>,
    pub(crate) withhold_acks: bool,
    pub(crate) refuse_connections: bool,
    pub(crate) heartbeat_interval: Duration,
}

/// Dispatches kept per session for a resume; a client that missed more has to identify again.
const LOG_LIMIT: usize = 5000;
/// Frames kept for tests to read.
const FRAME_LIMIT: usize = 20_000;
/// Frames that a client may send over one connection in a minute.
const SENDS_PER_MINUTE: u32 = 120;
/// How long Discord keeps the session of a client that went away.
const SESSION_LIFETIME_MS: i64 = 5 * 60_000;

impl GatewayState {
    pub(crate) fn new(heartbeat_interval: Duration) -> Self {
        Self {
            sessions: BTreeMap::new(),
            connections: BTreeMap::new(),
            sent: BTreeMap::new(),
            accepted: 0,
            identifies: 0,
            resumes: 0,
            frames: Vec::new(),
            withhold_acks: false,
            refuse_connections: false,
            heartbeat_interval,
        }
    }

    /// Sends to one connection, if it is still there.
    pub(crate) fn send(&self, connection: u64, what: Outgoing) {
        if let Some(queue) = self.connections.get(&connection) {
            // A closed queue is a connection about to be forgotten.
            let _gone = queue.send(what);
        }
    }

    /// Sessions with a client connected to them now.
    pub(crate) fn connected(&self) -> usize {
        self.sessions
            .values()
            .filter(|session| session.connection.is_some())
            .count()
    }

    /// Counts a frame; answers whether the connection has sent more than Discord takes.
    fn floods(&mut self, connection: u64, now_ms: i64) -> bool {
        let (since, count) = self.sent.entry(connection).or_insert((now_ms, 0));
        if now_ms - *since >= 60_000 {
            (*since, *count) = (now_ms, 0);
        }
        *count += 1;
        *count > SENDS_PER_MINUTE
    }

    fn record(&mut self, frame: Frame) {
        if self.frames.len() >= FRAME_LIMIT {
            self.frames.drain(..FRAME_LIMIT / 2);
        }
        self.frames.push(frame);
    }
}

impl World {
    /// Dispatches an event to every session of the guild's shard (shard 0 without a guild) that has one of the intents
    /// in `needs`; 0 needs none.
    pub(crate) fn dispatch(
        &mut self,
        guild: Option<Snowflake>,
        needs: u64,
        event: &str,
        body: &Value,
    ) {
        self.dispatch_if(guild, event, |have| {
            (needs == 0 || have & needs != 0).then_some(body)
        });
    }

    /// As [`World::dispatch`], where what a session hears depends on its intents.
    pub(crate) fn dispatch_if<'a>(
        &mut self,
        guild: Option<Snowflake>,
        event: &str,
        body: impl Fn(u64) -> Option<&'a Value>,
    ) {
        let now = self.clock.now_ms();
        let expired = |s: &Session| {
            s.disconnected_ms
                .is_some_and(|at| now - at > SESSION_LIFETIME_MS)
        };
        self.gateway.sessions.retain(|_, session| !expired(session));
        let GatewayState {
            sessions,
            connections,
            ..
        } = &mut self.gateway;
        for session in sessions.values_mut().filter(|session| session.hears(guild)) {
            let Some(body) = body(session.intents) else {
                continue;
            };
            session.sequence += 1;
            let s = session.sequence;
            let text = json!({"op": 0, "s": s, "t": event, "d": body}).to_string();
            if session.log.len() >= LOG_LIMIT {
                session.log.drain(..LOG_LIMIT / 2);
            }
            session.log.push((s, text.clone()));
            let queue = session
                .connection
                .and_then(|connection| connections.get(&connection));
            if let Some(queue) = queue {
                let _gone = queue.send(Outgoing::Text(text));
            }
        }
    }
}
