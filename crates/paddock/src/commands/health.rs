//! Whether a part is well, told by the exit code: what container health checks ask.

use crate::cli::Part;
use crate::environment::Variables;
use anyhow::{Context, ensure};
use paddock_api_client::Client;
use secrecy::ExposeSecret;

/// A bot that has been silent for longer is not well. It gives a sign of life every 30 s.
const SILENCE_SECONDS: u64 = 90;

pub(super) async fn run(variables: &Variables, part: Part) -> anyhow::Result<()> {
    match part {
        Part::Api => api(variables).await,
        Part::Bot => bot(variables).await,
    }
}

async fn api(variables: &Variables) -> anyhow::Result<()> {
    let config = variables.api()?;
    let mut address = config.http.listen;
    if address.ip().is_unspecified() {
        address.set_ip(std::net::Ipv4Addr::LOCALHOST.into());
    }
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
    let heard = client
        .get_heartbeat()
        .await
        .context("the API has not heard the bot")?;
    ensure!(
        heard.age_seconds <= SILENCE_SECONDS,
        "silent for {} s",
        heard.age_seconds
    );
    ensure!(heard.shards > 0, "no shard runs");
    ensure!(
        heard.connected_shards == heard.shards,
        "{} of {} shards are connected to Discord",
        heard.connected_shards,
        heard.shards
    );
    super::print("ok")
}
