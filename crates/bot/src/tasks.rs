//! Groups of tasks that get some time to finish once the bot stops.

use std::time::Duration;
use tokio::{
    task::{JoinError, JoinSet},
    time::timeout,
};

/// Tasks of one kind. A panic of one is logged and leaves the others running.
#[derive(Debug)]
pub(crate) struct Tasks {
    kind: &'static str,
    running: JoinSet<()>,
}

impl Tasks {
    /// No tasks yet; logs call each of them by `kind`.
    pub(crate) fn new(kind: &'static str) -> Self {
        Self {
            kind,
            running: JoinSet::new(),
        }
    }

    /// Starts a task.
    pub(crate) fn spawn(&mut self, task: impl Future<Output = ()> + Send + 'static) {
        self.running.spawn(task);
    }

    /// The number of tasks that have not been reaped.
    pub(crate) fn len(&self) -> usize {
        self.running.len()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.running.is_empty()
    }

    /// Waits until one task ends; `false` when there is none.
    pub(crate) async fn reap_next(&mut self) -> bool {
        let ended = self.running.join_next().await;
        ended.map(|ended| self.log_panic(ended)).is_some()
    }

    /// Removes the tasks that have ended.
    pub(crate) fn reap(&mut self) {
        while let Some(ended) = self.running.try_join_next() {
            self.log_panic(ended);
        }
    }

    /// Waits until all have ended, and aborts what has not after `limit`.
    pub(crate) async fn shut_down(mut self, limit: Duration) {
        let kind = self.kind;
        let all = async { while self.reap_next().await {} };
        if timeout(limit, all).await.is_err() {
            tracing::warn!(task = kind, "tasks were aborted because the bot stops");
        }
    }

    fn log_panic(&self, ended: Result<(), JoinError>) {
        if let Err(error) = ended {
            tracing::error!(task = self.kind, %error, "a task panicked");
        }
    }
}
