//! How a number stands.

use super::{list, number};
use crate::replies::format::{count, person, relative};
use paddock_api_types::numbers::{
    ClaimState, NumberClaim, NumberReservation, NumberState, NumberStatus, ReservationKind,
};

/// `/check`.
pub(crate) fn status(status: &NumberStatus) -> String {
    let class = status.class.as_ref().map(|class| class.name.as_str());
    let number = number(&status.number, class);
    let mut lines = vec![match (status.state, &status.claim) {
        (NumberState::Free, _) => format!("✅ {number} is free for you. `/claim` makes it yours."),
        (NumberState::OutOfRange, _) => format!("🚫 {number} is no number here."),
        (_, Some(claim)) => held(&number, claim),
        (NumberState::OnRoster, None) => format!(
            "🏁 A driver of the iRacing league has {number}. If that is you, `/link` your account."
        ),
        (NumberState::Reserved | NumberState::Claimed, None) => match &status.reservation {
            Some(reservation) => reserved(&number, reservation),
            None => format!("🔒 {number} is not free."),
        },
    }];
    if let (NumberState::OutOfRange, Some(class)) = (status.state, &status.class) {
        lines.push(format!(
            "Numbers of this class go from {} to {}.",
            class.number_min, class.number_max
        ));
    }
    if let Some(claim) = &status.claim {
        lines.extend(compared(claim.state).map(str::to_owned));
        let free = claim.released_at.map(relative);
        lines.extend(free.map(|at| format!("They have left the server; it is free again {at}.")));
    }
    if status.waiting > 0 {
        let verb = if status.waiting == 1 { "waits" } else { "wait" };
        let members = count(status.waiting.into(), "member");
        lines.push(format!("{members} {verb} for it."));
    }
    if status.state != NumberState::Free && !status.nearest.is_empty() {
        lines.push(format!("Free nearby: {}.", list(&status.nearest)));
    }
    lines.join("\n")
}

/// A number that is being typed, as a suggestion.
pub(crate) fn status_choice(status: &NumberStatus) -> String {
    let number = &status.number;
    match (status.state, &status.claim) {
        (NumberState::Free, _) => super::free_choice(number),
        (NumberState::OutOfRange, _) => format!("#{number} · no number here"),
        (_, Some(claim)) => format!("#{number} · {}", claim.display_name),
        (NumberState::OnRoster, None) => format!("#{number} · on the league's roster"),
        (NumberState::Reserved | NumberState::Claimed, None) => format!("#{number} · reserved"),
    }
}

fn held(number: &str, claim: &NumberClaim) -> String {
    format!(
        "{} has held {number} since {}.",
        person(claim.user_id, &claim.display_name),
        relative(claim.claimed_at),
    )
}

fn compared(state: ClaimState) -> Option<&'static str> {
    match state {
        ClaimState::Pending => None,
        ClaimState::Synced => Some("The roster of the iRacing league agrees."),
        ClaimState::Clash => Some("⚠️ On the roster of the iRacing league somebody else has it."),
    }
}

fn reserved(number: &str, reservation: &NumberReservation) -> String {
    let whom = reservation
        .user_id
        .map_or_else(|| "nobody".to_owned(), |user| format!("<@{user}>"));
    let what = match reservation.kind {
        ReservationKind::Admin if reservation.user_id.is_none() => "is kept free".to_owned(),
        ReservationKind::Admin => format!("is reserved for {whom}"),
        ReservationKind::WaitList => format!("is held for {whom}, who waited for it"),
        ReservationKind::Priority => {
            format!("is kept for {whom}, who held it in the last season")
        }
    };
    let until = reservation
        .until
        .map_or_else(String::new, |at| format!("; that ends {}", relative(at)));
    format!("🔒 {number} {what}{until}.")
}
