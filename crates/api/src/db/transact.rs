//! Transactions, which are run again when they lose a conflict.

use super::retries::Pace;
use super::{Cause, Committed, Database, Error, Retries, Transaction, sqlite};
use std::time::Duration;
use tokio::sync::SemaphorePermit;
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
    /// On MariaDB, of one who lost conflict after conflict.
    turn: Option<SemaphorePermit<'d>>,
    /// On SQLite, the batch from whose rows an error of the last one may come.
    rests_on: Option<sqlite::Batch>,
}

impl<'d> Attempts<'d> {
    fn at(db: &'d Database) -> Self {
        Self {
            db,
            retries: Retries::default(),
            pace: Pace::Swift,
            turn: None,
            rests_on: None,
        }
    }

    async fn begin(&mut self) -> Result<Transaction, Error> {
        self.rests_on = None;
        Ok(match self.db {
            Database::MariaDb(engine) => Transaction::MariaDb(engine.begin(self.pace).await?),
            Database::Sqlite(engine) => {
                let transaction = engine.begin(self.pace).await?;
                self.rests_on = transaction.rests_on();
                Transaction::Sqlite(transaction)
            }
        })
    }

    /// Waits until another attempt after a conflict is due.
    async fn wait_for_another(&mut self, cause: &Error) {
        match self.db {
            // It may lose another, and would take a batch along each time.
            Database::Sqlite(_) => self.pace = Pace::Careful,
            // That lock may be held for long, and nobody should wait behind us meanwhile.
            Database::MariaDb(_) if cause.is_lock_wait() => self.turn = None,
            // Only whoever has just come wins against us, and the others wait.
            Database::MariaDb(_) if self.turn.is_some() => {
                return self.retries.pause_briefly().await;
            }
            // One loss happens to anybody.
            Database::MariaDb(engine) if self.retries.is_repeated() => {
                self.turn = engine.turn_of_a_loser(self.retries.deadline()).await;
                return;
            }
            Database::MariaDb(_) => {}
        }
        self.retries.pause().await;
    }

    /// Whether to try again, after the pause that is due. There is no cause where storage did not fail. Fails
    /// where another error is to be told, as what this one came from was not committed.
    async fn again(&mut self, cause: Option<&Error>) -> Result<bool, Error> {
        if let Some(cause) = cause {
            if matches!(cause, Error::OneOfSeveral) {
                self.pace = Pace::Careful;
                return Ok(true);
            }
            if self.retries.allow_another(cause) {
                self.wait_for_another(cause).await;
                return Ok(true);
            }
            self.db.health().failed(cause);
            if !cause.rests_on_rows() {
                return Ok(false);
            }
        }
        let Some(batch) = self.rests_on.take() else {
            return Ok(false);
        };
        let ended = timeout(BATCH_TIMEOUT, batch.ended()).await;
        match ended.unwrap_or_else(|_| Err(sqlx::Error::PoolTimedOut.into())) {
            Ok(()) => Ok(false),
            Err(Error::OneOfSeveral) => {
                self.pace = Pace::Careful;
                Ok(true)
            }
            Err(error) => {
                self.db.health().failed(&error);
                Err(error)
            }
        }
    }
}
