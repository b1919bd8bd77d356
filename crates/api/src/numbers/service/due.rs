//! What is due: numbers of members who left, reservations and offers that have ended. A job.

use super::release::remove;
use super::reservations::end;
use super::trades::expire;
use crate::context::Context;
use crate::db::Error;
use crate::guilds;
use crate::numbers::model::{ClassKey, NumberError};
use crate::numbers::store;
use crate::operation::Operation;
use jiff::{SignedDuration, Timestamp};
use paddock_api_types::{CarNumber, GuildId, NumberReservationId};

/// How long offers that are over stay readable.
const KEEP_TRADES: SignedDuration = SignedDuration::from_hours(30 * 24);

/// Whether anything is due.
pub(crate) async fn has_work(ctx: &Context) -> Result<bool, Error> {
    let (db, now) = (&ctx.db, ctx.now());
    Ok(!store::claims::due(db, now).await?.is_empty()
        || !store::reservations::due(db, now).await?.is_empty()
        || !store::trades::due(db, now).await?.is_empty())
}

/// Does everything that is due. A failure with one number does not keep the others.
pub(crate) async fn run_due(ctx: &Context) -> Result<(), NumberError> {
    let (db, now) = (&ctx.db, ctx.now());
    let mut outcome = Ok(());
    for (guild, class, number) in store::claims::due(db, now).await? {
        outcome = outcome.and(release_left(ctx, guild, class, &number, now).await);
    }
    for (guild, id) in store::reservations::due(db, now).await? {
        outcome = outcome.and(end_reservation(ctx, guild, id, now).await);
    }
    for (guild, id, user) in store::trades::due(db, now).await? {
        outcome = outcome.and(expire(ctx, guild, id, user).await);
    }
    store::trades::purge(db, now - KEEP_TRADES).await?;
    outcome
}

async fn release_left(
    ctx: &Context,
    guild: GuildId,
    class: ClassKey,
    number: &CarNumber,
    now: Timestamp,
) -> Result<(), NumberError> {
    let op = &Operation::system(ctx, guild);
    op.write(|mut tx| async move {
        let claim = store::claims::lookup(&mut tx, guild, class, number).await?;
        let is_due = |at: Timestamp| at <= now;
        // Its holder may have come back since it was looked for.
        if let Some(claim) = claim.filter(|claim| claim.release_at.is_some_and(is_due)) {
            let settings = guilds::service::settings(&mut tx, guild).await?;
            remove(&mut tx, op, &settings, &claim, "number.released").await?;
        }
        Ok::<_, NumberError>(op.commit(tx, ()).await?)
    })
    .await
}

async fn end_reservation(
    ctx: &Context,
    guild: GuildId,
    id: NumberReservationId,
    now: Timestamp,
) -> Result<(), NumberError> {
    let op = &Operation::system(ctx, guild);
    op.write(|mut tx| async move {
        let stored = store::reservations::lookup(&mut tx, guild, id).await?;
        let is_due = |at: Timestamp| at <= now;
        if let Some(stored) = stored.filter(|it| it.reservation.until.is_some_and(is_due)) {
            let settings = guilds::service::settings(&mut tx, guild).await?;
            end(&mut tx, op, &settings, &stored, "number.reservation_ended").await?;
        }
        Ok::<_, NumberError>(op.commit(tx, ()).await?)
    })
    .await
}
