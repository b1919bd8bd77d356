//! What admins decide about members.

use super::register::{ask_admins, newcomer, review_post};
use crate::audit::{self, because};
use crate::db::Transaction;
use crate::members::model::{self, Member, MemberError, VERIFIED_SOURCE};
use crate::members::observe::MemberObservers;
use crate::members::store;
use crate::operation::Operation;
use crate::{effects, guilds, roles};
use paddock_api_types::UserId;
use paddock_api_types::effects::{EffectAction, Notice};
use paddock_api_types::guilds::GuildSettings;
use paddock_api_types::members::{BanMember, MemberStatus, RejectMember, VerifyMember};

/// What decides about a registration.
const DECISIONS: [&str; 4] = [
    "member.verified",
    "member.rejected",
    "member.banned",
    "member.unbanned",
];

/// Verifies a member.
pub(crate) async fn verify(
    op: &Operation,
    user: UserId,
    verify: VerifyMember,
) -> Result<Member, MemberError> {
    let waiting = verify.waiting.unwrap_or_default();
    decide(op, user, "member.verified", |member| {
        must_wait(member, waiting)?;
        if member.status == MemberStatus::Banned {
            return Err(MemberError::Banned);
        }
        member.status = MemberStatus::Verified;
        member.status_reason = None;
        Ok(())
    })
    .await
}

/// Turns a registration down, or withdraws the verification with everything granted on it.
pub(crate) async fn reject(
    op: &Operation,
    user: UserId,
    reject: RejectMember,
) -> Result<Member, MemberError> {
    let waiting = reject.waiting.unwrap_or_default();
    let reason = &reject.reason.map(String::from);
    decide(op, user, "member.rejected", |member| {
        must_wait(member, waiting)?;
        model::may_turn_against(op.actor.user_id, op.ctx.root_admin_id, member)?;
        if member.status == MemberStatus::Banned {
            return Err(MemberError::Banned);
        }
        withdraw(member, MemberStatus::Rejected, reason.as_ref());
        Ok(())
    })
    .await
}

/// Bans anybody, also somebody who has not registered, under the name by which Discord knows them.
pub(crate) async fn ban(
    op: &Operation,
    user: UserId,
    ban: BanMember,
) -> Result<Member, MemberError> {
    let reason = &ban.reason.map(String::from);
    let name = ban.discord_name.map(String::from);
    let unknown = Member {
        discord_name: name.clone(),
        ..newcomer(op, user, &name.unwrap_or_else(|| user.to_string()))
    };
    decide_about(op, user, Some(unknown), "member.banned", |member| {
        model::may_turn_against(op.actor.user_id, op.ctx.root_admin_id, member)?;
        withdraw(member, MemberStatus::Banned, reason.as_ref());
        Ok(())
    })
    .await
}

/// Lifts a ban; the member waits for verification again.
pub(crate) async fn unban(op: &Operation, user: UserId) -> Result<Member, MemberError> {
    decide(op, user, "member.unbanned", |member| {
        if member.status != MemberStatus::Banned {
            return Err(MemberError::NotBanned);
        }
        withdraw(member, MemberStatus::Pending, None);
        Ok(())
    })
    .await
}

/// Makes a verified member an admin.
pub(crate) async fn grant_admin(op: &Operation, user: UserId) -> Result<Member, MemberError> {
    decide(op, user, "member.admin_granted", |member| {
        must_be_verified(member)?;
        member.is_admin = true;
        Ok(())
    })
    .await
}

/// Revokes the admin right.
pub(crate) async fn revoke_admin(op: &Operation, user: UserId) -> Result<Member, MemberError> {
    decide(op, user, "member.admin_revoked", |member| {
        member.is_admin = false;
        Ok(())
    })
    .await
}

/// Lets a verified member make API tokens.
pub(crate) async fn grant_api_access(op: &Operation, user: UserId) -> Result<Member, MemberError> {
    decide(op, user, "member.api_access_granted", |member| {
        must_be_verified(member)?;
        member.api_access_since.get_or_insert(op.at);
        Ok(())
    })
    .await
}

/// Revokes API access; tokens made under it stop working immediately.
pub(crate) async fn revoke_api_access(op: &Operation, user: UserId) -> Result<Member, MemberError> {
    decide(op, user, "member.api_access_revoked", |member| {
        member.api_access_since = None;
        Ok(())
    })
    .await
}

/// Where only a registration that waits may be decided about. Who decided is looked up for the refusal.
fn must_wait(member: &Member, waiting: bool) -> Result<(), MemberError> {
    if waiting && member.status != MemberStatus::Pending {
        return Err(MemberError::Decided {
            status: member.status,
            decided_by: None,
        });
    }
    Ok(())
}

fn must_be_verified(member: &Member) -> Result<(), MemberError> {
    match member.status {
        MemberStatus::Verified => Ok(()),
        MemberStatus::Banned => Err(MemberError::Banned),
        MemberStatus::Pending | MemberStatus::Rejected => Err(MemberError::NotVerified),
    }
}

/// Everything that depends on the verification ends with it. Repeating a decision without a reason
/// keeps the first one.
fn withdraw(member: &mut Member, status: MemberStatus, reason: Option<&String>) {
    if member.status != status || reason.is_some() {
        member.status_reason = reason.cloned();
    }
    member.status = status;
    member.is_admin = false;
    member.api_access_since = None;
}

/// Reads the member, applies `rule`, and saves the change with its consequences. Repeating a decision
/// changes nothing.
async fn decide(
    op: &Operation,
    user: UserId,
    action: &'static str,
    rule: impl Fn(&mut Member) -> Result<(), MemberError>,
) -> Result<Member, MemberError> {
    decide_about(op, user, None, action, rule).await
}

/// The same, also about somebody who has not registered, who then is `unknown`.
async fn decide_about(
    op: &Operation,
    user: UserId,
    unknown: Option<Member>,
    action: &'static str,
    rule: impl Fn(&mut Member) -> Result<(), MemberError>,
) -> Result<Member, MemberError> {
    let (rule, unknown) = (&rule, &unknown);
    op.write(|mut tx| async move {
        let found = store::lookup(&mut tx, op.guild(), user).await?;
        let is_known = found.is_some();
        let mut member = found
            .or_else(|| unknown.clone())
            .ok_or(MemberError::NotFound)?;
        let before = member.clone();
        if let Err(error) = rule(&mut member) {
            return Err(named(&mut tx, op, &before, error).await?);
        }
        if member != before {
            member.updated_at = op.at;
            if is_known {
                store::update(&mut tx, op.guild(), &member).await?;
                member.version += 1;
            } else {
                store::insert(&mut tx, op.guild(), &member).await?;
            }
            let action = because(action, user, member.status_reason.as_deref());
            let earlier = is_known.then_some(&before);
            audit::set(&mut tx, op, action, earlier, &member).await?;
            follow_up(&mut tx, op, &before, &member).await?;
        }
        Ok(op.commit_about(tx, user, member).await?)
    })
    .await
    .inspect(|_| op.ctx.rights_changed())
}

/// The refusal, with who decided before where it is about that.
async fn named(
    tx: &mut Transaction,
    op: &Operation,
    member: &Member,
    refusal: MemberError,
) -> Result<MemberError, MemberError> {
    let MemberError::Decided { status, .. } = refusal else {
        return Ok(refusal);
    };
    let decided_by = audit::last_actor(tx, op, member, DECISIONS).await?;
    Ok(MemberError::Decided { status, decided_by })
}

/// Roles and messages that follow from a change of status, or of its reason.
pub(super) async fn follow_up(
    tx: &mut Transaction,
    op: &Operation,
    before: &Member,
    member: &Member,
) -> Result<(), MemberError> {
    let is_same = before.status == member.status;
    // A reason that is given later is as much news as the decision was.
    if is_same && before.status_reason == member.status_reason {
        return Ok(());
    }
    let settings = guilds::service::settings(&mut *tx, op.guild()).await?;
    if !is_same {
        let observers: &MemberObservers = op.ctx.extensions.get();
        observers.notify(tx, op, before, member).await?;
        owe_verified_role(tx, op, member, &settings).await?;
    }
    if member.status == MemberStatus::Pending {
        // Below what was said since, so that admins see it.
        let post = review_post(member.user_id);
        effects::service::emit(tx, op, &EffectAction::DeleteMessage { post }).await?;
        ask_admins(tx, op, member, &settings).await?;
    } else if settings.review_channel_id.is_some() {
        show_decided(tx, op, member).await?;
    }
    notify_member(tx, op, member, &settings).await
}

/// Has the message in the review channel say what was decided.
async fn show_decided(
    tx: &mut Transaction,
    op: &Operation,
    member: &Member,
) -> Result<(), MemberError> {
    let notice = Notice::RegistrationReviewed {
        user_id: member.user_id,
        display_name: member.display_name.clone(),
        status: member.status,
        reason: member.status_reason.clone(),
        decided_by: op.actor.user_id,
    };
    let post = review_post(member.user_id);
    let action = EffectAction::EditMessage { post, notice };
    Ok(effects::service::emit(tx, op, &action).await?)
}

/// Notifies a member who is in the server of a verification or a rejection.
async fn notify_member(
    tx: &mut Transaction,
    op: &Operation,
    member: &Member,
    settings: &GuildSettings,
) -> Result<(), MemberError> {
    if !member.in_guild {
        return Ok(());
    }
    let guild_name = guilds::service::name(&mut *tx, op.guild()).await?;
    let notice = match member.status {
        MemberStatus::Verified => Notice::Verified { guild_name },
        MemberStatus::Rejected => Notice::Rejected {
            guild_name,
            reason: member.status_reason.clone(),
        },
        MemberStatus::Pending | MemberStatus::Banned => return Ok(()),
    };
    let fallback = settings.fallback_channel_id;
    Ok(effects::service::tell(tx, op, member.user_id, fallback, notice).await?)
}

/// Makes the role for verified members follow the member's status and the guild's setting.
pub(super) async fn owe_verified_role(
    tx: &mut Transaction,
    op: &Operation,
    member: &Member,
    settings: &GuildSettings,
) -> Result<(), MemberError> {
    let role: Vec<_> = settings
        .verified_role_id
        .filter(|_| member.is_verified())
        .into_iter()
        .collect();
    let (user, present) = (member.user_id, member.in_guild);
    roles::service::set_owed(tx, op, user, VERIFIED_SOURCE, &role, present).await?;
    Ok(())
}
