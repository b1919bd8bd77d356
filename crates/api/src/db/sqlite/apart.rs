//! A connection besides those of the service, whose statements run on a thread of their own.

use super::super::{Error, Prepared};
use super::connection::{File, Ran, off_runtime, run};
use rusqlite::Connection;
use std::sync::Arc;
use std::time::Duration;

/// How long the probe waits for a lock; it is answered in time by all means.
const BUSY_TIMEOUT: Duration = Duration::from_millis(300);

/// A connection that a statement takes along to its thread; gone when one was cut off there.
pub(crate) struct Apart(Option<Connection>);

impl Apart {
    pub(super) async fn open(file: Arc<File>) -> Result<Self, Error> {
        off_runtime(move || {
            let connection = file.open_to_write()?;
            connection.busy_timeout(BUSY_TIMEOUT)?;
            Ok(Self(Some(connection)))
        })
        .await
    }

    pub(super) async fn run(&mut self, prepared: Prepared) -> Result<Ran, Error> {
        let connection = self.0.take().ok_or(sqlx::Error::PoolClosed)?;
        let ran = off_runtime(move || {
            let outcome = run(&connection, &prepared);
            Ok((connection, outcome))
        });
        let (connection, outcome) = ran.await?;
        self.0 = Some(connection);
        outcome
    }
}
