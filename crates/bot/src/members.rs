//! Members of a server, as Discord lists and names them.

use crate::discord::{Discord, Fault, send};
use std::future::IntoFuture as _;
use twilight_model::{
    guild::Member,
    id::{
        Id,
        marker::{GuildMarker, RoleMarker, UserMarker},
    },
    user::User,
};

/// Members on one page of Discord's list: the most that it gives.
pub(crate) const PAGE_SIZE: u16 = 1000;

/// A page of the member list, which Discord sorts by id.
pub(crate) struct MemberPage {
    pub(crate) members: Vec<Member>,
    /// The last member of this page, after whom the next one begins; `None` on the last page.
    pub(crate) after: Option<Id<UserMarker>>,
}

/// The name that a server shows for a user.
pub(crate) fn discord_name(nick: Option<&str>, user: &User) -> String {
    nick.or(user.global_name.as_deref())
        .unwrap_or(&user.name)
        .to_owned()
}

/// The page after a member, or the first one.
pub(crate) async fn page(
    discord: &Discord,
    guild: Id<GuildMarker>,
    after: Option<Id<UserMarker>>,
) -> Result<MemberPage, Fault> {
    let mut request = discord.main.guild_members(guild).limit(PAGE_SIZE);
    if let Some(after) = after {
        request = request.after(after);
    }
    let members = send(request.into_future()).await?.models().await?;
    let is_last = members.len() < usize::from(PAGE_SIZE);
    let last = members.iter().map(|member| member.user.id).max();
    Ok(MemberPage {
        members,
        after: last.filter(|_| !is_last),
    })
}

/// The current holders of a role, without bots.
pub(crate) async fn holders(
    discord: &Discord,
    guild: Id<GuildMarker>,
    role: Id<RoleMarker>,
) -> Result<Vec<Id<UserMarker>>, Fault> {
    let (mut holders, mut after) = (vec![], None);
    loop {
        let page = page(discord, guild, after).await?;
        let holding = page
            .members
            .into_iter()
            .filter(|member| !member.user.bot && member.roles.contains(&role));
        holders.extend(holding.map(|member| member.user.id));
        after = page.after;
        if after.is_none() {
            return Ok(holders);
        }
    }
}
