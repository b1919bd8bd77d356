//! Messages that show codes: the bot asks for them, posts them, and reports where.

use super::sessions::AHEAD;
use super::{counted, wire};
use crate::attendance::model::AttendanceError;
use crate::attendance::store;
use crate::context::Context;
use paddock_api_types::attendance::{
    AttendanceCounts, AttendanceDisplay, AttendanceDisplays, ReportDisplay,
};
use paddock_api_types::{AttendanceSessionId, GuildId};

/// Displays of every guild, newest first.
pub(crate) async fn displays(ctx: &Context) -> Result<AttendanceDisplays, AttendanceError> {
    let now = ctx.now();
    let mut displays = Vec::new();
    for session in store::displays::all(&ctx.db).await? {
        let (guild_id, message_id) = (session.guild_id, session.display_message_id);
        let (version, is_correction) = (session.version, session.end_shown);
        // At the end the display shows who attended.
        let (codes, session) = if session.is_open(now) {
            let codes = session.codes(now, AHEAD);
            (codes, wire(session, AttendanceCounts::default()))
        } else {
            (Vec::new(), counted(ctx, session).await?)
        };
        displays.push(AttendanceDisplay {
            guild_id,
            session,
            message_id,
            codes,
            version,
            is_correction,
        });
    }
    Ok(AttendanceDisplays { now, displays })
}

/// Saves which message shows a session's code.
pub(crate) async fn report_display(
    ctx: &Context,
    guild: GuildId,
    id: AttendanceSessionId,
    report: ReportDisplay,
) -> Result<(), AttendanceError> {
    let now = ctx.now().as_millisecond();
    let db = &ctx.db;
    let found = match (report.message_id, report.ended) {
        (Some(message), Some(version)) => {
            store::displays::end(db, guild, id, message, (version, now)).await?
        }
        (Some(message), None) => store::displays::set(db, guild, id, message).await?,
        (None, _) => store::displays::clear(db, guild, id, now).await?,
    };
    if found {
        Ok(())
    } else {
        Err(AttendanceError::NotFound)
    }
}
