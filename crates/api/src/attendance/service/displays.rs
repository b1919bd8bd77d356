//! Which messages show codes: the bot asks, shows, and says where.

use super::sessions::AHEAD;
use super::wire;
use crate::attendance::model::AttendanceError;
use crate::attendance::store;
use crate::context::Context;
use paddock_api_types::attendance::{AttendanceDisplay, AttendanceDisplays, ReportDisplay};
use paddock_api_types::{AttendanceSessionId, GuildId};
use std::collections::BTreeMap;

/// Displays of every guild, newest first.
pub(crate) async fn displays(ctx: &Context) -> Result<AttendanceDisplays, AttendanceError> {
    let now = ctx.now();
    let mut displays = Vec::new();
    for session in store::displays::all(&ctx.db).await? {
        let codes = if session.is_open(now) {
            let (secret, length) = (&session.secret, session.code_length);
            session.rotation.codes(secret, length, now, AHEAD)
        } else {
            Vec::new()
        };
        let guild = session.guild_id;
        let counts = if codes.is_empty() {
            let sessions = std::slice::from_ref(&session);
            store::sessions::counts(&ctx.db, guild, sessions).await?
        } else {
            BTreeMap::default()
        };
        let counts = counts.get(&session.id).copied().unwrap_or_default();
        displays.push(AttendanceDisplay {
            guild_id: guild,
            message_id: session.display_message_id,
            session: wire(session, counts),
            codes,
        });
    }
    Ok(AttendanceDisplays { now, displays })
}

/// Keeps which message shows a session's code.
pub(crate) async fn report_display(
    ctx: &Context,
    guild: GuildId,
    id: AttendanceSessionId,
    report: ReportDisplay,
) -> Result<(), AttendanceError> {
    let now = ctx.now().as_millisecond();
    let found = match report.message_id {
        Some(message) => store::displays::set(&ctx.db, guild, id, message).await?,
        None => store::displays::clear(&ctx.db, guild, id, now).await?,
    };
    if found {
        Ok(())
    } else {
        Err(AttendanceError::NotFound)
    }
}
