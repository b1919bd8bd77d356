//! What follows from time alone: statuses that nobody sees any more, duty that nobody ended, and what is
//! kept long enough.

use super::presence::{apply, ended_watches};
use crate::context::Context;
use crate::db::{Error, Reading};
use crate::guilds;
use crate::operation::Operation;
use crate::staff::model::reports::{self, Outcome};
use crate::staff::model::{Staff, StaffError, overdue_since};
use crate::staff::store;
use jiff::SignedDuration;
use jiff::tz::TimeZone;
use paddock_api_types::GuildId;
use std::slice;

/// Whether anybody's status is known in a watch that has ended, or duty was forgotten.
pub(crate) async fn settle_has_work(ctx: &Context) -> Result<bool, Error> {
    let outlived = store::members::outlived(&ctx.db, live(ctx).await?).await?;
    let overdue = store::members::overdue(&ctx.db, overdue_since(ctx.now())).await?;
    Ok(!outlived.is_empty() || !overdue.is_empty())
}

/// The watch that goes on, or none.
async fn live(ctx: &Context) -> Result<i64, Error> {
    let watch = guilds::service::watch(&ctx.db).await?;
    let live = watch.filter(|watch| watch.is_live(ctx.now()));
    Ok(live.map_or(0, |watch| watch.id))
}

/// Has statuses end with the watch that they were seen in, and duty after its longest time.
pub(crate) async fn settle(ctx: &Context) -> Result<(), StaffError> {
    loop {
        let outlived = store::members::outlived(&ctx.db, live(ctx).await?).await?;
        if outlived.is_empty() {
            break;
        }
        for staff in &outlived {
            end_status(ctx, staff).await?;
        }
    }
    for staff in store::members::overdue(&ctx.db, overdue_since(ctx.now())).await? {
        end_duty(ctx, &staff).await?;
    }
    ctx.changed.notify_waiters();
    Ok(())
}

async fn end_status(ctx: &Context, seen: &Staff) -> Result<(), StaffError> {
    let (guild, user, now) = (seen.guild_id, seen.user_id, ctx.now());
    let watch = seen.known.watch;
    ctx.db
        .transact(|mut tx| async move {
            let seq = store::guilds::next(&mut tx, guild).await?;
            let staff = store::members::lookup(&mut tx, guild, user).await?;
            // A report may have brought a newer one since.
            let staff = staff.filter(|it| it.known.watch == watch);
            if let (Some(staff), Some(_)) = (staff, watch) {
                let reading = &mut Reading::Within(&mut tx);
                let ended = ended_watches(reading, slice::from_ref(&staff), None).await?;
                let end = staff.known.ended_at(&ended);
                let mut outcome = reports::lost(&staff, end.unwrap_or(now).min(now));
                if outcome == Outcome::Nothing {
                    outcome = Outcome::Changed {
                        known: crate::staff::model::Known {
                            watch: None,
                            ..staff.known.clone()
                        },
                        ended: None,
                    };
                }
                apply(&mut tx, ctx, &staff, &outcome, seq).await?;
            }
            Ok(tx.commit(()).await?)
        })
        .await
}

async fn end_duty(ctx: &Context, seen: &Staff) -> Result<(), StaffError> {
    let op = &Operation::system(ctx, seen.guild_id);
    let user = seen.user_id;
    op.write(|mut tx| async move {
        let before = store::members::lookup(&mut tx, op.guild(), user).await?;
        let over = |it: &Staff| {
            it.on_duty_since
                .is_some_and(|at| at <= overdue_since(op.at))
        };
        if let Some(before) = before.filter(over) {
            let mut after = before.clone();
            after.on_duty_since = None;
            let action = "staff.duty_ended";
            super::duty::set_duty(&mut tx, op, &before, &mut after, action).await?;
        }
        Ok(op.commit(tx, ()).await?)
    })
    .await
}

/// Deletes what guilds keep no longer of who was there when, and why they were away.
pub(crate) async fn expire(ctx: &Context) -> Result<(), StaffError> {
    let mut last = 0;
    loop {
        let guilds = store::guilds::after(&ctx.db, last).await?;
        let Some(end) = guilds.last() else {
            return Ok(());
        };
        last = end.get();
        for guild in guilds {
            expire_in(ctx, guild).await?;
        }
    }
}

async fn expire_in(ctx: &Context, guild: GuildId) -> Result<(), StaffError> {
    let stored = store::settings::lookup(&ctx.db, guild).await?;
    let (chosen, _) = stored.unwrap_or_default();
    let days = i64::from(chosen.settings().retention_days);
    let before = ctx.now() - SignedDuration::from_hours(24 * days);
    while store::intervals::any_before(&ctx.db, guild, before).await? {
        ctx.db
            .transact(|mut tx| async move {
                store::intervals::purge(&mut tx, guild, before).await?;
                Ok::<_, StaffError>(tx.commit(()).await?)
            })
            .await?;
    }
    let day = before.to_zoned(TimeZone::UTC).date();
    ctx.db
        .transact(|mut tx| async move {
            store::leaves::forget_reasons(&mut tx, guild, day).await?;
            Ok::<_, StaffError>(tx.commit(()).await?)
        })
        .await
}
