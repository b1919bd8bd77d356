//! The state of the simulated Discord, behind one lock.
//!
//! `wire` writes the objects of `model` as JSON, `lookup` finds and `create` makes them, `events` changes them and
//! announces the change to the `sessions` of the gateway through `dispatch`. Nothing here waits or does I/O: a frame for
//! a client is put in its connection's queue while the lock is held, so that clients receive events in the order in which
//! they happened.

pub(crate) mod create;
mod dispatch;
mod events;
mod lookup;
pub(crate) mod payloads;
pub(crate) mod sessions;
pub(crate) mod threads;
mod visibility;
pub(crate) mod wire;

use std::collections::{BTreeMap, HashMap};
use std::net::SocketAddr;
use std::sync::atomic::AtomicUsize;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::watch;
use tokio_util::sync::CancellationToken;

use crate::clock::Clock;
use crate::faults::InjectedFault;
use crate::limits::{Counts, RateLimits};
use crate::model::{
    Attachment, Channel, Command, Guild, Interaction, Message, OAuthState, RecordedRequest, User,
};
use crate::options::Options;
use crate::snowflake::Snowflake;
use sessions::GatewayState;

/// All state.
pub(crate) struct World {
    pub(crate) clock: Arc<Clock>,
    pub(crate) options: Options,
    /// The address that the simulator listens on.
    pub(crate) address: SocketAddr,
    pub(crate) bot_id: Snowflake,
    /// The first seeded guild, in which people act by default.
    pub(crate) home: Snowflake,
    pub(crate) users: BTreeMap<Snowflake, User>,
    pub(crate) guilds: BTreeMap<Snowflake, Guild>,
    /// Direct message channels with the bot, by channel id.
    pub(crate) dms: BTreeMap<Snowflake, Channel>,
    pub(crate) messages: BTreeMap<Snowflake, Message>,
    pub(crate) interactions: BTreeMap<Snowflake, Interaction>,
    pub(crate) commands: Vec<Command>,
    /// Files by attachment id, served under `/attachments`.
    pub(crate) files: HashMap<Snowflake, Attachment>,
    pub(crate) gateway: GatewayState,
    pub(crate) oauth: OAuthState,
    pub(crate) requests: Vec<RecordedRequest>,
    pub(crate) unexpected: Vec<String>,
    pub(crate) faults: Vec<InjectedFault>,
    /// Requests within the limits of the REST API.
    pub(crate) counts: Counts,
}

impl World {
    pub(crate) fn new(options: Options, address: SocketAddr, clock: Arc<Clock>) -> Self {
        let now = clock.now_ms();
        let (bot_id, home) = (options.seed.bot_id, options.seed.guild_id);
        let (mut users, mut guilds) = (BTreeMap::new(), BTreeMap::new());
        let seeds = std::iter::once(options.seed.clone()).chain(options.more_guilds.clone());
        for seed in seeds {
            let (guild, people) = seed.into_parts(now - MONTH_MS);
            guilds.insert(guild.id, guild);
            for user in people {
                users.entry(user.id).or_insert(user);
            }
        }
        Self {
            clock,
            address,
            bot_id,
            home,
            users,
            guilds,
            dms: BTreeMap::new(),
            messages: BTreeMap::new(),
            interactions: BTreeMap::new(),
            commands: Vec::new(),
            files: HashMap::new(),
            gateway: GatewayState::new(options.heartbeat_interval),
            oauth: OAuthState::default(),
            requests: Vec::new(),
            unexpected: Vec::new(),
            faults: Vec::new(),
            counts: Counts::default(),
            options,
        }
    }

    /// Changes the limits of the REST API, and begins every window anew.
    pub(crate) fn set_rate_limits(&mut self, limits: RateLimits) {
        self.options.rate_limits = limits;
        self.counts = Counts::default();
    }
}

/// Seeded members joined a month ago.
const MONTH_MS: i64 = 30 * 24 * 3_600_000;

/// The world with its lock, and a signal of every change.
pub(crate) struct Shared {
    world: Mutex<World>,
    changed: watch::Sender<u64>,
    pub(crate) clock: Arc<Clock>,
    pub(crate) address: SocketAddr,
    pub(crate) stopped: CancellationToken,
    /// Frames that were queued for clients, of all connections, and are not written to their sockets.
    pub(crate) unwritten: Arc<AtomicUsize>,
}

impl Shared {
    pub(crate) fn new(options: Options, address: SocketAddr) -> Arc<Self> {
        let clock = Arc::new(Clock::default());
        let world = World::new(options, address, Arc::clone(&clock));
        Arc::new(Self {
            unwritten: Arc::clone(&world.gateway.unwritten),
            world: Mutex::new(world),
            changed: watch::Sender::new(0),
            clock,
            address,
            stopped: CancellationToken::new(),
        })
    }

    /// Reads the world. A panic elsewhere (a failed assertion in a test's predicate) does not poison it for the rest.
    pub(crate) fn read<T>(&self, read: impl FnOnce(&World) -> T) -> T {
        read(&self.lock())
    }

    /// Changes the world and wakes everything that waits for a change.
    pub(crate) fn update<T>(&self, change: impl FnOnce(&mut World) -> T) -> T {
        let value = change(&mut self.lock());
        self.notify();
        value
    }

    /// Wakes everything that waits for a change.
    pub(crate) fn notify(&self) {
        self.changed
            .send_modify(|count| *count = count.wrapping_add(1));
    }

    /// A receiver of every change from now on.
    pub(crate) fn changes(&self) -> watch::Receiver<u64> {
        self.changed.subscribe()
    }

    /// Waits until `find` finds something, or `limit` has passed.
    pub(crate) async fn wait_for<T>(
        &self,
        limit: Duration,
        mut find: impl FnMut(&World) -> Option<T>,
    ) -> Option<T> {
        let mut changes = self.changed.subscribe();
        let found = async {
            loop {
                changes.mark_unchanged();
                if let Some(value) = self.read(&mut find) {
                    return Some(value);
                }
                if changes.changed().await.is_err() {
                    return None;
                }
            }
        };
        // The sender lives in `self`, so only the limit ends this without a value.
        tokio::time::timeout(limit, found).await.ok().flatten()
    }

    fn lock(&self) -> MutexGuard<'_, World> {
        self.world.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
impl World {
    /// A world seeded with the example community, of which nothing listens.
    pub(crate) fn example() -> Self {
        let address = SocketAddr::from((std::net::Ipv4Addr::LOCALHOST, 0));
        Self::new(Options::default(), address, Arc::new(Clock::default()))
    }
}
