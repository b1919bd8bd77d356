//! One replica at a time.

use super::store::{self, Lease};
use crate::testing::TestContext;

fn lease(holder: i64, now: i64) -> Lease {
    Lease {
        job: "job",
        holder,
        now,
        until: now + 100,
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
