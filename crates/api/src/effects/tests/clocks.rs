//! A clock that was ahead is set right, and nothing waits for what it wrote.

use super::{done, emit, failed, grant, lease};
use crate::effects::service;
use crate::testing::TestContext;
use paddock_api_types::effects::EffectErrorCode;
use std::time::Duration;

const DAY: Duration = Duration::from_hours(24);

#[tokio::test]
async fn what_was_queued_ahead_of_time_is_due() {
    let test = TestContext::new().await;
    test.clock.advance(DAY);
    emit(&test, 1).await;
    test.clock.step_back(DAY);
    assert_eq!(lease(&test.ctx).await.len(), 1);
}

#[tokio::test]
async fn a_lease_and_a_pause_that_lie_ahead_have_ended() {
    let test = TestContext::new().await;
    emit(&test, 1).await;
    test.clock.advance(DAY);
    assert_eq!(lease(&test.ctx).await.len(), 1);
    test.clock.step_back(DAY);
    let again = lease(&test.ctx).await;
    assert_eq!(again[0].attempts, 2, "the lease has ended");
    assert!(lease(&test.ctx).await.is_empty(), "this one has not");
    test.clock.advance(DAY);
    let report = failed(2, EffectErrorCode::DiscordUnavailable);
    service::try_failed(&test.ctx, again[0].id, &report)
        .await
        .unwrap();
    assert!(lease(&test.ctx).await.is_empty(), "it pauses");
    test.clock.step_back(DAY);
    assert_eq!(lease(&test.ctx).await[0].attempts, 3);
}

#[tokio::test]
async fn effects_of_one_subject_keep_their_order_whatever_clock_made_them() {
    let mut test = TestContext::new().await;
    test.clock.advance(DAY);
    emit(&test, 1).await;
    test.clock.step_back(DAY);
    test.restart();
    emit(&test, 1).await;
    let first = lease(&test.ctx).await;
    assert_eq!(first.len(), 1, "one of a subject at a time");
    let report = done(first[0].attempts);
    service::done(&test.ctx, first[0].id, report).await.unwrap();
    let second = lease(&test.ctx).await;
    assert!(
        first[0].created_at > second[0].created_at,
        "what was asked for first goes out first, though its clock was ahead"
    );
    assert_eq!(second[0].action, grant(1));
}

#[tokio::test]
async fn what_was_done_ahead_of_time_is_kept_for_a_week_and_no_longer() {
    let test = TestContext::new().await;
    emit(&test, 1).await;
    let effect = lease(&test.ctx).await.remove(0);
    test.clock.advance(DAY * 365);
    service::done(&test.ctx, effect.id, done(1)).await.unwrap();
    test.clock.step_back(DAY * 365);
    let is_there = async || service::lookup(&test.admin(), effect.id).await.is_ok();
    service::purge(&test.ctx).await.unwrap();
    assert!(is_there().await);
    test.clock.advance(DAY * 8);
    service::purge(&test.ctx).await.unwrap();
    assert!(!is_there().await);
}
