//! What is known of results.

use crate::db::{Database, Error, Source, Transaction};
use crate::results::model::content::Content;
use crate::results::model::{Drive, Known, Listed, ResultError, subsession_id};
use crate::results::store::{results, rows};
use paddock_api_types::GuildId;
use paddock_api_types::results::{RaceResult, ResultRound};
use std::collections::BTreeSet;

/// Which of these subsessions are kept.
pub(crate) async fn known(
    db: &Database,
    guild: GuildId,
    subsession_ids: &[i64],
) -> Result<BTreeSet<i64>, Error> {
    let known = results::known(db, guild, subsession_ids).await?;
    Ok(known.into_iter().collect())
}

/// In what an account took part, the newest first, and in how many in all. Of each subsession it is
/// their own row in the last session in which they took part: the feature after heats, the practice of
/// who did not stay for more; for a driver of a team what they drove themselves.
pub(crate) async fn driven_by(
    db: &Database,
    guild: GuildId,
    cust_id: i64,
    limit: u32,
    offset: u32,
) -> Result<(Vec<Drive>, u32), Error> {
    let drives = rows::driven(db, guild, cust_id, limit, offset).await?;
    Ok((drives, rows::count_driven(db, guild, cust_id).await?))
}

/// A result with its rows, as others build on it.
pub(crate) async fn content(
    tx: &mut Transaction,
    guild: GuildId,
    subsession_id: i64,
) -> Result<Option<(Known, Content)>, Error> {
    let Some(known) = results::lookup(&mut *tx, guild, subsession_id).await? else {
        return Ok(None);
    };
    let content = Content {
        header: known.header.clone(),
        sessions: rows::sessions(&mut *tx, guild, subsession_id).await?,
        rows: rows::of_result(&mut *tx, guild, subsession_id).await?,
    };
    Ok(Some((known, content)))
}

/// A result with its round, as it is on the wire.
pub(super) async fn listed<'s>(
    from: impl Source<'s>,
    guild: GuildId,
    subsession_id: i64,
) -> Result<RaceResult, ResultError> {
    let listed = results::listed(from, guild, subsession_id).await?;
    listed.map(of_listed).ok_or(ResultError::NotFound)
}

pub(super) fn of_listed(listed: Listed) -> RaceResult {
    let round = listed.round_season.zip(listed.round_number);
    let round = round.map(|(league_season_id, number)| ResultRound {
        league_season_id,
        number,
        chosen: listed.round_chosen == Some(true),
    });
    let known = listed.known;
    let kind = known.header.kind();
    let header = known.header;
    RaceResult {
        subsession_id: subsession_id(header.subsession_id),
        session_id: header.session_id,
        kind,
        session_name: header.session_name,
        series_name: header.series_name,
        league_id: header.league_id,
        league_name: header.league_name,
        league_season_id: header.league_season_id,
        league_season_name: header.league_season_name,
        track_name: header.track_name,
        track_config: header.track_config,
        started_at: header.started_at,
        ended_at: header.ended_at,
        driver_changes: header.driver_changes,
        round,
        source: known.source,
        imported_at: known.imported_at,
        imported_by: known.imported_by,
        is_final: known.is_final,
        void: known.is_void,
        version: known.version,
    }
}
