//! Changes on a Discord server that the bot does not cause.
//!
//! They are for tests: an unknown name is a mistake in the test, so they panic with that name.

use serde_json::Value;

use super::SimDiscord;
use crate::community::MemberSeed;
use crate::model::{Channel, Message, Overwrite, Presence, Role, User};
use crate::snowflake::Snowflake;
use crate::world::World;

impl SimDiscord {
    /// Creates a person, who joins the first guild. Answers their id.
    pub fn add_member(&self, member: MemberSeed) -> Snowflake {
        let home = self.home();
        self.shared.update(|world| {
            let id = member.id.unwrap_or_else(|| world.clock.next_id());
            let user = User {
                id,
                username: member.username,
                global_name: member.global_name,
                bot: member.bot,
                dm_closed: false,
                presence: Presence::default(),
            };
            world.users.insert(id, user);
            world.add_member(home, id);
            let roles = member
                .roles
                .iter()
                .filter_map(|role| world.find_role(home, role));
            let roles: Vec<_> = roles.collect();
            world.set_member_roles(home, id, roles);
            if member.nick.is_some() {
                world.set_member_nick(home, id, member.nick);
            }
            world.set_presence(id, member.presence);
            id
        })
    }

    /// An existing user joins the first guild, without roles.
    #[track_caller]
    pub fn join(&self, user: &str) {
        let (user, home) = (self.user_id(user), self.home());
        self.shared.update(|world| world.add_member(home, user));
    }

    /// A member leaves the first guild.
    #[track_caller]
    pub fn leave(&self, user: &str) {
        let (user, home) = (self.user_id(user), self.home());
        self.shared.update(|world| world.remove_member(home, user));
    }

    /// A member leaves and comes back, which costs them their roles.
    #[track_caller]
    pub fn rejoin(&self, user: &str) {
        self.leave(user);
        self.join(user);
    }

    /// A user joins and has not accepted the guild's rules yet; see [`SimDiscord::accept_rules`].
    #[track_caller]
    pub fn join_pending(&self, user: &str) {
        let (user, home) = (self.user_id(user), self.home());
        self.shared
            .update(|world| world.add_screened(home, user, true));
    }

    /// A member accepts the guild's rules.
    #[track_caller]
    pub fn accept_rules(&self, user: &str) {
        self.set_pending(user, false);
    }

    /// A member has to accept the guild's rules before they can do anything, or has accepted them.
    #[track_caller]
    pub fn set_pending(&self, user: &str, pending: bool) {
        let (user, home) = (self.user_id(user), self.home());
        self.shared
            .update(|world| world.set_pending(home, user, pending));
    }

    /// A moderator removes a member; the bot receives the same event as when they leave.
    #[track_caller]
    pub fn kick(&self, user: &str) {
        self.leave(user);
    }

    /// A member receives exactly these roles.
    #[track_caller]
    pub fn set_roles(&self, user: &str, roles: &[&str]) {
        let roles: Vec<_> = roles.iter().map(|role| self.role_id(role)).collect();
        let (user, home) = (self.user_id(user), self.home());
        self.shared
            .update(|world| world.set_member_roles(home, user, roles));
    }

    /// A member's nickname in the first guild changes.
    #[track_caller]
    pub fn set_nick(&self, user: &str, nick: Option<&str>) {
        let (user, home) = (self.user_id(user), self.home());
        let nick = nick.map(str::to_owned);
        self.shared
            .update(|world| world.set_member_nick(home, user, nick));
    }

    /// A user's status becomes `online`, `idle`, `dnd`, `invisible` or `offline` on the desktop, with these activities as on the wire.
    #[track_caller]
    pub fn set_presence(&self, user: &str, status: &str, activities: &[Value]) {
        let plain = Presence::new(status);
        self.show(
            user,
            activities.iter().cloned().fold(plain, Presence::doing),
        );
    }

    /// A user shows another status, on other platforms, or something else that they are doing.
    #[track_caller]
    pub fn show(&self, user: &str, presence: Presence) {
        let fault = presence.fault();
        assert_eq!(fault, None, "no client shows that");
        self.show_of(self.user_id(user), presence);
    }

    /// The same of a user by their id, for a load of thousands a second: finding a name takes a look at everybody.
    pub fn show_of(&self, user: Snowflake, presence: Presence) {
        self.shared
            .update(|world| world.set_presence(user, presence));
    }

    /// A user stops accepting direct messages, or accepts them again.
    #[track_caller]
    pub fn set_dm_closed(&self, user: &str, closed: bool) {
        let user = self.user_id(user);
        self.shared.update(|world| {
            if let Some(user) = world.users.get_mut(&user) {
                user.dm_closed = closed;
            }
        });
    }

    /// A member joins a voice channel, or leaves voice.
    #[track_caller]
    pub fn set_voice(&self, user: &str, channel: Option<&str>) {
        let channel = channel.map(|channel| self.channel_id(channel));
        let (user, home) = (self.user_id(user), self.home());
        self.shared
            .update(|world| world.set_voice_channel(home, user, channel));
    }

    /// Creates a role, which Discord puts at the bottom. Answers its id.
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
            world.add_role(home, role);
            id
        })
    }

    /// Deletes a role.
    #[track_caller]
    pub fn delete_role(&self, role: &str) {
        let (role, home) = (self.role_id(role), self.home());
        self.shared.update(|world| world.delete_role(home, role));
    }

    /// Moves a role to a position; the others stay where they are.
    #[track_caller]
    pub fn move_role(&self, role: &str, position: i64) {
        let (role, home) = (self.role_id(role), self.home());
        self.shared
            .update(|world| world.update_role(home, role, |role| role.position = position));
    }

    /// Changes the permissions of a role, which may be `@everyone`.
    #[track_caller]
    pub fn set_role_permissions(&self, role: &str, permissions: u64) {
        let (role, home) = (self.role_id(role), self.home());
        self.shared
            .update(|world| world.update_role(home, role, |role| role.permissions = permissions));
    }

    /// Gives the bot exactly these server-wide permissions: its own role gets them, and @everyone keeps only those that
    /// are among them.
    pub fn set_bot_permissions(&self, permissions: u64) {
        let home = self.home();
        self.shared.update(|world| {
            if let Some(own) = bot_role(world) {
                world.update_role(home, own, |role| role.permissions = permissions);
            }
            world.update_role(home, home, |everyone| everyone.permissions &= permissions);
        });
    }

    /// Creates a text channel that everyone sees. Answers its id.
    pub fn add_channel(&self, name: &str) -> Snowflake {
        let home = self.home();
        self.shared.update(|world| {
            let id = world.clock.next_id();
            let name = name.to_owned();
            world.put_channel(Channel {
                id,
                guild_id: Some(home),
                name,
                ..Channel::default()
            });
            id
        })
    }

    /// Deletes a channel with its messages and threads, or a thread.
    #[track_caller]
    pub fn delete_channel(&self, channel: &str) {
        let (channel, home) = (self.channel_id(channel), self.home());
        self.shared
            .update(|world| world.delete_channel(home, channel));
    }

    /// Grants and denies permissions in a channel to the role or the member named `whom`.
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
            assert!(channel.thread.is_none(), "a thread has no overwrites");
            channel.overwrites.retain(|other| other.id != overwrite.id);
            channel.overwrites.push(overwrite);
            world.put_channel(channel);
        });
    }

    /// A moderator deletes a message. Answers whether there was one.
    pub fn delete_message(&self, message: &Message) -> bool {
        self.shared.update(|world| world.delete_message(message.id))
    }

    /// Begins or ends an outage of the first guild.
    pub fn set_outage(&self, down: bool) {
        let home = self.home();
        self.shared.update(|world| world.set_outage(home, down));
    }

    /// The bot is removed from the first guild.
    pub fn remove_bot(&self) {
        self.shared.update(remove_bot);
    }

    /// The bot is invited to the first guild again, which restores its own role.
    pub fn invite_bot(&self) {
        self.shared.update(invite_bot);
    }

    /// Somebody removes every command of the application.
    pub fn clear_commands(&self) {
        self.shared.update(|world| world.commands.clear());
    }

    /// The developer portal allows exactly these privileged intents from now on. Sessions that have
    /// others go on until they end.
    pub fn set_privileged_intents(&self, privileged: u64) {
        self.shared
            .update(|world| world.options.privileged_intents = privileged);
    }

    /// The application has these of its privileged intents without a review from now on.
    pub fn set_limited_intents(&self, limited: u64) {
        self.shared
            .update(|world| world.options.limited_intents = limited);
    }

    /// The first guild is handed over to another member.
    #[track_caller]
    pub fn set_owner(&self, user: &str) {
        let (user, home) = (self.user_id(user), self.home());
        self.shared.update(|world| world.set_owner(home, user));
    }

    /// Dispatches any event with any body to every session of the guild's shard, whatever its intents.
    pub fn dispatch_raw(&self, event: &str, body: &Value) {
        let home = self.home();
        self.shared
            .update(|world| world.dispatch(Some(home), 0, event, body));
    }

    /// Op 7 to every client; see [`crate::GatewayHandle::request_reconnect`].
    pub fn request_reconnect(&self) {
        self.gateway().request_reconnect();
    }

    /// Op 9 to every client; see [`crate::GatewayHandle::invalidate_session`].
    pub fn invalidate_session(&self, resumable: bool) {
        self.gateway().invalidate_session(resumable);
    }
}

/// See [`SimDiscord::remove_bot`].
pub(crate) fn remove_bot(world: &mut World) {
    world.remove_member(world.home, world.bot_id);
}

/// See [`SimDiscord::invite_bot`].
pub(crate) fn invite_bot(world: &mut World) {
    let (home, bot) = (world.home, world.bot_id);
    world.add_member(home, bot);
    let own = bot_role(world);
    world.set_member_roles(home, bot, own.into_iter().collect());
}

/// The bot's own role in the first guild.
fn bot_role(world: &World) -> Option<Snowflake> {
    let mut roles = world.home_guild()?.roles.values();
    let own = roles.find(|role| role.bot_id == Some(world.bot_id));
    own.map(|role| role.id)
}
