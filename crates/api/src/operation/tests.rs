//! An answer is kept with its change, and given again.

use super::*;
use crate::members::{MemberError, service};
use crate::testing::{TestContext, text, user};
use paddock_api_types::members::{RegisterMember, VerifyMember};
use std::time::Duration;

fn ada() -> RegisterMember {
    let display_name = "Ada".to_owned();
    RegisterMember {
        display_name: text(display_name),
        external_id: None,
        discord_name: None,
    }
}

#[tokio::test]
async fn a_repeated_request_is_answered_as_it_was_the_first_time() {
    let test = TestContext::new().await;
    let op = test.by(1, Level::Guest).keyed("key", "register");
    let first = service::register(&op, ada()).await.unwrap();
    service::verify(&test.admin(), user(1), VerifyMember::default())
        .await
        .unwrap();
    let again = service::register(&op, ada()).await.unwrap();
    assert!(first.created && again.created);
    assert_eq!(
        first.member, again.member,
        "as it was then, not as it is now"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn twenty_repetitions_at_once_are_one_request() {
    let test = TestContext::new().await;
    let tasks: Vec<_> = (0..20)
        .map(|_| {
            let op = test.by(1, Level::Guest).keyed("key", "register");
            tokio::spawn(async move { service::register(&op, ada()).await.unwrap().created })
        })
        .collect();
    for task in tasks {
        assert!(
            task.await.unwrap(),
            "each is told that it registered the member"
        );
    }
    let page = crate::page::PageRequest::parse(None, None).unwrap();
    let log = crate::audit::service::list(&test.admin(), None, None, page)
        .await
        .unwrap();
    assert_eq!(log.items.len(), 1);
}

/// Only the first can lift the ban; the others must not be told that there is none.
#[tokio::test(flavor = "multi_thread")]
async fn repetitions_at_once_are_not_refused_for_what_the_first_did() {
    let test = TestContext::new().await;
    test.register(1, "Ada").await;
    test.banned(1).await;
    let tasks: Vec<_> = (0..20)
        .map(|_| {
            let op = test.admin().keyed("key", "unban");
            tokio::spawn(async move { service::unban(&op, user(1)).await })
        })
        .collect();
    for task in tasks {
        task.await.unwrap().expect("the first one's answer");
    }
    let op = test.admin().keyed("another", "unban");
    assert!(matches!(
        service::unban(&op, user(1)).await,
        Err(MemberError::NotBanned)
    ));
}

#[tokio::test]
async fn a_key_is_not_used_for_something_else() {
    let test = TestContext::new().await;
    let op = test.by(1, Level::Guest).keyed("key", "one");
    service::register(&op, ada()).await.unwrap();
    let op = test.by(1, Level::Guest).keyed("key", "two");
    let refused = service::register(&op, ada()).await.unwrap_err();
    assert!(matches!(refused, MemberError::Failure(Failure::KeyReused)));
    // Nor is it told what it would be refused for.
    let op = test.admin().keyed("key", "verify");
    service::verify(&op, user(1), VerifyMember::default())
        .await
        .unwrap();
    let op = test.admin().keyed("key", "unban");
    let refused = service::unban(&op, user(1)).await.unwrap_err();
    assert!(matches!(refused, MemberError::Failure(Failure::KeyReused)));
    // Somebody else's key is their own.
    let op = test.by(2, Level::Guest).keyed("key", "two");
    assert!(service::register(&op, ada()).await.unwrap().created);
}

#[tokio::test]
async fn a_refusal_is_judged_anew() {
    let test = TestContext::new().await;
    let op = test.admin().keyed("key", "verify");
    assert!(matches!(
        service::verify(&op, user(1), VerifyMember::default()).await,
        Err(MemberError::NotFound)
    ));
    test.register(1, "Ada").await;
    assert!(
        service::verify(&op, user(1), VerifyMember::default())
            .await
            .is_ok()
    );
}

#[tokio::test]
async fn an_answer_kept_ahead_of_time_is_kept_for_a_day_and_no_longer() {
    const YEAR: Duration = Duration::from_hours(365 * 24);
    let test = TestContext::new().await;
    test.clock.advance(YEAR);
    let op = test.by(1, Level::Guest).keyed("key", "register");
    service::register(&op, ada()).await.unwrap();
    test.clock.step_back(YEAR);
    purge_answers(&test.ctx).await.unwrap();
    assert!(service::register(&op, ada()).await.unwrap().created);
    test.clock.advance(Duration::from_hours(25));
    purge_answers(&test.ctx).await.unwrap();
    assert!(!service::register(&op, ada()).await.unwrap().created);
}

#[tokio::test]
async fn answers_are_kept_for_a_day() {
    let test = TestContext::new().await;
    let op = test.by(1, Level::Guest).keyed("key", "register");
    service::register(&op, ada()).await.unwrap();
    test.clock.advance(Duration::from_hours(23));
    purge_answers(&test.ctx).await.unwrap();
    assert!(service::register(&op, ada()).await.unwrap().created);
    test.clock.advance(Duration::from_hours(2));
    purge_answers(&test.ctx).await.unwrap();
    assert!(!service::register(&op, ada()).await.unwrap().created);
}
