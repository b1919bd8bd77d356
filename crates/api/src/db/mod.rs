//! One storage layer, two engines: MariaDB in production, SQLite on a fresh machine.
//!
//! Stores speak portable SQL through [`Database`] and [`Transaction`]; only this module knows which
//! engine hears it. Reads and single statements go through [`Database::read`] and
//! [`Database::write`], everything else through [`Database::transact`], which runs its work again
//! when it lost a conflict. Rows become structs by `#[derive(sqlx::FromRow)]`.
//!
//! Rules for the SQL itself (placeholders, types, what the engines spell alike) stand in
//! `docs/decisions/0002-two-databases-one-sql.md`.

mod error;
pub(crate) mod mariadb;
mod migrate;
mod sql;
pub(crate) mod sqlite;
mod stored;
#[cfg(test)]
mod tests;

pub(crate) use error::Cause;
pub use error::Error;
pub use migrate::Location;
pub(crate) use sql::Sql;
pub(crate) use sql::upsert;
pub(crate) use stored::{
    changed, name, optional_id, optional_time, stored_id, stored_name, stored_text, stored_time,
};

use futures_util::TryStreamExt;
use sqlx::mysql::MySqlRow;
use sqlx::sqlite::SqliteRow;
use sqlx::{Either, Encode, Executor, FromRow, IntoArguments, MySql, Sqlite, Type};
use std::hash::{BuildHasher, RandomState};
use std::time::Duration;
use tokio::time::Instant;

/// A conflict that lasts longer is an outage.
const PATIENCE: Duration = Duration::from_secs(5);
const SHORTEST_PAUSE: Duration = Duration::from_millis(4);
const LONGEST_PAUSE: Duration = Duration::from_millis(128);

/// A database of either kind. Cheap to clone.
#[derive(Clone)]
pub enum Database {
    /// A MariaDB server.
    MariaDb(mariadb::Engine),
    /// A file.
    Sqlite(sqlite::Engine),
}

/// A transaction that is undone when dropped.
pub enum Transaction {
    /// On a MariaDB server.
    MariaDb(mariadb::Transaction),
    /// In a file.
    Sqlite(sqlite::Transaction),
}

/// Proof that a transaction was committed; only [`Transaction::commit`] makes one.
pub struct Committed<T>(T);

/// A statement with its values and the connection it will run on.
#[must_use = "a query does nothing until it is executed or fetched"]
pub enum Query<'c> {
    /// For MariaDB.
    MariaDb(Statement<MySql>, mariadb::Lane<'c>),
    /// For SQLite.
    Sqlite(Statement<Sqlite>, sqlite::Lane<'c>),
}

/// A driver's statement.
pub(crate) type Statement<DB> = sqlx::query::Query<'static, DB, <DB as sqlx::Database>::Arguments>;

/// A value that both drivers can bind.
pub trait Value<'q>: Encode<'q, MySql> + Type<MySql> + Encode<'q, Sqlite> + Type<Sqlite> {}
impl<'q, T> Value<'q> for T where
    T: Encode<'q, MySql> + Type<MySql> + Encode<'q, Sqlite> + Type<Sqlite>
{
}

/// A struct that both drivers can read a row into; `#[derive(sqlx::FromRow)]` suffices.
pub trait Record: for<'r> FromRow<'r, MySqlRow> + for<'r> FromRow<'r, SqliteRow> {}
impl<T> Record for T where T: for<'r> FromRow<'r, MySqlRow> + for<'r> FromRow<'r, SqliteRow> {}

/// Where a read is sent: to the database at large, or into a transaction that goes on. One store
/// function serves both.
pub(crate) trait Source<'s>: Send {
    /// A read there.
    fn query(self, sql: impl Into<Sql>) -> Query<'s>;
}

impl<'s> Source<'s> for &'s Database {
    fn query(self, sql: impl Into<Sql>) -> Query<'s> {
        self.read(sql)
    }
}

impl<'s> Source<'s> for &'s mut Transaction {
    fn query(self, sql: impl Into<Sql>) -> Query<'s> {
        self.run(sql)
    }
}

impl Database {
    /// `sqlite` or `mariadb`.
    pub fn engine(&self) -> &'static str {
        match self {
            Self::MariaDb(_) => "mariadb",
            Self::Sqlite(_) => "sqlite",
        }
    }

    /// A read outside any transaction.
    pub fn read(&self, sql: impl Into<Sql>) -> Query<'_> {
        match (self, sql.into()) {
            (Self::MariaDb(engine), sql) => Query::MariaDb(sqlx::query(sql.mariadb), engine.lane()),
            (Self::Sqlite(engine), sql) => {
                Query::Sqlite(sqlx::query(sql.sqlite), engine.read_lane())
            }
        }
    }

    /// A single statement that is its own transaction.
    pub fn write(&self, sql: impl Into<Sql>) -> Query<'_> {
        match (self, sql.into()) {
            (Self::MariaDb(engine), sql) => Query::MariaDb(sqlx::query(sql.mariadb), engine.lane()),
            (Self::Sqlite(engine), sql) => {
                Query::Sqlite(sqlx::query(sql.sqlite), engine.write_lane())
            }
        }
    }

    /// Runs `work` in a transaction, and again from its start when it loses a conflict; so `work`
    /// must leave nothing behind outside the transaction, and use only the transaction inside it.
    pub async fn transact<T, E, W>(&self, work: impl Fn(Transaction) -> W) -> Result<T, E>
    where
        W: Future<Output = Result<Committed<T>, E>>,
        E: From<Error> + Cause,
    {
        let deadline = Instant::now() + PATIENCE;
        let mut longest = SHORTEST_PAUSE;
        loop {
            let outcome = match self.begin().await {
                // Boxed: the future of a whole operation is large, and is held by whoever waits.
                Ok(tx) => Box::pin(work(tx)).await,
                Err(error) => Err(error.into()),
            };
            let error = match outcome {
                Ok(Committed(value)) => return Ok(value),
                Err(error) => error,
            };
            let transient = error.cause().is_some_and(Error::is_transient);
            if !transient || Instant::now() >= deadline {
                return Err(self.settle(error).await);
            }
            // Those who collided would collide again if they all waited equally long.
            tokio::time::sleep(random_up_to(longest)).await;
            longest = (longest * 2).min(LONGEST_PAUSE);
        }
    }

    /// Closes every connection, once they are idle.
    pub async fn close(&self) {
        match self {
            Self::MariaDb(engine) => engine.close(),
            Self::Sqlite(engine) => engine.close().await,
        }
    }

    async fn begin(&self) -> Result<Transaction, Error> {
        Ok(match self {
            Self::MariaDb(engine) => Transaction::MariaDb(engine.begin().await?),
            Self::Sqlite(engine) => Transaction::Sqlite(engine.begin().await?),
        })
    }

    /// On SQLite an error may come from a row that is not committed yet.
    async fn settle<E>(&self, error: E) -> E {
        if let Self::Sqlite(engine) = self {
            engine.settle().await;
        }
        error
    }
}

impl Transaction {
    /// A statement within the transaction.
    pub fn run(&mut self, sql: impl Into<Sql>) -> Query<'_> {
        match (self, sql.into()) {
            (Self::MariaDb(tx), sql) => Query::MariaDb(sqlx::query(sql.mariadb), tx.into()),
            (Self::Sqlite(tx), sql) => Query::Sqlite(sqlx::query(sql.sqlite), tx.into()),
        }
    }

    /// Makes it durable.
    pub async fn commit<T>(self, value: T) -> Result<Committed<T>, Error> {
        match self {
            Self::MariaDb(tx) => tx.commit().await?,
            Self::Sqlite(tx) => tx.commit().await?,
        }
        Ok(Committed(value))
    }
}

impl Query<'_> {
    /// Gives the next placeholder its value.
    pub fn bind<'q>(self, value: impl Value<'q>) -> Self {
        match self {
            Self::MariaDb(statement, lane) => Self::MariaDb(statement.bind(value), lane),
            Self::Sqlite(statement, lane) => Self::Sqlite(statement.bind(value), lane),
        }
    }

    /// How many rows it matched; for an upsert the engines count differently.
    pub async fn execute(self) -> Result<u64, Error> {
        Ok(match self {
            Self::MariaDb(statement, lane) => lane.run(statement).await?.0.rows_affected(),
            Self::Sqlite(statement, lane) => lane.run(statement).await?.0.rows_affected(),
        })
    }

    /// Every row.
    pub async fn fetch_all<T: Record>(self) -> Result<Vec<T>, Error> {
        let rows: sqlx::Result<_> = match self {
            Self::MariaDb(statement, lane) => lane
                .run(statement)
                .await?
                .1
                .iter()
                .map(T::from_row)
                .collect(),
            Self::Sqlite(statement, lane) => lane
                .run(statement)
                .await?
                .1
                .iter()
                .map(T::from_row)
                .collect(),
        };
        Ok(rows?)
    }

    /// The first row, if there is one.
    pub async fn fetch_optional<T: Record>(self) -> Result<Option<T>, Error> {
        Ok(self.fetch_all().await?.into_iter().next())
    }

    /// The first row, which must be there.
    pub async fn fetch_one<T: Record>(self) -> Result<T, Error> {
        Ok(self
            .fetch_optional()
            .await?
            .ok_or(sqlx::Error::RowNotFound)?)
    }
}

type Outcome<DB> = sqlx::Result<(
    <DB as sqlx::Database>::QueryResult,
    Vec<<DB as sqlx::Database>::Row>,
)>;

/// Runs a statement to its end: what it changed, and what it returned. Collecting all rows before
/// returning matters: an open read statement keeps SQLite from recycling its log.
async fn run<'c, DB>(on: impl Executor<'c, Database = DB>, statement: Statement<DB>) -> Outcome<DB>
where
    DB: sqlx::Database,
    DB::Arguments: IntoArguments<DB>,
{
    let (mut changed, mut rows) = (DB::QueryResult::default(), Vec::new());
    let mut steps = on.fetch_many(statement);
    while let Some(step) = steps.try_next().await? {
        match step {
            Either::Left(result) => changed.extend([result]),
            Either::Right(row) => rows.push(row),
        }
    }
    Ok((changed, rows))
}

/// No rule rests on this, only who tries first: what the standard library keys its maps with is good
/// enough.
fn random_up_to(longest: Duration) -> Duration {
    let dice = RandomState::new().hash_one(()) % 1000;
    longest * u32::try_from(dice).expect("below a thousand") / 1000
}
