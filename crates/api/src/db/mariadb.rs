//! MariaDB: a pool, READ COMMITTED, and no lock that a Galera cluster would not see.

use super::{Outcome, Statement, galera, run};
use deadpool::managed::{self, Object, Pool, PoolError, Timeouts};
use sqlx::mysql::{MySqlConnectOptions, MySqlConnection, MySqlDatabaseError};
use sqlx::{ConnectOptions, Connection, Executor, MySql};
use std::time::Duration;

/// A connection that was idle for longer is pinged before it is used.
const IDLE_BEFORE_PING: Duration = Duration::from_secs(30);

/// A MariaDB server.
#[derive(Clone)]
pub struct Engine {
    pool: Pool<Connections>,
}

/// sqlx's own pool pings on every return, a round trip per query; this one only pings what has
/// been idle.
#[derive(Debug)]
pub(crate) struct Connections {
    options: MySqlConnectOptions,
}

/// Rolled back when dropped. Made before BEGIN is sent, so that a cancelled BEGIN is rolled back
/// too.
pub struct Transaction {
    connection: Option<Object<Connections>>,
    /// The last statement was answered to its end. A statement that was cancelled half way leaves
    /// its answer behind, where the next one would take it for its own.
    in_step: bool,
}

/// Where a statement runs.
pub(crate) enum Lane<'c> {
    /// On any connection.
    Pool(&'c Pool<Connections>),
    /// In a transaction.
    Transaction(&'c mut Transaction),
}

impl managed::Manager for Connections {
    type Type = MySqlConnection;
    type Error = sqlx::Error;

    async fn create(&self) -> sqlx::Result<MySqlConnection> {
        let mut connection = self.options.connect().await?;
        // Under REPEATABLE READ the loser of a race cannot see who won.
        connection
            .execute("SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED")
            .await?;
        galera::see_other_nodes(&mut connection).await?;
        Ok(connection)
    }

    async fn recycle(
        &self,
        connection: &mut MySqlConnection,
        metrics: &managed::Metrics,
    ) -> managed::RecycleResult<sqlx::Error> {
        if metrics.last_used() > IDLE_BEFORE_PING {
            connection.ping().await?;
        }
        Ok(())
    }
}

impl Engine {
    /// Makes the pool and its first connection, so that a wrong address or password shows
    /// immediately.
    pub async fn connect(options: MySqlConnectOptions, connections: usize) -> sqlx::Result<Self> {
        let wait = Some(Duration::from_secs(5));
        let pool = Pool::builder(Connections { options })
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
        Ok(Self { pool })
    }

    pub(super) fn lane(&self) -> Lane<'_> {
        Lane::Pool(&self.pool)
    }

    pub(super) async fn begin(&self) -> sqlx::Result<Transaction> {
        let connection = Some(connection(&self.pool).await?);
        let mut transaction = Transaction {
            connection,
            in_step: false,
        };
        transaction.control("BEGIN").await?;
        Ok(transaction)
    }

    /// A connection outside the pool, for migrations and backups.
    pub(super) async fn connect_apart(&self) -> sqlx::Result<MySqlConnection> {
        // Slow is what these are.
        let options = self.pool.manager().options.clone();
        let mut connection = options.disable_statement_logging().connect().await?;
        galera::see_other_nodes(&mut connection).await?;
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

    async fn run(&mut self, statement: Statement<MySql>) -> Outcome<MySql> {
        self.in_step = false;
        let outcome = run(self.connection(), statement).await;
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
        tokio::spawn(async move {
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
    pub(super) async fn run(self, statement: Statement<MySql>) -> Outcome<MySql> {
        match self {
            Self::Pool(pool) => {
                // Cancelled half way, the answer of one query would be read as that of the next.
                let mut pooled = PooledConnection(Some(connection(pool).await?));
                let outcome =
                    run(pooled.0.as_deref_mut().expect("held until done"), statement).await;
                if is_in_step(&outcome) {
                    // Back to the pool, and no longer the guard's to close.
                    drop(pooled.0.take());
                }
                outcome
            }
            Self::Transaction(transaction) => transaction.run(statement).await,
        }
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
