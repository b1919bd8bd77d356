//! A world to test in.

use crate::stub_api::{Asked, KEY, PATIENCE, StubApi};
use paddock_bot::{Config, Error};
use paddock_sim_discord::{GUILD_ID, Options, Reply, SimDiscord, View};
use std::{path::Path, time::Duration};
use tempfile::TempDir;
use tokio::{task::JoinHandle, time::timeout};
use tokio_util::sync::CancellationToken;

/// A Discord, an API, and a folder for the bot.
pub(crate) struct World {
    pub(crate) sim: SimDiscord,
    pub(crate) api: StubApi,
    data: TempDir,
}

impl World {
    pub(crate) async fn start() -> Self {
        Self::with(Options::default()).await
    }

    pub(crate) async fn with(options: Options) -> Self {
        let _ = rustls::crypto::ring::default_provider().install_default();
        Self {
            sim: SimDiscord::start(options).await.unwrap(),
            api: StubApi::start().await,
            data: TempDir::new().unwrap(),
        }
    }

    pub(crate) fn config(&self) -> Config {
        Config {
            token: "sim.bot.token".to_owned().into(),
            guild_id: None,
            api_url: self.api.url.clone(),
            api_key: KEY.to_owned().into(),
            data_dir: self.data.path().join("bot"),
            rest_proxy: Some(self.sim.rest_host()),
            gateway_url: Some(self.sim.gateway_url()),
        }
    }

    pub(crate) fn data(&self) -> &Path {
        self.data.path()
    }

    /// A bot that is connected and whose commands are registered.
    pub(crate) async fn run(&self) -> Running {
        let so_far = self.api.asked().len();
        let bot = Running::start(self.config());
        self.sim.wait_commands().await.unwrap();
        let connected = |asked: &Asked| asked.body["connected_shards"].as_u64() > Some(0);
        self.api
            .wait_until(|all| all[so_far..].iter().any(connected))
            .await;
        bot
    }

    pub(crate) async fn until(&self, wanted: impl FnMut(&View<'_>) -> bool) {
        self.sim.wait_until(wanted, PATIENCE).await.unwrap();
    }

    /// Lets somebody ask `/me`, which the API answers as planted.
    pub(crate) async fn ask_me(&self) -> Reply {
        self.sim.as_user("owner").slash("/me").await.unwrap()
    }
}

/// A running bot; a test that ends without stopping it breaks it off.
pub(crate) struct Running {
    stop: CancellationToken,
    task: JoinHandle<Result<(), Error>>,
}

impl Running {
    pub(crate) fn start(config: Config) -> Self {
        let stop = CancellationToken::new();
        let task = tokio::spawn(paddock_bot::run(config, stop.clone()));
        Self { stop, task }
    }

    /// An orderly stop.
    pub(crate) async fn stop(self) {
        self.stop.cancel();
        self.ended().await.unwrap();
    }

    /// Waits for an end of its own.
    pub(crate) async fn ended(self) -> Result<(), Error> {
        let limit = PATIENCE + Duration::from_secs(10);
        timeout(limit, self.task)
            .await
            .expect("the bot does not end")
            .unwrap()
    }
}

/// The id of the guild, as on the wire.
pub(crate) fn guild() -> String {
    GUILD_ID.to_string()
}
