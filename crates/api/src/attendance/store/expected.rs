//! Who is expected in a session.

use crate::attendance::model::Session;
use crate::db::{
    Database, Encode as _, Error, FIFTY_KEYS, Reading, Selected as _, Source, Transaction, fifties,
    insert, record, select, sql,
};
use crate::page::PageRequest;
use jiff::Timestamp;
use paddock_api_types::attendance::MissingMember;
use paddock_api_types::{AttendanceSessionId, GuildId, UserId};

// The sign before the guild keeps SQLite from going through all of that guild's rows instead of
// the few of a session; here as in the stores beside.
const CLEAR: &str = "DELETE FROM attendance_expected WHERE session_id = ? AND +guild_id = ?";
const REMOVE: &str =
    "DELETE FROM attendance_expected WHERE session_id = ? AND guild_id = ? AND user_id = ?";
const MISSING: &str = select!(
    MissingMember,
    "WHERE attendance_expected.session_id = ? AND +attendance_expected.guild_id = ? \
     AND attendance_expected.user_id > ? AND attendance_records.user_id IS NULL \
     ORDER BY attendance_expected.user_id LIMIT ?"
);
const MISSING_OF: &str = sql!(
    "SELECT ",
    MissingMember::COLUMNS,
    " FROM ",
    MissingMember::FROM,
    " WHERE attendance_expected.session_id = ? AND +attendance_expected.guild_id = ? \
     AND attendance_records.user_id IS NULL AND attendance_expected.user_id IN (",
    FIFTY_KEYS,
    ") ORDER BY attendance_expected.user_id"
);
const MISSED: &str = sql!(
    "SELECT ",
    Missed::COLUMNS,
    " FROM ",
    Missed::FROM,
    " WHERE attendance_expected.guild_id = ? AND attendance_sessions.opened_at >= ? \
     AND attendance_sessions.opened_at <= ? AND attendance_records.user_id IS NULL \
     AND attendance_expected.user_id IN (",
    FIFTY_KEYS,
    ") ORDER BY attendance_expected.user_id, attendance_expected.session_id"
);
const OF_MEMBER: &str = "SELECT session_id FROM attendance_expected \
     WHERE guild_id = ? AND user_id = ? ORDER BY session_id";
const ERASE: &str = "DELETE FROM attendance_expected WHERE guild_id = ? AND user_id = ?";

record! { MissingMember from attendance_expected {
    user_id, display_name: "members.display_name", external_id: "members.external_id",
    excused: "FALSE",
}
    "LEFT JOIN attendance_records \
         ON attendance_records.session_id = attendance_expected.session_id \
         AND attendance_records.user_id = attendance_expected.user_id \
         AND attendance_records.guild_id = attendance_expected.guild_id \
     LEFT JOIN members ON members.guild_id = attendance_expected.guild_id \
         AND members.user_id = attendance_expected.user_id"
}

/// A session in which somebody was expected, without a record of them.
#[derive(Debug)]
pub(crate) struct Missed {
    pub(crate) user_id: UserId,
    pub(crate) session_id: AttendanceSessionId,
    pub(crate) opened_at: Timestamp,
    pub(crate) closed_at: Option<Timestamp>,
}

record! { Missed from attendance_expected {
    user_id, session_id, opened_at: "attendance_sessions.opened_at",
    closed_at: "attendance_sessions.closed_at",
}
    "JOIN attendance_sessions \
         ON attendance_sessions.session_id = attendance_expected.session_id \
         AND attendance_sessions.guild_id = attendance_expected.guild_id \
     LEFT JOIN attendance_records \
         ON attendance_records.session_id = attendance_expected.session_id \
         AND attendance_records.user_id = attendance_expected.user_id \
         AND attendance_records.guild_id = attendance_expected.guild_id"
}

/// Removes all who were expected.
pub(crate) async fn clear(tx: &mut Transaction, session: &Session) -> Result<(), Error> {
    let values = (session.id, session.guild_id);
    tx.query(CLEAR, values).done().await
}

/// Expects a member, who may be expected already; fails with `Conflict` if another transaction has
/// just said the same.
pub(crate) async fn add(
    tx: &mut Transaction,
    session: &Session,
    user: UserId,
) -> Result<(), Error> {
    let values = (session.id, session.guild_id, user);
    tx.query(REMOVE, values).done().await?;
    let row = insert!(attendance_expected {
        session_id: session.id,
        user_id: user,
        guild_id: session.guild_id,
    });
    tx.create(row).await
}

/// Who is expected and has no record.
pub(crate) async fn missing(
    db: &Database,
    session: &Session,
    page: PageRequest<1>,
) -> Result<Vec<MissingMember>, Error> {
    let values = (session.id, session.guild_id, page.after_id(), page.rows());
    db.query(MISSING, values).all().await
}

/// Those of these users who are expected and have no record.
pub(crate) async fn missing_of(
    from: &mut Reading<'_>,
    session: &Session,
    users: &[i64],
) -> Result<Vec<MissingMember>, Error> {
    let mut missing = Vec::new();
    for batch in fifties(users) {
        let key = [session.id.encode(), session.guild_id.encode()];
        let values: Vec<_> = key.into_iter().chain(batch).collect();
        missing.extend(
            from.query(MISSING_OF, values)
                .all::<MissingMember>()
                .await?,
        );
    }
    Ok(missing)
}

/// Which sessions these users missed of those that were opened during a time, whose end belongs to it.
pub(crate) async fn missed(
    db: &Database,
    guild: GuildId,
    (from, to): (Timestamp, Timestamp),
    users: &[i64],
) -> Result<Vec<Missed>, Error> {
    let mut missed = Vec::new();
    for batch in fifties(users) {
        let key = [guild.encode(), from.encode(), to.encode()];
        let values: Vec<_> = key.into_iter().chain(batch).collect();
        missed.extend(db.query(MISSED, values).all::<Missed>().await?);
    }
    Ok(missed)
}

/// Where a member was expected.
pub(crate) async fn of_member(
    db: &Database,
    guild: GuildId,
    user: UserId,
) -> Result<Vec<AttendanceSessionId>, Error> {
    db.query(OF_MEMBER, (guild, user)).scalars().await
}

pub(crate) async fn erase(tx: &mut Transaction, guild: GuildId, user: UserId) -> Result<(), Error> {
    tx.query(ERASE, (guild, user)).done().await
}
