//! What lost a race, or waited for a lock in vain, is tried again.

use super::Error;
use std::hash::{BuildHasher, RandomState};
use std::time::Duration;
use tokio::time::Instant;

/// A conflict that lasts longer is an outage.
const RETRY_BUDGET: Duration = Duration::from_secs(5);
/// How often something is tried again that waited for a lock in vain. Whoever holds that is none of
/// ours, and it has waited for seconds already.
const LOCK_RETRIES: u32 = 1;
const SHORTEST_PAUSE: Duration = Duration::from_millis(4);
const LONGEST_PAUSE: Duration = Duration::from_millis(128);

/// What an attempt relies on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pace {
    /// That nothing is refused, as is usual. MariaDB is sent several statements at once where nobody waits for
    /// their answers; SQLite undoes the whole batch if it has to undo one of it.
    Swift,
    /// On nothing. MariaDB is sent each statement by itself, so that each error is told where it arises; SQLite
    /// can undo it by itself.
    Careful,
}

/// Whether and when something is tried again.
pub(super) struct Retries {
    deadline: Instant,
    longest: Duration,
    lock_waits: u32,
}

impl Default for Retries {
    fn default() -> Self {
        Self {
            deadline: Instant::now() + RETRY_BUDGET,
            longest: SHORTEST_PAUSE,
            lock_waits: 0,
        }
    }
}

impl Retries {
    /// Whether another attempt can succeed.
    pub(super) fn allow_another(&mut self, error: &Error) -> bool {
        self.lock_waits += u32::from(error.is_lock_wait());
        let hopeless = !error.is_transient() || self.lock_waits > LOCK_RETRIES;
        !hopeless && Instant::now() < self.deadline
    }

    /// Waits until it is due: those who collided would collide again if they all waited equally long.
    pub(super) async fn pause(&mut self) {
        tokio::time::sleep(random_up_to(self.longest)).await;
        self.longest = (self.longest * 2).min(LONGEST_PAUSE);
    }

    /// The same, where nobody else who collided tries again.
    pub(super) async fn pause_briefly(&self) {
        tokio::time::sleep(random_up_to(SHORTEST_PAUSE)).await;
    }

    /// Whether another attempt was due before.
    pub(super) fn is_repeated(&self) -> bool {
        self.longest > SHORTEST_PAUSE
    }

    /// Until when others are waited for.
    pub(super) fn deadline(&self) -> Instant {
        self.deadline
    }
}

/// No rule rests on this, only who tries first: what the standard library keys its maps with is good
/// enough.
pub(super) fn random() -> i64 {
    RandomState::new().hash_one(()).cast_signed()
}

fn random_up_to(longest: Duration) -> Duration {
    let dice = random().rem_euclid(1000);
    longest * u32::try_from(dice).expect("below a thousand") / 1000
}
