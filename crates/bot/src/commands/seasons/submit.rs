//! `/submit`: handing something in for points.

use crate::{commands::prelude::*, replies::seasons::submissions as texts};
use api::{
    Bounded as _, Note, Quantity,
    seasons::{Season, SeasonItem},
    submissions::CreateSubmission,
};
use twilight_model::channel::Attachment;

pub(super) fn add(dispatch: &mut Dispatch) {
    dispatch.command(Audience::Everyone, submit);
}

#[derive(CommandModel, CreateCommand)]
#[command(name = "submit", desc = "Hand something in for points")]
struct Submit {
    /// Item
    item: Picked<SeasonItem>,
    /// How many; 1 by default
    quantity: Option<Num<Quantity>>,
    /// Proof, as a file such as a screenshot
    proof: Option<Attachment>,
    /// Proof, as an address that starts with https
    #[command(min_length = 1, max_length = 1000)]
    link: Option<String>,
    /// Note for the reviewer
    note: Option<Text<Note>>,
    /// Season; defaults to the one that you have joined and that takes the item
    season: Option<Picked<Season>>,
}

async fn submit(call: Call, options: Submit) -> Outcome {
    let submission = CreateSubmission {
        season_id: options.season.map(|season| season.id()).transpose()?,
        user_id: None,
        item_id: options.item.id()?,
        quantity: options.quantity.map_or(Quantity::clamped(1), |it| it.0),
        proof_url: proof(options.proof, options.link)?,
        note: options.note.map(|it| it.0),
    };
    Ok(texts::submitted(&call.write().create_submission(&submission).await?).into())
}

fn proof(file: Option<Attachment>, link: Option<String>) -> Result<Option<String>, Failure> {
    match (file, link) {
        (Some(_), Some(_)) => Err(Failure::Mistake(texts::TWO_PROOFS.to_owned())),
        (file, link) => Ok(file.map(|file| file.url).or(link)),
    }
}
