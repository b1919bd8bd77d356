//! SQLite: readers beside one writer, whose waiting transactions share a COMMIT and so an fsync.
//!
//! A transaction that finds no open batch opens one and queues its COMMIT behind those that already
//! wait for the writing connection; each of them works in a savepoint of the batch and returns from its
//! commit only when the batch is on disk. So `synchronous=FULL` holds its promise at a fraction of its
//! price.
//!
//! Statements run on the thread of their caller, but for what waits for the disk (the COMMIT) or takes
//! long, which runs on a thread of its own.

pub(super) mod apart;
mod connection;
mod readers;

use self::apart::Apart;
use self::connection::{BUSY_TIMEOUT, File, Ran, off_runtime, patiently, run};
use self::readers::Readers;
use super::health::Health;
use super::{Error, Prepared};
use rusqlite::Connection;
use sqlx::ConnectOptions as _;
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection, SqliteSynchronous};
use std::{path::Path, sync::Arc, time::Duration};
use tokio::sync::{Mutex, OwnedMutexGuard, watch};
use tokio::task::coop::consume_budget;
use tokio::time::timeout;

/// How long one waits for the turn to write.
const TURN_TIMEOUT: Duration = Duration::from_secs(5);

/// A database file.
#[derive(Clone)]
pub struct Engine {
    file: Arc<File>,
    /// Whether reads through this handle run on threads of their own.
    at_length: bool,
    readers: Readers,
    writer: Arc<Mutex<Writer>>,
    health: Arc<Health>,
}

/// The writing connection, used under its lock only.
struct Writer {
    connection: Connection,
    /// Reports to the members of the open batch how it ended.
    batch: Option<watch::Receiver<Option<Ended>>>,
    /// The last savepoint was dropped, not committed.
    abandoned: bool,
    /// What undid the open batch: nobody of it may go on in a transaction that is no longer there.
    lost: Option<Arc<rusqlite::Error>>,
}

type Turn = OwnedMutexGuard<Writer>;
type Ended = Result<(), Arc<rusqlite::Error>>;

/// A savepoint in the open batch; undone when dropped.
pub struct Transaction(Option<Turn>);

/// Where a statement runs.
pub(crate) enum Lane<'c> {
    /// On any reading connection.
    Readers(&'c Engine),
    /// Alone, on the writing connection.
    Writer(&'c Engine),
    /// In a transaction.
    Transaction(&'c mut Transaction),
    /// On a connection that is nobody else's.
    Apart(&'c mut Apart),
}

impl Engine {
    /// Opens the file, and makes it when it is not there.
    pub async fn open(path: &Path, readers: usize) -> Result<Self, Error> {
        Self::connect(path, readers, false).await
    }

    /// Opens a file that is there, and changes nothing in it.
    pub(super) async fn open_read_only(path: &Path, readers: usize) -> Result<Self, Error> {
        Self::connect(path, readers, true).await
    }

    async fn connect(path: &Path, readers: usize, read_only: bool) -> Result<Self, Error> {
        let path = path.to_owned();
        off_runtime(move || {
            let file = File { path, read_only };
            let writer = Writer {
                connection: file.open_to_write()?,
                batch: None,
                abandoned: false,
                lost: None,
            };
            Ok(Self {
                readers: Readers::open(&file, readers)?,
                file: Arc::new(file),
                at_length: false,
                writer: Arc::new(Mutex::new(writer)),
                health: Arc::default(),
            })
        })
        .await
    }

    /// The same file, for reads that take long.
    pub(super) fn at_length(&self) -> Self {
        Self {
            at_length: true,
            ..self.clone()
        }
    }

    pub(super) fn read_lane(&self) -> Lane<'_> {
        Lane::Readers(self)
    }

    pub(super) fn write_lane(&self) -> Lane<'_> {
        Lane::Writer(self)
    }

    pub(super) async fn begin(&self) -> Result<Transaction, Error> {
        // Boxed, as below: it is a part of the future of every operation.
        let mut turn = Box::pin(self.turn()).await?;
        turn.control("SAVEPOINT work")?;
        Ok(Transaction(Some(turn)))
    }

    /// One statement is atomic by itself and needs no savepoint.
    async fn run_alone(&self, prepared: &Prepared) -> Result<Ran, Error> {
        let mut turn = Box::pin(self.turn()).await?;
        let outcome = turn.run(prepared);
        durable(turn).await.and(outcome)
    }

    /// Waits until the open batch has ended.
    pub(super) async fn wait_for_commit(&self) {
        let ended = async {
            let batch = self.writer.lock().await.batch.clone();
            if let Some(mut batch) = batch {
                batch.wait_for(Option::is_some).await.ok();
            }
        };
        timeout(TURN_TIMEOUT, ended).await.ok();
    }

    /// A connection for migrations: one that a power cut undoes is simply applied again, so they
    /// need not wait for an fsync each.
    pub(super) async fn connect_unsynced(&self) -> sqlx::Result<SqliteConnection> {
        let options = self.options().synchronous(SqliteSynchronous::Normal);
        options.connect().await
    }

    /// A connection besides those of the service, for what takes long.
    pub(super) async fn connect_apart(&self) -> sqlx::Result<SqliteConnection> {
        self.options().disable_statement_logging().connect().await
    }

    fn options(&self) -> SqliteConnectOptions {
        let options = SqliteConnectOptions::new().filename(&self.file.path);
        let options = options.busy_timeout(BUSY_TIMEOUT);
        options.read_only(self.file.read_only)
    }

    pub(super) fn health(&self) -> &Health {
        &self.health
    }

    /// The connection of the probe, which writes besides all others.
    pub(super) async fn connect_to_probe(&self) -> Result<Apart, Error> {
        Apart::open(self.file.clone()).await
    }

    pub(super) async fn close(&self) {
        self.wait_for_commit().await;
        self.readers.close();
    }

    /// Waits for the connection. A transaction that finds no open batch opens one and queues its
    /// COMMIT. The lock is fair: all that queued ahead of that COMMIT belong to the batch.
    async fn turn(&self) -> Result<Turn, Error> {
        let turn = timeout(TURN_TIMEOUT, self.writer.clone().lock_owned()).await;
        let mut turn = turn.map_err(|_| sqlx::Error::PoolTimedOut)?;
        turn.undo_abandoned()?;
        if turn.batch.is_none() {
            patiently(|| turn.control("BEGIN IMMEDIATE")).await?;
            let (end, batch) = watch::channel(None);
            turn.batch = Some(batch);
            let writer = self.writer.clone();
            tokio::spawn(async move {
                let mut writer = writer.lock_owned().await;
                // It waits for the disk.
                let commit = tokio::task::spawn_blocking(move || writer.commit());
                if let Ok(ended) = commit.await {
                    end.send_replace(Some(ended));
                }
            });
        }
        Ok(turn)
    }
}

impl Writer {
    fn commit(&mut self) -> Ended {
        self.batch = None;
        let ended = self.undo_abandoned().and_then(|()| self.control("COMMIT"));
        // What undid the batch says more than what failed because it was undone.
        let lost = self.lost.take();
        let ended = ended.map_err(|error| match (lost, error) {
            (Some(lost), _) | (None, Error::Sqlite(lost)) => lost,
            (None, other) => unreachable!("a COMMIT reads nothing: {other}"),
        });
        if ended.is_err() {
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
        // Once the batch was undone, a statement would be a transaction by itself.
        if let Some(lost) = &self.lost {
            return Err(Error::Sqlite(lost.clone()));
        }
        let outcome = run(&self.connection, prepared);
        if let Err(Error::Sqlite(error)) = &outcome
            && outcome.as_ref().is_err_and(Error::ended_the_batch)
        {
            self.lost = Some(error.clone());
        }
        outcome
    }
}

/// Lets the next one write, then waits for the batch's COMMIT.
async fn durable(turn: Turn) -> Result<(), Error> {
    let mut batch = turn.batch.clone().expect("a turn belongs to a batch");
    drop(turn);
    let ended = batch
        .wait_for(Option::is_some)
        .await
        .map_err(|_| sqlx::Error::WorkerCrashed)?
        .clone();
    ended
        .expect("waited until it was there")
        .map_err(Error::Sqlite)
}

impl Transaction {
    pub(super) async fn commit(mut self) -> Result<(), Error> {
        // Whatever fails or ends here, dropping what is left of this undoes it.
        let turn = self.0.as_mut().expect("held until commit");
        turn.control("RELEASE work")?;
        let turn = self.0.take().expect("held until commit");
        durable(turn).await
    }

    fn turn(&mut self) -> &mut Turn {
        self.0.as_mut().expect("held until commit")
    }
}

impl Drop for Transaction {
    fn drop(&mut self) {
        if let Some(turn) = &mut self.0 {
            turn.abandoned = true;
        }
    }
}

impl<'c> From<&'c mut Transaction> for Lane<'c> {
    fn from(transaction: &'c mut Transaction) -> Self {
        Lane::Transaction(transaction)
    }
}

impl Lane<'_> {
    /// Runs a statement to its end. Cancelled, it has run or has not, and left nothing half way.
    pub(super) async fn run(self, prepared: Prepared) -> Result<Ran, Error> {
        // Whoever asks for much lets others have the thread now and then.
        consume_budget().await;
        match self {
            Self::Readers(engine) if engine.at_length => engine.readers.run_apart(prepared).await,
            Self::Readers(engine) => engine.readers.run(&prepared).await,
            Self::Writer(engine) => {
                let outcome = engine.run_alone(&prepared).await;
                engine.health.note(&outcome);
                outcome
            }
            Self::Transaction(transaction) => transaction.turn().run(&prepared),
            Self::Apart(apart) => apart.run(prepared).await,
        }
    }
}
