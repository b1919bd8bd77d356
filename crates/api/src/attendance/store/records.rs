//! Who attended, and how.

use crate::attendance::model::Session;
use crate::db::{
    self, Database, Error, Source, Sql, Transaction, stored_id, stored_name, stored_time,
};
use jiff::Timestamp;
use paddock_api_types::attendance::{AttendanceRecord, AttendanceStatus};
use paddock_api_types::{AttendanceSessionId, GuildId, UserId};

macro_rules! select_records {
    ($rest:literal) => {
        concat!(
            "SELECT r.session_id, s.title, r.user_id, \
             COALESCE(m.discord_name, r.username) AS username, m.external_id, m.display_name, \
             r.status, r.at, r.marked_by, r.note FROM attendance_records r \
             JOIN attendance_sessions s ON s.session_id = r.session_id AND s.guild_id = r.guild_id \
             LEFT JOIN members m ON m.guild_id = r.guild_id AND m.user_id = r.user_id ",
            $rest
        )
    };
}

const LOOKUP: &str = select_records!("WHERE r.session_id = ? AND r.guild_id = ? AND r.user_id = ?");
const OF_SESSION: &str = select_records!(
    "WHERE r.session_id = ? AND r.guild_id = ? AND r.user_id > ? ORDER BY r.user_id LIMIT ?"
);
const OF_MEMBER: &str =
    select_records!("WHERE r.guild_id = ? AND r.user_id = ? ORDER BY r.session_id");
// One statement, so that a check-in is durable with one turn at the database. Of two the one typed
// later stands, in whichever order they arrive; `at` comes last because MariaDB assigns in order.
const SAVE: Sql = Sql {
    mariadb: "INSERT INTO attendance_records (session_id, user_id, guild_id, username, status, \
         marked_by, note, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE \
         username = IF(VALUES(at) >= at, COALESCE(VALUES(username), username), username), \
         status = IF(VALUES(at) >= at, VALUES(status), status), \
         marked_by = IF(VALUES(at) >= at, VALUES(marked_by), marked_by), \
         note = IF(VALUES(at) >= at, VALUES(note), note), \
         at = GREATEST(at, VALUES(at))",
    sqlite: "INSERT INTO attendance_records (session_id, user_id, guild_id, username, status, \
         marked_by, note, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (session_id, user_id) \
         DO UPDATE SET username = COALESCE(excluded.username, username), \
         status = excluded.status, marked_by = excluded.marked_by, note = excluded.note, \
         at = excluded.at WHERE excluded.at >= attendance_records.at",
};
const DELETE: &str =
    "DELETE FROM attendance_records WHERE session_id = ? AND guild_id = ? AND user_id = ?";
const FORGET: &str = "DELETE FROM attendance_records WHERE guild_id = ? AND user_id = ?";

/// A record to keep.
#[derive(Debug, Clone)]
pub(crate) struct NewRecord {
    pub(crate) user: UserId,
    pub(crate) username: Option<String>,
    pub(crate) status: AttendanceStatus,
    pub(crate) marked_by: Option<UserId>,
    pub(crate) note: Option<String>,
    pub(crate) at: Timestamp,
}

#[derive(sqlx::FromRow)]
struct RecordRow {
    session_id: i64,
    title: Option<String>,
    user_id: i64,
    username: Option<String>,
    external_id: Option<String>,
    display_name: Option<String>,
    status: String,
    at: i64,
    marked_by: Option<i64>,
    note: Option<String>,
}

fn bind<'c>(query: db::Query<'c>, session: &Session, record: &NewRecord) -> db::Query<'c> {
    query
        .bind(session.id.get())
        .bind(record.user.get())
        .bind(session.guild_id.get())
        .bind(record.username.clone())
        .bind(db::name(record.status))
        .bind(record.marked_by.map(UserId::get))
        .bind(record.note.clone())
        .bind(record.at.as_millisecond())
}

/// Keeps a check-in.
pub(crate) async fn save(
    db: &Database,
    session: &Session,
    record: &NewRecord,
) -> Result<(), Error> {
    let query = bind(db.write(SAVE), session, record);
    query.execute().await.map(drop)
}

/// Keeps what an admin marked.
pub(crate) async fn mark(
    tx: &mut Transaction,
    session: &Session,
    record: &NewRecord,
) -> Result<(), Error> {
    let query = bind(tx.run(SAVE), session, record);
    query.execute().await.map(drop)
}

pub(crate) async fn delete(
    tx: &mut Transaction,
    guild: GuildId,
    session: AttendanceSessionId,
    user: UserId,
) -> Result<bool, Error> {
    let query = tx.run(DELETE).bind(session.get()).bind(guild.get());
    Ok(query.bind(user.get()).execute().await? > 0)
}

pub(crate) async fn lookup<'s>(
    from: impl Source<'s>,
    guild: GuildId,
    session: AttendanceSessionId,
    user: UserId,
) -> Result<Option<AttendanceRecord>, Error> {
    let query = from.query(LOOKUP).bind(session.get()).bind(guild.get());
    let row: Option<RecordRow> = query.bind(user.get()).fetch_optional().await?;
    row.map(TryInto::try_into).transpose()
}

/// Those of a session, some at a time.
pub(crate) async fn of_session<'s>(
    from: impl Source<'s>,
    guild: GuildId,
    session: AttendanceSessionId,
    after: i64,
    limit: i64,
) -> Result<Vec<AttendanceRecord>, Error> {
    let query = from.query(OF_SESSION).bind(session.get()).bind(guild.get());
    records(query.bind(after).bind(limit).fetch_all().await?)
}

/// Everything of a member.
pub(crate) async fn of_member(
    db: &Database,
    guild: GuildId,
    user: UserId,
) -> Result<Vec<AttendanceRecord>, Error> {
    let query = db.read(OF_MEMBER).bind(guild.get()).bind(user.get());
    records(query.fetch_all().await?)
}

pub(crate) async fn forget(
    tx: &mut Transaction,
    guild: GuildId,
    user: UserId,
) -> Result<(), Error> {
    let query = tx.run(FORGET).bind(guild.get()).bind(user.get());
    query.execute().await.map(drop)
}

fn records(rows: Vec<RecordRow>) -> Result<Vec<AttendanceRecord>, Error> {
    rows.into_iter().map(TryInto::try_into).collect()
}

impl TryFrom<RecordRow> for AttendanceRecord {
    type Error = Error;

    fn try_from(row: RecordRow) -> Result<Self, Error> {
        Ok(Self {
            session_id: stored_id("attendance_records.session_id", row.session_id)?,
            title: row.title,
            user_id: stored_id("attendance_records.user_id", row.user_id)?,
            username: row.username,
            external_id: row.external_id,
            display_name: row.display_name,
            status: stored_name("attendance_records.status", row.status)?,
            at: stored_time("attendance_records.at", row.at)?,
            marked_by: super::optional_id("attendance_records.marked_by", row.marked_by)?,
            note: row.note,
        })
    }
}
