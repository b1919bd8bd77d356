//! What attending is worth, and what was credited for it.

use super::sessions::{SessionRow, read, select_sessions};
use crate::attendance::model::Session;
use crate::db::{Database, Error, Source, Sql, Transaction, stored_id, upsert};
use paddock_api_types::attendance::AttendanceRule;
use paddock_api_types::{AttendanceSessionId, GuildId, SeasonId, UserId};

const RULE: &str = "SELECT present_points, late_points FROM attendance_rules \
     WHERE season_id = ? AND guild_id = ?";
const RULES: &str = "SELECT season_id, present_points, late_points FROM attendance_rules \
     WHERE guild_id = ? ORDER BY season_id";
const SAVE_RULE: Sql = upsert!(
    "attendance_rules",
    ["season_id"],
    ["guild_id", "present_points", "late_points"]
);
const DELETE_RULE: &str = "DELETE FROM attendance_rules WHERE season_id = ? AND guild_id = ?";
const DUE: &str = select_sessions!("WHERE s.credits_due = TRUE ORDER BY s.session_id LIMIT 20");
const SETTLED: &str = "UPDATE attendance_sessions SET credits_due = FALSE, version = version + 1 \
     WHERE session_id = ? AND version = ?";
const DUE_AGAIN: &str = "UPDATE attendance_sessions SET credits_due = TRUE, version = version + 1 \
     WHERE session_id = ? AND version = ?";
// Everybody with a record, and those who had one when they were credited.
const MEMBERS: &str = "SELECT x.user_id, MAX(x.status) AS status FROM ( \
     SELECT user_id, status FROM attendance_records WHERE session_id = ? AND user_id > ? \
     UNION ALL SELECT user_id, '' AS status FROM attendance_credits \
         WHERE session_id = ? AND user_id > ?) AS x \
     GROUP BY x.user_id ORDER BY x.user_id LIMIT ?";
const CREDITED: &str = "SELECT points FROM attendance_credits \
     WHERE session_id = ? AND user_id = ? AND season_id = ?";
const SAVE: Sql = upsert!(
    "attendance_credits",
    ["session_id", "user_id", "season_id"],
    ["guild_id", "points"]
);
const FORGET: &str = "DELETE FROM attendance_credits WHERE guild_id = ? AND user_id = ?";

/// What attending is worth in a season.
pub(crate) async fn rule<'s>(
    from: impl Source<'s>,
    guild: GuildId,
    season: SeasonId,
) -> Result<Option<AttendanceRule>, Error> {
    let query = from.query(RULE).bind(season.get()).bind(guild.get());
    let row: Option<(i64, i64)> = query.fetch_optional().await?;
    Ok(row.map(|(present, late)| worth(present, late)))
}

fn worth(present: i64, late: i64) -> AttendanceRule {
    AttendanceRule {
        present_points: u32::try_from(present).unwrap_or(0),
        late_points: u32::try_from(late).unwrap_or(0),
    }
}

/// Every rule of a guild.
pub(crate) async fn rules(
    db: &Database,
    guild: GuildId,
) -> Result<Vec<(SeasonId, AttendanceRule)>, Error> {
    let rows: Vec<(i64, i64, i64)> = db.read(RULES).bind(guild.get()).fetch_all().await?;
    rows.into_iter()
        .map(|(season, present, late)| {
            let season = stored_id("attendance_rules.season_id", season)?;
            Ok((season, worth(present, late)))
        })
        .collect()
}

pub(crate) async fn save_rule(
    tx: &mut Transaction,
    guild: GuildId,
    season: SeasonId,
    rule: AttendanceRule,
) -> Result<(), Error> {
    let query = tx.run(SAVE_RULE).bind(season.get()).bind(guild.get());
    let query = query.bind(i64::from(rule.present_points));
    let query = query.bind(i64::from(rule.late_points));
    query.execute().await.map(drop)
}

pub(crate) async fn delete_rule(
    tx: &mut Transaction,
    guild: GuildId,
    season: SeasonId,
) -> Result<(), Error> {
    let query = tx.run(DELETE_RULE).bind(season.get()).bind(guild.get());
    query.execute().await.map(drop)
}

/// Closed sessions whose members are not credited yet.
pub(crate) async fn due(db: &Database) -> Result<Vec<Session>, Error> {
    let rows: Vec<SessionRow> = db.read(DUE).fetch_all().await?;
    read(rows)
}

/// Nothing is left to credit, unless something changed meanwhile.
pub(crate) async fn settled(db: &Database, session: &Session) -> Result<(), Error> {
    let query = db.write(SETTLED).bind(session.id.get());
    query.bind(session.version).execute().await.map(drop)
}

/// Something changed of a session that is closed.
pub(crate) async fn due_again(tx: &mut Transaction, session: &Session) -> Result<(), Error> {
    let query = tx.run(DUE_AGAIN).bind(session.id.get());
    super::changed(query.bind(session.version).execute().await?)
}

/// Members of a session and how they attended, empty where nothing is recorded any more.
pub(crate) async fn members(
    db: &Database,
    session: AttendanceSessionId,
    after: i64,
    limit: i64,
) -> Result<Vec<(UserId, String)>, Error> {
    let query = db.read(MEMBERS).bind(session.get()).bind(after);
    let query = query.bind(session.get()).bind(after).bind(limit);
    let rows: Vec<(i64, String)> = query.fetch_all().await?;
    rows.into_iter()
        .map(|(user, status)| Ok((stored_id("attendance_records.user_id", user)?, status)))
        .collect()
}

/// What a member was credited for a session in a season.
pub(crate) async fn credited(
    tx: &mut Transaction,
    session: AttendanceSessionId,
    user: UserId,
    season: SeasonId,
) -> Result<i64, Error> {
    let query = tx.run(CREDITED).bind(session.get()).bind(user.get());
    let row: Option<(i64,)> = query.bind(season.get()).fetch_optional().await?;
    Ok(row.map_or(0, |(points,)| points))
}

pub(crate) async fn save(
    tx: &mut Transaction,
    session: &Session,
    user: UserId,
    season: SeasonId,
    points: i64,
) -> Result<(), Error> {
    let query = tx.run(SAVE).bind(session.id.get()).bind(user.get());
    let query = query.bind(season.get()).bind(session.guild_id.get());
    query.bind(points).execute().await.map(drop)
}

pub(crate) async fn forget(
    tx: &mut Transaction,
    guild: GuildId,
    user: UserId,
) -> Result<(), Error> {
    let query = tx.run(FORGET).bind(guild.get()).bind(user.get());
    query.execute().await.map(drop)
}
