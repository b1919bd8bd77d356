//! Which rosters there are.

use crate::db::{Error, Source, Transaction, names, record, save, select};
use crate::league::model::rosters::Roster;
use paddock_api_types::GuildId;
use paddock_api_types::league::RosterSource;

const LIST: &str = select!(Roster, "WHERE guild_id = ? ORDER BY taken_at DESC, source");
const ERASE_DRIVER: &str = "UPDATE league_rosters SET version = version + 1, \
     drivers = drivers - 1, numbered = numbered - ? WHERE guild_id = ? AND source = ?";

names!(RosterSource);
record! { Roster from league_rosters { source, taken_at, drivers, numbered, version } }

/// Every roster, the newest first.
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

/// One driver less.
pub(crate) async fn erase_driver(
    tx: &mut Transaction,
    guild: GuildId,
    source: RosterSource,
    numbered: bool,
) -> Result<(), Error> {
    let values = (numbered, guild, source);
    tx.query(ERASE_DRIVER, values).execute().await.map(drop)
}
