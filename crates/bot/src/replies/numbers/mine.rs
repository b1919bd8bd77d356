//! What a member has to do with numbers.

use super::{number, reservations, state, trades};
use crate::replies::{
    format::{count, relative},
    league,
};
use paddock_api_types::{
    UserId,
    numbers::{MyNumbers, NumberClaim, NumberWait, TradeState},
};

/// Title of `/mynumbers`.
pub(crate) const MINE_TITLE: &str = "Your car numbers";

/// `/mynumbers`, line by line.
pub(crate) fn mine(mine: &MyNumbers, caller: UserId) -> Vec<String> {
    let mut lines: Vec<_> = mine.claims.iter().map(claim_line).collect();
    if lines.is_empty() {
        lines.push("You hold no number. `/claim` gets you one.".to_owned());
    }
    let mut add = |title: &str, more: Vec<String>| {
        if !more.is_empty() {
            lines.push(format!("\n**{title}**"));
            lines.extend(more);
        }
    };
    let kept = mine.reservations.iter().map(reservations::line);
    add("Kept for you", kept.collect());
    add("You wait for", mine.waiting.iter().map(wait_line).collect());
    let open = mine.trades.iter();
    let open = open.filter(|trade| trade.state == TradeState::Open);
    let open = open.map(|trade| trades::line(trade, caller));
    add("Offers", open.collect());
    let link = mine.link.as_ref().map(league::link_line);
    add("iRacing", link.into_iter().collect());
    lines
}

fn claim_line(claim: &NumberClaim) -> String {
    format!(
        "{} · {} · since {}",
        number(&claim.number, claim.class_name.as_deref()),
        state(claim.state),
        relative(claim.claimed_at),
    )
}

/// One line of `/waitlist list`.
pub(crate) fn wait_line(wait: &NumberWait) -> String {
    let before = match wait.place.saturating_sub(1) {
        0 => "you are first in line".to_owned(),
        others => format!("{} before you", count(others.into(), "member")),
    };
    format!(
        "{} · {before} · since {}",
        number(&wait.number, wait.class_name.as_deref()),
        relative(wait.since),
    )
}
