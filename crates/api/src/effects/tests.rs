//! Leasing, order, back-off and retry.

use super::model::{EffectError, LEASE};
use super::service;
use crate::context::Context;
use crate::page::PageRequest;
use crate::testing::{TestContext, guild, role, user};
use paddock_api_types::EffectId;
use paddock_api_types::effects::{
    EffectAction, EffectDone, EffectErrorCode, EffectFailed, EffectState,
};
use std::time::Duration;

fn grant(user_id: i64) -> EffectAction {
    let reason = "because".to_owned();
    EffectAction::GrantRole {
        user_id: user(user_id),
        role_id: role(7),
        reason,
    }
}

async fn emit(test: &TestContext, user_id: i64) {
    let op = &test.admin();
    let emitted: Result<(), EffectError> = op
        .write(|mut tx| async move {
            service::emit(&mut tx, op, &grant(user_id)).await?;
            Ok(op.commit(tx, ()).await?)
        })
        .await;
    emitted.unwrap();
}

async fn lease(ctx: &Context) -> Vec<super::model::Effect> {
    service::lease(ctx, 100, Duration::ZERO).await.unwrap()
}

fn failed(attempt: u32, error: EffectErrorCode) -> EffectFailed {
    EffectFailed {
        attempt,
        error,
        detail: "detail".to_owned(),
        retry_after_ms: None,
    }
}

fn done(attempt: u32) -> EffectDone {
    EffectDone {
        attempt,
        message: None,
    }
}

async fn state(test: &TestContext, id: EffectId) -> EffectState {
    service::lookup(&test.admin(), id).await.unwrap().state
}

#[tokio::test]
async fn effects_of_one_subject_are_leased_one_after_another() {
    let test = TestContext::new().await;
    for user_id in [1, 1, 2] {
        emit(&test, user_id).await;
    }
    let first = lease(&test.ctx).await;
    assert_eq!(first.len(), 2, "one of each member");
    assert!(
        lease(&test.ctx).await.is_empty(),
        "the second of member 1 waits"
    );
    service::done(&test.ctx, first[0].id, done(1))
        .await
        .unwrap();
    let second = lease(&test.ctx).await;
    assert_eq!(second.len(), 1);
    assert_eq!(second[0].subject, "member:1");
}

#[tokio::test]
async fn a_lease_that_runs_out_returns_to_the_queue() {
    let test = TestContext::new().await;
    emit(&test, 1).await;
    let leased = lease(&test.ctx).await;
    test.clock
        .advance(LEASE.saturating_sub(Duration::from_secs(1)));
    assert!(lease(&test.ctx).await.is_empty());
    test.clock.advance(Duration::from_secs(1));
    let again = lease(&test.ctx).await;
    assert_eq!((again[0].id, again[0].attempts), (leased[0].id, 2));
    let late = service::done(&test.ctx, leased[0].id, done(1)).await;
    assert!(matches!(late, Err(EffectError::LeaseLost)));
    service::done(&test.ctx, leased[0].id, done(2))
        .await
        .unwrap();
    service::done(&test.ctx, leased[0].id, done(2))
        .await
        .expect("told twice");
}

#[tokio::test]
async fn nobody_reporting_back_for_ever_is_a_failure() {
    let test = TestContext::new().await;
    emit(&test, 1).await;
    let mut leased = lease(&test.ctx).await;
    let id = leased[0].id;
    while !leased.is_empty() {
        test.clock.advance(LEASE);
        leased = lease(&test.ctx).await;
    }
    let effect = service::lookup(&test.admin(), id).await.unwrap();
    assert_eq!(effect.state, EffectState::Failed);
    assert_eq!(effect.last_error, Some(EffectErrorCode::LeaseExpired));
}

#[tokio::test]
async fn a_transient_failure_is_tried_again_later() {
    let test = TestContext::new().await;
    emit(&test, 1).await;
    let id = lease(&test.ctx).await[0].id;
    let report = failed(1, EffectErrorCode::DiscordUnavailable);
    service::try_failed(&test.ctx, id, &report).await.unwrap();
    assert!(lease(&test.ctx).await.is_empty(), "not at once");
    test.clock.advance(Duration::from_secs(2));
    let report = EffectFailed {
        retry_after_ms: Some(60_000),
        ..failed(
            lease(&test.ctx).await[0].attempts,
            EffectErrorCode::RateLimited,
        )
    };
    service::try_failed(&test.ctx, id, &report).await.unwrap();
    test.clock.advance(Duration::from_secs(59));
    assert!(lease(&test.ctx).await.is_empty(), "not before Discord said");
    test.clock.advance(Duration::from_secs(1));
    assert_eq!(lease(&test.ctx).await.len(), 1);
}

#[tokio::test]
async fn a_permanent_failure_stops_until_an_admin_retries_it() {
    let test = TestContext::new().await;
    for user_id in [1, 1] {
        emit(&test, user_id).await;
    }
    let id = lease(&test.ctx).await[0].id;
    let report = failed(1, EffectErrorCode::MissingPermission);
    service::try_failed(&test.ctx, id, &report).await.unwrap();
    assert_eq!(state(&test, id).await, EffectState::Failed);
    assert_eq!(
        service::failed(&test.ctx.db, guild(1)).await.unwrap().len(),
        1
    );
    assert_eq!(
        lease(&test.ctx).await.len(),
        1,
        "the next of the subject does not wait for it"
    );
    service::retry(&test.admin(), id).await.unwrap();
    let again = service::retry(&test.admin(), id).await;
    assert!(matches!(again, Err(EffectError::NotFailed)));
    let unknown = service::retry(&test.admin(), EffectId::new(1).unwrap()).await;
    assert!(matches!(unknown, Err(EffectError::NotFound)));
}

#[tokio::test]
async fn closed_messages_are_no_admins_business() {
    let test = TestContext::new().await;
    emit(&test, 1).await;
    let id = lease(&test.ctx).await[0].id;
    let report = failed(1, EffectErrorCode::CannotDirectMessage);
    service::try_failed(&test.ctx, id, &report).await.unwrap();
    assert_eq!(state(&test, id).await, EffectState::Failed);
    assert!(
        service::failed(&test.ctx.db, guild(1))
            .await
            .unwrap()
            .is_empty()
    );
}

#[tokio::test]
async fn reports_about_nothing_are_refused() {
    let test = TestContext::new().await;
    let nothing = EffectId::new(5).unwrap();
    let done = service::done(&test.ctx, nothing, done(1)).await;
    assert!(matches!(done, Err(EffectError::NotFound)));
    let report = failed(1, EffectErrorCode::Refused);
    let failed = service::try_failed(&test.ctx, nothing, &report).await;
    assert!(matches!(failed, Err(EffectError::NotFound)));
}

#[tokio::test]
async fn a_waiting_lease_is_answered_as_soon_as_there_is_something() {
    let test = TestContext::new().await;
    let ctx = test.ctx.clone();
    let waiting =
        tokio::spawn(async move { service::lease(&ctx, 10, Duration::from_secs(20)).await });
    emit(&test, 1).await;
    let leased = tokio::time::timeout(Duration::from_secs(10), waiting)
        .await
        .unwrap();
    assert_eq!(leased.unwrap().unwrap().len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn two_workers_never_hold_the_same_effect() {
    let test = TestContext::new().await;
    for user_id in 1..=40 {
        emit(&test, user_id).await;
    }
    let workers: Vec<_> = (0..4)
        .map(|_| {
            let ctx = test.ctx.clone();
            tokio::spawn(async move {
                let mut mine = Vec::new();
                loop {
                    let leased = service::lease(&ctx, 3, Duration::ZERO).await.unwrap();
                    if leased.is_empty() {
                        return mine;
                    }
                    mine.extend(leased.into_iter().map(|effect| effect.id));
                }
            })
        })
        .collect();
    let mut all = Vec::new();
    for worker in workers {
        all.extend(worker.await.unwrap());
    }
    let taken = all.len();
    all.sort();
    all.dedup();
    assert_eq!(all.len(), taken, "none twice");
    // A worker may have been turned away by another's lock; what is left is still there.
    let rest = lease(&test.ctx).await.len();
    assert_eq!(taken + rest, 40, "none lost");
}

#[tokio::test]
async fn what_was_done_is_kept_for_a_week_and_listed() {
    let test = TestContext::new().await;
    emit(&test, 1).await;
    let id = lease(&test.ctx).await[0].id;
    service::done(&test.ctx, id, done(1)).await.unwrap();
    emit(&test, 2).await;
    let page = PageRequest::parse(None, None).unwrap();
    let op = test.admin();
    let done = Some(EffectState::Done);
    assert_eq!(service::list(&op, None, page).await.unwrap().items.len(), 2);
    assert_eq!(service::list(&op, done, page).await.unwrap().items.len(), 1);
    assert_eq!(
        service::count_open(&test.ctx.db).await.unwrap(),
        [("pending".to_owned(), 1)]
    );
    test.clock.advance(Duration::from_hours(8 * 24));
    service::purge(&test.ctx).await.unwrap();
    assert_eq!(
        service::list(&op, None, page).await.unwrap().items.len(),
        1,
        "the open one"
    );
}
