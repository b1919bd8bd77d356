//! Statements of job leases.

use crate::db::{Database, Error};

const TAKE: &str = "UPDATE job_leases SET holder = ?, leased_until = ? \
     WHERE job = ? AND leased_until <= ? AND (finished_at IS NULL OR finished_at <= ?)";
const KNOWN: &str = "SELECT holder FROM job_leases WHERE job = ?";
const INSERT: &str =
    "INSERT INTO job_leases (job, holder, leased_until, finished_at) VALUES (?, ?, ?, NULL)";
const RELEASE: &str = "UPDATE job_leases \
     SET leased_until = 0, finished_at = COALESCE(?, finished_at) WHERE job = ? AND holder = ?";

/// A process's claim to run a job for a while.
#[derive(Debug, Clone, Copy)]
pub(super) struct Lease {
    pub(super) job: &'static str,
    pub(super) holder: i64,
    pub(super) now: i64,
    pub(super) until: i64,
    pub(super) due_if_finished_before: i64,
}

/// Takes the lease if it is free and the job is due. Returns whether it did.
pub(super) async fn take(db: &Database, lease: Lease) -> Result<bool, Error> {
    let known: Option<(i64,)> = db.read(KNOWN).bind(lease.job).fetch_optional().await?;
    if known.is_none() {
        let inserted = db
            .write(INSERT)
            .bind(lease.job)
            .bind(lease.holder)
            .bind(lease.until)
            .execute()
            .await;
        return match inserted {
            Ok(_) => Ok(true),
            // Another replica was first.
            Err(error) if error.is_duplicate() => Ok(false),
            Err(error) => Err(error),
        };
    }
    let taken = db
        .write(TAKE)
        .bind(lease.holder)
        .bind(lease.until)
        .bind(lease.job)
        .bind(lease.now)
        .bind(lease.due_if_finished_before)
        .execute()
        .await?;
    Ok(taken > 0)
}

/// Gives the lease back, with when the job ended well.
pub(super) async fn release(
    db: &Database,
    job: &'static str,
    holder: i64,
    finished: Option<i64>,
) -> Result<(), Error> {
    db.write(RELEASE)
        .bind(finished)
        .bind(job)
        .bind(holder)
        .execute()
        .await?;
    Ok(())
}
