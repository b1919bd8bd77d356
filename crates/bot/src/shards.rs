//! The shards of this process, and which of them are connected.

use std::{
    collections::HashSet,
    sync::{Mutex, PoisonError},
};
use tokio::sync::watch;
use twilight_model::id::{Id, marker::GuildMarker};

/// The number of the shard that receives a guild's events, by Discord's formula.
pub(crate) fn shard_of(guild: Id<GuildMarker>, total: u32) -> u32 {
    let shard = (guild.get() >> 22) % u64::from(total.max(1));
    u32::try_from(shard).expect("a remainder of a u32 fits into one")
}

/// Which shards this process runs, and which of them are connected.
#[derive(Debug)]
pub(crate) struct Shards {
    pub(crate) total: u32,
    connected: Mutex<HashSet<u32>>,
    count: watch::Sender<u32>,
}

impl Shards {
    pub(crate) fn new(total: u32) -> Self {
        Self {
            total,
            connected: Mutex::default(),
            count: watch::Sender::new(0),
        }
    }

    /// The number of connected shards, and every change of it.
    pub(crate) fn connected(&self) -> watch::Receiver<u32> {
        self.count.subscribe()
    }

    /// Records whether a shard is connected.
    pub(crate) fn set_connected(&self, shard: u32, is_connected: bool) {
        let mut connected = self
            .connected
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        let changed = if is_connected {
            connected.insert(shard)
        } else {
            connected.remove(&shard)
        };
        if changed {
            self.count
                .send_replace(u32::try_from(connected.len()).unwrap_or(u32::MAX));
        }
    }
}
