//! Changing what was handed in, and taking it back.

use crate::helpers::{given, refused, user};
use crate::track::Track;
use paddock_api_types::submissions::{Submission, SubmissionState};
use paddock_api_types::{ItemId, SubmissionId};
use serde_json::{Value, json};
use std::time::Duration;

#[tokio::test]
async fn another_members_submission_is_not_there() {
    let track = Track::new().await;
    let (ada, ben) = (track.joined(1, "Ada").await, track.joined(2, "Ben").await);
    let of_ben = track.submitted(&ben, 1).await.id;
    let absent = SubmissionId::new(404).unwrap();
    let nothing = given(json!({}));
    for id in [of_ben, absent] {
        let refusals = [
            refused(ada.get_submission(id).await),
            refused(ada.update_submission(id, &nothing).await),
            refused(ada.delete_submission(id).await),
        ];
        assert_eq!(refusals, ["404 submission_not_found"; 3]);
    }
    track.admin().get_submission(of_ben).await.unwrap();
}

#[tokio::test]
async fn a_member_changes_what_is_given_while_it_waits() {
    let track = Track::new().await;
    let ada = track.joined(1, "Ada").await;
    let sprint = given(json!({"name": "Sprint"}));
    let sprint = track.admin().create_item(&sprint).await.unwrap().id;
    let worth = given(json!({"points": 4}));
    let set = track
        .admin()
        .set_season_item(track.season, sprint, &worth)
        .await;
    set.unwrap();
    let new = json!({"note": "Monza", "proof_url": "https://example.com/"});
    let before = ada.create_submission(&track.handing_in(new)).await;
    let before = before.unwrap().submission;
    track.app.clock.advance(Duration::from_mins(1));
    let nothing = ada.update_submission(before.id, &given(json!({}))).await;
    assert_eq!(nothing.unwrap().submission, before);
    let changes = given(json!({"item_id": sprint, "quantity": 5, "note": null}));
    let after = ada.update_submission(before.id, &changes).await.unwrap();
    let expected = Submission {
        item_id: sprint,
        item_name: "Sprint".to_owned(),
        quantity: 5,
        points_each: 4,
        points: 20,
        note: None,
        updated_at: "2026-11-21T12:01:00Z".parse().unwrap(),
        ..before
    };
    assert_eq!((after.submission, after.change), (expected, None));
}

#[tokio::test]
async fn a_submission_does_not_become_what_the_season_does_not_take() {
    let track = Track::new().await;
    let ada = track.joined(1, "Ada").await;
    let id = track.submitted(&ada, 2).await.id;
    let sprint = given(json!({"name": "Sprint"}));
    let sprint = track.admin().create_item(&sprint).await.unwrap().id;
    let change = |changes: Value| {
        let ada = ada.clone();
        async move { ada.update_submission(id, &given(changes)).await }
    };
    let outside = refused(change(json!({"item_id": sprint})).await);
    assert_eq!(outside, "409 item_not_in_season");
    let absent = ItemId::new(404).unwrap();
    let absent = refused(change(json!({"item_id": absent})).await);
    assert_eq!(absent, "404 item_not_found");
    let admin = track.admin();
    let removed = admin.remove_season_item(track.season, track.item).await;
    removed.unwrap();
    let grown = refused(change(json!({"quantity": 3})).await);
    assert_eq!(grown, "409 item_not_in_season");
    let shrunk = change(json!({"quantity": 1})).await.unwrap();
    assert_eq!(shrunk.submission.points, 10);
}

#[tokio::test]
async fn a_member_changes_nothing_once_it_counts() {
    let track = Track::new().await;
    let ada = track.joined(1, "Ada").await;
    let id = track.approved(&ada, 1).await.id;
    let refusals = [
        refused(
            ada.update_submission(id, &given(json!({"quantity": 2})))
                .await,
        ),
        refused(ada.delete_submission(id).await),
    ];
    let decided = "409 submission_decided decided_by=77 state=approved";
    assert_eq!(refusals, [decided; 2]);
}

#[tokio::test]
async fn an_admin_changes_what_counts_and_the_ledger_says_so() {
    let track = Track::new().await;
    let ada = track.joined(1, "Ada").await;
    let id = track.approved(&ada, 2).await.id;
    let miscounted = given(json!({"quantity": 5, "reason": "miscounted"}));
    let answer = track
        .admin()
        .update_submission(id, &miscounted)
        .await
        .unwrap();
    insta::assert_json_snapshot!(answer.change, @r#"
    {
      "points": 30,
      "total": 50,
      "rank": null,
      "promoted": false,
      "rank_before": null
    }
    "#);
    let ledger = ada
        .list_ledger(track.season, &given(json!({})))
        .await
        .unwrap();
    insta::assert_json_snapshot!(ledger.items[0], { ".id" => "[id]", ".season_id" => "[season]", ".submission_id" => "[submission]" }, @r#"
        {
          "id": "[id]",
          "season_id": "[season]",
          "user_id": "1",
          "kind": "correction",
          "points": 30,
          "submission_id": "[submission]",
          "actor_id": "77",
          "reason": "miscounted",
          "created_at": "2026-11-21T12:00:00Z"
        }
    "#);
}

#[tokio::test]
async fn a_submission_taken_back_is_listed_only_where_asked_for() {
    let track = Track::new().await;
    let ada = track.joined(1, "Ada").await;
    let id = track.submitted(&ada, 1).await.id;
    let deleted = ada.delete_submission(id).await.unwrap();
    assert_eq!(deleted.submission.state, SubmissionState::Deleted);
    assert_eq!(deleted.submission.decided_by, Some(user(1)));
    assert_eq!(deleted.change, None);
    for (query, expected) in [(json!({}), vec![]), (json!({"state": "deleted"}), vec![id])] {
        let listed = ada.list_submissions(&given(query)).await.unwrap().items;
        let listed: Vec<_> = listed.into_iter().map(|it| it.id).collect();
        assert_eq!(listed, expected);
    }
}

#[tokio::test]
async fn what_an_admin_takes_back_is_reversed() {
    let track = Track::new().await;
    let ada = track.joined(1, "Ada").await;
    let id = track.approved(&ada, 2).await.id;
    let deleted = track.admin().delete_submission(id).await.unwrap();
    let change = deleted.change.unwrap();
    assert_eq!((change.points, change.total), (-20, 0));
    let ledger = ada
        .list_ledger(track.season, &given(json!({})))
        .await
        .unwrap();
    let entries = serde_json::to_value(ledger.items).unwrap();
    assert_eq!(
        (&entries[0]["kind"], &entries[0]["points"]),
        (&json!("reversal"), &json!(-20))
    );
}

#[tokio::test]
async fn a_limit_lowered_since_stands_in_no_corrections_way() {
    let track = Track::new().await;
    let ada = track.joined(1, "Ada").await;
    let id = track.approved(&ada, 5).await.id;
    let limits = json!({"points": 10, "max_quantity": 2, "max_per_day": 2});
    track.worth(limits).await;
    let admin = track.admin();
    let (less, more) = (given(json!({"quantity": 4})), given(json!({"quantity": 5})));
    let corrected = admin.update_submission(id, &less).await.unwrap();
    assert_eq!(corrected.change.unwrap().total, 40);
    let refusal = refused(admin.update_submission(id, &more).await);
    assert_eq!(refusal, "409 item_quantity_exceeded field=quantity limit=2");
}

#[tokio::test]
async fn what_an_admin_says_about_a_submission_is_audited_with_the_reason() {
    let track = Track::new().await;
    let ada = track.joined(1, "Ada").await;
    let new = json!({"note": "Monza", "proof_url": "https://example.com/"});
    let new = ada.create_submission(&track.handing_in(new)).await;
    let changes = given(json!({
        "note": "Spa",
        "proof_url": null,
        "reason": "another track",
    }));
    let (id, admin) = (new.unwrap().submission.id, track.admin());
    admin.update_submission(id, &changes).await.unwrap();
    let log = admin.list_audit(&given(json!({}))).await.unwrap();
    let entry = &log.items[0];
    let told = (&entry.action, &entry.reason, &entry.before, &entry.after);
    insta::assert_json_snapshot!(told, @r#"
        [
          "submission.updated",
          "another track",
          {
            "note": "Monza",
            "proof_url": "https://example.com/"
          },
          {
            "note": "Spa"
          }
        ]
    "#);
}
