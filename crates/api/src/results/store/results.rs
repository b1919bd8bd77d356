//! Which results there are.

use crate::db::{
    Encode, Error, FIFTY_KEYS, Source, Transaction, changed, fifties, names, record, save, select,
    sql,
};
use crate::page::PageRequest;
use crate::results::model::content::Header;
use crate::results::model::{Known, Listed};
use paddock_api_types::GuildId;
use paddock_api_types::results::ResultSource;

const LOOKUP: &str = select!(Known, "WHERE guild_id = ? AND subsession_id = ?");
const LISTED: &str = select!(
    Listed,
    "WHERE results.guild_id = ? AND results.subsession_id = ?"
);
const LIST: &str = select!(
    Listed,
    "WHERE results.guild_id = ? AND (results.raced_at < ? \
         OR (results.raced_at = ? AND results.subsession_id < ?)) \
     ORDER BY results.raced_at DESC, results.subsession_id DESC LIMIT ?"
);
// Sorted by a sum, so that SQLite reads the season and not all results of the guild for their order.
const LIST_OF_SEASON: &str = select!(
    Listed,
    "WHERE results.guild_id = ? AND results.league_season_id = ? AND (+results.raced_at < ? \
         OR (+results.raced_at = ? AND results.subsession_id < ?)) \
     ORDER BY +results.raced_at DESC, results.subsession_id DESC LIMIT ?"
);
const DELETE: &str = "DELETE FROM results WHERE guild_id = ? AND subsession_id = ? AND version = ?";

const KNOWN: &str = sql!(
    "SELECT subsession_id FROM results WHERE guild_id = ? AND subsession_id IN (",
    FIFTY_KEYS,
    ")"
);

names!(ResultSource);
record! { Header from results {
    subsession_id, session_id, private_session_id, session_name, series_name,
    league_id, league_name, league_season_id, league_season_name, official,
    driver_changes, track_id, track_name, track_config, started_at, ended_at,
} }
record! { Known from results {
    header: (Header), raced_at, source, imported_at, imported_by, is_final: final, is_void: void, version,
} }

record! { Listed from results {
    known: (Known), round_season: "result_rounds.league_season_id",
    round_number: "result_rounds.number", round_chosen: "result_rounds.chosen",
}
    "LEFT JOIN result_rounds ON result_rounds.guild_id = results.guild_id \
         AND result_rounds.subsession_id = results.subsession_id"
}

/// Results, the latest race first.
pub(crate) async fn list<'s>(
    from: impl Source<'s>,
    guild: GuildId,
    league_season_id: Option<i64>,
    page: PageRequest<2>,
) -> Result<Vec<Listed>, Error> {
    let [at, id] = page.after.unwrap_or([i64::MAX, i64::MAX]);
    let rows = page.rows();
    match league_season_id {
        None => from.query(LIST, (guild, at, at, id, rows)).all().await,
        Some(season) => {
            let values = (guild, season, at, at, id, rows);
            from.query(LIST_OF_SEASON, values).all().await
        }
    }
}

/// A result with its round, without its rows.
pub(crate) async fn listed<'s>(
    from: impl Source<'s>,
    guild: GuildId,
    subsession_id: i64,
) -> Result<Option<Listed>, Error> {
    from.query(LISTED, (guild, subsession_id)).optional().await
}

/// A result, without its rows.
pub(crate) async fn lookup<'s>(
    from: impl Source<'s>,
    guild: GuildId,
    subsession_id: i64,
) -> Result<Option<Known>, Error> {
    from.query(LOOKUP, (guild, subsession_id)).optional().await
}

/// Which of these subsessions there are.
pub(crate) async fn known(
    db: &crate::db::Database,
    guild: GuildId,
    subsession_ids: &[i64],
) -> Result<Vec<i64>, Error> {
    let mut found = Vec::new();
    for ids in fifties(subsession_ids) {
        let mut values = vec![guild.encode()];
        values.extend(ids);
        found.extend(db.query(KNOWN, values).scalars::<i64>().await?);
    }
    Ok(found)
}

/// Keeps a result in the place of that with this version. Fails with `Conflict` if another
/// transaction changed it since.
pub(crate) async fn save(
    tx: &mut Transaction,
    guild: GuildId,
    version: Option<i64>,
    known: &Known,
) -> Result<(), Error> {
    let header = &known.header;
    save!(
        tx,
        version,
        results {
            session_id: header.session_id,
            private_session_id: header.private_session_id,
            session_name: header.session_name,
            series_name: header.series_name,
            league_id: header.league_id,
            league_name: header.league_name,
            league_season_id: header.league_season_id,
            league_season_name: header.league_season_name,
            official: header.official,
            driver_changes: header.driver_changes,
            track_id: header.track_id,
            track_name: header.track_name,
            track_config: header.track_config,
            started_at: header.started_at,
            ended_at: header.ended_at,
            raced_at: known.raced_at,
            source: known.source,
            imported_at: known.imported_at,
            imported_by: known.imported_by,
            final: known.is_final,
            void: known.is_void,
        },
        key {
            guild_id: guild,
            subsession_id: header.subsession_id
        }
    )
}

/// Deletes a result; fails with `Conflict` if another transaction changed it since it was read.
pub(crate) async fn delete(
    tx: &mut Transaction,
    guild: GuildId,
    known: &Known,
) -> Result<(), Error> {
    let values = (guild, known.header.subsession_id, known.version);
    changed(tx.query(DELETE, values).execute().await?)
}
