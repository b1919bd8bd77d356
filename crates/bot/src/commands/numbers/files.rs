//! `/export` and `/numbers import`: claims as a file.

use crate::{
    commands::{attached, prelude::*},
    replies::numbers::files as texts,
};
use api::{
    numbers::{ImportNumbersQuery, NumbersImported},
    operations::Csv,
};
use twilight_model::channel::{Attachment, message::component::ButtonStyle};

/// Action of the button that imports the file of its message.
const IMPORT: &str = "numbers-import";
/// Name of the file that an export makes, and that waits for that button.
const NAME: &str = "numbers.csv";

pub(super) fn add(dispatch: &mut Dispatch) {
    dispatch.command(Audience::Managers, export);
    dispatch.button(IMPORT, DeferMode::Update, confirmed);
}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "export",
    desc = "Who holds which car number, as a file for a spreadsheet"
)]
struct Export {}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "import",
    desc = "Claim numbers from a CSV file; first shows what would come of it"
)]
pub(super) struct Import {
    /// CSV as an export makes it: number, user id and, where there are classes, class
    file: Attachment,
}

async fn export(call: Call, _: Export) -> Outcome {
    let file = call.api.export_numbers().await?;
    if file.len() > attached::LARGEST {
        return Ok(Reply::text(texts::TOO_LARGE).into());
    }
    Ok(Reply::text(texts::EXPORTED)
        .with_file(NAME, file.0.into_bytes())
        .into())
}

/// Only says what would come of it. The file is attached to the answer, where the button finds it
/// again, whichever process is pressed by then.
pub(super) async fn import(call: &Call, options: &Import) -> Result<Reply, Failure> {
    let file = attached::text(call, &options.file).await?;
    let report = send(call, file.clone(), true).await?;
    let reply = texts::planned(&report);
    if report.claimed == 0 || !report.refused.is_empty() {
        return Ok(reply);
    }
    let button = custom_id::button(ButtonStyle::Success, "Import it", IMPORT, &[]);
    Ok(reply
        .with_file(NAME, file.into_bytes())
        .with_buttons(vec![button]))
}

async fn confirmed(call: Call, _: Pressed) -> Outcome {
    let message = call.message.as_ref().ok_or(Failure::Outdated)?;
    let file = message.attachments.first().ok_or(Failure::Outdated)?;
    let file = attached::text(&call, file).await?;
    let report = send(&call, file, false).await?;
    Ok(Answer::Update(texts::imported(&report)))
}

async fn send(call: &Call, file: String, dry_run: bool) -> Result<NumbersImported, Failure> {
    let query = ImportNumbersQuery { dry_run };
    let sent = call.write().import_numbers(&query, &Csv(file)).await;
    sent.map_err(attached::refused)
}
