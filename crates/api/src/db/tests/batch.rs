//! Transactions that share a COMMIT are undone together, and it shows nowhere.

use super::*;
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};

/// How often the work of a transaction began.
type Runs = Arc<AtomicU32>;

/// Takes a seat, and is refused afterwards if it is told to be.
async fn take(db: Database, seat: i64, refused: bool, runs: Runs) -> Result<(), Error> {
    let runs = &*runs;
    db.transact(|mut tx| async move {
        runs.fetch_add(1, SeqCst);
        tx.query(TAKE, (seat, seat)).execute().await?;
        if refused {
            return Err(Error::Repeated);
        }
        tx.commit(()).await
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_is_refused_after_a_change_takes_nobody_along() {
    let test = seats().await;
    let db = &test.ctx.db;
    let outcomes = at_once(200, |seat| {
        let (db, runs) = (db.clone(), Runs::default());
        async move {
            let outcome = take(db, seat, seat % 5 == 0, runs.clone()).await;
            (outcome, runs.load(SeqCst))
        }
    });
    let mut most = 0;
    for (seat, (outcome, runs)) in (0..).zip(outcomes.await) {
        let refused = matches!(outcome, Err(Error::Repeated));
        assert!(outcome.is_ok() || refused, "seat {seat}: {outcome:?}");
        assert_eq!(refused, seat % 5 == 0, "seat {seat}");
        assert_eq!(holder(db, seat).await.is_some(), !refused, "seat {seat}");
        most = most.max(runs);
    }
    let again = matches!(db, Database::Sqlite(_));
    assert_eq!(most, 1 + u32::from(again));
}

/// On one thread, so that those who begin at the same moment are of one batch, in their order.
mod in_one_batch {
    use super::*;

    #[tokio::test]
    async fn nobody_is_undone_with_others_twice() {
        let test = seats().await;
        let runs = [(); 9].map(|()| Runs::default());
        let outcomes = at_once(9, |seat| {
            let runs = runs[usize::try_from(seat).unwrap()].clone();
            take(test.ctx.db.clone(), seat, seat > 0, runs)
        });
        let outcomes = outcomes.await;
        assert!(outcomes[0].is_ok(), "{outcomes:?}");
        assert!(outcomes[1..].iter().all(Result::is_err), "{outcomes:?}");
        assert_eq!(holder(&test.ctx.db, 0).await, Some(0));
        if let Database::Sqlite(_) = test.ctx.db {
            assert_eq!(runs[0].load(SeqCst), 2);
            assert!(runs.iter().all(|runs| runs.load(SeqCst) <= 2), "{runs:?}");
        }
    }

    #[tokio::test]
    async fn who_is_refused_before_a_change_costs_nobody_an_attempt() {
        let test = seats().await;
        let runs = Runs::default();
        let outcomes = at_once(2, |seat| {
            let (db, runs) = (test.ctx.db.clone(), runs.clone());
            async move {
                if seat == 0 {
                    return take(db, seat, false, runs).await;
                }
                db.transact(|mut tx| async move {
                    tx.query(HOLDER, (seat,)).optional_scalar::<i64>().await?;
                    Err(Error::Repeated)
                })
                .await
            }
        });
        let outcomes = outcomes.await;
        assert!(outcomes[0].is_ok() && outcomes[1].is_err(), "{outcomes:?}");
        assert_eq!(runs.load(SeqCst), 1);
    }

    #[tokio::test]
    async fn a_statement_by_itself_is_done_once() {
        let test = seats().await;
        let db = &test.ctx.db;
        db.write(TAKE, (9_i64, 0_i64)).done().await.unwrap();
        let outcomes = at_once(2, |task| {
            let db = db.clone();
            async move {
                if task == 0 {
                    return db.write(ADD, (9_i64,)).execute().await.map(drop);
                }
                take(db, 1, true, Runs::default()).await
            }
        });
        let outcomes = outcomes.await;
        assert!(outcomes[0].is_ok() && outcomes[1].is_err(), "{outcomes:?}");
        assert_eq!(holder(db, 9).await, Some(1));
    }

    /// The first takes the seat, the second finds it taken, the third undoes the batch, and then the first wants
    /// it no more.
    #[tokio::test]
    async fn no_refusal_rests_on_what_was_undone() {
        let test = seats().await;
        let db = &test.ctx.db;
        if let Database::MariaDb(_) = db {
            return;
        }
        let outcomes = at_once(3, |task| {
            let db = db.clone();
            async move {
                let runs = &AtomicU32::new(0);
                let outcome: Result<(), Error> = db
                    .transact(|mut tx| async move {
                        let again = runs.fetch_add(1, SeqCst) > 0;
                        if task == 0 && again {
                            return Err(Error::Repeated);
                        }
                        let seat = if task == 2 { 2_i64 } else { 1 };
                        tx.query(TAKE, (seat, task)).execute().await?;
                        if task == 2 {
                            return Err(Error::Repeated);
                        }
                        tx.commit(()).await
                    })
                    .await;
                (outcome.is_ok(), runs.load(SeqCst))
            }
        });
        assert_eq!(outcomes.await, [(false, 2), (true, 2), (false, 2)]);
        assert_eq!(holder(db, 1).await, Some(1));
    }
}
