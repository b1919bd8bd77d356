//! What is announced, and written to members, about car numbers.

use super::number;
use crate::{
    answer::Reply,
    replies::{
        buttons,
        format::{escape, instant, person, relative},
    },
};
use paddock_api_types::{
    CarNumber, GuildId, Timestamp,
    numbers::{NumberClaim, NumberTrade, NumberWait, TradeState},
};

/// To everybody, when a number is claimed.
pub(crate) fn claimed(claim: &NumberClaim) -> Reply {
    Reply::text(format!(
        "🏁 {} has claimed {}.",
        person(claim.user_id, &claim.display_name),
        number(&claim.number, claim.class_name.as_deref()),
    ))
}

/// To everybody, when a number is free again.
pub(crate) fn released(free: &CarNumber, class: Option<&str>) -> Reply {
    Reply::text(format!(
        "{} is free again. `/claim` makes it yours.",
        number(free, class)
    ))
}

/// To a member from whom a number was taken.
pub(crate) fn taken_back(server: &str, number: &str, reason: Option<&str>) -> Reply {
    let because = reason.map_or_else(String::new, |reason| format!(": {}", escape(reason)));
    let end = if reason.is_some() { "" } else { "." };
    Reply::text(format!(
        "An admin of {server} took {number} from you{because}{end}\n\
         Talk to an admin there if you think that is a mistake."
    ))
}

/// To the member for whom a number is held.
pub(crate) fn held(guild: GuildId, server: &str, wait: &NumberWait, until: Timestamp) -> Reply {
    let text = format!(
        "You waited for {} in {server}: it is free, and held for you until {} ({}). After that, \
         the next member in line is asked.",
        number(&wait.number, wait.class_name.as_deref()),
        instant(until),
        relative(until),
    );
    Reply::text(text).with_buttons(buttons::held_number(guild, wait))
}

/// To the other side of a trade.
pub(crate) fn trade_offered(guild: GuildId, server: &str, trade: &NumberTrade) -> Reply {
    let class = trade.class_name.as_deref();
    let from = trade.from_user_id;
    let gives = number(&trade.gives, class);
    let what = match &trade.wants {
        Some(wants) => format!("offers you {gives} for your {}", number(wants, class)),
        None => format!("offers you {gives} as a gift"),
    };
    let text = format!(
        "<@{from}> {what} in {server}. You can accept until {} ({}).",
        instant(trade.expires_at),
        relative(trade.expires_at),
    );
    Reply::text(text).with_buttons(buttons::offered_trade(guild, trade.id))
}

/// To the member who offered a trade.
pub(crate) fn trade_decided(server: &str, trade: &NumberTrade) -> Reply {
    let class = trade.class_name.as_deref();
    let to = trade.to_user_id;
    let gives = number(&trade.gives, class);
    Reply::text(match (trade.state, &trade.wants) {
        (TradeState::Accepted, Some(wants)) => format!(
            "✅ <@{to}> accepted: {} in {server} is yours now, and {gives} is theirs.",
            number(wants, class)
        ),
        (TradeState::Accepted, None) => {
            format!("✅ <@{to}> accepted: {gives} in {server} is theirs now.")
        }
        (TradeState::Declined, _) => {
            format!("❌ <@{to}> declined your offer of {gives} in {server}. You keep it.")
        }
        (TradeState::Expired, _) => format!(
            "⌛ <@{to}> did not answer your offer of {gives} in {server} in time. You keep it."
        ),
        (TradeState::Cancelled, _) => {
            format!("🗑️ Your offer of {gives} to <@{to}> in {server} no longer holds.")
        }
        (TradeState::Open, _) => {
            format!("⏳ Your offer of {gives} in {server} waits for <@{to}>.")
        }
    })
}

/// To everybody, when a new season of numbers begins.
pub(crate) fn season_started(priority_until: Option<Timestamp>) -> Reply {
    let priority = match priority_until {
        Some(until) => format!(
            "Until {} ({}), every number of the last one is kept for the member who held it.",
            instant(until),
            relative(until),
        ),
        None => "Every number is free.".to_owned(),
    };
    Reply::text(format!(
        "🏁 A new season of car numbers has begun. {priority}\nClaim yours with `/claim`; \
         `/available` shows what is free."
    ))
}
