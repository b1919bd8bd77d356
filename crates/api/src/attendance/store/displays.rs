//! Messages that show codes.

use super::sessions::{SessionRow, read, select_sessions};
use crate::attendance::model::Session;
use crate::db::{Database, Error};
use paddock_api_types::{AttendanceSessionId, GuildId, MessageId};

// The newest: sessions that nobody ever closes hide no others.
const ALL: &str = select_sessions!("WHERE s.shown = TRUE ORDER BY s.session_id DESC LIMIT 500");
const SET: &str = "UPDATE attendance_sessions SET display_message_id = ? \
     WHERE session_id = ? AND guild_id = ?";
const CLEAR: &str = "UPDATE attendance_sessions SET display_message_id = NULL, \
     shown = CASE WHEN closed_at IS NOT NULL OR closes_at <= ? THEN FALSE ELSE shown END \
     WHERE session_id = ? AND guild_id = ?";

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

/// No message shows the code. Of a session that is over, nothing is left to show.
pub(crate) async fn clear(
    db: &Database,
    guild: GuildId,
    session: AttendanceSessionId,
    at: i64,
) -> Result<bool, Error> {
    let query = db.write(CLEAR).bind(at);
    let query = query.bind(session.get()).bind(guild.get());
    Ok(query.execute().await? > 0)
}
