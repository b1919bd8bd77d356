//! What waits behind another effect of its subject has its turn, whatever becomes of that one.

use super::{done, emit, failed, grant, lease, refuse, state};
use crate::context::Context;
use crate::effects::model::{Effect, EffectError, LEASE};
use crate::effects::{service, store};
use crate::testing::{TestContext, guild, user};
use paddock_api_types::EffectId;
use paddock_api_types::effects::{EffectAction, EffectErrorCode, EffectState, Notice};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::time::Duration;

/// Leases the head of three effects of one member; the others are parked.
async fn three_in_a_row(test: &TestContext) -> Effect {
    for _ in 0..3 {
        emit(test, 1).await;
    }
    let head = lease(&test.ctx).await.remove(0);
    assert!(lease(&test.ctx).await.is_empty());
    head
}

/// The only one that can be leased now.
async fn next(test: &TestContext) -> Effect {
    let mut leased = lease(&test.ctx).await;
    assert_eq!(leased.len(), 1);
    leased.remove(0)
}

async fn undo<W>(test: &TestContext, work: impl Fn(crate::db::Transaction) -> W)
where
    W: Future<Output = Result<crate::db::Committed<()>, EffectError>>,
{
    test.ctx.db.transact(work).await.unwrap();
}

#[tokio::test]
async fn what_is_parked_says_no_time_of_its_next_try() {
    let test = TestContext::new().await;
    let head = three_in_a_row(&test).await;
    let page = crate::page::PageRequest::parse(None, None).unwrap();
    let pending = service::list(&test.admin(), Some(EffectState::Pending), page).await;
    let pending = pending.unwrap().items;
    assert_eq!(pending.len(), 2);
    assert!(pending.iter().all(|it| it.next_attempt_at().is_none()));
    service::done(&test.ctx, head.id, done(1)).await.unwrap();
    let second = service::lookup(&test.admin(), pending[1].id).await.unwrap();
    assert_eq!(second.next_attempt_at(), Some(test.ctx.now()));
}

#[tokio::test]
async fn one_that_has_failed_lets_the_next_one_pass() {
    let test = TestContext::new().await;
    let head = three_in_a_row(&test).await;
    refuse(&test, &head).await;
    let second = next(&test).await;
    assert!(second.id > head.id);
    // The one that failed is retried, and waits for the one that is held.
    service::retry(&test.admin(), head.id).await.unwrap();
    assert!(lease(&test.ctx).await.is_empty());
    service::done(&test.ctx, second.id, done(1)).await.unwrap();
    let again = next(&test).await;
    assert_eq!((again.id, again.attempts), (head.id, 2), "it is the oldest");
    service::done(&test.ctx, head.id, done(2)).await.unwrap();
    assert!(next(&test).await.id > second.id);
}

#[tokio::test]
async fn one_that_pauses_lets_an_earlier_one_pass_that_was_retried() {
    let test = TestContext::new().await;
    let head = three_in_a_row(&test).await;
    refuse(&test, &head).await;
    let second = next(&test).await;
    service::retry(&test.admin(), head.id).await.unwrap();
    assert!(lease(&test.ctx).await.is_empty(), "the other one is held");
    let pauses = failed(1, EffectErrorCode::DiscordUnavailable);
    let reported = service::try_failed(&test.ctx, second.id, &pauses).await;
    reported.unwrap();
    assert_eq!(next(&test).await.id, head.id);
    test.clock.advance(Duration::from_secs(2));
    assert!(lease(&test.ctx).await.is_empty(), "that waits now");
    service::done(&test.ctx, head.id, done(2)).await.unwrap();
    assert_eq!(next(&test).await.id, second.id);
}

#[tokio::test]
async fn one_that_nobody_reports_on_lets_the_next_one_pass_in_the_end() {
    let test = TestContext::new().await;
    let head = three_in_a_row(&test).await;
    for _ in 1..super::super::model::MAX_ATTEMPTS {
        test.clock.advance(LEASE);
        assert_eq!(next(&test).await.id, head.id);
    }
    test.clock.advance(LEASE);
    assert!(next(&test).await.id > head.id);
    assert_eq!(state(&test, head.id).await, EffectState::Failed);
}

#[tokio::test]
async fn one_that_is_withdrawn_lets_the_next_one_pass() {
    let test = TestContext::new().await;
    let op = &test.admin();
    let (user_id, role_id) = (user(1), crate::testing::role(7));
    for is_grant in [true, true, false] {
        let reason = "because".to_owned();
        let action = if is_grant {
            grant(1)
        } else {
            EffectAction::RevokeRole {
                user_id,
                role_id,
                reason,
            }
        };
        super::ask(&test, &action).await;
    }
    let head = lease(&test.ctx).await.remove(0);
    assert!(lease(&test.ctx).await.is_empty());
    let pauses = failed(1, EffectErrorCode::DiscordUnavailable);
    let reported = service::try_failed(&test.ctx, head.id, &pauses).await;
    reported.unwrap();
    undo(&test, |mut tx| async move {
        service::withdraw_grants(&mut tx, op, user(1)).await?;
        Ok(tx.commit(()).await?)
    })
    .await;
    let left = next(&test).await;
    assert!(matches!(left.action, EffectAction::RevokeRole { .. }));
}

#[tokio::test]
async fn messages_of_whoever_is_erased_keep_nobody_waiting() {
    let test = TestContext::new().await;
    let op = &test.admin();
    let to = |user_id: i64| EffectAction::SendMessage {
        channel_id: paddock_api_types::ChannelId::new(30).unwrap(),
        notice: Notice::Verified { guild_name: None },
        post: None,
        mention: Some(user(user_id)),
    };
    for user_id in [1, 1, 2] {
        super::ask(&test, &to(user_id)).await;
    }
    lease(&test.ctx).await;
    assert!(lease(&test.ctx).await.is_empty());
    undo(&test, |mut tx| async move {
        service::erase(&mut tx, op, user(1)).await?;
        Ok(tx.commit(()).await?)
    })
    .await;
    assert_eq!(next(&test).await.action, to(2));
}

#[tokio::test]
async fn nothing_is_parked_behind_what_has_just_ended() {
    let test = TestContext::new().await;
    for _ in 0..2 {
        emit(&test, 1).await;
    }
    let now = test.ctx.now().as_millisecond();
    let due = store::queue::due(&test.ctx.db, 10, 10, now).await;
    let due = &due.unwrap().due;
    let head = lease(&test.ctx).await.remove(0);
    service::done(&test.ctx, head.id, done(1)).await.unwrap();
    // Another replica had looked before all that, and is at it only now.
    undo(&test, |mut tx| async move {
        store::queue::park(&mut tx, &due[1..], now).await?;
        Ok(tx.commit(()).await?)
    })
    .await;
    assert!(next(&test).await.id > head.id);
}

#[tokio::test]
async fn an_id_that_is_taken_is_drawn_again() {
    let test = TestContext::new().await;
    emit(&test, 1).await;
    let taken = next(&test).await.id;
    let tries = &AtomicU32::new(0);
    let ctx = &test.ctx;
    // Twice: where statements go together, the second run is the one that finds out which was refused.
    undo(&test, |mut tx| async move {
        let is_late = tries.fetch_add(1, Ordering::SeqCst) > 1;
        let id = if is_late { ctx.next_id() } else { taken };
        store::queue(&mut tx, (id, 1), guild(1), &grant(2), 0).await?;
        Ok(tx.commit(()).await?)
    })
    .await;
    assert_eq!(tries.load(Ordering::SeqCst), 3);
    assert_eq!(next(&test).await.action, grant(2));
}

/// Four workers over two replicas report whatever they like, while others queue, retry and withdraw.
#[tokio::test(flavor = "multi_thread")]
async fn whatever_happens_at_the_same_time_nothing_is_stuck_and_nothing_overtakes() {
    const EACH: i64 = 12;
    let test = TestContext::new().await;
    let all_queued = &AtomicBool::new(false);
    let performed = &std::sync::Mutex::new(BTreeMap::<String, Vec<EffectId>>::new());
    let queueing = async {
        for _ in 0..EACH {
            futures_util::join!(emit(&test, 1), emit(&test, 2), emit(&test, 3));
        }
        all_queued.store(true, Ordering::SeqCst);
    };
    let workers = (0..3_u32).map(|worker| {
        let ctx = &test.ctx;
        async move {
            let mut idle = 0;
            let mut round = worker;
            while !all_queued.load(Ordering::SeqCst) || idle < 20 {
                let leased = service::lease(ctx, 2, Duration::ZERO).await.unwrap();
                idle = if leased.is_empty() { idle + 1 } else { 0 };
                for effect in leased {
                    round += 1;
                    report(ctx, &effect, round, performed).await;
                }
                tokio::task::yield_now().await;
            }
        }
    });
    futures_util::join!(queueing, futures_util::future::join_all(workers));
    // What pauses is due by now, and in its turn.
    for _ in 0..EACH * 3 {
        test.clock.advance(Duration::from_secs(2));
        for effect in lease(&test.ctx).await {
            report(&test.ctx, &effect, 1, performed).await;
        }
    }
    let performed = std::mem::take(&mut *performed.lock().unwrap());
    for (subject, ids) in &performed {
        assert_eq!(ids.len(), usize::try_from(EACH).unwrap(), "{subject}");
        assert!(ids.is_sorted(), "{subject}: {ids:?}");
    }
    assert_eq!(performed.len(), 3);
    assert_eq!(service::count_open(&test.ctx.db).await.unwrap(), []);
}

/// Every fifth try fails for the time being.
async fn report(
    ctx: &Context,
    effect: &Effect,
    round: u32,
    performed: &std::sync::Mutex<BTreeMap<String, Vec<EffectId>>>,
) {
    if round.is_multiple_of(5) {
        let pauses = failed(effect.attempts, EffectErrorCode::DiscordUnavailable);
        service::try_failed(ctx, effect.id, &pauses).await.unwrap();
        return;
    }
    let of_subject = (effect.subject.clone(), effect.id);
    performed
        .lock()
        .unwrap()
        .entry(of_subject.0)
        .or_default()
        .push(of_subject.1);
    let report = done(effect.attempts);
    service::done(ctx, effect.id, report).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_has_each_once_while_they_change_their_states() {
    const EFFECTS: i64 = 10;
    let test = TestContext::new().await;
    for user_id in 1..=EFFECTS {
        emit(&test, user_id).await;
    }
    let all_done = Arc::new(AtomicBool::new(false));
    let (op, until) = (test.admin(), all_done.clone());
    let listing = tokio::spawn(async move {
        let page = || crate::page::PageRequest::parse(Some(50), None).unwrap();
        while !until.load(Ordering::SeqCst) {
            let listed = service::list(&op, None, page()).await.unwrap().items;
            let ids: BTreeSet<_> = listed.iter().map(|effect| effect.id).collect();
            assert_eq!((listed.len(), ids.len()), (10, 10), "{listed:?}");
            tokio::task::yield_now().await;
        }
    });
    // Each is taken and given back, and done in the end.
    for round in 1..=5 {
        test.clock.advance(Duration::from_mins(10));
        let leased = lease(&test.ctx).await;
        assert_eq!(leased.len(), 10);
        for effect in leased {
            let pauses = failed(round, EffectErrorCode::DiscordUnavailable);
            if round < 5 {
                let reported = service::try_failed(&test.ctx, effect.id, &pauses).await;
                reported.unwrap();
            } else {
                let report = done(round);
                service::done(&test.ctx, effect.id, report).await.unwrap();
            }
        }
    }
    all_done.store(true, Ordering::SeqCst);
    listing.await.unwrap();
}
