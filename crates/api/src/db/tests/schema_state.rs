//! Whose tables a database holds.

use super::*;
use crate::db::{Location, Schema};
use paddock_test_db::TestDb;

const LATEST: &str = "SELECT MAX(version) FROM _sqlx_migrations";

#[tokio::test]
async fn a_database_is_told_from_an_earlier_and_a_later_one() {
    let test = TestContext::new().await;
    let db = &test.ctx.db;
    assert_eq!(db.schema().await.unwrap(), Schema::Current);
    let latest: i64 = db.query(LATEST, ()).scalar().await.unwrap();
    let raise = "UPDATE _sqlx_migrations SET version = version + 1 WHERE version = ?";
    db.write(raise, (latest,)).execute().await.unwrap();
    let migration = latest + 1;
    assert_eq!(db.schema().await.unwrap(), Schema::Unknown { migration });
    let remove = "DELETE FROM _sqlx_migrations WHERE version = ?";
    db.write(remove, (migration,)).execute().await.unwrap();
    let applied = latest - 1;
    assert_eq!(
        db.schema().await.unwrap(),
        Schema::Older { applied, latest }
    );
}

#[tokio::test]
async fn what_was_never_migrated_is_not_ours_and_stays_so() {
    let test_db = TestDb::create().await;
    let location = Location::from_url(test_db.url()).unwrap();
    let db = Database::open(&location).await.unwrap();
    assert_eq!(db.schema().await.unwrap(), Schema::Empty);
    db.write(CREATE, ()).execute().await.unwrap();
    let read_only = Database::open_read_only(&location).await.unwrap();
    assert_eq!(read_only.schema().await.unwrap(), Schema::Foreign);
    let integrity = read_only.check_integrity().await.unwrap();
    assert_eq!((integrity.tables, integrity.faults), (1, Vec::new()));
    assert_eq!(db.schema().await.unwrap(), Schema::Foreign);
}
