//! What a community is made of.

use crate::world::Snowflake;

/// A role to seed.
#[derive(Clone, Debug)]
pub struct RoleSeed {
    /// What people see.
    pub name: String,
    /// Server-wide permission bits.
    pub permissions: u64,
    /// Whether an integration owns it.
    pub managed: bool,
}

/// A channel to seed.
#[derive(Clone, Debug)]
pub struct ChannelSeed {
    /// Its name, without `#`.
    pub name: String,
    /// Discord's channel type: 0 text, 2 voice, 5 announcements.
    pub kind: u8,
    /// What it is for.
    pub topic: Option<String>,
    /// Role names that alone may see it; empty: everyone.
    pub only: Vec<String>,
    /// Role names that alone may write in it (everyone may read); empty: no restriction.
    pub writers: Vec<String>,
}

/// A person to seed.
#[derive(Clone, Debug)]
pub struct MemberSeed {
    /// The id, or the next free fixed one.
    pub id: Option<Snowflake>,
    /// The unique handle, lower case.
    pub username: String,
    /// The name shown everywhere.
    pub global_name: Option<String>,
    /// The name shown in this guild.
    pub nick: Option<String>,
    /// Names of their roles.
    pub roles: Vec<String>,
    /// `online`, `idle`, `dnd` or `offline`.
    pub status: String,
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
            status: "offline".to_owned(),
            bot: false,
        }
    }

    /// The same person with these roles, by name.
    #[must_use]
    pub fn with_roles(mut self, roles: &[&str]) -> Self {
        self.roles = roles.iter().map(|&role| role.to_owned()).collect();
        self
    }

    /// The same person, called so in this guild.
    #[must_use]
    pub fn with_nick(mut self, nick: &str) -> Self {
        self.nick = Some(nick.to_owned());
        self
    }

    /// The same person, shown with this status.
    #[must_use]
    pub fn with_status(mut self, status: &str) -> Self {
        status.clone_into(&mut self.status);
        self
    }
}
