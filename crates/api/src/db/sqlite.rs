//! SQLite: readers beside one writer, whose waiting transactions share a COMMIT and so an fsync.
//!
//! A transaction that finds no open batch opens one and queues its COMMIT behind those that already
//! wait for the writing connection; each of them works in a savepoint of the batch and returns from its
//! commit only when the batch is on disk. So `synchronous=FULL` holds its promise at a fraction of its
//! price.

use super::{Outcome, Statement, run};
use sqlx::sqlite::{
    SqliteConnectOptions, SqliteConnection, SqliteJournalMode, SqlitePool, SqlitePoolOptions,
    SqliteSynchronous,
};
use sqlx::{ConnectOptions, Connection, Executor, Sqlite};
use std::{path::Path, sync::Arc, time::Duration};
use tokio::sync::{Mutex, OwnedMutexGuard, watch};

/// A database file.
#[derive(Clone)]
pub struct Engine {
    options: Arc<SqliteConnectOptions>,
    readers: SqlitePool,
    writer: Arc<Mutex<Writer>>,
}

/// The writing connection, used under its lock only.
struct Writer {
    connection: SqliteConnection,
    /// Reports to the members of the open batch how it ended.
    batch: Option<watch::Receiver<Option<Ended>>>,
    /// The last savepoint was dropped, not committed.
    abandoned: bool,
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
    Transaction(&'c mut SqliteConnection),
}

impl Engine {
    /// Opens the file, and makes it when it is not there.
    pub async fn open(path: &Path, readers: u32) -> sqlx::Result<Self> {
        let options = SqliteConnectOptions::new()
            .filename(path)
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .busy_timeout(Duration::from_secs(5));
        Self::connect(options, readers).await
    }

    /// Opens a file that is there, and changes nothing in it.
    pub(super) async fn open_read_only(path: &Path, readers: u32) -> sqlx::Result<Self> {
        let options = SqliteConnectOptions::new()
            .filename(path)
            .read_only(true)
            .busy_timeout(Duration::from_secs(5));
        Self::connect(options, readers).await
    }

    async fn connect(options: SqliteConnectOptions, readers: u32) -> sqlx::Result<Self> {
        let connection = SqliteConnection::connect_with(&options).await?;
        let writer = Writer {
            connection,
            batch: None,
            abandoned: false,
        };
        let readers = SqlitePoolOptions::new()
            .max_connections(readers)
            .test_before_acquire(false)
            .acquire_timeout(Duration::from_secs(5))
            .connect_with(options.clone().read_only(true))
            .await?;
        Ok(Self {
            options: Arc::new(options),
            readers,
            writer: Arc::new(Mutex::new(writer)),
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
            turn.connection.execute("SAVEPOINT work").await?;
            Ok(Transaction(Some(turn)))
        })
        .await
    }

    /// One statement is atomic by itself and needs no savepoint.
    async fn run_alone(&self, statement: Statement<Sqlite>) -> Outcome<Sqlite> {
        let engine = self.clone();
        uncancelled(async move {
            let mut turn = engine.turn().await?;
            let outcome = run(&mut turn.connection, statement).await;
            // Nobody of this batch may go on in a transaction that is no longer there.
            turn.abandoned = outcome.as_ref().is_err_and(ended_the_batch);
            durable(turn).await.and(outcome)
        })
        .await
    }

    /// Waits until the open batch has ended.
    pub(super) async fn wait_for_commit(&self) {
        let batch = self.writer.lock().await.batch.clone();
        if let Some(mut batch) = batch {
            batch.wait_for(Option::is_some).await.ok();
        }
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

    pub(super) async fn close(&self) {
        self.wait_for_commit().await;
        self.readers.close().await;
    }

    /// Waits for the connection. A transaction that finds no open batch opens one and queues its
    /// COMMIT. The lock is fair: all that queued ahead of that COMMIT belong to the batch.
    async fn turn(&self) -> sqlx::Result<Turn> {
        let mut turn = self.writer.clone().lock_owned().await;
        turn.undo_abandoned().await?;
        if turn.batch.is_none() {
            turn.connection.execute("BEGIN IMMEDIATE").await?;
            let (end, batch) = watch::channel(None);
            turn.batch = Some(batch);
            let writer = self.writer.clone();
            tokio::spawn(async move {
                let ended = writer.lock_owned().await.commit().await;
                end.send_replace(Some(ended.map_err(Arc::new)));
            });
        }
        Ok(turn)
    }
}

impl Writer {
    async fn commit(&mut self) -> sqlx::Result<()> {
        self.batch = None;
        let ended = match self.undo_abandoned().await {
            Ok(()) => self.connection.execute("COMMIT").await.map(drop),
            Err(error) => Err(error),
        };
        if ended.is_err() {
            self.abandoned = false;
            self.connection.execute("ROLLBACK").await.ok();
        }
        ended
    }

    async fn undo_abandoned(&mut self) -> sqlx::Result<()> {
        if self.abandoned {
            self.connection
                .execute("ROLLBACK TO work; RELEASE work")
                .await?;
            self.abandoned = false;
        }
        Ok(())
    }
}

/// Out of memory, an I/O error or a full disk may have rolled back the whole batch.
fn ended_the_batch(error: &sqlx::Error) -> bool {
    let sqlx::Error::Database(error) = error else {
        return false;
    };
    let code = error.code().and_then(|code| code.parse::<i32>().ok());
    code.is_some_and(|code| matches!(code & 0xff, 7 | 10 | 13))
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
    ended
        .expect("waited until it was there")
        .map_err(|error| sqlx::Error::Protocol(format!("shared COMMIT: {error}")))
}

impl Transaction {
    pub(super) async fn commit(mut self) -> sqlx::Result<()> {
        let mut turn = self.0.take().expect("held until commit");
        uncancelled(async move {
            if let Err(error) = turn.connection.execute("RELEASE work").await {
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
        Lane::Transaction(
            &mut transaction
                .0
                .as_mut()
                .expect("held until commit")
                .connection,
        )
    }
}

impl Lane<'_> {
    pub(super) async fn run(self, statement: Statement<Sqlite>) -> Outcome<Sqlite> {
        match self {
            Self::Readers(pool) => run(pool, statement).await,
            Self::Writer(engine) => engine.run_alone(statement).await,
            Self::Transaction(connection) => run(connection, statement).await,
        }
    }
}
