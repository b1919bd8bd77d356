//! The same work directly on the database, over as many connections as Paddock has.

use crate::engine::{
    self, Engine, MARIADB_CONNECTIONS, Place, SQLITE_READERS, Synchronous, Value, is_conflict,
};
use crate::http::GUILD;
use crate::load::Answers;
use crate::statements as sql;
use anyhow::Result;
use rusqlite::Connection;
use sqlx::mysql::MySqlConnection;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};
use tokio::sync::mpsc;
use tokio::task::JoinSet;

/// As long as the values that Paddock stores.
const FINGERPRINT: &str = "47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU";
const REQUEST_ID: &str = "0123456789abcdef";

/// A repeated read.
pub(crate) trait Read: Send + Sync + 'static {
    /// The parameters of one repetition.
    type Item: Copy + Send;

    /// The parameters of the next repetition.
    fn draw(&self) -> Self::Item;

    /// Runs statements that only read, outside any transaction.
    fn read<E: Engine>(
        &self,
        engine: &mut E,
        item: Self::Item,
    ) -> impl Future<Output = sqlx::Result<()>> + Send;
}

/// A repeated write, preceded by the statements of [`Read`].
pub(crate) trait Write: Read {
    /// Whether it is a single statement, without an explicit transaction.
    const ALONE: bool;

    /// Runs the statements of the transaction.
    fn write<E: Engine>(
        &self,
        engine: &mut E,
        item: Self::Item,
    ) -> impl Future<Output = sqlx::Result<()>> + Send;
}

/// Takes turns.
#[derive(Default)]
pub(crate) struct Turns(AtomicUsize);

impl Turns {
    /// The next of `count` indices.
    pub(crate) fn next(&self, count: usize) -> usize {
        self.0.fetch_add(1, Ordering::Relaxed) % count
    }
}

/// The first statement of every call, which reads the caller's standing.
pub(crate) async fn standing<E: Engine>(engine: &mut E, user: i64) -> sqlx::Result<()> {
    let values = [GUILD, user].map(Value::Number);
    engine.read(sql::STANDING, &values, None).await?;
    Ok(())
}

/// The last statements of a write: its entry in the audit log, and its answer for a repetition.
pub(crate) struct Recorded<'a> {
    pub(crate) user: i64,
    /// Number of the idempotency key.
    pub(crate) key: i64,
    /// In milliseconds since 1970.
    pub(crate) at: i64,
    /// Id of the entry.
    pub(crate) entry: i64,
    pub(crate) action: &'a str,
    pub(crate) subject: &'a str,
    /// What changed, as JSON.
    pub(crate) change: &'a str,
    pub(crate) answer: &'a str,
}

impl Recorded<'_> {
    pub(crate) async fn audit<E: Engine>(&self, engine: &mut E) -> sqlx::Result<()> {
        let values = [
            Value::Number(self.entry),
            Value::Number(GUILD),
            Value::Number(self.at),
            Value::Number(self.user),
            Value::Text("discord"),
            Value::Text(self.action),
            Value::Text(self.subject),
            Value::Text("{}"),
            Value::Text(self.change),
            Value::Text(REQUEST_ID),
        ];
        engine.write(sql::AUDIT, &values).await.map(drop)
    }

    pub(crate) async fn keep_answer<E: Engine>(&self, engine: &mut E) -> sqlx::Result<()> {
        let key = digits(self.key);
        let values = [
            Value::Number(GUILD),
            Value::Number(self.user),
            Value::Text(&key),
            Value::Text(FINGERPRINT),
            Value::Text(self.answer),
            Value::Number(self.user),
            Value::Number(self.at),
        ];
        engine.write(sql::KEEP_ANSWER, &values).await.map(drop)
    }
}

fn digits(key: i64) -> String {
    format!("{key:019}")
}

/// Label of readers in a table.
pub(crate) fn readers(on_sqlite: bool) -> String {
    let connections = if on_sqlite {
        SQLITE_READERS
    } else {
        MARIADB_CONNECTIONS
    };
    format!("{connections} connections")
}

/// Label of writers in a table.
pub(crate) fn writers(on_sqlite: bool, batch: u32) -> String {
    match (on_sqlite, batch) {
        (false, _) => readers(on_sqlite),
        (true, 1) => "one writer, a COMMIT for each".to_owned(),
        (true, batch) => format!("one writer, a COMMIT for {batch}"),
    }
}

/// Connections that stay open, as Paddock's do.
pub(crate) enum Direct {
    /// To a file.
    Sqlite {
        /// SQLite allows one writer.
        writer: Connection,
        /// Connections that only read.
        readers: Vec<Connection>,
    },
    /// To a server.
    MariaDb(Vec<MySqlConnection>),
}

impl Direct {
    pub(crate) async fn open(place: &Place) -> Result<Self> {
        Ok(match place {
            Place::Sqlite(path) => {
                let mut readers = Vec::new();
                for _ in 0..SQLITE_READERS {
                    readers.push(engine::sqlite(path, Synchronous::Full)?);
                }
                let writer = engine::sqlite(path, Synchronous::Full)?;
                Self::Sqlite { writer, readers }
            }
            Place::MariaDb(options) => {
                let mut connections = Vec::new();
                for _ in 0..MARIADB_CONNECTIONS {
                    connections.push(engine::mariadb(options).await?);
                }
                Self::MariaDb(connections)
            }
        })
    }

    /// Reads and writes for `length`. On SQLite, `batch` writes share a COMMIT.
    pub(crate) async fn write<W: Write>(
        &mut self,
        work: &Arc<W>,
        length: Duration,
        batch: u32,
    ) -> Result<Answers> {
        match self {
            Self::Sqlite { writer, readers } => {
                one_writer(writer, readers, length, batch, work).await
            }
            Self::MariaDb(connections) => everywhere(connections, length, work, write_once).await,
        }
    }

    /// Writes for `length` without reading: the rate at which single statements become durable.
    pub(crate) async fn commit<W: Write>(
        &mut self,
        work: &Arc<W>,
        length: Duration,
    ) -> Result<Answers> {
        match self {
            Self::Sqlite { writer, .. } => {
                let started = Instant::now();
                let mut count = 0;
                while started.elapsed() < length {
                    work.write(writer, work.draw()).await?;
                    count += 1;
                }
                Ok(Answers::counted(count, started.elapsed()))
            }
            Self::MariaDb(connections) => everywhere(connections, length, work, commit_once).await,
        }
    }

    /// Reads for `length`.
    pub(crate) async fn read<R: Read>(
        &mut self,
        work: &Arc<R>,
        length: Duration,
    ) -> Result<Answers> {
        match self {
            Self::Sqlite { readers, .. } => everywhere(readers, length, work, read_once).await,
            Self::MariaDb(connections) => everywhere(connections, length, work, read_once).await,
        }
    }
}

/// Repeats `one` on every connection.
async fn everywhere<E, W, F>(
    connections: &mut Vec<E>,
    length: Duration,
    work: &Arc<W>,
    one: fn(E, Arc<W>) -> F,
) -> Result<Answers>
where
    E: Engine,
    W: Read,
    F: Future<Output = sqlx::Result<E>> + Send + 'static,
{
    let started = Instant::now();
    let mut tasks = JoinSet::new();
    for mut connection in connections.drain(..) {
        let work = work.clone();
        tasks.spawn(async move {
            let mut count = 0;
            while started.elapsed() < length {
                connection = one(connection, work.clone()).await?;
                count += 1;
            }
            Ok::<_, sqlx::Error>((connection, count))
        });
    }
    let mut sum = 0;
    while let Some(done) = tasks.join_next().await {
        let (connection, count) = done??;
        connections.push(connection);
        sum += count;
    }
    Ok(Answers::counted(sum, started.elapsed()))
}

async fn read_once<E: Engine, R: Read>(mut connection: E, work: Arc<R>) -> sqlx::Result<E> {
    work.read(&mut connection, work.draw()).await?;
    Ok(connection)
}

/// Runs one transaction, and repeats it if it loses a conflict.
async fn write_once<E: Engine, W: Write>(mut connection: E, work: Arc<W>) -> sqlx::Result<E> {
    let item = work.draw();
    work.read(&mut connection, item).await?;
    if W::ALONE {
        work.write(&mut connection, item).await?;
        return Ok(connection);
    }
    loop {
        connection.control("BEGIN").await?;
        match work.write(&mut connection, item).await {
            Ok(()) => {
                connection.control("COMMIT").await?;
                return Ok(connection);
            }
            Err(error) if is_conflict(&error) => connection.control("ROLLBACK").await?,
            Err(error) => return Err(error),
        }
    }
}

async fn commit_once<E: Engine, W: Write>(mut connection: E, work: Arc<W>) -> sqlx::Result<E> {
    work.write(&mut connection, work.draw()).await?;
    Ok(connection)
}

/// Readers run the statements before the transaction, and the one writer the transactions, so that it never waits for
/// them.
async fn one_writer<E: Engine, W: Write>(
    writer: &mut E,
    readers: &mut Vec<E>,
    length: Duration,
    batch: u32,
    work: &Arc<W>,
) -> Result<Answers> {
    let (sender, mut queue) = mpsc::channel(64);
    let started = Instant::now();
    let mut tasks = JoinSet::new();
    for mut reader in readers.drain(..) {
        let (work, sender) = (work.clone(), sender.clone());
        tasks.spawn(async move {
            while started.elapsed() < length {
                let item = work.draw();
                work.read(&mut reader, item).await?;
                if sender.send(item).await.is_err() {
                    break;
                }
            }
            Ok::<_, sqlx::Error>(reader)
        });
    }
    drop(sender);
    let (mut count, mut open) = (0, 0);
    while let Some(item) = queue.recv().await {
        if open == 0 {
            writer.control("BEGIN IMMEDIATE").await?;
        }
        work.write(writer, item).await?;
        (count, open) = (count + 1, open + 1);
        if open == batch {
            writer.control("COMMIT").await?;
            open = 0;
        }
    }
    if open > 0 {
        writer.control("COMMIT").await?;
    }
    let elapsed = started.elapsed();
    while let Some(done) = tasks.join_next().await {
        readers.push(done??);
    }
    Ok(Answers::counted(count, elapsed))
}
