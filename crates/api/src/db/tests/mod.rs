//! Both engines hold the same tables, and keep the promises of this module.

mod batch;
mod crowd;
mod faults;
mod foreign;
mod locks;
mod moved;
mod plans;
mod probes;
mod rows;
mod schema;
mod schema_state;
mod statements;
mod together;

use super::*;
use crate::testing::TestContext;
use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::time::Duration;
use tokio::time::Instant;

/// A table of its own, as the statements under test are about transactions and not about members.
const CREATE: &str =
    "CREATE TABLE seats (seat BIGINT NOT NULL PRIMARY KEY, holder BIGINT NOT NULL)";
const TAKE: &str = "INSERT INTO seats (seat, holder) VALUES (?, ?)";
const HOLDER: &str = "SELECT holder FROM seats WHERE seat = ?";
const ADD: &str = "UPDATE seats SET holder = holder + 1 WHERE seat = ?";

async fn seats() -> TestContext {
    let test = TestContext::new().await;
    test.ctx.db.write(CREATE, ()).execute().await.unwrap();
    test
}

async fn holder(db: &Database, seat: i64) -> Option<i64> {
    db.query(HOLDER, (seat,)).optional_scalar().await.unwrap()
}

/// Runs one task for each number at the same moment.
async fn at_once<T, F>(numbers: i64, task: impl Fn(i64) -> F) -> Vec<T>
where
    T: Send + 'static,
    F: Future<Output = T> + Send + 'static,
{
    let tasks: Vec<_> = (0..numbers).map(|it| tokio::spawn(task(it))).collect();
    let mut all = Vec::new();
    for task in tasks {
        all.push(task.await.unwrap());
    }
    all
}

#[tokio::test(flavor = "multi_thread")]
async fn of_forty_who_want_one_seat_one_gets_it_and_the_others_see_who() {
    let test = seats().await;
    let seen = at_once(40, |me| {
        let db = test.ctx.db.clone();
        async move {
            let taken: Result<(), Error> = db
                .transact(|mut tx| async move {
                    tx.query(TAKE, (1_i64, me)).execute().await?;
                    tx.commit(()).await
                })
                .await;
            match taken {
                Ok(()) => me,
                Err(error) => {
                    assert!(error.is_duplicate(), "{error:?}");
                    let winner = holder(&db, 1).await;
                    winner.expect("whoever was refused finds the winner")
                }
            }
        }
    });
    let seen = BTreeSet::from_iter(seen.await);
    assert_eq!(seen.len(), 1, "everybody agrees: {seen:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn no_increment_is_lost_in_a_crowd() {
    let test = seats().await;
    for seat in 1..=3_i64 {
        test.ctx
            .db
            .write(TAKE, (seat, 0_i64))
            .execute()
            .await
            .unwrap();
    }
    at_once(60, |number| {
        let db = test.ctx.db.clone();
        // In both orders, so that transactions get in each other's way.
        let (first, second) = if number % 2 == 0 {
            (1_i64, 2_i64)
        } else {
            (2, 1)
        };
        async move {
            let added: Result<(), Error> = db
                .transact(|mut tx| async move {
                    tx.query(ADD, (first,)).execute().await?;
                    tx.query(ADD, (second,)).execute().await?;
                    tx.commit(()).await
                })
                .await;
            added.unwrap();
        }
    })
    .await;
    assert_eq!(
        (holder(&test.ctx.db, 1).await, holder(&test.ctx.db, 2).await),
        (Some(60), Some(60))
    );
}

#[tokio::test]
async fn a_transaction_that_is_dropped_leaves_nothing() {
    let test = seats().await;
    let db = &test.ctx.db;
    let refused: Result<(), Error> = db
        .transact(|mut tx| async move {
            tx.query(TAKE, (1_i64, 7_i64)).execute().await?;
            drop(tx);
            Err(Error::Repeated)
        })
        .await;
    assert!(matches!(refused, Err(Error::Repeated)));
    assert_eq!(holder(db, 1).await, None);
    // And the next one is not in its way.
    db.write(TAKE, (1_i64, 8_i64)).execute().await.unwrap();
    assert_eq!(holder(db, 1).await, Some(8));
}

#[tokio::test]
async fn a_conflict_runs_the_work_again_and_a_refusal_does_not() {
    let test = seats().await;
    let tries = AtomicU32::new(0);
    let count = &tries;
    let done: Result<u32, Error> = test
        .ctx
        .db
        .transact(|tx| async move {
            match count.fetch_add(1, SeqCst) {
                0 | 1 => Err(Error::Conflict),
                tries => tx.commit(tries).await,
            }
        })
        .await;
    assert_eq!(done.unwrap(), 2);
    let before = tries.load(SeqCst);
    let refused: Result<(), Error> = test
        .ctx
        .db
        .transact(|mut tx| async move {
            count.fetch_add(1, SeqCst);
            tx.query(TAKE, (1_i64, 7_i64)).execute().await?;
            Err(Error::Repeated)
        })
        .await;
    assert!(matches!(refused, Err(Error::Repeated)), "{refused:?}");
    assert_eq!(tries.load(SeqCst), before + 1);
}

/// Else a crowd on a slow machine tries again and again, until most of it has run out of time.
#[tokio::test(flavor = "multi_thread")]
async fn those_who_lose_conflict_after_conflict_lose_none_against_each_other() {
    const CROWD: i64 = 50;
    const CHANGE: &str = "UPDATE seats SET holder = ? WHERE seat = ? AND holder = ?";
    let test = seats().await;
    let db = &test.ctx.db;
    db.write(TAKE, (1_i64, 0_i64)).execute().await.unwrap();
    let attempts = Arc::new(AtomicU32::new(0));
    at_once(CROWD, |_| {
        let (db, attempts) = (db.clone(), attempts.clone());
        async move {
            let attempts = &attempts;
            let changed: Result<(), Error> = db
                .transact(|mut tx| async move {
                    attempts.fetch_add(1, SeqCst);
                    let now: i64 = tx.query(HOLDER, (1_i64,)).scalar().await?;
                    let change = tx.query(CHANGE, (now + 1, 1_i64, now));
                    match change.execute().await? {
                        1 => tx.commit(()).await,
                        _ => Err(Error::Conflict),
                    }
                })
                .await;
            changed.unwrap();
        }
    })
    .await;
    assert_eq!(holder(db, 1).await, Some(CROWD));
    // Each tries twice. Whoever then takes a turn loses only against one who does not, of whom each wins once.
    let attempts = attempts.load(SeqCst);
    assert!(i64::from(attempts) <= 3 * CROWD, "{attempts} attempts");
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_stops_waiting_half_way_harms_nobody() {
    let test = seats().await;
    let db = test.ctx.db.clone();
    let taken = at_once(200, |seat| {
        let db = db.clone();
        async move {
            let take = db.transact(|mut tx| async move {
                tx.query(TAKE, (seat, seat)).execute().await?;
                tx.query(TAKE, (seat + 1000, seat)).execute().await?;
                tx.commit(()).await
            });
            // A third are cut off, each a little later than the one before.
            if seat % 3 == 0 {
                let patience = Duration::from_micros(seat.unsigned_abs() * 50);
                let cut: Result<Result<(), Error>, _> = tokio::time::timeout(patience, take).await;
                cut.is_ok_and(|taken| taken.is_ok())
            } else {
                take.await.is_ok()
            }
        }
    });
    for (seat, acknowledged) in (0..).zip(taken.await) {
        let both = (holder(&db, seat).await, holder(&db, seat + 1000).await);
        assert!(
            !acknowledged || both.0.is_some(),
            "seat {seat} was acknowledged and is gone"
        );
        assert!(seat % 3 == 0 || acknowledged, "seat {seat} failed");
    }
    // Only now, when whatever was cut off has ended one way or the other.
    db.write(TAKE, (9_999_i64, 1_i64)).execute().await.unwrap();
    for seat in 0..200 {
        let both = (holder(&db, seat).await, holder(&db, seat + 1000).await);
        assert_eq!(
            both.0.is_some(),
            both.1.is_some(),
            "seat {seat} is half taken"
        );
    }
}

#[tokio::test]
async fn what_was_migrated_is_known_to_be() {
    let test = TestContext::new().await;
    assert!(test.ctx.db.probe().await.migrated);
    test.ctx
        .db
        .migrate()
        .await
        .expect("a second run finds nothing to do");
}

#[tokio::test]
async fn values_come_back_as_they_went() {
    #[derive(PartialEq, Debug)]
    struct Row {
        number: i64,
        text: String,
        missing: Option<String>,
        flag: bool,
    }
    record! { Row from kept { number, text, missing, flag } }
    let test = TestContext::new().await;
    let create = "CREATE TABLE kept (number BIGINT NOT NULL, text VARCHAR(60) NOT NULL, \
         missing VARCHAR(60), flag BOOLEAN NOT NULL)";
    test.ctx.db.write(create, ()).execute().await.unwrap();
    let insert = "INSERT INTO kept (number, text, missing, flag) VALUES (?, ?, ?, ?)";
    let written = "Zoë 🏎️ 'quoted' \\ 日本 ";
    let values = (i64::MAX, written, None::<String>, true);
    let db = &test.ctx.db;
    db.write(insert, values).execute().await.unwrap();
    let row: Row = db.query(select!(Row, ""), ()).one().await.unwrap();
    let expected = Row {
        number: i64::MAX,
        text: written.to_owned(),
        missing: None,
        flag: true,
    };
    assert_eq!(row, expected);
}
