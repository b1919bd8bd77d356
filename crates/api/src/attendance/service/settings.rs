//! How a guild takes attendance.

use crate::attendance::model::AttendanceError;
use crate::attendance::store;
use crate::audit::{self, Under};
use crate::context::Context;
use crate::db::{Error, Source};
use crate::operation::Operation;
use paddock_api_types::GuildId;
use paddock_api_types::attendance::{AttendanceSettings, UpdateAttendanceSettings};

/// The settings of a guild.
pub(crate) async fn settings<'s>(
    from: impl Source<'s>,
    ctx: &Context,
    guild: GuildId,
) -> Result<AttendanceSettings, Error> {
    let stored = store::settings::lookup(from, guild).await?;
    let (chosen, _) = stored.unwrap_or_default();
    Ok(chosen.settings(*ctx.extensions.get()))
}

/// Changes settings, for sessions that are opened from now on.
pub(crate) async fn update_settings(
    op: &Operation,
    update: &UpdateAttendanceSettings,
) -> Result<AttendanceSettings, AttendanceError> {
    op.write(|mut tx| async move {
        let stored = store::settings::lookup(&mut tx, op.guild()).await?;
        let version = stored.as_ref().map(|(_, version)| *version);
        let (before, _) = stored.unwrap_or_default();
        let after = before.apply(update);
        let [was, is] = [&before, &after].map(|it| it.settings(*op.ctx.extensions.get()));
        if before != after {
            store::settings::save(&mut tx, op.guild(), &after, version, op.at_ms()).await?;
            let [was, is] = [&was, &is].map(|it| Under(op.guild(), it));
            audit::set(&mut tx, op, "attendance.settings_updated", Some(&was), &is).await?;
        }
        Ok(op.commit(tx, is).await?)
    })
    .await
}
