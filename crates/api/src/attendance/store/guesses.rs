//! Wrong codes, counted by the minute.

use crate::db::{Database, Error, Source, Transaction, stored_id, stored_time};
use crate::page::PageRequest;
use paddock_api_types::attendance::{OwnWrongCodes, WrongCodes};
use paddock_api_types::{AttendanceSessionId, GuildId, UserId};

const COUNT: &str = "SELECT wrong FROM attendance_guesses \
     WHERE session_id = ? AND guild_id = ? AND user_id = ? AND minute = ?";
const ADD: &str = "UPDATE attendance_guesses SET wrong = wrong + 1, last_at = ? \
     WHERE session_id = ? AND guild_id = ? AND user_id = ? AND minute = ?";
const FIRST: &str = "INSERT INTO attendance_guesses (last_at, session_id, user_id, minute, \
     guild_id, wrong) VALUES (?, ?, ?, ?, ?, 1)";
const LIST: &str = "SELECT user_id, CAST(SUM(wrong) AS SIGNED) AS wrong, MAX(last_at) AS last_at \
     FROM attendance_guesses WHERE session_id = ? AND guild_id = ? AND user_id > ? \
     GROUP BY user_id ORDER BY user_id LIMIT ?";
const OF_MEMBER: &str = "SELECT session_id, CAST(SUM(wrong) AS SIGNED) AS wrong, \
     MAX(last_at) AS last_at FROM attendance_guesses WHERE guild_id = ? AND user_id = ? \
     GROUP BY session_id ORDER BY session_id";
const FORGET: &str = "DELETE FROM attendance_guesses WHERE guild_id = ? AND user_id = ?";

/// A member's minute in a session.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Minute {
    pub(crate) session: AttendanceSessionId,
    pub(crate) guild: GuildId,
    pub(crate) user: UserId,
    /// Since 1970.
    pub(crate) number: i64,
}

pub(crate) async fn count<'s>(from: impl Source<'s>, of: Minute) -> Result<u32, Error> {
    let query = from
        .query(COUNT)
        .bind(of.session.get())
        .bind(of.guild.get());
    let query = query.bind(of.user.get()).bind(of.number);
    let row: Option<(i64,)> = query.fetch_optional().await?;
    Ok(row.map_or(0, |(wrong,)| u32::try_from(wrong).unwrap_or(u32::MAX)))
}

/// One more, counted first, so that whoever guesses at the same time waits here.
pub(crate) async fn add(tx: &mut Transaction, of: Minute, at: i64) -> Result<(), Error> {
    let query = tx.run(ADD).bind(at).bind(of.session.get());
    let query = query.bind(of.guild.get());
    if query.bind(of.user.get()).bind(of.number).execute().await? == 0 {
        let query = tx.run(FIRST).bind(at).bind(of.session.get());
        let query = query.bind(of.user.get()).bind(of.number);
        let query = query.bind(of.guild.get());
        query.execute().await.map_err(Error::id_collision)?;
    }
    Ok(())
}

/// Who guessed in a session.
pub(crate) async fn list(
    db: &Database,
    guild: GuildId,
    session: AttendanceSessionId,
    page: PageRequest<1>,
) -> Result<Vec<WrongCodes>, Error> {
    let after = page.after.map_or(0, |[user]| user);
    let query = db.read(LIST).bind(session.get()).bind(guild.get());
    let rows: Vec<(i64, i64, i64)> = query.bind(after).bind(page.rows()).fetch_all().await?;
    rows.into_iter()
        .map(|(user, wrong, last_at)| {
            Ok(WrongCodes {
                user_id: stored_id("attendance_guesses.user_id", user)?,
                count: u32::try_from(wrong).unwrap_or(u32::MAX),
                last_at: stored_time("attendance_guesses.last_at", last_at)?,
            })
        })
        .collect()
}

/// Everything of a member.
pub(crate) async fn of_member(
    db: &Database,
    guild: GuildId,
    user: UserId,
) -> Result<Vec<OwnWrongCodes>, Error> {
    let query = db.read(OF_MEMBER).bind(guild.get()).bind(user.get());
    let rows: Vec<(i64, i64, i64)> = query.fetch_all().await?;
    rows.into_iter()
        .map(|(session, wrong, last_at)| {
            Ok(OwnWrongCodes {
                session_id: stored_id("attendance_guesses.session_id", session)?,
                count: u32::try_from(wrong).unwrap_or(u32::MAX),
                last_at: stored_time("attendance_guesses.last_at", last_at)?,
            })
        })
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
