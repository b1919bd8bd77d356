//! A new season of numbers.

use super::announce;
use crate::audit;
use crate::db::Transaction;
use crate::guilds;
use crate::numbers::model::{Claim, NumberError};
use crate::numbers::store;
use crate::operation::Operation;
use crate::page::PageRequest;
use jiff::{SignedDuration, Timestamp};
use paddock_api_types::effects::Notice;
use paddock_api_types::numbers::{
    NumberReservation, NumberSeason, ReservationKind, StartNumberSeason,
};

/// Claims handled at a time.
const BATCH: u32 = 500;

/// Releases every number. Until the priority ends, only its last holder can claim it.
pub(crate) async fn start_season(
    op: &Operation,
    start: StartNumberSeason,
) -> Result<NumberSeason, NumberError> {
    let days = i64::from(start.priority_days.get());
    let priority_until = (days > 0).then(|| op.at + SignedDuration::from_hours(24 * days));
    op.write(|mut tx| async move {
        let mut released = 0;
        loop {
            let page = PageRequest {
                limit: BATCH,
                after: None,
            };
            let claims = store::claims::list(&mut tx, op.guild(), None, page).await?;
            if claims.is_empty() {
                break;
            }
            for claim in claims {
                end_season(&mut tx, op, &claim, priority_until).await?;
                released += 1;
            }
        }
        let settings = guilds::service::settings(&mut tx, op.guild()).await?;
        if released > 0 {
            let notice = Notice::NumberSeasonStarted { priority_until };
            announce(&mut tx, op, &settings, notice).await?;
        }
        let season = NumberSeason {
            released,
            priority_until,
        };
        Ok(op.commit(tx, season).await?)
    })
    .await
}

async fn end_season(
    tx: &mut Transaction,
    op: &Operation,
    claim: &Claim,
    priority_until: Option<Timestamp>,
) -> Result<(), NumberError> {
    store::claims::delete(tx, op.guild(), claim).await?;
    audit::deleted(tx, op, "number.season_ended", claim).await?;
    // Who waits has their turn when the priority ends; without one, a wait ends as any other does.
    let until = priority_until.unwrap_or(op.at);
    let value = claim.number.value();
    let reservation = NumberReservation {
        id: op.ctx.next_id(),
        kind: ReservationKind::Priority,
        class_id: claim.class_id(),
        number: Some(claim.number.clone()),
        first: value,
        last: value,
        user_id: Some(claim.user_id),
        until: Some(until),
        note: None,
        created_at: op.at,
    };
    Ok(store::reservations::insert(tx, op.guild(), &reservation, None).await?)
}
