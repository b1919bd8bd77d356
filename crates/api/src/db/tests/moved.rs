//! Migrations that move rows keep what people set.

use super::*;
use crate::db::Location;
use crate::db::migrate::{MARIADB, SQLITE};
use paddock_test_db::TestDb;
use sqlx::migrate::Migrator;

/// A database as it was before the migration of this name.
async fn before(name: &str) -> (TestDb, Database) {
    let test_db = TestDb::create().await;
    let location = Location::from_url(test_db.url()).unwrap();
    let db = Database::open(&location).await.unwrap();
    let earlier = |all: &Migrator| {
        let earlier = all.iter().take_while(|it| it.description != name);
        let earlier: Vec<_> = earlier.cloned().collect();
        assert!(earlier.len() < all.iter().count(), "{name} is no migration");
        Migrator::with_migrations(earlier)
    };
    let migrated = match &db {
        Database::Sqlite(engine) => {
            let connection = &mut engine.connect_unsynced().await.unwrap();
            earlier(&SQLITE).run_direct(None, connection, false).await
        }
        Database::MariaDb(engine) => {
            let connection = &mut engine.connect_apart().await.unwrap();
            earlier(&MARIADB).run_direct(None, connection, false).await
        }
    };
    migrated.unwrap();
    (test_db, db)
}

#[tokio::test]
async fn a_time_zone_that_was_set_for_attendance_becomes_that_of_the_guild() {
    let (_test_db, db) = before("guilds time zone").await;
    for (guild, number_max) in [(1_i64, 50_i64), (2, 60)] {
        let insert = "INSERT INTO guilds (guild_id, number_min, number_max, \
             auto_approve_submissions, version, updated_at) VALUES (?, 1, ?, FALSE, 4, 5)";
        db.write(insert, (guild, number_max))
            .execute()
            .await
            .unwrap();
    }
    // Guild 3 has no settings of its own, guild 4 no time zone.
    let zones = [
        (1_i64, Some("Europe/Berlin")),
        (3, Some("Asia/Tokyo")),
        (4, None),
    ];
    for (guild, zone) in zones {
        let insert = "INSERT INTO attendance_settings (guild_id, code_length, time_zone, \
             updated_at, version) VALUES (?, 6, ?, 7, 0)";
        db.write(insert, (guild, zone)).execute().await.unwrap();
    }
    db.migrate().await.unwrap();
    let guilds = "SELECT guild_id, time_zone, number_min, number_max, version, updated_at \
         FROM guilds ORDER BY guild_id";
    let guilds: Vec<(i64, String, i64, i64, i64, i64)> = db.query(guilds, ()).all().await.unwrap();
    assert_eq!(
        guilds,
        [
            (1, "Europe/Berlin".to_owned(), 1, 50, 4, 5),
            (2, "UTC".to_owned(), 1, 60, 4, 5),
            (3, "Asia/Tokyo".to_owned(), 0, 999, 0, 7),
        ]
    );
    let others = "SELECT COUNT(*) FROM attendance_settings WHERE code_length = 6";
    let others: i64 = db.query(others, ()).scalar().await.unwrap();
    assert_eq!(others, 3);
}
