//! Who takes part: registration, and what admins decide about it.

mod enroll;
mod privacy;
mod review;
mod rights;

use super::{prelude::*, seasons::current_summary};
use crate::{
    members::discord_name,
    replies::members::{self as texts, Done},
};
use api::{
    DiscordName, Name, Reason,
    members::{BanMember, Decision, ListMembersQuery, Member, MemberStatus, RegisterMember},
};
use twilight_interactions::command::ResolvedUser;

/// Members who are shown where a name is searched.
const NAMED: u32 = 25;

pub(super) fn add(dispatch: &mut Dispatch) {
    dispatch.command(Audience::Everyone, register);
    dispatch.command(Audience::Everyone, me);
    dispatch.command(Audience::Managers, list);
    dispatch.list(&MEMBERS);
    dispatch.command(Audience::Managers, verify);
    dispatch.command(Audience::Managers, reject);
    dispatch.command(Audience::Managers, ban);
    dispatch.command(Audience::Managers, unban);
    enroll::add(dispatch);
    rights::add(dispatch);
    privacy::add(dispatch);
    review::add(dispatch);
}

/// The name of a picked member as the server shows it.
pub(super) fn name_of(member: &ResolvedUser) -> Option<DiscordName> {
    let nick = member.member.as_ref().and_then(|it| it.nick.as_deref());
    DiscordName::new(&discord_name(nick, &member.resolved)).ok()
}

#[derive(CommandModel, CreateCommand)]
#[command(name = "register", desc = "Register, or change your names")]
struct Register {
    /// Your name in the game, or your real one
    name: Text<Name>,
    /// Your game account or student number
    external_id: Option<Text<Name>>,
}

async fn register(call: Call, options: Register) -> Outcome {
    let member = RegisterMember {
        display_name: options.name.0,
        external_id: options.external_id.map(|it| it.0),
        discord_name: call.discord_name.clone(),
    };
    Ok(texts::registered(&call.write().register_member(&member).await?).into())
}

#[derive(CommandModel, CreateCommand)]
#[command(name = "me", desc = "What Paddock knows about you")]
struct ShowMe {}

async fn me(call: Call, _: ShowMe) -> Outcome {
    let me = call.api.get_me().await?;
    let summary = current_summary(&call).await?;
    Ok(texts::me(&me, summary.as_ref()).into())
}

#[derive(CommandModel, CreateCommand)]
#[command(name = "members", desc = "Who is registered, oldest first")]
struct ListMembers {
    /// Only members in this state
    status: Option<Choice<MemberStatus>>,
    /// Only members with this in their name, Discord name or external id
    name: Option<Text<Name>>,
}

impl Choices for MemberStatus {
    const CHOICES: &'static [(&'static str, Self)] = &[
        ("waiting", Self::Pending),
        ("verified", Self::Verified),
        ("rejected", Self::Rejected),
        ("banned", Self::Banned),
    ];
}

const MEMBERS: List<Option<MemberStatus>, Member> = List {
    action: "members",
    size: |_| 10,
    rows: |call, status, page| {
        Box::pin(async move {
            let query = ListMembersQuery {
                status: *status,
                ..pages::at(page)
            };
            call.api.list_members(&query).await
        })
    },
    title: |status| texts::list_title(*status).into(),
    empty: |_| texts::NO_MEMBERS.into(),
    line: texts::line,
};

async fn list(call: Call, options: ListMembers) -> Outcome {
    let status = options.status.map(|it| it.0);
    if let Some(Text(name)) = options.name {
        return named(&call, status, name).await;
    }
    Ok(MEMBERS.first(&call, &status).await?.into())
}

/// Who is called so. A name is too long for the buttons of pages: one that fits many is made longer.
async fn named(call: &Call, status: Option<MemberStatus>, name: Name) -> Outcome {
    let query = ListMembersQuery {
        status,
        name: Some(name.clone()),
        limit: Some(NAMED),
        ..ListMembersQuery::default()
    };
    let found = call.api.list_members(&query).await?;
    Ok(texts::named(&name, &found).into())
}

#[derive(CommandModel, CreateCommand)]
#[command(name = "verify", desc = "Let a member take part")]
struct Verify {
    /// Member
    member: Id<UserMarker>,
}

async fn verify(call: Call, options: Verify) -> Outcome {
    let member = call.write().verify_member(options.member.wire()).await?;
    Ok(texts::done(Done::Verified, &member).into())
}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "reject",
    desc = "Turn a registration down, or withdraw the verification"
)]
struct Reject {
    /// Member
    member: Id<UserMarker>,
    /// Reason, which the member sees
    reason: Option<Text<Reason>>,
}

async fn reject(call: Call, options: Reject) -> Outcome {
    let decision = Decision {
        reason: options.reason.map(|it| it.0),
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
    desc = "Refuse somebody everything in Paddock; Discord is not touched"
)]
struct Ban {
    /// Member, registered or not
    member: ResolvedUser,
    /// Reason, for the record
    reason: Option<Text<Reason>>,
}

async fn ban(call: Call, options: Ban) -> Outcome {
    let ban = BanMember {
        reason: options.reason.map(|it| it.0),
        discord_name: name_of(&options.member),
    };
    let user = options.member.resolved.id.wire();
    let member = call.write().ban_member(user, &ban).await?;
    Ok(texts::done(Done::Banned, &member).into())
}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "unban",
    desc = "Lift a ban; the member waits for verification again"
)]
struct Unban {
    /// Member
    member: Id<UserMarker>,
}

async fn unban(call: Call, options: Unban) -> Outcome {
    let member = call.write().unban_member(options.member.wire()).await?;
    Ok(texts::done(Done::Unbanned, &member).into())
}
