//! The buttons under an offer, which reach the other side as a direct message.

use crate::{
    commands::prelude::*,
    replies::{
        buttons::{ACCEPT_TRADE, DECLINE_TRADE},
        numbers::trades as texts,
    },
};

pub(super) fn add(dispatch: &mut Dispatch) {
    dispatch.button(ACCEPT_TRADE, DeferMode::Update, accept);
    dispatch.button(DECLINE_TRADE, DeferMode::Update, decline);
}

async fn accept(call: Call, pressed: Pressed) -> Outcome {
    let trade = custom_id::argument(&pressed.arguments, 0)?;
    let trade = call.write().accept_number_trade(trade).await?;
    Ok(Answer::Update(texts::accepted(&trade)))
}

async fn decline(call: Call, pressed: Pressed) -> Outcome {
    let trade = custom_id::argument(&pressed.arguments, 0)?;
    let trade = call.write().decline_number_trade(trade).await?;
    Ok(Answer::Update(texts::declined(&trade)))
}
