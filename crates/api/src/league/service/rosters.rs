//! Rosters, and how new ones are kept.

use crate::audit;
use crate::db::{self, Database, Source, Transaction};
use crate::league::NumberedDriver;
use crate::league::model::LeagueError;
use crate::league::model::audited::Received;
use crate::league::model::files;
use crate::league::model::rosters::{Driver, Entry, NewRoster, Roster, changes, count, snapshots};
use crate::league::store::{drivers, rosters};
use crate::operation::Operation;
use jiff::Timestamp;
use paddock_api_types::GuildId;
use paddock_api_types::league::{RosterFile, RosterImported, RosterSource};
use std::collections::BTreeMap;

/// Drivers of the current roster whose number has a value in this range, by value, then text.
pub(crate) async fn drivers_between<'s>(
    from: impl Source<'s>,
    guild: GuildId,
    first: u16,
    last: u16,
) -> Result<Vec<NumberedDriver>, db::Error> {
    drivers::between(from, guild, first, last).await
}

/// Everybody on the current roster, by customer id.
pub(crate) async fn current(db: &Database, guild: GuildId) -> Result<Vec<Entry>, db::Error> {
    drivers::current(db, guild).await
}

/// Keeps an uploaded answer of iRacing.
pub(crate) async fn upload(
    op: &Operation,
    file: &RosterFile,
) -> Result<RosterImported, LeagueError> {
    uploaded(op, RosterSource::File, &files::json(file)?).await
}

/// Keeps an uploaded CSV file.
pub(crate) async fn upload_csv(op: &Operation, file: &str) -> Result<RosterImported, LeagueError> {
    uploaded(op, RosterSource::Csv, &files::csv(file)?).await
}

async fn uploaded(
    op: &Operation,
    source: RosterSource,
    roster: &NewRoster,
) -> Result<RosterImported, LeagueError> {
    op.write(|mut tx| async move {
        let imported = keep(&mut tx, op, source, roster.clone()).await?;
        let received = Received {
            guild_id: op.guild(),
            imported: &imported,
        };
        audit::created(&mut tx, op, "league.roster_uploaded", &received).await?;
        Ok(op.commit(tx, imported).await?)
    })
    .await
}

/// What races of the league show of drivers.
pub(crate) struct Seen {
    /// By customer id, as in the latest race; [`None`] where there is none in which they are.
    pub(crate) drivers: BTreeMap<i64, Option<Driver>>,
    /// That is everybody, and not some of them.
    pub(crate) whole: bool,
    /// When the league raced last.
    pub(crate) taken_at: Option<Timestamp>,
}

/// Keeps what races show, until it is shown by none of them. The audit log has what was imported.
pub(crate) async fn seen_in_races(
    tx: &mut Transaction,
    op: &Operation,
    seen: Seen,
) -> Result<(), db::Error> {
    let (guild, source) = (op.guild(), RosterSource::Races);
    let before = before(tx, op, source).await?;
    let mut drivers = BTreeMap::new();
    if !seen.whole {
        let known = before.drivers.iter().cloned();
        drivers.extend(known.map(|driver| (driver.cust_id, driver)));
    }
    for (cust_id, driver) in seen.drivers {
        match driver {
            Some(driver) => drivers.insert(cust_id, driver),
            None => drivers.remove(&cust_id),
        };
    }
    let new = NewRoster {
        drivers,
        complete: true,
    };
    match seen.taken_at.filter(|_| !new.drivers.is_empty()) {
        Some(taken_at) => put(tx, op, (source, taken_at), before, new).await.map(drop),
        None => rosters::delete(tx, guild, source).await,
    }
}

/// Puts a roster in the place of the one of the same source, by what differs.
pub(super) async fn keep(
    tx: &mut Transaction,
    op: &Operation,
    source: RosterSource,
    new: NewRoster,
) -> Result<RosterImported, db::Error> {
    let before = before(tx, op, source).await?;
    put(tx, op, (source, op.at), before, new).await
}

/// A roster as it was before.
struct Before {
    version: Option<i64>,
    drivers: Vec<Driver>,
}

async fn before(
    tx: &mut Transaction,
    op: &Operation,
    source: RosterSource,
) -> Result<Before, db::Error> {
    let known = rosters::list(&mut *tx, op.guild()).await?;
    let version = known.iter().find(|it| it.source == source);
    Ok(Before {
        version: version.map(|it| it.version),
        drivers: drivers::of_roster(&mut *tx, op.guild(), source).await?,
    })
}

async fn put(
    tx: &mut Transaction,
    op: &Operation,
    (source, taken_at): (RosterSource, Timestamp),
    before: Before,
    mut new: NewRoster,
) -> Result<RosterImported, db::Error> {
    let guild = op.guild();
    let changes = changes(before.drivers, &mut new);
    let roster = Roster {
        source,
        taken_at,
        drivers: count(new.drivers.len()),
        numbered: new.numbered(),
        version: 0,
    };
    // Before its drivers: whoever was faster has this begin again before it does all the work.
    rosters::save(tx, guild, &roster, before.version).await?;
    let replaced = [&changes.removed[..], &changes.changed].concat();
    drivers::delete(tx, guild, source, &replaced).await?;
    let written = changes.added.iter().chain(&changes.changed);
    let written: Vec<&Driver> = written.map(|id| &new.drivers[id]).collect();
    drivers::insert(tx, guild, source, &written).await?;
    let all = snapshots(&rosters::list(&mut *tx, guild).await?);
    let kept = all.into_iter().find(|it| it.source == source);
    Ok(RosterImported {
        roster: kept.ok_or(db::Error::Conflict)?,
        added: count(changes.added.len()),
        changed: count(changes.changed.len()),
        removed: count(changes.removed.len()),
    })
}
