//! Transactions that share a COMMIT are undone together, and it shows nowhere.

use super::*;

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
    assert!(most <= 2, "{most}");
}

/// On one thread, so that those who begin at the same moment are of one batch, in their order.
mod in_one_batch {
    use super::*;
    use crate::db::error::Code;
    use std::future::pending;
    use tokio::sync::oneshot;

    const PAGES: &str = "PRAGMA max_page_count = 1";

    /// The first takes a seat, and the others after it as well, but are refused.
    async fn round(db: &Database, first: i64) -> Vec<u32> {
        let outcomes = at_once(9, |number| {
            let (db, runs) = (db.clone(), Runs::default());
            async move {
                let outcome = take(db, first + number, number > 0, runs.clone()).await;
                assert_eq!(outcome.is_err(), number > 0, "{number}: {outcome:?}");
                runs.load(SeqCst)
            }
        });
        let runs = outcomes.await;
        assert_eq!(holder(db, first).await, Some(first));
        runs
    }

    #[tokio::test]
    async fn nobody_is_undone_with_others_twice_and_soon_nobody_at_all() {
        let test = seats().await;
        let db = &test.ctx.db;
        let first = round(db, 0).await;
        let next = round(db, 100).await;
        if let Database::Sqlite(_) = db {
            assert_eq!(first, [2, 2, 1, 1, 1, 1, 1, 1, 1]);
            assert_eq!(next, [1; 9]);
        }
    }

    #[tokio::test]
    async fn who_is_refused_before_a_change_costs_nobody_an_attempt() {
        let test = seats().await;
        let outcomes = at_once(2, |seat| {
            let (db, runs) = (test.ctx.db.clone(), Runs::default());
            async move {
                if seat == 0 {
                    take(db, seat, false, runs.clone()).await.unwrap();
                    return runs.load(SeqCst);
                }
                let count = &*runs;
                let refused: Result<(), Error> = db
                    .transact(|mut tx| async move {
                        count.fetch_add(1, SeqCst);
                        tx.query(HOLDER, (seat,)).optional_scalar::<i64>().await?;
                        Err(Error::Repeated)
                    })
                    .await;
                assert!(matches!(refused, Err(Error::Repeated)), "{refused:?}");
                runs.load(SeqCst)
            }
        });
        assert_eq!(outcomes.await, [1, 1]);
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

    /// Nor on what could not be written: the first adds one, the second sees that, and for the third there is no
    /// room.
    #[tokio::test]
    async fn no_refusal_rests_on_what_failed() {
        let test = seats().await;
        let db = &test.ctx.db;
        if let Database::MariaDb(_) = db {
            return;
        }
        db.write(TAKE, (1_i64, 0_i64)).done().await.unwrap();
        db.write(PAGES, ()).execute().await.unwrap();
        let outcomes = at_once(3, |task| {
            let db = db.clone();
            async move {
                let outcome: Result<(), Error> = db
                    .transact(|mut tx| async move {
                        if task == 0 {
                            tx.query(ADD, (1_i64,)).execute().await?;
                            return tx.commit(()).await;
                        }
                        if task == 1 {
                            let added: i64 = tx.query(HOLDER, (1_i64,)).scalar().await?;
                            assert_eq!(added, 1);
                            return Err(Error::Repeated);
                        }
                        for seat in 1000..20_000_i64 {
                            tx.query(TAKE, (seat, seat)).execute().await?;
                        }
                        tx.commit(()).await
                    })
                    .await;
                outcome.unwrap_err().code()
            }
        });
        assert_eq!(outcomes.await, [Some(Code::Sqlite(13)); 3]);
        assert!(!db.probe().await.writes);
        assert_eq!(holder(db, 1).await, Some(0));
    }

    /// After a change, in whatever way.
    #[tokio::test]
    async fn who_goes_away_half_way_takes_nobody_along() {
        for panics in [true, false] {
            let test = seats().await;
            let db = &test.ctx.db;
            let runs = Runs::default();
            let (taken, is_taken) = oneshot::channel();
            let taken = std::sync::Mutex::new(Some(taken));
            let (first, second) = (db.clone(), db.clone());
            let stays = tokio::spawn(take(first, 1, false, runs.clone()));
            let goes = tokio::spawn(async move {
                let taken = &taken;
                let gone: Result<(), Error> = second
                    .transact(|mut tx| async move {
                        tx.query(TAKE, (2_i64, 2_i64)).execute().await?;
                        taken.lock().unwrap().take().unwrap().send(()).unwrap();
                        assert!(!panics, "as it is told");
                        pending::<()>().await;
                        tx.commit(()).await
                    })
                    .await;
                gone.unwrap();
            });
            is_taken.await.unwrap();
            goes.abort();
            assert_eq!(goes.await.unwrap_err().is_panic(), panics);
            stays.await.unwrap().unwrap();
            let held = [holder(db, 1).await, holder(db, 2).await];
            assert_eq!(held, [Some(1), None]);
            let again = matches!(db, Database::Sqlite(_));
            assert_eq!(runs.load(SeqCst), 1 + u32::from(again));
        }
    }
}
