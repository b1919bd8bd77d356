//! Changes of the world that the gateway tells.
//!
//! Each method changes the state first and then dispatches, naming the intents of which a session needs one.

use serde_json::{Value, json};

use super::interaction::Interaction;
use super::model::{Channel, Guild, Message, Role, Snowflake, VoiceState};
use super::{Member, World, wire};
use crate::gateway::intents;

impl World {
    /// `user` becomes a member, without roles, and is announced; nothing happens if they are one already.
    pub(crate) fn member_joins(&mut self, guild: Snowflake, user: Snowflake) {
        let joined_ms = self.clock.now_ms();
        let Some(here) = self.guilds.get_mut(&guild) else {
            return;
        };
        if here.members.contains_key(&user) {
            return;
        }
        here.members.insert(
            user,
            Member {
                joined_ms,
                ..Member::default()
            },
        );
        if user == self.bot_id {
            self.greet(guild);
            return;
        }
        let mut body = self.member_body(guild, user);
        body["guild_id"] = json!(guild.to_string());
        self.dispatch(
            Some(guild),
            intents::GUILD_MEMBERS,
            "GUILD_MEMBER_ADD",
            &body,
        );
    }

    /// `user` is a member no longer; their roles, presence and voice state go with them.
    pub(crate) fn member_leaves(&mut self, guild: Snowflake, user: Snowflake) {
        let Some(here) = self.guilds.get_mut(&guild) else {
            return;
        };
        if here.members.remove(&user).is_none() {
            return;
        }
        here.presences.remove(&user);
        if here.voice.contains_key(&user) {
            self.voice_changes(guild, user, None);
        }
        if user == self.bot_id {
            // Without `unavailable`: this is no outage, the bot was removed.
            let body = json!({"id": guild.to_string()});
            self.dispatch(Some(guild), intents::GUILDS, "GUILD_DELETE", &body);
            return;
        }
        let who = self.users.get(&user).map(wire::user).unwrap_or_default();
        let body = json!({"guild_id": guild.to_string(), "user": who});
        self.dispatch(
            Some(guild),
            intents::GUILD_MEMBERS,
            "GUILD_MEMBER_REMOVE",
            &body,
        );
    }

    /// A guild goes down or comes back, as at an outage of Discord.
    pub(crate) fn outage(&mut self, guild: Snowflake, down: bool) {
        let Some(here) = self.guilds.get_mut(&guild) else {
            return;
        };
        here.outage = down;
        if down {
            let body = json!({"id": guild.to_string(), "unavailable": true});
            self.dispatch(Some(guild), intents::GUILDS, "GUILD_DELETE", &body);
        } else {
            self.greet(guild);
        }
    }

    /// Gives a member exactly these roles. Says nothing when nothing changed, as Discord does.
    pub(crate) fn member_roles_become(
        &mut self,
        guild: Snowflake,
        user: Snowflake,
        mut roles: Vec<Snowflake>,
    ) {
        roles.sort_unstable();
        roles.dedup();
        let member = self
            .guilds
            .get_mut(&guild)
            .and_then(|here| here.members.get_mut(&user));
        let Some(member) = member else { return };
        let mut before = member.roles.clone();
        before.sort_unstable();
        if before == roles {
            return;
        }
        member.roles = roles;
        self.member_changed(guild, user);
    }

    /// Renames a member in one guild.
    pub(crate) fn member_nick_becomes(
        &mut self,
        guild: Snowflake,
        user: Snowflake,
        nick: Option<String>,
    ) {
        let member = self
            .guilds
            .get_mut(&guild)
            .and_then(|here| here.members.get_mut(&user));
        if let Some(member) = member {
            member.nick = nick;
            self.member_changed(guild, user);
        }
    }

    fn member_changed(&mut self, guild: Snowflake, user: Snowflake) {
        let mut body = self.member_body(guild, user);
        body["guild_id"] = json!(guild.to_string());
        // A bot always hears of changes to itself.
        let needs = if user == self.bot_id {
            0
        } else {
            intents::GUILD_MEMBERS
        };
        self.dispatch(Some(guild), needs, "GUILD_MEMBER_UPDATE", &body);
    }

    /// Shows `user` differently in every guild they are in: Discord tells each of them.
    pub(crate) fn presence_changes(&mut self, user: Snowflake, status: &str, activities: &[Value]) {
        let guilds: Vec<_> = self
            .guilds
            .values()
            .filter(|g| g.members.contains_key(&user))
            .map(|g| g.id)
            .collect();
        for id in guilds {
            let Some(guild) = self.guilds.get_mut(&id) else {
                continue;
            };
            guild.set_status(user, status);
            if let Some(presence) = guild.presences.get_mut(&user) {
                presence.activities = activities.to_vec();
            }
            let mut body = wire::presence(user, guild.presences.get(&user));
            body["guild_id"] = json!(id.to_string());
            self.dispatch(Some(id), intents::GUILD_PRESENCES, "PRESENCE_UPDATE", &body);
        }
    }

    /// Moves someone to a voice channel, or out of all.
    pub(crate) fn voice_changes(
        &mut self,
        guild: Snowflake,
        user: Snowflake,
        channel: Option<Snowflake>,
    ) {
        let session_id = format!("voice-{user}");
        let Some(here) = self.guilds.get_mut(&guild) else {
            return;
        };
        match channel {
            Some(channel_id) => here.voice.insert(
                user,
                VoiceState {
                    channel_id,
                    session_id,
                },
            ),
            None => here.voice.remove(&user),
        };
        let Some(here) = self.guilds.get(&guild) else {
            return;
        };
        let body = wire::member_voice_state(self, here, user);
        self.dispatch(
            Some(guild),
            intents::GUILD_VOICE_STATES,
            "VOICE_STATE_UPDATE",
            &body,
        );
    }

    /// A new role; announced.
    pub(crate) fn role_appears(&mut self, guild: Snowflake, role: Role) {
        let body = json!({"guild_id": guild.to_string(), "role": wire::role(&role)});
        if let Some(here) = self.guilds.get_mut(&guild) {
            here.roles.insert(role.id, role);
            self.dispatch(Some(guild), intents::GUILDS, "GUILD_ROLE_CREATE", &body);
        }
    }

    /// Changes a role and announces it.
    pub(crate) fn role_changes(
        &mut self,
        guild: Snowflake,
        role: Snowflake,
        change: impl FnOnce(&mut Role),
    ) {
        let role = self
            .guilds
            .get_mut(&guild)
            .and_then(|here| here.roles.get_mut(&role));
        let Some(role) = role else { return };
        change(role);
        let body = json!({"guild_id": guild.to_string(), "role": wire::role(role)});
        self.dispatch(Some(guild), intents::GUILDS, "GUILD_ROLE_UPDATE", &body);
    }

    /// Deletes a role. Its bearers lose it without a member update each, as on Discord.
    pub(crate) fn role_vanishes(&mut self, guild: Snowflake, role: Snowflake) {
        let Some(here) = self.guilds.get_mut(&guild) else {
            return;
        };
        here.roles.remove(&role);
        for member in here.members.values_mut() {
            member.roles.retain(|r| *r != role);
        }
        let body = json!({"guild_id": guild.to_string(), "role_id": role.to_string()});
        self.dispatch(Some(guild), intents::GUILDS, "GUILD_ROLE_DELETE", &body);
    }

    /// A new channel, or new properties of one.
    pub(crate) fn channel_becomes(&mut self, channel: Channel) {
        let Some(guild) = channel.guild_id else {
            return;
        };
        let body = wire::channel(self, &channel);
        let Some(here) = self.guilds.get_mut(&guild) else {
            return;
        };
        let event = match here.channels.insert(channel.id, channel) {
            Some(_) => "CHANNEL_UPDATE",
            None => "CHANNEL_CREATE",
        };
        self.dispatch(Some(guild), intents::GUILDS, event, &body);
    }

    /// Deletes a channel with all that was written in it.
    pub(crate) fn channel_vanishes(&mut self, guild: Snowflake, channel: Snowflake) {
        let here = self.guilds.get_mut(&guild);
        let Some(gone) = here.and_then(|here| here.channels.remove(&channel)) else {
            return;
        };
        self.messages
            .retain(|_, message| message.channel_id != channel);
        let body = wire::channel(self, &gone);
        self.dispatch(Some(guild), intents::GUILDS, "CHANNEL_DELETE", &body);
    }

    /// Keeps a message and tells those who may read it. Ephemeral ones are told to nobody.
    pub(crate) fn message_appears(&mut self, message: Message) {
        if !message.is_ephemeral() {
            self.tell_message(&message, "MESSAGE_CREATE");
        }
        for file in &message.attachments {
            self.files.insert(file.id, file.clone());
        }
        self.messages.insert(message.id, message);
    }

    /// Changes a message; counts and dates the edit.
    pub(crate) fn message_changes(
        &mut self,
        id: Snowflake,
        change: impl FnOnce(&mut Message),
    ) -> Option<Message> {
        let now = self.clock.now_ms();
        let message = self.messages.get_mut(&id)?;
        change(message);
        message.edited_ms = Some(now);
        message.edits += 1;
        let message = message.clone();
        for file in &message.attachments {
            self.files.insert(file.id, file.clone());
        }
        if !message.is_ephemeral() {
            self.tell_message(&message, "MESSAGE_UPDATE");
        }
        Some(message)
    }

    /// Deletes a message; answers whether there was one.
    pub(crate) fn message_vanishes(&mut self, id: Snowflake) -> bool {
        let Some(message) = self.messages.remove(&id) else {
            return false;
        };
        if !message.is_ephemeral() {
            let guild = self
                .channel(message.channel_id)
                .and_then(|(_, g)| g.map(|g| g.id));
            let mut body =
                json!({"id": id.to_string(), "channel_id": message.channel_id.to_string()});
            if let Some(guild) = guild {
                body["guild_id"] = json!(guild.to_string());
            }
            self.dispatch(guild, message_intent(guild), "MESSAGE_DELETE", &body);
        }
        true
    }

    fn tell_message(&mut self, message: &Message, event: &str) {
        let Some((_, guild)) = self.channel(message.channel_id) else {
            return;
        };
        let guild_id = guild.map(|g| g.id);
        let author = message.author_id;
        let mut body = wire::message(self, message);
        if let Some(guild) = guild {
            body["guild_id"] = json!(guild.id.to_string());
            if let Some(member) = guild.members.get(&author) {
                body["member"] = wire::bare_member(member);
                body["member"]["deaf"] = json!(false);
                body["member"]["mute"] = json!(false);
            }
        }
        let needs = message_intent(guild_id);
        let addressed = author == self.bot_id
            || guild_id.is_none()
            || message.content.contains(&format!("<@{}>", self.bot_id));
        if addressed {
            self.dispatch(guild_id, needs, event, &body);
            return;
        }
        let mut hidden = body.clone();
        hidden["content"] = json!("");
        for key in ["embeds", "attachments", "components"] {
            hidden[key] = json!([]);
        }
        self.dispatch_if(guild_id, event, |have| match have {
            _ if have & needs == 0 => None,
            _ if have & intents::MESSAGE_CONTENT == 0 => Some(&hidden),
            _ => Some(&body),
        });
    }

    /// Keeps an interaction and sends it; interactions need no intent.
    pub(crate) fn interaction_starts(&mut self, interaction: Interaction, data: Value) {
        let body = wire::interaction(self, &interaction, data);
        let guild = interaction.guild;
        self.interactions.insert(interaction.id, interaction);
        self.dispatch(guild, 0, "INTERACTION_CREATE", &body);
    }

    /// A member with their user, or null when they are none.
    pub(crate) fn member_body(&self, guild: Snowflake, user: Snowflake) -> Value {
        let member = self
            .guilds
            .get(&guild)
            .and_then(|here: &Guild| here.members.get(&user));
        member
            .map(|member| wire::member(self, user, member))
            .unwrap_or_default()
    }
}

fn message_intent(guild: Option<Snowflake>) -> u64 {
    if guild.is_some() {
        intents::GUILD_MESSAGES
    } else {
        intents::DIRECT_MESSAGES
    }
}
