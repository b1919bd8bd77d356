//! Transactions on MariaDB, in as few round trips as their statements allow.
//!
//! Most statements of a change tell nothing that it needs to know: rows that are inserted, an audit entry, a
//! kept answer. They wait here, and go to the server with the next statement that somebody waits for, at the
//! latest with COMMIT; START TRANSACTION goes with the first. The server runs them in their order, and stops
//! at the first that fails, so the only difference is when an error is told. What follows from an error may
//! depend on which statement it is of, and the statement's caller has gone on: so if one of several fails,
//! [`super::super::Database::transact`] runs the whole work again, one statement at a time.

use super::super::retries::Pace;
use super::super::{Error, Prepared};
use super::connections::{Connections, connection, is_in_step, is_reused};
use super::statement::{Outcome, Sent, send};
use super::{Engine, Lane, Wanted};
use deadpool::managed::Object;
use sqlx::mysql::{MySqlConnection, MySqlRow};
use sqlx::{Executor, Row as _};
use std::{iter, mem};
use tokio::sync::OwnedSemaphorePermit;

const BEGIN: &str = "START TRANSACTION";
const COMMIT: &str = "COMMIT";
/// How many rows the last of several statements matched; what the server tells by itself is the sum of all.
const MATCHED: &str = "SELECT ROW_COUNT()";
/// As many wait at most.
const WAITING: usize = 16;

/// Rolled back when dropped.
pub struct Transaction {
    engine: Engine,
    connection: Option<Object<Connections>>,
    /// Sent with the next statement.
    waiting: Vec<Prepared>,
    /// Whether statements may wait for others.
    pace: Pace,
    /// The server may have begun it.
    begun: bool,
    /// One of several statements was refused, and those after it were not run.
    refused: bool,
    /// The last statement was answered to its end. A statement that was cancelled half way leaves
    /// its answer behind, where the next one would take it for its own.
    in_step: bool,
    /// Held until the connection is free again.
    permit: Option<OwnedSemaphorePermit>,
}

impl Transaction {
    pub(super) fn new(
        engine: &Engine,
        connection: Object<Connections>,
        permit: OwnedSemaphorePermit,
        pace: Pace,
    ) -> Self {
        Self {
            engine: engine.clone(),
            connection: Some(connection),
            waiting: Vec::new(),
            pace,
            begun: false,
            refused: false,
            in_step: true,
            permit: Some(permit),
        }
    }

    /// Runs a statement with the next one.
    pub(super) async fn later(&mut self, statement: Prepared) -> Result<(), Error> {
        if self.pace == Pace::Careful {
            return self.run(Some(&statement), None).await.map(drop);
        }
        self.waiting.push(statement);
        if self.waiting.len() == WAITING {
            self.run(None, None).await?;
        }
        Ok(())
    }

    /// Runs a statement, and what waits before it: how many rows it matched, or those that it returned.
    pub(super) async fn answer(
        &mut self,
        statement: &Prepared,
        wanted: Wanted,
    ) -> Result<(u64, Vec<MySqlRow>), Error> {
        if wanted == Wanted::Rows || self.is_alone() {
            return self.run(Some(statement), None).await;
        }
        let (_, rows) = self.run(Some(statement), Some(MATCHED)).await?;
        let matched: i64 = rows.first().ok_or(sqlx::Error::RowNotFound)?.try_get(0)?;
        let matched = u64::try_from(matched).map_err(|error| sqlx::Error::Decode(error.into()))?;
        Ok((matched, Vec::new()))
    }

    pub(in super::super) async fn commit(mut self) -> Result<(), Error> {
        if self.refused {
            return Err(Error::OneOfSeveral);
        }
        if self.begun || !self.waiting.is_empty() {
            // What ends the transaction is not sent again, so that a connection which died meanwhile has
            // to be found out about before.
            self.begin().await?;
            self.run(None, Some(COMMIT)).await?;
        }
        // Nothing is left to roll back.
        drop(self.connection.take());
        Ok(())
    }

    /// Whether the next statement is sent by itself.
    fn is_alone(&self) -> bool {
        self.waiting.is_empty() && self.begun
    }

    /// Sends what waits, with a statement, and with one that has no values.
    async fn run(
        &mut self,
        statement: Option<&Prepared>,
        after: Option<&'static str>,
    ) -> Result<(u64, Vec<MySqlRow>), Error> {
        let is_alone = self.is_alone();
        let waiting = mem::take(&mut self.waiting);
        let sent = match statement {
            Some(statement) if is_alone => Sent::one(statement),
            _ => {
                let begin = (!self.begun).then_some(BEGIN);
                Sent::several(begin, waiting.iter().chain(statement), after)
            }
        };
        let outcome = self.attempt(&sent).await.map_err(Error::from);
        // A fault that passes asks for the whole work again by itself, whichever statement had it.
        self.refused = !waiting.is_empty() && outcome.as_ref().is_err_and(is_refusal);
        if self.refused {
            return Err(Error::OneOfSeveral);
        }
        outcome
    }

    /// Sends something, on another connection if this one was dead before anything was begun.
    async fn attempt(&mut self, sent: &Sent<'_>) -> Outcome {
        let may_be_dead = !self.begun && self.connection.as_ref().is_some_and(is_reused);
        self.begun = true;
        let outcome = self.once(sent).await;
        if self.in_step || !may_be_dead {
            return outcome;
        }
        // The next one of the pool was pinged.
        self.replace().await?;
        self.once(sent).await
    }

    async fn once(&mut self, sent: &Sent<'_>) -> Outcome {
        self.in_step = false;
        // Boxed, as below: it is a part of the future of every operation.
        let outcome = Box::pin(send(self.connection(), sent)).await;
        self.in_step = is_in_step(&outcome);
        outcome
    }

    /// Begins it if that was not done.
    pub(super) async fn begin(&mut self) -> sqlx::Result<()> {
        if !self.begun {
            let begin = Sent::several(Some(BEGIN), iter::empty(), None);
            self.attempt(&begin).await?;
        }
        Ok(())
    }

    /// The server had closed the connection: on to the next.
    async fn replace(&mut self) -> sqlx::Result<()> {
        self.engine.note_death();
        if let Some(dead) = self.connection.take() {
            drop(Object::take(dead));
        }
        self.connection = Some(Box::pin(connection(&self.engine.pool)).await?);
        Ok(())
    }

    fn connection(&mut self) -> &mut MySqlConnection {
        self.connection.as_mut().expect("held until commit")
    }
}

/// Whether the server answered that a statement is not possible.
fn is_refusal(error: &Error) -> bool {
    matches!(error, Error::Database(sqlx::Error::Database(_))) && !error.is_unavailable()
}

impl Drop for Transaction {
    fn drop(&mut self) {
        let Some(mut connection) = self.connection.take() else {
            return;
        };
        if self.in_step && !self.begun {
            // The server has not heard of it.
            return;
        }
        if !self.in_step {
            // The server rolls back what a closed connection leaves.
            drop(Object::take(connection));
            return;
        }
        let permit = self.permit.take();
        tokio::spawn(async move {
            let _permit = permit;
            let outcome = connection.execute("ROLLBACK").await;
            if !is_in_step(&outcome) {
                drop(Object::take(connection));
            }
        });
    }
}

impl<'c> From<&'c mut Transaction> for Lane<'c> {
    fn from(transaction: &'c mut Transaction) -> Self {
        Lane::Transaction(transaction)
    }
}
