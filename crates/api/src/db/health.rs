//! What is known of a database's health.

use super::Error;
use super::sqlite::apart::Apart;
use sqlx::MySqlConnection;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// A write that was taken more recently is proof enough.
const PROVEN_FOR: Duration = Duration::from_secs(10);
/// What was refused to somebody counts for so long, though the small write of a probe may still fit.
const REFUSED_FOR: Duration = Duration::from_secs(30);

/// What is known of writes, and the connection to ask on; one for all who use an engine.
#[derive(Default)]
pub(crate) struct Health {
    writes: Mutex<Writes>,
    pub(super) connection: tokio::sync::Mutex<Option<Connection>>,
}

/// When writes were last taken, and refused since.
#[derive(Debug, Clone, Copy, Default)]
struct Writes {
    taken: Option<Instant>,
    refused: Option<Instant>,
}

pub(super) enum Connection {
    MariaDb(MySqlConnection),
    Sqlite(Apart),
}

impl Health {
    /// Notes what became of a write.
    pub(super) fn note<T>(&self, outcome: &Result<T, Error>) {
        match outcome {
            Ok(_) => self.taken(),
            Err(error) => self.failed(error),
        }
    }

    pub(super) fn taken(&self) {
        let taken = Some(Instant::now());
        *self.writes() = Writes {
            taken,
            refused: None,
        };
    }

    /// Notes why a write failed, where nothing can be written at all.
    pub(super) fn failed(&self, error: &Error) {
        if error.refuses_writes() {
            self.writes().refused = Some(Instant::now());
        }
    }

    /// What the latest writes say, if they are recent enough.
    pub(super) fn known(&self) -> Option<bool> {
        let Writes { taken, refused } = *self.writes();
        let within = |at: Option<Instant>, time| at.is_some_and(|at| at.elapsed() < time);
        if within(refused, REFUSED_FOR) {
            return Some(false);
        }
        (refused.is_none() && within(taken, PROVEN_FOR)).then_some(true)
    }

    fn writes(&self) -> MutexGuard<'_, Writes> {
        self.writes.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Ends its connection.
    pub(super) async fn close(&self) {
        drop(self.connection.lock().await.take());
    }
}
