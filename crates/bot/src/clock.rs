//! The one place that reads the machine's clock.

use paddock_api_types::Timestamp;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// Milliseconds between 1970 and the start of Discord's ids.
const DISCORD_EPOCH_MS: u64 = 1_420_070_400_000;

/// Unix time in milliseconds.
#[expect(
    clippy::disallowed_methods,
    reason = "what is measured here is the age of Discord's own timestamps, which tests make fresh"
)]
pub(crate) fn now_ms() -> u64 {
    let since_1970 = SystemTime::now().duration_since(UNIX_EPOCH);
    since_1970.map_or(0, |elapsed| {
        u64::try_from(elapsed.as_millis()).unwrap_or(u64::MAX)
    })
}

/// How long ago Discord made this id; nothing if that lies in the future.
pub(crate) fn age(id: u64) -> Duration {
    Duration::from_millis(now_ms().saturating_sub(made_at_ms(id)))
}

/// When Discord made this id.
pub(crate) fn made_at(id: u64) -> Timestamp {
    let ms = i64::try_from(made_at_ms(id)).ok();
    ms.and_then(|ms| Timestamp::from_millisecond(ms).ok())
        .expect("42 bits of milliseconds end in the year 2154")
}

fn made_at_ms(id: u64) -> u64 {
    (id >> 22) + DISCORD_EPOCH_MS
}

/// An id that Discord would have made this long ago.
#[cfg(test)]
pub(crate) fn id_of_age(age: Duration) -> u64 {
    let age = u64::try_from(age.as_millis()).unwrap();
    (now_ms() - age - DISCORD_EPOCH_MS) << 22
}
