//! Finding things by id, or by the name that a person would use.

use super::World;
use crate::model::{Channel, Guild, Member, Message, User};
use crate::permissions;
use crate::snowflake::Snowflake;

impl World {
    /// A user by handle, `@handle`, mention, id, global name, or nickname in `guild`.
    ///
    /// Ids and handles are unique and come first; a name that several people share finds nobody.
    pub(crate) fn find_user(&self, guild: Option<Snowflake>, wanted: &str) -> Option<Snowflake> {
        let wanted = wanted.trim();
        let id = unwrap_mention(unwrap_mention(wanted, "<@!"), "<@");
        if let Some(user) = id.parse().ok().and_then(|id| self.users.get(&id)) {
            return Some(user.id);
        }
        let name = wanted.trim_start_matches('@').to_lowercase();
        let handle = self
            .users
            .values()
            .find(|user| user.username.to_lowercase() == name);
        if let Some(user) = handle {
            return Some(user.id);
        }
        let nick = |id: &Snowflake| {
            let (_, member) = self.member(guild?, *id)?;
            member.nick.as_ref().map(|nick| nick.to_lowercase())
        };
        let mut named = self.users.values().filter(|user| {
            user.global_name
                .as_ref()
                .is_some_and(|global| global.to_lowercase() == name)
                || nick(&user.id).is_some_and(|nick| nick == name)
        });
        let first = named.next()?;
        named.next().is_none().then_some(first.id)
    }

    /// Those of the users whom others see as anything but offline.
    pub(crate) fn visible<'a>(
        &'a self,
        users: impl IntoIterator<Item = &'a Snowflake>,
    ) -> impl Iterator<Item = &'a User> {
        let known = users.into_iter().filter_map(|id| self.users.get(id));
        known.filter(|user| user.presence.is_visible())
    }

    /// A channel of `guild`, or a thread, by name, `#name`, mention or id.
    pub(crate) fn find_channel(&self, guild: Snowflake, wanted: &str) -> Option<Snowflake> {
        let guild = self.guilds.get(&guild)?;
        let wanted = wanted.trim();
        let id = unwrap_mention(wanted, "<#");
        if let Some(channel) = id.parse().ok().and_then(|id| guild.channel(id)) {
            return Some(channel.id);
        }
        let name = wanted.trim_start_matches('#');
        let mut all = guild.channels.values().chain(guild.threads.values());
        all.find(|c| c.name.eq_ignore_ascii_case(name))
            .map(|c| c.id)
    }

    /// A role of `guild` by name, `@name`, mention or id.
    pub(crate) fn find_role(&self, guild: Snowflake, wanted: &str) -> Option<Snowflake> {
        let guild = self.guilds.get(&guild)?;
        let wanted = wanted.trim();
        let id = unwrap_mention(wanted, "<@&");
        if let Some(role) = id.parse().ok().and_then(|id| guild.roles.get(&id)) {
            return Some(role.id);
        }
        // Case matters first: "Steward" and "steward" may both exist.
        let name = wanted.trim_start_matches('@');
        let exact = guild
            .roles
            .values()
            .find(|r| r.name.trim_start_matches('@') == name);
        let close = || {
            guild
                .roles
                .values()
                .find(|r| r.name.eq_ignore_ascii_case(name))
        };
        exact.or_else(close).map(|role| role.id)
    }

    /// A channel or a thread of any guild, or a channel of direct messages, with its guild if it has one.
    pub(crate) fn channel(&self, id: Snowflake) -> Option<(&Channel, Option<&Guild>)> {
        if let Some(dm) = self.dms.get(&id) {
            return Some((dm, None));
        }
        self.guilds
            .values()
            .find_map(|g| g.channel(id).map(|channel| (channel, Some(g))))
    }

    /// What `user` may do in a channel; none when there is no such channel.
    ///
    /// In direct messages both sides may do what everyone may, and nobody else anything.
    pub(crate) fn permissions_in(&self, channel: Snowflake, user: Snowflake) -> Option<u64> {
        Some(match self.channel(channel)? {
            (channel, Some(guild)) => permissions::in_channel(guild, channel, user),
            (dm, None) if dm.recipient == Some(user) || user == self.bot_id => {
                permissions::EVERYONE
            }
            (_, None) => 0,
        })
    }

    /// Whether the bot is in a guild.
    pub(crate) fn has_bot(&self, guild: Snowflake) -> bool {
        self.member(guild, self.bot_id).is_some()
    }

    /// The first seeded guild.
    pub(crate) fn home_guild(&self) -> Option<&Guild> {
        self.guilds.get(&self.home)
    }

    /// A member together with the guild.
    pub(crate) fn member(&self, guild: Snowflake, user: Snowflake) -> Option<(&Guild, &Member)> {
        let guild = self.guilds.get(&guild)?;
        Some((guild, guild.members.get(&user)?))
    }

    /// A member, to change.
    pub(crate) fn member_mut(&mut self, guild: Snowflake, user: Snowflake) -> Option<&mut Member> {
        self.guilds.get_mut(&guild)?.members.get_mut(&user)
    }

    /// The direct message channel between the bot and `user`, if they ever talked.
    pub(crate) fn find_dm_channel(&self, user: Snowflake) -> Option<Snowflake> {
        self.dms
            .values()
            .find(|dm| dm.recipient == Some(user))
            .map(|dm| dm.id)
    }

    /// A message in a channel, if everyone there sees it.
    pub(crate) fn public_message(&self, channel: Snowflake, id: Snowflake) -> Option<&Message> {
        let message = self.messages.get(&id);
        message.filter(|m| m.channel_id == channel && !m.is_ephemeral())
    }

    /// Messages in a channel that everyone there sees, oldest first.
    pub(crate) fn public_messages(&self, channel: Snowflake) -> Vec<Message> {
        let here = self
            .messages
            .values()
            .filter(|m| m.channel_id == channel && !m.is_ephemeral());
        here.cloned().collect()
    }
}

/// The id inside a mention that opens as `open`, or the text as it is.
fn unwrap_mention<'a>(text: &'a str, open: &str) -> &'a str {
    text.strip_prefix(open)
        .and_then(|rest| rest.strip_suffix('>'))
        .unwrap_or(text)
}
