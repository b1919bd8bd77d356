//! Background jobs: each calls one service function now and then, on one replica at a time.
//!
//! A job holds a lease row while it runs. A replica that finds the lease taken, or the job done
//! recently enough, leaves it. A process that dies leaves a lease that expires.
//!
//! *To add a job*: a [`Job`] in the `capability.rs` of its capability.

mod store;
#[cfg(test)]
mod tests;

use crate::context::Context;
use crate::db::Error;
use crate::state::AppState;
use futures_util::future::BoxFuture;
use std::time::Duration;

/// How often each replica looks for work.
pub(crate) const POLL_INTERVAL: Duration = Duration::from_secs(5);
/// Longer than any job takes; one that takes longer is run twice, which all of them can stand.
const LEASE: Duration = Duration::from_mins(10);

/// What runs in the background. It must stand being run twice.
#[derive(Clone, Copy)]
pub(crate) struct Job {
    /// Key of its lease.
    pub(crate) name: &'static str,
    /// The shortest time from the end of one run to the next.
    pub(crate) every: Duration,
    /// Whether taking the lease is worth it, as far as one look can tell.
    pub(crate) has_work: for<'a> fn(&'a Context) -> BoxFuture<'a, Result<bool, Error>>,
    pub(crate) run: for<'a> fn(&'a Context) -> BoxFuture<'a, anyhow::Result<()>>,
}

/// For jobs of which only time says whether they have work.
pub(crate) fn always(_: &Context) -> BoxFuture<'_, Result<bool, Error>> {
    Box::pin(async { Ok(true) })
}

/// Runs these jobs until the service stops.
pub(crate) async fn run(state: AppState, jobs: Vec<Job>) {
    let holder: i64 = state.ctx.next_id();
    while !state.ctx.stopping.is_cancelled() {
        for job in &jobs {
            if let Err(error) = run_if_due(&state.ctx, job, holder).await {
                tracing::warn!(
                    job = job.name,
                    "the job failed and is tried again: {error:#}"
                );
            }
        }
        state.auth.limits.evict_idle();
        tokio::select! {
            () = state.ctx.stopping.cancelled() => {}
            () = tokio::time::sleep(POLL_INTERVAL) => {}
        }
    }
}

async fn run_if_due(ctx: &Context, job: &Job, holder: i64) -> anyhow::Result<bool> {
    if !(job.has_work)(ctx).await? || !take(ctx, job, holder).await? {
        return Ok(false);
    }
    let outcome = tokio::time::timeout(LEASE, (job.run)(ctx)).await;
    let outcome = outcome.unwrap_or_else(|_| Err(anyhow::anyhow!("it took too long")));
    // Released also after a failure: the next look tries again, here or elsewhere.
    let finished = outcome.is_ok().then(|| ctx.now().as_millisecond());
    store::release(&ctx.db, job.name, holder, finished).await?;
    outcome.map(|()| true)
}

async fn take(ctx: &Context, job: &Job, holder: i64) -> Result<bool, Error> {
    let now = ctx.now();
    let lease = store::Lease {
        job: job.name,
        holder,
        now: now.as_millisecond(),
        until: (now + LEASE).as_millisecond(),
        due_if_finished_before: (now - job.every).as_millisecond(),
    };
    store::take(&ctx.db, lease).await
}
