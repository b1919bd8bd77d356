//! Background jobs: each calls one service function now and then, on one replica at a time.
//!
//! A job holds a lease row while it runs, and renews it. A replica that finds the lease taken, or the
//! job done recently enough, leaves it. A process that dies leaves a lease that soon runs out; one that
//! stops in good order gives it back. Times that lie ahead were stored by a clock that was wrong, and
//! keep no job from running.
//!
//! *To add a job*: a [`Job`] in the `capability.rs` of its capability.

mod store;
#[cfg(test)]
mod tests;

use crate::clock::CLOCKS_DIFFER;
use crate::context::Context;
use crate::db::Error;
use crate::state::AppState;
use anyhow::anyhow;
use futures_util::FutureExt as _;
use futures_util::future::{BoxFuture, join_all};
use std::panic::AssertUnwindSafe;
use std::time::Duration;

/// How often each replica looks for work.
pub(crate) const POLL_INTERVAL: Duration = Duration::from_secs(5);
/// How long a job waits after the process that ran it died.
const LEASE: Duration = Duration::from_secs(30);

/// How long things may take while a job runs.
#[derive(Debug, Clone, Copy)]
struct Pace {
    /// From one renewal of the lease to the next: often enough that two may fail.
    renew: Duration,
    /// Longer than any job takes: one that hangs makes room for another try.
    give_up: Duration,
    /// What a running job gets once the service stops: less than the service waits for jobs, so that
    /// the lease is given back.
    stop: Duration,
}

const PACE: Pace = Pace {
    renew: Duration::from_secs(10),
    give_up: Duration::from_mins(10),
    stop: Duration::from_secs(4),
};

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

/// What runs in the background.
#[derive(Clone)]
pub struct Jobs(pub(crate) Vec<Job>);

impl Jobs {
    /// Nothing.
    pub const fn none() -> Self {
        Self(Vec::new())
    }
}

/// For jobs of which only time says whether they have work.
pub(crate) fn always(_: &Context) -> BoxFuture<'_, Result<bool, Error>> {
    Box::pin(async { Ok(true) })
}

/// Runs these jobs until the service stops, each for itself: one that waits for somebody else's server
/// keeps no other waiting.
pub(crate) async fn run(state: AppState, Jobs(jobs): Jobs) {
    let holder = state.ctx.next_id();
    let each = jobs.iter().map(|job| repeat(&state.ctx, job, holder));
    let evict = repeat_evicting(&state);
    futures_util::join!(join_all(each), evict);
}

/// Looks for work of a job now and then.
async fn repeat(ctx: &Context, job: &Job, holder: i64) {
    while !ctx.stopping.is_cancelled() {
        // Also a fault in looking for work ends nothing but this look.
        let outcome = caught(Box::pin(run_if_due(ctx, job, holder, PACE))).await;
        if let Err(error) = outcome {
            tracing::warn!(
                job = job.name,
                "the job failed and is tried again: {error:#}"
            );
        }
        wait(ctx).await;
    }
}

async fn repeat_evicting(state: &AppState) {
    while !state.ctx.stopping.is_cancelled() {
        state.auth.limits.evict_idle();
        wait(&state.ctx).await;
    }
}

async fn wait(ctx: &Context) {
    tokio::select! {
        () = ctx.stopping.cancelled() => {}
        () = tokio::time::sleep(POLL_INTERVAL) => {}
    }
}

async fn run_if_due(ctx: &Context, job: &Job, holder: i64, pace: Pace) -> anyhow::Result<bool> {
    if !(job.has_work)(ctx).await? || !take(ctx, job, holder).await? {
        return Ok(false);
    }
    let outcome = tokio::select! {
        outcome = caught((job.run)(ctx)) => outcome,
        () = lease_lost(ctx, job, holder, pace) => Err(anyhow!("another process took the lease")),
        () = tokio::time::sleep(pace.give_up) => Err(anyhow!("it took too long")),
        () = stopped(ctx, pace) => Err(anyhow!("the service stops")),
    };
    // Released also after a failure: the next look tries again, here or elsewhere.
    let finished = outcome.is_ok().then(|| ctx.now().as_millisecond());
    store::release(&ctx.db, job.name, holder, finished).await?;
    outcome.map(|()| true)
}

/// A panic is a fault of that job alone.
async fn caught<T>(work: impl Future<Output = anyhow::Result<T>>) -> anyhow::Result<T> {
    let outcome = AssertUnwindSafe(work).catch_unwind().await;
    outcome.unwrap_or_else(|_| Err(anyhow!("it panicked")))
}

/// Renews the lease until it is lost. A renewal that fails is tried again: the job has done nothing
/// wrong, and can stand being run twice.
async fn lease_lost(ctx: &Context, job: &Job, holder: i64, pace: Pace) {
    loop {
        tokio::time::sleep(pace.renew).await;
        let until = (ctx.now() + LEASE).as_millisecond();
        match store::renew(&ctx.db, job.name, holder, until).await {
            Ok(true) => {}
            Ok(false) => return,
            Err(error) => tracing::warn!(job = job.name, "the lease was not renewed: {error}"),
        }
    }
}

async fn stopped(ctx: &Context, pace: Pace) {
    ctx.stopping.cancelled().await;
    tokio::time::sleep(pace.stop).await;
}

async fn take(ctx: &Context, job: &Job, holder: i64) -> Result<bool, Error> {
    let now = ctx.now();
    let lease = store::Lease {
        job: job.name,
        holder,
        now: now.as_millisecond(),
        until: (now + LEASE).as_millisecond(),
        latest_until: (now + LEASE + CLOCKS_DIFFER).as_millisecond(),
        due_if_finished_before: (now - job.every).as_millisecond(),
    };
    store::take(&ctx.db, lease).await
}
