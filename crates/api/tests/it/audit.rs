//! Who may read the log, and what it says.

use crate::helpers::{TestApp, named, text, user};
use paddock_api_types::audit::ListAuditQuery;
use paddock_api_types::members::Decision;

#[tokio::test]
async fn the_log_tells_who_did_what_to_whom() {
    let app = TestApp::spawn().await;
    let ada = app.member(1).with_request_id("registering");
    ada.register_member(&named("Ada")).await.unwrap();
    let reason = Decision {
        reason: Some(text("who are you?")),
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
            "request_id": "rejecting"
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
            "request_id": "registering"
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
    app.admin().verify_member(user(1)).await.unwrap();
    let log = app.admin().list_audit(&ListAuditQuery::default()).await;
    let log = log.unwrap().items;
    let actions: Vec<_> = log.iter().map(|entry| entry.action.as_str()).collect();
    assert_eq!(actions, ["member.verified", "member.registered"]);
}
