//! The drivers of rosters.

use super::rosters::ORDER;
use crate::db::{
    Encode, Error, FIFTY_KEYS, Source, Transaction, Value, fifties, insert, record, select, sql,
};
use crate::league::model::rosters::{Driver, Entry, NumberedDriver};
use paddock_api_types::league::RosterSource;
use paddock_api_types::{CarNumber, GuildId};

/// Which roster is the current one follows from what they hold and their times, so that no two of them
/// can say so.
const OF_CURRENT: &str = sql!(
    "WHERE league_drivers.guild_id = ? AND league_drivers.source = (SELECT source \
         FROM league_rosters WHERE guild_id = ? ",
    ORDER,
    " LIMIT 1) "
);
const BETWEEN: &str = sql!(
    select!(NumberedDriver, ""),
    OF_CURRENT,
    "AND league_drivers.value >= ? AND league_drivers.value <= ? \
     ORDER BY league_drivers.value, league_drivers.car_number, league_drivers.cust_id"
);
const CURRENT: &str = sql!(
    select!(Entry, ""),
    OF_CURRENT,
    "ORDER BY league_drivers.cust_id"
);
const OF_ROSTER: &str = select!(Driver, "WHERE guild_id = ? AND source = ? ORDER BY cust_id");
const OF_ACCOUNT: &str = "SELECT source, car_number FROM league_drivers \
     WHERE guild_id = ? AND source IN ('live', 'file', 'csv', 'races') AND cust_id = ? ORDER BY source";
const ERASE: &str = "DELETE FROM league_drivers \
     WHERE guild_id = ? AND source IN ('live', 'file', 'csv', 'races') AND cust_id = ?";

/// How many drivers are written by one statement.
const BATCH: usize = 50;
const DELETE: &str = sql!(
    "DELETE FROM league_drivers WHERE guild_id = ? AND source = ? AND cust_id IN (",
    FIFTY_KEYS,
    ")"
);
const ROW: &str = "(?, ?, ?, ?, ?, ?)";
const ROWS: &str = sql!(
    ROW, ", ", ROW, ", ", ROW, ", ", ROW, ", ", ROW, ", ", ROW, ", ", ROW, ", ", ROW, ", ", ROW,
    ", ", ROW
);
const INSERT: &str = sql!(
    "INSERT INTO league_drivers (guild_id, source, cust_id, car_number, value, name) VALUES ",
    ROWS,
    ", ",
    ROWS,
    ", ",
    ROWS,
    ", ",
    ROWS,
    ", ",
    ROWS
);

record! { NumberedDriver from league_drivers {
    number: car_number, cust_id, user_id: "iracing_links.user_id",
}
    "LEFT JOIN iracing_links ON iracing_links.guild_id = league_drivers.guild_id \
         AND iracing_links.cust_id = league_drivers.cust_id"
}
record! { Entry from league_drivers {
    driver: (Driver), user_id: "iracing_links.user_id",
    consent: "COALESCE(iracing_links.consent, FALSE)",
}
    "LEFT JOIN iracing_links ON iracing_links.guild_id = league_drivers.guild_id \
         AND iracing_links.cust_id = league_drivers.cust_id"
}
record! { Driver from league_drivers { cust_id, number: car_number, name } }

/// Those of the current roster whose number has a value in this range, by value, then text.
pub(crate) async fn between<'s>(
    from: impl Source<'s>,
    guild: GuildId,
    first: u16,
    last: u16,
) -> Result<Vec<NumberedDriver>, Error> {
    let values = (guild, guild, first, last);
    from.query(BETWEEN, values).all().await
}

/// Everybody on the current roster, by customer id.
pub(crate) async fn current<'s>(
    from: impl Source<'s>,
    guild: GuildId,
) -> Result<Vec<Entry>, Error> {
    from.query(CURRENT, (guild, guild)).all().await
}

/// Everybody on a roster, by customer id.
pub(crate) async fn of_roster<'s>(
    from: impl Source<'s>,
    guild: GuildId,
    source: RosterSource,
) -> Result<Vec<Driver>, Error> {
    from.query(OF_ROSTER, (guild, source)).all().await
}

/// On which rosters an account is, and with which number.
pub(crate) async fn of_account(
    tx: &mut Transaction,
    guild: GuildId,
    cust_id: i64,
) -> Result<Vec<(RosterSource, Option<CarNumber>)>, Error> {
    tx.query(OF_ACCOUNT, (guild, cust_id)).all().await
}

/// Takes drivers off a roster.
pub(crate) async fn delete(
    tx: &mut Transaction,
    guild: GuildId,
    source: RosterSource,
    cust_ids: &[i64],
) -> Result<(), Error> {
    for ids in fifties(cust_ids) {
        let mut values = vec![guild.encode(), source.encode()];
        values.extend(ids);
        tx.query(DELETE, values).done().await?;
    }
    Ok(())
}

/// Adds drivers to a roster on which they are not.
pub(crate) async fn insert(
    tx: &mut Transaction,
    guild: GuildId,
    source: RosterSource,
    drivers: &[&Driver],
) -> Result<(), Error> {
    let batches = drivers.chunks_exact(BATCH);
    let rest = batches.remainder();
    for batch in batches {
        let rows = batch.iter().flat_map(|driver| row(&guild, &source, driver));
        let values: Vec<_> = rows.collect();
        tx.query(INSERT, values).done().await?;
    }
    for driver in rest {
        let value = driver.value();
        let row = insert!(league_drivers {
            guild_id: guild,
            source,
            cust_id: driver.cust_id,
            car_number: driver.number,
            value,
            name: driver.name,
        });
        tx.create(row).await?;
    }
    Ok(())
}

/// Takes an account off every roster.
pub(crate) async fn erase(tx: &mut Transaction, guild: GuildId, cust_id: i64) -> Result<(), Error> {
    tx.query(ERASE, (guild, cust_id)).done().await
}

fn row<'v>(guild: &'v GuildId, source: &'v RosterSource, driver: &'v Driver) -> [Value<'v>; 6] {
    [
        guild.encode(),
        source.encode(),
        driver.cust_id.encode(),
        driver.number.encode(),
        driver
            .value()
            .map_or(Value::Null, |it| Value::Integer(it.into())),
        driver.name.encode(),
    ]
}
