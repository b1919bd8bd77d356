//! Disturbing and observing the gateway, for tests.

use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use crate::world::Shared;
use crate::world::sessions::{Frame, Outgoing, control_frame};

/// How the gateway ends a connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hangup {
    /// With a close frame of this code. 1000 and 1001 from the server do not end the session.
    Close(u16),
    /// 4009: the session is gone, the client has to identify again.
    SessionTimedOut,
    /// Without a close frame, as when a cable is cut.
    Drop,
}

/// The gateway's side of every connection.
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
            world.gateway.send_all(&what);
        });
    }

    /// Op 7: asks every client to reconnect and resume.
    pub fn request_reconnect(&self) {
        self.send_all(&control_frame(7, ()));
    }

    /// Op 9: declares every client's session invalid; `resumable` says whether the client may try to resume it.
    pub fn invalidate_session(&self, resumable: bool) {
        self.send_all(&control_frame(9, resumable));
        if !resumable {
            self.shared.update(|world| world.gateway.sessions.clear());
        }
    }

    /// Op 1: asks every client for a heartbeat now.
    pub fn request_heartbeat(&self) {
        self.send_all(&control_frame(1, ()));
    }

    /// Stops answering heartbeats, or resumes answering them.
    pub fn withhold_acks(&self, withhold: bool) {
        self.shared
            .update(|world| world.gateway.withhold_acks = withhold);
    }

    /// Stops accepting connections and answers 503, or accepts them again. Open connections stay.
    pub fn refuse_connections(&self, refuse: bool) {
        self.shared
            .update(|world| world.gateway.refuse_connections = refuse);
    }

    /// Closes whoever identifies with one of these privileged intents by 4014 from now on, although the application's
    /// flags go on to name them. Sessions that have them go on until they end; see
    /// [`crate::SimDiscord::set_privileged_intents`] for a refusal that the flags tell.
    pub fn refuse_intents(&self, privileged: u64) {
        self.shared
            .update(|world| world.gateway.refused_intents = privileged);
    }

    /// The interval that the next HELLO asks for.
    pub fn set_heartbeat_interval(&self, interval: Duration) {
        self.shared
            .update(|world| world.gateway.heartbeat_interval = interval);
    }

    /// Sends any text to every client, whether or not it is JSON.
    pub fn send_text(&self, text: &str) {
        self.send_all(&Outgoing::Text(text.to_owned()));
    }

    /// Number of sessions with a connected client.
    pub fn connected(&self) -> usize {
        self.shared.read(|world| world.gateway.connected())
    }

    /// Number of web sockets accepted since the start.
    pub fn connections(&self) -> u64 {
        self.shared.read(|world| world.gateway.accepted)
    }

    /// Number of them over which everything goes as one zlib stream, because the client asked for it.
    pub fn compressed(&self) -> u64 {
        self.shared.read(|world| world.gateway.compressed)
    }

    /// Number of frames that clients are still to be sent: it grows where a client reads more slowly than events come.
    pub fn unwritten(&self) -> usize {
        self.shared.unwritten.load(Ordering::Relaxed)
    }

    /// Number of successful IDENTIFYs since the start.
    pub fn identifies(&self) -> u32 {
        self.shared.read(|world| world.gateway.identifies)
    }

    /// Number of successful RESUMEs since the start.
    pub fn resumes(&self) -> u32 {
        self.shared.read(|world| world.gateway.resumes)
    }

    /// Frames that clients sent, oldest first.
    pub fn frames(&self) -> Vec<Frame> {
        self.shared.read(|world| world.gateway.frames.clone())
    }

    fn send_all(&self, what: &Outgoing) {
        self.shared.update(|world| world.gateway.send_all(what));
    }
}
