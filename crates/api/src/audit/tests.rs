//! The log remembers, and forgets people.

use super::Change;
use super::service;
use crate::db::Error;
use crate::page::PageRequest;
use crate::testing::{TestContext, user};
use paddock_api_types::members::Level;
use serde_json::json;

async fn record(test: &TestContext, by: i64, change: Change) {
    let op = &test.by(by, Level::Admin);
    let change = &change;
    let recorded: Result<(), Error> = op
        .ctx
        .db
        .transact(|mut tx| async move {
            service::record(&mut tx, op, change).await?;
            tx.commit(()).await
        })
        .await;
    recorded.unwrap();
}

fn renamed(whose: i64, name: &str) -> Change {
    Change::new("member.renamed", format!("member:{whose}")).personal(
        user(whose),
        "display_name",
        &"before",
        &name,
    )
}

#[tokio::test]
async fn entries_are_listed_newest_first_page_by_page() {
    let test = TestContext::new().await;
    for name in ["one", "two", "three"] {
        record(&test, 1, renamed(5, name)).await;
    }
    let op = test.admin();
    let page = PageRequest::parse(Some(2), None).unwrap();
    let first = service::list(&op, None, None, page).await.unwrap();
    assert_eq!(first.items[0].after["display_name"], "three");
    let page = PageRequest::parse(Some(2), first.next_cursor.as_deref()).unwrap();
    let second = service::list(&op, None, None, page).await.unwrap();
    assert_eq!(second.items.len(), 1);
    assert_eq!(second.items[0].after["display_name"], "one");
    assert_eq!(second.next_cursor, None);
}

#[tokio::test]
async fn entries_are_found_by_who_and_by_what() {
    let test = TestContext::new().await;
    record(&test, 1, renamed(5, "a")).await;
    record(&test, 2, renamed(6, "b")).await;
    let op = test.admin();
    let page = PageRequest::parse(None, None).unwrap();
    let by_actor = service::list(&op, Some(user(2)), None, page).await.unwrap();
    assert_eq!(by_actor.items[0].subject, "member:6");
    let by_subject = service::list(&op, None, Some("member:5"), page)
        .await
        .unwrap();
    assert_eq!(by_subject.items[0].actor_id, Some(user(1)));
    assert_eq!((by_actor.items.len(), by_subject.items.len()), (1, 1));
}

#[tokio::test]
async fn a_forgotten_person_leaves_entries_without_names() {
    let test = TestContext::new().await;
    let change = renamed(5, "Ada").value("status", &"pending", &"verified");
    record(&test, 1, change.reason(user(5), Some("Ada asked"))).await;
    record(&test, 1, renamed(6, "Grace")).await;
    let op = &test.admin();
    let forgotten: Result<(), Error> = op
        .ctx
        .db
        .transact(|mut tx| async move {
            service::erase(&mut tx, op, user(5)).await?;
            tx.commit(()).await
        })
        .await;
    forgotten.unwrap();
    let page = PageRequest::parse(None, None).unwrap();
    let log = service::list(op, None, None, page).await.unwrap();
    assert_eq!(
        log.items[0].after["display_name"], "Grace",
        "others stay as they were"
    );
    let entry = serde_json::to_value(&log.items[1]).unwrap();
    assert_eq!(entry["after"], json!({"status": "verified"}));
    assert!(!entry.to_string().contains("Ada"), "{entry}");
}

#[tokio::test]
async fn an_export_has_ones_own_deeds_but_not_what_they_say_of_others() {
    let test = TestContext::new().await;
    record(&test, 5, renamed(6, "Grace")).await;
    record(&test, 1, renamed(5, "Ada")).await;
    record(&test, 1, renamed(7, "Linus")).await;
    let mine = service::of_member(&test.admin(), user(5), "member:5")
        .await
        .unwrap();
    assert_eq!(mine.len(), 2);
    assert_eq!(mine[0].after["display_name"], "Ada");
    assert!(mine[1].after.is_empty(), "{:?}", mine[1]);
}
