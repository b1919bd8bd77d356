//! Gateway intents by name.

/// Guilds, roles and channels.
pub const GUILDS: u64 = 1;
/// Privileged: members join, leave and change.
pub const GUILD_MEMBERS: u64 = 1 << 1;
/// Who is connected to which voice channel.
pub const GUILD_VOICE_STATES: u64 = 1 << 7;
/// Privileged: status and activities of members.
pub const GUILD_PRESENCES: u64 = 1 << 8;
/// Messages in guild channels.
pub const GUILD_MESSAGES: u64 = 1 << 9;
/// Direct messages with the bot.
pub const DIRECT_MESSAGES: u64 = 1 << 12;
/// Privileged: the content of messages that neither come from the bot nor mention it.
pub const MESSAGE_CONTENT: u64 = 1 << 15;

/// The intents that the developer portal must allow.
pub const PRIVILEGED: u64 = GUILD_MEMBERS | GUILD_PRESENCES | MESSAGE_CONTENT;
/// Every bit that means something: 0 to 16, 20, 21, 24, 25.
pub const KNOWN: u64 = ((1 << 17) - 1) | (0b11 << 20) | (0b11 << 24);

/// The flags of an application that has these privileged intents.
pub(crate) fn application_flags(granted: u64) -> u64 {
    [
        (GUILD_PRESENCES, 1 << 12),
        (GUILD_MEMBERS, 1 << 14),
        (MESSAGE_CONTENT, 1 << 18),
    ]
    .into_iter()
    .filter(|(intent, _)| granted & intent != 0)
    .fold(0, |flags, (_, flag)| flags | flag)
}
