//! What a test can do to the gateway.

use std::sync::Arc;
use std::time::Duration;

use serde_json::json;

use super::{Frame, Outgoing};
use crate::world::Shared;

/// How a connection ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hangup {
    /// With a close frame of this code. 1000 and 1001 from the server do not end the session.
    Close(u16),
    /// 4009: the session is gone, the client has to identify again.
    SessionTimedOut,
    /// The socket just ends, without a close frame.
    Drop,
}

/// The gateway's side of things, for tests that break it.
#[derive(Clone)]
pub struct GatewayHandle {
    pub(crate) shared: Arc<Shared>,
}

impl GatewayHandle {
    /// Ends every connection.
    pub fn disconnect(&self, how: Hangup) {
        self.shared.update(|world| {
            if how == Hangup::SessionTimedOut {
                world.gateway.sessions.clear();
            }
            let what = match how {
                Hangup::Close(code) => Outgoing::Close(code, "Closed by the test."),
                Hangup::SessionTimedOut => Outgoing::Close(4009, "Session timed out."),
                Hangup::Drop => Outgoing::Drop,
            };
            for &connection in world.gateway.connections.keys() {
                world.gateway.send(connection, what.clone());
            }
        });
    }

    /// Op 7: asks every client to reconnect and resume.
    pub fn request_reconnect(&self) {
        self.send_all(&json!({"op": 7, "d": null, "s": null, "t": null}));
    }

    /// Op 9: tells every client that its session is invalid; `resumable` says whether it may try to resume.
    pub fn invalidate_session(&self, resumable: bool) {
        self.send_all(&json!({"op": 9, "d": resumable, "s": null, "t": null}));
        if !resumable {
            self.shared.update(|world| world.gateway.sessions.clear());
        }
    }

    /// Op 1: asks every client for a heartbeat now.
    pub fn request_heartbeat(&self) {
        self.send_all(&json!({"op": 1, "d": null, "s": null, "t": null}));
    }

    /// From now on leaves heartbeats unanswered, or answers them again.
    pub fn withhold_acks(&self, withhold: bool) {
        self.shared
            .update(|world| world.gateway.withhold_acks = withhold);
    }

    /// From now on answers 503 instead of a web socket, or accepts again. Open connections stay.
    pub fn refuse_connections(&self, refuse: bool) {
        self.shared
            .update(|world| world.gateway.refuse_connections = refuse);
    }

    /// The interval that the next HELLO asks for.
    pub fn set_heartbeat_interval(&self, interval: Duration) {
        self.shared
            .update(|world| world.gateway.heartbeat_interval = interval);
    }

    /// Sends any text to every client, also what is no JSON.
    pub fn send_text(&self, text: &str) {
        self.shared.update(|world| {
            for &connection in world.gateway.connections.keys() {
                world
                    .gateway
                    .send(connection, Outgoing::Text(text.to_owned()));
            }
        });
    }

    /// Sessions with a client connected to them now.
    pub fn connected(&self) -> usize {
        self.shared.read(|world| world.gateway.connected())
    }

    /// Web sockets ever accepted.
    pub fn connections(&self) -> u64 {
        self.shared.read(|world| world.gateway.accepted)
    }

    /// Successful IDENTIFYs so far.
    pub fn identifies(&self) -> u32 {
        self.shared.read(|world| world.gateway.identifies)
    }

    /// Successful RESUMEs so far.
    pub fn resumes(&self) -> u32 {
        self.shared.read(|world| world.gateway.resumes)
    }

    /// Frames that clients sent, oldest first.
    pub fn frames(&self) -> Vec<Frame> {
        self.shared.read(|world| world.gateway.frames.clone())
    }

    fn send_all(&self, frame: &serde_json::Value) {
        self.send_text(&frame.to_string());
    }
}
