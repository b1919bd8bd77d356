//! Reading the simulator's state.

use std::fmt;
use std::time::Duration;

use serde_json::Value;

use crate::model::{Channel, Guild, Member, Message, RecordedRequest, Role};
use crate::snowflake::Snowflake;
use crate::world::sessions::Frame;
use crate::world::{World, wire};

/// The state at one moment, for predicates ([`crate::SimDiscord::wait_until`]) and assertions.
///
/// Channels, users and roles are found by the name that people use, as `general`, `ada`, `Verified`, or by id. Unknown
/// names find nothing.
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
        let dm = self
            .user(user)
            .and_then(|user| self.world.find_dm_channel(user));
        dm.map(|channel| self.world.public_messages(channel))
            .unwrap_or_default()
    }

    /// A message, including one that only one person sees.
    pub fn message(&self, id: Snowflake) -> Option<Message> {
        self.world.messages.get(&id).cloned()
    }

    /// Names of a member's roles in the first guild, in alphabetical order.
    pub fn member_roles(&self, user: &str) -> Vec<String> {
        let Some((home, member)) = self.member(user) else {
            return Vec::new();
        };
        let roles = member.roles.iter().filter_map(|id| home.roles.get(id));
        let mut names: Vec<_> = roles.map(|role| role.name.clone()).collect();
        names.sort();
        names
    }

    /// Whether someone is a member of the first guild.
    pub fn is_member(&self, user: &str) -> bool {
        self.member(user).is_some()
    }

    fn member(&self, user: &str) -> Option<(&Guild, &Member)> {
        self.world.member(self.world.home, self.user(user)?)
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
        self.world.home_guild()?.roles.get(&id).cloned()
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

    /// Requests for what is not simulated.
    pub fn unexpected(&self) -> &[String] {
        &self.world.unexpected
    }

    /// Number of gateway sessions with a connected client.
    pub fn connected(&self) -> usize {
        self.world.gateway.connected()
    }

    /// Number of web sockets accepted since the start.
    pub fn connections(&self) -> u64 {
        self.world.gateway.accepted
    }

    /// Number of successful IDENTIFYs since the start.
    pub fn identifies(&self) -> u32 {
        self.world.gateway.identifies
    }

    /// Number of successful RESUMEs since the start.
    pub fn resumes(&self) -> u32 {
        self.world.gateway.resumes
    }

    /// Frames that gateway clients sent, oldest first.
    pub fn frames(&self) -> &[Frame] {
        &self.world.gateway.frames
    }
}

/// The awaited state did not come about in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimedOut(
    /// The time limit.
    pub Duration,
);

impl fmt::Display for TimedOut {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "did not happen within {:?}", self.0)
    }
}

impl std::error::Error for TimedOut {}
