//! `/season close` and `/season delete`, which ask first.

use crate::{
    answer::{Answer, Failure, Reply},
    call::Call,
    commands::{ask, seasons::picked_season},
    custom_id,
    dispatch::{Dispatch, Later, Outcome, Pressed},
    replies::seasons as texts,
};

/// Action of the button that closes.
const CLOSE: &str = "season-close";
/// Action of the button that deletes.
const DELETE: &str = "season-delete";

pub(super) fn add(dispatch: &mut Dispatch) {
    dispatch.button(CLOSE, Later::Update, close);
    dispatch.button(DELETE, Later::Update, delete);
}

pub(super) async fn ask_to_close(call: &Call, season: &str) -> Result<Reply, Failure> {
    let season = picked_season(call, season).await?;
    let question = texts::close_question(&season);
    let id = season.id.to_string();
    Ok(ask::confirm(question, "End it now", CLOSE, &[&id]))
}

async fn close(call: Call, pressed: Pressed) -> Outcome {
    let season = custom_id::argument(&pressed.arguments, 0)?;
    let season = call.write().close_season(season).await?;
    Ok(Answer::Update(texts::closed(&season)))
}

pub(super) async fn ask_to_delete(call: &Call, season: &str) -> Result<Reply, Failure> {
    let season = picked_season(call, season).await?;
    let question = texts::delete_question(&season);
    let id = season.id.to_string();
    Ok(ask::confirm(question, "Delete it", DELETE, &[&id]))
}

async fn delete(call: Call, pressed: Pressed) -> Outcome {
    let season = custom_id::argument(&pressed.arguments, 0)?;
    // For its name, which is gone afterwards.
    let season = call.api.get_season(season).await?;
    call.write().delete_season(season.id).await?;
    Ok(Answer::Update(texts::deleted(&season)))
}
