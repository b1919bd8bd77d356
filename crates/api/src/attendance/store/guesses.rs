//! Wrong codes, counted by the minute.

use crate::db::{Database, Error, Source, Transaction, insert, record, select};
use crate::page::PageRequest;
use paddock_api_types::attendance::{OwnWrongCodes, WrongCodes};
use paddock_api_types::{AttendanceSessionId, GuildId, UserId};

const COUNT: &str = "SELECT wrong - forgiven FROM attendance_guesses \
     WHERE session_id = ? AND guild_id = ? AND user_id = ? AND minute = ?";
const ADD: &str = "UPDATE attendance_guesses SET wrong = wrong + 1, last_at = ? \
     WHERE session_id = ? AND guild_id = ? AND user_id = ? AND minute = ?";
const FORGIVE: &str = "UPDATE attendance_guesses SET forgiven = wrong \
     WHERE session_id = ? AND guild_id = ? AND user_id = ? AND minute = ?";
const LIST: &str = select!(
    WrongCodes,
    "WHERE session_id = ? AND guild_id = ? AND user_id > ? \
     GROUP BY user_id ORDER BY user_id LIMIT ?"
);
const OF_MEMBER: &str = select!(
    OwnWrongCodes,
    "WHERE guild_id = ? AND user_id = ? GROUP BY session_id ORDER BY session_id"
);
const ERASE: &str = "DELETE FROM attendance_guesses WHERE guild_id = ? AND user_id = ?";

/// A member's minute in a session.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Minute {
    pub(crate) session: AttendanceSessionId,
    pub(crate) guild: GuildId,
    pub(crate) user: UserId,
    /// Since 1970.
    pub(crate) number: i64,
}

record! { WrongCodes from attendance_guesses {
    user_id, count: "CAST(SUM(wrong) AS SIGNED)", last_at: "MAX(last_at)",
} }
record! { OwnWrongCodes from attendance_guesses {
    session_id, count: "CAST(SUM(wrong) AS SIGNED)", last_at: "MAX(last_at)",
} }

/// Those of a minute since the last right code.
pub(crate) async fn count<'s>(from: impl Source<'s>, of: Minute) -> Result<u32, Error> {
    let values = (of.session, of.guild, of.user, of.number);
    let wrong: Option<u32> = from.query(COUNT, values).optional_scalar().await?;
    Ok(wrong.unwrap_or(0))
}

/// One more, counted first, so that another guess at the same time waits here.
pub(crate) async fn add(tx: &mut Transaction, of: Minute, at: i64) -> Result<(), Error> {
    let values = (at, of.session, of.guild, of.user, of.number);
    if tx.query(ADD, values).execute().await? == 0 {
        let row = insert!(attendance_guesses {
            session_id: of.session,
            user_id: of.user,
            minute: of.number,
            guild_id: of.guild,
            wrong: 1_i64,
            last_at: at,
        });
        tx.create(row).await?;
    }
    Ok(())
}

/// After a right code: those before it ask for no pause any more. They stay counted for who reads them.
pub(crate) async fn end_pause(db: &Database, of: Minute) -> Result<(), Error> {
    let values = (of.session, of.guild, of.user, of.number);
    db.write(FORGIVE, values).done().await
}

/// Who guessed in a session.
pub(crate) async fn list(
    db: &Database,
    guild: GuildId,
    session: AttendanceSessionId,
    page: PageRequest<1>,
) -> Result<Vec<WrongCodes>, Error> {
    let values = (session, guild, page.after_id(), page.rows());
    db.query(LIST, values).all().await
}

/// Everything of a member.
pub(crate) async fn of_member(
    db: &Database,
    guild: GuildId,
    user: UserId,
) -> Result<Vec<OwnWrongCodes>, Error> {
    db.query(OF_MEMBER, (guild, user)).all().await
}

pub(crate) async fn erase(tx: &mut Transaction, guild: GuildId, user: UserId) -> Result<(), Error> {
    tx.query(ERASE, (guild, user)).done().await
}
