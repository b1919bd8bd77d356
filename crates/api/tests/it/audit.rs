//! Who may read the log, and what it says.

use crate::helpers::{TestApp, given, named, text, user};
use crate::track::Track;
use paddock_api_types::audit::ListAuditQuery;
use paddock_api_types::members::RejectMember;
use serde_json::json;

#[tokio::test]
async fn the_log_tells_who_did_what_to_whom() {
    let app = TestApp::spawn().await;
    let ada = app.member(1).with_request_id("registering");
    ada.register_member(&named("Ada")).await.unwrap();
    let reason = RejectMember {
        reason: Some(text("who are you?")),
        waiting: None,
    };
    app.admin()
        .with_request_id("rejecting")
        .reject_member(user(1), &reason)
        .await
        .unwrap();
    let log = app
        .admin()
        .list_audit(&ListAuditQuery::default())
        .await
        .unwrap()
        .items;
    insta::assert_json_snapshot!(log, { "[].id" => "[id]" }, @r#"
        [
          {
            "id": "[id]",
            "at": "2026-11-21T12:00:00Z",
            "actor_id": "77",
            "via": "discord",
            "action": "member.rejected",
            "subject": "member:1",
            "reason": "who are you?",
            "before": {
              "status": "pending"
            },
            "after": {
              "status": "rejected"
            },
            "request_id": "rejecting",
            "names": {
              "member:1": "Ada"
            }
          },
          {
            "id": "[id]",
            "at": "2026-11-21T12:00:00Z",
            "actor_id": "1",
            "via": "discord",
            "action": "member.registered",
            "subject": "member:1",
            "reason": null,
            "before": {},
            "after": {
              "display_name": "Ada",
              "status": "pending"
            },
            "request_id": "registering",
            "names": {
              "member:1": "Ada"
            }
          }
        ]
    "#);
}

#[tokio::test]
async fn the_log_is_filtered_and_paged() {
    let app = TestApp::spawn().await;
    for id in 1..=3 {
        app.verified(id).await;
    }
    let list = |query: ListAuditQuery| {
        let admin = app.admin();
        async move { admin.list_audit(&query).await.unwrap() }
    };
    let mine = ListAuditQuery {
        actor_id: Some(user(2)),
        ..ListAuditQuery::default()
    };
    assert_eq!(list(mine).await.items.len(), 1);
    let about = ListAuditQuery {
        subject: Some("member:2".to_owned()),
        ..ListAuditQuery::default()
    };
    assert_eq!(list(about).await.items.len(), 2);
    let page = list(ListAuditQuery {
        limit: Some(4),
        ..ListAuditQuery::default()
    })
    .await;
    let rest = list(ListAuditQuery {
        cursor: page.next_cursor,
        ..ListAuditQuery::default()
    })
    .await;
    assert_eq!((page.items.len(), rest.items.len()), (4, 2));
}

#[tokio::test]
async fn the_newest_entry_is_the_first_though_the_clock_went_back_before_a_restart() {
    let app = TestApp::spawn().await;
    let day = std::time::Duration::from_hours(24);
    app.clock.advance(day);
    app.member(1).register_member(&named("Ada")).await.unwrap();
    app.clock.step_back(day);
    let app = app.restart().await;
    app.admin().verify_member(user(1), None).await.unwrap();
    let log = app.admin().list_audit(&ListAuditQuery::default()).await;
    let log = log.unwrap().items;
    let actions: Vec<_> = log.iter().map(|entry| entry.action.as_str()).collect();
    assert_eq!(actions, ["member.verified", "member.registered"]);
}

/// What the entries of these actions say of the ids in them, oldest first.
async fn names(track: &Track, actions: &[&str]) -> Vec<Vec<String>> {
    let log = track.admin().list_audit(&given(json!({}))).await;
    let log = log.unwrap().items.into_iter().rev();
    let asked = log.filter(|entry| actions.contains(&entry.action.as_str()));
    let names = asked.map(|entry| entry.names.into_values().collect());
    names.collect()
}

#[tokio::test]
async fn the_log_has_names_for_its_ids() {
    let track = Track::new().await;
    let ada = track.joined(1, "Ada").await;
    let gold = track.rank("Gold", 10).await;
    track.prize(&gold, json!({"description": "a mug"})).await;
    track.submitted(&ada, 1).await;
    let actions = [
        "season.item_set",
        "season.joined",
        "season.prize_created",
        "submission.created",
    ];
    let expected: [&[&str]; 4] = [
        &["Race", "Winter"],
        &["Ada", "Winter"],
        &["a mug", "Gold", "Winter"],
        &["Race", "Ada"],
    ];
    assert_eq!(names(&track, &actions).await, expected);
    // As they are called now, and no longer what erased members were called.
    let renamed = given(json!({"name": "Winter 2026"}));
    let admin = track.admin();
    admin.update_season(track.season, &renamed).await.unwrap();
    ada.delete_me().await.unwrap();
    let joined = names(&track, &["season.joined"]).await;
    assert_eq!(joined, [["Winter 2026"]]);
}

#[tokio::test]
async fn what_is_gone_has_its_last_name_in_the_log() {
    let track = Track::new().await;
    let admin = track.admin();
    let gold = track.rank("Gold", 10).await;
    track.rank("Silver", 5).await;
    track.prize(&gold, json!({"description": "a mug"})).await;
    admin.delete_rank(track.season, gold.id).await.unwrap();
    let actions = ["season.prize_created", "season.item_set"];
    let before = names(&track, &actions).await;
    assert_eq!(
        before,
        [["Race", "Winter"].as_slice(), &["a mug", "Gold", "Winter"]]
    );
    let renamed = given(json!({"name": "Race finished"}));
    admin.update_item(track.item, &renamed).await.unwrap();
    admin.delete_season(track.season).await.unwrap();
    admin.delete_item(track.item).await.unwrap();
    let after = names(&track, &actions).await;
    assert_eq!(
        after,
        [
            ["Race finished", "Winter"].as_slice(),
            &["a mug", "Gold", "Winter"]
        ]
    );
}
