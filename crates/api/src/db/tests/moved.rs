//! Migrations that move rows keep what people set.

use super::*;
use crate::db::Location;
use crate::db::migrate::{MARIADB, SQLITE};
use crate::{effects, seasons};
use paddock_test_db::TestDb;
use sqlx::migrate::Migrator;
use std::collections::HashMap;

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

/// This version over a database that an earlier one left.
async fn now(test_db: TestDb, db: Database) -> TestContext {
    TestContext::over(test_db, db, &HashMap::new()).await
}

#[tokio::test]
async fn effects_that_waited_when_the_queue_was_changed_go_out_in_their_order() {
    let (test_db, db) = before("effects by due").await;
    let action = serde_json::json!({
        "kind": "grant_role", "user_id": "1", "role_id": "7", "reason": "because",
    });
    // Of one member one is held, by a bot that is gone, and two wait; of the other one has failed.
    let rows = [
        (1_i64, "member:1", "done", 1_i64),
        (2, "member:1", "leased", 1),
        (3, "member:1", "pending", 0),
        (4, "member:1", "pending", 0),
        (5, "member:2", "failed", 3),
        (6, "member:2", "pending", 0),
    ];
    for (id, subject, state, attempts) in rows {
        let insert = "INSERT INTO effects (effect_id, guild_id, subject, user_id, action, state, \
             attempts, due_at, created_at, updated_at) VALUES (?, 1, ?, 1, ?, ?, ?, 50, 40, 50)";
        let values = (id, subject, action.to_string(), state, attempts);
        db.write(insert, values).execute().await.unwrap();
    }
    let test = now(test_db, db).await;
    let mut order = Vec::new();
    loop {
        let leased = effects::service::lease(&test.ctx, 10, Duration::ZERO).await;
        let leased = leased.unwrap();
        if leased.is_empty() {
            break;
        }
        for effect in leased {
            let report = paddock_api_types::effects::EffectDone {
                attempt: effect.attempts,
                message: None,
            };
            let done = effects::service::done(&test.ctx, effect.id, report).await;
            done.unwrap();
            order.push(effect.id.get());
        }
    }
    assert_eq!(order, [6, 2, 3, 4]);
    let kept = "SELECT state, COUNT(*) FROM effects GROUP BY state ORDER BY state";
    let kept: Vec<(String, i64)> = test.ctx.db.query(kept, ()).all().await.unwrap();
    assert_eq!(kept, [("done".to_owned(), 5), ("failed".to_owned(), 1)]);
}

#[tokio::test]
async fn what_waits_in_a_season_that_was_closed_earlier_is_still_looked_at() {
    let (test_db, db) = before("seasons expiring").await;
    for (season, closed_at) in [(1_i64, Some(30_i64)), (2, None)] {
        let insert = "INSERT INTO seasons (season_id, guild_id, number, name, starts_at, ends_at, \
             remove_roles_at_end, participants, closed_at, created_at, updated_at, version) \
             VALUES (?, 1, ?, 'one', 10, 9000000000000, FALSE, 0, ?, 5, 5, 0)";
        let values = (season, season, closed_at);
        db.write(insert, values).execute().await.unwrap();
    }
    let test = now(test_db, db).await;
    assert!(
        seasons::service::schedule_has_work(&test.ctx)
            .await
            .unwrap()
    );
    seasons::service::run_schedule(&test.ctx).await.unwrap();
    assert!(
        !seasons::service::schedule_has_work(&test.ctx)
            .await
            .unwrap()
    );
}

#[tokio::test]
async fn a_guild_that_had_a_league_is_due_as_before() {
    let (test_db, db) = before("result leagues stale").await;
    for (guild, league) in [(1_i64, Some(77_i64)), (2, None)] {
        let insert = "INSERT INTO guilds (guild_id, number_min, number_max, league_id, \
             auto_approve_submissions, version, updated_at) VALUES (?, 1, 99, ?, FALSE, 0, 5)";
        db.write(insert, (guild, league)).execute().await.unwrap();
    }
    let test = now(test_db, db).await;
    let due = "SELECT guild_id FROM league_syncs WHERE next_at <= 10";
    let due: Vec<i64> = test.ctx.db.query(due, ()).scalars().await.unwrap();
    assert_eq!(due, [1]);
    assert!(
        crate::results::service::leagues_have_work(&test.ctx)
            .await
            .unwrap()
    );
    crate::results::service::begin_leagues(&test.ctx)
        .await
        .unwrap();
    assert!(
        !crate::results::service::leagues_have_work(&test.ctx)
            .await
            .unwrap()
    );
}
