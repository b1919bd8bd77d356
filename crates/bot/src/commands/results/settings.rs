//! `/results settings`: what is kept of results besides their rows.

use crate::{commands::prelude::*, replies::results as texts};
use api::results::UpdateResultSettings;

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "settings",
    desc = "Show or change whether files of results are kept as they came"
)]
pub(super) struct Settings {
    /// Days for which files are kept; 0 for not at all, which deletes those that there are
    #[command(min_value = 0, max_value = 3650)]
    keep_files_days: Option<i64>,
}

pub(super) async fn settings(call: &Call, options: Settings) -> Result<Reply, Failure> {
    let update = UpdateResultSettings {
        // 0 is no number of days: then nothing is kept.
        raw_retention_days: options.keep_files_days.map(|days| days.try_into().ok()),
    };
    let changes = update != UpdateResultSettings::default();
    let settings = if changes {
        call.write().update_result_settings(&update).await?
    } else {
        call.api.get_result_settings().await?
    };
    Ok(texts::settings(&settings, changes))
}
