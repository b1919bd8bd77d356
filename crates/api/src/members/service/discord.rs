//! What the bot reports of members: presence in the server, names and roles.

use super::decide::owe_verified_role;
use crate::audit;
use crate::context::Context;
use crate::db::{Error, Transaction};
use crate::guilds;
use crate::members::model::{Member, MemberError};
use crate::members::observe::MemberObservers;
use crate::members::store;
use crate::operation::Operation;
use crate::roles::{self, service::RoleSync};
use paddock_api_types::bot::{ReportMembers, ReportedMember};
use paddock_api_types::{GuildId, UserId};
use std::collections::{BTreeMap, BTreeSet};

/// Members per transaction: enough to share its cost, few enough not to block others.
const BATCH: usize = 50;
/// Members read at a time.
const PAGE: u32 = 500;

/// Brings the members that Paddock knows up to date with what the bot saw. Returns how many of the
/// reported ones it knows.
pub(crate) async fn report(
    ctx: &Context,
    guild: GuildId,
    report: &ReportMembers,
) -> Result<u32, MemberError> {
    let op = &Operation::system(ctx, guild);
    let reported: BTreeMap<UserId, &ReportedMember> = report
        .members
        .iter()
        .map(|member| (member.user_id, member))
        .collect();
    let (mut after, through) = match &report.range {
        Some(range) => (
            range.after.map_or(0, UserId::get),
            range.through.map_or(i64::MAX, UserId::get),
        ),
        None => match (reported.first_key_value(), reported.last_key_value()) {
            (Some((first, _)), Some((last, _))) => (first.get() - 1, last.get()),
            _ => return Ok(0),
        },
    };
    let mut known = 0;
    loop {
        let page = store::in_range(&ctx.db, guild, after, through, PAGE).await?;
        let Some(last) = page.last() else { break };
        after = last.user_id.get();
        let complete = report.range.is_some();
        let seen: Vec<_> = page
            .iter()
            .map(|member| (member.user_id, reported.get(&member.user_id).copied()))
            .filter(|(_, seen)| seen.is_some() || complete)
            .collect();
        known += seen.iter().filter(|(_, seen)| seen.is_some()).count();
        for batch in seen.chunks(BATCH) {
            ctx.db
                .transact(|mut tx| async move {
                    for (user, seen) in batch {
                        bring_up_to_date(&mut tx, op, *user, *seen).await?;
                    }
                    Ok::<_, MemberError>(tx.commit(()).await?)
                })
                .await?;
        }
    }
    ctx.wrote(guild);
    if report.range.is_some() || report.members.iter().any(|member| !member.in_guild) {
        ctx.rights_changed();
    }
    Ok(u32::try_from(known).expect("at most as many as were reported"))
}

/// `seen` is `None` for a member who is missing from a complete list.
async fn bring_up_to_date(
    tx: &mut Transaction,
    op: &Operation,
    user: UserId,
    seen: Option<&ReportedMember>,
) -> Result<(), MemberError> {
    let Some(before) = store::lookup(&mut *tx, op.guild(), user).await? else {
        return Ok(());
    };
    // First, because the observers of a return give roles.
    let unscreened = seen.is_some_and(|seen| seen.in_guild && seen.pending);
    roles::service::set_unscreened(tx, op, user, unscreened).await?;
    let mut member = before.clone();
    member.in_guild = seen.is_some_and(|seen| seen.in_guild);
    if let Some(name) = seen.and_then(|seen| seen.discord_name.as_ref()) {
        // Discord's own limit is 32; a longer name is no reason to lose the report.
        member.discord_name = Some(name.chars().take(100).collect());
    }
    if member != before {
        member.updated_at = op.at;
        store::update(tx, op.guild(), &member).await?;
    }
    if member.in_guild != before.in_guild {
        let action = if member.in_guild {
            "member.returned"
        } else {
            "member.left"
        };
        // A changed Discord name is not audited, so it stays out of this entry too.
        let moved = Member {
            in_guild: member.in_guild,
            ..before.clone()
        };
        audit::changed(tx, op, action, &before, &moved).await?;
        let observers: &MemberObservers = op.ctx.extensions.get();
        observers.notify(tx, op, &before, &member).await?;
    }
    if let Some(seen) = seen.filter(|seen| seen.in_guild) {
        let actual: BTreeSet<_> = seen.role_ids.iter().copied().collect();
        roles::service::converge(tx, op, user, &actual).await?;
    }
    Ok(())
}

/// Whether a recalculation of the roles owed to some guild's members is pending.
pub(crate) async fn has_work(ctx: &Context) -> Result<bool, Error> {
    Ok(roles::service::next_sync(&ctx.db, 0).await?.is_some())
}

/// Recalculates the roles owed to every member of guilds whose settings changed. A job: it resumes
/// where it stopped, and a failure in one guild does not affect the others.
pub(crate) async fn sync_owed_roles(ctx: &Context) -> Result<(), MemberError> {
    let (mut guild, mut outcome) = (0, Ok(()));
    while let Some(sync) = roles::service::next_sync(&ctx.db, guild).await? {
        guild = sync.guild_id.get();
        let synced = Box::pin(sync_guild(ctx, sync)).await;
        outcome = outcome.and(synced);
    }
    outcome
}

async fn sync_guild(ctx: &Context, mut sync: RoleSync) -> Result<(), MemberError> {
    let guild = sync.guild_id;
    let op = &Operation::system(ctx, guild);
    let limit = u32::try_from(BATCH).expect("a small number");
    while !ctx.stopping.is_cancelled() {
        let page = store::in_range(&ctx.db, guild, sync.after_user_id, i64::MAX, limit).await?;
        let batch: &[Member] = &page;
        let done_through = batch.last().map(|member| member.user_id);
        ctx.db
            .transact(|mut tx| async move {
                for member in batch {
                    // Read again: it may have changed since the page was read.
                    if let Some(member) = store::lookup(&mut tx, guild, member.user_id).await? {
                        // A concurrent verification retries, and reads the new setting.
                        store::touch(&mut tx, guild, &member).await?;
                        let settings = guilds::service::settings(&mut tx, guild).await?;
                        owe_verified_role(&mut tx, op, &member, &settings).await?;
                    }
                }
                roles::service::advance_sync(&mut tx, sync, done_through).await?;
                Ok::<_, MemberError>(tx.commit(()).await?)
            })
            .await?;
        ctx.changed.notify_waiters();
        match done_through {
            Some(user) => sync.after_user_id = user.get(),
            None => break,
        }
    }
    Ok(())
}
