//! Statements of seasons, table by table.

pub(super) mod awards;
pub(super) mod counts;
pub(super) mod items;
pub(super) mod ledger;
pub(super) mod ranks;
pub(super) mod seasons;
pub(super) mod standings;
pub(super) mod submissions;
pub(super) mod syncs;
pub(super) mod verify;

use crate::db::{Error, stored_time};
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
    id.map(|id| crate::db::stored_id(column, id)).transpose()
}
