//! One replica at a time.

use super::store::{self, Lease};
use super::{BoxFuture, Context, Job, LEASE, PACE, Pace, always, run_if_due};
use crate::testing::TestContext;
use std::time::Duration;

fn lease(holder: i64, now: i64) -> Lease {
    Lease {
        job: "job",
        holder,
        now,
        until: now + 100,
        latest_until: now + 200,
        due_if_finished_before: now - 1000,
    }
}

#[tokio::test]
async fn only_one_replica_runs_a_job_and_not_too_often() {
    let test = TestContext::new().await;
    let db = &test.ctx.db;
    assert!(
        store::take(db, lease(1, 5_000)).await.unwrap(),
        "the first ever"
    );
    assert!(!store::take(db, lease(2, 5_050)).await.unwrap(), "taken");
    store::release(db, "job", 2, Some(5_050)).await.unwrap();
    assert!(
        !store::take(db, lease(2, 5_060)).await.unwrap(),
        "not theirs to release"
    );
    store::release(db, "job", 1, Some(5_060)).await.unwrap();
    assert!(
        !store::take(db, lease(2, 6_000)).await.unwrap(),
        "done recently"
    );
    assert!(store::take(db, lease(2, 6_060)).await.unwrap(), "due again");
}

#[tokio::test]
async fn a_lease_of_a_dead_process_runs_out_and_a_failure_is_tried_again() {
    let test = TestContext::new().await;
    let db = &test.ctx.db;
    assert!(store::take(db, lease(1, 5_000)).await.unwrap());
    assert!(
        store::take(db, lease(2, 5_100)).await.unwrap(),
        "process 1 died"
    );
    store::release(db, "job", 2, None).await.unwrap();
    assert!(
        store::take(db, lease(3, 5_101)).await.unwrap(),
        "process 2 failed"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn of_replicas_that_start_at_once_one_takes_the_job() {
    let test = TestContext::new().await;
    let tasks: Vec<_> = (1..=8)
        .map(|holder| {
            let db = test.ctx.db.clone();
            tokio::spawn(async move { store::take(&db, lease(holder, 5_000)).await.unwrap() })
        })
        .collect();
    let mut taken = 0;
    for task in tasks {
        taken += u32::from(task.await.unwrap());
    }
    assert_eq!(taken, 1);
}

const DAY: Duration = Duration::from_hours(24);

type Run = for<'a> fn(&'a Context) -> BoxFuture<'a, anyhow::Result<()>>;

fn job(run: Run) -> Job {
    let (name, every) = ("job", Duration::from_mins(1));
    Job {
        name,
        every,
        has_work: always,
        run,
    }
}

fn nothing(_: &Context) -> BoxFuture<'_, anyhow::Result<()>> {
    Box::pin(async { Ok(()) })
}

fn hangs(_: &Context) -> BoxFuture<'_, anyhow::Result<()>> {
    Box::pin(std::future::pending())
}

#[tokio::test]
async fn a_job_that_was_done_by_a_clock_that_was_ahead_is_due() {
    let test = TestContext::new().await;
    let job = job(nothing);
    test.clock.advance(DAY);
    assert!(run_if_due(&test.ctx, &job, 1, PACE).await.unwrap());
    test.clock.step_back(DAY);
    assert!(run_if_due(&test.ctx, &job, 1, PACE).await.unwrap());
    assert!(
        !run_if_due(&test.ctx, &job, 2, PACE).await.unwrap(),
        "done just now"
    );
}

#[tokio::test]
async fn a_lease_beyond_its_length_is_free() {
    let test = TestContext::new().await;
    let db = &test.ctx.db;
    assert!(store::take(db, lease(1, 100_000)).await.unwrap());
    assert!(
        !store::take(db, lease(2, 99_950)).await.unwrap(),
        "replicas whose clocks differ a little"
    );
    assert!(store::take(db, lease(2, 5_000)).await.unwrap());
}

#[tokio::test]
async fn a_job_waits_half_a_minute_for_a_process_that_was_killed() {
    let test = TestContext::new().await;
    let job = job(nothing);
    assert!(super::take(&test.ctx, &job, 1).await.unwrap());
    test.clock
        .advance(LEASE.saturating_sub(Duration::from_millis(1)));
    assert!(!run_if_due(&test.ctx, &job, 2, PACE).await.unwrap());
    test.clock.advance(Duration::from_millis(1));
    assert!(run_if_due(&test.ctx, &job, 2, PACE).await.unwrap());
    assert!(
        !store::renew(&test.ctx.db, "job", 1, i64::MAX)
            .await
            .unwrap(),
        "process 1 has lost it"
    );
    assert!(LEASE <= Duration::from_secs(30));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lease_is_renewed_while_the_job_works_and_given_back_when_the_service_stops() {
    let test = TestContext::new().await;
    let ctx = test.ctx.clone();
    let pace = Pace {
        renew: Duration::from_millis(1),
        stop: Duration::ZERO,
        ..PACE
    };
    let running = tokio::spawn(async move { run_if_due(&ctx, &job(hangs), 1, pace).await });
    for _ in 0..3 {
        test.clock
            .advance(LEASE.saturating_sub(Duration::from_secs(1)));
        let expected = (test.ctx.now() + LEASE).as_millisecond();
        while store::leased_until(&test.ctx.db, "job").await.unwrap() != Some(expected) {
            tokio::task::yield_now().await;
        }
    }
    let job = job(nothing);
    assert!(!run_if_due(&test.ctx, &job, 2, PACE).await.unwrap());
    test.ctx.stopping.cancel();
    assert!(running.await.unwrap().is_err());
    assert!(run_if_due(&test.ctx, &job, 2, PACE).await.unwrap());
}

#[tokio::test]
async fn a_job_whose_lease_was_taken_ends() {
    let test = TestContext::new().await;
    let pace = Pace {
        renew: Duration::from_millis(1),
        ..PACE
    };
    let job = job(hangs);
    let (outcome, ()) = tokio::join!(run_if_due(&test.ctx, &job, 1, pace), async {
        while store::leased_until(&test.ctx.db, "job")
            .await
            .unwrap()
            .is_none()
        {
            tokio::task::yield_now().await;
        }
        // Another replica finds it run out, by its own clock.
        let theirs = lease(2, i64::MAX / 2);
        assert!(store::take(&test.ctx.db, theirs).await.unwrap());
    });
    assert!(outcome.is_err());
}

#[tokio::test]
async fn a_job_that_panics_gives_its_lease_back() {
    let test = TestContext::new().await;
    let panics = job(|_| Box::pin(async { panic!("a fault") }));
    assert!(run_if_due(&test.ctx, &panics, 1, PACE).await.is_err());
    let works = job(nothing);
    assert!(run_if_due(&test.ctx, &works, 2, PACE).await.unwrap());
}
