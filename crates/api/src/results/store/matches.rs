//! Rounds that are matched with a session of attendance. Each is found by one of its subsessions, so
//! that it stays the same round whatever number that has by now.

use super::STARTED_A_RACE;
use crate::db::{
    Database, Error, Source, Transaction, changed, insert, record, select, sql, update,
};
use paddock_api_types::{AttendanceSessionId, GuildId};

/// A round that is matched with a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Match {
    pub(crate) guild_id: GuildId,
    /// A subsession of the round.
    pub(crate) subsession_id: i64,
    pub(crate) session_id: AttendanceSessionId,
    /// Grows whenever it becomes due, so that nothing that came in meanwhile is missed.
    pub(crate) version: i64,
}

record! { Match from result_attendance { guild_id, subsession_id, session_id, version } }

const OF_ROUND: &str = sql!(
    "SELECT ",
    <Match as crate::db::Selected>::COLUMNS,
    " FROM result_attendance INNER JOIN result_rounds \
         ON result_rounds.guild_id = result_attendance.guild_id \
         AND result_rounds.subsession_id = result_attendance.subsession_id \
     WHERE result_attendance.guild_id = ? AND result_rounds.league_season_id = ? \
     AND result_rounds.number = ? ORDER BY result_attendance.subsession_id LIMIT 1"
);
const OF_SESSION: &str = select!(Match, "WHERE guild_id = ? AND session_id = ?");
const LOOKUP: &str = select!(Match, "WHERE guild_id = ? AND subsession_id = ?");
const DUE: &str = select!(
    Match,
    "WHERE due = TRUE ORDER BY guild_id, subsession_id LIMIT 50"
);
const LINKS_CHANGED: &str = "UPDATE result_attendance \
     SET due = TRUE, version = version + 1, links_version = ? \
     WHERE guild_id = ? AND links_version <> ?";
const SEASON_CHANGED: &str = "UPDATE result_attendance SET due = TRUE, version = version + 1 \
     WHERE guild_id = ? AND subsession_id IN (SELECT subsession_id FROM result_rounds \
         WHERE guild_id = ? AND league_season_id = ?)";
const CHANGED: &str = "UPDATE result_attendance SET due = TRUE, version = version + 1 \
     WHERE guild_id = ? AND subsession_id = ?";
const DELETE: &str = "DELETE FROM result_attendance \
     WHERE guild_id = ? AND subsession_id = ? AND version = ?";
const RACED: &str = sql!(
    "SELECT DISTINCT w.cust_id FROM result_rounds n \
     JOIN result_rows w ON w.guild_id = n.guild_id AND w.subsession_id = n.subsession_id \
     JOIN result_sessions s ON s.guild_id = w.guild_id AND s.subsession_id = w.subsession_id \
         AND s.number = w.session_number \
     WHERE n.guild_id = ? AND n.league_season_id = ? AND n.number = ? \
     AND w.cust_id IS NOT NULL AND ",
    STARTED_A_RACE
);

/// The match of a round.
pub(crate) async fn of_round<'s>(
    from: impl Source<'s>,
    guild: GuildId,
    league_season_id: i64,
    number: i64,
) -> Result<Option<Match>, Error> {
    let values = (guild, league_season_id, number);
    from.query(OF_ROUND, values).optional().await
}

/// The match of a session.
pub(crate) async fn of_session<'s>(
    from: impl Source<'s>,
    guild: GuildId,
    session: AttendanceSessionId,
) -> Result<Option<Match>, Error> {
    from.query(OF_SESSION, (guild, session)).optional().await
}

/// The match that was made by this subsession.
pub(crate) async fn lookup<'s>(
    from: impl Source<'s>,
    guild: GuildId,
    subsession_id: i64,
) -> Result<Option<Match>, Error> {
    from.query(LOOKUP, (guild, subsession_id)).optional().await
}

/// Matches of every guild whose records may differ from what was raced.
pub(crate) async fn due(db: &Database) -> Result<Vec<Match>, Error> {
    db.query(DUE, ()).all().await
}

/// Makes those due that rest on other links.
pub(crate) async fn links_changed(db: &Database, guild: GuildId, links: i64) -> Result<(), Error> {
    let values = (links, guild, links);
    db.write(LINKS_CHANGED, values).done().await
}

/// Makes those of a season due.
pub(crate) async fn season_changed(
    tx: &mut Transaction,
    guild: GuildId,
    league_season_id: i64,
) -> Result<(), Error> {
    let values = (guild, guild, league_season_id);
    tx.query(SEASON_CHANGED, values).done().await
}

/// Makes that of a subsession due.
pub(crate) async fn result_changed(
    tx: &mut Transaction,
    guild: GuildId,
    subsession_id: i64,
) -> Result<(), Error> {
    let values = (guild, subsession_id);
    tx.query(CHANGED, values).done().await
}

/// A new match, which is due.
pub(crate) async fn insert(tx: &mut Transaction, it: &Match, links: i64) -> Result<(), Error> {
    let row = insert!(result_attendance {
        guild_id: it.guild_id,
        subsession_id: it.subsession_id,
        session_id: it.session_id,
        due: true,
        links_version: links,
        version: it.version,
    });
    tx.create(row).await
}

/// Removes a match; fails with `Conflict` if it changed since it was read.
pub(crate) async fn delete(tx: &mut Transaction, it: &Match) -> Result<(), Error> {
    let values = (it.guild_id, it.subsession_id, it.version);
    changed(tx.query(DELETE, values).execute().await?)
}

/// Its records are as they should be; fails with `Conflict` if it became due again since it was read.
pub(crate) async fn set_done(tx: &mut Transaction, it: &Match) -> Result<(), Error> {
    let done = update!(
        result_attendance { due: false },
        at it.version,
        key { guild_id: it.guild_id, subsession_id: it.subsession_id }
    );
    changed(tx.apply(done).await?)
}

/// Accounts that started a race of a round.
pub(crate) async fn raced<'s>(
    from: impl Source<'s>,
    guild: GuildId,
    league_season_id: i64,
    number: i64,
) -> Result<Vec<i64>, Error> {
    let values = (guild, league_season_id, number);
    from.query(RACED, values).scalars().await
}
