//! Changing what is owed, and comparing it with what members have.

use super::model::{self, OwedRole, Step};
pub(crate) use super::store::RoleSync;
use super::store::{self, screening};
use crate::db::{Database, Error, Transaction};
use crate::effects;
use crate::operation::Operation;
use paddock_api_types::effects::EffectAction;
use paddock_api_types::{GuildId, RoleId, UserId};
use std::collections::BTreeSet;

/// Makes the roles that `source` owes a member exactly these, and asks Discord for the difference.
///
/// With `present` unset the member is not in the server: the difference is computed when they return.
pub(crate) async fn set_owed(
    tx: &mut Transaction,
    op: &Operation,
    user: UserId,
    source: &str,
    roles: &[RoleId],
    present: bool,
) -> Result<(), Error> {
    let mut rows = store::of_member(&mut *tx, op.guild(), user).await?;
    let before = model::wanted(&rows);
    for row in rows.iter_mut().filter(|row| row.source == source) {
        let owed = roles.contains(&row.role_id);
        if row.owed != owed {
            row.owed = owed;
            store::set(tx, op.guild(), user, row, op.at_ms()).await?;
        }
    }
    for role_id in roles {
        if !rows
            .iter()
            .any(|row| row.source == source && row.role_id == *role_id)
        {
            let row = OwedRole {
                role_id: *role_id,
                source: source.to_owned(),
                owed: true,
            };
            store::set(tx, op.guild(), user, &row, op.at_ms()).await?;
            rows.push(row);
        }
    }
    for step in model::difference(&before, &model::wanted(&rows)) {
        effects::service::supersede(tx, op, user, step.role()).await?;
        if present {
            emit(tx, op, user, step).await?;
        }
    }
    Ok(())
}

/// Compares what a member has with what is owed, and asks Discord for what is missing.
pub(crate) async fn converge(
    tx: &mut Transaction,
    op: &Operation,
    user: UserId,
    actual: &BTreeSet<RoleId>,
) -> Result<(), Error> {
    let wanted = model::wanted(&store::of_member(&mut *tx, op.guild(), user).await?);
    if wanted.is_empty() {
        return Ok(());
    }
    for (role, _) in wanted
        .iter()
        .filter(|(role, wanted)| !**wanted && !actual.contains(role))
    {
        store::drop_returned(tx, op.guild(), user, *role).await?;
    }
    let missing = model::missing(&wanted, actual);
    if missing.is_empty() {
        return Ok(());
    }
    let unsettled = effects::service::unsettled_of_member(tx, op.guild(), user).await?;
    for step in missing {
        let seen_to = unsettled
            .iter()
            .any(|effect| model::covers(&effect.action, effect.state, effect.last_error, step));
        if !seen_to {
            emit(tx, op, user, step).await?;
        }
    }
    Ok(())
}

/// Records whether a member still has to accept the server's rules. Until then they are given no role,
/// also none that waits to be given.
pub(crate) async fn set_unscreened(
    tx: &mut Transaction,
    op: &Operation,
    user: UserId,
    unscreened: bool,
) -> Result<(), Error> {
    if screening::is_set(tx, op.guild(), user).await? == unscreened {
        return Ok(());
    }
    if !unscreened {
        return screening::clear(tx, op.guild(), user).await;
    }
    effects::service::withdraw_grants(tx, op, user).await?;
    screening::set(tx, op.guild(), user, op.at_ms()).await
}

/// The roles that a member should have because of Paddock.
pub(crate) async fn owed_to(
    db: &Database,
    guild: GuildId,
    user: UserId,
) -> Result<Vec<RoleId>, Error> {
    let wanted = model::wanted(&store::of_member(db, guild, user).await?);
    Ok(wanted
        .into_iter()
        .filter_map(|(role, wanted)| wanted.then_some(role))
        .collect())
}

/// Takes every owed role back and erases what was owed to the member.
pub(crate) async fn erase(
    tx: &mut Transaction,
    op: &Operation,
    user: UserId,
    present: bool,
) -> Result<(), Error> {
    let rows = store::of_member(&mut *tx, op.guild(), user).await?;
    if present {
        for (role, _) in model::wanted(&rows)
            .into_iter()
            .filter(|(_, wanted)| *wanted)
        {
            emit(tx, op, user, Step::Revoke(role)).await?;
        }
    }
    screening::clear(tx, op.guild(), user).await?;
    store::erase(tx, op.guild(), user).await
}

/// Schedules a recalculation of the owed roles of every member, which a job performs.
pub(crate) async fn schedule_sync(tx: &mut Transaction, op: &Operation) -> Result<(), Error> {
    let sync = RoleSync {
        guild_id: op.guild(),
        generation: op.ctx.next_id(),
        after_user_id: 0,
    };
    store::schedule_sync(tx, sync).await
}

/// The guild to work on after this one; 0 begins.
pub(crate) async fn next_sync(db: &Database, after_guild: i64) -> Result<Option<RoleSync>, Error> {
    store::next_sync(db, after_guild).await
}

/// Saves the progress, in the transaction that made it; `None` ends the work.
pub(crate) async fn advance_sync(
    tx: &mut Transaction,
    sync: RoleSync,
    done_through: Option<UserId>,
) -> Result<(), Error> {
    match done_through {
        Some(user) => store::advance_sync(tx, sync, user.get()).await,
        None => store::end_sync(tx, sync).await,
    }
}

async fn emit(
    tx: &mut Transaction,
    op: &Operation,
    user_id: UserId,
    step: Step,
) -> Result<(), Error> {
    if matches!(step, Step::Grant(_)) && screening::is_set(tx, op.guild(), user_id).await? {
        return Ok(());
    }
    let action = match step {
        Step::Grant(role_id) => EffectAction::GrantRole {
            user_id,
            role_id,
            reason: "Owed by Paddock".to_owned(),
        },
        Step::Revoke(role_id) => EffectAction::RevokeRole {
            user_id,
            role_id,
            reason: "No longer owed by Paddock".to_owned(),
        },
    };
    effects::service::emit(tx, op, &action).await
}
