//! Finding things by what a person would call them.

use super::model::{Channel, Guild, Snowflake};
use super::{Message, World};

impl World {
    /// A user by handle, `@handle`, mention, id, global name, or nickname in `guild`.
    ///
    /// Ids and handles are unique and come first; names that several people carry find nobody.
    pub(crate) fn find_user(&self, guild: Option<Snowflake>, wanted: &str) -> Option<Snowflake> {
        let wanted = wanted.trim();
        let id = wanted
            .strip_prefix("<@")
            .and_then(|rest| rest.strip_suffix('>'));
        let id = id.map_or(wanted, |id| id.trim_start_matches('!'));
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
            let member = guild.and_then(|g| self.guilds.get(&g))?.members.get(id)?;
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

    /// A channel of `guild` by name, `#name`, mention or id.
    pub(crate) fn find_channel(&self, guild: Snowflake, wanted: &str) -> Option<Snowflake> {
        let guild = self.guilds.get(&guild)?;
        let wanted = wanted.trim();
        let id = wanted
            .strip_prefix("<#")
            .and_then(|rest| rest.strip_suffix('>'))
            .unwrap_or(wanted);
        if let Some(channel) = id.parse().ok().and_then(|id| guild.channels.get(&id)) {
            return Some(channel.id);
        }
        let name = wanted.trim_start_matches('#');
        guild
            .channels
            .values()
            .find(|c| c.name.eq_ignore_ascii_case(name))
            .map(|c| c.id)
    }

    /// A role of `guild` by name, `@name`, mention or id.
    pub(crate) fn find_role(&self, guild: Snowflake, wanted: &str) -> Option<Snowflake> {
        let guild = self.guilds.get(&guild)?;
        let wanted = wanted.trim();
        let id = wanted
            .strip_prefix("<@&")
            .and_then(|rest| rest.strip_suffix('>'));
        if let Some(role) = id
            .unwrap_or(wanted)
            .parse()
            .ok()
            .and_then(|id| guild.roles.get(&id))
        {
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

    /// A channel anywhere, with its guild when it has one.
    pub(crate) fn channel(&self, id: Snowflake) -> Option<(&Channel, Option<&Guild>)> {
        if let Some(dm) = self.dms.get(&id) {
            return Some((dm, None));
        }
        self.guilds
            .values()
            .find_map(|g| g.channels.get(&id).map(|channel| (channel, Some(g))))
    }

    /// The direct message channel between the bot and `user`, made when there is none.
    pub(crate) fn dm_with(&mut self, user: Snowflake) -> Snowflake {
        if let Some(dm) = self.dm_of(user) {
            return dm;
        }
        let id = self.clock.next_id();
        let channel = Channel {
            id,
            kind: 1,
            recipient: Some(user),
            ..Channel::default()
        };
        self.dms.insert(id, channel);
        id
    }

    /// The direct message channel between the bot and `user`, if they ever talked.
    pub(crate) fn dm_of(&self, user: Snowflake) -> Option<Snowflake> {
        self.dms
            .values()
            .find(|dm| dm.recipient == Some(user))
            .map(|dm| dm.id)
    }

    /// What stands in a channel for everyone, oldest first.
    pub(crate) fn public_messages(&self, channel: Snowflake) -> Vec<Message> {
        let here = self
            .messages
            .values()
            .filter(|m| m.channel_id == channel && !m.is_ephemeral());
        here.cloned().collect()
    }
}
