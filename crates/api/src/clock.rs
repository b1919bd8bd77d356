//! Time is a parameter, so that tests can hold it still.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan as _};
use std::time::Duration;

/// How far the clocks of two replicas may be apart. A stored time that says "written later than this
/// from now" was written by a clock that was wrong, and nothing waits for it.
pub(crate) const CLOCKS_DIFFER: Duration = Duration::from_secs(30);

/// Source of the time.
pub trait Clock: Send + Sync {
    /// Now, to the millisecond, which is what is stored.
    fn now(&self) -> Timestamp;
}

/// The machine's clock.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(
        clippy::disallowed_methods,
        reason = "this is the place that the lint points to"
    )]
    fn now(&self) -> Timestamp {
        let now = Timestamp::now().as_millisecond();
        Timestamp::from_millisecond(now).expect("the year is before 9999")
    }
}

/// The time zone of this name.
pub(crate) fn zone_named(name: &str) -> Option<TimeZone> {
    // The columns for it hold 64 characters, and no zone has a longer name.
    (name.len() <= 64).then(|| TimeZone::get(name).ok())?
}

/// A stored time zone. One that a later database of zones does not have is UTC.
pub(crate) fn zone_or_utc(name: &str) -> TimeZone {
    zone_named(name).unwrap_or(TimeZone::UTC)
}

/// From when until when these days last in a time zone; the end is excluded. Where the clocks skip
/// midnight, a day begins after it.
pub(crate) fn span_of_days((first, last): (Date, Date), zone: &TimeZone) -> (Timestamp, Timestamp) {
    let begins = |day: Date| day.to_zoned(zone.clone()).map(|it| it.timestamp());
    (
        begins(first).unwrap_or(Timestamp::MIN),
        begins(last.saturating_add(1.day())).unwrap_or(Timestamp::MAX),
    )
}

/// A clock that stands still until it is moved, for tests.
#[derive(Debug)]
pub struct FixedClock(std::sync::atomic::AtomicI64);

impl FixedClock {
    /// A clock that shows this moment.
    pub fn at(moment: Timestamp) -> Self {
        Self(moment.as_millisecond().into())
    }

    /// Moves the clock forward.
    pub fn advance(&self, by: Duration) {
        let by = i64::try_from(by.as_millis()).expect("a test does not wait for ages");
        self.0.fetch_add(by, std::sync::atomic::Ordering::SeqCst);
    }

    /// Moves the clock back, as when one that was ahead is set right.
    pub fn step_back(&self, by: Duration) {
        let by = i64::try_from(by.as_millis()).expect("a test does not wait for ages");
        self.0.fetch_sub(by, std::sync::atomic::Ordering::SeqCst);
    }
}

impl Clock for FixedClock {
    fn now(&self) -> Timestamp {
        let now = self.0.load(std::sync::atomic::Ordering::SeqCst);
        Timestamp::from_millisecond(now).expect("a test stays before 9999")
    }
}
