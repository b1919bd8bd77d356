//! Communities: the guilds with which a simulated Discord starts.
//!
//! Ids are fixed numbers, so that a restarted process seeds the same guild and anything a bot stored about it is still
//! valid.

mod example;
mod seeds;

use std::collections::BTreeMap;

pub use seeds::{ChannelSeed, MemberSeed, RoleSeed};

use crate::model::{Channel, Guild, Member, Overwrite, Role, User};
use crate::permissions;
use crate::snowflake::{self, Snowflake};

/// The example guild's id.
pub const GUILD_ID: Snowflake = 1_187_654_321_098_765_312;
/// Id of the example guild's owner, `owner`: a good value for `ROOT_ADMIN_ID`.
pub const OWNER_ID: Snowflake = 1_145_454_545_454_545_409;
/// Id of the bot's user and of its application.
pub const BOT_ID: Snowflake = 1_190_123_456_789_012_481;

/// The role that comes with the bot's invitation.
const BOT_ROLE: &str = "Paddock";
const FIRST_USER_ID: Snowflake = 1_150_000_000_000_004_097;
const FIRST_ROLE_ID: Snowflake = 1_187_700_000_000_008_193;
const FIRST_CHANNEL_ID: Snowflake = 1_187_800_000_000_012_289;
/// Distance between consecutive seeded ids: one second.
const STEP: Snowflake = snowflake::from_ms(1000);

/// One guild with its people, roles and channels.
#[derive(Clone, Debug)]
pub struct Community {
    /// The guild's id.
    pub guild_id: Snowflake,
    /// The guild's name.
    pub name: String,
    /// The owner, who must be among the members.
    pub owner_id: Snowflake,
    /// The bot user, who must be among the members.
    pub bot_id: Snowflake,
    /// Roles from low to high, without @everyone.
    pub roles: Vec<RoleSeed>,
    /// Channels in the order shown.
    pub channels: Vec<ChannelSeed>,
    /// All members, including owner and bot.
    pub members: Vec<MemberSeed>,
}

impl Community {
    /// A guild with only an owner, the bot with the role of its invitation, and `#general`.
    pub fn small(guild_id: Snowflake, name: &str) -> Self {
        let mut bot = MemberSeed::new("paddock").with_status("online");
        bot.id = Some(BOT_ID);
        bot.bot = true;
        bot.roles = vec![BOT_ROLE.to_owned()];
        let mut owner = MemberSeed::new("owner").with_status("online");
        owner.id = Some(OWNER_ID);
        owner.global_name = Some("Olivia Owner".to_owned());
        Self {
            guild_id,
            name: name.to_owned(),
            owner_id: OWNER_ID,
            bot_id: BOT_ID,
            roles: vec![RoleSeed {
                name: BOT_ROLE.to_owned(),
                permissions: permissions::BOT_INVITATION,
                managed: true,
            }],
            channels: Vec::new(),
            members: vec![owner, bot],
        }
        .channel("general", 0, &[])
    }

    /// Adds a role just below the bot's own, which the bot can assign.
    #[must_use]
    pub fn role(mut self, name: &str, permissions: u64) -> Self {
        let own = self
            .roles
            .iter()
            .position(|role| role.managed && role.name == BOT_ROLE);
        let role = RoleSeed {
            name: name.to_owned(),
            permissions,
            managed: false,
        };
        self.roles.insert(own.unwrap_or(self.roles.len()), role);
        self
    }

    /// Adds a role above all others, which the bot cannot assign.
    #[must_use]
    pub fn role_above(mut self, name: &str, permissions: u64) -> Self {
        self.roles.push(RoleSeed {
            name: name.to_owned(),
            permissions,
            managed: false,
        });
        self
    }

    /// Adds a channel, visible only to the roles in `only`, or to everyone if that is empty.
    #[must_use]
    pub fn channel(mut self, name: &str, kind: u8, only: &[&str]) -> Self {
        let only = only.iter().map(|&role| role.to_owned()).collect();
        let name = name.to_owned();
        self.channels.push(ChannelSeed {
            name,
            kind,
            topic: None,
            only,
            writers: Vec::new(),
        });
        self
    }

    /// Adds a person.
    #[must_use]
    pub fn member(mut self, member: MemberSeed) -> Self {
        self.members.push(member);
        self
    }

    /// Adds `count` people named `member-0001` and so on, to test behaviour that only large guilds show.
    #[must_use]
    pub fn crowd(mut self, count: usize) -> Self {
        let people = (1..=count).map(|n| MemberSeed::new(format!("member-{n:04}")));
        self.members.extend(people);
        self
    }

    /// The guild and its users; `joined_ms` is the date of the memberships.
    pub(crate) fn into_parts(self, joined_ms: i64) -> (Guild, Vec<User>) {
        // Each other guild shifts its ids by its own, so that two seeds never share one.
        let shift = if self.guild_id == GUILD_ID {
            0
        } else {
            self.guild_id % 100_000 * 97 + 31
        };
        let id_after = |first: Snowflake, n: usize| first + shift + STEP * n as Snowflake;
        let mut roles = vec![Role {
            id: self.guild_id,
            name: "@everyone".to_owned(),
            permissions: permissions::EVERYONE,
            ..Role::default()
        }];
        for (n, seed) in self.roles.iter().enumerate() {
            roles.push(Role {
                id: id_after(FIRST_ROLE_ID, n),
                name: seed.name.clone(),
                permissions: seed.permissions,
                position: i64::try_from(n).unwrap_or(0) + 1,
                managed: seed.managed,
                bot_id: (seed.managed && seed.name == BOT_ROLE).then_some(self.bot_id),
                color: PALETTE[n % PALETTE.len()],
            });
        }
        let role_id = |name: &String| roles.iter().find(|r| r.name == *name).map(|r| r.id);
        let mut channels = BTreeMap::new();
        for (n, seed) in self.channels.iter().enumerate() {
            let restrict = |names, permission| restrict(self.guild_id, names, permission, role_id);
            let mut overwrites = restrict(&seed.only, permissions::VIEW_CHANNEL);
            overwrites.extend(restrict(&seed.writers, permissions::SEND_MESSAGES));
            let channel = Channel {
                id: id_after(FIRST_CHANNEL_ID, n),
                guild_id: Some(self.guild_id),
                kind: seed.kind,
                name: seed.name.clone(),
                topic: seed.topic.clone(),
                position: i64::try_from(n).unwrap_or(0),
                overwrites,
                recipient: None,
                thread: None,
            };
            channels.insert(channel.id, channel);
        }
        let mut guild = Guild {
            id: self.guild_id,
            name: self.name,
            owner_id: self.owner_id,
            roles: roles.iter().map(|role| (role.id, role.clone())).collect(),
            channels,
            joined_ms,
            ..Guild::default()
        };
        let mut users = Vec::new();
        for (n, seed) in self.members.into_iter().enumerate() {
            let user = User {
                id: seed.id.unwrap_or_else(|| id_after(FIRST_USER_ID, n)),
                username: seed.username,
                global_name: seed.global_name,
                bot: seed.bot,
                dm_closed: false,
                presence: seed.presence,
            };
            let roles = seed.roles.iter().filter_map(role_id).collect();
            guild.members.insert(
                user.id,
                Member {
                    nick: seed.nick,
                    roles,
                    joined_ms,
                    pending: false,
                },
            );
            users.push(user);
        }
        (guild, users)
    }
}

/// Overwrites that deny `permission` to everyone but the named roles; none if no role is named.
fn restrict(
    guild: Snowflake,
    names: &[String],
    permission: u64,
    role_id: impl Fn(&String) -> Option<Snowflake>,
) -> Vec<Overwrite> {
    if names.is_empty() {
        return Vec::new();
    }
    let denied = Overwrite {
        id: guild,
        is_role: true,
        allow: 0,
        deny: permission,
    };
    let allowed = names.iter().filter_map(role_id);
    let allowed = allowed.map(|id| Overwrite {
        id,
        is_role: true,
        allow: permission,
        deny: 0,
    });
    std::iter::once(denied).chain(allowed).collect()
}

const PALETTE: [u32; 6] = [
    0x002E_CC71,
    0x0034_98DB,
    0x00F1_C40F,
    0x00E6_7E22,
    0x009B_59B6,
    0x00E7_4C3C,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_example_is_the_same_after_a_restart_and_has_real_looking_ids() {
        let (first, users) = Community::example().into_parts(0);
        let (again, _) = Community::example().into_parts(1);
        assert!(first.roles.keys().eq(again.roles.keys()));
        assert!(first.channels.keys().eq(again.channels.keys()));
        assert!(first.members.keys().eq(again.members.keys()));
        assert_eq!(users.len(), 14);
        let ids = first
            .roles
            .keys()
            .chain(first.channels.keys())
            .chain(first.members.keys());
        for id in ids {
            assert!((17..=19).contains(&id.to_string().len()), "{id}");
        }
        assert!(first.members.contains_key(&OWNER_ID) && first.members.contains_key(&BOT_ID));
    }

    #[test]
    fn the_bot_can_assign_the_roles_that_were_added_below_its_own() {
        let small = Community::small(GUILD_ID, "Small")
            .role("Verified", 0)
            .role_above("Boss", 0);
        let (guild, _) = small.into_parts(0);
        let may = |name: &str| {
            let role = guild.roles.values().find(|role| role.name == name).unwrap();
            permissions::may_assign(&guild, BOT_ID, role.id)
        };
        assert!(may("Verified") && !may("Boss") && !may("Paddock"));
    }

    #[test]
    fn two_seeds_share_no_id_but_the_people_named_by_id() {
        let (one, _) = Community::example().into_parts(0);
        let other = Community::small(GUILD_ID + (7 << 22), "Other")
            .role("Verified", 0)
            .crowd(20);
        let (two, _) = other.into_parts(0);
        assert!(!one.roles.keys().any(|id| two.roles.contains_key(id)));
        assert!(!one.channels.keys().any(|id| two.channels.contains_key(id)));
        let shared: Vec<_> = one
            .members
            .keys()
            .filter(|id| two.members.contains_key(id))
            .collect();
        assert_eq!(shared.len(), 2);
    }
}
