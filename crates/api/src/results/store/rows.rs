//! Rows of results.

use crate::db::{Encode, Error, Source, Transaction, Value, record, select, sql};
use crate::results::model::content::{Header, Row, Session};
use crate::results::model::{Drive, Own};
use jiff::Timestamp;
use paddock_api_types::GuildId;

const OF_RESULT: &str = select!(
    Row,
    "WHERE guild_id = ? AND subsession_id = ? ORDER BY session_number, place"
);
const SESSIONS: &str = select!(
    Session,
    "WHERE guild_id = ? AND subsession_id = ? ORDER BY number"
);
const DRIVEN: &str = select!(
    Drive,
    "WHERE result_rows.guild_id = ? AND result_rows.cust_id = ? AND result_rows.main = TRUE \
     ORDER BY result_rows.raced_at DESC, result_rows.subsession_id DESC LIMIT ? OFFSET ?"
);
const OF_DRIVER: &str = select!(
    Own,
    "WHERE result_rows.guild_id = ? AND result_rows.cust_id = ? \
     ORDER BY result_rows.raced_at DESC, result_rows.subsession_id DESC, \
     result_rows.session_number DESC, result_rows.place LIMIT ?"
);
const COUNT: &str = "SELECT COUNT(*) FROM result_rows \
     WHERE guild_id = ? AND cust_id = ? AND main = TRUE";
const ERASED: &str = "SELECT COUNT(*) FROM result_rows \
     WHERE guild_id = ? AND subsession_id = ? AND erased = TRUE";
const NAMES: &str = "SELECT DISTINCT name FROM result_rows \
     WHERE guild_id = ? AND cust_id = ? AND name IS NOT NULL";
const DELETE: &str = "DELETE FROM result_rows WHERE guild_id = ? AND subsession_id = ?";
const DELETE_SESSIONS: &str =
    "DELETE FROM result_sessions WHERE guild_id = ? AND subsession_id = ?";
const ERASE: &str = "UPDATE result_rows SET cust_id = NULL, name = NULL, erased = TRUE \
     WHERE guild_id = ? AND cust_id = ?";

const ROW: &str = "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, \
     ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
const HEAD: &str = "INSERT INTO result_rows (guild_id, subsession_id, session_number, place, team_place, cust_id, team_id, name, \
     ai, erased, main, raced_at, position, class_position, start_position, \
     class_start_position, laps, laps_led, best_lap, best_lap_number, average_lap, \
     qualifying_lap, gap, incidents, reason_out_id, reason_out, league_points, \
     league_agg_points, car_id, car_name, class_id, class_name, car_number) VALUES ";
const FEW: usize = 5;
const FEW_ROWS: &str = sql!(ROW, ", ", ROW, ", ", ROW, ", ", ROW, ", ", ROW);
const MANY: usize = 25;
const INSERT_ONE: &str = sql!(HEAD, ROW);
const INSERT_FEW: &str = sql!(HEAD, FEW_ROWS);
const INSERT_MANY: &str = sql!(
    HEAD, FEW_ROWS, ", ", FEW_ROWS, ", ", FEW_ROWS, ", ", FEW_ROWS, ", ", FEW_ROWS
);
const INSERT_SESSION: &str = "INSERT INTO result_sessions (guild_id, subsession_id, number, kind, name) VALUES (?, ?, ?, ?, ?)";

record! { Session from result_sessions { number, kind, name } }
record! { Row from result_rows {
    session_number, place, team_place, cust_id, team_id, name, ai, erased, main,
    position, class_position, start_position, class_start_position, laps, laps_led,
    best_lap, best_lap_number, average_lap, qualifying_lap, gap, incidents,
    reason_out_id, reason_out, league_points, league_agg_points, car_id, car_name,
    class_id, class_name, car_number,
} }
record! { Drive from result_rows {
    header: (Header), session_kind: "result_sessions.kind",
    session_name: "result_sessions.name", row: (Row),
}
    "INNER JOIN results ON results.guild_id = result_rows.guild_id \
         AND results.subsession_id = result_rows.subsession_id \
     LEFT JOIN result_sessions ON result_sessions.guild_id = result_rows.guild_id \
         AND result_sessions.subsession_id = result_rows.subsession_id \
         AND result_sessions.number = result_rows.session_number"
}

record! { Own from result_rows {
    drive: (Drive), is_final: "results.final", is_void: "results.void",
}
    "INNER JOIN results ON results.guild_id = result_rows.guild_id \
         AND results.subsession_id = result_rows.subsession_id \
     LEFT JOIN result_sessions ON result_sessions.guild_id = result_rows.guild_id \
         AND result_sessions.subsession_id = result_rows.subsession_id \
         AND result_sessions.number = result_rows.session_number"
}

/// Of which subsession rows are.
#[derive(Clone, Copy)]
pub(crate) struct Scope {
    pub(crate) guild: GuildId,
    pub(crate) subsession_id: i64,
    pub(crate) raced_at: Timestamp,
}

/// The rows of a subsession, by session and place.
pub(crate) async fn of_result<'s>(
    from: impl Source<'s>,
    guild: GuildId,
    subsession_id: i64,
) -> Result<Vec<Row>, Error> {
    from.query(OF_RESULT, (guild, subsession_id)).all().await
}

/// The sessions of a subsession, the main event last.
pub(crate) async fn sessions<'s>(
    from: impl Source<'s>,
    guild: GuildId,
    subsession_id: i64,
) -> Result<Vec<Session>, Error> {
    from.query(SESSIONS, (guild, subsession_id)).all().await
}

/// A driver's part in subsessions, the newest first.
pub(crate) async fn driven<'s>(
    from: impl Source<'s>,
    guild: GuildId,
    cust_id: i64,
    limit: u32,
    offset: u32,
) -> Result<Vec<Drive>, Error> {
    let values = (guild, cust_id, limit, offset);
    from.query(DRIVEN, values).all().await
}

/// Every row of a driver, the latest race first.
pub(crate) async fn of_driver<'s>(
    from: impl Source<'s>,
    guild: GuildId,
    cust_id: i64,
    limit: u32,
) -> Result<Vec<Own>, Error> {
    let values = (guild, cust_id, limit);
    from.query(OF_DRIVER, values).all().await
}

/// In how many subsessions a driver took part.
pub(crate) async fn count_driven<'s>(
    from: impl Source<'s>,
    guild: GuildId,
    cust_id: i64,
) -> Result<u32, Error> {
    from.query(COUNT, (guild, cust_id)).scalar().await
}

/// Whether anybody was erased from a subsession.
pub(crate) async fn any_erased<'s>(
    from: impl Source<'s>,
    guild: GuildId,
    subsession_id: i64,
) -> Result<bool, Error> {
    let rows = from.query(ERASED, (guild, subsession_id));
    Ok(rows.scalar::<i64>().await? > 0)
}

/// Every name that results have for a driver.
pub(crate) async fn names<'s>(
    from: impl Source<'s>,
    guild: GuildId,
    cust_id: i64,
) -> Result<Vec<String>, Error> {
    from.query(NAMES, (guild, cust_id)).scalars().await
}

/// Puts rows and sessions in the place of those that there are.
pub(crate) async fn replace(
    tx: &mut Transaction,
    scope: Scope,
    sessions: &[Session],
    rows: &[Row],
) -> Result<(), Error> {
    delete(tx, scope.guild, scope.subsession_id).await?;
    for session in sessions {
        let key = (scope.guild, scope.subsession_id, session.number);
        let values = (key.0, key.1, key.2, session.kind, session.name.as_deref());
        tx.query(INSERT_SESSION, values).done().await?;
    }
    let many = rows.chunks_exact(MANY);
    let few = many.remainder().chunks_exact(FEW);
    let rest = few.remainder();
    let batches = many.map(|rows| (INSERT_MANY, rows));
    let batches = batches.chain(few.map(|rows| (INSERT_FEW, rows)));
    for (sql, rows) in batches.chain(rest.chunks(1).map(|row| (INSERT_ONE, row))) {
        let values: Vec<_> = rows.iter().flat_map(|row| values(&scope, row)).collect();
        tx.query(sql, values).done().await?;
    }
    Ok(())
}

/// Deletes rows and sessions of a subsession.
pub(crate) async fn delete(
    tx: &mut Transaction,
    guild: GuildId,
    subsession_id: i64,
) -> Result<(), Error> {
    for sql in [DELETE, DELETE_SESSIONS] {
        tx.query(sql, (guild, subsession_id)).done().await?;
    }
    Ok(())
}

/// Takes name and customer id out of every row of a driver.
pub(crate) async fn erase(tx: &mut Transaction, guild: GuildId, cust_id: i64) -> Result<(), Error> {
    tx.query(ERASE, (guild, cust_id)).done().await
}

fn values<'v>(scope: &'v Scope, row: &'v Row) -> [Value<'v>; 33] {
    [
        scope.guild.encode(),
        scope.subsession_id.encode(),
        row.session_number.encode(),
        row.place.encode(),
        row.team_place.encode(),
        row.cust_id.encode(),
        row.team_id.encode(),
        row.name.encode(),
        row.ai.encode(),
        row.erased.encode(),
        row.main.encode(),
        scope.raced_at.encode(),
        row.position.encode(),
        row.class_position.encode(),
        row.start_position.encode(),
        row.class_start_position.encode(),
        row.laps.encode(),
        row.laps_led.encode(),
        row.best_lap.encode(),
        row.best_lap_number.encode(),
        row.average_lap.encode(),
        row.qualifying_lap.encode(),
        row.gap.encode(),
        row.incidents.encode(),
        row.reason_out_id.encode(),
        row.reason_out.encode(),
        row.league_points.encode(),
        row.league_agg_points.encode(),
        row.car_id.encode(),
        row.car_name.encode(),
        row.class_id.encode(),
        row.class_name.encode(),
        row.car_number.encode(),
    ]
}
