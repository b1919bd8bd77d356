//! Gateway sessions, which outlive their connections, and the queues of what is sent to clients.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use serde_json::{Value, json};
use tokio::sync::mpsc::UnboundedSender;

use crate::snowflake::{Snowflake, shard_of};

/// A frame that a client sent.
#[derive(Clone, Debug)]
pub struct Frame {
    /// Number of the connection, from 1.
    pub connection: u64,
    /// The opcode.
    pub op: u64,
    /// The frame's data.
    pub data: Value,
}

/// What a connection sends to its client, or how it ends.
#[derive(Clone, Debug)]
pub(crate) enum Outgoing {
    Text(String),
    /// Each frame after it is compressed by itself, as the client asked in its IDENTIFY.
    CompressPayloads,
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
    /// Whether events of `guild` go to this session's shard; those without a guild go to shard 0.
    pub(crate) fn covers(&self, guild: Option<Snowflake>) -> bool {
        self.shard == guild.map_or(0, |guild| shard_of(guild, self.shards))
    }

    /// Whether it was disconnected for longer than Discord keeps a session.
    pub(crate) fn is_expired(&self, now_ms: i64) -> bool {
        self.disconnected_ms
            .is_some_and(|at| now_ms - at > SESSION_LIFETIME_MS)
    }

    /// Numbers and logs a dispatch. Answers its text.
    fn log_dispatch(&mut self, event: &str, body: &Value) -> String {
        self.sequence += 1;
        let s = self.sequence;
        let text = json!({"op": 0, "s": s, "t": event, "d": body}).to_string();
        if self.log.len() >= LOG_LIMIT {
            self.log.drain(..LOG_LIMIT / 2);
        }
        self.log.push((s, text.clone()));
        text
    }
}

/// All gateway state.
pub(crate) struct GatewayState {
    pub(crate) sessions: BTreeMap<String, Session>,
    pub(crate) connections: BTreeMap<u64, UnboundedSender<Outgoing>>,
    /// Frames in those queues.
    pub(crate) unwritten: Arc<AtomicUsize>,
    /// Start of each connection's current minute, and the number of frames it sent since.
    pub(crate) sent: BTreeMap<u64, (i64, u32)>,
    /// Number of connections accepted since the start.
    pub(crate) accepted: u64,
    /// Those of them over which everything is one compressed stream.
    pub(crate) compressed: u64,
    pub(crate) identifies: u32,
    pub(crate) resumes: u32,
    pub(crate) frames: Vec<Frame>,
    pub(crate) withhold_acks: bool,
    pub(crate) refuse_connections: bool,
    /// Privileged intents with which nobody may identify, whatever the application's flags say.
    pub(crate) refused_intents: u64,
    pub(crate) heartbeat_interval: Duration,
}

/// Dispatches kept per session for a resume; a client that missed more has to identify again.
const LOG_LIMIT: usize = 5000;
/// Frames kept for tests to read.
const FRAME_LIMIT: usize = 20_000;
/// Frames that a client may send over one connection in a minute.
const SENDS_PER_MINUTE: u32 = 120;
/// How long Discord keeps the session of a disconnected client.
const SESSION_LIFETIME_MS: i64 = 5 * 60_000;

impl GatewayState {
    pub(crate) fn new(heartbeat_interval: Duration) -> Self {
        Self {
            sessions: BTreeMap::new(),
            connections: BTreeMap::new(),
            unwritten: Arc::default(),
            sent: BTreeMap::new(),
            accepted: 0,
            compressed: 0,
            identifies: 0,
            resumes: 0,
            frames: Vec::new(),
            withhold_acks: false,
            refuse_connections: false,
            refused_intents: 0,
            heartbeat_interval,
        }
    }

    /// Sends to one connection, if it is still there.
    pub(crate) fn send(&self, connection: u64, what: Outgoing) {
        if let Some(queue) = self.connections.get(&connection) {
            self.unwritten.fetch_add(1, Ordering::Relaxed);
            // A closed queue belongs to a connection that is about to be removed.
            if queue.send(what).is_err() {
                self.unwritten.fetch_sub(1, Ordering::Relaxed);
            }
        }
    }

    /// Sends to every connection.
    pub(crate) fn send_all(&self, what: &Outgoing) {
        for &connection in self.connections.keys() {
            self.send(connection, what.clone());
        }
    }

    /// Closes a connection with a code and a reason.
    pub(crate) fn close(&self, connection: u64, code: u16, reason: &'static str) {
        self.send(connection, Outgoing::Close(code, reason));
    }

    /// Dispatches an event to one session.
    pub(crate) fn dispatch_to(&mut self, session: &str, event: &str, body: &Value) {
        let Some(session) = self.sessions.get_mut(session) else {
            return;
        };
        let text = session.log_dispatch(event, body);
        if let Some(connection) = session.connection {
            self.send(connection, Outgoing::Text(text));
        }
    }

    /// Dispatches an event to every session that covers `guild`, with the body that `body` chooses by its intents.
    pub(crate) fn dispatch<'a>(
        &mut self,
        guild: Option<Snowflake>,
        event: &str,
        body: impl Fn(u64) -> Option<&'a Value>,
    ) {
        let receivers: Vec<_> = self
            .sessions
            .iter()
            .filter(|(_, session)| session.covers(guild))
            .filter_map(|(id, session)| Some((id.clone(), body(session.intents)?)))
            .collect();
        for (id, body) in receivers {
            self.dispatch_to(&id, event, body);
        }
    }

    /// The session of a connection, once it has identified or resumed.
    pub(crate) fn session_of(&self, connection: u64) -> Option<String> {
        let mut sessions = self.sessions.iter();
        let own = sessions.find(|(_, session)| session.connection == Some(connection));
        own.map(|(id, _)| id.clone())
    }

    /// Number of sessions with a connected client.
    pub(crate) fn connected(&self) -> usize {
        self.sessions
            .values()
            .filter(|session| session.connection.is_some())
            .count()
    }

    /// Counts a frame. Answers whether the connection has sent more than Discord allows.
    pub(crate) fn exceeds_rate(&mut self, connection: u64, now_ms: i64) -> bool {
        let (since, count) = self.sent.entry(connection).or_insert((now_ms, 0));
        if now_ms - *since >= 60_000 {
            (*since, *count) = (now_ms, 0);
        }
        *count += 1;
        *count > SENDS_PER_MINUTE
    }

    pub(crate) fn record(&mut self, frame: Frame) {
        if self.frames.len() >= FRAME_LIMIT {
            self.frames.drain(..FRAME_LIMIT / 2);
        }
        self.frames.push(frame);
    }
}

/// A frame other than a dispatch, as text.
pub(crate) fn control_frame(op: u8, data: impl Into<Value>) -> Outgoing {
    let frame = json!({"op": op, "d": data.into(), "s": null, "t": null});
    Outgoing::Text(frame.to_string())
}
