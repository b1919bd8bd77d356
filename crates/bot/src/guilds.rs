//! The bot's copy of each guild: enough to compute permissions, the members' and its own.
//!
//! Created by `GUILD_CREATE`, updated by the events that follow in the order of the gateway, and
//! stored beside the session, because a resumed session sends no `GUILD_CREATE` again.

mod channel;

use crate::{ids::ToWire as _, shards::shard_of};
use channel::KnownChannel;
use paddock_api_types::bot::{BotStanding, GuildChannel, GuildRole, ReportGuild};
use paddock_api_types::{BoundedText as _, ServerName};
use serde::{Deserialize, Serialize};
use std::{
    collections::{HashMap, HashSet},
    sync::{PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard},
};
use twilight_gateway::Event;
use twilight_model::{
    channel::Channel,
    gateway::payload::incoming::{GuildCreate, GuildDelete, Ready},
    guild::{Guild, Permissions, Role},
    id::{
        Id,
        marker::{ChannelMarker, GuildMarker, RoleMarker, UserMarker},
    },
};
use twilight_util::permission_calculator::PermissionCalculator;

/// The guilds of this process.
#[derive(Debug, Default)]
pub(crate) struct Guilds {
    known: RwLock<Known>,
}

/// The guilds in the form in which they are stored.
#[derive(Debug, Default, Clone, Serialize, Deserialize)]
pub(crate) struct Known {
    /// The bot's own user, known from READY on.
    me: Option<Id<UserMarker>>,
    guilds: HashMap<Id<GuildMarker>, KnownGuild>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct KnownGuild {
    name: String,
    owner: Id<UserMarker>,
    roles: HashMap<Id<RoleMarker>, KnownRole>,
    channels: HashMap<Id<ChannelMarker>, KnownChannel>,
    /// The bot's own roles, once an event contained them.
    my_roles: Option<Vec<Id<RoleMarker>>>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct KnownRole {
    name: String,
    position: i64,
    managed: bool,
    permissions: Permissions,
}

impl Guilds {
    /// Continues from what was stored.
    pub(crate) fn restore(&self, known: Known) {
        *self.write() = known;
    }

    /// What to store.
    pub(crate) fn snapshot(&self) -> Known {
        self.read().clone()
    }

    /// The ids of all guilds.
    pub(crate) fn ids(&self) -> Vec<Id<GuildMarker>> {
        self.read().guilds.keys().copied().collect()
    }

    /// A user's permissions in the whole guild, if the guild is known.
    pub(crate) fn permissions_of(
        &self,
        guild: Id<GuildMarker>,
        user: Id<UserMarker>,
        roles: &[Id<RoleMarker>],
    ) -> Option<Permissions> {
        let known = self.read();
        let known = known.guilds.get(&guild)?;
        let roles = known.permissions_by_role(roles);
        Some(known.calculator(guild, user, &roles).root())
    }

    /// The bot's own user; `None` before the first READY.
    pub(crate) fn me(&self) -> Option<Id<UserMarker>> {
        self.read().me
    }

    /// The name of a role, if it is known.
    pub(crate) fn role_name(&self, guild: Id<GuildMarker>, role: Id<RoleMarker>) -> Option<String> {
        let known = self.read();
        let role = known.guilds.get(&guild)?.roles.get(&role)?;
        Some(role.name.clone())
    }

    /// The report of a guild to the API, which says whether the bot has the Server Members intent;
    /// `None` until the bot knows its own roles there.
    pub(crate) fn report(
        &self,
        guild: Id<GuildMarker>,
        members_intent: bool,
    ) -> Option<ReportGuild> {
        let known = self.read();
        let me = known.me?;
        let found = known.guilds.get(&guild)?;
        found.report(guild, me, members_intent)
    }

    /// Whether the bot is in this guild.
    pub(crate) fn knows(&self, guild: Id<GuildMarker>) -> bool {
        self.read().guilds.contains_key(&guild)
    }

    /// Updates the guilds by an event; gives the guild whose report it changes.
    pub(crate) fn apply(&self, event: &Event) -> Option<Id<GuildMarker>> {
        let mut known = self.write();
        match event {
            Event::Ready(ready) => {
                known.me = Some(ready.user.id);
                known.remove_left(ready);
                None
            }
            Event::GuildCreate(create) => known.join(create),
            Event::GuildDelete(gone) => {
                if is_removal(gone) {
                    known.guilds.remove(&gone.id);
                }
                None
            }
            Event::GuildUpdate(update) => known.change(update.id, |guild| {
                guild.name.clone_from(&update.name);
                guild.owner = update.owner_id;
            }),
            Event::RoleCreate(new) => known.change(new.guild_id, |guild| guild.put_role(&new.role)),
            Event::RoleUpdate(new) => known.change(new.guild_id, |guild| guild.put_role(&new.role)),
            Event::RoleDelete(gone) => known.change(gone.guild_id, |guild| {
                guild.roles.remove(&gone.role_id);
            }),
            Event::ChannelCreate(new) => known.put_channel(new),
            Event::ChannelUpdate(new) => known.put_channel(new),
            Event::ChannelDelete(gone) => known.change(gone.guild_id?, |guild| {
                guild.channels.remove(&gone.id);
            }),
            Event::MemberUpdate(member) if Some(member.user.id) == known.me => {
                known.change(member.guild_id, |guild| {
                    guild.my_roles = Some(member.roles.clone());
                })
            }
            _ => None,
        }
    }

    fn read(&self) -> RwLockReadGuard<'_, Known> {
        self.known.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn write(&self) -> RwLockWriteGuard<'_, Known> {
        self.known.write().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Whether the bot was removed from the guild; otherwise Discord has an outage and the guild comes
/// back.
pub(crate) fn is_removal(gone: &GuildDelete) -> bool {
    gone.unavailable != Some(true)
}

impl Known {
    /// Removes the guilds of a shard that its new session does not name: the bot was removed from them
    /// while it was disconnected.
    fn remove_left(&mut self, ready: &Ready) {
        let (shard, total) = ready.shard.map_or((0, 1), |id| (id.number(), id.total()));
        let named: HashSet<_> = ready.guilds.iter().map(|guild| guild.id).collect();
        self.guilds
            .retain(|guild, _| named.contains(guild) || shard_of(*guild, total) != shard);
    }

    fn join(&mut self, create: &GuildCreate) -> Option<Id<GuildMarker>> {
        let GuildCreate::Available(guild) = create else {
            return None;
        };
        let mut known = KnownGuild::new(guild, self.guilds.get(&guild.id));
        let myself = guild
            .members
            .iter()
            .find(|member| Some(member.user.id) == self.me);
        if let Some(myself) = myself {
            known.my_roles = Some(myself.roles.clone());
        }
        self.guilds.insert(guild.id, known);
        Some(guild.id)
    }

    fn change(
        &mut self,
        guild: Id<GuildMarker>,
        change: impl FnOnce(&mut KnownGuild),
    ) -> Option<Id<GuildMarker>> {
        change(self.guilds.get_mut(&guild)?);
        Some(guild)
    }

    fn put_channel(&mut self, channel: &Channel) -> Option<Id<GuildMarker>> {
        self.change(channel.guild_id?, |guild| {
            let known = KnownChannel::new(channel, guild.channels.get(&channel.id));
            guild.channels.insert(channel.id, known);
        })
    }
}

impl KnownGuild {
    fn put_role(&mut self, role: &Role) {
        self.roles.insert(role.id, role.into());
    }

    fn permissions_by_role(&self, roles: &[Id<RoleMarker>]) -> Vec<(Id<RoleMarker>, Permissions)> {
        let held = roles
            .iter()
            .filter_map(|id| Some((*id, self.roles.get(id)?.permissions)));
        held.collect()
    }

    fn calculator<'a>(
        &self,
        guild: Id<GuildMarker>,
        user: Id<UserMarker>,
        roles: &'a [(Id<RoleMarker>, Permissions)],
    ) -> PermissionCalculator<'a> {
        let everyone = self.roles.get(&guild.cast());
        let everyone = everyone.map_or(Permissions::empty(), |role| role.permissions);
        PermissionCalculator::new(guild, user, everyone, roles).owner_id(self.owner)
    }

    fn report(
        &self,
        guild: Id<GuildMarker>,
        me: Id<UserMarker>,
        members_intent: bool,
    ) -> Option<ReportGuild> {
        let mine = self.my_roles.as_deref()?;
        let held = self.permissions_by_role(mine);
        let calculator = || self.calculator(guild, me, &held);
        let mut roles: Vec<_> = self
            .roles
            .iter()
            .map(|(id, role)| GuildRole {
                id: id.wire(),
                name: role.name.clone(),
                position: role.position,
                managed: role.managed,
                permissions: role.permissions.bits(),
            })
            .collect();
        roles.sort_by_key(|role| (role.position, role.id));
        let mut channels: Vec<_> = self
            .channels
            .iter()
            .map(|(id, channel)| GuildChannel {
                id: id.wire(),
                name: channel.name.clone(),
                text: channel.takes_messages(),
                voice: channel.is_voice(),
                bot_permissions: if channel.hidden {
                    0
                } else {
                    let permissions = calculator().in_channel(channel.kind, &channel.overwrites);
                    permissions.bits()
                },
            })
            .collect();
        channels.sort_by_key(|channel| channel.id);
        let positions = mine
            .iter()
            .filter_map(|id| Some(self.roles.get(id)?.position));
        let bot = BotStanding {
            user_id: me.wire(),
            permissions: calculator().root().bits(),
            top_role_position: positions.max().unwrap_or(0),
            members_intent,
        };
        // Discord allows 2 to 100 characters; a server without a name is reported all the same.
        let name: String = self
            .name
            .chars()
            .take(ServerName::MAX_CHARS.into())
            .collect();
        let name = ServerName::new(&name).or_else(|_| ServerName::new("?"));
        let name = name.expect("one character is enough");
        Some(ReportGuild {
            name,
            roles,
            channels,
            bot,
        })
    }
}

impl KnownGuild {
    /// A guild as Discord describes it; `earlier` is what was known of it.
    fn new(guild: &Guild, earlier: Option<&Self>) -> Self {
        let before = |channel| earlier.and_then(|earlier| earlier.channels.get(channel));
        Self {
            name: guild.name.clone(),
            owner: guild.owner_id,
            roles: guild
                .roles
                .iter()
                .map(|role| (role.id, role.into()))
                .collect(),
            channels: guild
                .channels
                .iter()
                .map(|channel| (channel.id, KnownChannel::new(channel, before(&channel.id))))
                .collect(),
            my_roles: earlier.and_then(|earlier| earlier.my_roles.clone()),
        }
    }
}

impl From<&Role> for KnownRole {
    fn from(role: &Role) -> Self {
        Self {
            name: role.name.clone(),
            position: role.position,
            managed: role.managed,
            permissions: role.permissions,
        }
    }
}

#[cfg(test)]
mod tests;
