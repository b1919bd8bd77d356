//! Changes of the world that the gateway announces.
//!
//! Each method changes the state first and then dispatches, with the intents of which a session needs one.

use serde_json::{Value, json};

use super::{World, wire};
use crate::intents;
use crate::model::{Channel, Interaction, Member, Message, Presence, Role, VoiceState};
use crate::snowflake::Snowflake;

impl World {
    /// Adds a member without roles; nothing happens if `user` is one already.
    pub(crate) fn add_member(&mut self, guild: Snowflake, user: Snowflake) {
        self.add_screened(guild, user, false);
    }

    /// The same in a guild with rules; `pending` until the member accepts them.
    pub(crate) fn add_screened(&mut self, guild: Snowflake, user: Snowflake, pending: bool) {
        let joined_ms = self.clock.now_ms();
        let Some(here) = self.guilds.get_mut(&guild) else {
            return;
        };
        if here.members.contains_key(&user) {
            return;
        }
        let member = Member {
            joined_ms,
            pending,
            ..Member::default()
        };
        here.members.insert(user, member);
        if user == self.bot_id {
            self.dispatch_guild_create(guild);
            return;
        }
        let body = wire::guild_member(self, guild, user);
        self.dispatch(
            Some(guild),
            intents::GUILD_MEMBERS,
            "GUILD_MEMBER_ADD",
            &body,
        );
        if self.visible(Some(&user)).next().is_some() {
            self.dispatch_presence(guild, user);
        }
    }

    /// Removes a member with their roles and voice state.
    pub(crate) fn remove_member(&mut self, guild: Snowflake, user: Snowflake) {
        let Some(here) = self.guilds.get_mut(&guild) else {
            return;
        };
        if here.members.remove(&user).is_none() {
            return;
        }
        if here.voice.contains_key(&user) {
            self.set_voice_channel(guild, user, None);
        }
        if user == self.bot_id {
            // The guild's own commands go with the bot, also those of a later invitation.
            self.commands.retain(|it| it.guild_id != Some(guild));
            // Without `unavailable`, which would mean an outage: the bot was removed.
            let body = json!({"id": guild.to_string()});
            self.dispatch(Some(guild), intents::GUILDS, "GUILD_DELETE", &body);
            return;
        }
        let body = json!({"guild_id": guild.to_string(), "user": wire::user_by_id(self, user)});
        self.dispatch(
            Some(guild),
            intents::GUILD_MEMBERS,
            "GUILD_MEMBER_REMOVE",
            &body,
        );
    }

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

    /// Gives a member exactly these roles. As on Discord, there is no event when nothing changed.
    pub(crate) fn set_member_roles(
        &mut self,
        guild: Snowflake,
        user: Snowflake,
        mut roles: Vec<Snowflake>,
    ) {
        roles.sort_unstable();
        roles.dedup();
        let Some(member) = self.member_mut(guild, user) else {
            return;
        };
        let mut before = member.roles.clone();
        before.sort_unstable();
        if before == roles {
            return;
        }
        let hidden = self.hidden_channels(guild);
        if let Some(member) = self.member_mut(guild, user) {
            member.roles = roles;
        }
        self.dispatch_member_update(guild, user);
        self.announce_visibility(guild, &hidden);
    }

    /// Changes a member's nickname in one guild.
    pub(crate) fn set_member_nick(
        &mut self,
        guild: Snowflake,
        user: Snowflake,
        nick: Option<String>,
    ) {
        if let Some(member) = self.member_mut(guild, user) {
            member.nick = nick;
            self.dispatch_member_update(guild, user);
        }
    }

    /// A member accepts the guild's rules.
    pub(crate) fn accept_rules(&mut self, guild: Snowflake, user: Snowflake) {
        if let Some(member) = self.member_mut(guild, user) {
            member.pending = false;
            self.dispatch_member_update(guild, user);
        }
    }

    fn dispatch_member_update(&mut self, guild: Snowflake, user: Snowflake) {
        let body = wire::guild_member(self, guild, user);
        // A bot receives changes to itself whatever its intents.
        let needs = if user == self.bot_id {
            0
        } else {
            intents::GUILD_MEMBERS
        };
        self.dispatch(Some(guild), needs, "GUILD_MEMBER_UPDATE", &body);
    }

    /// Changes the presence of `user`, and announces it in each of their guilds. As on Discord, there is no event where
    /// others see no difference.
    pub(crate) fn set_presence(&mut self, user: Snowflake, mut presence: Presence) {
        presence.date(self.clock.now_ms());
        let Some(known) = self.users.get_mut(&user) else {
            return;
        };
        let is_news = known.presence.wire() != presence.wire();
        known.presence = presence;
        if is_news {
            let guilds = self.guilds.values();
            let joined = guilds.filter(|guild| guild.members.contains_key(&user));
            let joined: Vec<_> = joined.map(|guild| guild.id).collect();
            for guild in joined {
                self.dispatch_presence(guild, user);
            }
        }
    }

    fn dispatch_presence(&mut self, guild: Snowflake, user: Snowflake) {
        let Some(user) = self.users.get(&user) else {
            return;
        };
        let mut body = wire::presence(user);
        body["guild_id"] = json!(guild.to_string());
        self.dispatch(
            Some(guild),
            intents::GUILD_PRESENCES,
            "PRESENCE_UPDATE",
            &body,
        );
    }

    /// Moves a member to a voice channel, or disconnects them.
    pub(crate) fn set_voice_channel(
        &mut self,
        guild: Snowflake,
        user: Snowflake,
        channel: Option<Snowflake>,
    ) {
        let session_id = format!("voice-{user}");
        let Some(here) = self.guilds.get_mut(&guild) else {
            return;
        };
        if let Some(channel_id) = channel {
            let state = VoiceState {
                channel_id,
                session_id,
            };
            here.voice.insert(user, state);
        } else {
            here.voice.remove(&user);
        }
        let body = wire::member_voice_state(self, guild, user);
        self.dispatch(
            Some(guild),
            intents::GUILD_VOICE_STATES,
            "VOICE_STATE_UPDATE",
            &body,
        );
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
        let Some(here) = self.guilds.get_mut(&guild) else {
            return;
        };
        let event = match here.channels.insert(channel.id, channel.clone()) {
            Some(_) => "CHANNEL_UPDATE",
            None => "CHANNEL_CREATE",
        };
        let body = wire::announced_channel(self, &channel);
        self.dispatch(Some(guild), intents::GUILDS, event, &body);
    }

    /// Deletes a channel with its messages.
    pub(crate) fn delete_channel(&mut self, guild: Snowflake, channel: Snowflake) {
        let here = self.guilds.get_mut(&guild);
        let Some(gone) = here.and_then(|here| here.channels.remove(&channel)) else {
            return;
        };
        self.messages
            .retain(|_, message| message.channel_id != channel);
        let body = wire::announced_channel(self, &gone);
        self.dispatch(Some(guild), intents::GUILDS, "CHANNEL_DELETE", &body);
    }

    /// Adds a message. Ephemeral ones cause no event.
    pub(crate) fn add_message(&mut self, message: Message) {
        if !message.is_ephemeral() {
            self.dispatch_message(&message, "MESSAGE_CREATE");
        }
        self.keep_files(&message);
        self.messages.insert(message.id, message);
    }

    /// Changes a message, and counts and dates the edit.
    pub(crate) fn edit_message(
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
        self.keep_files(&message);
        if !message.is_ephemeral() {
            self.dispatch_message(&message, "MESSAGE_UPDATE");
        }
        Some(message)
    }

    /// Deletes a message. Answers whether there was one.
    pub(crate) fn delete_message(&mut self, id: Snowflake) -> bool {
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

    /// Serves the message's files from now on, also after they are removed from it.
    fn keep_files(&mut self, message: &Message) {
        let files = message.attachments.iter();
        self.files.extend(files.map(|file| (file.id, file.clone())));
    }

    fn dispatch_message(&mut self, message: &Message, event: &str) {
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

    /// Adds an interaction and dispatches it; interactions need no intent.
    pub(crate) fn start_interaction(&mut self, interaction: Interaction, data: Value) {
        let body = wire::interaction(self, &interaction, data);
        let guild = interaction.guild;
        self.interactions.insert(interaction.id, interaction);
        self.dispatch(guild, 0, "INTERACTION_CREATE", &body);
    }
}

fn message_intent(guild: Option<Snowflake>) -> u64 {
    if guild.is_some() {
        intents::GUILD_MESSAGES
    } else {
        intents::DIRECT_MESSAGES
    }
}
