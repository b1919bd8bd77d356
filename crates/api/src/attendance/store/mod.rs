//! Statements of attendance, table by table.

pub(super) mod credits;
pub(super) mod displays;
pub(super) mod expected;
pub(super) mod guesses;
pub(super) mod records;
pub(super) mod reports;
pub(super) mod sessions;
pub(super) mod settings;

use crate::db::{Error, changed, optional_id, optional_time};

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
