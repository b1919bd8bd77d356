//! Which rosters there are.

use crate::db::{Error, Source, Transaction, names, record, save, select, sql};
use crate::league::model::rosters::Roster;
use paddock_api_types::GuildId;
use paddock_api_types::league::RosterSource;

/// In which order rosters count. One without numbers says nothing of any, so it counts after those with
/// some; what races showed counts after what is said to be the roster; then the newest.
pub(super) const ORDER: &str = "ORDER BY numbered = 0, source = 'races', taken_at DESC, source";
const LIST: &str = sql!(select!(Roster, "WHERE guild_id = ? "), ORDER);
const ERASE_DRIVER: &str = "UPDATE league_rosters SET version = version + 1, \
     drivers = drivers - 1, numbered = numbered - ? WHERE guild_id = ? AND source = ?";
const DELETE: &str = "DELETE FROM league_rosters WHERE guild_id = ? AND source = ?";
const DELETE_DRIVERS: &str = "DELETE FROM league_drivers WHERE guild_id = ? AND source = ?";

names!(RosterSource);
record! { Roster from league_rosters { source, taken_at, drivers, numbered, version } }

/// Every roster, the current one first.
pub(crate) async fn list<'s>(from: impl Source<'s>, guild: GuildId) -> Result<Vec<Roster>, Error> {
    from.query(LIST, (guild,)).all().await
}

/// Keeps a roster in the place of that with this version. Fails with `Conflict` if another
/// transaction changed it since.
pub(crate) async fn save(
    tx: &mut Transaction,
    guild: GuildId,
    roster: &Roster,
    version: Option<i64>,
) -> Result<(), Error> {
    save!(
        tx,
        version,
        league_rosters {
            taken_at: roster.taken_at,
            drivers: roster.drivers,
            numbered: roster.numbered,
        },
        key {
            guild_id: guild,
            source: roster.source
        }
    )
}

/// Deletes a roster with its drivers.
pub(crate) async fn delete(
    tx: &mut Transaction,
    guild: GuildId,
    source: RosterSource,
) -> Result<(), Error> {
    for sql in [DELETE, DELETE_DRIVERS] {
        tx.query(sql, (guild, source)).done().await?;
    }
    Ok(())
}

/// One driver less.
pub(crate) async fn erase_driver(
    tx: &mut Transaction,
    guild: GuildId,
    source: RosterSource,
    numbered: bool,
) -> Result<(), Error> {
    let values = (numbered, guild, source);
    tx.query(ERASE_DRIVER, values).done().await
}
