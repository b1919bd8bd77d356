//! The heartbeat by which the API knows that the bot runs.

use crate::bot::Bot;
use paddock_api_types::{BotVersion, bot::SendHeartbeat};
use std::{sync::Arc, time::Duration};
use tokio::time::sleep;
use tokio_util::sync::CancellationToken;

const INTERVAL: Duration = Duration::from_secs(30);

/// Sends a heartbeat every half minute, and immediately when a shard connects or disconnects, or when
/// Discord grants other intents.
pub(crate) async fn run(bot: Arc<Bot>, stop: CancellationToken) {
    let mut connected = bot.shards.connected();
    let mut intents = bot.intents.watch();
    loop {
        let heartbeat = SendHeartbeat {
            version: BotVersion::new(env!("CARGO_PKG_VERSION")).expect("versions are short"),
            shards: bot.shards.total,
            connected_shards: *connected.borrow_and_update(),
            intents: Some(intents.borrow_and_update().report()),
        };
        if let Err(error) = bot.api.send_heartbeat(&heartbeat).await {
            tracing::warn!(%error, "the API did not receive the heartbeat");
        }
        tokio::select! {
            () = sleep(INTERVAL) => {}
            _ = connected.changed() => {}
            _ = intents.changed() => {}
            () = stop.cancelled() => return,
        }
    }
}
