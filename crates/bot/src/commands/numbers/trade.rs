//! `/trade`: swaps and gifts of numbers.

use super::{
    class_id,
    options::Number,
    suggestions::{OfferToMe, OwnOffer},
};
use crate::{commands::prelude::*, replies::numbers::trades as texts};
use api::{
    ErrorCode,
    numbers::{NumberClaim, NumberClass, NumberTrade, OfferNumberTrade},
};
use twilight_model::channel::message::component::ButtonStyle;

pub(super) fn add(dispatch: &mut Dispatch) {
    dispatch.command(Audience::Everyone, trade);
    dispatch.pages(&TRADES);
    dispatch.button(CANCEL, DeferMode::Update, cancel_pressed);
}

/// Action of the button that withdraws an offer.
const CANCEL: &str = "trade-cancel";

#[derive(CommandModel, CreateCommand)]
#[command(name = "trade", desc = "Swap car numbers, or give one away")]
enum Trade {
    #[command(name = "offer")]
    Offer(Offer),
    #[command(name = "list")]
    List(ListTrades),
    #[command(name = "accept")]
    Accept(Accept),
    #[command(name = "decline")]
    Decline(Decline),
    #[command(name = "cancel")]
    Cancel(Cancel),
}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "offer",
    desc = "Offer a number of yours for one of theirs, or as a gift"
)]
struct Offer {
    /// Member
    member: Id<UserMarker>,
    /// Number of yours
    gives: Picked<NumberClaim>,
    /// Number of theirs that you want; without, it is a gift
    wants: Option<Number>,
    /// Class of cars, where there are several
    class: Option<Picked<NumberClass>>,
}

#[derive(CommandModel, CreateCommand)]
#[command(name = "list", desc = "Offers to you and by you, newest first")]
struct ListTrades {}

#[derive(CommandModel, CreateCommand)]
#[command(name = "accept", desc = "Accept an offer to you")]
struct Accept {
    /// Offer
    trade: Picked<OfferToMe>,
}

#[derive(CommandModel, CreateCommand)]
#[command(name = "decline", desc = "Decline an offer to you")]
struct Decline {
    /// Offer
    trade: Picked<OfferToMe>,
}

#[derive(CommandModel, CreateCommand)]
#[command(name = "cancel", desc = "Withdraw an offer of yours")]
struct Cancel {
    /// Offer
    trade: Picked<OwnOffer>,
}

/// Each line says who offers what to whom, as the caller sees it.
const TRADES: Pages<()> = Pages {
    action: "trades",
    page: |call, (), position| {
        Box::pin(async move {
            let fetch = async |page| call.api.list_number_trades(&page).await;
            let line = |trade: &NumberTrade| texts::line(trade, call.user);
            let found = pages::read(position, 10, fetch, line).await?;
            if found.is_empty() {
                return Ok(Reply::text(texts::NONE));
            }
            Ok(found.card(texts::TITLE))
        })
    },
};

async fn trade(call: Call, options: Trade) -> Outcome {
    let reply = match options {
        Trade::Offer(options) => offer(&call, options).await?,
        Trade::List(ListTrades {}) => TRADES.first(&call, &()).await?,
        Trade::Accept(Accept { trade }) => {
            let trade = call.write().accept_number_trade(trade.id()?).await?;
            texts::accepted(&trade)
        }
        Trade::Decline(Decline { trade }) => {
            let trade = call.write().decline_number_trade(trade.id()?).await?;
            texts::declined(&trade)
        }
        Trade::Cancel(Cancel { trade }) => {
            let trade = call.write().cancel_number_trade(trade.id()?).await?;
            texts::cancelled(&trade)
        }
    };
    Ok(reply.into())
}

async fn offer(call: &Call, options: Offer) -> Result<Reply, Failure> {
    let offer = OfferNumberTrade {
        user_id: options.member.wire(),
        class_id: class_id(options.class.as_ref())?,
        gives: options.gives.id()?.0,
        wants: options.wants.map(|it| it.read("wants")).transpose()?,
    };
    let trade = call.write().offer_number_trade(&offer).await;
    let trade = trade.map_err(|error| match error.code() {
        Some(ErrorCode::SelfTargeted) => Failure::Mistake(texts::WITH_ONESELF.to_owned()),
        _ => error.into(),
    })?;
    let id = trade.id.to_string();
    let button = custom_id::button(ButtonStyle::Secondary, "Withdraw it", CANCEL, &[&id]);
    Ok(texts::offered(&trade).with_buttons(vec![button]))
}

async fn cancel_pressed(call: Call, pressed: Pressed) -> Outcome {
    let trade = custom_id::argument(&pressed.arguments, 0)?;
    let trade = call.write().cancel_number_trade(trade).await?;
    Ok(Answer::Update(texts::cancelled(&trade)))
}
