//! The signals that stop the process.

use tokio_util::sync::CancellationToken;

/// A token that Ctrl-C or SIGTERM cancels.
pub(crate) fn stop() -> CancellationToken {
    let stop = CancellationToken::new();
    let token = stop.clone();
    tokio::spawn(async move {
        wait().await;
        // Before the log line, on which the stop must not depend.
        token.cancel();
        tracing::info!("stopping");
    });
    stop
}

#[cfg(unix)]
async fn wait() {
    use tokio::signal::unix::{SignalKind, signal};
    let mut terminate = signal(SignalKind::terminate()).expect("signals can be listened to");
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        _ = terminate.recv() => {}
    }
}

#[cfg(not(unix))]
async fn wait() {
    tokio::signal::ctrl_c().await.ok();
}
