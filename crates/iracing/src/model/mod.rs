//! What iRacing answers, as far as a league service reads it.
//!
//! iRacing adds, drops and renames keys with each of its seasons. So unknown keys are ignored, a key
//! that is missing, `null` or of an unexpected type is [`None`] (or `false`, or an empty list), and
//! whole numbers are read from texts and floats too. Only what an answer is *about* has to be there:
//! a roster without its list is an error and not an empty league.
//!
//! Ids are `i64`; those of teams are negative. Times are UTC. Car numbers are text, because `1`, `01`
//! and `001` are three numbers.

mod league;
pub(crate) mod lenient;
mod member;
mod result;
mod session;

pub use league::{
    League, LeagueSeason, LeagueSeasons, Membership, Roster, RosterMember, SeasonSession,
    SeasonSessions,
};
pub(crate) use member::Members;
pub use member::{Account, License, Member, Profile};
pub use result::{Livery, ResultRow, SimSession, Subsession};
pub(crate) use session::Listing;
pub use session::{HostedResult, ScheduledSession, SessionCar, Track};

use std::fmt;
use std::time::Duration;

/// A lap time or another length of time, in the 1/10000 s that iRacing counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LapTime(i64);

impl LapTime {
    /// A time of this many 1/10000 s; [`None`] for zero and less, by which iRacing says "no time".
    pub fn from_ticks(ticks: i64) -> Option<Self> {
        (ticks > 0).then_some(Self(ticks))
    }

    /// The time in 1/10000 s.
    pub fn ticks(self) -> i64 {
        self.0
    }
}

impl From<LapTime> for Duration {
    fn from(time: LapTime) -> Self {
        Self::from_micros(time.0.unsigned_abs().saturating_mul(100))
    }
}

/// As iRacing shows it: `1:39.427`, the rest cut off.
impl fmt::Display for LapTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let milliseconds = self.0 / 10;
        let (seconds, rest) = (milliseconds / 1000, milliseconds % 1000);
        write!(f, "{}:{:02}.{rest:03}", seconds / 60, seconds % 60)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lap_times_count_in_ten_thousandths() {
        let lap = LapTime::from_ticks(994_271).unwrap();
        assert_eq!(lap.to_string(), "1:39.427");
        assert_eq!(Duration::from(lap), Duration::from_micros(99_427_100));
        assert_eq!(
            LapTime::from_ticks(12_345_678).unwrap().to_string(),
            "20:34.567"
        );
        for none in [0, -1, i64::MIN] {
            assert_eq!(LapTime::from_ticks(none), None);
        }
    }
}
