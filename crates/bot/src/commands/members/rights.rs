//! `/admin` and `/access`: what verified members may do beyond taking part.

use crate::{
    commands::prelude::*,
    replies::members::{self as texts, Done},
};
use api::members::{ListMembersQuery, Member};

pub(super) fn add(dispatch: &mut Dispatch) {
    dispatch.command(Audience::Managers, admin);
    dispatch.list(&ADMINS);
    dispatch.command(Audience::Managers, access);
}

#[derive(CommandModel, CreateCommand)]
#[command(name = "admin", desc = "Who administers Paddock here")]
enum Admin {
    #[command(name = "grant")]
    Grant(GrantAdmin),
    #[command(name = "revoke")]
    Revoke(RevokeAdmin),
    #[command(name = "list")]
    List(ListAdmins),
}

#[derive(CommandModel, CreateCommand)]
#[command(name = "grant", desc = "Make a verified member an admin")]
struct GrantAdmin {
    /// Member
    member: Id<UserMarker>,
}

#[derive(CommandModel, CreateCommand)]
#[command(name = "revoke", desc = "Take admin from a member")]
struct RevokeAdmin {
    /// Member
    member: Id<UserMarker>,
}

#[derive(CommandModel, CreateCommand)]
#[command(name = "list", desc = "Admins granted in Paddock")]
struct ListAdmins {}

const ADMINS: List<(), Member> = List {
    action: "admins",
    size: |()| 10,
    rows: |call, (), page| {
        Box::pin(async move {
            let query = ListMembersQuery {
                admin: Some(true),
                ..pages::at(page)
            };
            call.api.list_members(&query).await
        })
    },
    title: |()| texts::ADMINS_TITLE.into(),
    empty: |()| texts::NO_ADMINS.into(),
    line: texts::line,
};

async fn admin(call: Call, options: Admin) -> Outcome {
    let reply = match options {
        Admin::Grant(GrantAdmin { member }) => {
            let member = call.write().grant_admin(member.wire()).await?;
            texts::done(Done::AdminGranted, &member)
        }
        Admin::Revoke(RevokeAdmin { member }) => {
            let before = call.api.get_member(member.wire()).await?;
            if before.admin {
                let member = call.write().revoke_admin(member.wire()).await?;
                texts::done(Done::AdminRevoked, &member)
            } else {
                texts::no_admin(&before)
            }
        }
        Admin::List(ListAdmins {}) => ADMINS.first(&call, &()).await?,
    };
    Ok(reply.into())
}

#[derive(CommandModel, CreateCommand)]
#[command(name = "access", desc = "Who may make API tokens")]
enum Access {
    #[command(name = "grant")]
    Grant(GrantAccess),
    #[command(name = "revoke")]
    Revoke(RevokeAccess),
}

#[derive(CommandModel, CreateCommand)]
#[command(name = "grant", desc = "Let a verified member make API tokens")]
struct GrantAccess {
    /// Member
    member: Id<UserMarker>,
}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "revoke",
    desc = "Take API access from a member; their tokens stop working immediately"
)]
struct RevokeAccess {
    /// Member
    member: Id<UserMarker>,
}

async fn access(call: Call, options: Access) -> Outcome {
    let reply = match options {
        Access::Grant(GrantAccess { member }) => {
            let member = call.write().grant_api_access(member.wire()).await?;
            texts::done(Done::AccessGranted, &member)
        }
        Access::Revoke(RevokeAccess { member }) => {
            let before = call.api.get_member(member.wire()).await?;
            if before.api_access {
                let member = call.write().revoke_api_access(member.wire()).await?;
                texts::done(Done::AccessRevoked, &member)
            } else {
                texts::no_access(&before)
            }
        }
    };
    Ok(reply.into())
}
