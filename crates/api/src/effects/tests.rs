//! Leasing, order, back-off and retry.

mod announcements;
mod backlog;
mod clocks;
mod guilds;
mod turns;

use super::model::{Effect, EffectError, LEASE};
use super::{service, store};
use crate::context::Context;
use crate::operation::Operation;
use crate::page::PageRequest;
use crate::testing::{TestContext, guild, number, role, text, user};
use paddock_api_types::effects::{
    EffectAction, EffectDone, EffectErrorCode, EffectFailed, EffectState, Notice, PostedMessage,
};
use paddock_api_types::{ChannelId, EffectId, MessageId};
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
    ask(test, &grant(user_id)).await;
}

async fn ask(test: &TestContext, action: &EffectAction) {
    ask_in(&test.admin(), action).await;
}

async fn ask_in(op: &Operation, action: &EffectAction) {
    let emitted: Result<(), EffectError> = op
        .write(|mut tx| async move {
            service::emit(&mut tx, op, action).await?;
            Ok(op.commit(tx, ()).await?)
        })
        .await;
    emitted.unwrap();
}

fn saying(name: &str) -> Notice {
    Notice::RegistrationPending {
        user_id: user(1),
        display_name: name.to_owned(),
        external_id: None,
    }
}

fn post(name: &str) -> EffectAction {
    EffectAction::SendMessage {
        channel_id: ChannelId::new(30).unwrap(),
        notice: saying(name),
        post: Some("registration:1".to_owned()),
        mention: None,
    }
}

fn edit(name: &str) -> EffectAction {
    let (post, notice) = ("registration:1".to_owned(), saying(name));
    EffectAction::EditMessage { post, notice }
}

/// Leases the only effect that is due, and reports that it is not allowed.
async fn forbid(test: &TestContext) -> EffectId {
    let [effect] = &lease(&test.ctx).await[..] else {
        panic!("one was due");
    };
    refuse(test, effect).await;
    effect.id
}

async fn refuse(test: &TestContext, effect: &Effect) {
    let report = failed(effect.attempts, EffectErrorCode::MissingPermission);
    let reported = service::try_failed(&test.ctx, effect.id, &report).await;
    reported.unwrap();
}

async fn lease(ctx: &Context) -> Vec<Effect> {
    service::lease(ctx, 100, Duration::ZERO).await.unwrap()
}

fn failed(attempt: u32, error: EffectErrorCode) -> EffectFailed {
    EffectFailed {
        attempt,
        error,
        detail: text("detail"),
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
        retry_after_ms: Some(number(60_000)),
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

#[tokio::test]
async fn a_post_that_failed_says_when_retried_what_holds_by_then() {
    let test = TestContext::new().await;
    ask(&test, &post("first")).await;
    let failed = forbid(&test).await;
    ask(&test, &edit("second")).await;
    assert!(lease(&test.ctx).await.is_empty(), "nothing to edit");
    service::retry(&test.admin(), failed).await.unwrap();
    assert_eq!(lease(&test.ctx).await[0].action, post("second"));
}

#[tokio::test]
async fn a_post_that_fails_after_its_edit_was_asked_for_says_the_latter() {
    let test = TestContext::new().await;
    ask(&test, &post("first")).await;
    let leased = lease(&test.ctx).await;
    ask(&test, &edit("second")).await;
    refuse(&test, &leased[0]).await;
    assert!(lease(&test.ctx).await.is_empty());
    service::retry(&test.admin(), leased[0].id).await.unwrap();
    assert_eq!(lease(&test.ctx).await[0].action, post("second"));
}

#[tokio::test]
async fn an_edit_that_failed_is_not_retried_after_a_later_one() {
    let test = TestContext::new().await;
    ask(&test, &post("first")).await;
    let sent = lease(&test.ctx).await;
    let message = PostedMessage {
        channel_id: ChannelId::new(30).unwrap(),
        message_id: MessageId::new(9001).unwrap(),
    };
    let (attempt, message) = (1, Some(message));
    let sent = service::done(&test.ctx, sent[0].id, EffectDone { attempt, message }).await;
    sent.unwrap();
    ask(&test, &edit("second")).await;
    let failed = forbid(&test).await;
    ask(&test, &edit("third")).await;
    let leased = lease(&test.ctx).await;
    assert_eq!(
        (&leased[0].action, leased[0].message),
        (&edit("third"), message)
    );
    let retried = service::retry(&test.admin(), failed).await;
    assert!(matches!(retried, Err(EffectError::NotFound)));
}

#[tokio::test]
async fn an_edit_taken_just_as_its_post_is_retried_waits_for_it() {
    let test = TestContext::new().await;
    for action in [post("first"), edit("second")] {
        ask(&test, &action).await;
    }
    let page = PageRequest::parse(None, None).unwrap();
    let queued = service::list(&test.admin(), None, page).await.unwrap();
    let (id, now) = (queued.items[0].id, test.ctx.now().as_millisecond());
    let taken: Result<_, EffectError> = test
        .ctx
        .db
        .transact(|mut tx| async move {
            let taken = store::queue::take(&mut tx, id.get(), now, now + 1).await?;
            let addressed = service::address(&mut tx, taken.unwrap(), now).await?;
            Ok(tx.commit(addressed).await?)
        })
        .await;
    assert_eq!(taken.unwrap(), None);
    assert_eq!(state(&test, id).await, EffectState::Pending);
    assert_eq!(lease(&test.ctx).await[0].action, post("first"));
}
