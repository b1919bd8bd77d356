//! Transactions, which are run again when they lose a conflict.

use super::mariadb::Pace;
use super::{Cause, Committed, Database, Error, Retries, Transaction};

impl Database {
    /// Runs `work` in a transaction, and again from its start when it loses a conflict, once more
    /// when it waited for a lock in vain, and one statement at a time when one of several that went
    /// together was refused; so `work` must leave nothing behind outside the transaction, and use only
    /// the transaction inside it.
    pub async fn transact<T, E, W>(&self, work: impl Fn(Transaction) -> W) -> Result<T, E>
    where
        W: Future<Output = Result<Committed<T>, E>>,
        E: From<Error> + Cause,
    {
        let mut attempts = Attempts::at(self);
        loop {
            let outcome = match attempts.begin().await {
                // Boxed: the future of a whole operation is large, and is held by every caller.
                Ok(tx) => Box::pin(work(tx)).await,
                Err(error) => Err(error.into()),
            };
            let error = match outcome {
                Ok(Committed(value)) => {
                    self.health().taken();
                    return Ok(value);
                }
                Err(error) => error,
            };
            let again = attempts.again(error.cause()).await;
            if !again {
                return Err(error);
            }
        }
    }
}

/// Attempts at one transaction, whatever its work is.
struct Attempts<'d> {
    db: &'d Database,
    retries: Retries,
    pace: Pace,
}

impl<'d> Attempts<'d> {
    fn at(db: &'d Database) -> Self {
        Self {
            db,
            retries: Retries::default(),
            pace: Pace::Together,
        }
    }

    async fn begin(&self) -> Result<Transaction, Error> {
        Ok(match self.db {
            Database::MariaDb(engine) => Transaction::MariaDb(engine.begin(self.pace).await?),
            Database::Sqlite(engine) => Transaction::Sqlite(engine.begin().await?),
        })
    }

    /// Whether to try again, after the pause that is due. There is no cause where storage did not fail; an
    /// error that is told has waited for the open batch.
    async fn again(&mut self, cause: Option<&Error>) -> bool {
        if matches!(cause, Some(Error::OneOfSeveral)) {
            self.pace = Pace::OneByOne;
            return true;
        }
        if let Some(cause) = cause
            && self.retries.pause(cause).await
        {
            return true;
        }
        if cause.is_some_and(Error::refuses_writes) {
            self.db.health().refused();
        }
        // On SQLite an error may come from a row that is not committed yet.
        if let Database::Sqlite(engine) = self.db
            && !cause.is_some_and(Error::is_unavailable)
        {
            engine.wait_for_commit().await;
        }
        false
    }
}
