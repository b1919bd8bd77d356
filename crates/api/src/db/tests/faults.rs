//! Faults that pass are told from faults of ours, whatever wraps them.

use super::foreign::Foreign;
use super::*;
use crate::db::error::Code;
use tokio::sync::Barrier;

const FILL: &str = "INSERT INTO seats (seat, holder) VALUES (?, ?)";

#[test]
fn faults_of_sqlite_that_pass_are_known_by_their_primary_code() {
    let error = |code| {
        let failure = rusqlite::ffi::Error::new(code);
        Error::from(rusqlite::Error::SqliteFailure(failure, None))
    };
    // Busy, locked, no memory, read-only, I/O, full, cannot be opened, and extended ones.
    for code in [5, 6, 7, 8, 10, 13, 14, 261, 517, 266, 778, 1032, 1290] {
        assert!(error(code).is_unavailable(), "{code}");
    }
    // A wrong statement, a corrupt file, a constraint.
    for code in [1, 11, 19, 26, 2067] {
        assert!(!error(code).is_unavailable(), "{code}");
    }
    assert!(error(2067).is_duplicate() && error(1555).is_duplicate());
    assert!(!error(1299).is_duplicate(), "a value that is missing");
}

#[tokio::test]
async fn faults_of_mariadb_that_pass_are_known_by_their_number() {
    let test = TestContext::new().await;
    let Database::MariaDb(_) = test.ctx.db else {
        return;
    };
    let fail = |number: u16| {
        let sql = format!("SIGNAL SQLSTATE 'HY000' SET MYSQL_ERRNO = {number}");
        let sql: &'static str = Box::leak(sql.into_boxed_str());
        test.ctx.db.write(sql, ()).execute()
    };
    let passing = [
        1021, 1040, 1047, 1053, 1114, 1180, 1203, 1205, 1213, 1226, 1290, 1317, 1792, 1836, 1927,
        1969, 3024,
    ];
    for number in passing {
        let error = fail(number).await.unwrap_err();
        assert!(error.is_unavailable(), "{error:?}");
    }
    for number in [1054, 1062, 1064, 1146, 1406] {
        let error = fail(number).await.unwrap_err();
        assert!(!error.is_unavailable(), "{error:?}");
    }
}

#[tokio::test]
async fn a_statement_that_takes_too_long_is_a_fault_that_passes() {
    let test = TestContext::new().await;
    let Database::MariaDb(_) = test.ctx.db else {
        return;
    };
    let sql = "SET STATEMENT max_statement_time = 0.01 FOR SELECT SLEEP(5)";
    let slow: Result<i64, Error> = test.ctx.db.query(sql, ()).scalar().await;
    assert!(slow.unwrap_err().is_unavailable());
}

/// The file cannot grow: some of a batch fail, the others with them, and each is told why.
#[tokio::test(flavor = "multi_thread")]
async fn a_full_file_fails_everybody_of_the_batch_with_its_code() {
    let test = seats().await;
    let db = &test.ctx.db;
    let Database::Sqlite(_) = db else {
        return;
    };
    let bound = async |pages: &'static str| db.write(pages, ()).execute().await.unwrap();
    // The lowest that is possible: as large as it is.
    bound("PRAGMA max_page_count = 1").await;
    let outcomes = at_once(40, |task| {
        let db = db.clone();
        async move {
            if task % 4 == 0 {
                // Alone, which needs no page.
                return db.write(ADD, (1_i64,)).execute().await.map(drop);
            }
            db.transact(|mut tx| async move {
                for seat in task * 1000..task * 1000 + 300 {
                    tx.query(FILL, (seat, seat)).execute().await?;
                }
                tx.commit(()).await
            })
            .await
        }
    });
    let mut full = 0;
    for outcome in outcomes.await {
        if let Err(error) = outcome {
            assert!(error.is_unavailable(), "{error:?}");
            full += u32::from(error.code() == Some(Code::Sqlite(13)));
        }
    }
    assert!(full >= 30, "only {full} were told that it is full");
    assert!(!db.probe().await.writes);
    bound("PRAGMA max_page_count = 100000").await;
    db.write(FILL, (1_i64, 1_i64)).execute().await.unwrap();
    assert!(db.probe().await.writes);
}

#[tokio::test]
async fn a_database_that_became_read_only_is_unavailable_and_noticed() {
    let test = seats().await;
    let db = &test.ctx.db;
    let Database::Sqlite(_) = db else {
        return;
    };
    let together = async || -> Result<(), Error> {
        db.transact(|mut tx| async move {
            tx.query(TAKE, (1_i64, 1_i64)).execute().await?;
            tx.commit(()).await
        })
        .await
    };
    together().await.unwrap();
    assert!(db.probe().await.writes);
    let read_only = "PRAGMA query_only = ON";
    db.write(read_only, ()).execute().await.unwrap();
    let alone = db.write(ADD, (1_i64,)).execute().await;
    assert!(alone.unwrap_err().is_unavailable());
    assert!(!db.probe().await.writes, "somebody was refused just now");
    assert!(together().await.unwrap_err().is_unavailable());
    assert_eq!(holder(db, 1).await, Some(1), "reads go on");
}

/// Ten connections at the same time, so that the pool has them.
async fn fill_pool(db: &Database) {
    let together = Arc::new(Barrier::new(10));
    at_once(10, |_| {
        let (db, together) = (db.clone(), together.clone());
        async move {
            let together = &together;
            let outcome: Result<(), Error> = db
                .transact(|tx| async move {
                    together.wait().await;
                    tx.commit(()).await
                })
                .await;
            outcome.unwrap();
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn connections_that_died_in_the_pool_are_noticed_by_nobody() {
    let test = seats().await;
    let db = &test.ctx.db;
    let Database::MariaDb(_) = db else {
        return;
    };
    let mut foreign = Foreign::connect(&test).await;
    fill_pool(db).await;
    assert!(foreign.kill_all().await >= 10);
    for seat in 0..12_i64 {
        let taken: Result<(), Error> = db
            .transact(|mut tx| async move {
                tx.query(TAKE, (seat, seat)).execute().await?;
                tx.commit(()).await
            })
            .await;
        taken.unwrap();
    }
    fill_pool(db).await;
    assert!(foreign.kill_all().await >= 10);
    for seat in 0..12 {
        assert_eq!(holder(db, seat).await, Some(seat));
    }
    // Once one has died, not even a single write goes to another of them.
    fill_pool(db).await;
    assert!(foreign.kill_all().await >= 10);
    assert_eq!(holder(db, 1).await, Some(1));
    for _ in 0..12 {
        db.write(ADD, (1_i64,)).execute().await.unwrap();
    }
    assert_eq!(holder(db, 1).await, Some(13));
}
