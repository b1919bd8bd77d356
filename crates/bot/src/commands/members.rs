//! Who takes part: registration, and what admins decide about it.

mod privacy;
mod review;
mod rights;

use super::{manage_server, seasons::current_summary};
use crate::{
    answer::{Answer, Failure, Reply},
    call::Call,
    dispatch::{Dispatch, Later, Outcome, Pressed},
    ids::ToWire as _,
    pages::{self, Look, Position},
    replies::members::{self as texts, Done},
};
use paddock_api_types::members::{Decision, ListMembersQuery, MemberStatus, RegisterMember};
use twilight_interactions::command::{CommandModel, CommandOption, CreateCommand, CreateOption};
use twilight_model::id::{Id, marker::UserMarker};

/// Action of the buttons under `/members`.
const PAGE: &str = "members";
/// Members on one page.
const PAGE_SIZE: u32 = 10;

pub(super) fn add(dispatch: &mut Dispatch) {
    dispatch.command(register);
    dispatch.command(me);
    dispatch.command(list);
    dispatch.button(PAGE, Later::Update, turn);
    dispatch.command(verify);
    dispatch.command(reject);
    dispatch.command(ban);
    dispatch.command(unban);
    rights::add(dispatch);
    privacy::add(dispatch);
    review::add(dispatch);
}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "register",
    desc = "Register, or change your names",
    contexts = "guild",
    integration_types = "guild_install"
)]
struct Register {
    /// Your name in the game, or your real one
    #[command(min_length = 1, max_length = 60)]
    name: String,
    /// Your game account or student number
    #[command(min_length = 1, max_length = 60)]
    external_id: Option<String>,
}

async fn register(call: Call, options: Register) -> Outcome {
    let member = RegisterMember {
        display_name: options.name,
        external_id: options.external_id,
        discord_name: call.discord_name.clone(),
    };
    Ok(texts::registered(&call.write().register_member(&member).await?).into())
}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "me",
    desc = "What Paddock knows about you",
    contexts = "guild",
    integration_types = "guild_install"
)]
struct ShowMe {}

async fn me(call: Call, _: ShowMe) -> Outcome {
    let me = call.api.get_me().await?;
    let summary = current_summary(&call).await?;
    Ok(texts::me(&me, summary.as_ref()).into())
}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "members",
    desc = "Who is registered, oldest first",
    default_permissions = "manage_server",
    contexts = "guild",
    integration_types = "guild_install"
)]
struct List {
    /// Only those who stand here
    status: Option<Status>,
}

#[derive(Debug, Clone, Copy, CommandOption, CreateOption)]
enum Status {
    #[option(name = "waiting", value = "pending")]
    Pending,
    #[option(name = "verified", value = "verified")]
    Verified,
    #[option(name = "rejected", value = "rejected")]
    Rejected,
    #[option(name = "banned", value = "banned")]
    Banned,
}

async fn list(call: Call, options: List) -> Outcome {
    let parameter = options.status.map_or("-", |status| status.value());
    Ok(page(&call, Position::first(parameter)).await?.into())
}

async fn turn(call: Call, pressed: Pressed) -> Outcome {
    Ok(Answer::Update(
        page(&call, Position::read(&pressed.arguments)?).await?,
    ))
}

async fn page(call: &Call, position: Position) -> Result<Reply, Failure> {
    let status = match position.parameter.as_str() {
        "-" => None,
        name => Some(read_status(name).ok_or(Failure::Outdated)?),
    };
    let fetch = async |limit, cursor| {
        let query = ListMembersQuery {
            status,
            limit: Some(limit),
            cursor,
            ..ListMembersQuery::default()
        };
        call.api.list_members(&query).await
    };
    let look = Look {
        action: PAGE,
        title: texts::list_title(status),
        empty: texts::NO_MEMBERS,
    };
    pages::show(look, position, PAGE_SIZE, fetch, texts::line).await
}

fn read_status(name: &str) -> Option<MemberStatus> {
    serde_json::from_value(name.into()).ok()
}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "verify",
    desc = "Let a member take part",
    default_permissions = "manage_server",
    contexts = "guild",
    integration_types = "guild_install"
)]
struct Verify {
    /// Whom
    member: Id<UserMarker>,
}

async fn verify(call: Call, options: Verify) -> Outcome {
    let member = call.write().verify_member(options.member.wire()).await?;
    Ok(texts::done(Done::Verified, &member).into())
}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "reject",
    desc = "Turn a registration down, or withdraw the verification",
    default_permissions = "manage_server",
    contexts = "guild",
    integration_types = "guild_install"
)]
struct Reject {
    /// Whom
    member: Id<UserMarker>,
    /// Why; the member is told
    #[command(min_length = 1, max_length = 400)]
    reason: Option<String>,
}

async fn reject(call: Call, options: Reject) -> Outcome {
    let decision = Decision {
        reason: options.reason,
    };
    let member = call
        .write()
        .reject_member(options.member.wire(), &decision)
        .await?;
    Ok(texts::done(Done::Rejected, &member).into())
}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "ban",
    desc = "Refuse a member everything in Paddock; Discord is not touched",
    default_permissions = "manage_server",
    contexts = "guild",
    integration_types = "guild_install"
)]
struct Ban {
    /// Whom
    member: Id<UserMarker>,
    /// Why
    #[command(min_length = 1, max_length = 400)]
    reason: Option<String>,
}

async fn ban(call: Call, options: Ban) -> Outcome {
    let decision = Decision {
        reason: options.reason,
    };
    let member = call
        .write()
        .ban_member(options.member.wire(), &decision)
        .await?;
    Ok(texts::done(Done::Banned, &member).into())
}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "unban",
    desc = "Lift a ban; the member waits for verification again",
    default_permissions = "manage_server",
    contexts = "guild",
    integration_types = "guild_install"
)]
struct Unban {
    /// Whom
    member: Id<UserMarker>,
}

async fn unban(call: Call, options: Unban) -> Outcome {
    let member = call.write().unban_member(options.member.wire()).await?;
    Ok(texts::done(Done::Unbanned, &member).into())
}
