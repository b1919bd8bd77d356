//! Waiting for a condition, never for a time.

use std::time::Duration;
use tokio::time::{Instant, sleep};

/// How long a test waits for anything, on the slowest machine, before it fails.
pub const WAIT_TIMEOUT: Duration = Duration::from_secs(45);
/// Time between two checks of a condition that cannot wake us.
const POLL_INTERVAL: Duration = Duration::from_millis(20);

/// Repeats a check until it finds something.
///
/// # Panics
///
/// When it finds nothing within [`WAIT_TIMEOUT`]; the message names `what` was waited for.
#[track_caller]
pub fn eventually<T>(
    what: impl Into<String>,
    mut check: impl AsyncFnMut() -> Option<T>,
) -> impl Future<Output = T> {
    let what = what.into();
    let caller = std::panic::Location::caller();
    async move {
        let deadline = Instant::now() + WAIT_TIMEOUT;
        loop {
            if let Some(found) = check().await {
                return found;
            }
            assert!(
                Instant::now() < deadline,
                "did not happen within {WAIT_TIMEOUT:?}: {what} ({caller})"
            );
            sleep(POLL_INTERVAL).await;
        }
    }
}
