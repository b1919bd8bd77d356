//! MariaDB: a pool, READ COMMITTED, and no lock that a Galera cluster would not see.

mod connections;
mod crowd;
mod statement;
mod transaction;

use self::connections::{
    Connections, POOL_TIMEOUT, PooledConnection, connection, is_in_step, is_reused, pool,
};
use self::crowd::Crowd;
pub(super) use self::crowd::Question;
#[cfg(test)]
pub(super) use self::statement::of_keys;
use self::statement::{Outcome, Sent, send};
pub(crate) use self::transaction::Transaction;
use super::health::Health;
use super::retries::Pace;
use super::{Error, Prepared, galera};
use deadpool::managed::Pool;
use sqlx::mysql::{MySqlConnectOptions, MySqlConnection, MySqlRow};
use sqlx::{ConnectOptions, Executor};
use std::sync::Arc;
use tokio::sync::{OwnedSemaphorePermit, Semaphore, SemaphorePermit};
use tokio::time::{Instant, timeout, timeout_at};

/// For the session of the probe, which is answered in time by all means.
const PROBE_SESSION: &str = "SET SESSION innodb_lock_wait_timeout = 0, lock_wait_timeout = 0";

/// A MariaDB server.
#[derive(Clone)]
pub struct Engine {
    pool: Pool<Connections>,
    turns: Arc<Turns>,
    crowd: Arc<Crowd>,
    health: Arc<Health>,
}

/// For what one waits before a transaction.
struct Turns {
    /// Whoever writes takes one of these first, so that connections are left for reads.
    writers: Arc<Semaphore>,
    /// Those who lost one conflict after another try again one by one: at once, most of them would lose again.
    /// No rule rests on it.
    losers: Semaphore,
}

/// What a statement is run for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wanted {
    /// How many rows it matched.
    Count,
    /// The rows that it returns.
    Rows,
}

/// Where a statement runs.
pub(crate) enum Lane<'c> {
    /// Alone, on any connection.
    Read(&'c Engine),
    /// The same, and it may change something.
    Write(&'c Engine),
    /// In a transaction.
    Transaction(&'c mut Transaction),
    /// On a connection that is nobody else's.
    Apart(&'c mut MySqlConnection),
    /// With others who ask the same at this moment.
    Crowd(&'c Engine),
}

impl Engine {
    /// Makes the pool and its first connection, so that a wrong address or password shows
    /// immediately.
    pub async fn connect(
        options: MySqlConnectOptions,
        connections: usize,
        writers: usize,
    ) -> sqlx::Result<Self> {
        let pool = pool(options, connections)?;
        drop(connection(&pool).await?);
        Ok(Self {
            pool,
            turns: Arc::new(Turns {
                writers: Arc::new(Semaphore::new(writers)),
                losers: Semaphore::new(1),
            }),
            crowd: Arc::default(),
            health: Arc::default(),
        })
    }

    pub(super) fn read_lane(&self) -> Lane<'_> {
        Lane::Read(self)
    }

    pub(super) fn crowd_lane(&self) -> Lane<'_> {
        Lane::Crowd(self)
    }

    pub(super) fn write_lane(&self) -> Lane<'_> {
        Lane::Write(self)
    }

    pub(super) fn health(&self) -> &Health {
        &self.health
    }

    /// A transaction, which the server hears of with its first statement if they go together.
    pub(super) async fn begin(&self, pace: Pace) -> sqlx::Result<Transaction> {
        let permit = self.permit().await?;
        let connection = connection(&self.pool).await?;
        let mut transaction = Transaction::new(self, connection, permit, pace);
        if pace == Pace::Careful {
            transaction.begin().await?;
        }
        Ok(transaction)
    }

    /// The turn of one who lost conflict after conflict, and who goes on without if it does not come in time.
    pub(super) async fn turn_of_a_loser(&self, until: Instant) -> Option<SemaphorePermit<'_>> {
        let turn = timeout_at(until, self.turns.losers.acquire()).await;
        turn.ok()?.ok()
    }

    async fn permit(&self) -> sqlx::Result<OwnedSemaphorePermit> {
        let permit = self.turns.writers.clone().acquire_owned();
        let permit = timeout(POOL_TIMEOUT, permit).await;
        let permit = permit.map_err(|_| sqlx::Error::PoolTimedOut)?;
        permit.map_err(|_| sqlx::Error::PoolClosed)
    }

    fn note_death(&self) {
        self.pool.manager().note_death();
    }

    /// One statement, and whether it may have failed only because its connection was dead already.
    async fn run_alone(&self, sent: &Sent<'_>) -> (Outcome, bool) {
        let connection = match connection(&self.pool).await {
            Ok(connection) => connection,
            Err(error) => return (Err(error), false),
        };
        let reused = is_reused(&connection);
        // Cancelled half way, the answer of one query would be read as that of the next.
        let mut pooled = PooledConnection(Some(connection));
        let on = pooled.0.as_deref_mut().expect("held until done");
        let outcome = send(on, sent).await;
        if is_in_step(&outcome) {
            // Back to the pool, and no longer the guard's to close.
            drop(pooled.0.take());
            return (outcome, false);
        }
        self.note_death();
        (outcome, reused)
    }

    /// What is its own transaction.
    async fn write(&self, sent: &Sent<'_>) -> Result<(u64, Vec<MySqlRow>), Error> {
        let _permit = self.permit().await?;
        let (outcome, _) = self.run_alone(sent).await;
        let outcome = outcome.map_err(Error::from);
        self.health.note(&outcome);
        outcome
    }

    async fn read(&self, sent: &Sent<'_>) -> Result<(u64, Vec<MySqlRow>), Error> {
        loop {
            let (outcome, was_dead) = self.run_alone(sent).await;
            // Reading twice is reading once.
            if !was_dead {
                return Ok(outcome?);
            }
        }
    }

    /// A connection outside the pool, for migrations and backups.
    pub(super) async fn connect_apart(&self) -> sqlx::Result<MySqlConnection> {
        // Slow is what these are.
        let options = self.pool.manager().options.clone();
        let mut connection = options.disable_statement_logging().connect().await?;
        galera::see_other_nodes(&mut connection).await?;
        Ok(connection)
    }

    /// The connection of the probe, which waits for no lock.
    pub(super) async fn connect_to_probe(&self) -> sqlx::Result<MySqlConnection> {
        let mut connection = self.connect_apart().await?;
        connection.execute(PROBE_SESSION).await?;
        Ok(connection)
    }

    pub(super) fn close(&self) {
        self.pool.close();
    }
}

impl Lane<'_> {
    /// Runs a statement to its end, and returns its rows.
    pub(super) async fn rows(self, prepared: Prepared) -> Result<Vec<MySqlRow>, Error> {
        match self {
            Self::Crowd(engine) => {
                let (upsert, read) = (None, prepared);
                // Boxed: it is a part of the future of every read.
                Box::pin(engine.ask(Question { upsert, read })).await
            }
            other => Ok(other.run(&prepared, Wanted::Rows).await?.1),
        }
    }

    /// How many rows a statement matched.
    pub(super) async fn count(self, prepared: &Prepared) -> Result<u64, Error> {
        Ok(self.run(prepared, Wanted::Count).await?.0)
    }

    /// Runs a statement, in a transaction together with the next one.
    pub(super) async fn done(self, prepared: Prepared) -> Result<(), Error> {
        match self {
            Self::Transaction(transaction) => transaction.later(prepared).await,
            other => other.count(&prepared).await.map(drop),
        }
    }

    async fn run(self, prepared: &Prepared, wanted: Wanted) -> Result<(u64, Vec<MySqlRow>), Error> {
        Ok(match self {
            Self::Read(engine) | Self::Crowd(engine) => engine.read(&Sent::one(prepared)).await?,
            Self::Write(engine) => engine.write(&Sent::one(prepared)).await?,
            Self::Transaction(transaction) => transaction.answer(prepared, wanted).await?,
            Self::Apart(connection) => send(connection, &Sent::one(prepared)).await?,
        })
    }
}
