//! `/submit`: handing something in for points.

use super::{positive, suggestions};
use crate::{
    answer::Failure,
    call::Call,
    commands::suggest,
    dispatch::{Dispatch, Outcome},
    replies::seasons::{self, items, submissions as texts},
};
use paddock_api_types::submissions::CreateSubmission;
use twilight_interactions::command::{CommandModel, CreateCommand};
use twilight_model::channel::Attachment;

pub(super) fn add(dispatch: &mut Dispatch) {
    dispatch.command(submit);
    dispatch.autocomplete(suggestions::complete);
}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "submit",
    desc = "Hand something in for points",
    contexts = "guild",
    integration_types = "guild_install"
)]
struct Submit {
    /// What
    #[command(autocomplete = true, max_length = 100)]
    item: String,
    /// How many
    #[command(min_value = 1, max_value = 10_000)]
    quantity: i64,
    /// Proof, as a file such as a screenshot
    proof: Option<Attachment>,
    /// Proof, as an address that starts with https
    #[command(min_length = 1, max_length = 1000)]
    link: Option<String>,
    /// What there is to say about it
    #[command(min_length = 1, max_length = 400)]
    note: Option<String>,
    /// In which season; the current one unless told
    #[command(autocomplete = true, max_length = 100)]
    season: Option<String>,
}

async fn submit(call: Call, options: Submit) -> Outcome {
    let season = options.season.as_deref();
    let item_id = match suggest::picked(&options.item, items::ONE) {
        Ok(item) => item,
        Err(mistake) => {
            // Without a season nothing could be suggested, which is what has to be said then.
            super::season(&call, season).await?;
            return Err(mistake);
        }
    };
    let season_id = season.map(|season| suggest::picked(season, seasons::ONE));
    let submission = CreateSubmission {
        season_id: season_id.transpose()?,
        user_id: None,
        item_id,
        quantity: positive(options.quantity),
        proof_url: proof(options.proof, options.link)?,
        note: options.note,
    };
    Ok(texts::submitted(&call.write().create_submission(&submission).await?).into())
}

fn proof(file: Option<Attachment>, link: Option<String>) -> Result<Option<String>, Failure> {
    match (file, link) {
        (Some(_), Some(_)) => Err(Failure::Mistake(texts::TWO_PROOFS.to_owned())),
        (file, link) => Ok(file.map(|file| file.url).or(link)),
    }
}
