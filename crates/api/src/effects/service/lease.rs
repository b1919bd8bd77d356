//! Leasing: what is due, each in its turn.

use super::address;
use super::announcements::merge;
use crate::context::Context;
use crate::effects::model::{self, Effect, EffectError};
use crate::effects::store::queue;
use std::time::Duration;

/// How often a waiting lease polls: for changes by other replicas, and for pauses that have ended.
const LOOK_EVERY: Duration = Duration::from_secs(2);
/// How many are looked at, at least: what stands behind others is parked in one transaction.
const LOOK: u32 = 100;

/// Takes up to `limit` effects, waiting up to `wait` for the first.
pub(crate) async fn lease(
    ctx: &Context,
    limit: u32,
    wait: Duration,
) -> Result<Vec<Effect>, EffectError> {
    let deadline = tokio::time::Instant::now() + wait;
    loop {
        // Subscribed before the query: a change in between would otherwise be missed.
        let changed = ctx.changed.notified();
        // Boxed: it is large, and most of the time is spent waiting below.
        let leased = Box::pin(lease_now(ctx, limit)).await?;
        let now = tokio::time::Instant::now();
        if !leased.is_empty() || now >= deadline || ctx.stopping.is_cancelled() {
            return Ok(leased);
        }
        let look_again = deadline.min(now + LOOK_EVERY);
        tokio::select! {
            () = changed => {}
            () = tokio::time::sleep_until(look_again) => {}
            () = ctx.stopping.cancelled() => {}
        }
    }
}

async fn lease_now(ctx: &Context, limit: u32) -> Result<Vec<Effect>, EffectError> {
    let moment = queue::Moment::from(ctx.now());
    if queue::any_overdue(&ctx.db, moment).await? {
        ctx.db
            .transact(|mut tx| async move {
                queue::return_overdue(&mut tx, moment).await?;
                Ok::<_, EffectError>(tx.commit(()).await?)
            })
            .await?;
    }
    let look = limit.max(LOOK);
    while !ctx.stopping.is_cancelled() {
        let queue::Look { due, is_all } = queue::due(&ctx.db, limit, look, moment.now).await?;
        let (ready, behind): (Vec<_>, Vec<_>) = due.into_iter().partition(|due| due.id == due.head);
        let taken = take(ctx, &ready, &behind).await?;
        if !taken.is_empty() || is_all {
            return Ok(taken);
        }
        // All of them were behind others, or another replica was faster.
    }
    Ok(Vec::new())
}

async fn take(
    ctx: &Context,
    ready: &[queue::Due],
    behind: &[queue::Due],
) -> Result<Vec<Effect>, EffectError> {
    if ready.is_empty() && behind.is_empty() {
        return Ok(Vec::new());
    }
    let at = ctx.now();
    let until = (at + model::LEASE).as_millisecond();
    let now = at.as_millisecond();
    ctx.db
        .transact(|mut tx| async move {
            queue::park(&mut tx, behind, now).await?;
            let mut taken = Vec::with_capacity(ready.len());
            for due in ready {
                if let Some(effect) = queue::take(&mut tx, due.id, now, until).await? {
                    let effect = merge(&mut tx, effect, at).await?;
                    taken.extend(address(&mut tx, effect, now).await?);
                }
            }
            Ok(tx.commit(taken).await?)
        })
        .await
}
