//! Registering, and changing one's names.

use crate::audit::{self, Audited as _};
use crate::db::Transaction;
use crate::members::model::{
    LIMITED_FOR, MAX_REGISTRATIONS, MAX_RENAMES, Member, MemberError, check_often,
};
use crate::members::store;
use crate::operation::Operation;
use crate::{effects, guilds};
use paddock_api_types::UserId;
use paddock_api_types::effects::{EffectAction, Notice};
use paddock_api_types::guilds::GuildSettings;
use paddock_api_types::members::{MemberStatus, RegisterMember, UpdateMe};
use serde::{Deserialize, Serialize};

/// The outcome of a registration.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Registered {
    /// The member as they are now.
    pub(crate) member: Member,
    /// Whether the member is new.
    pub(crate) created: bool,
}

/// Registers the caller; of one who is registered, changes the names and never the status.
pub(crate) async fn register(
    op: &Operation,
    register: RegisterMember,
) -> Result<Registered, MemberError> {
    let register = &register;
    let user_id = op.actor.user_id.ok_or(MemberError::NotRegistered)?;
    op.write(|mut tx| async move {
        let Some(mut member) = store::lookup(&mut tx, op.guild(), user_id).await? else {
            let member = applicant(op, user_id, register);
            insert(&mut tx, op, &member).await?;
            return Ok(op
                .commit(
                    tx,
                    Registered {
                        member,
                        created: true,
                    },
                )
                .await?);
        };
        let before = member.clone();
        member.display_name = register.display_name.to_string();
        // An absent field leaves the stored value as it is.
        if let Some(id) = &register.external_id {
            member.external_id = Some(id.to_string());
        }
        if let Some(name) = &register.discord_name {
            member.discord_name = Some(name.to_string());
        }
        save_names(&mut tx, op, &before, &mut member).await?;
        Ok(op
            .commit(
                tx,
                Registered {
                    member,
                    created: false,
                },
            )
            .await?)
    })
    .await
}

/// Registers the caller under a name by which they are known already, unless they are registered.
pub(crate) async fn register_known(op: &Operation, name: &str) -> Result<(), MemberError> {
    let user_id = op.actor.user_id.ok_or(MemberError::NotRegistered)?;
    op.write(|mut tx| async move {
        if store::lookup(&mut tx, op.guild(), user_id).await?.is_none() {
            insert(&mut tx, op, &newcomer(op, user_id, name)).await?;
        }
        Ok(op.commit(tx, ()).await?)
    })
    .await
}

/// Somebody who registers with these names, and waits for an admin.
pub(super) fn applicant(op: &Operation, user_id: UserId, register: &RegisterMember) -> Member {
    Member {
        external_id: register.external_id.clone().map(Into::into),
        discord_name: register.discord_name.clone().map(Into::into),
        ..newcomer(op, user_id, &register.display_name)
    }
}

/// Somebody of whom only a name is known, as they wait for an admin.
pub(super) fn newcomer(op: &Operation, user_id: UserId, name: &str) -> Member {
    Member {
        user_id,
        display_name: name.to_owned(),
        external_id: None,
        discord_name: None,
        status: MemberStatus::Pending,
        status_reason: None,
        in_guild: true,
        is_admin: false,
        api_access_since: None,
        registered_at: op.at,
        updated_at: op.at,
        version: 0,
    }
}

/// Changes the caller's names.
pub(crate) async fn update_me(op: &Operation, update: UpdateMe) -> Result<Member, MemberError> {
    let update = &update;
    let user_id = op.actor.user_id.ok_or(MemberError::NotRegistered)?;
    op.write(|mut tx| async move {
        let found = store::lookup(&mut tx, op.guild(), user_id).await?;
        let mut member = found.ok_or(MemberError::NotRegistered)?;
        let before = member.clone();
        if let Some(name) = &update.display_name {
            member.display_name = name.to_string();
        }
        if let Some(id) = &update.external_id {
            member.external_id = id.clone().map(Into::into);
        }
        save_names(&mut tx, op, &before, &mut member).await?;
        Ok(op.commit(tx, member).await?)
    })
    .await
}

async fn insert(tx: &mut Transaction, op: &Operation, member: &Member) -> Result<(), MemberError> {
    store::insert(tx, op.guild(), member).await?;
    // After the insertion, at which another registration waits: of those at the same time, the later
    // one counts the earlier.
    must_not_be_too_often(tx, op, member, "member.registered", MAX_REGISTRATIONS).await?;
    audit::created(tx, op, "member.registered", member).await?;
    let settings = guilds::service::settings(&mut *tx, op.guild()).await?;
    ask_admins(tx, op, member, &settings).await
}

/// Asks in the review channel what to do about a member, if there is one.
pub(super) async fn ask_admins(
    tx: &mut Transaction,
    op: &Operation,
    member: &Member,
    settings: &GuildSettings,
) -> Result<(), MemberError> {
    if let Some(channel_id) = settings.review_channel_id {
        let action = EffectAction::SendMessage {
            channel_id,
            notice: waiting(member),
            post: Some(review_post(member.user_id)),
            mention: None,
        };
        effects::service::emit(tx, op, &action).await?;
    }
    Ok(())
}

/// The name of the message that asks admins about a member.
pub(super) fn review_post(user: UserId) -> String {
    format!("registration:{user}")
}

fn waiting(member: &Member) -> Notice {
    Notice::RegistrationPending {
        user_id: member.user_id,
        display_name: member.display_name.clone(),
        external_id: member.external_id.clone(),
    }
}

async fn must_not_be_too_often(
    tx: &mut Transaction,
    op: &Operation,
    member: &Member,
    action: &'static str,
    limit: i64,
) -> Result<(), MemberError> {
    let recent = audit::service::recent(tx, op, &member.subject(), action, LIMITED_FOR).await?;
    check_often(recent, limit)
}

async fn save_names(
    tx: &mut Transaction,
    op: &Operation,
    before: &Member,
    member: &mut Member,
) -> Result<(), MemberError> {
    let user = member.user_id;
    if member == before {
        return Ok(());
    }
    member.updated_at = op.at;
    store::update(tx, op.guild(), member).await?;
    member.version += 1;
    must_not_be_too_often(tx, op, member, "member.renamed", MAX_RENAMES).await?;
    audit::changed(tx, op, "member.renamed", before, member).await?;
    if member.status == MemberStatus::Pending {
        // Admins should see the present names when they decide.
        let (post, notice) = (review_post(user), waiting(member));
        let action = EffectAction::EditMessage { post, notice };
        effects::service::emit(tx, op, &action).await?;
    }
    Ok(())
}
