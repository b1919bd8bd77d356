//! What is owed arrives, from any starting state.

use super::service;
use crate::db::Error;
use crate::effects;
use crate::testing::{TestContext, guild, role, text, user};
use paddock_api_types::effects::{EffectAction, EffectDone, EffectErrorCode, EffectFailed};
use paddock_api_types::{EffectId, RoleId};
use std::time::Duration;

fn reported(attempt: u32) -> EffectDone {
    EffectDone {
        attempt,
        message: None,
    }
}

/// Makes `source` owe member 1 these roles.
async fn owe(test: &TestContext, source: &str, roles: &[i64], present: bool) {
    let op = &test.admin();
    let roles: &Vec<RoleId> = &roles.iter().map(|id| role(*id)).collect();
    let set: Result<(), Error> = op
        .ctx
        .db
        .transact(|mut tx| async move {
            service::set_owed(&mut tx, op, user(1), source, roles, present).await?;
            tx.commit(()).await
        })
        .await;
    set.unwrap();
}

/// Member 1 was seen with these roles.
async fn seen(test: &TestContext, roles: &[i64]) {
    let op = &test.admin();
    let roles = &roles.iter().map(|id| role(*id)).collect();
    let seen: Result<(), Error> = op
        .ctx
        .db
        .transact(|mut tx| async move {
            service::converge(&mut tx, op, user(1), roles).await?;
            tx.commit(()).await
        })
        .await;
    seen.unwrap();
}

/// Performs everything that is due: +role and -role, in order.
async fn perform(test: &TestContext) -> Vec<i64> {
    let mut done = Vec::new();
    loop {
        let leased = effects::service::lease(&test.ctx, 100, Duration::ZERO)
            .await
            .unwrap();
        if leased.is_empty() {
            return done;
        }
        for effect in leased {
            done.push(match effect.action {
                EffectAction::GrantRole { role_id, .. } => role_id.get(),
                EffectAction::RevokeRole { role_id, .. } => -role_id.get(),
                other => panic!("{other:?}"),
            });
            effects::service::done(&test.ctx, effect.id, reported(effect.attempts))
                .await
                .unwrap();
        }
    }
}

#[tokio::test]
async fn a_change_of_what_is_owed_is_done_and_undone() {
    let test = TestContext::new().await;
    owe(&test, "verified", &[7, 8], true).await;
    assert_eq!(perform(&test).await, [7, 8]);
    owe(&test, "verified", &[8, 9], true).await;
    assert_eq!(perform(&test).await, [-7, 9]);
    owe(&test, "verified", &[8, 9], true).await;
    assert_eq!(perform(&test).await, Vec::<i64>::new(), "nothing changed");
    let owed = service::owed_to(&test.ctx.db, guild(1), user(1))
        .await
        .unwrap();
    assert_eq!(owed, [role(8), role(9)]);
}

#[tokio::test]
async fn a_role_stays_while_another_source_owes_it() {
    let test = TestContext::new().await;
    owe(&test, "verified", &[7], true).await;
    owe(&test, "prize:1", &[7], true).await;
    assert_eq!(perform(&test).await, [7]);
    owe(&test, "verified", &[], true).await;
    assert_eq!(perform(&test).await, Vec::<i64>::new());
    owe(&test, "prize:1", &[], true).await;
    assert_eq!(perform(&test).await, [-7]);
}

#[tokio::test]
async fn who_is_away_gets_the_roles_on_return() {
    let test = TestContext::new().await;
    owe(&test, "verified", &[7], false).await;
    assert_eq!(perform(&test).await, Vec::<i64>::new());
    seen(&test, &[]).await;
    assert_eq!(perform(&test).await, [7]);
}

#[tokio::test]
async fn a_role_taken_by_hand_comes_back_and_a_foreign_one_is_left_alone() {
    let test = TestContext::new().await;
    owe(&test, "verified", &[7], true).await;
    perform(&test).await;
    seen(&test, &[99]).await;
    seen(&test, &[99]).await;
    assert_eq!(perform(&test).await, [7], "once, though it was seen twice");
}

/// The grant may have been performed, and the role taken by hand, before the bot said that it is done.
#[tokio::test]
async fn a_role_taken_while_its_grant_is_on_the_way_comes_back() {
    let test = TestContext::new().await;
    owe(&test, "verified", &[7], true).await;
    let leased = effects::service::lease(&test.ctx, 1, Duration::ZERO)
        .await
        .unwrap();
    seen(&test, &[]).await;
    effects::service::done(&test.ctx, leased[0].id, reported(leased[0].attempts))
        .await
        .unwrap();
    assert_eq!(perform(&test).await, [7]);
}

#[tokio::test]
async fn a_role_no_longer_owed_is_taken_and_then_forgotten() {
    let test = TestContext::new().await;
    owe(&test, "verified", &[7], true).await;
    perform(&test).await;
    owe(&test, "verified", &[], false).await;
    seen(&test, &[7]).await;
    assert_eq!(perform(&test).await, [-7]);
    seen(&test, &[]).await;
    // Given by hand now, it is none of our business.
    seen(&test, &[7]).await;
    assert_eq!(perform(&test).await, Vec::<i64>::new());
}

/// The grant of role 7 fails for this reason.
async fn grant_fails(test: &TestContext, error: EffectErrorCode) -> EffectId {
    let leased = effects::service::lease(&test.ctx, 1, Duration::ZERO)
        .await
        .unwrap();
    let (id, attempt) = (leased[0].id, leased[0].attempts);
    let report = EffectFailed {
        attempt,
        error,
        detail: text(String::new()),
        retry_after_ms: None,
    };
    effects::service::try_failed(&test.ctx, id, &report)
        .await
        .unwrap();
    id
}

#[tokio::test]
async fn a_failed_grant_waits_for_an_admin() {
    let test = TestContext::new().await;
    owe(&test, "verified", &[7], true).await;
    let failed = grant_fails(&test, EffectErrorCode::MissingPermission).await;
    seen(&test, &[]).await;
    assert_eq!(perform(&test).await, Vec::<i64>::new());
    effects::service::retry(&test.admin(), failed)
        .await
        .unwrap();
    assert_eq!(perform(&test).await, [7]);
}

#[tokio::test]
async fn a_grant_that_failed_because_the_member_was_away_is_asked_for_again() {
    let test = TestContext::new().await;
    owe(&test, "verified", &[7], true).await;
    grant_fails(&test, EffectErrorCode::UnknownMember).await;
    seen(&test, &[]).await;
    assert_eq!(perform(&test).await, [7]);
}

#[tokio::test]
async fn a_failed_grant_cannot_be_retried_once_the_role_is_no_longer_owed() {
    let test = TestContext::new().await;
    owe(&test, "verified", &[7], true).await;
    let failed = grant_fails(&test, EffectErrorCode::MissingPermission).await;
    owe(&test, "verified", &[], true).await;
    let retried = effects::service::retry(&test.admin(), failed).await;
    assert!(matches!(retried, Err(effects::EffectError::NotFound)));
    assert_eq!(perform(&test).await, [-7]);
}

#[tokio::test]
async fn a_role_that_is_gone_is_taken() {
    let test = TestContext::new().await;
    owe(&test, "verified", &[7], true).await;
    perform(&test).await;
    owe(&test, "verified", &[], true).await;
    grant_fails(&test, EffectErrorCode::UnknownRole).await;
    assert!(
        effects::service::failed(&test.ctx.db, guild(1))
            .await
            .unwrap()
            .is_empty()
    );
}

#[tokio::test]
async fn forgetting_a_member_takes_the_roles_back() {
    let test = TestContext::new().await;
    owe(&test, "verified", &[7], true).await;
    perform(&test).await;
    let op = &test.admin();
    let forgotten: Result<(), Error> = op
        .ctx
        .db
        .transact(|mut tx| async move {
            service::erase(&mut tx, op, user(1), true).await?;
            tx.commit(()).await
        })
        .await;
    forgotten.unwrap();
    assert_eq!(perform(&test).await, [-7]);
    assert!(
        service::owed_to(&test.ctx.db, guild(1), user(1))
            .await
            .unwrap()
            .is_empty()
    );
}
