//! The roles, channels and members of a community.

use crate::model::Presence;
use crate::snowflake::Snowflake;

/// A role to seed.
#[derive(Clone, Debug)]
pub struct RoleSeed {
    /// The name shown to people.
    pub name: String,
    /// Server-wide permission bits.
    pub permissions: u64,
    /// Whether an integration owns it.
    pub managed: bool,
}

/// A channel to seed.
#[derive(Clone, Debug)]
pub struct ChannelSeed {
    /// The name, without `#`.
    pub name: String,
    /// Discord's channel type: 0 text, 2 voice, 5 announcements.
    pub kind: u8,
    /// The topic shown beside the name.
    pub topic: Option<String>,
    /// Names of the roles that may see it; everyone if empty.
    pub only: Vec<String>,
    /// Names of the roles that may write in it, while everyone may read; everyone may write if empty.
    pub writers: Vec<String>,
}

/// A person to seed.
#[derive(Clone, Debug)]
pub struct MemberSeed {
    /// The id; by default a fixed one that follows from the place among the members.
    pub id: Option<Snowflake>,
    /// The unique handle, lower case.
    pub username: String,
    /// The name shown everywhere.
    pub global_name: Option<String>,
    /// The name shown in this guild.
    pub nick: Option<String>,
    /// Names of their roles.
    pub roles: Vec<String>,
    /// What they show of themselves.
    pub presence: Presence,
    /// Whether it is a bot.
    pub bot: bool,
}

impl MemberSeed {
    /// A plain person who is offline.
    pub fn new(username: impl Into<String>) -> Self {
        let username = username.into();
        Self {
            id: None,
            username,
            global_name: None,
            nick: None,
            roles: Vec::new(),
            presence: Presence::default(),
            bot: false,
        }
    }

    /// The same person with these roles, by name.
    #[must_use]
    pub fn with_roles(mut self, roles: &[&str]) -> Self {
        self.roles = roles.iter().map(|&role| role.to_owned()).collect();
        self
    }

    /// The same person with this nickname in the guild.
    #[must_use]
    pub fn with_nick(mut self, nick: &str) -> Self {
        self.nick = Some(nick.to_owned());
        self
    }

    /// The same person with this status.
    #[must_use]
    pub fn with_status(self, status: &str) -> Self {
        self.with_presence(Presence::new(status))
    }

    /// The same person, who shows this of themselves.
    #[must_use]
    pub fn with_presence(mut self, presence: Presence) -> Self {
        self.presence = presence;
        self
    }
}
