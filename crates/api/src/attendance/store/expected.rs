//! Who is expected in a session.

use crate::attendance::model::Session;
use crate::db::{Database, Error, Transaction, stored_id};
use crate::page::PageRequest;
use paddock_api_types::attendance::MissingMember;
use paddock_api_types::{AttendanceSessionId, GuildId, UserId};

const CLEAR: &str = "DELETE FROM attendance_expected WHERE session_id = ? AND guild_id = ?";
const REMOVE: &str =
    "DELETE FROM attendance_expected WHERE session_id = ? AND guild_id = ? AND user_id = ?";
const INSERT: &str =
    "INSERT INTO attendance_expected (session_id, user_id, guild_id) VALUES (?, ?, ?)";
const MISSING: &str = "SELECT e.user_id, m.display_name, m.external_id \
     FROM attendance_expected e \
     LEFT JOIN attendance_records r \
     ON r.session_id = e.session_id AND r.user_id = e.user_id AND r.guild_id = e.guild_id \
     LEFT JOIN members m ON m.guild_id = e.guild_id AND m.user_id = e.user_id \
     WHERE e.session_id = ? AND e.guild_id = ? AND e.user_id > ? AND r.user_id IS NULL \
     ORDER BY e.user_id LIMIT ?";
const OF_MEMBER: &str = "SELECT session_id FROM attendance_expected \
     WHERE guild_id = ? AND user_id = ? ORDER BY session_id";
const FORGET: &str = "DELETE FROM attendance_expected WHERE guild_id = ? AND user_id = ?";

/// Forgets who was expected.
pub(crate) async fn clear(tx: &mut Transaction, session: &Session) -> Result<(), Error> {
    let query = tx.run(CLEAR).bind(session.id.get());
    let query = query.bind(session.guild_id.get());
    query.execute().await.map(drop)
}

/// Expects somebody, who may be expected already.
pub(crate) async fn add(
    tx: &mut Transaction,
    session: &Session,
    user: UserId,
) -> Result<(), Error> {
    let query = tx.run(REMOVE).bind(session.id.get());
    let query = query.bind(session.guild_id.get()).bind(user.get());
    query.execute().await?;
    let query = tx.run(INSERT).bind(session.id.get()).bind(user.get());
    let query = query.bind(session.guild_id.get());
    // Somebody else has just said the same.
    query.execute().await.map(drop).map_err(Error::id_collision)
}

/// Who is expected and has no record.
pub(crate) async fn missing(
    db: &Database,
    session: &Session,
    page: PageRequest<1>,
) -> Result<Vec<MissingMember>, Error> {
    let after = page.after.map_or(0, |[user]| user);
    let query = db.read(MISSING).bind(session.id.get());
    let query = query.bind(session.guild_id.get());
    let query = query.bind(after).bind(page.rows());
    let rows: Vec<(i64, Option<String>, Option<String>)> = query.fetch_all().await?;
    rows.into_iter()
        .map(|(user, display_name, external_id)| {
            Ok(MissingMember {
                user_id: stored_id("attendance_expected.user_id", user)?,
                display_name,
                external_id,
            })
        })
        .collect()
}

/// Where a member was expected.
pub(crate) async fn of_member(
    db: &Database,
    guild: GuildId,
    user: UserId,
) -> Result<Vec<AttendanceSessionId>, Error> {
    let query = db.read(OF_MEMBER).bind(guild.get()).bind(user.get());
    let rows: Vec<(i64,)> = query.fetch_all().await?;
    rows.into_iter()
        .map(|(session,)| stored_id("attendance_expected.session_id", session))
        .collect()
}

pub(crate) async fn forget(
    tx: &mut Transaction,
    guild: GuildId,
    user: UserId,
) -> Result<(), Error> {
    let query = tx.run(FORGET).bind(guild.get()).bind(user.get());
    query.execute().await.map(drop)
}
