//! Which season is meant where none is named, and what ending one takes.

use crate::helpers::{TestApp, given, refused};
use crate::track::{Track, points_each, season};
use paddock_api_client::{Client, Error};
use paddock_api_types::seasons::Season;
use paddock_api_types::{ErrorCode, ItemId, SeasonId};
use serde_json::json;

/// The name of the season that somebody means.
async fn meant(by: &Client, item: Option<ItemId>) -> Result<String, Error> {
    let season = by
        .get_current_season(&given(json!({"item_id": item})))
        .await;
    season.map(|season| season.name)
}

/// The names of those to choose from.
async fn asked(by: &Client, item: Option<ItemId>) -> Vec<String> {
    let error = meant(by, item).await.unwrap_err();
    assert_eq!(error.code(), Some(ErrorCode::SeasonAmbiguous));
    let seasons = error.problem().unwrap().params["seasons"].as_array();
    let names = seasons
        .unwrap()
        .iter()
        .map(|it| it["name"].as_str().unwrap());
    names.map(str::to_owned).collect()
}

async fn planned(app: &TestApp, name: &str, from: &str) -> Season {
    let open = season(name, from, "2026-12-01");
    app.admin().create_season(&open).await.unwrap()
}

#[tokio::test]
async fn the_current_season_is_the_open_one() {
    let app = TestApp::spawn().await;
    let guest = app.member(1);
    let none = "404 no_current_season";
    assert_eq!(refused(meant(&guest, None).await), none);
    planned(&app, "Later", "2026-11-22").await;
    assert_eq!(
        refused(meant(&guest, None).await),
        format!("{none} next_starts_at=2026-11-22T00:00:00Z")
    );
    planned(&app, "Now", "2026-11-20").await;
    assert_eq!(meant(&guest, None).await.unwrap(), "Now");
}

#[tokio::test]
async fn of_several_open_seasons_the_one_is_meant_that_was_joined() {
    let track = Track::new().await;
    let ada = track.joined(1, "Ada").await;
    let sprint = planned(&track.app, "Sprint", "2026-11-21").await;
    assert_eq!(meant(&ada, None).await.unwrap(), "Winter");
    let stranger = track.app.member(2);
    assert_eq!(asked(&stranger, None).await, ["Sprint", "Winter"]);
    ada.join_season(sprint.id).await.unwrap();
    assert_eq!(asked(&ada, None).await, ["Sprint", "Winter"]);
}

/// Takes the season's item into another.
async fn takes_too(track: &Track, other: SeasonId) {
    let (admin, worth) = (track.admin(), points_each(5));
    let set = admin.set_season_item(other, track.item, &worth).await;
    set.unwrap();
}

#[tokio::test]
async fn what_is_submitted_goes_to_the_season_that_takes_it() {
    let track = Track::new().await;
    let ada = track.joined(1, "Ada").await;
    let sprint = planned(&track.app, "Sprint", "2026-11-21").await.id;
    ada.join_season(sprint).await.unwrap();
    let handed_in = json!({"item_id": track.item, "quantity": 1});
    let created = ada.create_submission(&given(handed_in.clone())).await;
    assert_eq!(created.unwrap().submission.season_name, "Winter");
    takes_too(&track, sprint).await;
    let refusal = ada.create_submission(&given(handed_in)).await;
    let error = refusal.unwrap_err();
    assert_eq!(error.code(), Some(ErrorCode::SeasonAmbiguous));
    assert_eq!(asked(&ada, Some(track.item)).await, ["Sprint", "Winter"]);
}

#[tokio::test]
async fn an_admin_submits_to_the_season_of_the_member() {
    let track = Track::new().await;
    track.joined(1, "Ada").await;
    let sprint = planned(&track.app, "Sprint", "2026-11-21").await.id;
    takes_too(&track, sprint).await;
    let for_ada = json!({"item_id": track.item, "quantity": 1, "user_id": "1"});
    let created = track.admin().create_submission(&given(for_ada)).await;
    assert_eq!(created.unwrap().submission.season_name, "Winter");
}

#[tokio::test]
async fn closing_says_before_what_it_takes() {
    let track = Track::new().await;
    let silver = track.rank("Silver", 10).await;
    track.prize(&silver, json!({"role_id": "200"})).await;
    track.prize(&silver, json!({"description": "a mug"})).await;
    let ada = track.joined(1, "Ada").await;
    track.adjust(1, 20).await;
    for quantity in 1..=3 {
        track.submitted(&ada, quantity).await;
    }
    let admin = track.admin();
    let taken = async || {
        let closing = admin.get_season_closing(track.season).await.unwrap();
        let taken = (closing.waiting_submissions, closing.roles_taken_back);
        (taken, closing.waiting_prizes)
    };
    assert_eq!(taken().await, ((3, 0), 1), "roles stay");
    let back = given(json!({"remove_roles_at_end": true}));
    admin.update_season(track.season, &back).await.unwrap();
    assert_eq!(taken().await, ((3, 1), 1));
    let refusal = refused(ada.get_season_closing(track.season).await);
    assert_eq!(refusal, "403 forbidden actual=verified required=admin");
    admin.close_season(track.season).await.unwrap();
    let refusal = refused(admin.get_season_closing(track.season).await);
    assert_eq!(refusal, "409 season_closed");
}

#[tokio::test]
async fn an_item_says_that_it_was_submitted() {
    let track = Track::new().await;
    let ada = track.joined(1, "Ada").await;
    let admin = track.admin();
    assert!(!admin.get_item(track.item).await.unwrap().submitted);
    track.submitted(&ada, 1).await;
    assert!(admin.get_item(track.item).await.unwrap().submitted);
}
