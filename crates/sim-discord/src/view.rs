//! Reading the simulated world.

use std::fmt;
use std::time::Duration;

use serde_json::Value;

use crate::rest::RecordedRequest;
use crate::world::{Channel, Message, Role, Snowflake, World, wire};

/// The state at one moment, for predicates ([`crate::SimDiscord::wait_until`]) and assertions.
///
/// Channels, users and roles are named as people name them: `general`, `ada`, `Verified`, or by id. Unknown names find
/// nothing.
pub struct View<'a> {
    pub(crate) world: &'a World,
}

impl View<'_> {
    /// Messages that everyone in a channel sees, oldest first.
    pub fn messages(&self, channel: &str) -> Vec<Message> {
        let channel = self.channel(channel);
        channel
            .map(|channel| self.world.public_messages(channel.id))
            .unwrap_or_default()
    }

    /// Direct messages between the bot and a user, oldest first.
    pub fn dms(&self, user: &str) -> Vec<Message> {
        let dm = self.user(user).and_then(|user| self.world.dm_of(user));
        dm.map(|channel| self.world.public_messages(channel))
            .unwrap_or_default()
    }

    /// A message, whoever may see it.
    pub fn message(&self, id: Snowflake) -> Option<Message> {
        self.world.messages.get(&id).cloned()
    }

    /// Names of a member's roles in the first guild, in alphabetical order.
    pub fn member_roles(&self, user: &str) -> Vec<String> {
        let home = self.world.guilds.get(&self.world.home);
        let member = self.user(user).and_then(|user| home?.members.get(&user));
        let roles = member.into_iter().flat_map(|member| &member.roles);
        let roles = roles.filter_map(|id| home?.roles.get(id));
        let mut names: Vec<_> = roles.map(|role| role.name.clone()).collect();
        names.sort();
        names
    }

    /// Whether someone is a member of the first guild.
    pub fn is_member(&self, user: &str) -> bool {
        let home = self.world.guilds.get(&self.world.home);
        self.user(user)
            .is_some_and(|id| home.is_some_and(|home| home.members.contains_key(&id)))
    }

    /// A user's id.
    pub fn user(&self, name: &str) -> Option<Snowflake> {
        self.world.find_user(Some(self.world.home), name)
    }

    /// A channel of the first guild, or any channel by id.
    pub fn channel(&self, name: &str) -> Option<Channel> {
        let found = self.world.find_channel(self.world.home, name);
        let id = found.or_else(|| name.parse().ok())?;
        self.world.channel(id).map(|(channel, _)| channel.clone())
    }

    /// A role of the first guild.
    pub fn role(&self, name: &str) -> Option<Role> {
        let id = self.world.find_role(self.world.home, name)?;
        self.world
            .guilds
            .get(&self.world.home)?
            .roles
            .get(&id)
            .cloned()
    }

    /// Registered commands, global ones and those of guilds, as on the wire.
    pub fn commands(&self) -> Vec<Value> {
        self.world
            .commands
            .iter()
            .map(|command| wire::command(self.world, command))
            .collect()
    }

    /// Every REST request so far, oldest first.
    pub fn requests(&self) -> &[RecordedRequest] {
        &self.world.requests
    }

    /// Requests for things that are not simulated.
    pub fn unexpected(&self) -> &[String] {
        &self.world.unexpected
    }

    /// Gateway sessions with a client connected now.
    pub fn connected(&self) -> usize {
        self.world.gateway.connected()
    }

    /// Web sockets ever accepted.
    pub fn connections(&self) -> u64 {
        self.world.gateway.accepted
    }

    /// Successful IDENTIFYs so far.
    pub fn identifies(&self) -> u32 {
        self.world.gateway.identifies
    }

    /// Successful RESUMEs so far.
    pub fn resumes(&self) -> u32 {
        self.world.gateway.resumes
    }

    /// Frames that gateway clients sent, oldest first.
    pub fn frames(&self) -> &[crate::Frame] {
        &self.world.gateway.frames
    }
}

/// What was waited for did not happen in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimedOut(
    /// How long it was waited for.
    pub Duration,
);

impl fmt::Display for TimedOut {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "did not happen within {:?}", self.0)
    }
}

impl std::error::Error for TimedOut {}
