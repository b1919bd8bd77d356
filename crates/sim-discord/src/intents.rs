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

/// The privileged intents by the names that people use.
const NAMES: [(&str, u64); 3] = [
    ("members", GUILD_MEMBERS),
    ("presences", GUILD_PRESENCES),
    ("content", MESSAGE_CONTENT),
];

/// A privileged intent by its name.
pub(crate) fn privileged(name: &str) -> Option<u64> {
    let found = NAMES.iter().find(|(known, _)| *known == name);
    found.map(|(_, intent)| *intent)
}

/// The names of the privileged intents among these.
pub(crate) fn names(bits: u64) -> impl Iterator<Item = &'static str> {
    let among = NAMES.into_iter().filter(move |(_, it)| bits & it != 0);
    among.map(|(name, _)| name)
}

/// The flags of an application that has these privileged intents. Those in `limited` it has without a review, as
/// long as it stays small, which other flags say.
pub(crate) fn application_flags(granted: u64, limited: u64) -> u64 {
    [
        (GUILD_PRESENCES, 1 << 12),
        (GUILD_MEMBERS, 1 << 14),
        (MESSAGE_CONTENT, 1 << 18),
    ]
    .into_iter()
    .filter(|(intent, _)| granted & intent != 0)
    .map(|(intent, flag)| {
        if limited & intent == 0 {
            flag
        } else {
            flag << 1
        }
    })
    .fold(0, |flags, flag| flags | flag)
}
