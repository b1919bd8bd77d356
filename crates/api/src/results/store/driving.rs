//! What one account drove. A race counts once it was started.

use super::STARTED_A_RACE;
use crate::db::{Database, Error, Source as _, record, select, sql};
use crate::page::PageRequest;
use crate::results::model::Drive;
use crate::results::model::driving::{LATELY, Race, Sums, TREND};
use paddock_api_types::GuildId;
use paddock_api_types::driving::{BestLap, RoundsDriven};

record! { Race from result_rows {
    drive: (Drive), raced_at, round_season: "result_rounds.league_season_id",
    round: "result_rounds.number", is_final: "results.final",
}
    "INNER JOIN results ON results.guild_id = result_rows.guild_id \
         AND results.subsession_id = result_rows.subsession_id \
     INNER JOIN result_sessions ON result_sessions.guild_id = result_rows.guild_id \
         AND result_sessions.subsession_id = result_rows.subsession_id \
         AND result_sessions.number = result_rows.session_number \
     LEFT JOIN result_rounds ON result_rounds.guild_id = result_rows.guild_id \
         AND result_rounds.subsession_id = result_rows.subsession_id"
}

const RACES: &str = sql!(
    select!(
        Race,
        "WHERE result_rows.guild_id = ? AND result_rows.cust_id = ? AND result_rows.main = TRUE AND "
    ),
    STARTED_A_RACE,
    " AND (result_rows.raced_at < ? \
         OR (result_rows.raced_at = ? AND result_rows.subsession_id < ?)) \
     ORDER BY result_rows.raced_at DESC, result_rows.subsession_id DESC LIMIT ?"
);

/// Rows of the races of an account, with everything that sums are told from. A place is that in the
/// class; who was disqualified has none.
const STARTED: &str = sql!(
    "SELECT w.subsession_id, w.raced_at, w.laps, w.laps_led, w.best_lap, \
     w.incidents, w.car_name, r.track_name, r.track_config, \
     CASE WHEN COALESCE(w.reason_out_id, 0) IN (29, 34) THEN NULL \
         ELSE COALESCE(w.class_position, w.position) END AS finish \
     FROM result_rows w \
     JOIN results r ON r.guild_id = w.guild_id AND r.subsession_id = w.subsession_id \
     JOIN result_sessions s ON s.guild_id = w.guild_id AND s.subsession_id = w.subsession_id \
         AND s.number = w.session_number \
     WHERE w.guild_id = ? AND w.cust_id = ? AND w.main = TRUE AND ",
    STARTED_A_RACE
);
const FINISHES: &str = sql!(
    "SELECT COUNT(*), CAST(COALESCE(SUM(CASE WHEN x.finish = 1 THEN 1 ELSE 0 END), 0) AS SIGNED), \
     CAST(COALESCE(SUM(CASE WHEN x.finish <= 3 THEN 1 ELSE 0 END), 0) AS SIGNED), MIN(x.finish), \
     CAST(COALESCE(SUM(x.finish), 0) AS SIGNED), COUNT(x.finish) FROM (",
    STARTED,
    ") AS x"
);
const DRIVEN: &str = sql!(
    "SELECT CAST(COALESCE(SUM(x.laps), 0) AS SIGNED), \
     CAST(COALESCE(SUM(x.laps_led), 0) AS SIGNED), \
     CAST(COALESCE(SUM(x.incidents), 0) AS SIGNED), COUNT(x.incidents), MAX(x.raced_at) FROM (",
    STARTED,
    ") AS x"
);
const INCIDENTS: &str = sql!(
    "SELECT CAST(COALESCE(SUM(y.incidents), 0) AS SIGNED), COUNT(y.incidents) FROM (\
     SELECT x.incidents FROM (",
    STARTED,
    ") AS x ORDER BY x.raced_at DESC, x.subsession_id DESC LIMIT ? OFFSET ?) AS y"
);
const BEST_LAPS: &str = sql!(
    "SELECT x.track_name, x.track_config, x.car_name, MIN(x.best_lap), COUNT(*) FROM (",
    STARTED,
    ") AS x WHERE x.best_lap IS NOT NULL GROUP BY x.track_name, x.track_config, x.car_name \
     ORDER BY MAX(x.raced_at) DESC, MIN(x.best_lap) LIMIT 50"
);
// Every session of a round counts, so that a heat is enough.
const SEASONS: &str = sql!(
    "SELECT n.league_season_id, MAX(r.league_season_name), \
     COUNT(DISTINCT n.number), (SELECT COUNT(DISTINCT h.number) FROM result_rounds h \
         WHERE h.guild_id = ? AND h.league_season_id = n.league_season_id) \
     FROM result_rows w \
     JOIN result_rounds n ON n.guild_id = w.guild_id AND n.subsession_id = w.subsession_id \
     JOIN results r ON r.guild_id = w.guild_id AND r.subsession_id = w.subsession_id \
     JOIN result_sessions s ON s.guild_id = w.guild_id AND s.subsession_id = w.subsession_id \
         AND s.number = w.session_number \
     WHERE w.guild_id = ? AND w.cust_id = ? AND ",
    STARTED_A_RACE,
    " GROUP BY n.league_season_id ORDER BY MAX(w.raced_at) DESC, n.league_season_id DESC LIMIT 20"
);

/// Races, the latest first: those of a page, and as many after them as their trend needs.
pub(crate) async fn races(
    db: &Database,
    guild: GuildId,
    cust_id: i64,
    page: PageRequest<2>,
) -> Result<Vec<Race>, Error> {
    let [at, id] = page.after.unwrap_or([i64::MAX, i64::MAX]);
    let rows = page.rows() + i64::try_from(TREND).unwrap_or_default();
    db.query(RACES, (guild, cust_id, at, at, id, rows))
        .all()
        .await
}

/// Sums over all races.
pub(crate) async fn sums(db: &Database, guild: GuildId, cust_id: i64) -> Result<Sums, Error> {
    let account = || (guild, cust_id);
    let finishes: (_, _, _, _, i64, i64) = db.query(FINISHES, account()).one().await?;
    let driven: (_, _, i64, i64, _) = db.query(DRIVEN, account()).one().await?;
    let latest = async |skipped: u32| {
        let values = (guild, cust_id, LATELY, skipped);
        db.query(INCIDENTS, values).one::<(i64, i64)>().await
    };
    Ok(Sums {
        races: finishes.0,
        wins: finishes.1,
        podiums: finishes.2,
        best_finish: finishes.3,
        finishes: (finishes.4, finishes.5),
        laps: driven.0,
        laps_led: driven.1,
        incidents: (driven.2, driven.3),
        incidents_lately: latest(0).await?,
        incidents_before: latest(LATELY).await?,
        last_raced_at: driven.4,
    })
}

/// The best lap on each track with each car, the track driven last first.
pub(crate) async fn best_laps(
    db: &Database,
    guild: GuildId,
    cust_id: i64,
) -> Result<Vec<BestLap>, Error> {
    let rows: Vec<(_, _, _, i64, u32)> = db.query(BEST_LAPS, (guild, cust_id)).all().await?;
    let laps = rows
        .into_iter()
        .map(|(track_name, track_config, car, best_lap, races)| BestLap {
            track_name,
            track_config,
            car,
            best_lap,
            races,
        });
    Ok(laps.collect())
}

/// Rounds that were driven of those held, the latest season first.
pub(crate) async fn seasons(
    db: &Database,
    guild: GuildId,
    cust_id: i64,
) -> Result<Vec<RoundsDriven>, Error> {
    let values = (guild, guild, cust_id);
    let rows: Vec<(_, _, u32, u32)> = db.query(SEASONS, values).all().await?;
    let seasons = rows
        .into_iter()
        .map(|(id, league_season_name, driven, held)| RoundsDriven {
            league_season_id: id,
            league_season_name,
            driven,
            held,
        });
    Ok(seasons.collect())
}
