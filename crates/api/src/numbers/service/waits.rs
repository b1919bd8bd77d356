//! The wait list.

use super::freed::record_end_of_wait;
use super::{caller, reservations::end, scope};
use crate::audit;
use crate::db::Reading;
use crate::members;
use crate::numbers::model::audited::Waiting;
use crate::numbers::model::{MAX_WAITS, NumberError, covers};
use crate::numbers::store;
use crate::operation::Operation;
use paddock_api_types::numbers::{NumberWait, ReservationKind, WaitForNumber};
use paddock_api_types::{CarNumber, NumberClassId};

/// Has the caller wait for a number that somebody holds, or that is held for somebody.
pub(crate) async fn wait_for(
    op: &Operation,
    wanted: &WaitForNumber,
) -> Result<NumberWait, NumberError> {
    let user = caller(op)?;
    let number = &wanted.number;
    op.write(|mut tx| async move {
        let guild = op.guild();
        let (scope, _) = scope(&mut Reading::Within(&mut tx), op, wanted.class_id).await?;
        scope.check(number)?;
        let class = scope.key();
        if let Some(wait) = store::waits::lookup(&mut tx, guild, class, number, user).await? {
            return Ok(op.commit_about(tx, user, wait).await?);
        }
        // Claimed, so that it is not freed at the same time with nobody waiting yet.
        let claim = store::claims::lookup(&mut tx, guild, class, number).await?;
        match claim {
            Some(claim) if claim.user_id == user => return Err(NumberError::HeldByCaller),
            Some(claim) => store::claims::touch(&mut tx, guild, &claim).await?,
            None => {
                let value = number.value();
                let from = &mut tx;
                let rows =
                    store::reservations::overlapping(from, guild, class, value, value).await?;
                let held = rows
                    .iter()
                    .find(|row| covers(&row.reservation, number, op.at));
                let held = held.ok_or(NumberError::NotClaimed)?;
                if held.reservation.user_id == Some(user) {
                    return Err(NumberError::NotClaimed);
                }
                store::reservations::touch(&mut tx, guild, held).await?;
            }
        }
        let member = members::service::lookup(&mut tx, guild, user).await?;
        let mut member = member.ok_or(NumberError::NotRegistered)?;
        members::service::claim(&mut tx, guild, &mut member).await?;
        if store::waits::count_of_member(&mut tx, guild, user).await? >= i64::from(MAX_WAITS) {
            let limit = MAX_WAITS;
            return Err(NumberError::LimitReached { limit });
        }
        let before = store::waits::count(&mut tx, guild, class, number).await?;
        let wait = NumberWait {
            number: number.clone(),
            class_id: class.id(),
            class_name: scope.class.map(|class| class.name),
            user_id: user,
            place: before + 1,
            since: op.at,
        };
        store::waits::insert(&mut tx, guild, &wait, op.ctx.next_id()).await?;
        let waiting = Waiting {
            number,
            class,
            user_id: user,
        };
        audit::created(&mut tx, op, "number.waited_for", &waiting).await?;
        Ok(op.commit_about(tx, user, wait).await?)
    })
    .await
}

/// Has the caller wait no longer, or declines what is held for them, which then goes to the next.
pub(crate) async fn stop_waiting(
    op: &Operation,
    number: &CarNumber,
    class: Option<NumberClassId>,
) -> Result<(), NumberError> {
    let user = caller(op)?;
    op.write(|mut tx| async move {
        let guild = op.guild();
        let (scope, settings) = scope(&mut Reading::Within(&mut tx), op, class).await?;
        let (class, value) = (scope.key(), number.value());
        if store::waits::delete(&mut tx, guild, class, number, user).await? {
            let waiting = Waiting {
                number,
                class,
                user_id: user,
            };
            record_end_of_wait(&mut tx, op, &waiting).await?;
            return Ok(op.commit(tx, ()).await?);
        }
        let rows = store::reservations::overlapping(&mut tx, guild, class, value, value).await?;
        let held = rows.into_iter().find(|row| {
            let reservation = &row.reservation;
            reservation.kind == ReservationKind::WaitList
                && reservation.user_id == Some(user)
                && reservation.number.as_ref() == Some(number)
        });
        let held = held.ok_or(NumberError::NotWaited)?;
        end(&mut tx, op, &settings, &held, "number.declined").await?;
        Ok(op.commit(tx, ()).await?)
    })
    .await
}
