//! What a statement returned, and how it is read.

use super::{Column, Error, Record, Value};
use sqlx::mysql::MySqlRow;
use sqlx::{Column as _, Decode, MySql, Row as _, Type, ValueRef as _};
use std::mem;

/// Rows as they came from an engine. What drives a statement knows nothing else, so it is compiled once and
/// not again for each record.
pub(crate) enum Rows {
    /// From MariaDB.
    MariaDb(Vec<MySqlRow>),
    /// From SQLite.
    Sqlite(Table),
}

/// Values of a number of columns, row by row.
pub(crate) struct Table {
    pub(super) sql: &'static str,
    pub(super) width: usize,
    pub(super) values: Vec<Value<'static>>,
}

/// A row, read column by column from the first.
pub(crate) struct Row<'r> {
    cells: Cells<'r>,
    next: usize,
}

enum Cells<'r> {
    MariaDb(&'r MySqlRow),
    /// Taken out as they are read.
    Sqlite(&'static str, &'r mut [Value<'static>]),
}

/// What both engines can make of a column.
pub(crate) trait Raw: for<'r> Decode<'r, MySql> + Type<MySql> {
    /// Of a value in SQLite, if it is of this kind.
    fn of(value: &mut Value<'static>) -> Option<Self>;
}

impl Rows {
    /// Each as a record.
    pub(super) fn records<T: Record>(self) -> Result<Vec<T>, Error> {
        match self {
            Self::MariaDb(rows) => rows.iter().map(|row| T::read(&mut row.into())).collect(),
            Self::Sqlite(mut table) => table.rows().map(|mut row| T::read(&mut row)).collect(),
        }
    }

    /// The first as a record, if there is one.
    pub(super) fn first<T: Record>(mut self) -> Result<Option<T>, Error> {
        match &mut self {
            Self::MariaDb(rows) => rows.truncate(1),
            Self::Sqlite(table) => table.values.truncate(table.width),
        }
        Ok(self.records()?.pop())
    }
}

impl Table {
    fn rows(&mut self) -> impl Iterator<Item = Row<'_>> {
        let rows = self.values.chunks_exact_mut(self.width.max(1));
        rows.map(|values| Row {
            cells: Cells::Sqlite(self.sql, values),
            next: 0,
        })
    }
}

impl<'r> From<&'r MySqlRow> for Row<'r> {
    fn from(row: &'r MySqlRow) -> Self {
        let cells = Cells::MariaDb(row);
        Self { cells, next: 0 }
    }
}

impl Row<'_> {
    /// The next column, which an error calls by this name, or else as the engine does.
    pub(crate) fn column<T: Column>(&mut self, name: Option<&'static str>) -> Result<T, Error> {
        let raw = self.raw(name)?;
        T::decode(raw).map_err(|value| self.corrupt(name, value))
    }

    /// What the engine has in the next column.
    fn raw<R: Raw>(&mut self, name: Option<&'static str>) -> Result<R, Error> {
        let index = self.next;
        self.next += 1;
        let value = match &mut self.cells {
            Cells::MariaDb(row) => return Ok(row.try_get(index)?),
            Cells::Sqlite(_, values) => cell(values, index)?,
        };
        if let Some(raw) = R::of(value) {
            return Ok(raw);
        }
        let kind = value.kind().to_owned();
        Err(self.corrupt(name, kind))
    }

    /// Of the column before the next.
    fn corrupt(&self, name: Option<&'static str>, value: String) -> Error {
        let index = self.next - 1;
        let column = match (name, &self.cells) {
            (Some(name), _) => name.into(),
            (None, Cells::MariaDb(row)) => row.column(index).name().to_owned().into(),
            (None, Cells::Sqlite(sql, _)) => format!("column {} of {sql}", index + 1).into(),
        };
        Error::Corrupt { column, value }
    }

    /// Goes past the next columns if nothing stands in any of them.
    pub(super) fn skip_nulls(&mut self, columns: usize) -> Result<bool, Error> {
        for index in self.next..self.next + columns {
            let is_null = match &mut self.cells {
                Cells::MariaDb(row) => row.try_get_raw(index)?.is_null(),
                Cells::Sqlite(_, values) => matches!(cell(values, index)?, Value::Null),
            };
            if !is_null {
                return Ok(false);
            }
        }
        self.next += columns;
        Ok(true)
    }
}

/// More are read than were selected where a record does not fit its statement.
fn cell<'v>(
    values: &'v mut [Value<'static>],
    index: usize,
) -> sqlx::Result<&'v mut Value<'static>> {
    let len = values.len();
    values
        .get_mut(index)
        .ok_or(sqlx::Error::ColumnIndexOutOfBounds { index, len })
}

impl Raw for i64 {
    fn of(value: &mut Value<'static>) -> Option<Self> {
        match value {
            Value::Integer(number) => Some(*number),
            _ => None,
        }
    }
}

impl Raw for bool {
    fn of(value: &mut Value<'static>) -> Option<Self> {
        i64::of(value).map(|number| number != 0)
    }
}

impl Raw for String {
    fn of(value: &mut Value<'static>) -> Option<Self> {
        match value {
            Value::Text(text) => Some(mem::take(text).into_owned()),
            _ => None,
        }
    }
}

impl Raw for Vec<u8> {
    fn of(value: &mut Value<'static>) -> Option<Self> {
        match value {
            Value::Bytes(bytes) => Some(mem::take(bytes).into_owned()),
            _ => None,
        }
    }
}

impl<R: Raw> Raw for Option<R>
where
    Option<R>: for<'r> Decode<'r, MySql> + Type<MySql>,
{
    fn of(value: &mut Value<'static>) -> Option<Self> {
        match value {
            Value::Null => Some(None),
            value => R::of(value).map(Some),
        }
    }
}
