//! Permission bits, and the permissions of a member in a guild or channel.

use crate::model::{Channel, Guild};
use crate::snowflake::Snowflake;

/// Every permission in every channel.
pub const ADMINISTRATOR: u64 = 1 << 3;
/// Create, edit and delete channels.
pub const MANAGE_CHANNELS: u64 = 1 << 4;
/// Change the server's settings.
pub const MANAGE_GUILD: u64 = 1 << 5;
/// See a channel.
pub const VIEW_CHANNEL: u64 = 1 << 10;
/// Write in a channel.
pub const SEND_MESSAGES: u64 = 1 << 11;
/// Delete other people's messages.
pub const MANAGE_MESSAGES: u64 = 1 << 13;
/// Post embeds.
pub const EMBED_LINKS: u64 = 1 << 14;
/// Post files.
pub const ATTACH_FILES: u64 = 1 << 15;
/// Read what was written before.
pub const READ_MESSAGE_HISTORY: u64 = 1 << 16;
/// Join a voice channel.
pub const CONNECT: u64 = 1 << 20;
/// Assign and remove roles below one's own.
pub const MANAGE_ROLES: u64 = 1 << 28;
/// Use application commands.
pub const USE_APPLICATION_COMMANDS: u64 = 1 << 31;
/// Close, lock and delete threads.
pub const MANAGE_THREADS: u64 = 1 << 34;
/// Start threads that everybody sees.
pub const CREATE_PUBLIC_THREADS: u64 = 1 << 35;
/// Write in threads, where `SEND_MESSAGES` counts for nothing.
pub const SEND_MESSAGES_IN_THREADS: u64 = 1 << 38;
/// Put members in time-out.
pub const MODERATE_MEMBERS: u64 = 1 << 40;

/// Every bit that Discord defines today.
pub const ALL: u64 = (1 << 53) - 1;

/// What a new server grants @everyone, as far as it matters here.
pub const EVERYONE: u64 = VIEW_CHANNEL
    | SEND_MESSAGES
    | EMBED_LINKS
    | ATTACH_FILES
    | READ_MESSAGE_HISTORY
    | CONNECT
    | USE_APPLICATION_COMMANDS
    | CREATE_PUBLIC_THREADS
    | SEND_MESSAGES_IN_THREADS;

/// What a sensible invitation of the bot requests.
pub const BOT_INVITATION: u64 =
    VIEW_CHANNEL | SEND_MESSAGES | EMBED_LINKS | ATTACH_FILES | READ_MESSAGE_HISTORY | MANAGE_ROLES;

/// Server-wide permissions of a member: @everyone and their roles, everything for the owner and administrators.
pub(crate) fn in_guild(guild: &Guild, user: Snowflake) -> u64 {
    if guild.owner_id == user {
        return ALL;
    }
    let Some(member) = guild.members.get(&user) else {
        return 0;
    };
    let everyone = guild
        .roles
        .get(&guild.id)
        .map_or(0, |role| role.permissions);
    let own = member.roles.iter().filter_map(|id| guild.roles.get(id));
    let sum = own.fold(everyone, |sum, role| sum | role.permissions);
    if sum & ADMINISTRATOR == 0 { sum } else { ALL }
}

/// The permission that it takes to write in a channel.
pub(crate) fn to_write(channel: &Channel) -> u64 {
    if channel.thread.is_some() {
        SEND_MESSAGES_IN_THREADS
    } else {
        SEND_MESSAGES
    }
}

/// Whether these permissions let somebody write in a channel. In a locked thread moderators may.
pub(crate) fn may_write(channel: &Channel, granted: u64) -> bool {
    granted & to_write(channel) != 0 && (!channel.is_locked() || granted & MANAGE_THREADS != 0)
}

/// Permissions of a member in one channel: overwrites of @everyone, then of roles, then of the member. A thread has the
/// overwrites of the channel that it belongs to.
///
/// Without `VIEW_CHANNEL` nothing is left, as Discord documents for implicit denials.
pub(crate) fn in_channel(guild: &Guild, channel: &Channel, user: Snowflake) -> u64 {
    let parent = channel.thread.as_ref().map(|thread| thread.parent_id);
    let parent = parent.and_then(|id| guild.channels.get(&id));
    let channel = parent.unwrap_or(channel);
    let base = in_guild(guild, user);
    if base & ADMINISTRATOR != 0 {
        return base;
    }
    let Some(member) = guild.members.get(&user) else {
        return 0;
    };
    let mut granted = base;
    if let Some(everyone) = channel.overwrites.iter().find(|o| o.id == guild.id) {
        granted = granted & !everyone.deny | everyone.allow;
    }
    let by_role = channel
        .overwrites
        .iter()
        .filter(|o| member.roles.contains(&o.id));
    let (allow, deny) = by_role.fold((0, 0), |(a, d), o| (a | o.allow, d | o.deny));
    granted = granted & !deny | allow;
    if let Some(own) = channel
        .overwrites
        .iter()
        .find(|o| o.id == user && !o.is_role)
    {
        granted = granted & !own.deny | own.allow;
    }
    if granted & VIEW_CHANNEL == 0 {
        0
    } else {
        granted
    }
}

/// Position of a member's highest role; the owner ranks above all.
pub(crate) fn top_position(guild: &Guild, user: Snowflake) -> i64 {
    if guild.owner_id == user {
        return i64::MAX;
    }
    let roles = guild
        .members
        .get(&user)
        .into_iter()
        .flat_map(|member| &member.roles);
    roles
        .filter_map(|id| guild.roles.get(id))
        .map(|role| role.position)
        .max()
        .unwrap_or(0)
}

/// Whether `user` may assign and remove `role`: it takes the permission and a higher role, and integrations own some.
pub(crate) fn may_assign(guild: &Guild, user: Snowflake, role: Snowflake) -> bool {
    let Some(role) = guild.roles.get(&role) else {
        return false;
    };
    in_guild(guild, user) & MANAGE_ROLES != 0
        && !role.managed
        && role.id != guild.id
        && role.position < top_position(guild, user)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::community::{BOT_ID, Community, OWNER_ID};
    use crate::model::Overwrite;

    fn guild() -> Guild {
        Community::example().into_parts(0).0
    }

    #[test]
    fn owner_and_administrators_have_everything() {
        let guild = guild();
        assert_eq!(in_guild(&guild, OWNER_ID), ALL);
        let hidden = guild
            .channels
            .values()
            .find(|c| c.name == "staff-room")
            .unwrap();
        assert_eq!(in_channel(&guild, hidden, OWNER_ID), ALL);
        assert_eq!(in_guild(&guild, 42), 0);
    }

    #[test]
    fn a_members_overwrite_wins_over_a_roles() {
        let mut guild = guild();
        let mut general = guild
            .channels
            .values()
            .find(|c| c.name == "general")
            .unwrap()
            .clone();
        general.overwrites = vec![
            Overwrite {
                id: guild.id,
                is_role: true,
                allow: 0,
                deny: SEND_MESSAGES,
            },
            Overwrite {
                id: BOT_ID,
                is_role: false,
                allow: SEND_MESSAGES,
                deny: 0,
            },
        ];
        assert_ne!(in_channel(&guild, &general, BOT_ID) & SEND_MESSAGES, 0);
        general.overwrites.pop();
        assert_eq!(in_channel(&guild, &general, BOT_ID) & SEND_MESSAGES, 0);
        general.overwrites[0].deny = VIEW_CHANNEL;
        assert_eq!(
            in_channel(&guild, &general, BOT_ID),
            0,
            "unseen means nothing is allowed"
        );
        guild.members.remove(&BOT_ID);
        assert_eq!(in_channel(&guild, &general, BOT_ID), 0);
    }

    #[test]
    fn roles_at_or_above_the_own_one_and_managed_ones_are_out_of_reach() {
        let mut guild = guild();
        let role = |guild: &Guild, name: &str| {
            guild
                .roles
                .values()
                .find(|r| r.name == name)
                .map(|r| r.id)
                .unwrap()
        };
        let (verified, own) = (role(&guild, "Verified"), role(&guild, "Paddock"));
        assert!(may_assign(&guild, BOT_ID, verified));
        assert!(!may_assign(&guild, BOT_ID, own));
        assert!(
            !may_assign(&guild, BOT_ID, guild.id),
            "@everyone cannot be assigned"
        );
        guild.roles.get_mut(&verified).unwrap().position = 99;
        assert!(!may_assign(&guild, BOT_ID, verified));
        guild.roles.get_mut(&verified).unwrap().position = 1;
        guild.roles.get_mut(&verified).unwrap().managed = true;
        assert!(!may_assign(&guild, BOT_ID, verified));
    }
}
