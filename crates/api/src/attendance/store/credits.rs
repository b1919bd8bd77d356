//! What attending is worth, and what was credited for it.

use super::sessions::{SessionRow, read, select_sessions};
use crate::attendance::model::Session;
use crate::db::{Database, Error, Query, Source, Sql, Transaction, stored_id, stored_name, upsert};
use paddock_api_types::attendance::{AttendanceRule, AttendanceStatus};
use paddock_api_types::{AttendanceSessionId, GuildId, SeasonId, UserId};

const RULE: &str = "SELECT present_points, late_points FROM attendance_rules \
     WHERE season_id = ? AND guild_id = ?";
const RULES: &str = "SELECT season_id, present_points, late_points FROM attendance_rules \
     WHERE guild_id = ? ORDER BY season_id";
const SAVE_RULE: Sql = upsert!(
    "attendance_rules",
    ["guild_id", "season_id"],
    ["present_points", "late_points"]
);
const DELETE_RULE: &str = "DELETE FROM attendance_rules WHERE season_id = ? AND guild_id = ?";
const DUE: &str = select_sessions!("WHERE s.credits_due = TRUE ORDER BY s.session_id LIMIT 20");
const SETTLED: &str = "UPDATE attendance_sessions SET credits_due = FALSE, version = version + 1 \
     WHERE session_id = ? AND guild_id = ? AND version = ?";
const MEMBERS: &str = "SELECT user_id, status FROM attendance_records \
     WHERE session_id = ? AND guild_id = ? AND user_id > ? ORDER BY user_id LIMIT ?";
const CORRECT: Sql = upsert!(
    "attendance_corrections",
    ["session_id", "user_id"],
    ["guild_id"]
);
const CORRECTIONS: &str = "SELECT session_id, user_id, guild_id FROM attendance_corrections \
     ORDER BY session_id, user_id LIMIT 200";
const CORRECTED: &str = "DELETE FROM attendance_corrections \
     WHERE session_id = ? AND guild_id = ? AND user_id = ?";
const CREDITED: &str = "SELECT points FROM attendance_credits \
     WHERE session_id = ? AND guild_id = ? AND user_id = ? AND season_id = ?";
const GIVE: &str = "INSERT INTO attendance_credits (points, session_id, user_id, season_id, \
     guild_id) VALUES (?, ?, ?, ?, ?)";
const CHANGE: &str = "UPDATE attendance_credits SET points = ? \
     WHERE session_id = ? AND user_id = ? AND season_id = ? AND guild_id = ? AND points = ?";
const FORGET_CORRECTIONS: &str =
    "DELETE FROM attendance_corrections WHERE guild_id = ? AND user_id = ?";
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
    let query = tx.run(SAVE_RULE).bind(guild.get()).bind(season.get());
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

/// Closed sessions of every guild whose members are not credited yet.
pub(crate) async fn due(db: &Database) -> Result<Vec<Session>, Error> {
    let rows: Vec<SessionRow> = db.read(DUE).fetch_all().await?;
    read(rows)
}

/// Nothing is left to credit, unless something changed meanwhile.
pub(crate) async fn settled(db: &Database, session: &Session) -> Result<(), Error> {
    let query = db.write(SETTLED).bind(session.id.get());
    let query = query.bind(session.guild_id.get());
    query.bind(session.version).execute().await.map(drop)
}

/// Somebody's record of a session that is closed changed.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Correction {
    pub(crate) session: AttendanceSessionId,
    pub(crate) user: UserId,
    pub(crate) guild: GuildId,
}

/// What a member is credited is looked at again.
pub(crate) async fn correct(
    tx: &mut Transaction,
    session: &Session,
    user: UserId,
) -> Result<(), Error> {
    asking(tx.run(CORRECT), session, user)
        .execute()
        .await
        .map(drop)
}

/// The same for a record that was kept before.
pub(crate) async fn correct_kept(
    db: &Database,
    session: &Session,
    user: UserId,
) -> Result<(), Error> {
    asking(db.write(CORRECT), session, user)
        .execute()
        .await
        .map(drop)
}

fn asking<'c>(query: Query<'c>, session: &Session, user: UserId) -> Query<'c> {
    let query = query.bind(session.id.get()).bind(user.get());
    query.bind(session.guild_id.get())
}

/// Members of every guild to look at again, some at a time.
pub(crate) async fn corrections(db: &Database) -> Result<Vec<Correction>, Error> {
    let rows: Vec<(i64, i64, i64)> = db.read(CORRECTIONS).fetch_all().await?;
    rows.into_iter()
        .map(|(session, user, guild)| {
            Ok(Correction {
                session: stored_id("attendance_corrections.session_id", session)?,
                user: stored_id("attendance_corrections.user_id", user)?,
                guild: stored_id("attendance_corrections.guild_id", guild)?,
            })
        })
        .collect()
}

/// Takes a correction up, before anything is read for it: another change of the record waits here,
/// and asks for another correction. Whether it was still to be done.
pub(crate) async fn take_up(tx: &mut Transaction, correction: Correction) -> Result<bool, Error> {
    let query = tx.run(CORRECTED).bind(correction.session.get());
    let query = query.bind(correction.guild.get());
    Ok(query.bind(correction.user.get()).execute().await? > 0)
}

/// Members of a session and how they attended.
pub(crate) async fn members(
    db: &Database,
    guild: GuildId,
    session: AttendanceSessionId,
    after: i64,
    limit: i64,
) -> Result<Vec<(UserId, AttendanceStatus)>, Error> {
    let query = db.read(MEMBERS).bind(session.get()).bind(guild.get());
    let rows: Vec<(i64, String)> = query.bind(after).bind(limit).fetch_all().await?;
    rows.into_iter()
        .map(|(user, status)| {
            let user = stored_id("attendance_records.user_id", user)?;
            Ok((user, stored_name("attendance_records.status", status)?))
        })
        .collect()
}

/// What a member was credited for a session in a season, if anything ever was.
pub(crate) async fn credited(
    tx: &mut Transaction,
    guild: GuildId,
    session: AttendanceSessionId,
    user: UserId,
    season: SeasonId,
) -> Result<Option<i64>, Error> {
    let query = tx.run(CREDITED).bind(session.get()).bind(guild.get());
    let row: Option<(i64,)> = query
        .bind(user.get())
        .bind(season.get())
        .fetch_optional()
        .await?;
    Ok(row.map(|(points,)| points))
}

/// Keeps what a member is credited, in the place of what was read before: of two who credit at the
/// same time one begins again, and finds that nothing is left to give.
pub(crate) async fn save(
    tx: &mut Transaction,
    session: &Session,
    user: UserId,
    season: SeasonId,
    (before, points): (Option<i64>, i64),
) -> Result<(), Error> {
    let sql = if before.is_some() { CHANGE } else { GIVE };
    let query = tx.run(sql).bind(points).bind(session.id.get());
    let query = query.bind(user.get()).bind(season.get());
    let query = query.bind(session.guild_id.get());
    let query = match before {
        Some(before) => query.bind(before),
        None => query,
    };
    super::changed(query.execute().await.map_err(Error::id_collision)?)
}

pub(crate) async fn forget(
    tx: &mut Transaction,
    guild: GuildId,
    user: UserId,
) -> Result<(), Error> {
    for sql in [FORGET, FORGET_CORRECTIONS] {
        let query = tx.run(sql).bind(guild.get()).bind(user.get());
        query.execute().await?;
    }
    Ok(())
}
