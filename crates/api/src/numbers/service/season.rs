//! A new season of numbers.

use super::{announce, freed::hand_on};
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
        let settings = guilds::service::settings(&mut tx, op.guild()).await?;
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
                store::claims::delete(&mut tx, op.guild(), &claim).await?;
                audit::deleted(&mut tx, op, "number.season_ended", &claim).await?;
                if let Some(until) = priority_until {
                    keep(&mut tx, op, &claim, until).await?;
                } else {
                    hand_on(&mut tx, op, &settings, claim.class, &claim.number).await?;
                }
                released += 1;
            }
        }
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

/// Keeps a number for who held it; who waits for it has their turn when the priority ends.
async fn keep(
    tx: &mut Transaction,
    op: &Operation,
    claim: &Claim,
    until: Timestamp,
) -> Result<(), NumberError> {
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
