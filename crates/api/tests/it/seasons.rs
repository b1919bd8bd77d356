//! Seasons: their life from planning to the end, and who is in them.

use crate::helpers::{TestApp, given, refused};
use crate::track::{Track, points_each, season, winter};

use paddock_api_types::operations::Csv;
use paddock_api_types::operations::seasons as ops;
use paddock_api_types::seasons::{ListSeasonsQuery, SeasonStatus};
use paddock_api_types::{PageQuery, SeasonId};
use serde_json::{Value, json};
use std::time::Duration;

const DAY: Duration = Duration::from_hours(24);

async fn create(app: &TestApp, changes: Value) -> String {
    app.refusal(ops::create_season, (), &with(changes)).await
}

fn with(changes: Value) -> Value {
    let mut body = serde_json::to_value(winter()).unwrap();
    let Value::Object(changes) = changes else {
        panic!("no object: {changes}")
    };
    body.as_object_mut().unwrap().extend(changes);
    body
}

#[tokio::test]
async fn a_season_is_created_by_an_admin_and_read_by_anybody() {
    let app = TestApp::spawn().await;
    let season = app.admin().create_season(&winter()).await.unwrap();
    insta::assert_json_snapshot!(season, { ".id" => "[id]" }, @r#"
        {
          "id": "[id]",
          "number": 1,
          "name": "Winter",
          "starts_at": "2026-11-20T00:00:00Z",
          "ends_at": "2026-12-01T00:00:00Z",
          "status": "open",
          "remove_roles_at_end": false,
          "participants": 0,
          "closed_at": null,
          "created_at": "2026-11-21T12:00:00Z",
          "updated_at": "2026-11-21T12:00:00Z"
        }
    "#);
    assert_eq!(app.member(1).get_season(season.id).await.unwrap(), season);
}

#[tokio::test]
async fn a_number_is_given_once() {
    let app = TestApp::spawn().await;
    let admin = app.admin();
    let seven = given(with(json!({"number": 7})));
    assert_eq!(admin.create_season(&seven).await.unwrap().number, 7);
    let next = given(with(json!({"name": "Spring"})));
    let next = admin.create_season(&next).await.unwrap();
    assert_eq!(next.number, 8, "the next free one");
    let taken = "409 season_number_taken field=number";
    assert_eq!(create(&app, json!({"number": 7})).await, taken);
    let update = given(json!({"number": 7}));
    assert_eq!(refused(admin.update_season(next.id, &update).await), taken);
    let cloned = admin.clone_season(next.id, &seven).await;
    assert_eq!(refused(cloned), taken);
}

#[tokio::test]
async fn a_season_that_cannot_be_is_refused_by_field() {
    let app = TestApp::spawn().await;
    let cases = [
        (json!({"name": " "}), "name"),
        (json!({"name": "x".repeat(61)}), "name"),
        (json!({"name": "two\nlines"}), "name"),
        (json!({"number": 0}), "number"),
        (json!({"number": 100_001}), "number"),
        (json!({"ends_at": "2026-11-20T00:00:00Z"}), "ends_at"),
        (json!({"ends_at": "2026-11-21T12:00:00Z"}), "ends_at"),
        (json!({"ends_at": "2037-01-01T00:00:00Z"}), "ends_at"),
        (json!({"starts_at": "2016-01-01T00:00:00Z"}), "starts_at"),
    ];
    for (changes, field) in cases {
        let expected = format!("422 invalid_value field={field}");
        assert_eq!(create(&app, changes.clone()).await, expected, "{changes}");
    }
}

#[tokio::test]
async fn a_season_is_answered_as_it_will_be_read() {
    let app = TestApp::spawn().await;
    let finer = given(with(json!({"starts_at": "2026-11-20T00:00:00.123456789Z"})));
    let created = app.admin().create_season(&finer).await.unwrap();
    assert_eq!(app.admin().get_season(created.id).await.unwrap(), created);
}

async fn names(app: &TestApp, query: Value) -> (Vec<String>, Option<String>) {
    let query: ListSeasonsQuery = given(query);
    let page = app.member(1).list_seasons(&query).await.unwrap();
    let names = page.items.into_iter().map(|season| season.name);
    (names.collect(), page.next_cursor)
}

#[tokio::test]
async fn seasons_are_listed_the_latest_start_first() {
    let app = TestApp::spawn().await;
    let planned = [
        ("Short", "2026-11-19", "2026-11-22"),
        ("Later", "2026-11-24", "2026-12-02"),
        ("Winter", "2026-11-20", "2026-12-01"),
        ("Twin", "2026-11-20", "2026-12-01"),
    ];
    for (name, from, until) in planned {
        let season = season(name, from, until);
        app.admin().create_season(&season).await.unwrap();
    }
    let (first, cursor) = names(&app, json!({"limit": 2})).await;
    assert_eq!(first, ["Later", "Twin"]);
    let (rest, cursor) = names(&app, json!({"limit": 2, "cursor": cursor})).await;
    assert_eq!(
        (rest, cursor),
        (vec!["Winter".into(), "Short".into()], None)
    );
    app.clock.advance(DAY);
    for (status, expected) in [
        ("scheduled", vec!["Later"]),
        ("open", vec!["Twin", "Winter"]),
        ("closed", vec!["Short"]),
    ] {
        assert_eq!(names(&app, json!({"status": status})).await.0, expected);
    }
}

#[tokio::test]
async fn only_what_is_given_of_a_season_changes() {
    let app = TestApp::spawn().await;
    let admin = app.admin();
    let before = admin.create_season(&winter()).await.unwrap();
    app.clock.advance(DAY);
    let nothing = admin.update_season(before.id, &given(json!({}))).await;
    assert_eq!(nothing.unwrap().updated_at, before.updated_at);
    let update = given(json!({"name": " Spring ", "remove_roles_at_end": true}));
    let after = admin.update_season(before.id, &update).await.unwrap();
    insta::assert_json_snapshot!(after, { ".id" => "[id]" }, @r#"
        {
          "id": "[id]",
          "number": 1,
          "name": "Spring",
          "starts_at": "2026-11-20T00:00:00Z",
          "ends_at": "2026-12-01T00:00:00Z",
          "status": "open",
          "remove_roles_at_end": true,
          "participants": 0,
          "closed_at": null,
          "created_at": "2026-11-21T12:00:00Z",
          "updated_at": "2026-11-22T12:00:00Z"
        }
    "#);
    assert_eq!(admin.get_season(before.id).await.unwrap(), after);
}

#[tokio::test]
async fn an_open_season_does_not_begin_again() {
    let track = Track::new().await;
    let update = given(json!({"starts_at": "2026-11-22T00:00:00Z"}));
    let refusal = refused(track.admin().update_season(track.season, &update).await);
    assert_eq!(refusal, "422 invalid_value field=starts_at");
}

#[tokio::test]
async fn nothing_of_a_closed_season_changes() {
    let track = Track::new().await;
    let ada = track.joined(1, "Ada").await;
    let rank = track.rank("Gold", 10).await;
    let prize = track.prize(&rank, json!({"description": "a mug"})).await;
    let (admin, id) = (track.admin(), track.season);
    admin.close_season(id).await.unwrap();
    let by_hand = given(json!({"user_id": "1", "points": 1, "reason": "late"}));
    let import = given(json!({"source": "old bot"}));
    let refusals = [
        refused(admin.update_season(id, &given(json!({}))).await),
        refused(admin.set_season_item(id, track.item, &points_each(9)).await),
        refused(admin.remove_season_item(id, track.item).await),
        refused(
            admin
                .create_rank(id, &given(json!({"name": "A", "threshold": 1})))
                .await,
        ),
        refused(admin.update_rank(id, rank.id, &given(json!({}))).await),
        refused(admin.delete_rank(id, rank.id).await),
        refused(
            admin
                .create_prize(id, rank.id, &given(json!({"role_id": "7"})))
                .await,
        ),
        refused(admin.delete_prize(id, rank.id, prize.id).await),
        refused(admin.adjust_points(id, &by_hand).await),
        refused(
            admin
                .import_points(id, &import, &Csv("user_id,points\n1,1\n".into()))
                .await,
        ),
        refused(ada.join_season(id).await),
        refused(ada.create_submission(&track.races(1)).await),
    ];
    assert_eq!(refusals, ["409 season_closed"; 12]);
}

#[tokio::test]
async fn a_season_takes_part_in_nothing_before_its_start_and_after_its_end() {
    let app = TestApp::spawn().await;
    let soon = season("Soon", "2026-11-22", "2026-11-23");
    let id = app.admin().create_season(&soon).await.unwrap().id;
    let ada = app.verified(1).await;
    assert_eq!(
        refused(ada.join_season(id).await),
        "409 season_not_open ends_at=2026-11-23T00:00:00Z starts_at=2026-11-22T00:00:00Z"
    );
    app.clock.advance(DAY / 2);
    assert_eq!(ada.get_season(id).await.unwrap().status, SeasonStatus::Open);
    ada.join_season(id).await.unwrap();
    app.clock.advance(DAY);
    let ended = ada.get_season(id).await.unwrap();
    assert_eq!(ended.status, SeasonStatus::Closed);
    assert_eq!(refused(ada.join_season(id).await), "409 season_closed");
}

#[tokio::test]
async fn only_a_season_that_nobody_joined_can_be_deleted() {
    let track = Track::new().await;
    track.rank("Gold", 10).await;
    track.admin().delete_season(track.season).await.unwrap();
    let gone = track.admin().get_season(track.season).await;
    assert_eq!(refused(gone), "404 season_not_found");
    let id = track.admin().create_season(&winter()).await.unwrap().id;
    let ada = track.app.verified(1).await;
    ada.join_season(id).await.unwrap();
    let refusal = refused(track.admin().delete_season(id).await);
    assert_eq!(refusal, "409 season_in_use");
}

#[tokio::test]
async fn closing_ends_a_season_and_what_waits_in_it() {
    let track = Track::new().await;
    let ada = track.joined(1, "Ada").await;
    let waiting = track.submitted(&ada, 1).await.id;
    let closed = track.admin().close_season(track.season).await.unwrap();
    assert_eq!(closed.status, SeasonStatus::Closed);
    assert_eq!(closed.closed_at, Some(closed.updated_at));
    let approval = track.admin().approve_submission(waiting, None).await;
    let expired = "409 submission_decided state=expired";
    assert_eq!(refused(approval), expired);
}

#[tokio::test]
async fn a_season_closed_by_hand_is_announced_with_its_first_places() {
    let track = Track::new().await;
    for (id, name, points) in [(1, "Ada", 5), (2, "Ben", 9), (3, "Cleo", 5), (4, "Dan", 1)] {
        track.joined(id, name).await;
        track.adjust(id, points).await;
    }
    track.set(json!({"announcement_channel_id": "40"})).await;
    track.app.perform().await;
    track.admin().close_season(track.season).await.unwrap();
    let asked = serde_json::to_value(track.asked().await).unwrap();
    assert_eq!(asked[0]["notice"]["notice"], "season_closed");
    insta::assert_json_snapshot!(asked[0]["notice"]["top"], @r#"
        [
          {
            "display_name": "Ben",
            "place": 1,
            "points": 9,
            "rank": null,
            "user_id": "2"
          },
          {
            "display_name": "Ada",
            "place": 2,
            "points": 5,
            "rank": null,
            "user_id": "1"
          },
          {
            "display_name": "Cleo",
            "place": 2,
            "points": 5,
            "rank": null,
            "user_id": "3"
          }
        ]
    "#);
}

#[tokio::test]
async fn a_clone_takes_the_set_up_and_nobody_with_it() {
    let track = Track::new().await;
    let rank = track.rank("Gold", 10).await;
    track.prize(&rank, json!({"role_id": "7"})).await;
    track.prize(&rank, json!({"description": "a mug"})).await;
    track.joined(1, "Ada").await;
    let admin = track.admin();
    admin.close_season(track.season).await.unwrap();
    let next = season("Spring", "2027-03-01", "2027-06-01");
    let clone = admin.clone_season(track.season, &next).await.unwrap();
    assert_eq!((clone.number, clone.participants), (2, 0));
    let page = PageQuery::default();
    let items = admin
        .list_season_items(clone.id, &page)
        .await
        .unwrap()
        .items;
    assert_eq!((items[0].item_id, items[0].points), (track.item, 10));
    let ranks = admin.list_ranks(clone.id).await.unwrap().items;
    let hidden = "[id]";
    insta::assert_json_snapshot!(ranks, { "[].id" => hidden, "[].prizes[].id" => hidden }, @r#"
        [
          {
            "id": "[id]",
            "position": 1,
            "name": "Gold",
            "threshold": 10,
            "badge": null,
            "prizes": [
              {
                "id": "[id]",
                "role_id": "7",
                "description": null
              },
              {
                "id": "[id]",
                "role_id": null,
                "description": "a mug"
              }
            ]
          }
        ]
    "#);
    assert_ne!(ranks[0].id, rank.id);
    let absent = SeasonId::new(404).unwrap();
    let absent = refused(admin.clone_season(absent, &next).await);
    assert_eq!(absent, "404 season_not_found");
}
