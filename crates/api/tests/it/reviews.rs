//! Deciding about submissions, and the messages that ask for it.

use crate::helpers::{given, posted, refused, user};
use crate::track::{Track, kinds, shown};
use paddock_api_types::SubmissionId;
use paddock_api_types::effects::EffectAction;
use paddock_api_types::operations::submissions as ops;
use paddock_api_types::submissions::{Submission, SubmissionState};
use reqwest::Method;
use serde_json::json;
use std::time::Duration;

#[tokio::test]
async fn what_is_approved_counts() {
    let track = Track::new().await;
    let ada = track.joined(1, "Ada").await;
    let id = track.submitted(&ada, 3).await.id;
    let result = track.admin().approve_submission(id, None).await.unwrap();
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
        "state": "approved",
        "proof_url": null,
        "note": null,
        "submitted_by": "1",
        "submitted_at": "2026-11-21T12:00:00Z",
        "decided_by": "77",
        "decided_at": "2026-11-21T12:00:00Z",
        "reason": null,
        "updated_at": "2026-11-21T12:00:00Z"
      },
      "change": {
        "points": 30,
        "total": 30,
        "rank": null,
        "promoted": false,
        "rank_before": null
      }
    }
    "#);
    let summary = ada
        .get_season_summary(track.season, &given(json!({})))
        .await;
    assert_eq!(summary.unwrap().points, 30);
}

#[tokio::test]
async fn what_is_rejected_does_not_count_and_says_why() {
    let track = Track::new().await;
    let ada = track.joined(1, "Ada").await;
    let id = track.submitted(&ada, 3).await.id;
    let admin = track.admin();
    let long = json!({"reason": "x".repeat(401)});
    let refusal = track.app.refusal(ops::reject_submission, id, &long).await;
    assert_eq!(refusal, "422 invalid_value field=reason");
    let reason = given(json!({"reason": " no proof "}));
    let result = admin.reject_submission(id, &reason).await.unwrap();
    let (submission, change) = (result.submission, result.change);
    assert_eq!(submission.state, SubmissionState::Rejected);
    assert_eq!(submission.reason.as_deref(), Some("no proof"));
    assert_eq!((submission.decided_by, change), (Some(user(77)), None));
}

#[tokio::test]
async fn whoever_decides_second_is_told_what_was_decided_and_by_whom() {
    let track = Track::new().await;
    let ada = track.joined(1, "Ada").await;
    let (approved, rejected) = (
        track.submitted(&ada, 1).await.id,
        track.submitted(&ada, 1).await.id,
    );
    let (admin, nothing) = (track.admin(), given(json!({})));
    admin.approve_submission(approved, None).await.unwrap();
    admin.reject_submission(rejected, &nothing).await.unwrap();
    for (id, state) in [(approved, "approved"), (rejected, "rejected")] {
        let refusals = [
            refused(admin.approve_submission(id, None).await),
            refused(admin.reject_submission(id, &nothing).await),
        ];
        let decided = format!("409 submission_decided decided_by=77 state={state}");
        assert_eq!(refusals, [decided.clone(), decided]);
    }
}

#[tokio::test]
async fn nobody_approves_what_they_have_not_seen() {
    let track = Track::new().await;
    let ada = track.joined(1, "Ada").await;
    let (admin, seen) = (track.admin(), track.submitted(&ada, 1).await);
    track.app.clock.advance(Duration::from_secs(1));
    let more = given(json!({"quantity": 9000}));
    let changed = ada.update_submission(seen.id, &more).await.unwrap();
    let as_seen = |submission: &Submission| given(json!({"updated_at": submission.updated_at}));
    let approval = as_seen(&seen);
    let unseen = admin.approve_submission(seen.id, Some(&approval)).await;
    assert_eq!(
        refused(unseen),
        "409 submission_changed updated_at=2026-11-21T12:00:01Z"
    );
    let approval = as_seen(&changed.submission);
    let approved = admin.approve_submission(seen.id, Some(&approval)).await;
    assert_eq!(approved.unwrap().submission.points, 90_000);
}

#[tokio::test]
async fn an_approval_needs_no_body() {
    let track = Track::new().await;
    let ada = track.joined(1, "Ada").await;
    let json = "application/json";
    let cases = [
        (None, "", 200),
        (Some(json), "", 200),
        (Some(json), "{}", 200),
        (Some(json), "null", 200),
        (Some("text/csv"), "{}", 415),
        (Some(json), r#"{"seen": 1}"#, 400),
    ];
    for (kind, body, expected) in cases {
        let id = track.submitted(&ada, 1).await.id;
        let path = format!("/api/submissions/{id}/approve");
        let mut request = track.app.raw(Method::POST, &path).body(body);
        if let Some(kind) = kind {
            request = request.header("content-type", kind);
        }
        let status = request.send().await.unwrap().status();
        assert_eq!(status, expected, "{kind:?} {body}");
    }
}

#[tokio::test]
async fn nothing_is_decided_about_what_is_not_there() {
    let track = Track::new().await;
    let (admin, absent) = (track.admin(), SubmissionId::new(404).unwrap());
    let refusals = [
        refused(admin.approve_submission(absent, None).await),
        refused(admin.reject_submission(absent, &given(json!({}))).await),
    ];
    assert_eq!(refusals, ["404 submission_not_found"; 2]);
}

#[tokio::test]
async fn only_what_a_verified_member_submitted_is_approved() {
    let track = Track::new().await;
    let ada = track.joined(1, "Ada").await;
    let id = track.submitted(&ada, 1).await.id;
    let (admin, nothing) = (track.admin(), given(json!({})));
    admin
        .reject_member(user(1), &given(json!({})))
        .await
        .unwrap();
    let refusal = refused(admin.approve_submission(id, None).await);
    assert_eq!(refusal, "409 member_not_verified");
    admin.reject_submission(id, &nothing).await.unwrap();
}

#[tokio::test]
async fn a_review_is_posted_and_then_shows_the_decision() {
    let track = Track::new().await;
    let ada = track.settled(json!({"review_channel_id": "30"})).await;
    let id = track.submitted(&ada, 2).await.id;
    let asked = track.app.perform().await;
    insta::assert_json_snapshot!(shown(&asked), @r#"
        [
          [
            {
              "channel_id": "30",
              "kind": "send_message",
              "notice": {
                "notice": "submission_review",
                "submission": {
                  "decided_by": null,
                  "reason": null,
                  "state": "pending",
                  "user_id": "1"
                }
              },
              "post": "submission:[id]"
            },
            null
          ]
        ]
    "#);
    let reason = given(json!({"reason": "no proof"}));
    track.admin().reject_submission(id, &reason).await.unwrap();
    let asked = track.app.perform().await;
    insta::assert_json_snapshot!(shown(&asked), @r#"
        [
          [
            {
              "kind": "edit_message",
              "notice": {
                "notice": "submission_review",
                "submission": {
                  "decided_by": "77",
                  "reason": "no proof",
                  "state": "rejected",
                  "user_id": "1"
                }
              },
              "post": "submission:[id]"
            },
            {
              "channel_id": "30",
              "message_id": "9001"
            }
          ],
          [
            {
              "kind": "direct_message",
              "notice": {
                "change": null,
                "guild_name": null,
                "notice": "submission_decided",
                "submission": {
                  "decided_by": "77",
                  "reason": "no proof",
                  "state": "rejected",
                  "user_id": "1"
                }
              },
              "user_id": "1"
            },
            null
          ]
        ]
    "#);
}

#[tokio::test]
async fn a_review_follows_what_the_member_changes() {
    let track = Track::new().await;
    let ada = track.settled(json!({"review_channel_id": "30"})).await;
    let id = track.submitted(&ada, 2).await.id;
    track.app.perform().await;
    let changes = given(json!({"quantity": 4}));
    ada.update_submission(id, &changes).await.unwrap();
    ada.delete_submission(id).await.unwrap();
    let asked = track.app.perform().await;
    assert_eq!(
        kinds(&asked),
        ["edit", "edit"],
        "and nobody is told of their own change"
    );
    assert!(asked.iter().all(|it| it.message == Some(posted(30, 9001))));
}

#[tokio::test]
async fn an_edit_waits_for_its_post() {
    let track = Track::new().await;
    let ada = track.settled(json!({"review_channel_id": "30"})).await;
    let id = track.submitted(&ada, 1).await.id;
    track.admin().approve_submission(id, None).await.unwrap();
    let first = track.app.lease().await;
    assert_eq!(kinds(&first), ["send", "direct"]);
    assert!(track.app.lease().await.is_empty());
    track.app.done(&first[0], Some(posted(30, 8))).await;
    let then = track.app.lease().await;
    assert_eq!(kinds(&then), ["edit"]);
    assert_eq!(then[0].message, Some(posted(30, 8)));
}

#[tokio::test]
async fn an_edit_of_what_was_never_posted_vanishes() {
    let track = Track::new().await;
    let ada = track.settled(json!({})).await;
    let id = track.submitted(&ada, 1).await.id;
    track.set(json!({"review_channel_id": "30"})).await;
    track.admin().approve_submission(id, None).await.unwrap();
    let asked = track.app.perform().await;
    assert_eq!(kinds(&asked), ["direct"]);
    let (admin, done) = (track.admin(), given(json!({"state": "done"})));
    let done = admin.list_effects(&done).await.unwrap().items;
    let edit = done
        .iter()
        .find(|it| matches!(it.action, EffectAction::EditMessage { .. }));
    assert_eq!(edit.unwrap().subject, format!("post:submission:{id}"));
}
