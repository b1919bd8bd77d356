//! Start, main loop and stop of the bot.

use crate::{
    bot::Bot,
    commands,
    config::{Config, Error},
    discord::{self, Introduction},
    displays, effects,
    files::Files,
    gateway::{self, Saved},
    heartbeat,
    intents::Privileged,
    registration,
};
use paddock_api_client::Client;
use secrecy::ExposeSecret;
use std::{sync::Arc, time::Duration};
use tokio::time::timeout;
use tokio_util::{sync::CancellationToken, task::TaskTracker};

/// How long background work may take to end.
const SHUTDOWN_TIMEOUT: Duration = Duration::from_secs(10);

/// Runs the bot until it is stopped.
///
/// A stop closes the gateway in a way that keeps its sessions, lets running commands finish, and
/// stores the sessions in the data folder: the next start resumes them and misses nothing. Needs a
/// process-wide rustls crypto provider.
///
/// # Errors
///
/// Only where no retry can help: a token that Discord refuses, a configuration that cannot work.
/// Outages of Discord or of the API are waited out.
pub async fn run(config: Config, stop: CancellationToken) -> Result<(), Error> {
    let api = Client::new(&config.api_url)
        .map_err(Error::ApiUrl)?
        .with_bot_key(config.api_key.expose_secret());
    gateway::prepare_folder(&config.data_dir)?;
    let Some(introduction) = discord::connect(&config, &stop).await? else {
        return Ok(());
    };
    let Introduction {
        discord,
        gateway,
        flags,
    } = introduction;
    let intents = Privileged::new(flags);
    let saved = Saved::take(&config, &discord, gateway.shards, intents.asked());

    // Cancelled after the gateway has closed, because until then there is something to report.
    let stop_reports = CancellationToken::new();
    let files = Files::new(&config);
    let bot = Bot::new(
        api,
        discord,
        files,
        intents,
        gateway.shards,
        stop_reports.clone(),
    );
    let bot = Arc::new(bot);
    let dispatch = Arc::new(commands::dispatch());

    let background = TaskTracker::new();
    background.spawn(registration::run(
        bot.clone(),
        config.clone(),
        dispatch.definitions(),
        stop.child_token(),
    ));
    background.spawn(effects::run(bot.clone(), stop.child_token()));
    background.spawn(displays::run(bot.clone(), stop.child_token()));
    background.spawn(heartbeat::run(bot.clone(), stop_reports.clone()));
    let outcome = gateway::run(&bot, &dispatch, &config, gateway, saved, stop.child_token()).await;
    stop.cancel();
    stop_reports.cancel();
    background.close();
    let everything = async {
        background.wait().await;
        bot.reports.end().await;
        bot.presences.end().await;
    };
    if timeout(SHUTDOWN_TIMEOUT, everything).await.is_err() {
        tracing::warn!("unfinished work was aborted; the API hands it out again");
    }
    outcome
}
