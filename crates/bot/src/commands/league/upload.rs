//! `/numbers roster-upload`: a roster as a file.

use crate::{
    commands::{attached, prelude::*},
    replies::league as texts,
};
use api::{league::RosterFile, operations::Csv};
use twilight_model::channel::Attachment;

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "roster-upload",
    desc = "Upload the roster of the iRacing league, as JSON of iRacing or as CSV"
)]
pub(in crate::commands) struct Upload {
    /// JSON of iRacing (league/roster or league/get), or CSV with customer id, car number and name
    file: Attachment,
}

pub(in crate::commands) async fn upload(call: &Call, options: &Upload) -> Result<Reply, Failure> {
    let name = options.file.filename.to_lowercase();
    let is_json = match name.rsplit_once('.').map(|(_, ending)| ending) {
        Some("json") => true,
        Some("csv") => false,
        _ => return Err(Failure::Mistake(texts::NEITHER.to_owned())),
    };
    let text = attached::text(call, &options.file).await?;
    let api = call.write();
    let imported = if is_json {
        let roster = serde_json::from_str(&text);
        let roster = roster.map_err(|_| Failure::Mistake(texts::NOT_JSON.to_owned()))?;
        api.upload_league_roster(&RosterFile(roster)).await
    } else {
        api.upload_league_roster_csv(&Csv(text)).await
    };
    let imported = imported.map_err(attached::refused)?;
    Ok(texts::uploaded(&imported))
}
