//! Health checks, for container engines: the exit code says whether a part is healthy.

use super::parts::reachable;
use crate::cli::Part;
use crate::environment::Variables;
use anyhow::{Context, ensure};
use paddock_api_client::Client;
use secrecy::ExposeSecret;

/// The greatest age of the last heartbeat of a healthy bot, which sends one every 30 s.
const MAX_HEARTBEAT_SECONDS: u64 = 90;

pub(super) async fn run(variables: &Variables, part: Part) -> anyhow::Result<()> {
    match part {
        Part::Api => api(variables).await,
        Part::Bot => bot(variables).await,
    }
}

async fn api(variables: &Variables) -> anyhow::Result<()> {
    let address = reachable(variables.api()?.http.listen);
    let client = Client::new(&format!("http://{address}"))?;
    let readiness = client.readiness().await.context("the API is not ready")?;
    ensure!(readiness.ready, "the API is not ready");
    super::print("ok")
}

async fn bot(variables: &Variables) -> anyhow::Result<()> {
    let settings = variables.bot_without_token()?;
    let key = match settings.api_key {
        Some(key) => key,
        None => crate::secrets::load(&variables.data_dir().join("bot-api-key"))?
            .context("Paddock has never run here, and BOT_API_KEY is not set")?,
    };
    let url = settings.api_url.context("API_URL is missing")?;
    let client = Client::new(&url)?.with_bot_key(key.expose_secret());
    let heartbeat = client
        .get_heartbeat()
        .await
        .context("the API has received no heartbeat")?;
    ensure!(
        heartbeat.age_seconds <= MAX_HEARTBEAT_SECONDS,
        "silent for {} s",
        heartbeat.age_seconds
    );
    ensure!(heartbeat.shards > 0, "no shard runs");
    ensure!(
        heartbeat.connected_shards == heartbeat.shards,
        "{} of {} shards are connected to Discord",
        heartbeat.connected_shards,
        heartbeat.shards
    );
    super::print("ok")
}
