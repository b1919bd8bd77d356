//! A lock that somebody else holds stops those who want what is locked, for seconds, and nobody else.

use super::foreign::Foreign;
use super::*;
use tokio::task::JoinSet;
use tokio::time::timeout;

const ELSEWHERE: &str = "SELECT COUNT(*) FROM members";

/// While forty wait for what is locked, others read and the probe is content; then the forty are told
/// to come back.
async fn forty_wait(test: &TestContext, lock: Sql, unlock: Sql) {
    let db = &test.ctx.db;
    db.write(TAKE, (1_i64, 0_i64)).execute().await.unwrap();
    let mut foreign = Foreign::connect(test).await;
    foreign.run(lock).await;
    // A service that was started just now, and has written nothing that would prove anything.
    let db = &Database::open(&test.location()).await.unwrap();
    let mut waiting = JoinSet::new();
    for number in 0..40 {
        let db = db.clone();
        waiting.spawn(async move {
            if number % 4 == 0 {
                return db.write(ADD, (1_i64,)).execute().await.map(drop);
            }
            db.transact(|mut tx| async move {
                tx.query(ADD, (1_i64,)).execute().await?;
                tx.commit(()).await
            })
            .await
        });
    }
    let began = Instant::now();
    let mut ended = 0;
    while ended < 40 {
        let read = db.query(ELSEWHERE, ()).scalar::<i64>();
        let read = timeout(Duration::from_secs(2), read).await;
        assert_eq!(read.expect("reads go on").unwrap(), 0);
        let probed = timeout(Duration::from_secs(2), db.probe()).await;
        let probed = probed.expect("the probe is answered in time");
        assert!(
            probed.answers && probed.migrated && probed.writes,
            "{probed:?}"
        );
        let pause = Duration::from_millis(50);
        if let Ok(Some(outcome)) = timeout(pause, waiting.join_next()).await {
            let error = outcome.unwrap().unwrap_err();
            assert!(error.is_unavailable(), "{error:?}");
            ended += 1;
        }
    }
    assert!(began.elapsed() < Duration::from_secs(20), "bounded");
    foreign.run(unlock).await;
    db.write(ADD, (1_i64,)).execute().await.unwrap();
    assert_eq!(
        holder(db, 1).await,
        Some(1),
        "none of the forty came through"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_locked_table_leaves_reads_elsewhere_and_the_probe_alone() {
    let lock = Sql {
        mariadb: "LOCK TABLES seats WRITE",
        sqlite: "BEGIN IMMEDIATE",
    };
    let unlock = Sql {
        mariadb: "UNLOCK TABLES",
        sqlite: "ROLLBACK",
    };
    forty_wait(&seats().await, lock, unlock).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_locked_row_leaves_reads_and_the_probe_alone() {
    let test = seats().await;
    let Database::MariaDb(_) = test.ctx.db else {
        return;
    };
    let lock = "BEGIN NOT ATOMIC START TRANSACTION; UPDATE seats SET holder = 9; END";
    forty_wait(&test, lock.into(), "ROLLBACK".into()).await;
}
