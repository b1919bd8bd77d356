//! Who is in a guild, with which roles and under which name.

use serde_json::json;

use crate::intents;
use crate::model::Member;
use crate::snowflake::Snowflake;
use crate::world::{World, wire};

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
            self.dispatch_anyway(Some(guild), "GUILD_DELETE", |have| {
                (have & intents::GUILDS != 0).then_some(&body)
            });
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

    /// A member accepts the guild's rules, or has to accept them first. There is no event when nothing changed.
    pub(crate) fn set_pending(&mut self, guild: Snowflake, user: Snowflake, pending: bool) {
        let member = self.member_mut(guild, user);
        if let Some(member) = member.filter(|member| member.pending != pending) {
            member.pending = pending;
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
}
