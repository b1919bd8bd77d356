//! Texts about reservations.

use crate::{
    answer::Reply,
    replies::{
        Pick,
        format::{escape, instant, relative},
    },
};
use paddock_api_types::numbers::{NumberReservation, ReservationKind};
use std::fmt::Write as _;

/// What options that pick a reservation pick.
pub(crate) const ONE: Pick = Pick {
    one: "reservation",
    many: "reservations",
    none: "there is none; `/reserve number` makes one",
};
/// Title of `/reserve list`.
pub(crate) const TITLE: &str = "Reserved car numbers";
/// `/reserve list` without any.
pub(crate) const NONE: &str =
    "No number is reserved. `/reserve number` and `/reserve range` reserve some.";
/// After `/reserve remove`.
pub(crate) const REMOVED: &str = "Removed: that is no longer reserved.";

/// The number or the range that it keeps.
pub(crate) fn numbers(reservation: &NumberReservation) -> String {
    match &reservation.number {
        Some(number) => format!("#{number}"),
        None => format!("{}-{}", reservation.first, reservation.last),
    }
}

/// One suggestion.
pub(crate) fn choice(reservation: &NumberReservation) -> String {
    let whom = match (reservation.kind, reservation.user_id) {
        (ReservationKind::WaitList, _) => "waited for",
        (ReservationKind::Priority, _) => "of the last season",
        (ReservationKind::Admin, Some(_)) => "for a member",
        (ReservationKind::Admin, None) => "for nobody",
    };
    let note = reservation
        .note
        .as_deref()
        .map(|note| note.replace('\n', " "));
    let note = note.map_or_else(String::new, |note| format!(" · {note}"));
    format!("{} · {whom}{note}", numbers(reservation))
}

/// One line of a list.
pub(crate) fn line(reservation: &NumberReservation) -> String {
    let whom = reservation
        .user_id
        .map_or_else(|| "nobody".to_owned(), |user| format!("<@{user}>"));
    let kind = match reservation.kind {
        ReservationKind::Admin => "",
        ReservationKind::WaitList => ", who waited for it",
        ReservationKind::Priority => ", who held it in the last season",
    };
    let mut line = format!("**{}** · for {whom}{kind}", numbers(reservation));
    if let Some(until) = reservation.until {
        let _ = write!(line, " · until {} ({})", instant(until), relative(until));
    }
    if let Some(note) = &reservation.note {
        let _ = write!(line, "\n  “{}”", escape(note));
    }
    line
}

/// After `/reserve number` and `range`.
pub(crate) fn reserved(reservation: &NumberReservation) -> Reply {
    Reply::text(format!(
        "🔒 Reserved: {}\n`/reserve list` shows all, `/reserve remove` removes one.",
        line(reservation)
    ))
}
