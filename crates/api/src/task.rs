//! Tasks of their own, for what has to come to its end although whoever asked may stop waiting.

use std::panic::resume_unwind;
use tokio::task::JoinHandle;

/// What a task comes to. A panic within it goes on here.
pub(crate) async fn ended<T>(task: JoinHandle<T>) -> T {
    let outcome = task.await;
    outcome.unwrap_or_else(|panicked| resume_unwind(panicked.into_panic()))
}
