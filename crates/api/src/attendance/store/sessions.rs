//! Sessions.

use crate::attendance::model::Session;
use crate::attendance::model::codes::Rotation;
use crate::db::{
    Database, Error, Record, Row, Selected, Source, Transaction, changed, names, record, save,
    select, sql,
};
use crate::page::PageRequest;
use jiff::Timestamp;
use paddock_api_types::attendance::{AttendanceCounts, AttendanceStatus};
use paddock_api_types::{AttendanceSessionId, ChannelId, GuildId, UserId};
use std::collections::BTreeMap;

const LOOKUP: &str = select!(Session, "WHERE session_id = ? AND guild_id = ?");
const OPEN_IN: &str = select!(Session, "WHERE guild_id = ? AND open_channel_id = ?");
const ATTEMPT: &str = sql!(
    "SELECT ",
    Attempt::COLUMNS,
    ", asked.n FROM attendance_sessions \
     JOIN (SELECT 0 AS n, ? AS guild_id, ? AS session_id, ? AS user_id, ? AS minute) AS asked \
     ON asked.guild_id = attendance_sessions.guild_id \
     AND asked.session_id = attendance_sessions.session_id ",
    JOIN_GUESSES
);
const ATTEMPT_IN: &str = sql!(
    "SELECT ",
    Attempt::COLUMNS,
    ", asked.n FROM attendance_sessions \
     JOIN (SELECT 0 AS n, ? AS guild_id, ? AS channel_id, ? AS user_id, ? AS minute) AS asked \
     ON asked.guild_id = attendance_sessions.guild_id \
     AND asked.channel_id = attendance_sessions.open_channel_id ",
    JOIN_GUESSES
);
const JOIN_GUESSES: &str = "LEFT JOIN attendance_guesses \
     ON attendance_guesses.session_id = attendance_sessions.session_id \
     AND attendance_guesses.guild_id = attendance_sessions.guild_id \
     AND attendance_guesses.user_id = asked.user_id AND attendance_guesses.minute = asked.minute";
const OPEN_ANYWHERE: &str = "SELECT open_channel_id FROM attendance_sessions \
     WHERE guild_id = ? AND open_channel_id IS NOT NULL ORDER BY open_channel_id LIMIT 1";
const LIST: &str = select!(
    Session,
    "WHERE guild_id = ? AND session_id < ? ORDER BY session_id DESC LIMIT ?"
);
// Few are open of many: found by their channels, and then sorted. The sign keeps SQLite from going
// through all of the guild's in order.
const LIST_OPEN: &str = select!(
    Session,
    "WHERE guild_id = ? AND +session_id < ? AND open_channel_id > 0 \
     ORDER BY session_id DESC LIMIT ?"
);
const LIST_CLOSED: &str = select!(
    Session,
    "WHERE guild_id = ? AND session_id < ? AND closed_at IS NOT NULL \
     ORDER BY session_id DESC LIMIT ?"
);
const NEXT: &str = "SELECT session_id FROM attendance_sessions \
     WHERE guild_id = ? AND session_id > ? ORDER BY session_id LIMIT 1";
const DUE: &str = select!(
    Session,
    "WHERE closed_at IS NULL AND closes_at <= ? ORDER BY closes_at, session_id LIMIT 100"
);
const EXPECTING: &str = select!(
    Session,
    "WHERE guild_id = ? AND opened_at >= ? AND opened_at < ? AND session_id IN \
     (SELECT session_id FROM attendance_expected WHERE guild_id = ? AND user_id = ?) \
     ORDER BY session_id"
);
// Of a session that has ended, the message that says so follows.
const TOUCH: &str = "UPDATE attendance_sessions SET version = version + 1, \
     shown = CASE WHEN display_message_id IS NULL THEN shown ELSE TRUE END \
     WHERE session_id = ? AND guild_id = ? AND version = ?";
// The sign before the guild keeps SQLite from going through all that the guild ever recorded.
const COUNTS: &str = "SELECT r.session_id, r.status, COUNT(*) FROM attendance_sessions s \
     JOIN attendance_records r ON r.session_id = s.session_id AND +r.guild_id = s.guild_id \
     WHERE s.guild_id = ? AND s.session_id >= ? AND s.session_id <= ? \
     AND (? OR s.closed_at IS NULL) GROUP BY r.session_id, r.status";
const MISSING: &str = "SELECT e.session_id, COUNT(*) \
     FROM attendance_sessions s JOIN attendance_expected e ON e.session_id = s.session_id \
     AND +e.guild_id = s.guild_id LEFT JOIN attendance_records r \
     ON r.session_id = e.session_id AND r.user_id = e.user_id AND r.guild_id = e.guild_id \
     WHERE s.guild_id = ? AND s.session_id >= ? AND s.session_id <= ? \
     AND (? OR s.closed_at IS NULL) AND r.user_id IS NULL GROUP BY e.session_id";

names!(AttendanceStatus);
record! { Session from attendance_sessions {
    id: session_id, guild_id, title, channel_id, display_channel_id, role_id, voice_channel_id,
    secret, code_length, rotation: (Rotation), grace_seconds, late_after_minutes, opened_by,
    opened_at, closes_at, closed_at, closed_by, display_message_id, end_shown, version,
} }

record! { Attempt from attendance_sessions {
    session: (Session), wrong: "COALESCE(attendance_guesses.wrong - attendance_guesses.forgiven, 0)",
} }

/// What a check-in is judged by, in one read. Its statements join the guesses.
pub(crate) struct Attempt {
    pub(crate) session: Session,
    /// The member's wrong codes in this minute since the last right one.
    pub(crate) wrong: u32,
}

impl Record for Rotation {
    fn read(row: &mut Row<'_>) -> Result<Self, Error> {
        let seconds = row.column(Some("attendance_sessions.interval_seconds"))?;
        let from = row.column(Some("attendance_sessions.interval_from"))?;
        let former: Option<u16> = row.column(Some("attendance_sessions.former_seconds"))?;
        let former_from: Option<i64> = row.column(Some("attendance_sessions.former_from"))?;
        let former = former.zip(former_from);
        Ok(Self {
            seconds,
            from,
            former,
        })
    }
}

impl Selected for Rotation {
    const COLUMNS: &'static str = "attendance_sessions.interval_seconds, \
         attendance_sessions.interval_from, attendance_sessions.former_seconds, \
         attendance_sessions.former_from";
    const FROM: &'static str = "attendance_sessions";
    const WIDTH: usize = 4;
}

pub(crate) async fn lookup<'s>(
    from: impl Source<'s>,
    guild: GuildId,
    id: AttendanceSessionId,
) -> Result<Option<Session>, Error> {
    from.query(LOOKUP, (id, guild)).optional().await
}

/// The session that is open in a channel.
pub(crate) async fn open_in<'s>(
    from: impl Source<'s>,
    guild: GuildId,
    channel: ChannelId,
) -> Result<Option<Session>, Error> {
    from.query(OPEN_IN, (guild, channel)).optional().await
}

/// An attempt of a member, in this minute since 1970, to check in to a session.
pub(crate) async fn attempt(
    db: &Database,
    guild: GuildId,
    id: AttendanceSessionId,
    (user, minute): (UserId, i64),
) -> Result<Option<Attempt>, Error> {
    let values = (guild, id, user, minute);
    db.ask(ATTEMPT, values).optional().await
}

/// The same for the session that is open in a channel.
pub(crate) async fn attempt_in(
    db: &Database,
    guild: GuildId,
    channel: ChannelId,
    (user, minute): (UserId, i64),
) -> Result<Option<Attempt>, Error> {
    let values = (guild, channel, user, minute);
    db.ask(ATTEMPT_IN, values).optional().await
}

/// A channel in which a session is open.
pub(crate) async fn open_anywhere(
    db: &Database,
    guild: GuildId,
) -> Result<Option<ChannelId>, Error> {
    db.query(OPEN_ANYWHERE, (guild,)).optional_scalar().await
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
    let values = (guild, page.before_id(), page.rows());
    db.query(sql, values).all().await
}

/// The oldest session after one. A file goes on from session to session, because MariaDB reads
/// records of many sessions in order only by sorting all of them.
pub(crate) async fn next(
    db: &Database,
    guild: GuildId,
    after: i64,
) -> Result<Option<AttendanceSessionId>, Error> {
    db.query(NEXT, (guild, after)).optional_scalar().await
}

/// Sessions of every guild whose time is over.
pub(crate) async fn due(db: &Database, at: i64) -> Result<Vec<Session>, Error> {
    db.query(DUE, (at,)).all().await
}

/// Sessions in which a member is expected, of those opened during a time, whose end is excluded.
pub(crate) async fn expecting<'s>(
    from: impl Source<'s>,
    guild: GuildId,
    user: UserId,
    (start, end): (Timestamp, Timestamp),
) -> Result<Vec<Session>, Error> {
    let values = (guild, start, end, guild, user);
    from.query(EXPECTING, values).all().await
}

/// A new session. Another one that is open in the same channel is a conflict of the unique key: run
/// again, the transaction reads which session took the channel.
pub(crate) async fn insert(tx: &mut Transaction, session: &Session) -> Result<(), Error> {
    write(tx, session, None).await
}

/// What may change of a session that was read before.
pub(crate) async fn update(tx: &mut Transaction, session: &Session) -> Result<(), Error> {
    write(tx, session, Some(session.version)).await
}

async fn write(tx: &mut Transaction, session: &Session, version: Option<i64>) -> Result<(), Error> {
    let closed = session.closed_at.is_some();
    let Rotation {
        seconds,
        from,
        former,
    } = session.rotation;
    save!(
        tx,
        version,
        attendance_sessions {
            title: session.title,
            open_channel_id: (!closed).then_some(session.channel_id),
            voice_channel_id: session.voice_channel_id,
            interval_seconds: seconds,
            interval_from: from,
            former_seconds: former.map(|(seconds, _)| seconds),
            former_from: former.map(|(_, from)| from),
            closes_at: session.closes_at,
            closed_at: session.closed_at,
            closed_by: session.closed_by,
            credits_due: closed,
        },
        key {
            session_id: session.id,
            guild_id: session.guild_id
        },
        once {
            channel_id: session.channel_id,
            display_channel_id: session.display_channel_id,
            role_id: session.role_id,
            secret: session.secret,
            code_length: session.code_length,
            grace_seconds: session.grace_seconds,
            late_after_minutes: session.late_after_minutes,
            opened_by: session.opened_by,
            opened_at: session.opened_at,
            shown: !closed,
        }
    )
}

/// Claims a session for a change of what belongs to it, which rests on its being as it was read: a
/// transaction that changes it at the same time waits, or has this one run again. Its message shows the
/// change.
pub(crate) async fn touch(tx: &mut Transaction, session: &Session) -> Result<(), Error> {
    let values = (session.id, session.guild_id, session.version);
    changed(tx.query(TOUCH, values).execute().await?)
}

/// How the members of these sessions attended.
pub(crate) async fn counts(
    db: &Database,
    guild: GuildId,
    sessions: &[Session],
) -> Result<BTreeMap<AttendanceSessionId, AttendanceCounts>, Error> {
    let ids = || sessions.iter().map(|session| session.id);
    let (Some(first), Some(last)) = (ids().min(), ids().max()) else {
        return Ok(BTreeMap::new());
    };
    // A year of closed sessions may lie between two that are open.
    let closed_too = sessions.iter().any(|session| session.closed_at.is_some());
    let values = (guild, first, last, closed_too);
    let mut counts: BTreeMap<_, AttendanceCounts> = BTreeMap::new();
    let recorded: Vec<(_, AttendanceStatus, u32)> = db.query(COUNTS, values).all().await?;
    for (id, status, count) in recorded {
        let of = counts.entry(id).or_default();
        match status {
            AttendanceStatus::Present => of.present = count,
            AttendanceStatus::Late => of.late = count,
            AttendanceStatus::Excused => of.excused = count,
            AttendanceStatus::Absent => of.absent = count,
        }
    }
    let missing: Vec<(_, u32)> = db.query(MISSING, values).all().await?;
    for (id, count) in missing {
        counts.entry(id).or_default().missing = count;
    }
    Ok(counts)
}
