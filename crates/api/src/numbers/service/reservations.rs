//! Numbers that are kept for a member, or for nobody.

use super::freed::hand_on;
use super::scope;
use crate::audit;
use crate::db::{Error, Reading, Transaction};
use crate::guilds;
use crate::members;
use crate::numbers::model::{MAX_RESERVATIONS, NumberError};
use crate::numbers::store;
use crate::numbers::store::reservations::Stored;
use crate::operation::Operation;
use crate::page::PageRequest;
use paddock_api_types::guilds::GuildSettings;
use paddock_api_types::numbers::{NumberReservation, ReservationKind, ReserveNumbers};
use paddock_api_types::{CarNumber, NumberReservationId, Page};

/// Reservations, newest first.
pub(crate) async fn list_reservations(
    op: &Operation,
    page: PageRequest<1>,
) -> Result<Page<NumberReservation>, NumberError> {
    let rows = store::reservations::list(&op.ctx.db, op.guild(), page).await?;
    Ok(page.page(rows, |reservation| [reservation.id.get()]))
}

/// Keeps a number or a range. Who holds one of them keeps it.
pub(crate) async fn reserve(
    op: &Operation,
    new: &ReserveNumbers,
) -> Result<NumberReservation, NumberError> {
    let (first, last) = bounds(new)?;
    if new.until.is_some_and(|until| until <= op.at) {
        return Err(NumberError::Invalid {
            field: "until",
            expected: "a time to come",
        });
    }
    op.write(|mut tx| async move {
        let (scope, _) = scope(&mut Reading::Within(&mut tx), op, new.class_id).await?;
        if let Some(user) = new.user_id {
            let member = members::service::lookup(&mut tx, op.guild(), user).await?;
            let mut member = member.ok_or(NumberError::MemberNotFound)?;
            // Against an erasure at the same time, which would leave the reservation behind.
            members::service::claim(&mut tx, op.guild(), &mut member).await?;
        }
        if let Some(class) = &scope.class {
            store::classes::touch(&mut tx, op.guild(), class.id).await?;
        }
        let kind = ReservationKind::Admin;
        let count = store::reservations::count(&mut tx, op.guild(), kind).await?;
        if count >= i64::from(MAX_RESERVATIONS) {
            let limit = MAX_RESERVATIONS;
            return Err(NumberError::LimitReached { limit });
        }
        let reservation = NumberReservation {
            id: op.ctx.next_id(),
            kind,
            class_id: scope.key().id(),
            number: new.number.clone(),
            first,
            last,
            user_id: new.user_id,
            until: new.until,
            note: new.note.clone().map(Into::into),
            created_at: op.at,
        };
        let by = op.actor.user_id;
        store::reservations::insert(&mut tx, op.guild(), &reservation, by).await?;
        audit::created(&mut tx, op, "number.reserved", &reservation).await?;
        Ok(op.commit(tx, reservation).await?)
    })
    .await
}

fn bounds(new: &ReserveNumbers) -> Result<(u16, u16), NumberError> {
    let refuse = |field, expected| Err(NumberError::Invalid { field, expected });
    match (&new.number, new.first, new.last) {
        (Some(number), None, None) => Ok((number.value(), number.value())),
        (None, Some(first), Some(last)) if first <= last => Ok((first.get(), last.get())),
        (None, Some(_), Some(_)) => refuse("first", "a lowest value that is not above the highest"),
        _ => refuse(
            "number",
            "a number, or else the first and the last of a range",
        ),
    }
}

/// Removes a reservation; what is free by that goes to who waits for it.
pub(crate) async fn remove_reservation(
    op: &Operation,
    id: NumberReservationId,
) -> Result<(), NumberError> {
    op.write(|mut tx| async move {
        let stored = store::reservations::lookup(&mut tx, op.guild(), id).await?;
        let stored = stored.ok_or(NumberError::ReservationNotFound)?;
        let settings = guilds::service::settings(&mut tx, op.guild()).await?;
        end(
            &mut tx,
            op,
            &settings,
            &stored,
            "number.reservation_removed",
        )
        .await?;
        Ok(op.commit(tx, ()).await?)
    })
    .await
}

/// Deletes a reservation, and hands on what somebody waits for.
pub(super) async fn end(
    tx: &mut Transaction,
    op: &Operation,
    settings: &GuildSettings,
    stored: &Stored,
    action: &'static str,
) -> Result<(), Error> {
    store::reservations::delete(tx, op.guild(), stored).await?;
    let reservation = &stored.reservation;
    audit::deleted(tx, op, action, reservation).await?;
    for number in awaited(tx, op, stored).await? {
        let claim = store::claims::lookup(&mut *tx, op.guild(), stored.class(), &number).await?;
        if claim.is_none() {
            hand_on(tx, op, settings, stored.class(), &number).await?;
        }
    }
    Ok(())
}

/// The numbers of a reservation that somebody may wait for.
async fn awaited(
    tx: &mut Transaction,
    op: &Operation,
    stored: &Stored,
) -> Result<Vec<CarNumber>, Error> {
    let reservation = &stored.reservation;
    if let Some(number) = &reservation.number {
        return Ok(vec![number.clone()]);
    }
    let mut awaited = store::waits::awaited(tx, op.guild(), stored.class()).await?;
    awaited.retain(|number| (reservation.first..=reservation.last).contains(&number.value()));
    Ok(awaited)
}
