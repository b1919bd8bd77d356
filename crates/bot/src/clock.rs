//! The one place that reads the machine's clock.

use paddock_api_types::Timestamp;
use std::time::Duration;
use twilight_util::snowflake::Snowflake;

#[expect(
    clippy::disallowed_methods,
    reason = "what is measured here is the age of Discord's own timestamps, which tests make fresh"
)]
pub(crate) fn now() -> Timestamp {
    Timestamp::now()
}

/// The time since a moment; zero if it lies in the future.
pub(crate) fn since(moment: Timestamp) -> Duration {
    Duration::try_from(now().duration_since(moment)).unwrap_or_default()
}

/// The time since Discord made this id; zero if that lies in the future.
pub(crate) fn age(id: impl Snowflake) -> Duration {
    since(made_at(id))
}

/// When Discord made this id.
pub(crate) fn made_at(id: impl Snowflake) -> Timestamp {
    Timestamp::from_millisecond(id.timestamp())
        .expect("42 bits of milliseconds end in the year 2154")
}

/// An id that Discord would have made this long ago.
#[cfg(test)]
pub(crate) fn id_of_age(age: Duration) -> u64 {
    const DISCORD_EPOCH_MS: i64 = 1_420_070_400_000;
    let made = (now() - age).as_millisecond() - DISCORD_EPOCH_MS;
    u64::try_from(made).unwrap() << 22
}
