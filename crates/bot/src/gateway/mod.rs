//! The gateway: shards, their sessions between two runs, and the distribution of their events.
//!
//! `shard` runs one connection with the watchdog and the pauses that twilight lacks, `parse` reads
//! events that twilight refuses, `sessions` keeps sessions for a restart, `events` passes events on.

mod events;
mod parse;
mod sessions;
mod shard;

pub(crate) use sessions::{Saved, prepare_folder};

use crate::{
    bot::Bot,
    config::{Config, Error},
    dispatch::Dispatch,
};
use secrecy::ExposeSecret;
use std::{sync::Arc, time::Duration};
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;
use twilight_gateway::{ConfigBuilder, Intents, queue::InMemoryQueue};
use twilight_model::gateway::connection_info::BotConnectionInfo;

/// Runs every shard until the bot stops, then stores what a restart needs.
pub(crate) async fn run(
    bot: &Arc<Bot>,
    dispatch: &Arc<Dispatch>,
    config: &Config,
    info: BotConnectionInfo,
    saved: Option<Saved>,
    stop: CancellationToken,
) -> Result<(), Error> {
    let mut earlier = Vec::new();
    if let Some(saved) = saved {
        tracing::info!(
            sessions = saved.sessions.len(),
            "resuming the sessions of the last run"
        );
        bot.guilds.restore(saved.guilds);
        bot.voices.restore(saved.voices);
        earlier = saved.sessions;
    }
    let gateway = gateway_config(config, &info, bot.intents.asked());
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
            dispatch.clone(),
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
                tracing::error!(error = %panic, "a shard panicked");
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
    info: &BotConnectionInfo,
    intents: Intents,
) -> twilight_gateway::Config {
    let limit = &info.session_start_limit;
    let queue = InMemoryQueue::new(
        limit.max_concurrency,
        limit.remaining.min(limit.total),
        Duration::from_millis(limit.reset_after),
        limit.total,
    );
    let token = config.token.expose_secret().to_owned();
    let mut builder = ConfigBuilder::new(token, intents).queue(queue);
    if let Some(url) = &config.gateway_url {
        builder = builder.proxy_url(url.clone());
    }
    builder.build()
}
