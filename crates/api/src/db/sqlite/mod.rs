//! SQLite: readers beside one writer, whose waiting transactions share a COMMIT and so an fsync.
//!
//! Statements run on the thread of their caller, but for what waits for the disk (the COMMIT) or takes
//! long, which runs on a thread of its own.

pub(super) mod apart;
mod connection;
mod readers;
mod transaction;
mod writer;

pub(crate) use self::transaction::Transaction;
pub(super) use self::writer::Batch;

use self::apart::Apart;
use self::connection::{BUSY_TIMEOUT, File, Ran, off_runtime};
use self::readers::Readers;
use self::writer::Queue;
use super::health::Health;
use super::retries::Pace;
use super::{Error, Prepared};
use sqlx::ConnectOptions as _;
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection, SqliteSynchronous};
use std::{path::Path, sync::Arc};
use tokio::task::coop::consume_budget;

/// A database file.
#[derive(Clone)]
pub struct Engine {
    file: Arc<File>,
    /// Whether reads through this handle run on threads of their own.
    at_length: bool,
    readers: Readers,
    writers: Queue,
    health: Arc<Health>,
}

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
            let file = Arc::new(File { path, read_only });
            Ok(Self {
                readers: Readers::of(file.clone(), readers),
                writers: Queue::of(file.open_to_write()?),
                file,
                at_length: false,
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

    pub(super) async fn begin(&self, pace: Pace) -> Result<Transaction, Error> {
        // Boxed, as below: it is a part of the future of every operation.
        let turn = Box::pin(self.writers.turn(pace)).await?;
        Transaction::begin(turn)
    }

    /// One statement is atomic by itself and needs no savepoint.
    async fn run_alone(&self, prepared: &Prepared) -> Result<Ran, Error> {
        match self.attempt(prepared, Pace::Swift).await {
            // Boxed: it seldom happens.
            Err(Error::OneOfSeveral) => Box::pin(self.attempt(prepared, Pace::Careful)).await,
            outcome => outcome,
        }
    }

    async fn attempt(&self, prepared: &Prepared, pace: Pace) -> Result<Ran, Error> {
        let mut turn = Box::pin(self.writers.turn(pace)).await?;
        let outcome = turn.run(prepared);
        turn.durable().await.and(outcome)
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
        self.writers.wait_for_commit().await;
        self.readers.close();
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
            Self::Transaction(transaction) => transaction.run(&prepared),
            Self::Apart(apart) => apart.run(prepared).await,
        }
    }
}
