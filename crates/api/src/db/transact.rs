//! Transactions, which are run again when they lose a conflict.

use super::retries::Pace;
use super::{Cause, Committed, Database, Error, Retries, Transaction, sqlite};
use std::time::Duration;
use tokio::time::timeout;

/// How long an error waits for the batch of its transaction.
const BATCH_TIMEOUT: Duration = Duration::from_secs(5);

impl Database {
    /// Runs `work` in a transaction, and again from its start when it loses a conflict, once more
    /// when it waited for a lock in vain, and carefully when something that it went together with was
    /// refused; so `work` must leave nothing behind outside the transaction, and use only
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
            if !attempts.again(error.cause()).await? {
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
    /// The batch that the last one was a part of, on SQLite.
    batch: Option<sqlite::Batch>,
}

impl<'d> Attempts<'d> {
    fn at(db: &'d Database) -> Self {
        Self {
            db,
            retries: Retries::default(),
            pace: Pace::Swift,
            batch: None,
        }
    }

    async fn begin(&mut self) -> Result<Transaction, Error> {
        Ok(match self.db {
            Database::MariaDb(engine) => Transaction::MariaDb(engine.begin(self.pace).await?),
            Database::Sqlite(engine) => {
                self.batch = None;
                let transaction = engine.begin(self.pace).await?;
                self.batch = Some(transaction.batch());
                Transaction::Sqlite(transaction)
            }
        })
    }

    /// Whether to try again, after the pause that is due. There is no cause where storage did not fail. An
    /// error that is told has waited for the batch, since it may come from a row of it, and is another one if
    /// the batch failed.
    async fn again(&mut self, cause: Option<&Error>) -> Result<bool, Error> {
        if matches!(cause, Some(Error::OneOfSeveral)) {
            self.pace = Pace::Careful;
            return Ok(true);
        }
        if let Some(cause) = cause
            && self.retries.pause(cause).await
        {
            // What lost a conflict once may lose another, and would take a batch along each time.
            if self.batch.is_some() {
                self.pace = Pace::Careful;
            }
            return Ok(true);
        }
        if cause.is_some_and(Error::refuses_writes) {
            self.db.health().refused();
        }
        let rests_on_rows = cause.is_none_or(Error::rests_on_rows);
        let Some(batch) = self.batch.take().filter(|_| rests_on_rows) else {
            return Ok(false);
        };
        match timeout(BATCH_TIMEOUT, batch.ended()).await {
            Ok(Err(Error::OneOfSeveral)) => {
                self.pace = Pace::Careful;
                Ok(true)
            }
            Ok(ended) => ended.map(|()| false),
            Err(_) => Ok(false),
        }
    }
}
