//! What a guild keeps of results besides their rows.

use crate::audit::{self, Under};
use crate::operation::Operation;
use crate::results::model::ResultError;
use crate::results::model::settings::Chosen;
use crate::results::store::{raw, settings as store};
use paddock_api_types::results::{ResultSettings, UpdateResultSettings};

/// The settings of the caller's guild.
pub(crate) async fn settings(op: &Operation) -> Result<ResultSettings, ResultError> {
    let stored = store::lookup(&op.ctx.db, op.guild()).await?;
    let (chosen, _) = stored.unwrap_or_default();
    Ok(chosen.settings())
}

/// Changes settings. Files are gone at once where they are kept no longer.
pub(crate) async fn update_settings(
    op: &Operation,
    update: &UpdateResultSettings,
) -> Result<ResultSettings, ResultError> {
    op.write(|mut tx| async move {
        let stored = store::lookup(&mut tx, op.guild()).await?;
        let version = stored.as_ref().map(|(_, version)| *version);
        let (before, _) = stored.unwrap_or_default();
        let after = before.apply(update);
        let [was, is] = [before, after].map(Chosen::settings);
        if before != after {
            store::save(&mut tx, op.guild(), &after, version, op.at_ms()).await?;
            if after.raw_days.is_none() {
                raw::clear(&mut tx, op.guild()).await?;
            }
            let [was, is] = [&was, &is].map(|it| Under(op.guild(), it));
            audit::set(&mut tx, op, "result.settings_updated", Some(&was), &is).await?;
        }
        Ok(op.commit(tx, is).await?)
    })
    .await
}
