//! Which car numbers accounts had in the races of a league.

use crate::db::{Database, Error, Source, Sql, Transaction, record, select, update};
use crate::results::model::seen::Seen;
use jiff::Timestamp;
use paddock_api_types::GuildId;

// Relative, and before anything is read for it: whoever else does so at the same time waits here, and
// reads on what is committed.
const CLAIM: Sql = Sql {
    mariadb: "INSERT INTO result_leagues (guild_id, version) VALUES (?, 0) \
         ON DUPLICATE KEY UPDATE version = version + 1",
    sqlite: "INSERT INTO result_leagues (guild_id, version) VALUES (?, 0) \
         ON CONFLICT (guild_id) DO UPDATE SET version = version + 1",
};
const LEAGUE: &str = "SELECT league_id FROM result_leagues WHERE guild_id = ?";
const STALE: &str = "SELECT guild_id FROM result_leagues \
     WHERE stale = TRUE ORDER BY guild_id LIMIT ?";
const OF_RESULT: &str = "SELECT DISTINCT cust_id FROM result_rows \
     WHERE guild_id = ? AND subsession_id = ? AND cust_id IS NOT NULL";
const OF_GUILD: &str = "SELECT DISTINCT cust_id FROM result_rows \
     WHERE guild_id = ? AND cust_id IS NOT NULL AND main = TRUE";
// Counted, because MariaDB would look for every race first if it were asked whether one exists.
const NEWEST: &str = "SELECT results.raced_at FROM results \
     WHERE results.guild_id = ? AND results.league_id = ? AND results.official = FALSE \
     AND (SELECT COUNT(*) FROM result_sessions \
         WHERE result_sessions.guild_id = results.guild_id \
         AND result_sessions.subsession_id = results.subsession_id AND result_sessions.kind = 6) > 0 \
     ORDER BY results.raced_at DESC LIMIT 1";
// The row that stands for a driver may be that of a warm-up, which comes after the heat in which they
// raced: the car is the same one. `main` and the time lead the index to the races of a driver.
const LATEST: &str = select!(
    Seen,
    "WHERE result_rows.guild_id = ? AND result_rows.cust_id = ? AND result_rows.main = TRUE \
     AND results.league_id = ? AND results.official = FALSE \
     AND (SELECT COUNT(*) FROM result_rows raced \
         INNER JOIN result_sessions ON result_sessions.guild_id = raced.guild_id \
             AND result_sessions.subsession_id = raced.subsession_id \
             AND result_sessions.number = raced.session_number \
         WHERE raced.guild_id = result_rows.guild_id AND raced.cust_id = result_rows.cust_id \
         AND raced.main IN (FALSE, TRUE) AND raced.raced_at = result_rows.raced_at \
         AND raced.subsession_id = result_rows.subsession_id AND result_sessions.kind = 6) > 0 \
     ORDER BY result_rows.raced_at DESC, result_rows.subsession_id DESC LIMIT 1"
);

record! { Seen from result_rows {
    cust_id, name, own_number: car_number, team_number: "team.car_number",
}
    "INNER JOIN results ON results.guild_id = result_rows.guild_id \
         AND results.subsession_id = result_rows.subsession_id \
     LEFT JOIN result_rows team ON team.guild_id = result_rows.guild_id \
         AND team.subsession_id = result_rows.subsession_id \
         AND team.session_number = result_rows.session_number \
         AND team.place = result_rows.team_place"
}

/// Has whoever else works out the numbers of this guild wait, or begin again. Says of which league they
/// are.
pub(crate) async fn claim(tx: &mut Transaction, guild: GuildId) -> Result<Option<i64>, Error> {
    tx.query(CLAIM, (guild,)).done().await?;
    tx.query(LEAGUE, (guild,)).scalar().await
}

/// From now on they are of this league; call [`claim`] before.
pub(crate) async fn set_league(
    tx: &mut Transaction,
    guild: GuildId,
    league_id: Option<i64>,
) -> Result<(), Error> {
    let row = update!(result_leagues { league_id }, key { guild_id: guild });
    tx.put(row).await
}

/// Notes whether a guild has turned to another league than that of which the numbers are, as far as
/// anybody looked.
pub(crate) async fn set_stale(
    tx: &mut Transaction,
    guild: GuildId,
    stale: bool,
) -> Result<(), Error> {
    let row = update!(result_leagues { stale }, key { guild_id: guild });
    tx.put(row).await
}

/// Guilds that may have another league than that of which the numbers are, some at a time.
pub(crate) async fn stale(db: &Database, limit: i64) -> Result<Vec<GuildId>, Error> {
    db.query(STALE, (limit,)).scalars().await
}

/// Accounts in a result.
pub(crate) async fn of_result(
    tx: &mut Transaction,
    guild: GuildId,
    subsession_id: i64,
) -> Result<Vec<i64>, Error> {
    let values = (guild, subsession_id);
    tx.query(OF_RESULT, values).scalars().await
}

/// Accounts in any result.
pub(crate) async fn of_guild(tx: &mut Transaction, guild: GuildId) -> Result<Vec<i64>, Error> {
    tx.query(OF_GUILD, (guild,)).scalars().await
}

/// When the league raced last.
pub(crate) async fn newest(
    tx: &mut Transaction,
    guild: GuildId,
    league_id: i64,
) -> Result<Option<Timestamp>, Error> {
    let values = (guild, league_id);
    tx.query(NEWEST, values).optional_scalar().await
}

/// An account in its latest race of the league.
pub(crate) async fn latest(
    tx: &mut Transaction,
    guild: GuildId,
    cust_id: i64,
    league_id: i64,
) -> Result<Option<Seen>, Error> {
    let values = (guild, cust_id, league_id);
    tx.query(LATEST, values).optional().await
}
