//! Items, and what they are worth in a season.

use crate::helpers::{TestApp, given, refused};
use crate::track::{Track, points_each};
use paddock_api_types::operations::seasons as ops;
use paddock_api_types::seasons::CreateItem;
use paddock_api_types::{ItemId, PageQuery};
use serde_json::{Value, json};
use std::time::Duration;

fn item(name: &str) -> CreateItem {
    given(json!({"name": name}))
}

#[tokio::test]
async fn an_item_is_created_by_an_admin_and_read_by_anybody() {
    let app = TestApp::spawn().await;
    let new = given(json!({"name": " Race ", "description": " Finished, with proof "}));
    let item = app.admin().create_item(&new).await.unwrap();
    insta::assert_json_snapshot!(item, { ".id" => "[id]" }, @r#"
        {
          "id": "[id]",
          "name": "Race",
          "description": "Finished, with proof",
          "external_id": null,
          "submitted": false,
          "created_at": "2026-11-21T12:00:00Z",
          "updated_at": "2026-11-21T12:00:00Z"
        }
    "#);
    assert_eq!(app.member(1).get_item(item.id).await.unwrap(), item);
}

#[tokio::test]
async fn no_two_items_have_one_name() {
    let app = TestApp::spawn().await;
    let admin = app.admin();
    admin.create_item(&item("Race")).await.unwrap();
    let other = admin.create_item(&item("Quali")).await.unwrap().id;
    let taken = "409 item_name_taken field=name";
    assert_eq!(refused(admin.create_item(&item(" Race ")).await), taken);
    let rename = given(json!({"name": "Race"}));
    assert_eq!(refused(admin.update_item(other, &rename).await), taken);
    let own = given(json!({"name": "Quali"}));
    admin.update_item(other, &own).await.unwrap();
}

#[tokio::test]
async fn an_item_that_cannot_be_is_refused_by_field() {
    let app = TestApp::spawn().await;
    let admin = app.admin();
    let id = admin.create_item(&item("Race")).await.unwrap().id;
    let cases = [
        (json!({"name": ""}), "name"),
        (json!({"name": "x".repeat(61)}), "name"),
        (json!({"name": "A", "description": ""}), "description"),
        (
            json!({"name": "A", "description": "x".repeat(201)}),
            "description",
        ),
    ];
    for (body, field) in cases {
        let expected = format!("422 invalid_value field={field}");
        let created = app.refusal(ops::create_item, (), &body).await;
        assert_eq!(created, expected, "creating {body}");
        let updated = app.refusal(ops::update_item, id, &body).await;
        assert_eq!(updated, expected, "updating {body}");
    }
}

#[tokio::test]
async fn only_what_is_given_of_an_item_changes() {
    let app = TestApp::spawn().await;
    let admin = app.admin();
    let new = given(json!({"name": "Race", "description": "Finished"}));
    let before = admin.create_item(&new).await.unwrap();
    app.clock.advance(Duration::from_mins(1));
    let same = given(json!({"name": "Race"}));
    assert_eq!(admin.update_item(before.id, &same).await.unwrap(), before);
    let rename = given(json!({"name": "Sprint"}));
    let after = admin.update_item(before.id, &rename).await.unwrap();
    assert_eq!(after.description.as_deref(), Some("Finished"));
    assert!(after.updated_at > before.updated_at);
    let clear = given(json!({"description": null}));
    let cleared = admin.update_item(before.id, &clear).await.unwrap();
    assert_eq!(
        (cleared.name.as_str(), cleared.description),
        ("Sprint", None)
    );
}

#[tokio::test]
async fn an_item_that_was_never_submitted_can_be_deleted() {
    let track = Track::new().await;
    let admin = track.admin();
    admin.delete_item(track.item).await.unwrap();
    let page = PageQuery::default();
    let left = admin.list_season_items(track.season, &page).await.unwrap();
    assert_eq!(left.items, [], "seasons do not take it any more");
    let again = refused(admin.delete_item(track.item).await);
    assert_eq!(again, "404 item_not_found");
}

#[tokio::test]
async fn an_item_that_was_ever_submitted_stays() {
    let track = Track::new().await;
    let ada = track.joined(1, "Ada").await;
    let id = track.submitted(&ada, 1).await.id;
    ada.delete_submission(id).await.unwrap();
    let refusal = refused(track.admin().delete_item(track.item).await);
    assert_eq!(refusal, "409 item_in_use");
}

#[tokio::test]
async fn items_are_listed_oldest_first() {
    let app = TestApp::spawn().await;
    for name in ["B", "A", "C"] {
        app.admin().create_item(&item(name)).await.unwrap();
        app.clock.advance(Duration::from_millis(1));
    }
    let list = |query: Value| {
        let guest = app.member(1);
        async move { guest.list_items(&given(query)).await.unwrap() }
    };
    let first = list(json!({"limit": 2})).await;
    let rest = list(json!({"cursor": first.next_cursor})).await;
    let all = first.items.into_iter().chain(rest.items);
    let all: Vec<_> = all.map(|item| item.name).collect();
    assert_eq!(all, ["B", "A", "C"]);
}

#[tokio::test]
async fn a_guild_has_so_many_items() {
    let app = TestApp::spawn_with(&[("RATE_LIMIT_PER_MINUTE", "0")]).await;
    let admin = app.admin();
    for number in 1..=200 {
        let item = item(&format!("Item {number}"));
        admin.create_item(&item).await.unwrap();
    }
    let refusal = refused(admin.create_item(&item("One more")).await);
    assert_eq!(refusal, "409 limit_reached limit=200");
}

#[tokio::test]
async fn a_season_takes_an_item_at_its_worth() {
    let track = Track::new().await;
    let worth = given(json!({"points": 25, "max_quantity": 3, "max_per_day": 6}));
    let admin = track.admin();
    let set = admin
        .set_season_item(track.season, track.item, &worth)
        .await;
    let set = set.unwrap();
    insta::assert_json_snapshot!(set, { ".item_id" => "[id]" }, @r#"
        {
          "item_id": "[id]",
          "name": "Race",
          "description": null,
          "points": 25,
          "max_quantity": 3,
          "max_per_day": 6
        }
    "#);
    let (guest, page) = (track.app.member(1), PageQuery::default());
    let listed = guest.list_season_items(track.season, &page).await;
    assert_eq!(listed.unwrap().items, [set]);
    track.worth(json!({"points": 5})).await;
    let listed = guest.list_season_items(track.season, &page).await;
    let listed = listed.unwrap().items.remove(0);
    assert_eq!((listed.points, listed.max_quantity), (5, None), "replaced");
}

#[tokio::test]
async fn a_worth_that_cannot_be_is_refused_by_field() {
    let track = Track::new().await;
    let cases = [
        (json!({"points": 0}), "points"),
        (json!({"points": 1_000_001}), "points"),
        (json!({"points": 1, "max_quantity": 0}), "max_quantity"),
        (json!({"points": 1, "max_quantity": 10_001}), "max_quantity"),
        (json!({"points": 1, "max_per_day": 0}), "max_per_day"),
        (
            json!({"points": 1, "max_per_day": 1_000_001}),
            "max_per_day",
        ),
    ];
    for (body, field) in cases {
        let path = (track.season, track.item);
        let set = track.app.refusal(ops::set_season_item, path, &body).await;
        let expected = format!("422 invalid_value field={field}");
        assert_eq!(set, expected, "{body}");
    }
}

#[tokio::test]
async fn what_was_submitted_keeps_its_worth() {
    let track = Track::new().await;
    let ada = track.joined(1, "Ada").await;
    let id = track.submitted(&ada, 2).await.id;
    track.worth(json!({"points": 50})).await;
    let approved = track.admin().approve_submission(id, None).await.unwrap();
    assert_eq!(approved.change.unwrap().points, 20);
}

#[tokio::test]
async fn an_item_taken_out_of_a_season_is_not_taken_any_more() {
    let track = Track::new().await;
    let ada = track.joined(1, "Ada").await;
    let waiting = track.submitted(&ada, 2).await.id;
    let admin = track.admin();
    let remove = || admin.remove_season_item(track.season, track.item);
    remove().await.unwrap();
    let none = "409 item_not_in_season";
    assert_eq!(refused(remove().await), none, "a second time");
    let submitted = ada.create_submission(&track.races(1)).await;
    assert_eq!(refused(submitted), none);
    admin
        .approve_submission(waiting, None)
        .await
        .expect("what was submitted stays");
}

#[tokio::test]
async fn an_item_that_is_not_there_is_not_found() {
    let track = Track::new().await;
    let ada = track.joined(1, "Ada").await;
    let (admin, absent) = (track.admin(), ItemId::new(404).unwrap());
    let submission = track.handing_in(json!({"item_id": absent}));
    let refusals = [
        refused(admin.get_item(absent).await),
        refused(admin.update_item(absent, &given(json!({}))).await),
        refused(admin.delete_item(absent).await),
        refused(
            admin
                .set_season_item(track.season, absent, &points_each(1))
                .await,
        ),
        refused(ada.create_submission(&submission).await),
    ];
    assert_eq!(refusals, ["404 item_not_found"; 5]);
}
