//! Sessions of which iRacing has not given the results yet.

use crate::clock::CLOCKS_DIFFER;
use crate::db::{Database, Error, Source as _, Transaction, upsert};
use crate::iracing::model::{AccountKey, LONGEST_AGAIN};
use jiff::Timestamp;

const DUE: &str = "SELECT subsession_id, tries FROM iracing_unfinished \
     WHERE guild_id = ? AND user_id = ? AND (next_at <= ? OR next_at > ?) \
     ORDER BY next_at, subsession_id LIMIT 50";
const DELETE: &str = "DELETE FROM iracing_unfinished \
     WHERE guild_id = ? AND user_id = ? AND subsession_id = ?";
const FORGET: &str = "DELETE FROM iracing_unfinished WHERE guild_id = ? AND user_id = ?";

/// Those that are to be asked for again, each with how often they were.
pub(crate) async fn due(
    db: &Database,
    of: AccountKey,
    now: Timestamp,
) -> Result<Vec<(i64, u32)>, Error> {
    // What is due too far ahead was noted by a clock that was wrong.
    let latest = now + LONGEST_AGAIN + CLOCKS_DIFFER;
    let values = (of.guild, of.user, now, latest);
    db.query(DUE, values).all().await
}

pub(crate) async fn save(
    tx: &mut Transaction,
    of: AccountKey,
    subsession_id: i64,
    tries: u32,
    next_at: Timestamp,
) -> Result<(), Error> {
    let row = upsert!(
        iracing_unfinished { tries, next_at },
        key {
            guild_id: of.guild,
            user_id: of.user,
            subsession_id
        }
    );
    tx.put(row).await
}

pub(crate) async fn delete(
    tx: &mut Transaction,
    of: AccountKey,
    subsession_id: i64,
) -> Result<(), Error> {
    let values = (of.guild, of.user, subsession_id);
    tx.query(DELETE, values).done().await
}

pub(crate) async fn forget(tx: &mut Transaction, of: AccountKey) -> Result<(), Error> {
    tx.query(FORGET, (of.guild, of.user)).done().await
}
