//! Messages that show codes.

use super::sessions::{SessionRow, read, select_sessions};
use crate::attendance::model::Session;
use crate::db::{Database, Error};
use paddock_api_types::{AttendanceSessionId, GuildId, MessageId};

const ALL: &str = select_sessions!("WHERE s.shown = TRUE ORDER BY s.session_id LIMIT 500");
const SET: &str = "UPDATE attendance_sessions SET display_message_id = ? \
     WHERE session_id = ? AND guild_id = ?";
const DONE: &str = "UPDATE attendance_sessions SET display_message_id = NULL, shown = FALSE \
     WHERE session_id = ? AND guild_id = ? AND closed_at IS NOT NULL";

/// Sessions of every guild that are open, or whose message does not say yet that they are not.
pub(crate) async fn all(db: &Database) -> Result<Vec<Session>, Error> {
    let rows: Vec<SessionRow> = db.read(ALL).fetch_all().await?;
    read(rows)
}

/// Which message shows the code.
pub(crate) async fn set(
    db: &Database,
    guild: GuildId,
    session: AttendanceSessionId,
    message: MessageId,
) -> Result<bool, Error> {
    let query = db.write(SET).bind(message.get());
    let query = query.bind(session.get()).bind(guild.get());
    Ok(query.execute().await? > 0)
}

/// Nothing is left to show of a session that is closed.
pub(crate) async fn done(
    db: &Database,
    guild: GuildId,
    session: AttendanceSessionId,
) -> Result<bool, Error> {
    let query = db.write(DONE).bind(session.get()).bind(guild.get());
    Ok(query.execute().await? > 0)
}
