//! What can go wrong below the stores.

use sqlx::mysql::MySqlDatabaseError;
use std::borrow::Cow;
use std::sync::Arc;

/// A failure of storage.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// MariaDB, or the way to a database of either kind.
    #[error("the database failed")]
    Database(#[from] sqlx::Error),
    /// What went together was undone, because one of it was refused: several statements on MariaDB, the
    /// transactions of a batch on SQLite. Run again carefully, as [`super::Database::transact`] does, each is
    /// told what is its own.
    #[error("one of several that went together was refused")]
    OneOfSeveral,
    /// SQLite. A COMMIT that fails does so for everybody who shares it.
    #[error("the database file failed")]
    Sqlite(#[source] Arc<rusqlite::Error>),
    /// A migration could not be applied.
    #[error("a migration failed")]
    Migration(#[from] sqlx::migrate::MigrateError),
    /// A stored value is not one that this version writes.
    #[error("{column} holds a value that makes no sense: {value}")]
    Corrupt {
        /// The table's column, or the place in a statement.
        column: Cow<'static, str>,
        /// Its content.
        value: String,
    },
    /// A row changed between its reading and its writing, or two processes made the same id: run
    /// the transaction again.
    #[error("a row was changed by someone else at the same time")]
    Conflict,
    /// The same idempotency key was committed by another request in the meantime.
    #[error("the same request was performed at the same time")]
    Repeated,
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        Self::Sqlite(Arc::new(error))
    }
}

impl Error {
    /// Another attempt can succeed: a lost conflict, or a lock that others held for too long.
    pub fn is_transient(&self) -> bool {
        // Deadlock or Galera certification, changed record, table changed by a migration.
        let lost = matches!(self.code(), Some(Code::MariaDb(1020 | 1213 | 1412)));
        lost || matches!(self, Self::Conflict) || self.is_lock_wait()
    }

    /// It waited for a lock in vain. SQLite: busy, locked.
    pub(crate) fn is_lock_wait(&self) -> bool {
        matches!(self.code(), Some(Code::MariaDb(1205) | Code::Sqlite(5 | 6)))
    }

    /// A unique key refused the row. The engines do not report which: read who holds the thing.
    pub fn is_duplicate(&self) -> bool {
        match self {
            Self::Database(sqlx::Error::Database(error)) => error.is_unique_violation(),
            // Of a primary key, a unique key, and the number of a row.
            Self::Sqlite(error) => error
                .sqlite_error()
                .is_some_and(|error| matches!(error.extended_code, 1555 | 2067 | 2579)),
            _ => false,
        }
    }

    /// For inserts whose only unique key is an id of our own making: draw another and run again.
    #[must_use]
    pub fn id_collision(self) -> Self {
        if self.is_duplicate() {
            Self::Conflict
        } else {
            self
        }
    }

    /// The database cannot be reached, is overloaded or has no room, rather than asked something
    /// wrong: the same may well work in a while.
    pub fn is_unavailable(&self) -> bool {
        if self.is_transient() || self.refuses_writes() {
            return true;
        }
        match (self, self.code()) {
            (Self::Repeated, _) => true,
            (_, Some(Code::MariaDb(number))) => matches!(
                number,
                // No memory, no threads, a storage engine's error.
                1030 | 1037 | 1038 | 1041 | 1135
                // Too many connections or queries, of all or of ours.
                | 1040 | 1203 | 1226
                // The password was just changed.
                | 1045
                // Galera's node is not ready; shutting down.
                | 1047 | 1053
                // Too many locks, or transactions.
                | 1206 | 1637
                // Killed, the statement or the connection; took too long.
                | 1317 | 1927 | 1969 | 3024
            ),
            // Out of memory, and locking that was disturbed.
            (_, Some(Code::Sqlite(code))) => matches!(code, 7 | 15),
            (Self::Database(error), None) => matches!(
                error,
                sqlx::Error::Io(_)
                    | sqlx::Error::Tls(_)
                    | sqlx::Error::PoolTimedOut
                    | sqlx::Error::PoolClosed
                    | sqlx::Error::WorkerCrashed
            ),
            _ => false,
        }
    }

    /// It is told although the database works: it may come from a row that another transaction wrote.
    pub(super) fn rests_on_rows(&self) -> bool {
        matches!(self, Self::Repeated) || !self.is_unavailable()
    }

    /// Nothing can be written, whoever asks.
    pub(crate) fn refuses_writes(&self) -> bool {
        match self.code() {
            // Disk full, file not written, table full, failed in COMMIT, read-only in three ways.
            Some(Code::MariaDb(number)) => {
                matches!(number, 1021 | 1026 | 1114 | 1180 | 1290 | 1792 | 1836)
            }
            // Read-only, I/O, full, cannot be opened.
            Some(Code::Sqlite(code)) => matches!(code, 8 | 10 | 13 | 14),
            None => false,
        }
    }

    /// SQLite may have rolled back the whole batch by itself: out of memory, I/O, full.
    pub(super) fn ended_the_batch(&self) -> bool {
        matches!(self.code(), Some(Code::Sqlite(7 | 10 | 13)))
    }

    /// What the engine calls it.
    pub(super) fn code(&self) -> Option<Code> {
        match self {
            Self::Database(sqlx::Error::Database(error)) => {
                let error = error.try_downcast_ref::<MySqlDatabaseError>()?;
                Some(Code::MariaDb(error.number()))
            }
            // Extended result codes keep the primary one in their low byte.
            Self::Sqlite(error) => {
                let code = error.sqlite_error()?.extended_code;
                Some(Code::Sqlite(code & 0xff))
            }
            _ => None,
        }
    }
}

/// What an engine calls its error.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Code {
    MariaDb(u16),
    /// The primary result code.
    Sqlite(i32),
}

/// An error that may have been caused by storage; [`super::Database::transact`] asks, to know
/// whether running again can help.
pub trait Cause {
    /// The storage failure behind it, if that is what it is.
    fn cause(&self) -> Option<&Error>;
}

impl Cause for Error {
    fn cause(&self) -> Option<&Error> {
        Some(self)
    }
}
