//! Texts about car numbers.

pub(crate) mod admin;
pub(crate) mod classes;
pub(crate) mod files;
mod mine;
pub(crate) mod notices;
mod ranges;
pub(crate) mod reservations;
mod status;
pub(crate) mod trades;

pub(crate) use mine::{MINE_TITLE, mine, wait_line};
pub(crate) use ranges::{range, ranges};
pub(crate) use status::{status, status_choice};

use super::{
    Pick,
    format::{escape, relative},
};
use crate::answer::Reply;
use paddock_api_types::{
    CarNumber, UserId,
    numbers::{ClaimState, NumberClaim, NumberWait},
};
use std::fmt::Write as _;

/// What options that name a number to claim pick.
pub(crate) const ANY: Pick = Pick {
    one: "number such as 7 or 07",
    many: "numbers",
    none: "type its digits",
};
/// What options that name a number of the caller pick.
pub(crate) const HELD: Pick = Pick {
    one: "number of yours",
    many: "numbers of yours",
    none: "you hold none; `/claim` gets you one",
};
/// What options that name a number that is waited for pick.
pub(crate) const WAITED: Pick = Pick {
    one: "number that you wait for",
    many: "numbers that you wait for",
    none: "you wait for none",
};
/// Title of `/roster`.
pub(crate) const ROSTER_TITLE: &str = "Car numbers";
/// `/roster` without any.
pub(crate) const NO_CLAIMS: &str = "Nobody holds a number yet. `/claim` gets you one.";
/// Title of `/available`.
pub(crate) const FREE_TITLE: &str = "Free car numbers";
/// `/available` without any.
pub(crate) const NONE_FREE: &str =
    "No number is free. `/waitlist join` waits for one that somebody holds.";
/// Title of `/waitlist list`.
pub(crate) const WAITS_TITLE: &str = "Numbers that you wait for";
/// `/waitlist list` without any.
pub(crate) const NO_WAITS: &str = "You wait for no number. `/waitlist join` waits for one.";

/// A number, with the name of its class where there are classes.
pub(crate) fn number(number: &CarNumber, class: Option<&str>) -> String {
    match class {
        Some(class) => format!("**#{number}** ({})", escape(class)),
        None => format!("**#{number}**"),
    }
}

/// Numbers one after another.
pub(crate) fn list(numbers: &[CarNumber]) -> String {
    let texts: Vec<_> = numbers.iter().map(CarNumber::as_str).collect();
    texts.join(", ")
}

/// One suggestion among numbers of the caller.
pub(crate) fn choice(number: &CarNumber, class: Option<&str>) -> String {
    match class {
        Some(class) => format!("#{number} · {class}"),
        None => format!("#{number}"),
    }
}

/// A free number as a suggestion.
pub(crate) fn free_choice(number: &CarNumber) -> String {
    format!("#{number} · free")
}

/// After `/claim`.
pub(crate) fn claimed(claim: &NumberClaim, caller: UserId) -> Reply {
    let number = number(&claim.number, claim.class_name.as_deref());
    let whose = if claim.user_id == caller {
        "yours".to_owned()
    } else {
        format!("<@{}>'s", claim.user_id)
    };
    let state = match claim.state {
        ClaimState::Pending => "",
        ClaimState::Synced => " The roster of the iRacing league agrees.",
        ClaimState::Clash => {
            " On the roster of the iRacing league somebody else has it; an admin has to look at that."
        }
    };
    Reply::text(format!("✅ {number} is {whose}.{state}"))
}

/// After `/release`.
pub(crate) fn released(free: &CarNumber) -> Reply {
    Reply::text(format!("{} is no longer yours.", number(free, None)))
}

/// After a number that was held was declined.
pub(crate) fn declined(number_: &CarNumber) -> Reply {
    Reply::text(format!(
        "You declined {}. The next member in line is asked.",
        number(number_, None)
    ))
}

/// After `/waitlist join`.
pub(crate) fn waits(wait: &NumberWait) -> Reply {
    let number = number(&wait.number, wait.class_name.as_deref());
    let place = match wait.place {
        1 => "You are the first in line".to_owned(),
        place => format!("You are number {place} in line"),
    };
    Reply::text(format!(
        "⏳ {place} for {number}. Once it is free, I hold it for you and tell you."
    ))
}

/// After `/waitlist leave`.
pub(crate) fn waits_no_more(left: &CarNumber) -> Reply {
    Reply::text(format!("You no longer wait for {}.", number(left, None)))
}

/// One line of `/roster`.
pub(crate) fn line(claim: &NumberClaim) -> String {
    let mut line = format!(
        "**#{}** <@{}> **{}**",
        claim.number,
        claim.user_id,
        escape(&claim.display_name)
    );
    if let Some(class) = &claim.class_name {
        let _ = write!(line, " · {}", escape(class));
    }
    let _ = write!(line, " · {}", state(claim.state));
    if let Some(at) = claim.released_at {
        let _ = write!(line, " · left the server, free {}", relative(at));
    }
    line
}

/// How a claim compares with the league's roster.
fn state(state: ClaimState) -> &'static str {
    match state {
        ClaimState::Pending => "⏳ pending",
        ClaimState::Synced => "✅ synced",
        ClaimState::Clash => "⚠️ clash",
    }
}
