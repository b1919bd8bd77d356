//! What a backlog of one subject costs everybody: nothing, once it was looked at.

use super::{done, emit, lease};
use crate::effects::{service, store};
use crate::testing::TestContext;
use std::time::{Duration, Instant};

/// Effects that wait for one member; `PADDOCK_BACKLOG=100000` shows how it grows.
const WAITING: i64 = 4_000;

#[tokio::test]
async fn a_backlog_of_one_subject_is_looked_at_once_and_costs_the_others_nothing() {
    let test = TestContext::new().await;
    let db = &test.ctx.db;
    let waiting = std::env::var("PADDOCK_BACKLOG").map_or(WAITING, |it| it.parse().unwrap());
    emit(&test, 1).await;
    store::testing::multiply(db, waiting).await;
    let before = time(|| store::testing::due_by_reading_all(db, now(&test))).await;
    let head = lease(&test.ctx).await;
    assert_eq!(head.len(), 1, "of one subject one at a time");
    // Another subject, and so as good as another guild.
    test.clock.advance(Duration::from_secs(1));
    emit(&test, 2).await;
    let started = Instant::now();
    let others = lease(&test.ctx).await;
    let parking = started.elapsed();
    assert_eq!(others[0].subject, "member:2");
    assert_eq!(
        due(&test).await,
        0,
        "nothing of what waits is looked at again"
    );
    let after = time(|| due(&test)).await;
    let started = Instant::now();
    let (mut last, rounds) = (head[0].clone(), 200);
    for _ in 0..rounds {
        service::done(&test.ctx, last.id, done(1)).await.unwrap();
        let next = lease(&test.ctx).await.remove(0);
        assert!(next.id > last.id && next.subject == last.subject);
        last = next;
    }
    let each = started.elapsed() / rounds;
    println!(
        "{waiting} waiting on {}: a look took {before:?}, and takes {after:?}; parking them all took \
         {parking:?}; one is reported and the next one leased in {each:?}",
        db.engine()
    );
}

/// How many are looked at.
async fn due(test: &TestContext) -> usize {
    let look = store::queue::due(&test.ctx.db, 20, 100, now(test)).await;
    look.unwrap().due.len()
}

fn now(test: &TestContext) -> i64 {
    test.ctx.now().as_millisecond()
}

/// Of the second run, which finds everything in memory.
async fn time<F: Future<Output = usize>>(work: impl Fn() -> F) -> Duration {
    work().await;
    let started = Instant::now();
    work().await;
    started.elapsed()
}
