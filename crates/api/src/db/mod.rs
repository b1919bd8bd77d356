//! One storage layer, two engines: MariaDB in production, SQLite on a fresh machine.
//!
//! Stores speak portable SQL through [`Database`] and [`Transaction`]; only this module knows which
//! engine hears it. Reads and single statements go through [`Source::query`] and
//! [`Database::write`], everything else through [`Database::transact`], which runs its work again
//! when it lost a conflict. `record!` says which columns become which fields of a struct, and
//! `insert!`, `update!`, `upsert!` and `save!` put columns beside their values.
//!
//! Rules for the SQL itself (placeholders, types, what the engines spell alike) stand in
//! `docs/decisions/0002-two-databases-one-sql.md`.

mod backup;
mod column;
mod error;
mod galera;
mod health;
mod integrity;
pub(crate) mod mariadb;
mod migrate;
mod probe;
mod record;
mod retries;
mod rows;
mod schema;
mod sql;
pub(crate) mod sqlite;
#[cfg(test)]
mod tests;
mod transact;

pub use backup::{BackupError, Stored};
pub(crate) use column::{Column, Encode, Value, documents, name, named, names};
pub(crate) use error::Cause;
pub use error::Error;
pub use integrity::Integrity;
pub use migrate::Location;
pub(crate) use record::{Record, Selected, record, select, settings};
pub(crate) use rows::Row;
pub use schema::Schema;
pub(crate) use sql::{
    Change, FIFTY_KEYS, Sql, Values, fifties, four_of, insert, joined, length, save, sql, update,
    upsert,
};

use self::retries::Retries;
use self::rows::{Raw, Rows, Table};
use futures_util::TryFutureExt as _;

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
pub(crate) enum Query<'c> {
    /// For MariaDB.
    MariaDb(Prepared, mariadb::Lane<'c>),
    /// For SQLite.
    Sqlite(Prepared, sqlite::Lane<'c>),
}

/// A statement as one engine wants it, with its values; it can be sent more than once.
pub(crate) struct Prepared {
    sql: &'static str,
    values: Vec<Value<'static>>,
}

/// Where a read is sent: to the database at large, or into a transaction that goes on. One store
/// function serves both.
pub(crate) trait Source<'s>: Send {
    /// A read there.
    fn query(self, sql: impl Into<Sql>, values: impl Values) -> Query<'s>;
}

impl<'s> Source<'s> for &'s Database {
    fn query(self, sql: impl Into<Sql>, values: impl Values) -> Query<'s> {
        match (self, sql.into()) {
            (Database::MariaDb(engine), sql) => {
                Query::MariaDb(Prepared::new(sql.mariadb, values), engine.read_lane())
            }
            (Database::Sqlite(engine), sql) => {
                Query::Sqlite(Prepared::new(sql.sqlite, values), engine.read_lane())
            }
        }
    }
}

impl<'s> Source<'s> for &'s mut Transaction {
    fn query(self, sql: impl Into<Sql>, values: impl Values) -> Query<'s> {
        Transaction::query(self, sql, values)
    }
}

/// Where several reads are sent that answer one question, also as part of a change.
pub(crate) enum Reading<'a> {
    /// Each for itself.
    Now(&'a Database),
    /// Within a transaction.
    Within(&'a mut Transaction),
}

impl<'s> Source<'s> for &'s mut Reading<'_> {
    fn query(self, sql: impl Into<Sql>, values: impl Values) -> Query<'s> {
        match self {
            Reading::Now(db) => Source::query(*db, sql, values),
            Reading::Within(tx) => Transaction::query(tx, sql, values),
        }
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

    /// The same, for reads that take long: nobody else waits for them.
    pub(crate) fn at_length(&self) -> Self {
        match self {
            Self::MariaDb(engine) => Self::MariaDb(engine.clone()),
            Self::Sqlite(engine) => Self::Sqlite(engine.at_length()),
        }
    }

    /// A single statement that is its own transaction.
    pub(crate) fn write(&self, sql: impl Into<Sql>, values: impl Values) -> Query<'_> {
        match (self, sql.into()) {
            (Self::MariaDb(engine), sql) => {
                Query::MariaDb(Prepared::new(sql.mariadb, values), engine.write_lane())
            }
            (Self::Sqlite(engine), sql) => {
                Query::Sqlite(Prepared::new(sql.sqlite, values), engine.write_lane())
            }
        }
    }

    /// A change that is its own transaction; how many rows it matched.
    pub(crate) fn apply<const N: usize>(
        &self,
        change: Change<'_, N>,
    ) -> impl Future<Output = Result<u64, Error>> + use<'_, N> {
        self.write(change.sql, change.values).execute()
    }

    /// The same whatever it matches.
    pub(crate) fn put<const N: usize>(
        &self,
        change: Change<'_, N>,
    ) -> impl Future<Output = Result<(), Error>> + use<'_, N> {
        self.write(change.sql, change.values).done()
    }

    /// A read that many may send at the same moment, each of a key of their own, which is of integers. The
    /// key stands in the statement as `(SELECT 0 AS n, ? AS …) AS asked`, and `asked.n` is its last column:
    /// MariaDB is asked once for all who wait, with a row of `asked` for each. It must have no `LIMIT` and no
    /// aggregate: they would apply to the whole batch.
    pub(crate) fn ask(&self, sql: &'static str, key: impl Values) -> Query<'_> {
        match self {
            Self::MariaDb(engine) => Query::MariaDb(Prepared::new(sql, key), engine.crowd_lane()),
            Self::Sqlite(_) => self.query(sql, key),
        }
    }

    /// An upsert of one row that is its own transaction, and when that is done, such a read. On MariaDB the
    /// rows of all who wait go in together, or, where that fails, each once more by itself.
    pub(crate) async fn upsert_then_ask<T: Record>(
        &self,
        (upsert, values): (impl Into<Sql>, impl Values),
        (read, key): (&'static str, impl Values),
    ) -> Result<Vec<T>, Error> {
        match self {
            Self::MariaDb(engine) => {
                let upsert = Some(Prepared::new(upsert.into().mariadb, values));
                let read = Prepared::new(read, key);
                let question = mariadb::Question { upsert, read };
                Rows::MariaDb(engine.ask(question).await?).records()
            }
            Self::Sqlite(_) => {
                self.write(upsert, values).done().await?;
                self.query(read, key).all().await
            }
        }
    }

    /// Closes every connection, once they are idle.
    pub async fn close(&self) {
        match self {
            Self::MariaDb(engine) => engine.close(),
            Self::Sqlite(engine) => engine.close().await,
        }
        self.health().close().await;
    }
}

impl Transaction {
    /// A statement within the transaction.
    pub(crate) fn query(&mut self, sql: impl Into<Sql>, values: impl Values) -> Query<'_> {
        match (self, sql.into()) {
            (Self::MariaDb(tx), sql) => {
                Query::MariaDb(Prepared::new(sql.mariadb, values), tx.into())
            }
            (Self::Sqlite(tx), sql) => Query::Sqlite(Prepared::new(sql.sqlite, values), tx.into()),
        }
    }

    /// A change within the transaction; how many rows it matched. Its values are bound before
    /// anything is awaited, so that they are no part of the future.
    pub(crate) fn apply<const N: usize>(
        &mut self,
        change: Change<'_, N>,
    ) -> impl Future<Output = Result<u64, Error>> {
        self.query(change.sql, change.values).execute()
    }

    /// The same whatever it matches; see [`Query::done`].
    pub(crate) fn put<const N: usize>(
        &mut self,
        change: Change<'_, N>,
    ) -> impl Future<Output = Result<(), Error>> {
        self.query(change.sql, change.values).done()
    }

    /// Inserts a row under a new key; fails with `Conflict` if another transaction took that.
    pub(crate) fn create<const N: usize>(
        &mut self,
        row: Change<'_, N>,
    ) -> impl Future<Output = Result<(), Error>> {
        // Not an async block, which would hold the future of the statement twice.
        self.put(row).map_err(Error::id_collision)
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

impl Prepared {
    fn new(sql: &'static str, values: impl Values) -> Self {
        let values = values.values().map(Value::into_owned).collect();
        Self { sql, values }
    }
}

impl Query<'_> {
    /// How many rows it matched; for an upsert the engines count differently.
    pub(crate) async fn execute(self) -> Result<u64, Error> {
        match self {
            Self::MariaDb(prepared, lane) => lane.count(&prepared).await,
            Self::Sqlite(prepared, lane) => Ok(lane.run(prepared).await?.0),
        }
    }

    /// Changes rows, however many. In a transaction on MariaDB it goes to the server with the next
    /// statement that somebody waits for, or with COMMIT, which fails in its place. The work is then run
    /// again one statement at a time, and the error arises here: so this is where to handle it.
    pub(crate) async fn done(self) -> Result<(), Error> {
        match self {
            Self::MariaDb(prepared, lane) => lane.done(prepared).await,
            Self::Sqlite(prepared, lane) => lane.run(prepared).await.map(drop),
        }
    }

    /// What it returns. Collecting all of it before returning matters: an open read statement keeps SQLite
    /// from recycling its log.
    async fn rows(self) -> Result<Rows, Error> {
        match self {
            Self::MariaDb(prepared, lane) => lane.rows(prepared).await.map(Rows::MariaDb),
            Self::Sqlite(prepared, lane) => Ok(Rows::Sqlite(lane.run(prepared).await?.1)),
        }
    }

    /// Every row.
    pub(crate) async fn all<T: Record>(self) -> Result<Vec<T>, Error> {
        self.rows().await?.records()
    }

    /// The first row, if there is one.
    pub(crate) async fn optional<T: Record>(self) -> Result<Option<T>, Error> {
        self.rows().await?.first()
    }

    /// The first row, which must be there.
    pub(crate) async fn one<T: Record>(self) -> Result<T, Error> {
        let row = self.optional().await?;
        Ok(row.ok_or(sqlx::Error::RowNotFound)?)
    }

    /// The first column of every row.
    pub(crate) async fn scalars<T: Column>(self) -> Result<Vec<T>, Error> {
        let rows: Vec<(T,)> = self.all().await?;
        Ok(rows.into_iter().map(|(value,)| value).collect())
    }

    /// The first column of the first row, if there is one.
    pub(crate) async fn optional_scalar<T: Column>(self) -> Result<Option<T>, Error> {
        let row: Option<(T,)> = self.optional().await?;
        Ok(row.map(|(value,)| value))
    }

    /// The first column of the first row, which must be there.
    pub(crate) async fn scalar<T: Column>(self) -> Result<T, Error> {
        let (value,) = self.one().await?;
        Ok(value)
    }
}

/// Fails with `Conflict` if a row that was read before was changed by another transaction.
pub(crate) fn changed(rows: u64) -> Result<(), Error> {
    if rows == 0 {
        Err(Error::Conflict)
    } else {
        Ok(())
    }
}
