//! Messages that show codes.

use crate::attendance::model::Session;
use crate::db::{Database, Error, Source, select, update};
use paddock_api_types::{AttendanceSessionId, GuildId, MessageId};

// The newest: sessions that nobody ever closes hide no others.
const ALL: &str = select!(
    Session,
    "WHERE shown = TRUE ORDER BY session_id DESC LIMIT 500"
);
const CLEAR: &str = "UPDATE attendance_sessions SET display_message_id = NULL, \
     shown = CASE WHEN closed_at IS NOT NULL OR closes_at <= ? THEN FALSE ELSE shown END \
     WHERE session_id = ? AND guild_id = ?";

const END: &str = "UPDATE attendance_sessions SET display_message_id = ?, end_shown = TRUE, \
     shown = CASE WHEN (closed_at IS NOT NULL OR closes_at <= ?) AND version = ? THEN FALSE \
     ELSE shown END WHERE session_id = ? AND guild_id = ?";
const SHOW_AGAIN: &str = "UPDATE attendance_sessions SET version = version + 1, \
     shown = CASE WHEN display_message_id IS NULL THEN shown ELSE TRUE END \
     WHERE session_id = ? AND guild_id = ?";

/// Sessions of every guild that are open, or whose message does not say yet that they are not.
pub(crate) async fn all(db: &Database) -> Result<Vec<Session>, Error> {
    db.query(ALL, ()).all().await
}

/// Notes which message shows the code; whether there is such a session.
pub(crate) async fn set(
    db: &Database,
    guild: GuildId,
    session: AttendanceSessionId,
    message: MessageId,
) -> Result<bool, Error> {
    let set = update!(
        attendance_sessions {
            display_message_id: message
        },
        key {
            session_id: session,
            guild_id: guild
        }
    );
    Ok(db.apply(set).await? > 0)
}

/// The message says how the session ended, as it was at this version. What changes afterwards has it shown
/// again.
pub(crate) async fn end(
    db: &Database,
    guild: GuildId,
    session: AttendanceSessionId,
    message: MessageId,
    (version, at): (i64, i64),
) -> Result<bool, Error> {
    let values = (message, at, version, session, guild);
    Ok(db.write(END, values).execute().await? > 0)
}

/// Something changed of a session that was closed meanwhile: its message follows.
pub(crate) async fn show_again(db: &Database, session: &Session) -> Result<(), Error> {
    let values = (session.id, session.guild_id);
    db.write(SHOW_AGAIN, values).done().await
}

/// No message shows the code. Of a session that is over, nothing is left to show.
pub(crate) async fn clear(
    db: &Database,
    guild: GuildId,
    session: AttendanceSessionId,
    at: i64,
) -> Result<bool, Error> {
    let cleared = db.write(CLEAR, (at, session, guild)).execute();
    Ok(cleared.await? > 0)
}
