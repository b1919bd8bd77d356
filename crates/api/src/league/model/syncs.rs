//! When iRacing is asked again.

use jiff::{SignedDuration, Timestamp};
use paddock_api_types::league::SyncFailure;

/// A manual reading comes at the earliest this long after the one before.
pub(crate) const BETWEEN: SignedDuration = SignedDuration::from_mins(1);
/// How long nobody signs in after a refusal: a few more would lock the account.
pub(crate) const REFUSED: SignedDuration = SignedDuration::from_hours(1);
const FIRST_PAUSE: SignedDuration = SignedDuration::from_mins(2);

/// The last reading of a league.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Reading {
    pub(crate) tried_at: Timestamp,
    pub(crate) failure: Option<SyncFailure>,
    pub(crate) next_at: Timestamp,
}

impl Reading {
    /// Not so of a guild that has just turned to a league.
    pub(crate) fn has_begun(&self) -> bool {
        self.tried_at > Timestamp::UNIX_EPOCH
    }
}

/// How long to wait after a failure: what passes by itself is tried again soon, then after twice as
/// long each time, and never earlier than iRacing asked for. `dice` are random bits, by which up to a
/// quarter is added, so that many do not come back at the same moment.
pub(crate) fn pause(
    failure: SyncFailure,
    asked: Option<SignedDuration>,
    before: Option<Reading>,
    interval: SignedDuration,
    dice: u64,
) -> SignedDuration {
    let pause = match failure {
        SyncFailure::SignInRefused => REFUSED,
        SyncFailure::LeagueNotVisible | SyncFailure::Unreadable => interval,
        SyncFailure::Maintenance | SyncFailure::RateLimited | SyncFailure::Unavailable => {
            let last = before.filter(|before| before.failure.is_some());
            let last = last.map(|last| last.next_at.duration_since(last.tried_at));
            let doubled = last.map_or(FIRST_PAUSE, |last| last.saturating_mul(2));
            doubled.clamp(FIRST_PAUSE, interval)
        }
    };
    let pause = pause.max(asked.unwrap_or_default());
    let quarter = (pause.as_millis() / 4).max(1).unsigned_abs();
    let added = u128::from(dice) % quarter;
    pause + SignedDuration::from_millis(i64::try_from(added).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOUR: SignedDuration = SignedDuration::from_hours(1);

    fn after(failure: SyncFailure, pause: SignedDuration) -> Reading {
        Reading {
            tried_at: Timestamp::UNIX_EPOCH,
            failure: Some(failure),
            next_at: Timestamp::UNIX_EPOCH + pause,
        }
    }

    #[test]
    fn what_passes_is_tried_again_soon_and_then_less_often() {
        let weather = SyncFailure::Unavailable;
        let mut before = None;
        let mut pauses = Vec::new();
        for _ in 0..7 {
            let next = pause(weather, None, before, HOUR, 0);
            pauses.push(next.as_mins());
            before = Some(after(weather, next));
        }
        assert_eq!(pauses, [2, 4, 8, 16, 32, 60, 60]);
        let fine = Reading {
            failure: None,
            ..after(weather, HOUR)
        };
        assert_eq!(pause(weather, None, Some(fine), HOUR, 0).as_mins(), 2);
    }

    #[test]
    fn never_earlier_than_iracing_asks_and_the_account_is_spared() {
        let asked = Some(SignedDuration::from_hours(3));
        assert_eq!(
            pause(SyncFailure::Maintenance, asked, None, HOUR, 0).as_hours(),
            3
        );
        let short = SignedDuration::from_mins(15);
        for dice in [0, 1, u64::MAX] {
            let pause = pause(SyncFailure::SignInRefused, None, None, short, dice);
            assert!((HOUR..HOUR + short).contains(&pause), "{pause}");
        }
        assert_eq!(
            pause(SyncFailure::LeagueNotVisible, None, None, short, 0),
            short
        );
    }
}
