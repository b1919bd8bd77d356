//! The database engines without Paddock: connections that run one statement after the other.

use anyhow::{Context as _, Result};
use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{Connection, ToSql};
use sqlx::mysql::{MySqlArguments, MySqlConnectOptions, MySqlConnection, MySqlDatabaseError};
use sqlx::{AssertSqlSafe, ConnectOptions, Executor, MySql, Row};
use std::future::Future;
use std::path::{Path, PathBuf};
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
                let mut connection = sqlite(path, Synchronous::Full)?;
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
                let connection = sqlite(path, Synchronous::Full)?;
                let version = connection.query_one("SELECT sqlite_version()", (), |row| row.get(0));
                ("SQLite", version?)
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

/// Whether a COMMIT waits for the disk.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Synchronous {
    Full,
    Off,
}

/// A connection to a file, with the settings of `crates/api/src/db/sqlite`. Statements run on the thread
/// that asks for them.
pub(crate) fn sqlite(path: &Path, synchronous: Synchronous) -> sqlx::Result<Connection> {
    let open = || -> rusqlite::Result<Connection> {
        let connection = Connection::open(path)?;
        connection.busy_timeout(Duration::from_secs(5))?;
        connection.set_prepared_statement_cache_capacity(128);
        connection.pragma_update(None, "journal_mode", "WAL")?;
        let synchronous = match synchronous {
            Synchronous::Full => "FULL",
            Synchronous::Off => "OFF",
        };
        connection.pragma_update(None, "synchronous", synchronous)?;
        Ok(connection)
    };
    open().map_err(failed)
}

/// No statement of ours is run again for what SQLite answers.
fn failed(error: rusqlite::Error) -> sqlx::Error {
    sqlx::Error::Configuration(error.into())
}

/// A connection to a server, with the settings of `crates/api/src/db/mariadb/connections.rs`.
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
    /// Whether it is a file.
    const ON_SQLITE: bool;

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

impl Engine for Connection {
    const ON_SQLITE: bool = true;

    async fn control(&mut self, sql: &'static str) -> sqlx::Result<()> {
        self.write(sql, &[]).await.map(drop)
    }

    async fn script(&mut self, sql: String) -> sqlx::Result<()> {
        self.execute_batch(&sql).map_err(failed)
    }

    async fn write(&mut self, sql: &'static str, values: &[Value<'_>]) -> sqlx::Result<u64> {
        self.read(sql, values, None).await?;
        Ok(self.changes())
    }

    async fn read(
        &mut self,
        sql: &'static str,
        values: &[Value<'_>],
        column: Option<usize>,
    ) -> sqlx::Result<Option<i64>> {
        let read = || -> rusqlite::Result<Option<i64>> {
            let mut statement = self.prepare_cached(sql)?;
            let mut rows = statement.query(rusqlite::params_from_iter(values))?;
            let mut first = None;
            while let Some(row) = rows.next()? {
                if let (None, Some(column)) = (first, column) {
                    first = Some(row.get(column)?);
                }
            }
            Ok(first)
        };
        read().map_err(failed)
    }
}

impl ToSql for Value<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Self::Number(number) => ValueRef::Integer(*number),
            Self::Text(text) => ValueRef::Text(text.as_bytes()),
            Self::Nothing => ValueRef::Null,
        }))
    }
}

impl Engine for MySqlConnection {
    const ON_SQLITE: bool = false;

    async fn control(&mut self, sql: &'static str) -> sqlx::Result<()> {
        self.execute(sql).await.map(drop)
    }

    async fn script(&mut self, sql: String) -> sqlx::Result<()> {
        let script = sqlx::raw_sql(AssertSqlSafe(sql));
        self.execute(script).await.map(drop)
    }

    async fn write(&mut self, sql: &'static str, values: &[Value<'_>]) -> sqlx::Result<u64> {
        let query = values.iter().fold(sqlx::query(sql), bound);
        Ok(query.execute(self).await?.rows_affected())
    }

    async fn read(
        &mut self,
        sql: &'static str,
        values: &[Value<'_>],
        column: Option<usize>,
    ) -> sqlx::Result<Option<i64>> {
        let query = values.iter().fold(sqlx::query(sql), bound);
        let rows = query.fetch_all(self).await?;
        match (rows.first(), column) {
            (Some(row), Some(column)) => row.try_get(column).map(Some),
            _ => Ok(None),
        }
    }
}

type Query<'q> = sqlx::query::Query<'q, MySql, MySqlArguments>;

fn bound<'q>(query: Query<'q>, value: &Value<'q>) -> Query<'q> {
    match *value {
        Value::Number(number) => query.bind(number),
        Value::Text(text) => query.bind(text),
        Value::Nothing => query.bind(None::<i64>),
    }
}

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
