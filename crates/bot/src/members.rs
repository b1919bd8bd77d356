//! Members of a server, as Discord lists them: a thousand at a time, by id.

use crate::discord::{Discord, Fault, send};
use std::future::IntoFuture as _;
use twilight_model::{
    guild::Member,
    id::{
        Id,
        marker::{GuildMarker, RoleMarker, UserMarker},
    },
};

/// As many as Discord gives at once.
const BATCH: u16 = 1000;

/// A part of the list.
pub(crate) struct Part {
    pub(crate) members: Vec<Member>,
    /// Where the next part begins; `None` of the last one.
    pub(crate) after: Option<Id<UserMarker>>,
}

/// The part after a member, or the first one.
pub(crate) async fn part(
    discord: &Discord,
    guild: Id<GuildMarker>,
    after: Option<Id<UserMarker>>,
) -> Result<Part, Fault> {
    let mut request = discord.main.guild_members(guild).limit(BATCH);
    if let Some(after) = after {
        request = request.after(after);
    }
    let members = send(request.into_future()).await?.models().await?;
    let is_last = members.len() < usize::from(BATCH);
    let last = members.iter().map(|member| member.user.id).max();
    Ok(Part {
        members,
        after: last.filter(|_| !is_last),
    })
}

/// Who holds a role at this moment, without bots.
pub(crate) async fn holders(
    discord: &Discord,
    guild: Id<GuildMarker>,
    role: Id<RoleMarker>,
) -> Result<Vec<Id<UserMarker>>, Fault> {
    let (mut holders, mut after) = (vec![], None);
    loop {
        let part = part(discord, guild, after).await?;
        let holding = part
            .members
            .into_iter()
            .filter(|member| !member.user.bot && member.roles.contains(&role));
        holders.extend(holding.map(|member| member.user.id));
        after = part.after;
        if after.is_none() {
            return Ok(holders);
        }
    }
}
