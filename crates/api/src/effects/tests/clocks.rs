//! A clock that was ahead is set right, and nothing waits for what it wrote.

use super::{done, emit, failed, grant, lease};
use crate::effects::EffectError;
use crate::effects::service;
use crate::testing::{TestContext, role, user};
use paddock_api_types::effects::{EffectAction, EffectErrorCode};
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
async fn several_of_one_change_keep_their_order_behind_what_lies_ahead() {
    let mut test = TestContext::new().await;
    test.clock.advance(DAY);
    emit(&test, 1).await;
    test.clock.step_back(DAY);
    test.restart();
    let op = &test.admin();
    let roles = [21, 22, 23].map(|id| EffectAction::GrantRole {
        user_id: user(1),
        role_id: role(id),
        reason: "because".to_owned(),
    });
    let queued: Result<(), EffectError> = op
        .write(|mut tx| {
            let roles = roles.clone();
            async move {
                for role in &roles {
                    service::emit(&mut tx, op, role).await?;
                }
                Ok(op.commit(tx, ()).await?)
            }
        })
        .await;
    queued.unwrap();
    let mut went_out = Vec::new();
    while let [effect] = &lease(&test.ctx).await[..] {
        went_out.push(effect.action.clone());
        let report = done(effect.attempts);
        service::done(&test.ctx, effect.id, report).await.unwrap();
    }
    assert_eq!(went_out[0], grant(1));
    assert_eq!(went_out[1..], roles);
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
