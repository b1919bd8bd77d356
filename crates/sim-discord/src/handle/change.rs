//! Things that happen on a Discord server without the bot's doing.
//!
//! These are for tests: a name that nobody bears is a mistake in the test, so they panic and say which.

use serde_json::Value;

use super::SimDiscord;
use crate::community::MemberSeed;
use crate::gateway::GatewayHandle;
use crate::world::{Channel, Message, Overwrite, Role, Snowflake, User, World};

impl SimDiscord {
    /// A new person, who joins the first guild. Answers their id.
    pub fn add_member(&self, member: MemberSeed) -> Snowflake {
        let home = self.home();
        self.shared.update(|world| {
            let id = member.id.unwrap_or_else(|| world.clock.next_id());
            world.users.insert(
                id,
                User {
                    id,
                    username: member.username,
                    global_name: member.global_name,
                    bot: member.bot,
                    dm_closed: false,
                },
            );
            world.member_joins(home, id);
            let roles = member
                .roles
                .iter()
                .filter_map(|role| world.find_role(home, role));
            let roles: Vec<_> = roles.collect();
            world.member_roles_become(home, id, roles);
            if member.nick.is_some() {
                world.member_nick_becomes(home, id, member.nick);
            }
            if member.status != "offline" {
                world.presence_changes(id, &member.status, &[]);
            }
            id
        })
    }

    /// Someone known joins the first guild, with no roles.
    #[track_caller]
    pub fn join(&self, user: &str) {
        let (user, home) = (self.user_id(user), self.home());
        self.shared.update(|world| world.member_joins(home, user));
    }

    /// A member leaves the first guild.
    #[track_caller]
    pub fn leave(&self, user: &str) {
        let (user, home) = (self.user_id(user), self.home());
        self.shared.update(|world| world.member_leaves(home, user));
    }

    /// A member leaves and comes back, which costs them their roles.
    #[track_caller]
    pub fn rejoin(&self, user: &str) {
        self.leave(user);
        self.join(user);
    }

    /// A member is removed by a moderator; the bot hears the same as when they leave.
    #[track_caller]
    pub fn kick(&self, user: &str) {
        self.leave(user);
    }

    /// Someone gives a member exactly these roles.
    #[track_caller]
    pub fn set_roles(&self, user: &str, roles: &[&str]) {
        let roles: Vec<_> = roles.iter().map(|role| self.role_id(role)).collect();
        let (user, home) = (self.user_id(user), self.home());
        self.shared
            .update(|world| world.member_roles_become(home, user, roles));
    }

    /// A member is renamed in the first guild.
    #[track_caller]
    pub fn set_nick(&self, user: &str, nick: Option<&str>) {
        let (user, home) = (self.user_id(user), self.home());
        let nick = nick.map(str::to_owned);
        self.shared
            .update(|world| world.member_nick_becomes(home, user, nick));
    }

    /// Someone's status becomes `online`, `idle`, `dnd` or `offline`, with these activities as on the wire.
    #[track_caller]
    pub fn set_presence(&self, user: &str, status: &str, activities: &[Value]) {
        let user = self.user_id(user);
        self.shared
            .update(|world| world.presence_changes(user, status, activities));
    }

    /// Someone accepts no direct messages from now on, or accepts them again.
    #[track_caller]
    pub fn set_dm_closed(&self, user: &str, closed: bool) {
        let user = self.user_id(user);
        self.shared.update(|world| {
            if let Some(user) = world.users.get_mut(&user) {
                user.dm_closed = closed;
            }
        });
    }

    /// A member moves to a voice channel, or out of all.
    #[track_caller]
    pub fn set_voice(&self, user: &str, channel: Option<&str>) {
        let channel = channel.map(|channel| self.channel_id(channel));
        let (user, home) = (self.user_id(user), self.home());
        self.shared
            .update(|world| world.voice_changes(home, user, channel));
    }

    /// Someone makes a role, which Discord puts at the bottom. Answers its id.
    pub fn add_role(&self, name: &str) -> Snowflake {
        let home = self.home();
        self.shared.update(|world| {
            let id = world.clock.next_id();
            let role = Role {
                id,
                name: name.to_owned(),
                position: 1,
                ..Role::default()
            };
            world.role_appears(home, role);
            id
        })
    }

    /// Someone deletes a role.
    #[track_caller]
    pub fn delete_role(&self, role: &str) {
        let (role, home) = (self.role_id(role), self.home());
        self.shared.update(|world| world.role_vanishes(home, role));
    }

    /// Someone moves a role to a position; the others stay where they are.
    #[track_caller]
    pub fn move_role(&self, role: &str, position: i64) {
        let (role, home) = (self.role_id(role), self.home());
        let place = |role: &mut Role| role.position = position;
        self.shared
            .update(|world| world.role_changes(home, role, place));
    }

    /// Someone changes what a role may do; `@everyone` is one of them.
    #[track_caller]
    pub fn set_role_permissions(&self, role: &str, permissions: u64) {
        let (role, home) = (self.role_id(role), self.home());
        let grant = |role: &mut Role| role.permissions = permissions;
        self.shared
            .update(|world| world.role_changes(home, role, grant));
    }

    /// The bot has exactly these server-wide permissions from now on: its own role gets them, and @everyone keeps only
    /// what is among them.
    pub fn set_bot_permissions(&self, permissions: u64) {
        let home = self.home();
        self.shared.update(|world| {
            let bot = world.bot_id;
            let roles = world
                .guilds
                .get(&home)
                .map(|guild| guild.roles.clone())
                .unwrap_or_default();
            let own = roles.values().find(|role| role.bot_id == Some(bot));
            if let Some(own) = own {
                world.role_changes(home, own.id, |role| role.permissions = permissions);
            }
            world.role_changes(home, home, |everyone| everyone.permissions &= permissions);
        });
    }

    /// Someone makes a text channel that everyone sees. Answers its id.
    pub fn add_channel(&self, name: &str) -> Snowflake {
        let home = self.home();
        self.shared.update(|world| {
            let id = world.clock.next_id();
            let name = name.to_owned();
            world.channel_becomes(Channel {
                id,
                guild_id: Some(home),
                name,
                ..Channel::default()
            });
            id
        })
    }

    /// Someone deletes a channel.
    #[track_caller]
    pub fn delete_channel(&self, channel: &str) {
        let (channel, home) = (self.channel_id(channel), self.home());
        self.shared
            .update(|world| world.channel_vanishes(home, channel));
    }

    /// Someone grants or takes permissions in a channel, for the role or the member called `whom`.
    #[track_caller]
    pub fn set_overwrite(&self, channel: &str, whom: &str, allow: u64, deny: u64) {
        let id = self.channel_id(channel);
        let role = self.view(|view| view.role(whom)).map(|role| role.id);
        let overwrite = Overwrite {
            id: role.unwrap_or_else(|| self.user_id(whom)),
            is_role: role.is_some(),
            allow,
            deny,
        };
        self.shared.update(|world| {
            let Some(mut channel) = world.channel(id).map(|(channel, _)| channel.clone()) else {
                return;
            };
            channel.overwrites.retain(|other| other.id != overwrite.id);
            channel.overwrites.push(overwrite);
            world.channel_becomes(channel);
        });
    }

    /// A moderator deletes a message. Answers whether there was one.
    pub fn delete_message(&self, message: &Message) -> bool {
        self.shared
            .update(|world| world.message_vanishes(message.id))
    }

    /// The first guild goes down in an outage of Discord, or comes back.
    pub fn set_outage(&self, down: bool) {
        let home = self.home();
        self.shared.update(|world| world.outage(home, down));
    }

    /// The bot is removed from the first guild.
    pub fn remove_bot(&self) {
        let home = self.home();
        self.shared.update(|world| {
            let bot = world.bot_id;
            world.member_leaves(home, bot);
        });
    }

    /// The bot is invited to the first guild again and gets its own role back.
    pub fn invite_bot(&self) {
        let home = self.home();
        self.shared.update(|world| {
            let bot = world.bot_id;
            world.member_joins(home, bot);
            let roles = world
                .guilds
                .get(&home)
                .into_iter()
                .flat_map(|guild| guild.roles.values());
            let own = roles
                .filter(|role| role.bot_id == Some(bot))
                .map(|role| role.id)
                .collect();
            world.member_roles_become(home, bot, own);
        });
    }

    /// Dispatches any event with any body to every session of the guild's shard, whatever its intents.
    pub fn dispatch_raw(&self, event: &str, body: &Value) {
        let home = self.home();
        self.shared
            .update(|world: &mut World| world.dispatch(Some(home), 0, event, body));
    }

    /// Op 7 to every client; see [`GatewayHandle::request_reconnect`].
    pub fn request_reconnect(&self) {
        GatewayHandle::request_reconnect(&self.gateway());
    }

    /// Op 9 to every client; see [`GatewayHandle::invalidate_session`].
    pub fn invalidate_session(&self, resumable: bool) {
        GatewayHandle::invalidate_session(&self.gateway(), resumable);
    }
}
