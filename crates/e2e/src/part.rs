//! A part of the system that can be stopped or killed alone.

use crate::WAIT_TIMEOUT;
use std::thread;
use std::time::Duration;
use tokio::runtime::Runtime;
use tokio::task::{JoinHandle, spawn_blocking};
use tokio::time::timeout;
use tokio_util::sync::CancellationToken;

/// How long the blocking tasks of a killed part may go on.
const SHUTDOWN_TIMEOUT: Duration = Duration::from_secs(5);

/// Something that runs on a runtime of its own: all tasks that it started die with the runtime, as
/// they would with a process.
pub struct Part {
    stop: CancellationToken,
    task: Option<JoinHandle<()>>,
    runtime: Option<Runtime>,
}

impl Part {
    /// Starts a part with the token that stops it. If it fails, [`Part::stop`] panics.
    ///
    /// # Panics
    ///
    /// When the operating system has no threads left.
    pub fn start<F, E>(run: impl FnOnce(CancellationToken) -> F) -> Self
    where
        F: Future<Output = Result<(), E>> + Send + 'static,
        E: std::fmt::Debug + Send + 'static,
    {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            // The fewest that still race with each other.
            .worker_threads(2)
            .enable_all()
            .build()
            .expect("the operating system has threads");
        let stop = CancellationToken::new();
        let running = run(stop.clone());
        let task = runtime.spawn(async move {
            if let Err(error) = running.await {
                panic!("a part ended with {error:?}");
            }
        });
        Self {
            stop,
            task: Some(task),
            runtime: Some(runtime),
        }
    }

    /// Asks it to stop and waits until it has.
    ///
    /// # Panics
    ///
    /// When it does not stop in time, or ends with an error.
    pub async fn stop(mut self) {
        self.stop.cancel();
        let task = self.task.take().expect("it is stopped once");
        timeout(WAIT_TIMEOUT, task)
            .await
            .expect("a part does not stop")
            .expect("a part failed");
        self.end().await;
    }

    /// Ends it as `kill -9` would: wherever it is, without an orderly stop.
    pub async fn kill(mut self) {
        self.end().await;
    }

    async fn end(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            spawn_blocking(move || runtime.shutdown_timeout(SHUTDOWN_TIMEOUT))
                .await
                .expect("a shutdown does not panic");
        }
    }
}

impl Drop for Part {
    fn drop(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            // On another thread, because a runtime cannot be waited for from within one.
            thread::spawn(move || runtime.shutdown_timeout(SHUTDOWN_TIMEOUT))
                .join()
                .ok();
        }
    }
}
