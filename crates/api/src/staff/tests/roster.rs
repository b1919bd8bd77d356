//! Who is on the roster, on duty, and on leave.

use super::{Desk, MINUTE};
use crate::guilds;
use crate::staff::model::StaffError;
use crate::staff::service;
use crate::testing::{guild, number, text, user};
use futures_util::TryStreamExt as _;
use paddock_api_types::members::Level;
use paddock_api_types::staff::{
    AddStaff, ImportStaffQuery, ListStaffHoursQuery, TakeLeave, UpdateStaff,
};
use serde_json::json;
use std::time::Duration;

const ADA: i64 = 1;
const BEN: i64 = 2;

#[tokio::test]
async fn the_roster_is_by_rank_and_each_change_has_a_number_of_its_own() {
    let desk = Desk::with(&[]).await;
    desk.test.register(ADA, "Ada").await;
    let watched = async || service::watched(&desk.test.ctx, guild(1)).await.unwrap();
    assert_eq!(watched().await.version, 0);
    desk.adds(BEN, AddStaff::default()).await.unwrap();
    let steward = AddStaff {
        title: Some(text("Steward")),
        rank: Some(number(10)),
        time_zone: Some("Europe/London".to_owned()),
        ..AddStaff::default()
    };
    let ada = desk.adds(ADA, steward.clone()).await.unwrap();
    assert_eq!((&*ada.display_name, ada.rank), ("Ada", 10));
    assert!(matches!(
        desk.adds(ADA, steward).await,
        Err(StaffError::Exists)
    ));
    let nowhere = AddStaff {
        time_zone: Some("Mars/Base".to_owned()),
        ..AddStaff::default()
    };
    assert!(matches!(
        desk.adds(7, nowhere).await,
        Err(StaffError::Invalid { .. })
    ));
    let roster = service::roster(&desk.test.by(9, Level::Guest))
        .await
        .unwrap();
    let ids: Vec<_> = roster.members.iter().map(|it| it.user_id).collect();
    assert_eq!(ids, [user(ADA), user(BEN)]);
    assert_eq!(watched().await.user_ids, [user(ADA), user(BEN)]);
    assert_eq!(watched().await.version, 2);

    let (before, _) = service::counts(&desk.test.ctx, guild(1)).await.unwrap();
    let renamed: UpdateStaff = serde_json::from_value(json!({"display_name": "Benno"})).unwrap();
    service::update(&desk.test.admin(), user(BEN), &renamed)
        .await
        .unwrap();
    let (after, _) = service::counts(&desk.test.ctx, guild(1)).await.unwrap();
    assert!(after > before);
    service::update(&desk.test.admin(), user(BEN), &renamed)
        .await
        .unwrap();
    let (again, _) = service::counts(&desk.test.ctx, guild(1)).await.unwrap();
    assert_eq!(again, after, "the same again is no change");
    assert_eq!(watched().await.version, 2, "the roster is the same");

    service::remove(&desk.test.admin(), user(BEN))
        .await
        .unwrap();
    assert_eq!(watched().await.version, 3);
    let gone = service::remove(&desk.test.admin(), user(BEN)).await;
    assert!(matches!(gone, Err(StaffError::NotFound)));
}

#[tokio::test]
async fn duty_is_somebodys_word_and_ends_after_a_day() {
    let desk = Desk::with(&[ADA]).await;
    let ada = || desk.test.by(ADA, Level::Guest);
    service::begin_duty(&ada()).await.unwrap();
    desk.passes(10 * MINUTE).await;
    service::begin_duty(&ada()).await.unwrap();
    desk.passes(10 * MINUTE).await;
    assert_eq!(desk.activity(ADA).await.total.duty_seconds, 1200);
    let off = service::end_duty(&ada()).await.unwrap();
    assert_eq!(off.on_duty_since, None);
    desk.passes(10 * MINUTE).await;
    assert_eq!(desk.activity(ADA).await.total.duty_seconds, 1200);

    service::begin_duty(&ada()).await.unwrap();
    desk.test.clock.advance(Duration::from_hours(30));
    assert_eq!(desk.shows(ADA).await.on_duty_since, None);
    for _ in 0..2 {
        assert_eq!(desk.activity(ADA).await.total.duty_seconds, 1200 + 86_400);
        desk.settles().await;
    }
    let stranger = service::begin_duty(&desk.test.by(9, Level::Admin)).await;
    assert!(matches!(stranger, Err(StaffError::NotFound)));
}

fn leave(from: Option<&str>, until: &str) -> TakeLeave {
    TakeLeave {
        from: from.map(|day| day.parse().unwrap()),
        until: until.parse().unwrap(),
        reason: Some(text("Holidays")),
    }
}

#[tokio::test]
async fn whoever_is_given_no_time_zone_has_that_of_the_guild() {
    let desk = Desk::with(&[]).await;
    let admin = desk.test.admin();
    let zone = serde_json::from_str(r#"{"time_zone": "Europe/Berlin"}"#).unwrap();
    guilds::service::update(&admin, &zone).await.unwrap();
    desk.adds(ADA, AddStaff::default()).await.unwrap();
    assert_eq!(desk.shows(ADA).await.time_zone, "Europe/Berlin");
    for (given, expected) in [
        (r#"{"time_zone": "Asia/Tokyo"}"#, "Asia/Tokyo"),
        (r#"{"time_zone": null}"#, "Europe/Berlin"),
    ] {
        let update = serde_json::from_str(given).unwrap();
        let shown = service::update(&admin, user(ADA), &update).await.unwrap();
        assert_eq!(shown.time_zone, expected);
    }
    let file = format!("user_id,time_zone\n{ADA},Asia/Tokyo\n7,\n");
    let query = ImportStaffQuery { dry_run: false };
    service::import(&admin, &query, &file).await.unwrap();
    assert_eq!(desk.shows(ADA).await.time_zone, "Asia/Tokyo");
    assert_eq!(desk.shows(7).await.time_zone, "Europe/Berlin");
}

#[tokio::test]
async fn a_leave_has_days_of_the_members_zone_and_takes_the_place_of_the_one_before() {
    // It is noon in London, and one in the morning of the 22nd in Auckland.
    let desk = Desk::with(&[]).await;
    let add = AddStaff {
        time_zone: Some("Pacific/Auckland".to_owned()),
        ..AddStaff::default()
    };
    desk.adds(ADA, add).await.unwrap();
    let ada = || desk.test.by(ADA, Level::Guest);
    let take =
        async |from, until| service::take_leave(&ada(), user(ADA), &leave(from, until)).await;
    let shown = take(None, "2026-11-24").await.unwrap();
    assert!(shown.is_away);
    assert_eq!(shown.away.unwrap().from.to_string(), "2026-11-22");
    desk.test.clock.advance(Duration::from_hours(24));
    // Eleven hours of the 22nd were left, thirteen of the 23rd have passed.
    assert_eq!(desk.activity(ADA).await.total.away_seconds, 86_400);
    let shown = take(Some("2026-12-01"), "2026-12-05").await.unwrap();
    assert!(
        !shown.is_away,
        "the next one stands for the one that went on"
    );
    assert_eq!(shown.away.unwrap().from.to_string(), "2026-12-01");
    let shown = service::end_leave(&ada(), user(ADA)).await.unwrap();
    assert_eq!(shown.away, None);
    assert!(matches!(
        take(Some("2026-11-25"), "2026-11-24").await,
        Err(StaffError::Invalid { field: "until", .. })
    ));
    let ben = desk.test.by(BEN, Level::Verified);
    let refused = service::take_leave(&ben, user(ADA), &leave(None, "2026-12-24")).await;
    assert!(matches!(refused, Err(StaffError::AdminsOnly)));
    let unknown = service::take_leave(&ben, user(BEN), &leave(None, "2026-12-24")).await;
    assert!(matches!(unknown, Err(StaffError::NotFound)));
}

#[tokio::test]
async fn a_file_is_imported_whole_or_not_at_all_and_an_export_changes_nothing() {
    let desk = Desk::with(&[ADA]).await;
    let admin = || desk.test.admin();
    let import = async |dry_run, file: &str| {
        let query = ImportStaffQuery { dry_run };
        service::import(&admin(), &query, file).await
    };
    let file = "user_id,title,rank,time_zone,display_name\n\
                1,=Chief,1,Europe/London,Ada\n2,Steward,,,\n";
    let dry = import(true, file).await.unwrap();
    assert_eq!((dry.added, dry.changed), (1, 1));
    assert_eq!(desk.shows(ADA).await.title, None);
    let bad = import(false, &format!("{file}x,,,,\n")).await;
    assert!(matches!(bad, Err(StaffError::ImportRefused(rows)) if rows.len() == 1));
    assert_eq!(desk.shows(ADA).await.title, None);
    let done = import(false, file).await.unwrap();
    assert_eq!((done.added, done.changed, done.unchanged), (1, 1, 0));
    assert_eq!(desk.shows(ADA).await.title.as_deref(), Some("=Chief"));

    let rows: Vec<String> = service::export(admin()).try_collect().await.unwrap();
    let exported = rows.concat();
    assert!(exported.contains("'=Chief"), "{exported}");
    let again = import(false, &exported).await.unwrap();
    assert_eq!((again.added, again.changed, again.unchanged), (0, 0, 2));
}

#[tokio::test]
async fn hours_are_told_week_by_week() {
    let desk = Desk::with(&[ADA]).await;
    desk.sees(ADA, "online").await;
    desk.passes(90 * MINUTE).await;
    let query = ListStaffHoursQuery::default();
    let rows = service::hours(desk.test.admin(), &query);
    let rows: Vec<String> = rows.try_collect().await.unwrap();
    let rows = rows.concat();
    let lines: Vec<_> = rows.lines().collect();
    let header = "user_id,display_name,week,online_hours,idle_hours,dnd_hours,offline_hours,\
                  unknown_hours,duty_hours,away_hours";
    assert_eq!(
        lines,
        [header, "1,1,2026-11-16,1.50,0.00,0.00,0.00,0.00,0.00,0.00"]
    );
}

#[tokio::test]
async fn what_is_older_than_the_guild_keeps_is_deleted() {
    let desk = Desk::with(&[ADA]).await;
    let admin = desk.test.admin();
    let update = serde_json::from_value(json!({"retention_days": 2})).unwrap();
    service::update_settings(&admin, &update).await.unwrap();
    for status in ["online", "idle", "online", "idle"] {
        desk.sees(ADA, status).await;
        desk.passes(MINUTE).await;
    }
    desk.test.clock.advance(Duration::from_hours(49));
    desk.sees(ADA, "online").await;
    desk.passes(MINUTE).await;
    desk.sees(ADA, "idle").await;
    let kept = async || {
        let db = &desk.test.ctx.db;
        let after = jiff::Timestamp::MIN;
        crate::staff::store::intervals::of_member(db, guild(1), user(ADA), after).await
    };
    assert_eq!(kept().await.unwrap().len(), 5);
    service::expire(&desk.test.ctx).await.unwrap();
    assert_eq!(kept().await.unwrap().len(), 1);
}

#[tokio::test]
async fn when_somebody_last_used_paddock_is_kept_once_a_minute_and_of_staff_alone() {
    let desk = Desk::with(&[ADA]).await;
    let uses = async |id| {
        let ctx = &desk.test.ctx;
        service::interacted(ctx, guild(1), user(id), desk.now())
            .await
            .unwrap();
    };
    let seq = async || service::counts(&desk.test.ctx, guild(1)).await.unwrap().0;
    assert_eq!(desk.shows(ADA).await.last_interaction, None);
    let first = desk.now();
    uses(ADA).await;
    uses(BEN).await;
    assert_eq!(desk.shows(ADA).await.last_interaction, Some(first));
    let noted = seq().await;
    desk.test.clock.advance(Duration::from_secs(59));
    uses(ADA).await;
    assert_eq!(desk.shows(ADA).await.last_interaction, Some(first));
    assert_eq!(seq().await, noted, "nothing was written");
    desk.test.clock.advance(Duration::from_secs(1));
    uses(ADA).await;
    assert_eq!(desk.shows(ADA).await.last_interaction, Some(desk.now()));
    assert!(seq().await > noted, "whoever watches sees it");

    // By a clock that was ahead.
    desk.test.clock.step_back(Duration::from_hours(1));
    uses(ADA).await;
    assert_eq!(desk.shows(ADA).await.last_interaction, Some(desk.now()));
    let rows: Vec<String> = service::export(desk.test.admin())
        .try_collect()
        .await
        .unwrap();
    assert!(
        rows.concat().contains("UTC,2026-11-21T11:01:00Z"),
        "{rows:?}"
    );
}
