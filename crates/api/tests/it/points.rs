//! The ledger, what stands in it by hand, and how a member stands.

use crate::helpers::{TestApp, given, named, refused, user};
use crate::track::{Track, place, season};
use paddock_api_client::Client;
use paddock_api_types::SeasonId;
use paddock_api_types::operations::Csv;
use paddock_api_types::operations::points as ops;
use paddock_api_types::points::{LedgerEntry, SeasonSummary};
use serde_json::{Value, json};

fn by_hand(user_id: i64, points: i64) -> Value {
    json!({"user_id": user(user_id), "points": points, "reason": "by hand"})
}

async fn adjusting(track: &Track, adjustment: Value) -> String {
    let adjust = track
        .app
        .refusal(ops::adjust_points, track.season, &adjustment);
    adjust.await
}

async fn ledger(track: &Track, by: &Client, query: Value) -> Vec<LedgerEntry> {
    let page = by.list_ledger(track.season, &given(query)).await;
    page.unwrap().items
}

async fn summary(track: &Track, by: &Client, query: Value) -> SeasonSummary {
    let summary = by.get_season_summary(track.season, &given(query)).await;
    summary.unwrap()
}

#[tokio::test]
async fn points_given_by_hand_stand_in_the_ledger() {
    let track = Track::new().await;
    let ada = track.joined(1, "Ada").await;
    track.rank("Bronze", 10).await;
    let adjustment = track.adjust(1, 15).await;
    let hidden = "[id]";
    insta::assert_json_snapshot!(adjustment, { ".entry.id" => hidden, ".entry.season_id" => hidden }, @r#"
        {
          "entry": {
            "id": "[id]",
            "season_id": "[id]",
            "user_id": "1",
            "kind": "adjustment",
            "points": 15,
            "submission_id": null,
            "actor_id": "77",
            "reason": "by hand",
            "created_at": "2026-11-21T12:00:00Z"
          },
          "change": {
            "points": 15,
            "total": 15,
            "rank": {
              "position": 1,
              "name": "Bronze",
              "badge": null
            },
            "promoted": true,
            "rank_before": null
          }
        }
    "#);
    assert_eq!(ledger(&track, &ada, json!({})).await, [adjustment.entry]);
}

#[tokio::test]
async fn whoever_is_given_points_has_joined() {
    let track = Track::new().await;
    track.app.verified_as(1, "Ada").await;
    track.adjust(1, -3).await;
    assert_eq!(track.table().await, [place(1, "Ada", -3)]);
}

#[tokio::test]
async fn an_adjustment_that_cannot_be_is_refused_by_field() {
    let track = Track::new().await;
    track.joined(1, "Ada").await;
    for points in [0, 1_000_001, -1_000_001, i64::MAX] {
        let refusal = adjusting(&track, by_hand(1, points)).await;
        assert_eq!(refusal, "422 invalid_value field=points", "{points}");
    }
    for reason in [String::new(), "x".repeat(401)] {
        let adjustment = json!({"user_id": "1", "points": 1, "reason": reason});
        let refusal = adjusting(&track, adjustment).await;
        assert_eq!(refusal, "422 invalid_value field=reason");
    }
}

#[tokio::test]
async fn the_lowest_number_there_is_is_no_adjustment() {
    let track = Track::new().await;
    track.joined(1, "Ada").await;
    let refusal = adjusting(&track, by_hand(1, i64::MIN)).await;
    assert_eq!(refusal, "422 invalid_value field=points");
}

#[tokio::test]
async fn points_are_given_to_verified_members_in_a_season_that_is_open() {
    let track = Track::new().await;
    let ben = track.app.member(2);
    ben.register_member(&named("Ben")).await.unwrap();
    let refusal = adjusting(&track, by_hand(2, 1)).await;
    assert_eq!(refusal, "409 member_not_verified");
    let refusal = adjusting(&track, by_hand(404, 1)).await;
    assert_eq!(refusal, "404 member_not_found");
    // The admin who asks never registered.
    let refusal = adjusting(&track, by_hand(77, 1)).await;
    assert_eq!(refusal, "404 not_registered");
    let (admin, later) = (track.admin(), season("Later", "2026-11-22", "2026-12-01"));
    let later = admin.create_season(&later).await.unwrap().id;
    let refusal = refused(admin.adjust_points(later, &given(by_hand(2, 1))).await);
    assert!(refusal.starts_with("409 season_not_open"), "{refusal}");
}

#[tokio::test]
async fn the_ledger_is_read_newest_first_page_by_page() {
    let track = Track::new().await;
    let ada = track.joined(1, "Ada").await;
    for points in [1, 2, 3] {
        track.adjust(1, points).await;
    }
    let first = given(json!({"limit": 2}));
    let first = ada.list_ledger(track.season, &first).await.unwrap();
    let rest = given(json!({"cursor": first.next_cursor}));
    let rest = ada.list_ledger(track.season, &rest).await.unwrap();
    let points = first.items.iter().chain(&rest.items).map(|it| it.points);
    assert_eq!(points.collect::<Vec<_>>(), [3, 2, 1]);
    assert_eq!(rest.next_cursor, None);
}

#[tokio::test]
async fn members_read_their_own_ledger_and_admins_everybodys() {
    let track = Track::new().await;
    let (ada, _) = (track.joined(1, "Ada").await, track.joined(2, "Ben").await);
    let (of_ada, of_ben) = (
        track.adjust(1, 1).await.entry,
        track.adjust(2, 2).await.entry,
    );
    assert_eq!(
        ledger(&track, &ada, json!({})).await,
        std::slice::from_ref(&of_ada)
    );
    assert_eq!(
        ledger(&track, &ada, json!({"user_id": "1"})).await,
        std::slice::from_ref(&of_ada)
    );
    let admin = track.admin();
    assert_eq!(
        ledger(&track, &admin, json!({})).await,
        [of_ben.clone(), of_ada]
    );
    assert_eq!(
        ledger(&track, &admin, json!({"user_id": "2"})).await,
        [of_ben]
    );
    let others = given(json!({"user_id": "2"}));
    let refusal = refused(ada.list_ledger(track.season, &others).await);
    assert_eq!(refusal, "403 forbidden required=admin");
}

#[tokio::test]
async fn an_approval_its_correction_and_its_reversal_stand_in_the_ledger() {
    let track = Track::new().await;
    let ada = track.joined(1, "Ada").await;
    let id = track.approved(&ada, 2).await.id;
    let admin = track.admin();
    let more = given(json!({"quantity": 3}));
    admin.update_submission(id, &more).await.unwrap();
    admin.delete_submission(id).await.unwrap();
    let entries = ledger(&track, &ada, json!({})).await;
    assert!(entries.iter().all(|it| it.submission_id == Some(id)));
    let entries: Vec<_> = entries.iter().map(|it| (it.kind, it.points)).collect();
    let entries = serde_json::to_value(entries).unwrap();
    assert_eq!(
        entries,
        json!([["reversal", -30], ["correction", 10], ["submission", 20]])
    );
}

#[tokio::test]
async fn a_summary_tells_how_a_member_stands() {
    let track = Track::new().await;
    for (name, threshold) in [("Bronze", 10), ("Silver", 50)] {
        track.rank(name, threshold).await;
    }
    let (ada, ben) = (track.joined(1, "Ada").await, track.joined(2, "Ben").await);
    track.approved(&ben, 4).await;
    track.approved(&ada, 2).await;
    track.submitted(&ada, 1).await;
    let found = summary(&track, &ada, json!({})).await;
    let hidden = "[id]";
    insta::assert_json_snapshot!(found, { ".season" => "[season]", ".items[].item_id" => hidden }, @r#"
        {
          "season": "[season]",
          "user_id": "1",
          "display_name": "Ada",
          "joined_at": "2026-11-21T12:00:00Z",
          "points": 20,
          "place": 2,
          "rank": {
            "position": 1,
            "name": "Bronze",
            "badge": null
          },
          "next_rank": {
            "rank": {
              "position": 2,
              "name": "Silver",
              "badge": null
            },
            "threshold": 50,
            "missing": 30
          },
          "pending_submissions": 1,
          "items": [
            {
              "item_id": "[id]",
              "name": "Race",
              "quantity": 2,
              "points": 20
            }
          ],
          "changes": [],
          "awards": []
        }
    "#);
    assert_eq!(
        summary(&track, &track.admin(), json!({"user_id": "1"})).await,
        found
    );
}

#[tokio::test]
async fn whoever_has_not_joined_stands_nowhere() {
    let track = Track::new().await;
    let ada = track.app.verified(1).await;
    let found = summary(&track, &ada, json!({})).await;
    assert_eq!(
        (found.joined_at, found.place, found.points),
        (None, None, 0)
    );
}

#[tokio::test]
async fn only_admins_read_the_summary_of_others() {
    let track = Track::new().await;
    let (ada, _) = (track.joined(1, "Ada").await, track.joined(2, "Ben").await);
    let others = given(json!({"user_id": "2"}));
    let refusal = refused(ada.get_season_summary(track.season, &others).await);
    assert_eq!(refusal, "403 forbidden required=admin");
    let (admin, id) = (track.admin(), track.season);
    let absent = given(json!({"user_id": "404"}));
    let refusal = refused(admin.get_season_summary(id, &absent).await);
    assert_eq!(refusal, "404 member_not_found");
    let refusal = refused(admin.get_season_summary(id, &given(json!({}))).await);
    assert_eq!(refusal, "404 not_registered");
}

#[tokio::test]
async fn there_are_no_points_in_a_season_that_is_not_there() {
    let app = TestApp::spawn().await;
    let ada = app.verified(1).await;
    let (admin, id) = (app.admin(), SeasonId::new(404).unwrap());
    let nothing = given(json!({}));
    let source = given(json!({"source": "old bot"}));
    let file = "user_id,points\n1,1\n".to_owned();
    let refusals = [
        refused(ada.get_leaderboard(id, &nothing).await),
        refused(ada.list_ledger(id, &given(json!({}))).await),
        refused(ada.get_season_summary(id, &given(json!({}))).await),
        refused(admin.adjust_points(id, &given(by_hand(1, 1))).await),
        refused(admin.import_points(id, &source, &Csv(file)).await),
        refused(admin.export_standings(id).await),
        refused(admin.export_ledger(id).await),
        refused(admin.export_submissions(id).await),
    ];
    assert_eq!(refusals, ["404 season_not_found"; 8]);
}
