//! A season that is complete from the beginning: its first item and its first rank come with it.

use crate::helpers::{TestApp, given, refused, user};
use crate::track::{Track, season as season_of};
use paddock_api_types::operations::seasons as ops;
use paddock_api_types::seasons::CreateSeason;
use paddock_api_types::{PageQuery, SeasonId};
use serde_json::{Value, json};

/// A season with these parts.
fn complete(more: Value) -> Value {
    let mut season = json!({
        "name": "Spring", "starts_at": "2026-11-20T00:00:00Z", "ends_at": "2027-03-01T00:00:00Z",
        "first_item": {"name": "Race finished", "points": 10},
        "first_rank": {"name": "Gold", "threshold": 100},
    });
    let Value::Object(more) = more else {
        panic!("no object: {more}")
    };
    season.as_object_mut().unwrap().extend(more);
    season
}

/// What a season takes and has.
async fn set_up(app: &TestApp, id: SeasonId) -> (Vec<(String, u32)>, Vec<(String, i64)>) {
    let (admin, page) = (app.admin(), PageQuery::default());
    let items = admin.list_season_items(id, &page).await.unwrap().items;
    let ranks = admin.list_ranks(id).await.unwrap().items;
    (
        items.into_iter().map(|it| (it.name, it.points)).collect(),
        ranks
            .into_iter()
            .map(|it| (it.name, it.threshold))
            .collect(),
    )
}

#[tokio::test]
async fn a_season_comes_with_its_first_item_and_its_first_rank() {
    let app = TestApp::spawn().await;
    let admin = app.admin();
    let new: CreateSeason = given(complete(json!({})));
    let season = admin.create_season(&new).await.unwrap();
    let expected = (
        vec![("Race finished".to_owned(), 10)],
        vec![("Gold".to_owned(), 100)],
    );
    assert_eq!(set_up(&app, season.id).await, expected);
    let log = admin.list_audit(&given(json!({}))).await.unwrap().items;
    let recorded: Vec<_> = log.iter().map(|it| it.action.as_str()).collect();
    let all = [
        "season.rank_created",
        "season.item_set",
        "item.created",
        "season.created",
    ];
    assert_eq!(recorded, all);
}

#[tokio::test]
async fn an_item_of_that_name_is_taken_and_not_made_again() {
    let track = Track::new().await;
    let first = json!({"first_item": {"name": "RACE", "points": 7}});
    let new: CreateSeason = given(complete(first));
    let admin = track.admin();
    let season = admin.create_season(&new).await.unwrap();
    let page = PageQuery::default();
    let taken = admin.list_season_items(season.id, &page).await.unwrap();
    let taken: Vec<_> = taken
        .items
        .iter()
        .map(|it| (it.item_id, it.points))
        .collect();
    assert_eq!(taken, [(track.item, 7)]);
    assert_eq!(admin.list_items(&page).await.unwrap().items.len(), 1);
}

#[tokio::test]
async fn of_a_season_that_is_refused_nothing_is_left() {
    let track = Track::new().await;
    let admin = track.admin();
    let again: CreateSeason = given(complete(json!({"name": "winter"})));
    let refusal = refused(admin.create_season(&again).await);
    assert_eq!(refusal, "409 season_name_taken field=name");
    track.rank("GOLD", 5).await;
    // What is copied first has a rank of that name.
    let clone: CreateSeason = given(complete(json!({})));
    let refusal = refused(admin.clone_season(track.season, &clone).await);
    assert_eq!(refusal, "409 rank_name_taken field=name");
    let page = PageQuery::default();
    let items = admin.list_items(&page).await.unwrap().items;
    assert_eq!(items.len(), 1, "no item was created");
    let seasons = admin.list_seasons(&given(json!({}))).await.unwrap().items;
    assert_eq!(seasons.len(), 1);
    for (part, bad) in [
        ("first_item", json!({"name": "Win", "points": 0})),
        ("first_item", json!({"name": " ", "points": 1})),
        ("first_rank", json!({"name": "Gold", "threshold": 0})),
    ] {
        let body = complete(json!({part: bad}));
        let refusal = track.app.refusal(ops::create_season, (), &body).await;
        assert!(
            refusal.starts_with("422 invalid_value"),
            "{part}: {refusal}"
        );
    }
}

#[tokio::test]
async fn a_clone_may_begin_with_more_than_its_original() {
    let track = Track::new().await;
    track.rank("Bronze", 5).await;
    let more: CreateSeason = given(complete(json!({})));
    let admin = track.admin();
    let season = admin.clone_season(track.season, &more).await.unwrap();
    let (items, ranks) = set_up(&track.app, season.id).await;
    let named = |name: &str, worth| (name.to_owned(), worth);
    assert_eq!(items, [named("Race", 10), named("Race finished", 10)]);
    let ranks: Vec<_> = ranks.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(ranks, ["Bronze", "Gold"]);
    // Points there lead to the rank like any others.
    track.app.verified_as(1, "Ada").await;
    let points = given(json!({"user_id": user(1), "points": 100, "reason": "by hand"}));
    let adjusted = admin.adjust_points(season.id, &points).await.unwrap();
    assert_eq!(adjusted.change.rank.unwrap().name, "Gold");
    let other = season_of("Autumn", "2027-09-01", "2027-10-01");
    let other = admin.create_season(&other).await.unwrap();
    assert_eq!(set_up(&track.app, other.id).await, (vec![], vec![]));
}
