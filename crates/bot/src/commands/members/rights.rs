//! `/admin` and `/access`: what verified members may do beyond taking part.

use crate::{
    answer::{Answer, Failure, Reply},
    call::Call,
    commands::manage_server,
    dispatch::{Dispatch, Later, Outcome, Pressed},
    ids::ToWire as _,
    pages::{self, Look, Position},
    replies::members::{self as texts, Done},
};
use paddock_api_types::members::ListMembersQuery;
use twilight_interactions::command::{CommandModel, CreateCommand};
use twilight_model::id::{Id, marker::UserMarker};

/// Action of the buttons under `/admin list`.
const PAGE: &str = "admins";
/// Admins on one page.
const PAGE_SIZE: u32 = 10;

pub(super) fn add(dispatch: &mut Dispatch) {
    dispatch.command(admin);
    dispatch.button(PAGE, Later::Update, turn);
    dispatch.command(access);
}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "admin",
    desc = "Who administers Paddock here",
    default_permissions = "manage_server",
    contexts = "guild",
    integration_types = "guild_install"
)]
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
    /// Whom
    member: Id<UserMarker>,
}

#[derive(CommandModel, CreateCommand)]
#[command(name = "revoke", desc = "Take admin from a member")]
struct RevokeAdmin {
    /// From whom
    member: Id<UserMarker>,
}

#[derive(CommandModel, CreateCommand)]
#[command(name = "list", desc = "Admins granted in Paddock")]
struct ListAdmins {}

async fn admin(call: Call, options: Admin) -> Outcome {
    let reply = match options {
        Admin::Grant(GrantAdmin { member }) => {
            let member = call.write().grant_admin(member.wire()).await?;
            texts::done(Done::AdminGranted, &member)
        }
        Admin::Revoke(RevokeAdmin { member }) => {
            let member = call.write().revoke_admin(member.wire()).await?;
            texts::done(Done::AdminRevoked, &member)
        }
        Admin::List(ListAdmins {}) => page(&call, Position::first("-")).await?,
    };
    Ok(reply.into())
}

async fn turn(call: Call, pressed: Pressed) -> Outcome {
    Ok(Answer::Update(
        page(&call, Position::read(&pressed.arguments)?).await?,
    ))
}

async fn page(call: &Call, position: Position) -> Result<Reply, Failure> {
    let fetch = async |limit, cursor| {
        let query = ListMembersQuery {
            admin: Some(true),
            limit: Some(limit),
            cursor,
            ..ListMembersQuery::default()
        };
        call.api.list_members(&query).await
    };
    let look = Look {
        action: PAGE,
        title: "Paddock admins",
        empty: texts::NO_ADMINS,
    };
    pages::show(look, position, PAGE_SIZE, fetch, texts::line).await
}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "access",
    desc = "Who may make API tokens",
    default_permissions = "manage_server",
    contexts = "guild",
    integration_types = "guild_install"
)]
enum Access {
    #[command(name = "grant")]
    Grant(GrantAccess),
    #[command(name = "revoke")]
    Revoke(RevokeAccess),
}

#[derive(CommandModel, CreateCommand)]
#[command(name = "grant", desc = "Let a verified member make API tokens")]
struct GrantAccess {
    /// Whom
    member: Id<UserMarker>,
}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "revoke",
    desc = "Take API access from a member; their tokens stop working at once"
)]
struct RevokeAccess {
    /// From whom
    member: Id<UserMarker>,
}

async fn access(call: Call, options: Access) -> Outcome {
    let reply = match options {
        Access::Grant(GrantAccess { member }) => {
            let member = call.write().grant_api_access(member.wire()).await?;
            texts::done(Done::AccessGranted, &member)
        }
        Access::Revoke(RevokeAccess { member }) => {
            let member = call.write().revoke_api_access(member.wire()).await?;
            texts::done(Done::AccessRevoked, &member)
        }
    };
    Ok(reply.into())
}
