//! The same work straight on the engine, over as many connections as Paddock has.

use crate::community::FIRST_USER;
use crate::engine::{self, Engine, MARIADB_CONNECTIONS, Place, SQLITE_READERS, lost};
use crate::ids::Ids;
use crate::load::{Answers, Keys};
use crate::raw::{self, Scene, Submission};
use anyhow::Result;
use sqlx::mysql::MySqlConnection;
use sqlx::sqlite::{SqliteConnection, SqliteSynchronous};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, Instant};
use tokio::sync::mpsc;
use tokio::task::JoinSet;

/// Connections that stay open, as Paddock's do.
pub(crate) struct Straight {
    connections: Connections,
    work: Arc<Work>,
}

enum Connections {
    Sqlite {
        writer: SqliteConnection,
        readers: Vec<SqliteConnection>,
    },
    MariaDb(Vec<MySqlConnection>),
}

/// What there is to do.
#[derive(Default)]
pub(crate) struct Work {
    pub(crate) scene: Scene,
    pub(crate) keys: Arc<Keys>,
    /// What members hand in, by their number.
    pub(crate) quantities: Vec<i64>,
    /// Numbers of the members who look at the leaderboard.
    pub(crate) readers: Vec<i64>,
    pub(crate) limit: i64,
    pub(crate) ids: Ids,
    pub(crate) next: AtomicI64,
}

impl Work {
    fn draw(&self, count: usize) -> usize {
        let number = self.next.fetch_add(1, Ordering::Relaxed);
        usize::try_from(number).unwrap_or_default() % count
    }

    fn submission(&self) -> Submission {
        let member = self.draw(self.quantities.len());
        Submission {
            user: FIRST_USER + i64::try_from(member).unwrap_or_default(),
            quantity: self.quantities[member],
            key: self.keys.next(),
        }
    }

    fn reader(&self) -> i64 {
        FIRST_USER + self.readers[self.draw(self.readers.len())]
    }
}

impl Straight {
    pub(crate) async fn open(place: &Place, work: Work) -> Result<Self> {
        let connections = match place {
            Place::Sqlite(path) => {
                let mut readers = Vec::new();
                for _ in 0..SQLITE_READERS {
                    readers.push(engine::sqlite(path, SqliteSynchronous::Full).await?);
                }
                let writer = engine::sqlite(path, SqliteSynchronous::Full).await?;
                Connections::Sqlite { writer, readers }
            }
            Place::MariaDb(options) => {
                let mut connections = Vec::new();
                for _ in 0..MARIADB_CONNECTIONS {
                    connections.push(engine::mariadb(options).await?);
                }
                Connections::MariaDb(connections)
            }
        };
        let work = Arc::new(work);
        Ok(Self { connections, work })
    }

    /// Submits for so long. On SQLite, `batch` submissions share a COMMIT.
    pub(crate) async fn submit(&mut self, length: Duration, batch: u32) -> Result<Answers> {
        match &mut self.connections {
            Connections::Sqlite { writer, readers } => {
                one_writer(writer, readers, length, batch, &self.work).await
            }
            Connections::MariaDb(connections) => {
                everywhere(connections, length, &self.work, submit_once).await
            }
        }
    }

    /// Looks at the leaderboard for so long.
    pub(crate) async fn look(&mut self, length: Duration) -> Result<Answers> {
        match &mut self.connections {
            Connections::Sqlite { readers, .. } => {
                everywhere(readers, length, &self.work, look_once).await
            }
            Connections::MariaDb(connections) => {
                everywhere(connections, length, &self.work, look_once).await
            }
        }
    }
}

/// Does `one` thing after the other on every connection.
async fn everywhere<E, F>(
    connections: &mut Vec<E>,
    length: Duration,
    work: &Arc<Work>,
    one: fn(E, Arc<Work>) -> F,
) -> Result<Answers>
where
    E: Engine,
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

async fn look_once<E: Engine>(mut connection: E, work: Arc<Work>) -> sqlx::Result<E> {
    raw::leaderboard(&mut connection, &work.scene, work.reader(), work.limit).await?;
    Ok(connection)
}

/// A submission in a transaction of its own, again if that lost a conflict.
async fn submit_once<E: Engine>(mut connection: E, work: Arc<Work>) -> sqlx::Result<E> {
    let submission = work.submission();
    raw::precede(&mut connection, submission).await?;
    loop {
        connection.control("BEGIN").await?;
        match raw::submit(&mut connection, &work.scene, &work.ids, submission).await {
            Ok(()) => {
                connection.control("COMMIT").await?;
                return Ok(connection);
            }
            Err(error) if lost(&error) => connection.control("ROLLBACK").await?,
            Err(error) => return Err(error),
        }
    }
}

/// Readers do what precedes, and the one writer the rest, without ever waiting for them.
async fn one_writer<E: Engine>(
    writer: &mut E,
    readers: &mut Vec<E>,
    length: Duration,
    batch: u32,
    work: &Arc<Work>,
) -> Result<Answers> {
    let (sender, mut queue) = mpsc::channel(64);
    let started = Instant::now();
    let mut tasks = JoinSet::new();
    for mut reader in readers.drain(..) {
        let (work, sender) = (work.clone(), sender.clone());
        tasks.spawn(async move {
            while started.elapsed() < length {
                let submission = work.submission();
                raw::precede(&mut reader, submission).await?;
                if sender.send(submission).await.is_err() {
                    break;
                }
            }
            Ok::<_, sqlx::Error>(reader)
        });
    }
    drop(sender);
    let (mut count, mut open) = (0, 0);
    while let Some(submission) = queue.recv().await {
        if open == 0 {
            writer.control("BEGIN IMMEDIATE").await?;
        }
        raw::submit(writer, &work.scene, &work.ids, submission).await?;
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
