//! What can go wrong below the stores.

use sqlx::mysql::MySqlDatabaseError;
use std::borrow::Cow;

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
    /// Another attempt can succeed immediately: deadlock or Galera certification (1213), lock wait
    /// (1205), changed record (1020); SQLite busy or locked.
    pub fn is_transient(&self) -> bool {
        let error = match self {
            Self::Conflict => return true,
            Self::Database(sqlx::Error::Database(error)) => error,
            _ => return false,
        };
        if let Some(error) = error.try_downcast_ref::<MySqlDatabaseError>() {
            return matches!(error.number(), 1020 | 1205 | 1213);
        }
        // Extended result codes keep the primary one in their low byte.
        error
            .code()
            .and_then(|code| code.parse::<i32>().ok())
            .is_some_and(|code| matches!(code & 0xff, 5 | 6))
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

    /// The database cannot be reached or is overloaded, rather than asked something wrong.
    pub fn is_unavailable(&self) -> bool {
        match self {
            Self::Database(sqlx::Error::Database(error)) => {
                // Too many connections, node not ready, shutting down, read-only, killed.
                let number = error
                    .try_downcast_ref::<MySqlDatabaseError>()
                    .map(MySqlDatabaseError::number);
                matches!(number, Some(1040 | 1047 | 1053 | 1290 | 1927)) || self.is_transient()
            }
            Self::Database(error) => matches!(
                error,
                sqlx::Error::Io(_)
                    | sqlx::Error::Tls(_)
                    | sqlx::Error::PoolTimedOut
                    | sqlx::Error::PoolClosed
            ),
            Self::Conflict | Self::Repeated => true,
            Self::Migration(_) | Self::Corrupt { .. } => false,
        }
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
