//! `/reserve`: numbers that only one member or nobody can claim.

use super::{class_id, options::Number};
use crate::{
    commands::{dates::Date, prelude::*},
    replies::numbers::reservations as texts,
};
use api::{
    CarNumberValue, Note,
    numbers::{NumberClass, NumberReservation, ReserveNumbers},
};

pub(super) fn add(dispatch: &mut Dispatch) {
    dispatch.command(Audience::Managers, reserve);
    dispatch.list(&RESERVATIONS);
}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "reserve",
    desc = "Keep car numbers for a member, or for nobody"
)]
enum Reserve {
    #[command(name = "number")]
    One(One),
    #[command(name = "range")]
    Range(Range),
    #[command(name = "list")]
    List(ListReservations),
    #[command(name = "remove")]
    Remove(Remove),
}

#[derive(CommandModel, CreateCommand)]
#[command(name = "number", desc = "Keep one number")]
struct One {
    /// Number, such as 7 or 07, which are two
    number: Number,
    /// Member who may claim it; nobody by default
    member: Option<Id<UserMarker>>,
    /// Until when, such as in 2 weeks, or a date, which belongs to it; without, until you remove it
    until: Option<Date>,
    /// Note for admins
    note: Option<Text<Note>>,
    /// Class of cars, where there are several
    class: Option<Picked<NumberClass>>,
}

#[derive(CommandModel, CreateCommand)]
#[command(name = "range", desc = "Keep every number from one to another")]
struct Range {
    /// Lowest number
    first: Num<CarNumberValue>,
    /// Highest number
    last: Num<CarNumberValue>,
    /// Member who may claim them; nobody by default
    member: Option<Id<UserMarker>>,
    /// Until when, such as in 2 weeks, or a date, which belongs to it; without, until you remove it
    until: Option<Date>,
    /// Note for admins
    note: Option<Text<Note>>,
    /// Class of cars, where there are several
    class: Option<Picked<NumberClass>>,
}

#[derive(CommandModel, CreateCommand)]
#[command(name = "list", desc = "Every reservation, newest first")]
struct ListReservations {}

#[derive(CommandModel, CreateCommand)]
#[command(name = "remove", desc = "Remove a reservation")]
struct Remove {
    /// Reservation
    reservation: Picked<NumberReservation>,
}

const RESERVATIONS: List<(), NumberReservation> = List {
    action: "number-reservations",
    size: |()| 10,
    rows: |call, (), page| Box::pin(async move { call.api.list_number_reservations(&page).await }),
    title: |()| texts::TITLE.into(),
    empty: |()| texts::NONE.into(),
    line: texts::line,
};

async fn reserve(call: Call, options: Reserve) -> Outcome {
    let reply = match options {
        Reserve::One(options) => {
            let what = ReserveNumbers {
                number: Some(options.number.read("number")?),
                user_id: options.member.map(ToWire::wire),
                note: options.note.map(|it| it.0),
                class_id: class_id(options.class.as_ref())?,
                ..ReserveNumbers::default()
            };
            keep(&call, what, options.until).await?
        }
        Reserve::Range(options) => {
            let what = ReserveNumbers {
                first: Some(options.first.0),
                last: Some(options.last.0),
                user_id: options.member.map(ToWire::wire),
                note: options.note.map(|it| it.0),
                class_id: class_id(options.class.as_ref())?,
                ..ReserveNumbers::default()
            };
            keep(&call, what, options.until).await?
        }
        Reserve::List(ListReservations {}) => RESERVATIONS.first(&call, &()).await?,
        Reserve::Remove(Remove { reservation }) => {
            let reservation = reservation.id()?;
            call.write().remove_number_reservation(reservation).await?;
            Reply::text(texts::REMOVED)
        }
    };
    Ok(reply.into())
}

async fn keep(call: &Call, what: ReserveNumbers, until: Option<Date>) -> Result<Reply, Failure> {
    let until = match until {
        Some(date) => Some(date.read_end(call, "until").await?),
        None => None,
    };
    let body = ReserveNumbers { until, ..what };
    Ok(texts::reserved(&call.write().reserve_numbers(&body).await?))
}
