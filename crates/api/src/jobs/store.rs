//! Statements of job leases.

use crate::db::{Database, Error, Source, insert};

const TAKE: &str = "UPDATE job_leases SET holder = ?, leased_until = ? \
     WHERE job = ? AND (leased_until <= ? OR leased_until > ?) \
     AND (finished_at IS NULL OR finished_at <= ? OR finished_at > ?)";
const KNOWN: &str = "SELECT holder FROM job_leases WHERE job = ?";
const RENEW: &str = "UPDATE job_leases SET leased_until = ? WHERE job = ? AND holder = ?";
// Nobody holds it afterwards: a renewal that is still under way would else take it back.
const RELEASE: &str = "UPDATE job_leases SET holder = 0, leased_until = 0, \
     finished_at = COALESCE(?, finished_at) WHERE job = ? AND holder = ?";

/// A job that a replica wants to run, and until when it may.
#[derive(Debug, Clone, Copy)]
pub(super) struct Lease {
    pub(super) job: &'static str,
    pub(super) holder: i64,
    pub(super) now: i64,
    pub(super) until: i64,
    /// No lease that goes on longer was given by a clock that was right.
    pub(super) latest_until: i64,
    pub(super) due_if_finished_before: i64,
}

/// Takes the lease if it is free and the job is due. Returns whether it did.
pub(super) async fn take(db: &Database, lease: Lease) -> Result<bool, Error> {
    let Lease {
        job,
        holder,
        now,
        until,
        latest_until,
        due_if_finished_before,
    } = lease;
    let known: Option<i64> = db.query(KNOWN, (job,)).optional_scalar().await?;
    if known.is_none() {
        let row = insert!(job_leases {
            job,
            holder,
            leased_until: until
        });
        return match db.apply(row).await {
            Ok(_) => Ok(true),
            // Another replica was first.
            Err(error) if error.is_duplicate() => Ok(false),
            Err(error) => Err(error),
        };
    }
    let (done_before, done_after) = (due_if_finished_before, now);
    let values = (
        holder,
        until,
        job,
        now,
        latest_until,
        done_before,
        done_after,
    );
    Ok(db.write(TAKE, values).execute().await? > 0)
}

/// Extends the lease. Returns whether it was still held.
pub(super) async fn renew(
    db: &Database,
    job: &'static str,
    holder: i64,
    until: i64,
) -> Result<bool, Error> {
    let renewed = db.write(RENEW, (until, job, holder)).execute();
    Ok(renewed.await? > 0)
}

/// Gives the lease back, with when the job ended well.
pub(super) async fn release(
    db: &Database,
    job: &'static str,
    holder: i64,
    finished: Option<i64>,
) -> Result<(), Error> {
    db.write(RELEASE, (finished, job, holder)).done().await
}

/// Until when a job is leased.
#[cfg(test)]
pub(super) async fn leased_until(db: &Database, job: &'static str) -> Result<Option<i64>, Error> {
    let sql = "SELECT leased_until FROM job_leases WHERE job = ?";
    db.query(sql, (job,)).optional_scalar().await
}
