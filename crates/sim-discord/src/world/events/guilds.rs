//! A guild, its roles and its channels.

use serde_json::json;

use crate::intents;
use crate::model::{Channel, Role};
use crate::snowflake::Snowflake;
use crate::world::{World, wire};

impl World {
    /// Begins or ends an outage of a guild.
    pub(crate) fn set_outage(&mut self, guild: Snowflake, down: bool) {
        let Some(here) = self.guilds.get_mut(&guild) else {
            return;
        };
        here.outage = down;
        if down {
            let body = json!({"id": guild.to_string(), "unavailable": true});
            self.dispatch(Some(guild), intents::GUILDS, "GUILD_DELETE", &body);
        } else {
            self.dispatch_guild_create(guild);
        }
    }

    /// Hands a guild over to another member.
    pub(crate) fn set_owner(&mut self, guild: Snowflake, user: Snowflake) {
        let Some(here) = self.guilds.get_mut(&guild) else {
            return;
        };
        here.owner_id = user;
        let body = wire::guild(here);
        self.dispatch(Some(guild), intents::GUILDS, "GUILD_UPDATE", &body);
    }

    /// Adds a role.
    pub(crate) fn add_role(&mut self, guild: Snowflake, role: Role) {
        let body = json!({"guild_id": guild.to_string(), "role": wire::role(&role)});
        if let Some(here) = self.guilds.get_mut(&guild) {
            here.roles.insert(role.id, role);
            self.dispatch(Some(guild), intents::GUILDS, "GUILD_ROLE_CREATE", &body);
        }
    }

    /// Changes a role.
    pub(crate) fn update_role(
        &mut self,
        guild: Snowflake,
        role: Snowflake,
        change: impl FnOnce(&mut Role),
    ) {
        let hidden = self.hidden_channels(guild);
        let role = self
            .guilds
            .get_mut(&guild)
            .and_then(|here| here.roles.get_mut(&role));
        let Some(role) = role else { return };
        change(role);
        let body = json!({"guild_id": guild.to_string(), "role": wire::role(role)});
        self.dispatch(Some(guild), intents::GUILDS, "GUILD_ROLE_UPDATE", &body);
        self.announce_visibility(guild, &hidden);
    }

    /// Deletes a role. As on Discord, its members lose it without a member update each.
    pub(crate) fn delete_role(&mut self, guild: Snowflake, role: Snowflake) {
        let hidden = self.hidden_channels(guild);
        let Some(here) = self.guilds.get_mut(&guild) else {
            return;
        };
        here.roles.remove(&role);
        for member in here.members.values_mut() {
            member.roles.retain(|r| *r != role);
        }
        let body = json!({"guild_id": guild.to_string(), "role_id": role.to_string()});
        self.dispatch(Some(guild), intents::GUILDS, "GUILD_ROLE_DELETE", &body);
        self.announce_visibility(guild, &hidden);
    }

    /// Adds a channel of a guild, or replaces the one with this id.
    pub(crate) fn put_channel(&mut self, channel: Channel) {
        let Some(guild) = channel.guild_id else {
            return;
        };
        let hidden = self.hidden_channels(guild);
        let Some(here) = self.guilds.get_mut(&guild) else {
            return;
        };
        let event = match here.channels.insert(channel.id, channel.clone()) {
            Some(_) => "CHANNEL_UPDATE",
            None => "CHANNEL_CREATE",
        };
        let body = wire::announced_channel(self, &channel);
        self.dispatch(Some(guild), intents::GUILDS, event, &body);
        if hidden.contains(&channel.id) {
            self.sync_threads(guild, channel.id);
        }
    }

    /// Deletes a channel with its messages and its threads, of which Discord says nothing by themselves; or a thread.
    pub(crate) fn delete_channel(&mut self, guild: Snowflake, channel: Snowflake) {
        let here = self.guilds.get_mut(&guild);
        let Some(gone) = here.and_then(|here| here.channels.remove(&channel)) else {
            return self.delete_thread(channel);
        };
        let below = self.remove_threads_of(guild, channel);
        self.messages.retain(|_, message| {
            message.channel_id != channel && !below.contains(&message.channel_id)
        });
        let body = wire::announced_channel(self, &gone);
        self.dispatch(Some(guild), intents::GUILDS, "CHANNEL_DELETE", &body);
    }
}
