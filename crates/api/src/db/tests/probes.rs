//! The probe notices a database that takes no writes.

use super::foreign::Foreign;
use super::*;
use std::time::Instant as Moment;

const ON_INSERT: Sql = Sql {
    mariadb: "CREATE TRIGGER refuse BEFORE INSERT ON write_probes FOR EACH ROW \
         SIGNAL SQLSTATE 'HY000' SET MYSQL_ERRNO = 1836",
    sqlite: "CREATE TRIGGER refuse BEFORE INSERT ON write_probes \
         BEGIN SELECT RAISE(ABORT, 'no'); END",
};

#[tokio::test]
async fn a_database_that_takes_no_writes_is_noticed_though_nobody_writes() {
    let test = TestContext::new().await;
    let mut foreign = Foreign::connect(&test).await;
    foreign.run(ON_INSERT).await;
    // Has written nothing yet.
    let db = Database::open(&test.location()).await.unwrap();
    let probed = db.probe().await;
    assert!(
        probed.answers && probed.migrated && !probed.writes,
        "{probed:?}"
    );
    foreign.run("DROP TRIGGER refuse".into()).await;
    assert!(db.probe().await.writes);
    // A write that was taken lately is proof enough: probes do not write at each look.
    let written = "SELECT at FROM write_probes";
    let first: i64 = db.query(written, ()).scalar().await.unwrap();
    assert!(db.probe().await.writes);
    assert_eq!(db.query(written, ()).scalar::<i64>().await.unwrap(), first);
}

#[tokio::test]
async fn a_database_that_is_not_migrated_is_told_from_one_that_does_not_answer() {
    let test = TestContext::new().await;
    let mut foreign = Foreign::connect(&test).await;
    foreign
        .run("DELETE FROM _sqlx_migrations WHERE version = 3".into())
        .await;
    let probed = test.ctx.db.probe().await;
    assert!(probed.answers && !probed.migrated);
    foreign.run("DROP TABLE _sqlx_migrations".into()).await;
    assert!(!test.ctx.db.probe().await.answers);
}

#[tokio::test]
async fn a_probe_that_cannot_look_is_answered_within_two_seconds() {
    let test = TestContext::new().await;
    let db = &test.ctx.db;
    let mut foreign = Foreign::connect(&test).await;
    let lock = Sql {
        mariadb: "LOCK TABLES _sqlx_migrations WRITE",
        sqlite: "PRAGMA locking_mode = EXCLUSIVE",
    };
    foreign.run(lock).await;
    foreign.run("BEGIN".into()).await;
    let began = Moment::now();
    db.probe().await;
    assert!(began.elapsed() < Duration::from_secs(2));
}
