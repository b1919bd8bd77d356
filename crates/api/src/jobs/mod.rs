//! Background jobs: each calls one service function now and then, on one replica at a time.
//!
//! A job holds a lease row while it runs. Whoever finds the lease taken, or the job done recently
//! enough, leaves it. A process that dies leaves a lease that runs out.
//!
//! *To add a job*: a variant of [`Job`] with its interval, and its function in [`Job::run`].

mod store;
#[cfg(test)]
mod tests;

use crate::app::AppState;
use crate::db::Error;
use crate::{attendance, effects, members, operation, roles, seasons};
use std::time::Duration;

/// How often each replica looks whether a job is due.
const LOOK_EVERY: Duration = Duration::from_secs(5);
/// Longer than any job takes; one that takes longer is run twice, which all of them can stand.
const LEASE: Duration = Duration::from_mins(10);

/// What runs in the background.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Job {
    /// Deletes kept answers that nobody will ask for again.
    PurgeAnswers,
    /// Deletes effects that were done long ago.
    PurgeEffects,
    /// Works out owed roles again where settings changed.
    SyncOwedRoles,
    /// Opens and closes seasons, and has what waited in them expire.
    RunSeasons,
    /// Works out awards again where ranks and prizes changed.
    SyncAwards,
    /// Closes attendance sessions whose time is over.
    CloseSessions,
    /// Gives points for attending.
    CreditAttendance,
}

impl Job {
    const ALL: [Self; 7] = [
        Self::PurgeAnswers,
        Self::PurgeEffects,
        Self::SyncOwedRoles,
        Self::RunSeasons,
        Self::SyncAwards,
        Self::CloseSessions,
        Self::CreditAttendance,
    ];

    fn name(self) -> &'static str {
        match self {
            Self::PurgeAnswers => "purge_answers",
            Self::PurgeEffects => "purge_effects",
            Self::SyncOwedRoles => "sync_owed_roles",
            Self::RunSeasons => "run_seasons",
            Self::SyncAwards => "sync_awards",
            Self::CloseSessions => "close_sessions",
            Self::CreditAttendance => "credit_attendance",
        }
    }

    fn interval(self) -> Duration {
        match self {
            Self::PurgeAnswers | Self::PurgeEffects => Duration::from_hours(1),
            Self::SyncOwedRoles
            | Self::RunSeasons
            | Self::SyncAwards
            | Self::CloseSessions
            | Self::CreditAttendance => LOOK_EVERY,
        }
    }

    /// Worth a lease, as far as a look can tell.
    async fn has_work(self, state: &AppState) -> Result<bool, Error> {
        match self {
            Self::PurgeAnswers | Self::PurgeEffects => Ok(true),
            Self::SyncOwedRoles => Ok(roles::service::next_sync(&state.ctx.db, 0).await?.is_some()),
            Self::RunSeasons => seasons::service::any_due(&state.ctx).await,
            Self::SyncAwards => seasons::service::sync_pending(&state.ctx.db).await,
            Self::CloseSessions => attendance::service::any_due(&state.ctx).await,
            Self::CreditAttendance => attendance::service::any_credits_due(&state.ctx.db).await,
        }
    }

    async fn run(self, state: &AppState) -> anyhow::Result<()> {
        match self {
            Self::PurgeAnswers => operation::purge_answers(&state.ctx).await?,
            Self::PurgeEffects => effects::service::purge(&state.ctx).await?,
            Self::SyncOwedRoles => members::service::sync_owed_roles(&state.ctx).await?,
            Self::RunSeasons => seasons::service::run_schedule(&state.ctx).await?,
            Self::SyncAwards => seasons::service::sync_awards(&state.ctx).await?,
            Self::CloseSessions => attendance::service::close_due(&state.ctx).await?,
            Self::CreditAttendance => attendance::service::credit_pending(&state.ctx).await?,
        }
        Ok(())
    }
}

/// Runs jobs until the service stops.
pub(crate) async fn run(state: AppState) {
    let holder: paddock_api_types::EffectId = state.ctx.next_id();
    let holder = holder.get();
    while !state.ctx.stopping.is_cancelled() {
        for job in Job::ALL {
            if let Err(error) = Box::pin(run_if_due(&state, job, holder)).await {
                tracing::warn!(
                    job = job.name(),
                    "the job failed and is tried again: {error:#}"
                );
            }
        }
        state.auth.limits.forget_quiet();
        tokio::select! {
            () = state.ctx.stopping.cancelled() => {}
            () = tokio::time::sleep(LOOK_EVERY) => {}
        }
    }
}

async fn run_if_due(state: &AppState, job: Job, holder: i64) -> anyhow::Result<bool> {
    if !job.has_work(state).await? || !take(state, job, holder).await? {
        return Ok(false);
    }
    let outcome = tokio::time::timeout(LEASE, job.run(state)).await;
    let outcome = outcome.unwrap_or_else(|_| Err(anyhow::anyhow!("it took too long")));
    // Released also after a failure: the next look tries again, here or elsewhere.
    let finished = outcome.is_ok().then(|| state.ctx.now().as_millisecond());
    store::release(&state.ctx.db, job.name(), holder, finished).await?;
    outcome.map(|()| true)
}

async fn take(state: &AppState, job: Job, holder: i64) -> Result<bool, Error> {
    let now = state.ctx.now();
    let lease = store::Lease {
        job: job.name(),
        holder,
        now: now.as_millisecond(),
        until: (now + LEASE).as_millisecond(),
        due_if_finished_before: (now - job.interval()).as_millisecond(),
    };
    store::take(&state.ctx.db, lease).await
}
