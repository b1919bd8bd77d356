//! Sessions.

use super::{changed, optional_id, optional_small, optional_time, small};
use crate::attendance::model::Session;
use crate::attendance::model::codes::Rotation;
use crate::db::{Database, Error, Source, Transaction, stored_id, stored_time};
use crate::page::PageRequest;
use paddock_api_types::attendance::{AttendanceCounts, AttendanceStatus};
use paddock_api_types::{AttendanceSessionId, ChannelId, GuildId, RoleId, Timestamp, UserId};
use std::collections::BTreeMap;

macro_rules! select_sessions {
    ($rest:literal) => {
        concat!(
            "SELECT s.session_id, s.guild_id, s.title, s.channel_id, s.display_channel_id, s.role_id, \
             s.voice_channel_id, s.secret, s.code_length, s.interval_seconds, s.interval_from, \
             s.former_seconds, s.former_from, s.grace_seconds, s.late_after_minutes, s.opened_by, \
             s.opened_at, s.closes_at, s.closed_at, s.closed_by, s.display_message_id, s.version \
             FROM attendance_sessions s ",
            $rest
        )
    };
}
pub(super) use select_sessions;

const LOOKUP: &str = select_sessions!("WHERE s.session_id = ? AND s.guild_id = ?");
const OPEN_IN: &str = select_sessions!("WHERE s.guild_id = ? AND s.open_channel_id = ?");
const OPEN_ANYWHERE: &str = "SELECT open_channel_id FROM attendance_sessions \
     WHERE guild_id = ? AND open_channel_id IS NOT NULL ORDER BY open_channel_id LIMIT 1";
const LIST: &str = select_sessions!(
    "WHERE s.guild_id = ? AND s.session_id < ? ORDER BY s.session_id DESC LIMIT ?"
);
// Few are open of many: found by their channels, and then sorted. The sign keeps SQLite from going
// through all of the guild's in order.
const LIST_OPEN: &str = select_sessions!(
    "WHERE s.guild_id = ? AND +s.session_id < ? AND s.open_channel_id > 0 \
     ORDER BY s.session_id DESC LIMIT ?"
);
const LIST_CLOSED: &str = select_sessions!(
    "WHERE s.guild_id = ? AND s.session_id < ? AND s.closed_at IS NOT NULL \
     ORDER BY s.session_id DESC LIMIT ?"
);
const NEXT: &str = "SELECT session_id FROM attendance_sessions \
     WHERE guild_id = ? AND session_id > ? ORDER BY session_id LIMIT 1";
const DUE: &str = select_sessions!(
    "WHERE s.closed_at IS NULL AND s.closes_at <= ? ORDER BY s.closes_at LIMIT 100"
);
const INSERT: &str = "INSERT INTO attendance_sessions (title, open_channel_id, voice_channel_id, \
     interval_seconds, interval_from, former_seconds, former_from, closes_at, closed_at, \
     closed_by, credits_due, session_id, guild_id, version, channel_id, display_channel_id, role_id, secret, \
     code_length, grace_seconds, late_after_minutes, opened_by, opened_at, shown) \
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, TRUE)";
const UPDATE: &str = "UPDATE attendance_sessions SET title = ?, open_channel_id = ?, \
     voice_channel_id = ?, interval_seconds = ?, interval_from = ?, former_seconds = ?, \
     former_from = ?, closes_at = ?, closed_at = ?, closed_by = ?, credits_due = ?, \
     version = version + 1 WHERE session_id = ? AND guild_id = ? AND version = ?";
const TOUCH: &str = "UPDATE attendance_sessions SET version = version + 1 \
     WHERE session_id = ? AND guild_id = ? AND version = ?";
const COUNTS: &str = "SELECT r.session_id, r.status, COUNT(*) AS count FROM attendance_sessions s \
     JOIN attendance_records r ON r.session_id = s.session_id AND r.guild_id = s.guild_id \
     WHERE s.guild_id = ? AND s.session_id >= ? AND s.session_id <= ? \
     AND (? OR s.closed_at IS NULL) GROUP BY r.session_id, r.status";
const MISSING: &str = "SELECT e.session_id, 'missing' AS status, COUNT(*) AS count \
     FROM attendance_sessions s JOIN attendance_expected e ON e.session_id = s.session_id \
     AND e.guild_id = s.guild_id LEFT JOIN attendance_records r \
     ON r.session_id = e.session_id AND r.user_id = e.user_id AND r.guild_id = e.guild_id \
     WHERE s.guild_id = ? AND s.session_id >= ? AND s.session_id <= ? \
     AND (? OR s.closed_at IS NULL) AND r.user_id IS NULL GROUP BY e.session_id";

#[derive(sqlx::FromRow)]
pub(super) struct SessionRow {
    session_id: i64,
    guild_id: i64,
    title: Option<String>,
    channel_id: i64,
    display_channel_id: i64,
    role_id: Option<i64>,
    voice_channel_id: Option<i64>,
    secret: String,
    code_length: i64,
    interval_seconds: i64,
    interval_from: i64,
    former_seconds: Option<i64>,
    former_from: Option<i64>,
    grace_seconds: i64,
    late_after_minutes: Option<i64>,
    opened_by: i64,
    opened_at: i64,
    closes_at: Option<i64>,
    closed_at: Option<i64>,
    closed_by: Option<i64>,
    display_message_id: Option<i64>,
    version: i64,
}

pub(crate) async fn lookup<'s>(
    from: impl Source<'s>,
    guild: GuildId,
    id: AttendanceSessionId,
) -> Result<Option<Session>, Error> {
    let query = from.query(LOOKUP).bind(id.get()).bind(guild.get());
    let row: Option<SessionRow> = query.fetch_optional().await?;
    row.map(TryInto::try_into).transpose()
}

/// The session that is open in a channel.
pub(crate) async fn open_in<'s>(
    from: impl Source<'s>,
    guild: GuildId,
    channel: ChannelId,
) -> Result<Option<Session>, Error> {
    let query = from.query(OPEN_IN).bind(guild.get()).bind(channel.get());
    let row: Option<SessionRow> = query.fetch_optional().await?;
    row.map(TryInto::try_into).transpose()
}

/// A channel in which a session is open.
pub(crate) async fn open_anywhere(
    db: &Database,
    guild: GuildId,
) -> Result<Option<ChannelId>, Error> {
    let query = db.read(OPEN_ANYWHERE).bind(guild.get());
    let row: Option<(i64,)> = query.fetch_optional().await?;
    row.map(|(id,)| stored_id("attendance_sessions.open_channel_id", id))
        .transpose()
}

/// Sessions, newest first.
pub(crate) async fn list(
    db: &Database,
    guild: GuildId,
    open: Option<bool>,
    page: PageRequest<1>,
) -> Result<Vec<Session>, Error> {
    let sql = match open {
        None => LIST,
        Some(true) => LIST_OPEN,
        Some(false) => LIST_CLOSED,
    };
    let before = page.after.map_or(i64::MAX, |[id]| id);
    let query = db.read(sql).bind(guild.get()).bind(before);
    read(query.bind(page.rows()).fetch_all().await?)
}

/// The oldest session after one. A file goes on from session to session, because MariaDB reads
/// records of many sessions in order only by sorting all of them.
pub(crate) async fn next(
    db: &Database,
    guild: GuildId,
    after: i64,
) -> Result<Option<AttendanceSessionId>, Error> {
    let query = db.read(NEXT).bind(guild.get()).bind(after);
    let row: Option<(i64,)> = query.fetch_optional().await?;
    row.map(|(id,)| stored_id("attendance_sessions.session_id", id))
        .transpose()
}

/// Sessions of every guild whose time is over.
pub(crate) async fn due(db: &Database, at: i64) -> Result<Vec<Session>, Error> {
    read(db.read(DUE).bind(at).fetch_all().await?)
}

pub(super) fn read(rows: Vec<SessionRow>) -> Result<Vec<Session>, Error> {
    rows.into_iter().map(TryInto::try_into).collect()
}

/// A new session. Another one that is open in the same channel is a conflict of the unique key.
pub(crate) async fn insert(tx: &mut Transaction, session: &Session) -> Result<(), Error> {
    let query = bind_changing(tx.run(INSERT), session)
        .bind(session.id.get())
        .bind(session.guild_id.get())
        .bind(session.version)
        .bind(session.channel_id.get())
        .bind(session.display_channel_id.get())
        .bind(session.role_id.map(RoleId::get))
        .bind(session.secret.clone())
        .bind(i64::from(session.code_length))
        .bind(i64::from(session.grace_seconds))
        .bind(session.late_after_minutes.map(i64::from))
        .bind(session.opened_by.get())
        .bind(session.opened_at.as_millisecond());
    // Run again, the transaction reads which session took the channel.
    query.execute().await.map(drop).map_err(Error::id_collision)
}

/// What may change of a session that was read before.
pub(crate) async fn update(tx: &mut Transaction, session: &Session) -> Result<(), Error> {
    let query = bind_changing(tx.run(UPDATE), session)
        .bind(session.id.get())
        .bind(session.guild_id.get())
        .bind(session.version);
    changed(query.execute().await?)
}

/// Claims a session for a decision that rests on its being as it was read: whoever changes it at the
/// same time waits, or has this run again.
pub(crate) async fn touch(tx: &mut Transaction, session: &Session) -> Result<(), Error> {
    let query = tx
        .run(TOUCH)
        .bind(session.id.get())
        .bind(session.guild_id.get());
    changed(query.bind(session.version).execute().await?)
}

fn bind_changing<'c>(query: crate::db::Query<'c>, session: &Session) -> crate::db::Query<'c> {
    let closed = session.closed_at.is_some();
    let open_channel = (!closed).then_some(session.channel_id.get());
    let former = session.rotation.former;
    query
        .bind(session.title.clone())
        .bind(open_channel)
        .bind(session.voice_channel_id.map(ChannelId::get))
        .bind(i64::from(session.rotation.seconds))
        .bind(session.rotation.from)
        .bind(former.map(|(seconds, _)| i64::from(seconds)))
        .bind(former.map(|(_, from)| from))
        .bind(session.closes_at.map(Timestamp::as_millisecond))
        .bind(session.closed_at.map(Timestamp::as_millisecond))
        .bind(session.closed_by.map(UserId::get))
        .bind(closed)
}

/// How the members of these sessions attended.
pub(crate) async fn counts(
    db: &Database,
    guild: GuildId,
    sessions: &[Session],
) -> Result<BTreeMap<AttendanceSessionId, AttendanceCounts>, Error> {
    let ids = || sessions.iter().map(|session| session.id.get());
    let (Some(first), Some(last)) = (ids().min(), ids().max()) else {
        return Ok(BTreeMap::new());
    };
    // A year of closed sessions may lie between two that are open.
    let closed_too = sessions.iter().any(|session| session.closed_at.is_some());
    let mut counts: BTreeMap<_, AttendanceCounts> = BTreeMap::new();
    for sql in [COUNTS, MISSING] {
        let query = db.read(sql).bind(guild.get()).bind(first).bind(last);
        let rows: Vec<(i64, String, i64)> = query.bind(closed_too).fetch_all().await?;
        for (id, status, count) in rows {
            let id = stored_id("attendance_records.session_id", id)?;
            let count = u32::try_from(count).unwrap_or(u32::MAX);
            let of = counts.entry(id).or_default();
            if status == "missing" {
                of.missing = count;
                continue;
            }
            match crate::db::stored_name("attendance_records.status", status)? {
                AttendanceStatus::Present => of.present = count,
                AttendanceStatus::Late => of.late = count,
                AttendanceStatus::Excused => of.excused = count,
                AttendanceStatus::Absent => of.absent = count,
            }
        }
    }
    Ok(counts)
}

impl TryFrom<SessionRow> for Session {
    type Error = Error;

    fn try_from(row: SessionRow) -> Result<Self, Error> {
        let former_seconds: Option<u16> =
            optional_small("attendance_sessions.former_seconds", row.former_seconds)?;
        Ok(Self {
            id: stored_id("attendance_sessions.session_id", row.session_id)?,
            guild_id: stored_id("attendance_sessions.guild_id", row.guild_id)?,
            title: row.title,
            channel_id: stored_id("attendance_sessions.channel_id", row.channel_id)?,
            display_channel_id: stored_id(
                "attendance_sessions.display_channel_id",
                row.display_channel_id,
            )?,
            role_id: optional_id("attendance_sessions.role_id", row.role_id)?,
            voice_channel_id: optional_id(
                "attendance_sessions.voice_channel_id",
                row.voice_channel_id,
            )?,
            secret: row.secret,
            code_length: small("attendance_sessions.code_length", row.code_length)?,
            rotation: Rotation {
                seconds: small("attendance_sessions.interval_seconds", row.interval_seconds)?,
                from: row.interval_from,
                former: former_seconds.zip(row.former_from),
            },
            grace_seconds: small("attendance_sessions.grace_seconds", row.grace_seconds)?,
            late_after_minutes: optional_small(
                "attendance_sessions.late_after_minutes",
                row.late_after_minutes,
            )?,
            opened_by: stored_id("attendance_sessions.opened_by", row.opened_by)?,
            opened_at: stored_time("attendance_sessions.opened_at", row.opened_at)?,
            closes_at: optional_time("attendance_sessions.closes_at", row.closes_at)?,
            closed_at: optional_time("attendance_sessions.closed_at", row.closed_at)?,
            closed_by: optional_id("attendance_sessions.closed_by", row.closed_by)?,
            display_message_id: optional_id(
                "attendance_sessions.display_message_id",
                row.display_message_id,
            )?,
            version: row.version,
        })
    }
}
