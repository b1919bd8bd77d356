//! Rows on their way from one engine to the other.

use super::table::{Kind, Table};
use futures_util::TryStreamExt as _;
use sha2::{Digest as _, Sha256};
use sqlx::{AssertSqlSafe, Executor, IntoArguments, MySql, Row as _, Sqlite};

/// Rows of one insertion at most. SQLite takes 32,766 placeholders, MariaDB 65,535.
const BATCH_ROWS: usize = 100;
/// Bytes of text in it at most, but for a single row. MariaDB takes 16 MiB by default.
const BATCH_BYTES: usize = 1 << 20;

/// One value of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Cell {
    Null,
    Integer(i64),
    Text(String),
    Blob(Vec<u8>),
}

/// Number of rows, and a sum over what each of them says, in whichever order they came.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) struct Fingerprint {
    pub(super) rows: u64,
    sum: u128,
}

/// A driver's statement.
type Statement<DB> = sqlx::query::Query<'static, DB, <DB as sqlx::Database>::Arguments>;

/// What copying needs of an engine.
pub(super) trait Engine: sqlx::Database {
    fn cell(row: &Self::Row, column: usize, kind: Kind) -> sqlx::Result<Cell>;
    fn bound(statement: Statement<Self>, cell: Cell) -> Statement<Self>;
}

macro_rules! engine {
    ($engine:ty) => {
        impl Engine for $engine {
            fn cell(row: &Self::Row, column: usize, kind: Kind) -> sqlx::Result<Cell> {
                let cell = match kind {
                    Kind::Integer => row.try_get::<Option<_>, _>(column)?.map(Cell::Integer),
                    Kind::Text => row.try_get::<Option<_>, _>(column)?.map(Cell::Text),
                    Kind::Blob => row.try_get::<Option<_>, _>(column)?.map(Cell::Blob),
                };
                Ok(cell.unwrap_or(Cell::Null))
            }

            fn bound(statement: Statement<Self>, cell: Cell) -> Statement<Self> {
                match cell {
                    // To neither engine does it matter of which type nothing is.
                    Cell::Null => statement.bind(None::<i64>),
                    Cell::Integer(number) => statement.bind(number),
                    Cell::Text(text) => statement.bind(text),
                    Cell::Blob(bytes) => statement.bind(bytes),
                }
            }
        }
    };
}
engine!(MySql);
engine!(Sqlite);

/// Copies the rows of a table. Returns what was read.
pub(super) async fn copy<F: Engine, T: Engine>(
    source: &mut F::Connection,
    target: &mut T::Connection,
    table: &Table,
) -> sqlx::Result<Fingerprint>
where
    for<'c> &'c mut F::Connection: Executor<'c, Database = F>,
    for<'c> &'c mut T::Connection: Executor<'c, Database = T>,
    F::Arguments: IntoArguments<F>,
    T::Arguments: IntoArguments<T>,
{
    let mut read = Fingerprint::default();
    let (mut batch, mut bytes) = (Vec::new(), 0);
    let mut rows = source.fetch(sqlx::query::<F>(AssertSqlSafe(table.select())));
    while let Some(row) = rows.try_next().await? {
        let row = cells::<F>(&row, table)?;
        read.add(&row);
        bytes += row.iter().map(Cell::size).sum::<usize>();
        batch.push(row);
        if batch.len() == BATCH_ROWS || bytes >= BATCH_BYTES {
            insert::<T>(target, table, &mut batch).await?;
            bytes = 0;
        }
    }
    insert::<T>(target, table, &mut batch).await?;
    Ok(read)
}

/// What a table holds.
pub(super) async fn fingerprint<E: Engine>(
    connection: &mut E::Connection,
    table: &Table,
) -> sqlx::Result<Fingerprint>
where
    for<'c> &'c mut E::Connection: Executor<'c, Database = E>,
    E::Arguments: IntoArguments<E>,
{
    let mut held = Fingerprint::default();
    let mut rows = connection.fetch(sqlx::query::<E>(AssertSqlSafe(table.select())));
    while let Some(row) = rows.try_next().await? {
        held.add(&cells::<E>(&row, table)?);
    }
    Ok(held)
}

async fn insert<E: Engine>(
    connection: &mut E::Connection,
    table: &Table,
    rows: &mut Vec<Vec<Cell>>,
) -> sqlx::Result<()>
where
    for<'c> &'c mut E::Connection: Executor<'c, Database = E>,
    E::Arguments: IntoArguments<E>,
{
    if rows.is_empty() {
        return Ok(());
    }
    let statement = sqlx::query::<E>(AssertSqlSafe(table.insert(rows.len())));
    let cells = rows.drain(..).flatten();
    connection.execute(cells.fold(statement, E::bound)).await?;
    Ok(())
}

fn cells<E: Engine>(row: &E::Row, table: &Table) -> sqlx::Result<Vec<Cell>> {
    let columns = table.columns.iter().enumerate();
    columns
        .map(|(index, column)| E::cell(row, index, column.kind))
        .collect()
}

impl Cell {
    fn size(&self) -> usize {
        match self {
            Self::Null => 0,
            Self::Integer(_) => size_of::<i64>(),
            Self::Text(text) => text.len(),
            Self::Blob(bytes) => bytes.len(),
        }
    }
}

impl Fingerprint {
    fn add(&mut self, row: &[Cell]) {
        let mut hash = Sha256::new();
        for cell in row {
            // Each with its kind and length, so that no two rows are written alike.
            let (kind, bytes): (u8, &[u8]) = match cell {
                Cell::Null => (0, &[]),
                Cell::Integer(number) => (1, &number.to_be_bytes()),
                Cell::Text(text) => (2, text.as_bytes()),
                Cell::Blob(bytes) => (3, bytes),
            };
            hash.update([kind]);
            hash.update(bytes.len().to_be_bytes());
            hash.update(bytes);
        }
        let (half, _) = hash
            .finalize()
            .split_first_chunk::<16>()
            .map(|(half, rest)| (*half, rest.len()))
            .expect("a digest has 32 bytes");
        self.rows += 1;
        self.sum = self.sum.wrapping_add(u128::from_be_bytes(half));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(rows: &[&[Cell]]) -> Fingerprint {
        let mut fingerprint = Fingerprint::default();
        for row in rows {
            fingerprint.add(row);
        }
        fingerprint
    }

    fn text(text: &str) -> Cell {
        Cell::Text(text.to_owned())
    }

    #[test]
    fn rows_are_compared_in_any_order() {
        let (ada, bob) = (
            [Cell::Integer(1), text("Ada")],
            [Cell::Integer(2), Cell::Null],
        );
        assert_eq!(of(&[&ada, &bob]), of(&[&bob, &ada]));
    }

    #[test]
    fn a_row_that_is_lost_doubled_or_changed_is_noticed() {
        let ada = [Cell::Integer(1), text("Ada"), text("")];
        let there = of(&[&ada]);
        for other in [
            of(&[]),
            of(&[&ada, &ada]),
            of(&[&[Cell::Integer(1), text("Adb"), text("")]]),
            of(&[&[Cell::Integer(1), text(""), text("Ada")]]),
            of(&[&[Cell::Integer(1), text("Ada"), Cell::Null]]),
            of(&[&[text("1"), text("Ada"), text("")]]),
        ] {
            assert_ne!(other, there);
        }
    }
}
