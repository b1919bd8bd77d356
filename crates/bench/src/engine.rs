//! The database engines without Paddock: connections that run one statement after the other.

use anyhow::{Context as _, Result};
use sqlx::mysql::{MySqlConnectOptions, MySqlConnection, MySqlDatabaseError};
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection, SqliteJournalMode, SqliteSynchronous};
use sqlx::{AssertSqlSafe, ConnectOptions, Connection as _, Executor, Row};
use std::future::Future;
use std::path::PathBuf;
use std::time::Duration;

/// As in `crates/api/src/db/migrate.rs`.
pub(crate) const SQLITE_READERS: usize = 4;
pub(crate) const MARIADB_CONNECTIONS: usize = 24;

/// Allows the recursion of [`crate::members::numbers`] in a session of MariaDB.
pub(crate) const COUNT_ON: &str = "SET SESSION max_recursive_iterations = 4294967295";

/// The location of a database.
#[derive(Debug, Clone)]
pub(crate) enum Place {
    Sqlite(PathBuf),
    MariaDb(Box<MySqlConnectOptions>),
}

impl Place {
    pub(crate) fn from_url(url: &str) -> Result<Self> {
        if let Some(path) = url.strip_prefix("sqlite://") {
            return Ok(Self::Sqlite(path.into()));
        }
        let options = url.parse().context("no address of a database")?;
        Ok(Self::MariaDb(Box::new(options)))
    }

    /// Runs statements that this program composed, on a connection of their own.
    pub(crate) async fn script(&self, sql: String) -> sqlx::Result<()> {
        match self {
            Self::Sqlite(path) => {
                let mut connection = sqlite(path, SqliteSynchronous::Full).await?;
                connection.script(sql).await
            }
            Self::MariaDb(options) => {
                let mut connection = mariadb(options).await?;
                connection.control(COUNT_ON).await?;
                connection.script(sql).await
            }
        }
    }

    /// Name and version of the engine.
    pub(crate) async fn version(&self) -> Result<String> {
        let (name, version): (&str, String) = match self {
            Self::Sqlite(path) => {
                let mut connection = sqlite(path, SqliteSynchronous::Full).await?;
                let query = sqlx::query_scalar("SELECT sqlite_version()");
                ("SQLite", query.fetch_one(&mut connection).await?)
            }
            Self::MariaDb(options) => {
                let mut connection = mariadb(options).await?;
                let query = sqlx::query_scalar("SELECT VERSION()");
                ("MariaDB", query.fetch_one(&mut connection).await?)
            }
        };
        Ok(format!("{name} {version}"))
    }
}

/// A connection to a file, with the settings of `crates/api/src/db/sqlite.rs`.
pub(crate) async fn sqlite(
    path: &PathBuf,
    synchronous: SqliteSynchronous,
) -> sqlx::Result<SqliteConnection> {
    let options = SqliteConnectOptions::new()
        .filename(path)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(synchronous)
        .busy_timeout(Duration::from_secs(5));
    SqliteConnection::connect_with(&options).await
}

/// A connection to a server, with the settings of `crates/api/src/db/mariadb.rs`.
pub(crate) async fn mariadb(options: &MySqlConnectOptions) -> sqlx::Result<MySqlConnection> {
    let mut connection = options.connect().await?;
    connection
        .execute("SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED")
        .await?;
    Ok(connection)
}

/// A value of a placeholder.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Value<'v> {
    Number(i64),
    Text(&'v str),
    Nothing,
}

/// One connection to either engine.
pub(crate) trait Engine: Send + 'static {
    /// Runs a statement without placeholders, such as `COMMIT`.
    fn control(&mut self, sql: &'static str) -> impl Future<Output = sqlx::Result<()>> + Send;

    /// Runs statements that this program composed.
    fn script(&mut self, sql: String) -> impl Future<Output = sqlx::Result<()>> + Send;

    /// Runs a statement that changes rows. Answers the number of rows that it matched.
    fn write(
        &mut self,
        sql: &'static str,
        values: &[Value<'_>],
    ) -> impl Future<Output = sqlx::Result<u64>> + Send;

    /// Reads every row. Answers the number in this column of the first one, if there is one.
    fn read(
        &mut self,
        sql: &'static str,
        values: &[Value<'_>],
        column: Option<usize>,
    ) -> impl Future<Output = sqlx::Result<Option<i64>>> + Send;
}

macro_rules! engine {
    ($connection:ty) => {
        impl Engine for $connection {
            async fn control(&mut self, sql: &'static str) -> sqlx::Result<()> {
                self.execute(sql).await.map(drop)
            }

            async fn script(&mut self, sql: String) -> sqlx::Result<()> {
                self.execute(sqlx::raw_sql(AssertSqlSafe(sql)))
                    .await
                    .map(drop)
            }

            async fn write(
                &mut self,
                sql: &'static str,
                values: &[Value<'_>],
            ) -> sqlx::Result<u64> {
                let mut query = sqlx::query(sql);
                for value in values {
                    query = match value {
                        Value::Number(number) => query.bind(*number),
                        Value::Text(text) => query.bind(*text),
                        Value::Nothing => query.bind(None::<i64>),
                    };
                }
                Ok(query.execute(self).await?.rows_affected())
            }

            async fn read(
                &mut self,
                sql: &'static str,
                values: &[Value<'_>],
                column: Option<usize>,
            ) -> sqlx::Result<Option<i64>> {
                let mut query = sqlx::query(sql);
                for value in values {
                    query = match value {
                        Value::Number(number) => query.bind(*number),
                        Value::Text(text) => query.bind(*text),
                        Value::Nothing => query.bind(None::<i64>),
                    };
                }
                let rows = query.fetch_all(self).await?;
                match (rows.first(), column) {
                    (Some(row), Some(column)) => row.try_get(column).map(Some),
                    _ => Ok(None),
                }
            }
        }
    };
}

engine!(SqliteConnection);
engine!(MySqlConnection);

/// Whether the transaction may succeed when repeated, by the rules of `crates/api/src/db/error.rs`: it lost a conflict,
/// or another one inserted the same row first.
pub(crate) fn is_conflict(error: &sqlx::Error) -> bool {
    let sqlx::Error::Database(error) = error else {
        return false;
    };
    let number = error
        .try_downcast_ref::<MySqlDatabaseError>()
        .map(MySqlDatabaseError::number);
    error.is_unique_violation() || matches!(number, Some(1020 | 1205 | 1213))
}
