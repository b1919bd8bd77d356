//! MariaDB: a pool, READ COMMITTED, and no lock that a Galera cluster would not see.

use super::health::Health;
use super::{Error, Prepared, Record, Value, galera};
use deadpool::managed::{self, Object, Pool, PoolError, Timeouts};
use futures_util::TryStreamExt as _;
use sqlx::mysql::{
    MySqlArguments, MySqlConnectOptions, MySqlConnection, MySqlDatabaseError, MySqlRow,
};
use sqlx::{ConnectOptions, Connection, Either, Executor, MySql};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// A connection that was idle for longer is pinged before it is used.
const IDLE_BEFORE_PING: Duration = Duration::from_secs(30);

/// How long one waits for a connection.
const POOL_TIMEOUT: Duration = Duration::from_secs(5);

/// For every session. Under REPEATABLE READ the loser of a race cannot see who won. A lock of somebody
/// else's, on a row or a whole table, is waited for for seconds and not for the server's 50, or a day.
const SESSION: [&str; 2] = [
    "SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED",
    "SET SESSION innodb_lock_wait_timeout = 3, lock_wait_timeout = 3",
];
/// For that of the probe, which is answered in time by all means.
const PROBE_SESSION: &str = "SET SESSION innodb_lock_wait_timeout = 0, lock_wait_timeout = 0";

/// A MariaDB server.
#[derive(Clone)]
pub struct Engine {
    pool: Pool<Connections>,
    /// Whoever writes takes one of these first, so that connections are left for reads.
    writers: Arc<Semaphore>,
    health: Arc<Health>,
}

/// sqlx's own pool pings on every return, a round trip per query; this one only pings what has
/// been idle.
#[derive(Debug)]
pub(crate) struct Connections {
    options: MySqlConnectOptions,
    /// When one was found dead. Others that were not used since may be as well, and are pinged.
    died: Mutex<Option<Instant>>,
}

/// Rolled back when dropped. Made before BEGIN is sent, so that a cancelled BEGIN is rolled back
/// too.
pub struct Transaction {
    connection: Option<Object<Connections>>,
    /// The last statement was answered to its end. A statement that was cancelled half way leaves
    /// its answer behind, where the next one would take it for its own.
    in_step: bool,
    /// Held until the connection is free again.
    permit: Arc<OwnedSemaphorePermit>,
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
}

impl managed::Manager for Connections {
    type Type = MySqlConnection;
    type Error = sqlx::Error;

    async fn create(&self) -> sqlx::Result<MySqlConnection> {
        let mut connection = self.options.connect().await?;
        for set in SESSION {
            connection.execute(set).await?;
        }
        galera::see_other_nodes(&mut connection).await?;
        Ok(connection)
    }

    async fn recycle(
        &self,
        connection: &mut MySqlConnection,
        metrics: &managed::Metrics,
    ) -> managed::RecycleResult<sqlx::Error> {
        let idle = metrics.last_used();
        let died = *self.died();
        if idle > IDLE_BEFORE_PING || died.is_some_and(|died| died.elapsed() < idle) {
            connection.ping().await?;
        }
        Ok(())
    }
}

impl Connections {
    fn died(&self) -> std::sync::MutexGuard<'_, Option<Instant>> {
        self.died.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Engine {
    /// Makes the pool and its first connection, so that a wrong address or password shows
    /// immediately.
    pub async fn connect(
        options: MySqlConnectOptions,
        connections: usize,
        writers: usize,
    ) -> sqlx::Result<Self> {
        let (wait, died) = (Some(POOL_TIMEOUT), Mutex::default());
        let pool = Pool::builder(Connections { options, died })
            .max_size(connections)
            .timeouts(Timeouts {
                wait,
                create: wait,
                recycle: wait,
            })
            .runtime(deadpool::Runtime::Tokio1)
            .build()
            .map_err(|error| sqlx::Error::Configuration(error.into()))?;
        drop(connection(&pool).await?);
        Ok(Self {
            pool,
            writers: Arc::new(Semaphore::new(writers)),
            health: Arc::default(),
        })
    }

    pub(super) fn read_lane(&self) -> Lane<'_> {
        Lane::Read(self)
    }

    pub(super) fn write_lane(&self) -> Lane<'_> {
        Lane::Write(self)
    }

    pub(super) fn health(&self) -> &Health {
        &self.health
    }

    pub(super) async fn begin(&self) -> sqlx::Result<Transaction> {
        let permit = Arc::new(self.permit().await?);
        loop {
            let connection = connection(&self.pool).await?;
            let reused = is_reused(&connection);
            let mut transaction = Transaction {
                connection: Some(connection),
                in_step: false,
                permit: permit.clone(),
            };
            match transaction.control("BEGIN").await {
                Ok(()) => return Ok(transaction),
                // The server had closed it, and nothing was begun: on to the next.
                Err(_) if reused && !transaction.in_step => self.note_death(),
                Err(error) => return Err(error),
            }
        }
    }

    async fn permit(&self) -> sqlx::Result<OwnedSemaphorePermit> {
        let permit = tokio::time::timeout(POOL_TIMEOUT, self.writers.clone().acquire_owned()).await;
        let permit = permit.map_err(|_| sqlx::Error::PoolTimedOut)?;
        permit.map_err(|_| sqlx::Error::PoolClosed)
    }

    fn note_death(&self) {
        *self.pool.manager().died() = Some(Instant::now());
    }

    /// One statement, and whether it may have failed only because its connection was dead already.
    async fn run_alone(&self, prepared: &Prepared) -> (Outcome, bool) {
        let connection = match connection(&self.pool).await {
            Ok(connection) => connection,
            Err(error) => return (Err(error), false),
        };
        let reused = is_reused(&connection);
        // Cancelled half way, the answer of one query would be read as that of the next.
        let mut pooled = PooledConnection(Some(connection));
        let on = pooled.0.as_deref_mut().expect("held until done");
        let outcome = run(on, prepared).await;
        if is_in_step(&outcome) {
            // Back to the pool, and no longer the guard's to close.
            drop(pooled.0.take());
            return (outcome, false);
        }
        self.note_death();
        (outcome, reused)
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

async fn connection(pool: &Pool<Connections>) -> sqlx::Result<Object<Connections>> {
    pool.get().await.map_err(|error| match error {
        PoolError::Backend(error) => error,
        PoolError::Closed => sqlx::Error::PoolClosed,
        PoolError::Timeout(_) | PoolError::NoRuntimeSpecified | PoolError::PostCreateHook(_) => {
            sqlx::Error::PoolTimedOut
        }
    })
}

/// Whether it was used before, and so may have died since.
fn is_reused(connection: &Object<Connections>) -> bool {
    Object::metrics(connection).recycle_count > 0
}

/// Whether the connection can go on: any error but the server's own answer may have left it out of
/// step, and two answers say that the server is ending it.
fn is_in_step<T>(outcome: &sqlx::Result<T>) -> bool {
    match outcome {
        Ok(_) => true,
        Err(sqlx::Error::Database(error)) => error
            .try_downcast_ref::<MySqlDatabaseError>()
            .is_none_or(|error| !matches!(error.number(), 1053 | 1927)),
        Err(_) => false,
    }
}

impl Transaction {
    fn connection(&mut self) -> &mut MySqlConnection {
        self.connection.as_mut().expect("held until commit")
    }

    async fn run(&mut self, prepared: &Prepared) -> Outcome {
        self.in_step = false;
        let outcome = run(self.connection(), prepared).await;
        self.in_step = is_in_step(&outcome);
        outcome
    }

    async fn control(&mut self, statement: &'static str) -> sqlx::Result<()> {
        self.in_step = false;
        let outcome = self.connection().execute(statement).await;
        self.in_step = is_in_step(&outcome);
        outcome.map(drop)
    }

    pub(super) async fn commit(mut self) -> sqlx::Result<()> {
        self.control("COMMIT").await?;
        // Nothing is left to roll back.
        drop(self.connection.take());
        Ok(())
    }
}

impl Drop for Transaction {
    fn drop(&mut self) {
        let Some(mut connection) = self.connection.take() else {
            return;
        };
        if !self.in_step {
            // The server rolls back what a closed connection leaves.
            drop(Object::take(connection));
            return;
        }
        let permit = self.permit.clone();
        tokio::spawn(async move {
            let _permit = permit;
            let outcome = connection.execute("ROLLBACK").await;
            if !is_in_step(&outcome) {
                drop(Object::take(connection));
            }
        });
    }
}

impl<'c> From<&'c mut Transaction> for Lane<'c> {
    fn from(transaction: &'c mut Transaction) -> Self {
        Lane::Transaction(transaction)
    }
}

impl Lane<'_> {
    /// Runs a statement to its end: how many rows it matched, and those that it returned.
    pub(super) async fn run<T: Record>(self, prepared: &Prepared) -> Result<(u64, Vec<T>), Error> {
        let (matched, rows) = self.rows(prepared).await?;
        let records = rows.iter().map(|row| T::read(&mut row.into()));
        Ok((matched, records.collect::<Result<_, _>>()?))
    }

    async fn rows(self, prepared: &Prepared) -> Result<(u64, Vec<MySqlRow>), Error> {
        Ok(match self {
            Self::Read(engine) => loop {
                let (outcome, was_dead) = engine.run_alone(prepared).await;
                // Reading twice is reading once.
                if !was_dead {
                    break outcome?;
                }
            },
            Self::Write(engine) => {
                let _permit = engine.permit().await?;
                let (outcome, _) = engine.run_alone(prepared).await;
                let outcome = outcome.map_err(Error::from);
                engine.health.note(&outcome);
                outcome?
            }
            Self::Transaction(transaction) => transaction.run(prepared).await?,
            Self::Apart(connection) => run(connection, prepared).await?,
        })
    }
}

/// How many rows a statement matched, and those that it returned.
type Outcome = sqlx::Result<(u64, Vec<MySqlRow>)>;

async fn run(on: &mut MySqlConnection, prepared: &Prepared) -> Outcome {
    let statement = prepared
        .values
        .iter()
        .fold(sqlx::query(prepared.sql), bound);
    let (mut matched, mut rows) = (0, Vec::new());
    let mut steps = on.fetch_many(statement);
    while let Some(step) = steps.try_next().await? {
        match step {
            Either::Left(result) => matched += result.rows_affected(),
            Either::Right(row) => rows.push(row),
        }
    }
    Ok((matched, rows))
}

type Statement = sqlx::query::Query<'static, MySql, MySqlArguments>;

fn bound(statement: Statement, value: &Value<'static>) -> Statement {
    match value {
        // It does not matter of which type nothing is.
        Value::Null => statement.bind(None::<i64>),
        Value::Integer(number) => statement.bind(*number),
        Value::Text(text) => statement.bind(text.clone()),
        Value::Bytes(bytes) => statement.bind(bytes.clone().into_owned()),
    }
}

/// A connection that is closed, and not returned to the pool, unless it was taken out again.
struct PooledConnection(Option<Object<Connections>>);

impl Drop for PooledConnection {
    fn drop(&mut self) {
        if let Some(connection) = self.0.take() {
            drop(Object::take(connection));
        }
    }
}
