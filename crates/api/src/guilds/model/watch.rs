//! Whether the bot watches: is connected to Discord, and sees presences there.

use crate::clock::CLOCKS_DIFFER;
use jiff::Timestamp;
use paddock_api_types::bot::{BotIntents, IntentState, SendHeartbeat};
use std::time::Duration;

/// A bot that has been silent for longer does not run.
pub(crate) const SILENCE: Duration = Duration::from_mins(2);
/// How far the end of a watch may lie behind, so that not every sign of life is a write.
const KEPT_EVERY: Duration = Duration::from_secs(1);

/// A time during which the bot watched presences without a gap of more than [`SILENCE`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Watch {
    pub(crate) id: i64,
    pub(crate) started_at: Timestamp,
    /// The last sign of life.
    pub(crate) alive_at: Timestamp,
}

impl Watch {
    /// Whether it goes on. One whose last sign of life lies ahead was kept by a clock that was wrong.
    pub(crate) fn is_live(&self, now: Timestamp) -> bool {
        self.alive_at >= now - SILENCE && self.alive_at <= now + CLOCKS_DIFFER
    }

    /// Whether a sign of life is worth keeping.
    pub(crate) fn is_due(&self, now: Timestamp) -> bool {
        now >= self.alive_at + KEPT_EVERY
    }
}

/// Whether the bot sees presences, as a heartbeat has it; `None` where it is not connected just now,
/// which may pass.
pub(crate) fn sees_presences(heartbeat: &SendHeartbeat) -> Option<bool> {
    if !heartbeat.intents.is_some_and(grants_presences) {
        return Some(false);
    }
    let connected = heartbeat.shards > 0 && heartbeat.connected_shards == heartbeat.shards;
    connected.then_some(true)
}

/// Whether Discord lets the bot see presences.
pub(crate) fn grants_presences(intents: BotIntents) -> bool {
    intents.presences != IntentState::Missing
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn presences_are_seen_with_every_shard_and_the_intent() {
        for (shards, connected, presences, seen) in [
            (2, 2, "granted", Some(true)),
            (2, 2, "limited", Some(true)),
            (2, 1, "granted", None),
            (0, 0, "granted", None),
            (2, 2, "missing", Some(false)),
            (2, 1, "missing", Some(false)),
        ] {
            let heartbeat = json!({
                "version": "1", "shards": shards, "connected_shards": connected,
                "intents": {"presences": presences, "members": "granted"},
            });
            let heartbeat = serde_json::from_value(heartbeat).unwrap();
            assert_eq!(sees_presences(&heartbeat), seen, "{heartbeat:?}");
        }
    }

    #[test]
    fn a_watch_ends_after_two_minutes_and_when_the_clock_was_ahead() {
        let at = |text: &str| text.parse::<Timestamp>().unwrap();
        let watch = Watch {
            id: 1,
            started_at: at("2026-11-21T11:00:00Z"),
            alive_at: at("2026-11-21T12:00:00Z"),
        };
        assert!(watch.is_live(at("2026-11-21T12:02:00Z")));
        assert!(!watch.is_live(at("2026-11-21T12:02:00.001Z")));
        assert!(watch.is_live(at("2026-11-21T11:59:30Z")));
        assert!(!watch.is_live(at("2026-11-21T11:59:29Z")));
    }
}
