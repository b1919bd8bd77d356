//! The API and the bot, built from their configuration.

use crate::environment::BotSettings;
use crate::secrets;
use anyhow::{Context, bail};
use paddock_api::config::Config;
use paddock_api::{App, Seams};
use std::fs::{File, TryLockError};
use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;

/// The API with the port on which it listens.
pub(super) struct Api {
    /// Held while it runs: two on the same data would get into each other's way.
    _lock: File,
    app: App,
    listener: TcpListener,
    pub(super) address: SocketAddr,
}

/// Fills in missing secrets, opens the port and the database.
pub(super) async fn api(config: &mut Config) -> anyhow::Result<Api> {
    secrets::fill(config)?;
    let lock = lock(&config.data_dir)?;
    let listen = config.http.listen;
    // Before the database, which a second instance by mistake should not touch.
    let listener = TcpListener::bind(listen).await.with_context(|| {
        format!("could not listen on {listen} (PADDOCK_LISTEN chooses another)")
    })?;
    let address = listener.local_addr()?;
    if config.http.base_url.port() == Some(0) {
        // Made up from an address that leaves the port to the system.
        config.http.base_url.set_port(Some(address.port())).ok();
    }
    let app = App::build(config, Seams::default())
        .await
        .context("could not open the database")?;
    Ok(Api {
        _lock: lock,
        app,
        listener,
        address,
    })
}

/// Locks a data folder. The operating system releases the lock, however the process ends.
pub(super) fn lock(data_dir: &Path) -> anyhow::Result<File> {
    let path = data_dir.join("lock");
    let file = File::create(&path).with_context(|| format!("could not make {}", path.display()))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => bail!(
            "Paddock already runs in {}; stop it first, or choose another PADDOCK_DATA_DIR",
            data_dir.display()
        ),
        Err(TryLockError::Error(error)) => {
            Err(error).with_context(|| format!("could not lock {}", path.display()))
        }
    }
}

/// The address by which this machine reaches what listens there.
pub(super) fn reachable(mut address: SocketAddr) -> SocketAddr {
    if address.ip().is_unspecified() {
        address.set_ip(Ipv4Addr::LOCALHOST.into());
    }
    address
}

impl Api {
    /// Serves requests until it is stopped.
    pub(super) async fn run(self, stop: CancellationToken) -> anyhow::Result<()> {
        tracing::info!(address = %self.address, "the API listens");
        self.app
            .serve(self.listener, stop)
            .await
            .context("the API failed")
    }
}

/// The bot's configuration, with a generated key where none is configured.
pub(super) fn bot_config(
    settings: BotSettings,
    data_dir: PathBuf,
) -> anyhow::Result<paddock_bot::Config> {
    secrets::create_dir(&data_dir)?;
    let api_key = match settings.api_key {
        Some(key) => key,
        None => secrets::load_or_generate(&data_dir, secrets::BOT_API_KEY)?,
    };
    Ok(paddock_bot::Config {
        token: settings.token.context("DISCORD_BOT_TOKEN is missing")?,
        guild_id: settings.guild_id,
        api_url: settings.api_url.context("API_URL is missing")?,
        api_key,
        data_dir,
        rest_proxy: settings.rest_proxy,
        gateway_url: settings.gateway_url,
    })
}
