//! One connection to a file: how it is opened, and how a statement runs on it.
//!
//! A statement runs on the thread of whoever asks for it. SQLite answers most of ours in microseconds,
//! and handing each to another thread would cost several times that.

use super::super::{Error, Prepared, Table, Value};
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSqlOutput, ValueRef};
use rusqlite::{Connection, OpenFlags, ToSql};
use std::path::PathBuf;
use std::time::Duration;
use tokio::time::Instant;

/// Statements that a connection keeps ready.
const STATEMENTS: usize = 128;
/// Memory for pages that are read and written in one batch, in KiB: all of a large one has room, and none is
/// written twice.
const CACHE_KIB: i64 = 8_000;
/// As how many pages the log grows before they are copied into the file, which whoever writes waits for:
/// 64 MiB. Most of them are overwritten in the meantime, and copied once.
const LOG_PAGES: i64 = 16_000;
/// Size of a page, in bytes.
const PAGE: i64 = 4_096;
/// How long a statement waits for a lock that another process holds.
pub(super) const BUSY_TIMEOUT: Duration = Duration::from_secs(3);
/// How long it is between two looks whether that is gone.
const BUSY_PAUSE: Duration = Duration::from_millis(5);
/// A statement that takes longer is logged.
const SLOW: Duration = Duration::from_secs(1);

/// Where the file is, and whether it is only looked at.
#[derive(Debug, Clone)]
pub(super) struct File {
    pub(super) path: PathBuf,
    pub(super) read_only: bool,
}

impl File {
    /// A connection for reads.
    pub(super) fn open_to_read(&self) -> rusqlite::Result<Connection> {
        self.open(OpenFlags::SQLITE_OPEN_READ_ONLY)
    }

    /// A connection for writes, each of which is on the disk when it is committed. The file is made if it
    /// is not there; one that is only looked at is opened for reads here as well.
    pub(super) fn open_to_write(&self) -> rusqlite::Result<Connection> {
        if self.read_only {
            return self.open_to_read();
        }
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE;
        let connection = self.open(flags)?;
        // Only to become a file of this kind may it have to wait for another process, and once.
        connection.busy_timeout(BUSY_TIMEOUT)?;
        connection.pragma_update(None, "journal_mode", "WAL")?;
        connection.pragma_update(None, "synchronous", "FULL")?;
        // What a statement or a savepoint may have to undo is kept in memory and not in a file.
        connection.pragma_update(None, "temp_store", "MEMORY")?;
        connection.pragma_update(None, "cache_size", -CACHE_KIB)?;
        connection.pragma_update(None, "wal_autocheckpoint", LOG_PAGES)?;
        connection.pragma_update(None, "journal_size_limit", LOG_PAGES * PAGE)?;
        connection.busy_timeout(Duration::ZERO)?;
        Ok(connection)
    }

    fn open(&self, flags: OpenFlags) -> rusqlite::Result<Connection> {
        // Used by one thread at a time, as the types prove.
        let flags = flags | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(&self.path, flags)?;
        // It would sleep on a thread that others need: waiting is up to `patiently`.
        connection.busy_timeout(Duration::ZERO)?;
        connection.set_prepared_statement_cache_capacity(STATEMENTS);
        Ok(connection)
    }
}

/// How many rows a statement changed, and those that it returned.
pub(super) type Ran = (u64, Table);

/// Runs a statement to its end.
pub(super) fn run(connection: &Connection, prepared: &Prepared) -> Result<Ran, Error> {
    let began = Instant::now();
    let mut statement = connection.prepare_cached(prepared.sql)?;
    for (index, value) in prepared.values.iter().enumerate() {
        statement.raw_bind_parameter(index + 1, value)?;
    }
    let mut table = Table {
        sql: prepared.sql,
        width: statement.column_count(),
        values: Vec::new(),
    };
    let mut rows = statement.raw_query();
    while let Some(row) = rows.next()? {
        table.values.reserve(table.width);
        for column in 0..table.width {
            table.values.push(row.get(column)?);
        }
    }
    drop(rows);
    let changed = connection.changes();
    let took = began.elapsed();
    if took >= SLOW {
        let millis = u64::try_from(took.as_millis()).unwrap_or(u64::MAX);
        tracing::warn!(sql = prepared.sql, millis, "a statement was slow");
    }
    Ok((changed, table))
}

/// Tries again while another process holds a lock, without keeping the thread meanwhile.
pub(super) async fn patiently<T>(
    mut attempt: impl FnMut() -> Result<T, Error>,
) -> Result<T, Error> {
    match attempt() {
        // Boxed: it seldom happens, and is a part of the future of every operation.
        Err(error) if error.is_lock_wait() => Box::pin(insist(attempt)).await,
        outcome => outcome,
    }
}

async fn insist<T>(mut attempt: impl FnMut() -> Result<T, Error>) -> Result<T, Error> {
    let deadline = Instant::now() + BUSY_TIMEOUT;
    loop {
        tokio::time::sleep(BUSY_PAUSE).await;
        match attempt() {
            Err(error) if error.is_lock_wait() && Instant::now() < deadline => {}
            outcome => return outcome,
        }
    }
}

/// Runs what waits for the disk on a thread that may wait.
pub(super) async fn off_runtime<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Error> + Send + 'static,
) -> Result<T, Error> {
    let done = tokio::task::spawn_blocking(work).await;
    done.map_err(|_| sqlx::Error::WorkerCrashed)?
}

impl ToSql for Value<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Self::Null => ValueRef::Null,
            Self::Integer(number) => ValueRef::Integer(*number),
            Self::Text(text) => ValueRef::Text(text.as_bytes()),
            Self::Bytes(bytes) => ValueRef::Blob(bytes),
        }))
    }
}

impl FromSql for Value<'static> {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        Ok(match value {
            ValueRef::Null => Self::Null,
            ValueRef::Integer(number) => Self::Integer(number),
            // One that is not UTF-8 is no text, which only concerns whoever reads this column.
            ValueRef::Text(bytes) => match String::from_utf8(bytes.to_owned()) {
                Ok(text) => Self::Text(text.into()),
                Err(error) => Self::Bytes(error.into_bytes().into()),
            },
            ValueRef::Blob(bytes) => Self::Bytes(bytes.to_owned().into()),
            // No column of ours has one, so a statement made it.
            ValueRef::Real(_) => return Err(FromSqlError::InvalidType),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As `.cargo/config.toml` has it compiled.
    #[test]
    fn connections_have_no_lock_in_common() {
        let connection = Connection::open_in_memory().unwrap();
        let mut options = connection.prepare("PRAGMA compile_options").unwrap();
        let options = options.query_map((), |row| row.get(0)).unwrap();
        let options: Vec<String> = options.collect::<Result<_, _>>().unwrap();
        let has = |option: &str| options.iter().any(|it| it == option);
        assert!(has("DEFAULT_MEMSTATUS=0"), "{options:?}");
        assert!(!has("ENABLE_MEMORY_MANAGEMENT"), "{options:?}");
    }
}
