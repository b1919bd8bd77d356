//! What goes wrong about car numbers.

use super::seasons::value;
use crate::replies::{
    format::{escape, relative},
    numbers::list,
};
use paddock_api_types::{CarNumber, ErrorCode, Problem, Timestamp, UserId, numbers::TradeState};

/// `None` for what has nothing to do with numbers.
pub(super) fn sentence(problem: &Problem) -> Option<String> {
    let text = match problem.code {
        ErrorCode::NumberClassRequired => return Some(class_required(problem)),
        ErrorCode::NumberOutOfRange => return Some(out_of_range(problem)),
        ErrorCode::NumberTaken => return Some(taken(problem)),
        ErrorCode::NumberReserved => return Some(reserved(problem)),
        ErrorCode::NumberOnRoster => return Some(on_roster(problem)),
        ErrorCode::NumberLimitReached => return Some(limit_reached(problem)),
        ErrorCode::NumberNotHeld => return Some(not_held(problem)),
        ErrorCode::NumberTradeDecided => return Some(trade_decided(problem)),
        ErrorCode::NumberClassNotFound => {
            "That class is gone. Pick another from the suggestions of `class`."
        }
        ErrorCode::NumberClassNameTaken => {
            "Another class has that name. Give this one another name."
        }
        ErrorCode::NumberClassInUse => {
            "Members hold numbers in that class. `/forcerelease` them first, then delete it."
        }
        ErrorCode::NumberNotClaimed => "Nobody holds that number. `/check` shows how it stands.",
        ErrorCode::NumberHeldByCaller => {
            "That number is yours already. `/mynumbers` shows what you hold."
        }
        ErrorCode::NumberNotWaited => {
            "You do not wait for that number, or no longer. `/waitlist list` shows what you wait for."
        }
        ErrorCode::NumberReservationNotFound => {
            "That reservation is gone. `/reserve list` shows those that exist."
        }
        ErrorCode::NumberTradeNotFound => {
            "You have no such offer. `/trade list` shows those to you and by you."
        }
        ErrorCode::NumberTradeBroken => {
            "A number of that offer has changed hands since, so it cannot be accepted. Make a new \
             one with `/trade offer`."
        }
        _ => return None,
    };
    Some(text.to_owned())
}

/// The free numbers that are near, where a refused claim names some.
pub(crate) fn nearest_numbers(problem: &Problem) -> Vec<CarNumber> {
    value(problem, "nearest").unwrap_or_default()
}

fn nearest(problem: &Problem) -> String {
    let nearest = nearest_numbers(problem);
    if nearest.is_empty() {
        return "`/available` shows what is free.".to_owned();
    }
    format!("Free nearby: {}.", list(&nearest))
}

fn class_required(problem: &Problem) -> String {
    let classes: Vec<String> = value(problem, "classes").unwrap_or_default();
    if classes.is_empty() {
        return "There are several classes of cars here. Pick one with `class`.".to_owned();
    }
    let names: Vec<_> = classes.iter().map(|name| escape(name)).collect();
    format!(
        "Numbers belong to a class here. Pick one with `class`: {}.",
        names.join(", ")
    )
}

fn out_of_range(problem: &Problem) -> String {
    let [min, max, digits] = ["min", "max", "digits"].map(|name| value::<u16>(problem, name));
    match (min, max, digits) {
        (Some(min), Some(max), Some(digits)) => format!(
            "There is no such number here: they go from {min} to {max}, with up to {digits} \
             digits. `/available` shows what is free."
        ),
        _ => "There is no such number here. `/available` shows what is free.".to_owned(),
    }
}

fn taken(problem: &Problem) -> String {
    let holder = value::<UserId>(problem, "user_id").map(|user| format!("<@{user}>"));
    let name = value::<String>(problem, "display_name");
    let name = name.map(|name| format!("**{}**", escape(&name)));
    let who = match (holder, name) {
        (Some(holder), Some(name)) => format!("{holder} ({name}) has held that number"),
        (Some(one), None) | (None, Some(one)) => format!("{one} has held that number"),
        (None, None) => return format!("Somebody holds that number. {}", nearest(problem)),
    };
    let since = value::<Timestamp>(problem, "since").map_or_else(
        || " for some time".to_owned(),
        |since| format!(" since {}", relative(since)),
    );
    format!("{who}{since}. {}", nearest(problem))
}

fn reserved(problem: &Problem) -> String {
    let until = value::<Timestamp>(problem, "until");
    let until = until.map_or_else(String::new, |at| format!("; that ends {}", relative(at)));
    format!("That number is reserved{until}. {}", nearest(problem))
}

fn on_roster(problem: &Problem) -> String {
    format!(
        "A driver of the iRacing league has that number. If that is you, `/link` your account, \
         then claim it. {}",
        nearest(problem)
    )
}

fn limit_reached(problem: &Problem) -> String {
    let numbers: Vec<CarNumber> = value(problem, "numbers").unwrap_or_default();
    let held = if numbers.is_empty() {
        String::new()
    } else {
        format!(" (held: {})", list(&numbers))
    };
    let limit = match value::<u32>(problem, "limit") {
        Some(1) => "A member may hold one number".to_owned(),
        Some(limit) => format!("A member may hold {limit} numbers"),
        None => "There is a limit of numbers".to_owned(),
    };
    format!("{limit}, and that is reached{held}. `/release` one first; `/mynumbers` shows yours.")
}

fn not_held(problem: &Problem) -> String {
    match value::<UserId>(problem, "user_id") {
        // Also the other side of an offer may not hold what is asked for.
        Some(holder) => format!(
            "Somebody else holds that number: <@{holder}>. `/mynumbers` shows yours, `/check` how \
             another stands."
        ),
        None => "Nobody holds that number. `/mynumbers` shows yours, `/check` how another stands."
            .to_owned(),
    }
}

fn trade_decided(problem: &Problem) -> String {
    let what = match value::<TradeState>(problem, "state") {
        Some(TradeState::Accepted) => "was accepted already",
        Some(TradeState::Declined) => "was declined already",
        Some(TradeState::Cancelled) => "was withdrawn",
        Some(TradeState::Expired) => "was not answered in time",
        Some(TradeState::Open) | None => "is no longer open",
    };
    format!("That offer {what}. `/trade list` shows what is open.")
}

#[cfg(test)]
mod tests {
    use crate::replies::problems::tests::{problem, text};
    use paddock_api_types::ErrorCode as E;
    use serde_json::json;

    #[test]
    fn a_sentence_holds_the_values_of_the_problem() {
        let since = "2026-12-01T18:00:00Z";
        let trade = |state: &str| (E::NumberTradeDecided, json!({"state": state}));
        let mut all = String::new();
        for (code, params) in [
            (
                E::NumberClassRequired,
                json!({"classes": ["GT3", "LMP *2*"]}),
            ),
            (
                E::NumberOutOfRange,
                json!({"min": 1, "max": 99, "digits": 3}),
            ),
            (
                E::NumberTaken,
                json!({"user_id": "202", "display_name": "Bert *B*", "since": since, "nearest": ["6", "08"]}),
            ),
            (
                E::NumberTaken,
                json!({"display_name": "https://evil.example/x"}),
            ),
            (E::NumberReserved, json!({"until": since, "nearest": ["8"]})),
            (E::NumberOnRoster, json!({"nearest": ["8"]})),
            (E::NumberLimitReached, json!({"limit": 1, "numbers": ["7"]})),
            (
                E::NumberLimitReached,
                json!({"limit": 2, "numbers": ["7", "8"]}),
            ),
            (E::NumberNotHeld, json!({"user_id": "202"})),
            trade("accepted"),
            trade("declined"),
            trade("cancelled"),
            trade("expired"),
        ] {
            let mut problem = problem(code);
            problem.params = params.as_object().unwrap().clone();
            all.push_str(&text(problem));
            all.push('\n');
        }
        insta::assert_snapshot!(all, @r"
        Numbers belong to a class here. Pick one with `class`: GT3, LMP \*2\*.
        There is no such number here: they go from 1 to 99, with up to 3 digits. `/available` shows what is free.
        <@202> (**Bert \*B\***) has held that number since <t:1796148000:R>. Free nearby: 6, 08.
        **https\://evil\.example/x** has held that number for some time. `/available` shows what is free.
        That number is reserved; that ends <t:1796148000:R>. Free nearby: 8.
        A driver of the iRacing league has that number. If that is you, `/link` your account, then claim it. Free nearby: 8.
        A member may hold one number, and that is reached (held: 7). `/release` one first; `/mynumbers` shows yours.
        A member may hold 2 numbers, and that is reached (held: 7, 8). `/release` one first; `/mynumbers` shows yours.
        Somebody else holds that number: <@202>. `/mynumbers` shows yours, `/check` how another stands.
        That offer was accepted already. `/trade list` shows what is open.
        That offer was declined already. `/trade list` shows what is open.
        That offer was withdrawn. `/trade list` shows what is open.
        That offer was not answered in time. `/trade list` shows what is open.
        ");
    }
}
