//! SQLite: readers beside one writer, whose waiting transactions share a COMMIT and so an fsync.
//!
//! A transaction that finds no open batch opens one and queues its COMMIT behind those that already
//! wait for the writing connection; each of them works in a savepoint of the batch and returns from its
//! commit only when the batch is on disk. So `synchronous=FULL` holds its promise at a fraction of its
//! price.

use super::error::{ended_the_batch, shared};
use super::health::Health;
use super::{Outcome, Prepared, Statement, run};
use sqlx::sqlite::{
    SqliteConnectOptions, SqliteConnection, SqliteJournalMode, SqlitePool, SqlitePoolOptions,
    SqliteSynchronous,
};
use sqlx::{ConnectOptions, Connection, Executor, Sqlite};
use std::{path::Path, sync::Arc, time::Duration};
use tokio::sync::{Mutex, OwnedMutexGuard, watch};
use tokio::time::timeout;

/// How long a statement waits for a lock that another process holds.
const BUSY_TIMEOUT: Duration = Duration::from_secs(3);
/// How long one waits for its turn to write, or to read.
const TURN_TIMEOUT: Duration = Duration::from_secs(5);
/// The same for a probe, which is answered in time by all means.
const PROBE_BUSY_TIMEOUT: Duration = Duration::from_millis(300);

/// A database file.
#[derive(Clone)]
pub struct Engine {
    options: Arc<SqliteConnectOptions>,
    readers: SqlitePool,
    writer: Arc<Mutex<Writer>>,
    health: Arc<Health>,
}

/// The writing connection, used under its lock only.
struct Writer {
    connection: SqliteConnection,
    /// Reports to the members of the open batch how it ended.
    batch: Option<watch::Receiver<Option<Ended>>>,
    /// The last savepoint was dropped, not committed.
    abandoned: bool,
    /// What undid the open batch: nobody of it may go on in a transaction that is no longer there.
    lost: Option<Arc<sqlx::Error>>,
}

type Turn = OwnedMutexGuard<Writer>;
type Ended = Result<(), Arc<sqlx::Error>>;

/// A savepoint in the open batch; undone when dropped.
pub struct Transaction(Option<Turn>);

/// Where a statement runs.
pub(crate) enum Lane<'c> {
    /// On any reading connection.
    Readers(&'c SqlitePool),
    /// Alone, on the writing connection.
    Writer(&'c Engine),
    /// In a transaction.
    Transaction(&'c mut Transaction),
    /// On a connection that is nobody else's.
    Apart(&'c mut SqliteConnection),
}

impl Engine {
    /// Opens the file, and makes it when it is not there.
    pub async fn open(path: &Path, readers: u32) -> sqlx::Result<Self> {
        let options = SqliteConnectOptions::new()
            .filename(path)
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .busy_timeout(BUSY_TIMEOUT);
        Self::connect(options, readers).await
    }

    /// Opens a file that is there, and changes nothing in it.
    pub(super) async fn open_read_only(path: &Path, readers: u32) -> sqlx::Result<Self> {
        let options = SqliteConnectOptions::new()
            .filename(path)
            .read_only(true)
            .busy_timeout(BUSY_TIMEOUT);
        Self::connect(options, readers).await
    }

    async fn connect(options: SqliteConnectOptions, readers: u32) -> sqlx::Result<Self> {
        let connection = SqliteConnection::connect_with(&options).await?;
        let writer = Writer {
            connection,
            batch: None,
            abandoned: false,
            lost: None,
        };
        let readers = SqlitePoolOptions::new()
            .max_connections(readers)
            .test_before_acquire(false)
            .acquire_timeout(TURN_TIMEOUT)
            .connect_with(options.clone().read_only(true))
            .await?;
        Ok(Self {
            options: Arc::new(options),
            readers,
            writer: Arc::new(Mutex::new(writer)),
            health: Arc::default(),
        })
    }

    pub(super) fn read_lane(&self) -> Lane<'_> {
        Lane::Readers(&self.readers)
    }

    pub(super) fn write_lane(&self) -> Lane<'_> {
        Lane::Writer(self)
    }

    pub(super) async fn begin(&self) -> sqlx::Result<Transaction> {
        let engine = self.clone();
        uncancelled(async move {
            let mut turn = engine.turn().await?;
            turn.execute("SAVEPOINT work").await?;
            Ok(Transaction(Some(turn)))
        })
        .await
    }

    /// One statement is atomic by itself and needs no savepoint.
    async fn run_alone(&self, statement: Statement<Sqlite>) -> Outcome<Sqlite> {
        let engine = self.clone();
        uncancelled(async move {
            let mut turn = engine.turn().await?;
            let outcome = turn.run(statement).await;
            durable(turn).await.and(outcome)
        })
        .await
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
        let options =
            SqliteConnectOptions::clone(&self.options).synchronous(SqliteSynchronous::Normal);
        SqliteConnection::connect_with(&options).await
    }

    /// A connection besides those of the service, for what takes long.
    pub(super) async fn connect_apart(&self) -> sqlx::Result<SqliteConnection> {
        let options = SqliteConnectOptions::clone(&self.options);
        options.disable_statement_logging().connect().await
    }

    pub(super) fn health(&self) -> &Health {
        &self.health
    }

    /// The connection of the probe, which writes besides all others.
    pub(super) async fn connect_to_probe(&self) -> sqlx::Result<SqliteConnection> {
        let options = SqliteConnectOptions::clone(&self.options).busy_timeout(PROBE_BUSY_TIMEOUT);
        SqliteConnection::connect_with(&options).await
    }

    pub(super) async fn close(&self) {
        self.wait_for_commit().await;
        self.readers.close().await;
    }

    /// Waits for the connection. A transaction that finds no open batch opens one and queues its
    /// COMMIT. The lock is fair: all that queued ahead of that COMMIT belong to the batch.
    async fn turn(&self) -> sqlx::Result<Turn> {
        let turn = timeout(TURN_TIMEOUT, self.writer.clone().lock_owned()).await;
        let mut turn = turn.map_err(|_| sqlx::Error::PoolTimedOut)?;
        turn.undo_abandoned().await?;
        if turn.batch.is_none() {
            turn.connection.execute("BEGIN IMMEDIATE").await?;
            let (end, batch) = watch::channel(None);
            turn.batch = Some(batch);
            let writer = self.writer.clone();
            tokio::spawn(async move {
                let ended = writer.lock_owned().await.commit().await;
                end.send_replace(Some(ended));
            });
        }
        Ok(turn)
    }
}

impl Writer {
    async fn commit(&mut self) -> Ended {
        self.batch = None;
        let ended = match self.undo_abandoned().await {
            Ok(()) => self.execute("COMMIT").await,
            Err(error) => Err(error),
        };
        // What undid the batch says more than what failed because it was undone.
        let lost = self.lost.take();
        let ended = ended.map_err(|error| lost.unwrap_or_else(|| Arc::new(error)));
        if ended.is_err() {
            self.abandoned = false;
            self.connection.execute("ROLLBACK").await.ok();
        }
        ended
    }

    async fn undo_abandoned(&mut self) -> sqlx::Result<()> {
        if self.abandoned {
            self.execute("ROLLBACK TO work; RELEASE work").await?;
            self.abandoned = false;
        }
        Ok(())
    }

    async fn execute(&mut self, sql: &'static str) -> sqlx::Result<()> {
        self.goes_on()?;
        let outcome = self.connection.execute(sql).await.map(drop);
        self.noticed(outcome)
    }

    async fn run(&mut self, statement: Statement<Sqlite>) -> Outcome<Sqlite> {
        self.goes_on()?;
        let outcome = run(&mut self.connection, statement).await;
        self.noticed(outcome)
    }

    /// Fails once the batch was undone: by itself a statement would be its own transaction.
    fn goes_on(&self) -> sqlx::Result<()> {
        self.lost.clone().map_or(Ok(()), |lost| Err(shared(lost)))
    }

    fn noticed<T>(&mut self, outcome: sqlx::Result<T>) -> sqlx::Result<T> {
        outcome.map_err(|error| {
            if !ended_the_batch(&error) {
                return error;
            }
            let lost = Arc::new(error);
            self.lost = Some(lost.clone());
            shared(lost)
        })
    }
}

/// Runs to its end even if the caller stops waiting: no request leaves the writer half way.
async fn uncancelled<T: Send + 'static>(
    work: impl Future<Output = sqlx::Result<T>> + Send + 'static,
) -> sqlx::Result<T> {
    tokio::spawn(work)
        .await
        .map_err(|_| sqlx::Error::WorkerCrashed)?
}

/// Lets the next one write, then waits for the batch's COMMIT.
async fn durable(turn: Turn) -> sqlx::Result<()> {
    let mut batch = turn.batch.clone().expect("a turn belongs to a batch");
    drop(turn);
    let ended = batch
        .wait_for(Option::is_some)
        .await
        .map_err(|_| sqlx::Error::WorkerCrashed)?
        .clone();
    ended.expect("waited until it was there").map_err(shared)
}

impl Transaction {
    pub(super) async fn commit(mut self) -> sqlx::Result<()> {
        let mut turn = self.0.take().expect("held until commit");
        uncancelled(async move {
            if let Err(error) = turn.execute("RELEASE work").await {
                turn.abandoned = true;
                return Err(error);
            }
            durable(turn).await
        })
        .await
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
    pub(super) async fn run(self, prepared: &Prepared) -> Outcome<Sqlite> {
        let statement = prepared.statement();
        match self {
            Self::Readers(pool) => run(pool, statement).await,
            Self::Writer(engine) => {
                let outcome = engine.run_alone(statement).await;
                engine.health.note(&outcome);
                outcome
            }
            Self::Transaction(Transaction(turn)) => {
                let turn = turn.as_mut().expect("held until commit");
                turn.run(statement).await
            }
            Self::Apart(connection) => run(connection, statement).await,
        }
    }
}
