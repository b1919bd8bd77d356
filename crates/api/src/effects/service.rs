//! Queueing effects, leasing them, and processing reports about them.

mod announcements;
mod lease;
mod posts;

pub(crate) use super::model::PostState;
pub(crate) use lease::lease;
pub(super) use posts::address;
pub(crate) use posts::{erase_post, post_state};

use super::model::{self, Effect, EffectError, Verdict};
use super::store;
use crate::audit;
use crate::context::Context;
use crate::db::{Database, Error, Transaction};
use crate::operation::Operation;
use crate::page::PageRequest;
use paddock_api_types::effects::{EffectAction, EffectDone, EffectFailed, EffectState, Notice};
use paddock_api_types::{ChannelId, EffectId, GuildId, Page, RoleId, UserId};
use std::time::Duration;

/// How long completed effects are kept.
const KEEP_DONE: Duration = Duration::from_hours(7 * 24);

/// Queues an effect, in the transaction of the change that causes it.
pub(crate) async fn emit(
    tx: &mut Transaction,
    op: &Operation,
    action: &EffectAction,
) -> Result<(), Error> {
    // Boxed: operations emit many, and each would hold two statements.
    Box::pin(queue(tx, &op.ctx, op.guild(), action, op.at_ms())).await
}

/// Has a member be written to; in this channel, with a mention, who accepts no direct messages.
pub(crate) async fn tell(
    tx: &mut Transaction,
    op: &Operation,
    user_id: UserId,
    fallback_channel_id: Option<ChannelId>,
    notice: Notice,
) -> Result<(), Error> {
    let action = EffectAction::DirectMessage {
        user_id,
        notice,
        fallback_channel_id,
    };
    emit(tx, op, &action).await
}

/// Queues an effect behind all that still waits for its subject.
async fn queue(
    tx: &mut Transaction,
    ctx: &Context,
    guild: GuildId,
    action: &EffectAction,
    at: i64,
) -> Result<(), Error> {
    let place = (ctx.next_id(), ctx.ids.gap());
    store::queue(tx, place, guild, action, at).await
}

/// The highest id of any effect.
pub(crate) async fn latest_id(db: &Database) -> Result<Option<i64>, Error> {
    store::latest(db).await
}

/// What is still to be done, or could not be done, for a member.
pub(crate) async fn unsettled_of_member(
    tx: &mut Transaction,
    guild: GuildId,
    user: UserId,
) -> Result<Vec<Effect>, Error> {
    store::unsettled_of(tx, guild, &format!("member:{user}")).await
}

/// Effects that wait for an admin.
pub(crate) async fn failed(db: &Database, guild: GuildId) -> Result<Vec<Effect>, Error> {
    store::failed(db, guild).await
}

/// How many effects are not done, by state, over all guilds.
pub(crate) async fn count_open(db: &Database) -> Result<Vec<(String, i64)>, Error> {
    store::count_open(db).await
}

/// Effects of a guild, newest first.
pub(crate) async fn list(
    op: &Operation,
    state: Option<EffectState>,
    page: PageRequest<1>,
) -> Result<Page<Effect>, EffectError> {
    let rows = store::list(&op.ctx.db, op.guild(), state, page).await?;
    Ok(page.page(rows, |effect| [effect.id.get()]))
}

/// Queues a failed effect again.
pub(crate) async fn retry(op: &Operation, id: EffectId) -> Result<(), EffectError> {
    op.write(|mut tx| async move {
        let effect = store::lookup(&mut tx, op.guild(), id)
            .await?
            .ok_or(EffectError::NotFound)?;
        let has_failed = effect.state == EffectState::Failed;
        if !has_failed || !store::requeue(&mut tx, &effect, op.at_ms()).await? {
            return Err(EffectError::NotFailed);
        }
        let pending = Effect {
            state: EffectState::Pending,
            ..effect.clone()
        };
        audit::changed(&mut tx, op, "effect.retried", &effect, &pending).await?;
        Ok(op.commit(tx, ()).await?)
    })
    .await
}

/// Takes a failed effect off the list.
pub(crate) async fn dismiss(op: &Operation, id: EffectId) -> Result<(), EffectError> {
    op.write(|mut tx| async move {
        let effect = store::lookup(&mut tx, op.guild(), id)
            .await?
            .ok_or(EffectError::NotFound)?;
        if !store::dismiss(&mut tx, op.guild(), id).await? {
            return Err(EffectError::NotFailed);
        }
        audit::deleted(&mut tx, op, "effect.dismissed", &effect).await?;
        Ok(op.commit(tx, ()).await?)
    })
    .await
}

/// An effect as it stands now.
pub(crate) async fn lookup(op: &Operation, id: EffectId) -> Result<Effect, EffectError> {
    let effect = store::lookup(&op.ctx.db, op.guild(), id).await?;
    effect.ok_or(EffectError::NotFound)
}

/// Processes the report that an effect was performed. Reporting it twice is harmless.
pub(crate) async fn done(
    ctx: &Context,
    id: EffectId,
    report: EffectDone,
) -> Result<(), EffectError> {
    settle(ctx, id, report, false).await
}

/// The same; the message that it is about may turn out to be `gone`, so that it can be posted anew.
async fn settle(
    ctx: &Context,
    id: EffectId,
    report: EffectDone,
    gone: bool,
) -> Result<(), EffectError> {
    let effect = store::lookup_anywhere(&ctx.db, id).await?;
    let effect = &effect.ok_or(EffectError::NotFound)?;
    let now = ctx.now().as_millisecond();
    let noted = ctx
        .db
        .transact(|mut tx| async move {
            let noted = store::mark_done(&mut tx, effect, report.attempt, now).await?;
            if let (true, Some(post), Some(message)) =
                (noted, model::posts_as(&effect.action), report.message)
            {
                store::posts::save(&mut tx, effect.guild_id, post, message, now).await?;
            }
            if let (true, Some(post)) = (noted, model::ends(&effect.action, gone)) {
                store::posts::erase(&mut tx, effect.guild_id, post).await?;
            }
            Ok::<_, EffectError>(tx.commit(noted).await?)
        })
        .await?;
    if noted {
        // The next effect of the same subject may be taken now.
        ctx.changed.notify_waiters();
        return Ok(());
    }
    match store::lookup_anywhere(&ctx.db, id).await? {
        None => Err(EffectError::NotFound),
        Some(effect) if effect.state == EffectState::Done && effect.attempts == report.attempt => {
            Ok(())
        }
        Some(_) => Err(EffectError::LeaseLost),
    }
}

/// Processes the report that an effect failed, and decides whether to retry it, or to post the message
/// elsewhere.
pub(crate) async fn try_failed(
    ctx: &Context,
    id: EffectId,
    report: &EffectFailed,
) -> Result<(), EffectError> {
    let effect = store::lookup_anywhere(&ctx.db, id).await?;
    let effect = effect.ok_or(EffectError::NotFound)?;
    if model::is_done_anyway(&effect.action, report.error) {
        let (attempt, message) = (report.attempt, None);
        return settle(ctx, id, EffectDone { attempt, message }, true).await;
    }
    let now = ctx.now();
    let asked = report
        .retry_after_ms
        .map(|ms| Duration::from_millis(ms.get().into()));
    let (state, due_at) = match model::judge(report.error, report.attempt, asked) {
        Verdict::RetryAfter(pause) => (EffectState::Pending, now + pause),
        Verdict::GiveUp => (EffectState::Failed, now),
    };
    let failed = &store::FailedTry {
        effect: &effect,
        attempt: report.attempt,
        state,
        due_at: due_at.as_millisecond(),
        error: report.error,
        detail: &report.detail,
    };
    let fallback = &model::fallback(&effect.action, report.error);
    let now = now.as_millisecond();
    let noted = ctx
        .db
        .transact(|mut tx| async move {
            let noted = store::mark_failed(&mut tx, failed, now).await?;
            if let (true, Some(action)) = (noted, fallback) {
                queue(&mut tx, ctx, effect.guild_id, action, now).await?;
            }
            Ok::<_, EffectError>(tx.commit(noted).await?)
        })
        .await?;
    if !noted {
        return Err(EffectError::LeaseLost);
    }
    ctx.changed.notify_waiters();
    Ok(())
}

/// Queues an effect, unless the same waits already and has not been taken: what is done for one is done for
/// the other. Answers which.
pub(crate) async fn emit_once(
    tx: &mut Transaction,
    op: &Operation,
    action: &EffectAction,
) -> Result<EffectId, Error> {
    let unsettled = store::unsettled_of(tx, op.guild(), &model::subject(action)).await?;
    let waits = |it: &&Effect| it.state == EffectState::Pending && it.action == *action;
    if let Some(same) = unsettled.iter().rev().find(waits) {
        return Ok(same.id);
    }
    emit(tx, op, action).await?;
    let queued = store::unsettled_of(tx, op.guild(), &model::subject(action)).await?;
    let queued = queued.last().ok_or(Error::Conflict)?;
    Ok(queued.id)
}

/// Drops the roles that a member would be given, which are owed again once the member may have them.
pub(crate) async fn withdraw_grants(
    tx: &mut Transaction,
    op: &Operation,
    user: UserId,
) -> Result<(), Error> {
    for effect in unsettled_of_member(tx, op.guild(), user).await? {
        let is_held = effect.state == EffectState::Leased;
        if !is_held && matches!(effect.action, EffectAction::GrantRole { .. }) {
            store::delete(tx, &effect, op.at_ms()).await?;
        }
    }
    Ok(())
}

/// Drops what failed for a role of a member: what is owed has changed, so that trying it again would
/// undo the change.
pub(crate) async fn supersede(
    tx: &mut Transaction,
    op: &Operation,
    user: UserId,
    role: RoleId,
) -> Result<(), Error> {
    for effect in unsettled_of_member(tx, op.guild(), user).await? {
        if effect.state == EffectState::Failed && model::role(&effect.action) == Some(role) {
            store::delete(tx, &effect, op.at_ms()).await?;
        }
    }
    Ok(())
}

/// Erases what says something of a member: messages, and whatever has ended. Roles that are still to
/// be taken name only ids. What speaks of many goes on without them.
pub(crate) async fn erase(tx: &mut Transaction, op: &Operation, user: UserId) -> Result<(), Error> {
    for effect in store::of_user(tx, op.guild(), user).await? {
        let ended = matches!(effect.state, EffectState::Done | EffectState::Failed);
        if ended || model::is_personal(&effect.action) {
            store::delete(tx, &effect, op.at_ms()).await?;
        }
    }
    for effect in store::of_nobody(tx, op.guild()).await? {
        if let Some(action) = model::without(&effect.action, user) {
            store::set_action(tx, &effect, &action).await?;
        }
    }
    Ok(())
}

/// Deletes what was done long ago, some at a time.
pub(crate) async fn purge(ctx: &Context) -> Result<(), Error> {
    store::date_back(&ctx.db, ctx.now().into()).await?;
    while store::purge(&ctx.db, ctx.now() - KEEP_DONE).await? > 0 {}
    Ok(())
}
