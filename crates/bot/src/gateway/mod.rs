//! The gateway: shards, what they remember between two runs, and where their events go.
//!
//! `shard` runs one connection with the watchdog and the pauses that twilight lacks, `parse` reads
//! what is odd, `sessions` keeps sessions for a restart, `events` says who hears what.

mod events;
mod parse;
mod sessions;
mod shard;

pub(crate) use sessions::{Saved, prepare_folder};

use crate::{
    config::{Config, Error},
    run::Bot,
};
use secrecy::ExposeSecret;
use sessions::SavedShard;
use std::{
    collections::HashSet,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};
use tokio::{sync::watch, task::JoinSet};
use tokio_util::sync::CancellationToken;
use twilight_gateway::{ConfigBuilder, Intents, queue::InMemoryQueue};
use twilight_model::gateway::connection_info::BotConnectionInfo;

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

    /// How many are connected, now and from now on.
    pub(crate) fn connected(&self) -> watch::Receiver<u32> {
        self.count.subscribe()
    }

    fn note(&self, shard: u32, is_connected: bool) {
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

/// Runs every shard until the stop, then stores what a restart needs.
pub(crate) async fn run(
    bot: &Arc<Bot>,
    config: &Config,
    info: BotConnectionInfo,
    saved: Option<Saved>,
    stop: CancellationToken,
) -> Result<(), Error> {
    let mut earlier = Vec::new();
    if let Some(saved) = saved {
        tracing::info!(
            sessions = saved.sessions.len(),
            "resuming where the last run stopped"
        );
        bot.guilds.restore(saved.guilds);
        bot.voices.restore(saved.voices);
        earlier = saved.sessions;
    }
    let intents = crate::intents();
    let gateway = gateway_config(config, intents, &info);
    let mut running = JoinSet::new();
    for id in twilight_gateway::bucket(0, 1, info.shards) {
        let session = earlier.iter().position(|saved| saved.shard == id.number());
        let session = session.map(|index| earlier.swap_remove(index));
        running.spawn(shard::run(
            id,
            gateway.clone(),
            session,
            stop.clone(),
            bot.clone(),
        ));
    }

    let mut outcome = Ok(());
    let mut sessions = Vec::new();
    while let Some(ended) = running.join_next().await {
        match ended {
            Ok(Ok(session)) => sessions.extend(session),
            Ok(Err(error)) => {
                outcome = Err(error);
                stop.cancel();
            }
            Err(panic) => {
                tracing::error!(error = %panic, "a shard broke down");
                stop.cancel();
            }
        }
    }
    if outcome.is_ok() {
        sessions::store(config, bot, sessions);
    }
    outcome
}

fn gateway_config(
    config: &Config,
    intents: Intents,
    info: &BotConnectionInfo,
) -> twilight_gateway::Config {
    let limit = &info.session_start_limit;
    let queue = InMemoryQueue::new(
        limit.max_concurrency,
        limit.remaining.min(limit.total),
        Duration::from_millis(limit.reset_after),
        limit.total,
    );
    let mut builder =
        ConfigBuilder::new(config.token.expose_secret().to_owned(), intents).queue(queue);
    if let Some(url) = &config.gateway_url {
        builder = builder.proxy_url(url.clone());
    }
    builder.build()
}

/// What one shard leaves behind: a session, unless it never had one or may not keep it.
type Ended = Result<Option<SavedShard>, Error>;
