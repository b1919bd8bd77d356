//! The log remembers, and forgets people.

use super::service;
use crate::audit::{self, audited, because};
use crate::db::Error;
use crate::page::PageRequest;
use crate::testing::{TestContext, user};
use paddock_api_types::UserId;
use paddock_api_types::members::Level;
use serde_json::json;

#[derive(Clone)]
struct Person {
    user_id: UserId,
    display_name: &'static str,
    status: &'static str,
}
audited! { person: Person => "member:{}", person.user_id;
    throughout: status;
    throughout(person.user_id): display_name;
}

async fn record(test: &TestContext, by: i64, after: Person, reason: Option<&str>) {
    let op = &test.by(by, Level::Admin);
    let before = &Person {
        display_name: "before",
        status: "pending",
        ..after
    };
    let after = &after;
    let recorded: Result<(), Error> = op
        .ctx
        .db
        .transact(|mut tx| async move {
            let action = because("member.renamed", after.user_id, reason);
            audit::changed(&mut tx, op, action, before, after).await?;
            tx.commit(()).await
        })
        .await;
    recorded.unwrap();
}

fn renamed(whose: i64, display_name: &'static str) -> Person {
    Person {
        user_id: user(whose),
        display_name,
        status: "pending",
    }
}

#[tokio::test]
async fn entries_are_listed_newest_first_page_by_page() {
    let test = TestContext::new().await;
    for name in ["one", "two", "three"] {
        record(&test, 1, renamed(5, name), None).await;
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
    record(&test, 1, renamed(5, "a"), None).await;
    record(&test, 2, renamed(6, "b"), None).await;
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
    let verified = Person {
        status: "verified",
        ..renamed(5, "Ada")
    };
    record(&test, 1, verified, Some("Ada asked")).await;
    record(&test, 1, renamed(6, "Grace"), None).await;
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
    record(&test, 5, renamed(6, "Grace"), None).await;
    record(&test, 1, renamed(5, "Ada"), None).await;
    record(&test, 1, renamed(7, "Linus"), None).await;
    let mine = service::of_member(&test.admin(), user(5), "member:5")
        .await
        .unwrap();
    assert_eq!(mine.len(), 2);
    assert_eq!(mine[0].after["display_name"], "Ada");
    assert!(mine[1].after.is_empty(), "{:?}", mine[1]);
}
