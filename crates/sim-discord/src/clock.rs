//! Time and ids: the machine's clock plus an offset that tests push forward, and snowflakes made from it.

use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::time::Duration;

use crate::snowflake::{self, DISCORD_EPOCH_MS, Snowflake};

/// The simulated Discord's clock.
#[derive(Debug, Default)]
pub(crate) struct Clock {
    offset_ms: AtomicI64,
    last_id: AtomicU64,
}

impl Clock {
    /// Milliseconds since the Unix epoch, including the offset.
    #[expect(
        clippy::disallowed_methods,
        reason = "this is the simulator's own clock"
    )]
    pub(crate) fn now_ms(&self) -> i64 {
        jiff::Timestamp::now().as_millisecond() + self.offset_ms.load(Ordering::Relaxed)
    }

    /// How far the clock was moved, in milliseconds.
    pub(crate) fn offset_ms(&self) -> i64 {
        self.offset_ms.load(Ordering::Relaxed)
    }

    /// Moves the clock forward.
    pub(crate) fn advance(&self, by: Duration) {
        self.offset_ms.fetch_add(millis(by), Ordering::Relaxed);
    }

    /// A snowflake of the current time, larger than every earlier one, because clients sort and page by id.
    pub(crate) fn next_id(&self) -> Snowflake {
        let since_epoch = u64::try_from(self.now_ms() - DISCORD_EPOCH_MS).unwrap_or(1);
        let floor = snowflake::from_ms(since_epoch);
        let previous = self
            .last_id
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, |last| {
                Some(floor.max(last + 1))
            })
            .unwrap_or_default();
        floor.max(previous + 1)
    }
}

/// A duration in whole milliseconds, as times are counted here.
pub(crate) fn millis(duration: Duration) -> i64 {
    i64::try_from(duration.as_millis()).unwrap_or(i64::MAX / 4)
}

/// A time as Discord writes it: RFC 3339 with microseconds and a numeric offset, never `Z`.
pub(crate) fn rfc3339(ms: i64) -> String {
    let time = jiff::Timestamp::from_millisecond(ms).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
    time.strftime("%Y-%m-%dT%H:%M:%S%.6f+00:00").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_carry_the_time_and_never_repeat() {
        let clock = Clock::default();
        let first = clock.next_id();
        clock.advance(Duration::from_mins(1));
        let ids: Vec<_> = (0..1000).map(|_| clock.next_id()).collect();
        assert!(ids.windows(2).all(|pair| pair[0] < pair[1]));
        let between = (ids[0] >> 22) - (first >> 22);
        assert!((60_000..65_000).contains(&between), "{between}");
    }

    #[test]
    fn times_are_written_as_discord_writes_them() {
        assert_eq!(
            rfc3339(1_700_000_000_123),
            "2023-11-14T22:13:20.123000+00:00"
        );
    }
}
