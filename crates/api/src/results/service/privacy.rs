//! Export and erasure of what results say of a member: the rows of the account that they linked.

use super::raw::{self, Searched};
use super::seen;
use super::show::wire;
use crate::db::{Error, Transaction};
use crate::league;
use crate::operation::Operation;
use crate::results::model::content::Session;
use crate::results::model::{Own, subsession_id};
use crate::results::store::rows;
use paddock_api_types::UserId;
use paddock_api_types::members::MemberExport;
use paddock_api_types::results::OwnResult;

/// How many rows an export has at most: somebody who drives three races a day, each with practice and
/// qualifying, takes three years for them.
const MOST_ROWS: u32 = 10_000;

/// Adds what a member drove to an export, and nothing of whoever drove with them.
pub(crate) async fn export_personal_data(
    op: &Operation,
    user: UserId,
    export: &mut MemberExport,
) -> Result<(), Error> {
    let (db, guild) = (&op.ctx.db, op.guild());
    if let Some(link) = league::service::link(db, guild, user).await? {
        let rows = rows::of_driver(db, guild, link.iracing_id, MOST_ROWS).await?;
        export.results = rows.into_iter().map(|own| exported(own, user)).collect();
    }
    Ok(())
}

fn exported(own: Own, user: UserId) -> OwnResult {
    let (kind, drive) = (own.drive.header.kind(), own.drive);
    let session = Session {
        number: drive.row.session_number,
        kind: drive.session_kind,
        name: drive.session_name,
    };
    let (header, race) = (drive.header, session.is_race());
    let mut row = wire(&drive.row, race.then(|| drive.row.laps.unwrap_or_default()));
    row.user_id = Some(user);
    OwnResult {
        subsession_id: subsession_id(header.subsession_id),
        kind,
        session_name: header.session_name,
        series_name: header.series_name,
        league_season_id: header.league_season_id,
        league_season_name: header.league_season_name,
        track_name: header.track_name,
        track_config: header.track_config,
        started_at: header.started_at,
        is_final: own.is_final,
        void: own.is_void,
        session: session.number,
        session_title: session.name,
        race,
        row,
    }
}

/// Looks through the files for a member who is to be erased.
pub(crate) async fn search(op: &Operation, user: UserId) -> Result<Option<Searched>, Error> {
    let (db, guild) = (&op.ctx.db, op.guild());
    match league::service::link(db, guild, user).await? {
        Some(link) => raw::search(db, guild, link.iracing_id).await.map(Some),
        None => Ok(None),
    }
}

/// Takes name and customer id of a member out of all results. The rows stay, as those of a car: else
/// everybody behind it would have finished elsewhere. Files that name the member are deleted.
pub(crate) async fn erase(
    tx: &mut Transaction,
    op: &Operation,
    user: UserId,
    searched: Option<&Searched>,
) -> Result<(), Error> {
    let guild = op.guild();
    match league::service::link(&mut *tx, guild, user).await? {
        Some(link) => {
            seen::hold(tx, op).await?;
            // By the names that rows still have.
            raw::erase(tx, guild, link.iracing_id, searched).await?;
            rows::erase(tx, guild, link.iracing_id).await
        }
        None => Ok(()),
    }
}
