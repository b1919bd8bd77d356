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
use paddock_api_types::GuildId;
use paddock_api_types::league::{RosterFile, RosterImported, RosterSource};

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

/// Puts a roster in the place of the one of the same source, by what differs.
pub(super) async fn keep(
    tx: &mut Transaction,
    op: &Operation,
    source: RosterSource,
    mut new: NewRoster,
) -> Result<RosterImported, db::Error> {
    let guild = op.guild();
    let known = rosters::list(&mut *tx, guild).await?;
    let version = known.iter().find(|it| it.source == source);
    let version = version.map(|it| it.version);
    let before = drivers::of_roster(&mut *tx, guild, source).await?;
    let changes = changes(before, &mut new);
    let roster = Roster {
        source,
        taken_at: op.at,
        drivers: count(new.drivers.len()),
        numbered: new.numbered(),
        version: 0,
    };
    // Before its drivers: whoever was faster has this begin again before it does all the work.
    rosters::save(tx, guild, &roster, version).await?;
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
