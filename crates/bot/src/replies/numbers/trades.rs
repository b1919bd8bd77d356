//! Texts about trades of numbers.

use super::number;
use crate::{
    answer::Reply,
    replies::{Pick, format::relative},
};
use paddock_api_types::{
    CarNumber, UserId,
    numbers::{NumberTrade, TradeState},
};

/// What options that pick an offer to the caller pick.
pub(crate) const TO_ME: Pick = Pick {
    one: "offer to you",
    many: "offers to you",
    none: "none is open; `/trade list` shows what became of earlier ones",
};
/// What options that pick an offer of the caller pick.
pub(crate) const BY_ME: Pick = Pick {
    one: "offer of yours",
    many: "offers of yours",
    none: "none is open; `/trade offer` makes one",
};
/// Title of `/trade list`.
pub(crate) const TITLE: &str = "Offers of car numbers";
/// `/trade list` without any.
pub(crate) const NONE: &str = "There are no offers to you or by you. `/trade offer` makes one.";
/// To an offer to oneself.
pub(crate) const WITH_ONESELF: &str = "You cannot trade with yourself. Pick another `member`.";

/// One suggestion.
pub(crate) fn choice(trade: &NumberTrade, caller: UserId) -> String {
    let gives = plain(&trade.gives);
    let what = match (&trade.wants, trade.from_user_id == caller) {
        (Some(wants), true) => format!("your {gives} for {}", plain(wants)),
        (Some(wants), false) => format!("{gives} for your {}", plain(wants)),
        (None, true) => format!("your {gives} as a gift"),
        (None, false) => format!("{gives} as a gift"),
    };
    match &trade.class_name {
        Some(class) => format!("{what} · {class}"),
        None => what,
    }
}

fn plain(number: &CarNumber) -> String {
    format!("#{number}")
}

/// One line of a list.
pub(crate) fn line(trade: &NumberTrade, caller: UserId) -> String {
    let class = trade.class_name.as_deref();
    let gives = number(&trade.gives, class);
    let wants = trade.wants.as_ref().map(|wants| number(wants, class));
    let [from, to] = [trade.from_user_id, trade.to_user_id];
    let what = match (wants, from == caller) {
        (Some(wants), true) => format!("You offer <@{to}> {gives} for {wants}"),
        (Some(wants), false) => format!("<@{from}> offers you {gives} for {wants}"),
        (None, true) => format!("You offer <@{to}> {gives} as a gift"),
        (None, false) => format!("<@{from}> offers you {gives} as a gift"),
    };
    let state = match trade.state {
        TradeState::Open => format!("⏳ open, ends {}", relative(trade.expires_at)),
        TradeState::Accepted => "✅ accepted".to_owned(),
        TradeState::Declined => "❌ declined".to_owned(),
        TradeState::Cancelled => "🗑️ withdrawn".to_owned(),
        TradeState::Expired => "⌛ not answered in time".to_owned(),
    };
    format!("{what} · {state}")
}

/// After `/trade offer`.
pub(crate) fn offered(trade: &NumberTrade) -> Reply {
    let class = trade.class_name.as_deref();
    let gives = number(&trade.gives, class);
    let what = match &trade.wants {
        Some(wants) => format!("{gives} for {}", number(wants, class)),
        None => format!("{gives} as a gift"),
    };
    Reply::text(format!(
        "⏳ Offered: {what}, to <@{}>. They can accept until {}; `/trade list` shows what becomes of it.",
        trade.to_user_id,
        relative(trade.expires_at),
    ))
}

/// After an offer to the caller was accepted.
pub(crate) fn accepted(trade: &NumberTrade) -> Reply {
    let class = trade.class_name.as_deref();
    let gives = number(&trade.gives, class);
    let other = trade.from_user_id;
    Reply::text(match &trade.wants {
        Some(wants) => format!(
            "✅ Done: {gives} is yours now, and {} is <@{other}>'s.",
            number(wants, class)
        ),
        None => format!("✅ Done: {gives} is yours now, a gift of <@{other}>."),
    })
}

/// After an offer to the caller was declined.
pub(crate) fn declined(trade: &NumberTrade) -> Reply {
    Reply::text(format!(
        "❌ You declined {} from <@{}>.",
        number(&trade.gives, trade.class_name.as_deref()),
        trade.from_user_id
    ))
}

/// After `/trade cancel`.
pub(crate) fn cancelled(trade: &NumberTrade) -> Reply {
    Reply::text(format!(
        "🗑️ Your offer of {} to <@{}> is withdrawn. You keep it.",
        number(&trade.gives, trade.class_name.as_deref()),
        trade.to_user_id
    ))
}
