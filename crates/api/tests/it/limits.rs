//! What one member may use up: requests, and what they leave with the admins and in the database.

use crate::helpers::{TestApp, named, refused, token, user};
use crate::track::Track;
use paddock_api_types::members::Decision;
use paddock_api_types::{ErrorCode, PageQuery};
use std::time::Duration;

/// With so many requests in a minute.
async fn limited_to(requests: &str) -> TestApp {
    TestApp::spawn_with(&[("RATE_LIMIT_PER_MINUTE", requests)]).await
}

#[tokio::test]
async fn more_tokens_are_not_more_requests() {
    let app = limited_to("20").await;
    let ada = app.verified(1).await;
    app.admin().grant_api_access(user(1)).await.unwrap();
    let mut tokens = Vec::new();
    for number in 0..10 {
        let made = ada
            .create_token(&token(&format!("{number}")))
            .await
            .unwrap();
        tokens.push(app.anonymous().with_token(made.token));
    }
    // Eleven are used up: the registration, and ten tokens. A bucket of 20 in a minute gives one back
    // every three seconds, so that a slow machine gets some more, and far fewer than a bucket for each
    // token would give.
    let mut answered = 0;
    for client in tokens.iter().cycle().take(60) {
        answered += u32::from(client.get_me().await.is_ok());
    }
    assert!((1..=40).contains(&answered), "{answered}");
    let mut refusals = 0;
    for _ in 0..10 {
        let me = ada.get_me().await;
        refusals += u32::from(me.is_err_and(|it| it.code() == Some(ErrorCode::RateLimited)));
    }
    assert!(refusals > 0, "in Discord it is the same member");
    app.verified(2).await.get_me().await.expect("others go on");
}

#[tokio::test]
async fn a_token_that_was_revoked_uses_up_nothing_of_its_member() {
    let app = limited_to("20").await;
    let lost = app.with_token(1).await;
    let ada = app.member(1);
    let id = ada.list_tokens(&PageQuery::default()).await.unwrap().items[0].id;
    ada.revoke_token(id).await.unwrap();
    for _ in 0..30 {
        lost.get_me().await.expect_err("revoked");
    }
    ada.get_me().await.expect("the member goes on");
}

#[tokio::test]
async fn registering_and_erasing_in_turns_ends_after_some() {
    let app = TestApp::spawn().await;
    let ada = app.member(1);
    for _ in 0..5 {
        ada.register_member(&named("Ada")).await.unwrap();
        ada.delete_me().await.unwrap();
    }
    let again = refused(ada.register_member(&named("Ada")).await);
    assert_eq!(
        again,
        "409 daily_limit_reached limit=5 until=2026-11-22T12:00:00Z"
    );
    app.clock.advance(Duration::from_hours(24));
    ada.register_member(&named("Ada")).await.unwrap();
    app.member(2)
        .register_member(&named("Grace"))
        .await
        .unwrap();
}

#[tokio::test]
async fn names_change_so_often_in_a_day() {
    let app = TestApp::spawn().await;
    let ada = app.member(1);
    for number in 0..=20 {
        let name = named(&format!("Ada {number}"));
        ada.register_member(&name).await.unwrap();
    }
    let again = refused(ada.register_member(&named("Ada")).await);
    assert_eq!(
        again,
        "409 daily_limit_reached limit=20 until=2026-11-22T12:00:00Z"
    );
    ada.register_member(&named("Ada 20"))
        .await
        .expect("what changes nothing is no change");
}

#[tokio::test]
async fn so_many_submissions_of_a_member_wait() {
    let track = Track::new().await;
    let ada = track.joined(1, "Ada").await;
    let mut last = None;
    for _ in 0..50 {
        let created = ada.create_submission(&track.races(1)).await;
        last = Some(created.unwrap().submission.id);
    }
    let one_more = ada.create_submission(&track.races(1)).await;
    assert_eq!(
        refused(one_more),
        "409 waiting_submission_limit_reached limit=50"
    );
    let decided = Decision::default();
    track
        .app
        .admin()
        .reject_submission(last.unwrap(), &decided)
        .await
        .unwrap();
    ada.create_submission(&track.races(1))
        .await
        .expect("there is room again");
}

#[tokio::test]
async fn submitting_and_taking_back_in_turns_ends_after_some() {
    let track = Track::new().await;
    let ada = track.joined(1, "Ada").await;
    for _ in 0..100 {
        let created = ada.create_submission(&track.races(1)).await;
        let id = created.unwrap().submission.id;
        ada.delete_submission(id).await.unwrap();
    }
    let again = refused(ada.create_submission(&track.races(1)).await);
    assert!(
        again.starts_with("409 daily_limit_reached limit=100 until="),
        "{again}"
    );
    track.app.clock.advance(Duration::from_hours(24));
    ada.create_submission(&track.races(1))
        .await
        .expect("another day");
}

#[tokio::test]
async fn making_and_revoking_tokens_in_turns_ends_after_some() {
    let app = TestApp::spawn().await;
    let ada = app.verified(1).await;
    app.admin().grant_api_access(user(1)).await.unwrap();
    for _ in 0..100 {
        let made = ada.create_token(&token("test")).await.unwrap();
        ada.revoke_token(made.access_token.id).await.unwrap();
    }
    let again = refused(ada.create_token(&token("test")).await);
    assert_eq!(again, "409 stored_token_limit_reached limit=100");
}
