//! How a guild watches its staff.

use super::board::move_board;
use crate::audit::{self, Under};
use crate::guilds;
use crate::operation::Operation;
use crate::staff::model::StaffError;
use crate::staff::model::settings::Chosen;
use crate::staff::store;
use paddock_api_types::staff::{StaffSettings, UpdateStaffSettings};

/// The settings of the caller's guild.
pub(crate) async fn settings(op: &Operation) -> Result<StaffSettings, StaffError> {
    let stored = store::settings::lookup(&op.ctx.db, op.guild()).await?;
    let (chosen, _) = stored.unwrap_or_default();
    Ok(chosen.settings())
}

/// Changes settings.
pub(crate) async fn update_settings(
    op: &Operation,
    update: &UpdateStaffSettings,
) -> Result<StaffSettings, StaffError> {
    if let Some(Some(channel)) = update.board_channel_id {
        let server = guilds::service::server(&op.ctx.db, op.guild()).await?;
        server.check_text_channel("board_channel_id", channel)?;
    }
    op.write(|mut tx| async move {
        let stored = store::settings::lookup(&mut tx, op.guild()).await?;
        let version = stored.as_ref().map(|(_, version)| *version);
        let (before, _) = stored.unwrap_or_default();
        let after = before.apply(update);
        let [was, is] = [before, after].map(Chosen::settings);
        if before != after {
            store::settings::save(&mut tx, op.guild(), &after, version, op.at_ms()).await?;
            let [was, is] = [&was, &is].map(|it| Under(op.guild(), it));
            audit::set(&mut tx, op, "staff.settings_updated", Some(&was), &is).await?;
        }
        if before.board_channel_id != after.board_channel_id {
            move_board(&mut tx, op, after.board_channel_id).await?;
        }
        Ok(op.commit(tx, is).await?)
    })
    .await
}
