//! Discord's ids, which carry the time at which they were made.

/// A Discord id.
pub type Snowflake = u64;

/// First millisecond of the year 2015, from which Discord counts the time inside its ids.
pub const DISCORD_EPOCH_MS: i64 = 1_420_070_400_000;

/// Bits of an id below its milliseconds.
const TIME_SHIFT: u32 = 22;

/// Milliseconds as they stand in an id: the distance between two ids made that far apart.
pub(crate) const fn from_ms(ms: u64) -> Snowflake {
    ms << TIME_SHIFT
}

/// The shard that receives a guild's events; by Discord's formula it follows from the time of the guild's id.
pub(crate) const fn shard_of(guild: Snowflake, shards: u64) -> u64 {
    (guild >> TIME_SHIFT) % shards
}
