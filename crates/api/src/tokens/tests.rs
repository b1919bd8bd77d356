//! Tokens on a database: how many there may be, and when they go.

use super::model::{MAX_ACTIVE, MAX_STORED, TokenError};
use super::service;
use crate::members;
use crate::operation::Operation;
use crate::page::PageRequest;
use crate::testing::{TestContext, number, text, user};
use paddock_api_types::TokenId;
use paddock_api_types::members::Level;
use paddock_api_types::tokens::CreateToken;
use std::sync::Arc;
use std::time::Duration;

const HALF_AN_HOUR: Duration = Duration::from_mins(30);
const THIRTY_DAYS: Duration = Duration::from_hours(30 * 24);

fn ada(test: &TestContext) -> Operation {
    test.by(1, Level::Verified)
}

/// With a verified and approved member 1.
async fn approved() -> TestContext {
    let test = TestContext::new().await;
    test.verified(1, "Ada").await;
    let admin = test.admin();
    members::service::grant_api_access(&admin, user(1))
        .await
        .unwrap();
    test
}

/// A token that lives for half an hour.
async fn make(test: &TestContext) -> Result<TokenId, TokenError> {
    let id: TokenId = test.ctx.next_id();
    let new = CreateToken {
        name: text(format!("test {id}")),
        expires_in_minutes: Some(number(30)),
    };
    service::create(&ada(test), &new)
        .await
        .map(|token| token.id)
}

async fn stored(test: &TestContext) -> Vec<TokenId> {
    let page = PageRequest::parse(Some(200), None).unwrap();
    let tokens = service::list(&ada(test), page).await.unwrap().items;
    tokens.into_iter().map(|it| it.token.id).collect()
}

#[tokio::test]
async fn tokens_that_ended_are_deleted_after_thirty_days() {
    let test = approved().await;
    let revoked = make(&test).await.unwrap();
    service::revoke(&ada(&test), revoked).await.unwrap();
    test.clock.advance(HALF_AN_HOUR);
    let expires = make(&test).await.unwrap();
    test.clock.advance(Duration::from_mins(30 * 24 * 60 - 30));
    service::purge(&test.ctx).await.unwrap();
    assert_eq!(stored(&test).await, [expires, revoked], "not yet");
    test.clock.advance(Duration::from_secs(1));
    service::purge(&test.ctx).await.unwrap();
    assert_eq!(stored(&test).await, [expires]);
    test.clock.advance(2 * HALF_AN_HOUR);
    let works = make(&test).await.unwrap();
    service::purge(&test.ctx).await.unwrap();
    assert_eq!(stored(&test).await, [works]);
}

#[tokio::test]
async fn a_token_whose_approval_ended_is_deleted_although_it_would_live_on() {
    let mut test = approved().await;
    test.ctx.token_lifetime = THIRTY_DAYS * 12;
    let new = CreateToken {
        name: text("for a year"),
        expires_in_minutes: None,
    };
    let dead = service::create(&ada(&test), &new).await.unwrap().id;
    let admin = test.admin();
    members::service::revoke_api_access(&admin, user(1))
        .await
        .unwrap();
    test.clock.advance(Duration::from_secs(1));
    members::service::grant_api_access(&test.admin(), user(1))
        .await
        .unwrap();
    let works = service::create(&ada(&test), &new).await.unwrap().id;
    assert_eq!(stored(&test).await, [works, dead]);
    test.clock.advance(THIRTY_DAYS);
    service::purge(&test.ctx).await.unwrap();
    assert_eq!(stored(&test).await, [works]);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_many_made_at_once_no_more_are_stored_than_may_be() {
    let test = Arc::new(approved().await);
    for _ in 0..MAX_STORED - MAX_ACTIVE / 2 {
        let id = make(&test).await.unwrap();
        service::revoke(&ada(&test), id).await.unwrap();
    }
    let making = (0..MAX_ACTIVE).map(|_| {
        let test = test.clone();
        tokio::spawn(async move { make(&test).await })
    });
    let making: Vec<_> = making.collect();
    let mut refused = 0;
    for made in making {
        match made.await.unwrap() {
            Ok(_) => {}
            Err(TokenError::StoredLimitReached { limit: MAX_STORED }) => refused += 1,
            Err(error) => panic!("{error}"),
        }
    }
    assert_eq!(refused, MAX_ACTIVE - MAX_ACTIVE / 2);
    assert_eq!(stored(&test).await.len(), MAX_STORED);
}
