//! The writing connection, and the batches of those who wait for it.
//!
//! Whoever finds no open batch opens one and queues its COMMIT behind those that already wait for the
//! connection; each of them works in that batch and goes on only when it is on disk. So `synchronous=FULL` holds
//! its promise at a fraction of its price.
//!
//! A transaction that is undone takes the whole batch with it, whose members run again. So that this does not
//! happen to them twice, nor to those who wait behind them, transactions have savepoints in the batches after it.

use super::super::retries::Pace;
use super::super::{Error, Prepared};
use super::connection::{Ran, off_runtime, patiently, run};
use rusqlite::Connection;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{Mutex, OwnedMutexGuard, watch};
use tokio::time::timeout;

/// How long one waits for the turn to write.
const TURN_TIMEOUT: Duration = Duration::from_secs(5);
/// In how many batches after one that was undone transactions have savepoints: where many are refused after they
/// have changed something, one batch in so many is done twice, and the others at the price of savepoints.
const CAREFUL_BATCHES: u32 = 64;

/// Those who wait for the writing connection, in the order of their coming.
#[derive(Clone)]
pub(super) struct Queue(Arc<Mutex<Writer>>);

/// The writing connection, used under its lock only.
pub(super) struct Writer {
    connection: Connection,
    /// The open one.
    batch: Option<Batch>,
    /// How many rows the connection had changed when that began.
    changes: u64,
    /// In how many batches, beginning with the open one, transactions have savepoints.
    careful: u32,
    /// The last transaction with a savepoint was dropped, and is still to be undone.
    abandoned: bool,
    /// What the open batch is undone by: nobody of it may go on.
    lost: Option<Lost>,
}

/// What a batch was undone by.
#[derive(Debug, Clone)]
enum Lost {
    Failed(Arc<rusqlite::Error>),
    /// One of its transactions, which had no savepoint.
    Undone,
}

impl From<Lost> for Error {
    fn from(lost: Lost) -> Self {
        match lost {
            Lost::Failed(error) => Self::Sqlite(error),
            Lost::Undone => Self::OneOfSeveral,
        }
    }
}

/// Tells the members of a batch how it ended.
#[derive(Clone)]
pub(in super::super) struct Batch(watch::Receiver<Option<Result<(), Lost>>>);

/// The right to write, as a member of the open batch.
pub(super) struct Turn(OwnedMutexGuard<Writer>);

impl Queue {
    pub(super) fn of(connection: Connection) -> Self {
        Self(Arc::new(Mutex::new(Writer {
            connection,
            batch: None,
            changes: 0,
            careful: 0,
            abandoned: false,
            lost: None,
        })))
    }

    /// Waits for the connection. Whoever finds no open batch opens one and queues its COMMIT. The lock is
    /// fair: all that queued ahead of that COMMIT belong to the batch.
    pub(super) async fn turn(&self, pace: Pace) -> Result<Turn, Error> {
        let writer = timeout(TURN_TIMEOUT, self.sound()).await;
        let mut writer = writer.map_err(|_| sqlx::Error::PoolTimedOut)?;
        writer.undo_abandoned()?;
        if writer.batch.is_none() {
            patiently(|| writer.control("BEGIN IMMEDIATE")).await?;
            let (end, batch) = watch::channel(None);
            writer.batch = Some(Batch(batch));
            writer.changes = writer.connection.total_changes();
            let queue = self.0.clone();
            tokio::spawn(async move {
                let mut writer = queue.lock_owned().await;
                // It waits for the disk.
                if let Ok(ended) = off_runtime(move || Ok(writer.commit())).await {
                    end.send_replace(Some(ended));
                }
            });
        }
        if pace == Pace::Careful {
            writer.careful = writer.careful.max(1);
        }
        Ok(Turn(writer))
    }

    /// Waits until no batch is open.
    pub(super) async fn wait_for_commit(&self) {
        let ended = async {
            loop {
                let batch = self.0.lock().await.batch.clone();
                let Some(batch) = batch else { break };
                batch.ended().await.ok();
            }
        };
        timeout(TURN_TIMEOUT, ended).await.ok();
    }

    /// The connection, once a batch that one of its transactions undid has ended. Where the file failed, whoever
    /// comes meanwhile is told so as well.
    async fn sound(&self) -> OwnedMutexGuard<Writer> {
        loop {
            let writer = self.0.clone().lock_owned().await;
            match &writer.batch {
                Some(batch) if matches!(writer.lost, Some(Lost::Undone)) => {
                    let batch = batch.clone();
                    drop(writer);
                    batch.ended().await.ok();
                }
                _ => return writer,
            }
        }
    }
}

impl Batch {
    /// Waits until it has ended, and fails as it did.
    pub(in super::super) async fn ended(mut self) -> Result<(), Error> {
        let ended = self.0.wait_for(Option::is_some).await;
        let ended = ended.map_err(|_| sqlx::Error::WorkerCrashed)?.clone();
        Ok(ended.expect("waited until it was there")?)
    }
}

impl Turn {
    /// Whether a transaction that begins now needs a savepoint.
    pub(super) fn is_careful(&self) -> bool {
        self.0.careful > 0
    }

    /// How many rows the connection has changed since it was opened. Changes of tables themselves do not count:
    /// no transaction makes any.
    pub(super) fn changes(&self) -> u64 {
        self.0.connection.total_changes()
    }

    pub(super) fn run(&mut self, prepared: &Prepared) -> Result<Ran, Error> {
        self.0.run(prepared)
    }

    pub(super) fn control(&mut self, sql: &'static str) -> Result<(), Error> {
        self.0.control(sql)
    }

    /// Has what was done since the savepoint undone.
    pub(super) fn abandon(&mut self) {
        self.0.abandoned = true;
    }

    /// Has what the whole batch has done undone.
    pub(super) fn undo_batch(&mut self) {
        self.0.lost.get_or_insert(Lost::Undone);
    }

    /// The batch, if anybody of it has changed anything: what is read now may be undone with it.
    pub(super) fn uncommitted(&self) -> Option<Batch> {
        (self.changes() != self.0.changes).then(|| self.batch())
    }

    fn batch(&self) -> Batch {
        self.0.batch.clone().expect("a turn belongs to a batch")
    }

    /// Lets the next one write, then waits for the batch's COMMIT.
    pub(super) async fn durable(self) -> Result<(), Error> {
        let batch = self.batch();
        drop(self);
        batch.ended().await
    }
}

impl Writer {
    fn commit(&mut self) -> Result<(), Lost> {
        self.batch = None;
        self.careful = self.careful.saturating_sub(1);
        let ended = self.undo_abandoned().and_then(|()| self.control("COMMIT"));
        // What undid the batch says more than what failed because it was undone.
        let lost = self.lost.take();
        let ended = ended.map_err(|error| match (lost, error) {
            (Some(lost), _) => lost,
            (None, Error::Sqlite(failed)) => Lost::Failed(failed),
            (None, other) => unreachable!("a COMMIT reads nothing: {other}"),
        });
        if let Err(lost) = &ended {
            if matches!(lost, Lost::Undone) {
                self.careful = CAREFUL_BATCHES;
            }
            self.abandoned = false;
            self.connection.execute_batch("ROLLBACK").ok();
        }
        ended
    }

    fn undo_abandoned(&mut self) -> Result<(), Error> {
        if self.abandoned {
            self.control("ROLLBACK TO work")?;
            self.control("RELEASE work")?;
            self.abandoned = false;
        }
        Ok(())
    }

    fn control(&mut self, sql: &'static str) -> Result<(), Error> {
        self.run(&Prepared::new(sql, ())).map(drop)
    }

    fn run(&mut self, prepared: &Prepared) -> Result<Ran, Error> {
        // What SQLite has rolled back is no transaction any more, in which a statement would be one by itself.
        if let Some(lost) = &self.lost {
            return Err(lost.clone().into());
        }
        let outcome = run(&self.connection, prepared);
        if let Err(Error::Sqlite(error)) = &outcome
            && self.batch.is_some()
            && (outcome.as_ref().is_err_and(Error::ended_the_batch)
                || self.connection.is_autocommit())
        {
            self.lost = Some(Lost::Failed(error.clone()));
        }
        outcome
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// There is nobody whom it could have taken along, and no COMMIT that would put an end to it.
    #[tokio::test]
    async fn what_fails_outside_a_batch_stops_nobody_after_it() {
        let queue = Queue::of(Connection::open_in_memory().unwrap());
        let mut writer = queue.0.lock().await;
        writer.control("PRAGMA max_page_count = 1").unwrap();
        let full = writer.control("CREATE TABLE seats (seat INTEGER)");
        assert!(full.unwrap_err().ended_the_batch());
        writer.control("PRAGMA max_page_count = 100").unwrap();
        drop(writer);
        let mut turn = queue.turn(Pace::Swift).await.unwrap();
        turn.control("CREATE TABLE seats (seat INTEGER)").unwrap();
        turn.durable().await.unwrap();
    }
}
