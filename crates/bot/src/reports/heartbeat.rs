//! The sign of life.

use crate::run::Bot;
use paddock_api_types::bot::SendHeartbeat;
use std::{sync::Arc, time::Duration};
use tokio::time::sleep;
use tokio_util::sync::CancellationToken;

const INTERVAL: Duration = Duration::from_secs(30);

/// Tells the API every half minute, and at once when a shard comes or goes, that the bot is there.
pub(crate) async fn heartbeat(bot: Arc<Bot>, stop: CancellationToken) {
    let mut connected = bot.shards.connected();
    loop {
        let heartbeat = SendHeartbeat {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            shards: bot.shards.total,
            connected_shards: *connected.borrow_and_update(),
        };
        if let Err(error) = bot.api.send_heartbeat(&heartbeat).await {
            tracing::warn!(%error, "the API did not hear the heartbeat");
        }
        tokio::select! {
            () = sleep(INTERVAL) => {}
            _ = connected.changed() => {}
            () = stop.cancelled() => return,
        }
    }
}
