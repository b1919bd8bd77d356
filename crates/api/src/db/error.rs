//! What can go wrong below the stores.

use sqlx::error::{DatabaseError, ErrorKind};
use sqlx::mysql::MySqlDatabaseError;
use std::borrow::Cow;
use std::error::Error as StdError;
use std::sync::Arc;

/// A failure of storage.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The engine or the way to it.
    #[error("the database failed")]
    Database(#[from] sqlx::Error),
    /// A migration could not be applied.
    #[error("a migration failed")]
    Migration(#[from] sqlx::migrate::MigrateError),
    /// A stored value is not one that this version writes.
    #[error("{column} holds a value that makes no sense: {value}")]
    Corrupt {
        /// The table's column.
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

impl Error {
    /// Another attempt can succeed: a lost conflict, or a lock that others held for too long.
    pub fn is_transient(&self) -> bool {
        match self {
            Self::Conflict => true,
            Self::Database(error) => match code(error) {
                // Deadlock or Galera certification, changed record, table changed by a migration.
                Some(Code::MariaDb(number)) => {
                    matches!(number, 1020 | 1213 | 1412) || self.is_lock_wait()
                }
                Some(Code::Sqlite(_)) => self.is_lock_wait(),
                None => false,
            },
            _ => false,
        }
    }

    /// It waited for a lock in vain. SQLite: busy, locked.
    pub(crate) fn is_lock_wait(&self) -> bool {
        let Self::Database(error) = self else {
            return false;
        };
        matches!(code(error), Some(Code::MariaDb(1205) | Code::Sqlite(5 | 6)))
    }

    /// A unique key refused the row. The drivers do not report which: read who holds the thing.
    pub fn is_duplicate(&self) -> bool {
        matches!(self, Self::Database(sqlx::Error::Database(error)) if error.is_unique_violation())
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
        match self {
            Self::Database(error) => {
                is_unavailable(innermost(error)) || refuses_writes(error) || self.is_transient()
            }
            Self::Conflict | Self::Repeated => true,
            Self::Migration(_) | Self::Corrupt { .. } => false,
        }
    }

    /// The database takes no writes.
    pub(crate) fn refuses_writes(&self) -> bool {
        matches!(self, Self::Database(error) if refuses_writes(error))
    }
}

/// An error that befell several at once: the COMMIT that they shared, or what undid their batch.
#[derive(Debug, thiserror::Error)]
#[error("shared with other transactions: {0}")]
pub(super) struct Shared(Arc<sqlx::Error>);

/// The error for each of them, which keeps its code.
pub(super) fn shared(error: Arc<sqlx::Error>) -> sqlx::Error {
    sqlx::Error::Database(Box::new(Shared(error)))
}

impl DatabaseError for Shared {
    fn message(&self) -> &str {
        let error = self.0.as_database_error();
        error.map_or("a shared COMMIT failed", |error| error.message())
    }

    fn as_error(&self) -> &(dyn StdError + Send + Sync + 'static) {
        self
    }

    fn as_error_mut(&mut self) -> &mut (dyn StdError + Send + Sync + 'static) {
        self
    }

    fn into_error(self: Box<Self>) -> Box<dyn StdError + Send + Sync + 'static> {
        self
    }

    fn kind(&self) -> ErrorKind {
        // Whatever it was, it was not about the row of whoever shares it.
        ErrorKind::Other
    }
}

/// What an engine calls its error.
enum Code {
    MariaDb(u16),
    /// The primary result code.
    Sqlite(i32),
}

fn innermost(error: &sqlx::Error) -> &sqlx::Error {
    if let sqlx::Error::Database(database) = error
        && let Some(Shared(inner)) = database.try_downcast_ref()
    {
        return innermost(inner);
    }
    error
}

fn code(error: &sqlx::Error) -> Option<Code> {
    let sqlx::Error::Database(error) = innermost(error) else {
        return None;
    };
    if let Some(error) = error.try_downcast_ref::<MySqlDatabaseError>() {
        return Some(Code::MariaDb(error.number()));
    }
    let code = error.code()?.parse::<i32>().ok()?;
    // Extended result codes keep the primary one in their low byte.
    Some(Code::Sqlite(code & 0xff))
}

/// The primary result code of SQLite.
#[cfg(test)]
pub(super) fn code_of(error: &Error) -> Option<i32> {
    match error {
        Error::Database(error) => match code(error)? {
            Code::Sqlite(code) => Some(code),
            Code::MariaDb(_) => None,
        },
        _ => None,
    }
}

/// Whether nothing can be written, whoever asks.
pub(super) fn refuses_writes(error: &sqlx::Error) -> bool {
    match code(error) {
        // Disk full, file not written, table full, failed in COMMIT, read-only in three ways.
        Some(Code::MariaDb(number)) => {
            matches!(number, 1021 | 1026 | 1114 | 1180 | 1290 | 1792 | 1836)
        }
        // Read-only, I/O, full, cannot be opened.
        Some(Code::Sqlite(code)) => matches!(code, 8 | 10 | 13 | 14),
        None => false,
    }
}

/// Whether SQLite may have rolled back the whole batch by itself: out of memory, I/O, full.
pub(super) fn ended_the_batch(error: &sqlx::Error) -> bool {
    matches!(code(error), Some(Code::Sqlite(7 | 10 | 13)))
}

fn is_unavailable(error: &sqlx::Error) -> bool {
    match code(error) {
        Some(Code::MariaDb(number)) => matches!(
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
        Some(Code::Sqlite(code)) => matches!(code, 7 | 15),
        None => matches!(
            error,
            sqlx::Error::Io(_)
                | sqlx::Error::Tls(_)
                | sqlx::Error::PoolTimedOut
                | sqlx::Error::PoolClosed
                | sqlx::Error::WorkerCrashed
        ),
    }
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
