//! Time: the machine's clock plus an offset that tests push forward, and how iRacing writes it.

use jiff::Timestamp;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

/// The simulated iRacing's clock.
#[derive(Debug, Default)]
pub(crate) struct Clock {
    offset_ms: AtomicI64,
}

impl Clock {
    /// Milliseconds since the Unix epoch, including the offset.
    #[expect(
        clippy::disallowed_methods,
        reason = "this is the simulator's own clock"
    )]
    pub(crate) fn now_ms(&self) -> i64 {
        Timestamp::now().as_millisecond() + self.offset_ms.load(Ordering::Relaxed)
    }

    /// Moves the clock forward.
    pub(crate) fn advance(&self, by: Duration) {
        self.offset_ms.fetch_add(millis(by), Ordering::Relaxed);
    }
}

/// A duration in whole milliseconds, as times are counted here.
pub(crate) fn millis(duration: Duration) -> i64 {
    i64::try_from(duration.as_millis()).unwrap_or(i64::MAX / 4)
}

/// A time as the Data API writes it: RFC 3339 with `Z`, to the second.
pub(crate) fn rfc3339(ms: i64) -> String {
    timestamp(ms).strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

/// A time as HTTP's `Date` has it.
pub(crate) fn http_date(ms: i64) -> String {
    timestamp(ms)
        .strftime("%a, %d %b %Y %H:%M:%S GMT")
        .to_string()
}

fn timestamp(ms: i64) -> Timestamp {
    Timestamp::from_millisecond(ms).unwrap_or(Timestamp::UNIX_EPOCH)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_written_as_iracing_writes_them() {
        assert_eq!(rfc3339(1_767_555_000_900), "2026-01-04T19:30:00Z");
        assert_eq!(
            http_date(1_767_555_000_900),
            "Sun, 04 Jan 2026 19:30:00 GMT"
        );
    }
}
