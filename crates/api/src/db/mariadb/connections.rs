//! Connections to MariaDB, and which of them may be used again.

use super::super::galera;
use deadpool::managed::{self, Object, Pool, PoolError, Timeouts};
use sqlx::mysql::{MySqlConnectOptions, MySqlConnection, MySqlDatabaseError};
use sqlx::{ConnectOptions, Connection, Executor};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// A connection that was idle for longer is pinged before it is used.
const IDLE_BEFORE_PING: Duration = Duration::from_secs(30);

/// How long one waits for a connection.
pub(super) const POOL_TIMEOUT: Duration = Duration::from_secs(5);

/// For every session. Under REPEATABLE READ the loser of a race cannot see who won. A lock of somebody
/// else's, on a row or a whole table, is waited for for seconds and not for the server's 50, or a day.
const SESSION: [&str; 2] = [
    "SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED",
    "SET SESSION innodb_lock_wait_timeout = 3, lock_wait_timeout = 3",
];

/// sqlx's own pool pings on every return, a round trip per query; this one only pings what has
/// been idle.
#[derive(Debug)]
pub(crate) struct Connections {
    pub(super) options: MySqlConnectOptions,
    /// When one was found dead. Others that were not used since may be as well, and are pinged.
    died: Mutex<Option<Instant>>,
}

/// A connection that is closed, and not returned to the pool, unless it was taken out again.
pub(super) struct PooledConnection(pub(super) Option<Object<Connections>>);

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
    pub(super) fn note_death(&self) {
        *self.died() = Some(Instant::now());
    }

    fn died(&self) -> std::sync::MutexGuard<'_, Option<Instant>> {
        self.died.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The pool, empty.
pub(super) fn pool(options: MySqlConnectOptions, size: usize) -> sqlx::Result<Pool<Connections>> {
    let (wait, died) = (Some(POOL_TIMEOUT), Mutex::default());
    Pool::builder(Connections { options, died })
        .max_size(size)
        .timeouts(Timeouts {
            wait,
            create: wait,
            recycle: wait,
        })
        .runtime(deadpool::Runtime::Tokio1)
        .build()
        .map_err(|error| sqlx::Error::Configuration(error.into()))
}

/// One of the pool.
pub(super) async fn connection(pool: &Pool<Connections>) -> sqlx::Result<Object<Connections>> {
    pool.get().await.map_err(|error| match error {
        PoolError::Backend(error) => error,
        PoolError::Closed => sqlx::Error::PoolClosed,
        PoolError::Timeout(_) | PoolError::NoRuntimeSpecified | PoolError::PostCreateHook(_) => {
            sqlx::Error::PoolTimedOut
        }
    })
}

/// Whether it was used before, and so may have died since.
pub(super) fn is_reused(connection: &Object<Connections>) -> bool {
    Object::metrics(connection).recycle_count > 0
}

/// Whether the connection can go on: any error but the server's own answer may have left it out of
/// step, and two answers say that the server is ending it.
pub(super) fn is_in_step<T>(outcome: &sqlx::Result<T>) -> bool {
    match outcome {
        Ok(_) => true,
        Err(sqlx::Error::Database(error)) => error
            .try_downcast_ref::<MySqlDatabaseError>()
            .is_none_or(|error| !matches!(error.number(), 1053 | 1927)),
        Err(_) => false,
    }
}

impl Drop for PooledConnection {
    fn drop(&mut self) {
        if let Some(connection) = self.0.take() {
            drop(Object::take(connection));
        }
    }
}
