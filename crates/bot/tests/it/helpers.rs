//! The surroundings of a bot under test.

use crate::stub_api::{Asked, KEY, StubApi, WAIT_TIMEOUT, member};
use paddock_bot::{Config, Error};
use paddock_sim_discord::{GUILD_ID, Options, RecordedRequest, Reply, SimDiscord, View};
use serde_json::Value;
use std::{path::Path, time::Duration};
use tempfile::TempDir;
use tokio::{task::JoinHandle, time::timeout};
use tokio_util::sync::CancellationToken;

/// A simulated Discord, a stub of the API, and a folder for the bot.
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
        self.api.wait_after(so_far, connected).await;
        bot
    }

    pub(crate) async fn until(&self, wanted: impl FnMut(&View<'_>) -> bool) {
        self.sim.wait_until(wanted, WAIT_TIMEOUT).await.unwrap();
    }

    /// Makes the API accept registrations, as that of a member with this name.
    pub(crate) fn accept_registration(&self, name: &str) {
        self.api
            .plant("POST /api/members", 201, member("201", name));
    }

    /// Types a command as the owner of the server.
    pub(crate) async fn slash(&self, command: &str) -> Reply {
        self.sim.as_user("owner").slash(command).await.unwrap()
    }

    /// Types `/me`, which the API answers as planted.
    pub(crate) async fn ask_me(&self) -> Reply {
        self.slash("/me").await
    }

    /// Types a command whose request the API holds until the answer is deferred.
    pub(crate) async fn slash_deferred(&self, command: &str) -> Reply {
        let deferred = async {
            let is_callback = |request: &RecordedRequest| request.path.ends_with("/callback");
            self.until(|view| view.requests().iter().any(is_callback))
                .await;
            self.api.release();
        };
        let (reply, ()) = tokio::join!(self.slash(command), deferred);
        reply
    }
}

/// A running bot.
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

    /// Stops it, and waits for its orderly end.
    pub(crate) async fn stop(self) {
        self.stop.cancel();
        self.ended().await.unwrap();
    }

    /// Waits until it ends by itself.
    pub(crate) async fn ended(self) -> Result<(), Error> {
        let limit = WAIT_TIMEOUT + Duration::from_secs(10);
        timeout(limit, self.task)
            .await
            .expect("the bot does not end")
            .unwrap()
    }
}

/// Whether a request reports a member, as being in the guild or not.
pub(crate) fn reports_member(asked: &Asked, user: &str, in_guild: bool) -> bool {
    members(asked)
        .iter()
        .any(|member| member["user_id"] == user && member["in_guild"] == in_guild)
}

/// The members that a request reports.
pub(crate) fn members(asked: &Asked) -> &[Value] {
    asked.body["members"].as_array().map_or(&[], Vec::as_slice)
}

/// The id of the guild, as in requests.
pub(crate) fn guild() -> String {
    GUILD_ID.to_string()
}
