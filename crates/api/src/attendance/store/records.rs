//! Who attended, and how.

use crate::attendance::model::Session;
use crate::db::{Database, Error, Source, Sql, Transaction, Values, names, record, select};
use jiff::Timestamp;
use paddock_api_types::attendance::{AttendanceRecord, AttendanceSource, AttendanceStatus};
use paddock_api_types::{AttendanceSessionId, GuildId, UserId};

const LOOKUP: &str = select!(
    AttendanceRecord,
    "WHERE attendance_records.session_id = ? AND attendance_records.guild_id = ? \
     AND attendance_records.user_id = ?"
);
const OF_SESSION: &str = select!(
    AttendanceRecord,
    "WHERE attendance_records.session_id = ? AND +attendance_records.guild_id = ? \
     AND attendance_records.user_id > ? ORDER BY attendance_records.user_id LIMIT ?"
);
const OF_MEMBER: &str = select!(
    AttendanceRecord,
    "WHERE attendance_records.guild_id = ? AND attendance_records.user_id = ? \
     ORDER BY attendance_records.session_id"
);
const IS_CLOSED: &str = "SELECT s.closed_at IS NOT NULL, asked.n \
     FROM (SELECT 0 AS n, ? AS session_id, ? AS guild_id) AS asked JOIN attendance_sessions s \
     ON s.session_id = asked.session_id AND s.guild_id = asked.guild_id";
// One statement, so that a check-in is durable with one turn at the database. Of two the one typed
// later stands, in whichever order they arrive, also over a record that only says that somebody
// raced; `at` comes last because MariaDB assigns in order.
const SAVE: Sql = Sql {
    mariadb: "INSERT INTO attendance_records (session_id, user_id, guild_id, username, status, \
         marked_by, note, at, raced) VALUES (?, ?, ?, ?, ?, ?, ?, ?, FALSE) ON DUPLICATE KEY UPDATE \
         username = IF(VALUES(at) >= at, COALESCE(VALUES(username), username), username), \
         status = IF(VALUES(at) >= at, VALUES(status), status), \
         marked_by = IF(VALUES(at) >= at, VALUES(marked_by), marked_by), \
         note = IF(VALUES(at) >= at, VALUES(note), note), \
         raced = IF(VALUES(at) >= at, FALSE, raced), \
         at = GREATEST(at, VALUES(at))",
    sqlite: "INSERT INTO attendance_records (session_id, user_id, guild_id, username, status, \
         marked_by, note, at, raced) VALUES (?, ?, ?, ?, ?, ?, ?, ?, FALSE) \
         ON CONFLICT (session_id, user_id) \
         DO UPDATE SET username = COALESCE(excluded.username, username), \
         status = excluded.status, marked_by = excluded.marked_by, note = excluded.note, \
         at = excluded.at, raced = FALSE WHERE excluded.at >= attendance_records.at",
};
// Whatever else is recorded of a member stays, also when it is recorded at the same moment.
const ADD_RACED: Sql = Sql {
    mariadb: "INSERT IGNORE INTO attendance_records (session_id, user_id, guild_id, status, at, \
         raced) VALUES (?, ?, ?, ?, ?, TRUE)",
    sqlite: "INSERT INTO attendance_records (session_id, user_id, guild_id, status, at, raced) \
         VALUES (?, ?, ?, ?, ?, TRUE) ON CONFLICT (session_id, user_id) DO NOTHING",
};
const REMOVE_RACED: &str = "DELETE FROM attendance_records \
     WHERE session_id = ? AND guild_id = ? AND user_id = ? AND raced = TRUE";
const RACED: &str = "SELECT user_id, raced FROM attendance_records \
     WHERE session_id = ? AND +guild_id = ? ORDER BY user_id";
const DELETE: &str =
    "DELETE FROM attendance_records WHERE session_id = ? AND guild_id = ? AND user_id = ?";
const ERASE: &str = "DELETE FROM attendance_records WHERE guild_id = ? AND user_id = ?";

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

names!(AttendanceSource);
record! { AttendanceRecord from attendance_records {
    session_id, title: "attendance_sessions.title", user_id,
    username: "COALESCE(members.discord_name, attendance_records.username)",
    external_id: "members.external_id", display_name: "members.display_name", status, at,
    marked_by, note, source: "CASE WHEN attendance_records.raced THEN 'raced' \
         WHEN attendance_records.marked_by IS NOT NULL THEN 'marked' ELSE 'checked_in' END",
}
    "JOIN attendance_sessions ON attendance_sessions.session_id = attendance_records.session_id \
         AND attendance_sessions.guild_id = attendance_records.guild_id \
     LEFT JOIN members ON members.guild_id = attendance_records.guild_id \
         AND members.user_id = attendance_records.user_id"
}

fn values<'v>(session: &'v Session, record: &'v NewRecord) -> impl Values + use<'v> {
    let NewRecord {
        user,
        username,
        status,
        marked_by,
        note,
        at,
    } = record;
    let (id, guild) = (session.id, session.guild_id);
    (id, user, guild, username, status, marked_by, note, at)
}

/// Keeps a check-in, and then looks whether the session was closed.
pub(crate) async fn save(
    db: &Database,
    session: &Session,
    record: &NewRecord,
) -> Result<bool, Error> {
    let save = (SAVE, values(session, record));
    let closed = (IS_CLOSED, (session.id, session.guild_id));
    let closed: Vec<(bool,)> = db.upsert_then_ask(save, closed).await?;
    Ok(closed.first().is_some_and(|(closed,)| *closed))
}

/// Keeps what an admin marked.
pub(crate) async fn mark(
    tx: &mut Transaction,
    session: &Session,
    record: &NewRecord,
) -> Result<(), Error> {
    tx.query(SAVE, values(session, record)).done().await
}

/// Records that a member raced, unless something is recorded of them; whether that was so.
pub(crate) async fn add_raced(
    tx: &mut Transaction,
    session: &Session,
    user: UserId,
) -> Result<bool, Error> {
    let (id, guild) = (session.id, session.guild_id);
    // As early as a record can be, so that every check-in and mark comes after it.
    let at = session.opened_at;
    let values = (id, user, guild, AttendanceStatus::Present, at);
    Ok(tx.query(ADD_RACED, values).execute().await? > 0)
}

/// Removes the record of a member who only raced; whether there was one.
pub(crate) async fn remove_raced(
    tx: &mut Transaction,
    session: &Session,
    user: UserId,
) -> Result<bool, Error> {
    let values = (session.id, session.guild_id, user);
    Ok(tx.query(REMOVE_RACED, values).execute().await? > 0)
}

/// Of whom something is recorded, and whether it is only that they raced.
pub(crate) async fn raced<'s>(
    from: impl Source<'s>,
    guild: GuildId,
    session: AttendanceSessionId,
) -> Result<Vec<(UserId, bool)>, Error> {
    from.query(RACED, (session, guild)).all().await
}

pub(crate) async fn delete(
    tx: &mut Transaction,
    guild: GuildId,
    session: AttendanceSessionId,
    user: UserId,
) -> Result<bool, Error> {
    let values = (session, guild, user);
    Ok(tx.query(DELETE, values).execute().await? > 0)
}

pub(crate) async fn lookup<'s>(
    from: impl Source<'s>,
    guild: GuildId,
    session: AttendanceSessionId,
    user: UserId,
) -> Result<Option<AttendanceRecord>, Error> {
    let values = (session, guild, user);
    from.query(LOOKUP, values).optional().await
}

/// Those of a session, some at a time.
pub(crate) async fn of_session<'s>(
    from: impl Source<'s>,
    guild: GuildId,
    session: AttendanceSessionId,
    after: i64,
    limit: i64,
) -> Result<Vec<AttendanceRecord>, Error> {
    let values = (session, guild, after, limit);
    from.query(OF_SESSION, values).all().await
}

/// Everything of a member.
pub(crate) async fn of_member(
    db: &Database,
    guild: GuildId,
    user: UserId,
) -> Result<Vec<AttendanceRecord>, Error> {
    db.query(OF_MEMBER, (guild, user)).all().await
}

pub(crate) async fn erase(tx: &mut Transaction, guild: GuildId, user: UserId) -> Result<(), Error> {
    tx.query(ERASE, (guild, user)).done().await
}
