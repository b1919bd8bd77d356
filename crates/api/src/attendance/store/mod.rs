//! Statements of attendance, table by table.

pub(super) mod credits;
pub(super) mod displays;
pub(super) mod expected;
pub(super) mod guesses;
pub(super) mod records;
pub(super) mod reports;
pub(super) mod sessions;
pub(super) mod settings;

use crate::db::{Error, stored_id, stored_time};
use jiff::Timestamp;

/// A conflict where a row that was read before was changed by somebody else.
fn changed(rows: u64) -> Result<(), Error> {
    if rows == 0 {
        Err(Error::Conflict)
    } else {
        Ok(())
    }
}

fn optional_time(column: &'static str, at: Option<i64>) -> Result<Option<Timestamp>, Error> {
    at.map(|at| stored_time(column, at)).transpose()
}

fn optional_id<Id: TryFrom<i64>>(
    column: &'static str,
    id: Option<i64>,
) -> Result<Option<Id>, Error> {
    id.map(|id| stored_id(column, id)).transpose()
}

/// A number that was small when it was stored.
fn small<T: TryFrom<i64>>(column: &'static str, number: i64) -> Result<T, Error> {
    T::try_from(number).map_err(|_| Error::Corrupt {
        column,
        value: number.to_string(),
    })
}

fn optional_small<T: TryFrom<i64>>(
    column: &'static str,
    number: Option<i64>,
) -> Result<Option<T>, Error> {
    number.map(|number| small(column, number)).transpose()
}
