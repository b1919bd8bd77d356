//! Backups: a SQLite file with every row, whatever the engine.
//!
//! A backup of a SQLite file is SQLite's own compact copy (`VACUUM INTO`). Of a MariaDB server it is
//! read in one consistent snapshot and written into the tables that the SQLite migrations make, which
//! a test holds to be the same; so one kind of file is checked, kept and restored, into either engine.
//! Everything that crosses from one engine to the other is read again afterwards and compared.
//!
//! Files get their names, and reach the disk for good, in the program: here an empty file is filled.

mod rows;
mod table;

use self::rows::Engine;
use self::table::{Table, tables};
use super::migrate::{MARIADB, SQLITE};
use super::schema::{self, Schema};
use super::{Database, Error, mariadb};
use sqlx::mysql::{MySqlConnectOptions, MySqlConnection};
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection, SqliteSynchronous};
use sqlx::{ConnectOptions as _, Connection as _, Executor, IntoArguments, MySql, Sqlite};
use std::path::Path;

/// How much a database holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stored {
    /// Its tables.
    pub tables: usize,
    /// Rows in all of them.
    pub rows: u64,
}

/// Why there is no backup, or why nothing was restored.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// A database failed.
    #[error(transparent)]
    Storage(#[from] Error),
    /// The database to copy from is of another version.
    #[error("the database {0}")]
    Version(Schema),
    /// The database to restore into holds something already.
    #[error("{table} holds rows already; only an empty database is filled")]
    NotEmpty {
        /// Some table of it.
        table: String,
    },
    /// What was written is not what was read.
    #[error("{table} was read as {read} rows and arrived as {written}, or differently; try again")]
    Incomplete {
        /// The table.
        table: String,
        /// Rows in the source.
        read: u64,
        /// Rows in the copy.
        written: u64,
    },
}

impl From<sqlx::Error> for BackupError {
    fn from(error: sqlx::Error) -> Self {
        Error::from(error).into()
    }
}

impl From<sqlx::migrate::MigrateError> for BackupError {
    fn from(error: sqlx::migrate::MigrateError) -> Self {
        Error::from(error).into()
    }
}

impl Database {
    /// Writes everything that is stored, as of one moment, into an empty file, while others go on.
    /// The tables are those of the source, which may be of an earlier version.
    pub async fn back_up(&self, file: &Path) -> Result<Stored, BackupError> {
        match self {
            Self::Sqlite(engine) => {
                let mut source = engine.connect_apart().await?;
                let path = file.to_str().ok_or(sqlx::Error::Configuration(
                    "the path of a backup has to be text".into(),
                ))?;
                sqlx::query("VACUUM INTO ?")
                    .bind(path.to_owned())
                    .execute(&mut source)
                    .await?;
                source.close().await?;
                count(file).await
            }
            Self::MariaDb(engine) => {
                let mut source = snapshot(engine).await?;
                let stored = dump(&mut source, file).await?;
                source.close().await?;
                Ok(stored)
            }
        }
    }

    /// Brings a file that nobody else uses up to this version.
    pub async fn migrate_file(file: &Path) -> Result<(), Error> {
        let mut connection = open(file).await?;
        SQLITE.run_direct(None, &mut connection, false).await?;
        connection.close().await?;
        Ok(())
    }

    /// Copies a backup of this version into a server's database without rows: all of it, or nothing.
    pub async fn fill_server(
        server: &MySqlConnectOptions,
        backup: &Path,
    ) -> Result<Stored, BackupError> {
        let options = server.clone().disable_statement_logging();
        let mut target = options.connect().await?;
        MARIADB.run_direct(None, &mut target, false).await?;
        let mut source = open(backup).await?;
        let tables = tables(&mut source).await?;
        // So that a service that was started meanwhile is noticed by what it wrote.
        target
            .execute("SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED")
            .await?;
        target.execute("BEGIN").await?;
        for table in &tables {
            if !table.is_empty(&mut target).await? {
                let table = table.name.clone();
                return Err(BackupError::NotEmpty { table });
            }
        }
        let stored = copy_all::<Sqlite, MySql>(&mut source, &mut target, &tables).await?;
        target.execute("COMMIT").await?;
        target.close().await?;
        source.close().await?;
        Ok(stored)
    }
}

/// Opens a file with nobody else in it, which gets its name and its place on the disk once it is
/// complete.
async fn open(file: &Path) -> sqlx::Result<SqliteConnection> {
    let options = SqliteConnectOptions::new()
        .filename(file)
        .synchronous(SqliteSynchronous::Off);
    options.disable_statement_logging().connect().await
}

/// A connection that sees the database as it is now, for as long as it is open.
async fn snapshot(engine: &mariadb::Engine) -> sqlx::Result<MySqlConnection> {
    let mut connection = engine.connect_apart().await?;
    connection
        .execute("SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        .await?;
    connection
        .execute("START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY")
        .await?;
    Ok(connection)
}

/// Copies what a server holds into an empty file.
async fn dump(source: &mut MySqlConnection, file: &Path) -> Result<Stored, BackupError> {
    let version = schema::on_mariadb(source).await?;
    let migration = match version {
        Schema::Current => None,
        Schema::Older { applied, .. } => Some(applied),
        other => return Err(BackupError::Version(other)),
    };
    let mut target = open(file).await?;
    SQLITE.run_direct(migration, &mut target, false).await?;
    let tables = tables(&mut target).await?;
    target.execute("BEGIN").await?;
    let stored = copy_all::<MySql, Sqlite>(source, &mut target, &tables).await?;
    target.execute("COMMIT").await?;
    target.close().await?;
    Ok(stored)
}

/// Copies every row, and reads it again.
async fn copy_all<F: Engine, T: Engine>(
    source: &mut F::Connection,
    target: &mut T::Connection,
    tables: &[Table],
) -> Result<Stored, BackupError>
where
    for<'c> &'c mut F::Connection: Executor<'c, Database = F>,
    for<'c> &'c mut T::Connection: Executor<'c, Database = T>,
    F::Arguments: IntoArguments<F>,
    T::Arguments: IntoArguments<T>,
{
    let mut rows = 0;
    for table in tables {
        let read = rows::copy::<F, T>(source, target, table).await?;
        let arrived = rows::fingerprint::<T>(target, table).await?;
        if read != arrived {
            return Err(BackupError::Incomplete {
                table: table.name.clone(),
                read: read.rows,
                written: arrived.rows,
            });
        }
        rows += read.rows;
    }
    Ok(Stored {
        tables: tables.len(),
        rows,
    })
}

/// How much a file holds.
async fn count(file: &Path) -> Result<Stored, BackupError> {
    let mut connection = open(file).await?;
    let tables = tables(&mut connection).await?;
    let mut rows = 0;
    for table in &tables {
        rows += table.count(&mut connection).await?;
    }
    connection.close().await?;
    Ok(Stored {
        tables: tables.len(),
        rows,
    })
}
