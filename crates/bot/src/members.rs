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

/// The name that a server shows for a user.
pub(crate) fn discord_name(nick: Option<&str>, user: &User) -> String {
    nick.or(user.global_name.as_deref())
        .unwrap_or(&user.name)
        .to_owned()
}

/// Reads all members of a guild, in pages that Discord sorts by id, and maps each of them.
///
/// Fails unless `me`, the bot itself, is among them: Discord sometimes answers with an empty or a
/// partial list, which must not be taken for a server that everybody has left.
pub(crate) async fn list<T>(
    discord: &Discord,
    guild: Id<GuildMarker>,
    me: Id<UserMarker>,
    mut map: impl FnMut(Member) -> T,
) -> Result<Vec<T>, Fault> {
    let mut members = vec![];
    let mut after: Option<Id<UserMarker>> = None;
    let mut is_complete = false;
    loop {
        let mut request = discord.main.guild_members(guild).limit(PAGE_SIZE);
        if let Some(after) = after {
            request = request.after(after);
        }
        let page = send(request.into_future()).await?.models().await?;
        let is_last = page.len() < usize::from(PAGE_SIZE);
        let last = page.iter().map(|member| member.user.id).max();
        is_complete |= page.iter().any(|member| member.user.id == me);
        members.extend(page.into_iter().map(&mut map));
        after = last.filter(|_| !is_last);
        if after.is_none() {
            break;
        }
    }
    if is_complete {
        Ok(members)
    } else {
        Err(Fault::Unreachable(
            "the list of members does not contain the bot itself".to_owned(),
        ))
    }
}

/// The current holders of a role, without bots.
pub(crate) async fn holders(
    discord: &Discord,
    guild: Id<GuildMarker>,
    me: Id<UserMarker>,
    role: Id<RoleMarker>,
) -> Result<Vec<Id<UserMarker>>, Fault> {
    let members = list(discord, guild, me, |member| {
        let is_holder = !member.user.bot && member.roles.contains(&role);
        is_holder.then_some(member.user.id)
    });
    Ok(members.await?.into_iter().flatten().collect())
}
