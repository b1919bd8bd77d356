//! Connections for reads: each is opened when it is needed for the first time, lent for one statement, and returned
//! on the same thread.

use super::super::{Error, Prepared};
use super::connection::{BUSY_TIMEOUT, File, Ran, off_runtime, patiently, run};
use rusqlite::Connection;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::timeout;

/// How long one waits for a connection.
const TURN_TIMEOUT: Duration = Duration::from_secs(5);

/// At most so many connections for reads.
#[derive(Clone)]
pub(super) struct Readers {
    file: Arc<File>,
    turns: Arc<Semaphore>,
    idle: Arc<Mutex<Vec<Connection>>>,
}

/// A connection that returns when it is dropped.
struct Reader {
    connection: Option<Connection>,
    readers: Readers,
    /// Given back after the connection.
    _turn: OwnedSemaphorePermit,
}

impl Readers {
    pub(super) fn of(file: Arc<File>, number: usize) -> Self {
        Self {
            file,
            turns: Arc::new(Semaphore::new(number)),
            idle: Arc::default(),
        }
    }

    /// Reads on this thread.
    pub(super) async fn run(&self, prepared: &Prepared) -> Result<Ran, Error> {
        let mut reader = self.reader().await?;
        patiently(|| reader.run(prepared)).await
    }

    /// Reads on a thread of its own, for what may take long.
    pub(super) async fn run_apart(&self, prepared: Prepared) -> Result<Ran, Error> {
        let mut reader = self.reader().await?;
        off_runtime(move || reader.wait_and_run(&prepared)).await
    }

    /// Ends every connection, once nobody reads with it.
    pub(super) fn close(&self) {
        self.turns.close();
        self.idle().clear();
    }

    async fn reader(&self) -> Result<Reader, Error> {
        let turn = match self.turns.clone().try_acquire_owned() {
            Ok(turn) => turn,
            // Boxed: it seldom happens, and is a part of the future of every operation.
            Err(_) => Box::pin(self.turn()).await?,
        };
        // They may just have been closed.
        if self.turns.is_closed() {
            return Err(sqlx::Error::PoolClosed.into());
        }
        let idle = self.idle().pop();
        let connection = match idle {
            Some(connection) => connection,
            None => self.file.open_to_read()?,
        };
        let readers = self.clone();
        Ok(Reader {
            connection: Some(connection),
            readers,
            _turn: turn,
        })
    }

    async fn turn(&self) -> Result<OwnedSemaphorePermit, sqlx::Error> {
        let turn = timeout(TURN_TIMEOUT, self.turns.clone().acquire_owned()).await;
        let turn = turn.map_err(|_| sqlx::Error::PoolTimedOut)?;
        turn.map_err(|_| sqlx::Error::PoolClosed)
    }

    fn idle(&self) -> MutexGuard<'_, Vec<Connection>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Reader {
    /// Waits for a lock of another process where it is: on a thread that may wait.
    fn wait_and_run(&mut self, prepared: &Prepared) -> Result<Ran, Error> {
        self.connection().busy_timeout(BUSY_TIMEOUT)?;
        let outcome = self.run(prepared);
        self.connection().busy_timeout(Duration::ZERO)?;
        outcome
    }

    fn run(&mut self, prepared: &Prepared) -> Result<Ran, Error> {
        run(self.connection(), prepared)
    }

    fn connection(&self) -> &Connection {
        self.connection.as_ref().expect("held until dropped")
    }
}

impl Drop for Reader {
    fn drop(&mut self) {
        let mut idle = self.readers.idle();
        if !self.readers.turns.is_closed() {
            idle.extend(self.connection.take());
        }
    }
}
