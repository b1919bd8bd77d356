//! Waiting for a condition, never for a time.

use std::time::Duration;
use tokio::time::{Instant, sleep};

/// How long anything may take on the slowest machine before the test gives up.
pub const PATIENCE: Duration = Duration::from_secs(45);
/// Between two looks at what cannot wake us.
const LOOK_EVERY: Duration = Duration::from_millis(20);

/// Looks until there is something to see.
///
/// # Panics
///
/// When there is nothing within [`PATIENCE`]; `what` says what was waited for.
#[track_caller]
pub fn eventually<T>(
    what: &str,
    mut look: impl AsyncFnMut() -> Option<T>,
) -> impl Future<Output = T> {
    let caller = std::panic::Location::caller();
    async move {
        let deadline = Instant::now() + PATIENCE;
        loop {
            if let Some(found) = look().await {
                return found;
            }
            assert!(
                Instant::now() < deadline,
                "did not happen within {PATIENCE:?}: {what} ({caller})"
            );
            sleep(LOOK_EVERY).await;
        }
    }
}
