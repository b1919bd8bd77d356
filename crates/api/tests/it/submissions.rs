//! Handing in, changing one's mind, and reading what was handed in.

use crate::helpers::{TestApp, given, named, refused, user};
use crate::track::{Track, season, winter};
use paddock_api_client::Client;
use paddock_api_types::operations::submissions as ops;
use paddock_api_types::submissions::SubmissionState;
use paddock_api_types::{SeasonId, SubmissionId};
use serde_json::{Value, json};
use std::time::Duration;

async fn listed(client: &Client, query: Value) -> Vec<SubmissionId> {
    let page = client.list_submissions(&given(query)).await.unwrap();
    page.items.into_iter().map(|it| it.id).collect()
}

async fn hand_in(track: &Track, by: &Client, more: Value) -> String {
    refused(by.create_submission(&track.handing_in(more)).await)
}

#[tokio::test]
async fn a_members_submission_waits() {
    let track = Track::new().await;
    let ada = track.joined(1, "Ada").await;
    let new = track.handing_in(json!({
        "quantity": 3,
        "proof_url": "https://example.com/proof.png",
        "note": " Monza,\nin the rain ",
    }));
    let result = ada.create_submission(&new).await.unwrap();
    let submission = &result.submission;
    insta::assert_json_snapshot!(result, { ".submission.id" => "[id]", ".submission.season_id" => "[season]", ".submission.item_id" => "[item]" }, @r#"
        {
          "submission": {
            "id": "[id]",
            "season_id": "[season]",
            "season_name": "Winter",
            "user_id": "1",
            "display_name": "Ada",
            "item_id": "[item]",
            "item_name": "Race",
            "quantity": 3,
            "points_each": 10,
            "points": 30,
            "state": "pending",
            "proof_url": "https://example.com/proof.png",
            "note": "Monza,\nin the rain",
            "submitted_by": "1",
            "submitted_at": "2026-11-21T12:00:00Z",
            "decided_by": null,
            "decided_at": null,
            "reason": null,
            "updated_at": "2026-11-21T12:00:00Z"
          },
          "change": null
        }
    "#);
    assert_eq!(
        ada.get_submission(submission.id).await.unwrap(),
        *submission
    );
}

#[tokio::test]
async fn a_submission_counts_at_once_where_the_guild_wants_that() {
    let track = Track::new().await;
    let ada = track.joined(1, "Ada").await;
    track.set(json!({"auto_approve_submissions": true})).await;
    let result = ada.create_submission(&track.races(2)).await.unwrap();
    let submission = result.submission;
    assert_eq!(submission.state, SubmissionState::Approved);
    assert_eq!(
        (submission.decided_by, submission.decided_at),
        (None, Some(submission.submitted_at))
    );
    assert_eq!(result.change.unwrap().total, 20);
}

#[tokio::test]
async fn an_admins_submission_for_a_member_counts_at_once_and_joins_them() {
    let track = Track::new().await;
    let ada = track.app.verified_as(1, "Ada").await;
    let for_ada = track.handing_in(json!({"user_id": "1", "quantity": 2}));
    let result = track.admin().create_submission(&for_ada).await.unwrap();
    let submission = result.submission;
    assert_eq!(submission.state, SubmissionState::Approved);
    assert_eq!(
        (submission.user_id, submission.submitted_by),
        (user(1), user(77))
    );
    assert_eq!(submission.decided_by, Some(user(77)));
    insta::assert_json_snapshot!(result.change, @r#"
        {
          "points": 20,
          "total": 20,
          "rank": null,
          "promoted": false,
          "rank_before": null
        }
    "#);
    assert_eq!(listed(&ada, json!({})).await, [submission.id]);
}

#[tokio::test]
async fn only_admins_submit_for_others() {
    let track = Track::new().await;
    let ada = track.joined(1, "Ada").await;
    track.joined(2, "Ben").await;
    let refusal = hand_in(&track, &ada, json!({"user_id": "2"})).await;
    assert_eq!(refusal, "403 forbidden required=admin");
}

#[tokio::test]
async fn an_admin_submits_for_verified_members() {
    let track = Track::new().await;
    let ben = track.app.member(2);
    ben.register_member(&named("Ben")).await.unwrap();
    let admin = track.admin();
    assert_eq!(
        hand_in(&track, &admin, json!({"user_id": "2"})).await,
        "409 member_not_verified"
    );
    assert_eq!(
        hand_in(&track, &admin, json!({"user_id": "404"})).await,
        "404 member_not_found"
    );
    assert_eq!(
        hand_in(&track, &admin, json!({})).await,
        "404 not_registered"
    );
}

#[tokio::test]
async fn a_submission_goes_to_the_current_season_unless_told() {
    let track = Track::new().await;
    let ada = track.joined(1, "Ada").await;
    let mut new = track.races(1);
    new.season_id = None;
    let submission = ada.create_submission(&new).await.unwrap().submission;
    assert_eq!(submission.season_id, track.season);
    track.admin().close_season(track.season).await.unwrap();
    let none = refused(ada.create_submission(&new).await);
    assert_eq!(none, "404 no_current_season");
}

#[tokio::test]
async fn a_submission_needs_a_season_that_is_open_and_joined() {
    let track = Track::new().await;
    let ada = track.app.verified(1).await;
    assert_eq!(hand_in(&track, &ada, json!({})).await, "409 not_joined");
    let later = season("Later", "2026-11-22", "2026-12-01");
    let later = track.admin().create_season(&later).await.unwrap().id;
    assert_eq!(
        hand_in(&track, &ada, json!({"season_id": later})).await,
        "409 season_not_open ends_at=2026-12-01T00:00:00Z starts_at=2026-11-22T00:00:00Z"
    );
    let absent = SeasonId::new(404).unwrap();
    let refusal = hand_in(&track, &ada, json!({"season_id": absent})).await;
    assert_eq!(refusal, "404 season_not_found");
}

#[tokio::test]
async fn a_submission_that_cannot_be_is_refused_by_field() {
    let track = Track::new().await;
    let ada = track.joined(1, "Ada").await;
    let id = track.submitted(&ada, 1).await.id;
    let long = format!("https://example.com/{}", "x".repeat(1000));
    let cases = [
        ("quantity", json!(0)),
        ("quantity", json!(10_001)),
        ("proof_url", json!("http://example.com/a.png")),
        ("proof_url", json!("javascript:alert(1)")),
        ("proof_url", json!("https://user:secret@example.com/")),
        ("proof_url", json!(long)),
        ("note", json!("")),
        ("note", json!("x".repeat(401))),
    ];
    for (field, value) in cases {
        let expected = format!("422 invalid_value field={field}");
        let body = json!({field: value});
        assert_eq!(
            track
                .app
                .refusal(ops::create_submission, (), &track.body(body.clone()))
                .await,
            expected,
            "creating {body}"
        );
        let updated = track.app.refusal(ops::update_submission, id, &body).await;
        assert_eq!(updated, expected, "updating {body}");
    }
}

#[tokio::test]
async fn a_submission_and_a_day_hold_so_many() {
    let track = Track::new().await;
    let ada = track.joined(1, "Ada").await;
    track
        .worth(json!({"points": 10, "max_quantity": 2, "max_per_day": 3}))
        .await;
    let exceeded = "409 item_quantity_exceeded field=quantity limit=2";
    assert_eq!(
        hand_in(&track, &ada, json!({"quantity": 3})).await,
        exceeded
    );
    let two = track.submitted(&ada, 2).await.id;
    let reached =
        "409 item_daily_limit_reached field=quantity left=1 limit=3 until=2026-11-22T00:00:00Z";
    assert_eq!(hand_in(&track, &ada, json!({"quantity": 2})).await, reached);
    let one = track.submitted(&ada, 1).await.id;
    let more = given(json!({"quantity": 2}));
    assert_eq!(refused(ada.update_submission(one, &more).await), reached);
    ada.delete_submission(two).await.unwrap();
    ada.update_submission(one, &more)
        .await
        .expect("there is room again");
    track.app.clock.advance(Duration::from_hours(12));
    track.submitted(&ada, 2).await;
}

#[tokio::test]
async fn members_list_their_own_and_admins_everybodys() {
    let track = Track::new().await;
    let (ada, ben) = (track.joined(1, "Ada").await, track.joined(2, "Ben").await);
    let of_ada = track.submitted(&ada, 1).await.id;
    let of_ben = track.submitted(&ben, 1).await.id;
    assert_eq!(listed(&ada, json!({})).await, [of_ada]);
    let admin = track.admin();
    assert_eq!(listed(&admin, json!({})).await, [of_ben, of_ada]);
    assert_eq!(listed(&admin, json!({"user_id": "1"})).await, [of_ada]);
    let others = ada.list_submissions(&given(json!({"user_id": "2"}))).await;
    assert_eq!(refused(others), "403 forbidden required=admin");
}

#[tokio::test]
async fn submissions_are_filtered_and_ordered() {
    let track = Track::new().await;
    let ada = track.joined(1, "Ada").await;
    let waiting = track.submitted(&ada, 1).await.id;
    let approved = track.approved(&ada, 1).await.id;
    let deleted = track.submitted(&ada, 1).await.id;
    ada.delete_submission(deleted).await.unwrap();
    let other = season("Spring", "2026-11-20", "2026-12-01");
    let other = track.admin().create_season(&other).await.unwrap().id;
    for client in [&ada, &track.admin()] {
        let cases = [
            (json!({}), vec![approved, waiting]),
            (json!({"order": "oldest"}), vec![waiting, approved]),
            (json!({"state": "pending"}), vec![waiting]),
            (
                json!({"state": "pending", "order": "oldest"}),
                vec![waiting],
            ),
            (json!({"state": "deleted"}), vec![deleted]),
            (json!({"season_id": other}), vec![]),
            (
                json!({"season_id": track.season, "state": "approved"}),
                vec![approved],
            ),
        ];
        for (query, expected) in cases {
            assert_eq!(listed(client, query.clone()).await, expected, "{query}");
        }
    }
}

#[tokio::test]
async fn submissions_are_read_page_by_page_in_either_order() {
    let track = Track::new().await;
    let ada = track.joined(1, "Ada").await;
    let mut all = Vec::new();
    for _ in 0..3 {
        all.push(track.submitted(&ada, 1).await.id);
    }
    for order in ["oldest", "newest"] {
        let first = given(json!({"order": order, "limit": 2}));
        let first = ada.list_submissions(&first).await.unwrap();
        let rest = given(json!({"order": order, "cursor": first.next_cursor}));
        let rest = ada.list_submissions(&rest).await.unwrap();
        let read = first.items.into_iter().chain(rest.items);
        let read: Vec<_> = read.map(|it| it.id).collect();
        assert_eq!((read, rest.next_cursor), (all.clone(), None), "{order}");
        all.reverse();
    }
}

#[tokio::test]
async fn a_token_hands_in_as_its_member() {
    let app = TestApp::spawn().await;
    let ada = app.with_token(1).await;
    let season = app.admin().create_season(&winter()).await.unwrap().id;
    let item = given(json!({"name": "Race"}));
    let item = app.admin().create_item(&item).await.unwrap().id;
    let worth = given(json!({"points": 10}));
    let set = app.admin().set_season_item(season, item, &worth).await;
    set.unwrap();
    ada.join_season(season).await.unwrap();
    let new = given(json!({"item_id": item, "quantity": 1}));
    let submission = ada.create_submission(&new).await.unwrap().submission;
    assert_eq!(submission.submitted_by, user(1));
}

#[tokio::test]
async fn whoever_wants_to_see_everybody_is_not_shown_less_without_a_word() {
    let track = Track::new().await;
    let ada = track.joined(1, "Ada").await;
    track.submitted(&ada, 1).await;
    let manager = track.app.acting(5, crate::helpers::MANAGE_GUILD);
    let everybody = json!({"everybody": true});
    for caller in [ada, manager] {
        let (submissions, awards) = (given(everybody.clone()), given(everybody.clone()));
        let refusals = [
            refused(caller.list_submissions(&submissions).await),
            refused(caller.list_awards(&awards).await),
        ];
        assert_eq!(refusals, ["403 forbidden required=admin"; 2]);
        let own = given(json!({"everybody": false}));
        caller.list_submissions(&own).await.unwrap();
    }
    let (admin, everybody) = (track.admin(), given(everybody));
    let all = admin.list_submissions(&everybody).await.unwrap();
    assert_eq!(all.items.len(), 1);
}
