//! Who takes part: registration, and what admins decide about it.

mod enroll;
mod privacy;
mod review;
mod rights;

use super::{prelude::*, seasons::current_summary};
use crate::{
    members::discord_name,
    pages::from_wire_name,
    replies::members::{self as texts, Done},
};
use api::{
    DiscordName, ErrorCode, Name, Reason,
    members::{
        BanMember, ListMembersQuery, Member, MemberStatus, RegisterMember, RejectMember,
        VerifyMember,
    },
};
use paddock_api_client::Error;
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
    let user = options.member.wire();
    let waiting = VerifyMember {
        waiting: Some(true),
    };
    let member = match call.write().verify_member(user, Some(&waiting)).await {
        Err(error) if is_other_decision(&error, MemberStatus::Verified) => {
            call.write().verify_member(user, None).await?
        }
        outcome => outcome?,
    };
    Ok(texts::done(Done::Verified, &member).into())
}

/// Whether it is refused because of another decision than this one. A command takes that back; where the
/// same was decided, its answer is who did.
fn is_other_decision(error: &Error, wanted: MemberStatus) -> bool {
    let status = error.problem().and_then(|it| it.params.get("status"));
    let decided = status.and_then(|it| from_wire_name::<MemberStatus>(it.as_str()?));
    error.code() == Some(ErrorCode::MemberDecided) && decided != Some(wanted)
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
    let user = options.member.wire();
    let mut reject = RejectMember {
        reason: options.reason.map(|it| it.0),
        waiting: Some(true),
    };
    let member = match call.write().reject_member(user, &reject).await {
        // A reason can be given later.
        Err(error)
            if error.code() == Some(ErrorCode::MemberDecided)
                && (reject.reason.is_some()
                    || is_other_decision(&error, MemberStatus::Rejected)) =>
        {
            reject.waiting = None;
            call.write().reject_member(user, &reject).await?
        }
        outcome => outcome?,
    };
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
