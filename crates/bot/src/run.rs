//! Start, life and stop of the bot.

use crate::{
    commands,
    config::{Config, Error},
    discord::{self, Discord, Introduction},
    dispatch::Dispatch,
    displays, effects,
    gateway::{self, Saved, Shards},
    guilds::Guilds,
    registration,
    reports::{self, Reports},
    voice::Voices,
};
use paddock_api_client::Client;
use secrecy::ExposeSecret;
use std::{sync::Arc, time::Duration};
use tokio::{sync::Notify, time::timeout};
use tokio_util::{sync::CancellationToken, task::TaskTracker};

/// How long background work may take to end.
const FAREWELL: Duration = Duration::from_secs(10);

/// What every part of the bot shares.
pub(crate) struct Bot {
    pub(crate) api: Client,
    pub(crate) discord: Arc<Discord>,
    pub(crate) guilds: Arc<Guilds>,
    pub(crate) dispatch: Dispatch,
    pub(crate) reports: Reports,
    pub(crate) shards: Shards,
    pub(crate) voices: Arc<Voices>,
    /// Rings when a session was opened, changed or closed, so that nobody waits for its display.
    pub(crate) displays: Arc<Notify>,
}

/// Runs the bot until it is stopped.
///
/// A stop closes the gateway in a way that keeps its sessions, lets running commands finish, and
/// stores the sessions in the data folder: the next start resumes them and misses nothing. Needs a
/// process-wide rustls crypto provider.
///
/// # Errors
///
/// Only what no retry can mend: a token that Discord refuses, a configuration that cannot work.
/// Outages of Discord or of the API are waited for.
pub async fn run(config: Config, stop: CancellationToken) -> Result<(), Error> {
    let api = Client::new(&config.api_url)
        .map_err(Error::ApiUrl)?
        .with_bot_key(config.api_key.expose_secret());
    gateway::prepare_folder(&config.data_dir)?;
    let Some(Introduction { discord, gateway }) = discord::connect(&config, &stop).await? else {
        return Ok(());
    };
    let saved = Saved::take(&config, &discord, gateway.shards);

    let discord = Arc::new(discord);
    let guilds = Arc::new(Guilds::default());
    let quiet = CancellationToken::new();
    let bot = Arc::new(Bot {
        reports: Reports::new(api.clone(), discord.clone(), guilds.clone(), quiet.clone()),
        api,
        discord,
        guilds,
        dispatch: commands::dispatch(),
        shards: Shards::new(gateway.shards),
        voices: Arc::new(Voices::new(gateway.shards)),
        displays: Arc::default(),
    });

    let background = TaskTracker::new();
    background.spawn(registration::run(
        bot.clone(),
        config.clone(),
        stop.child_token(),
    ));
    background.spawn(effects::work(bot.clone(), stop.child_token()));
    background.spawn(displays::work(bot.clone(), stop.child_token()));
    background.spawn(reports::heartbeat(bot.clone(), quiet.clone()));
    let outcome = gateway::run(&bot, &config, gateway, saved, stop.child_token()).await;
    stop.cancel();
    quiet.cancel();
    background.close();
    let everything = async {
        background.wait().await;
        bot.reports.end().await;
    };
    if timeout(FAREWELL, everything).await.is_err() {
        tracing::warn!("some work was broken off; the API gives it out again");
    }
    outcome
}
