//! Ids of our own: time-ordered 64-bit numbers made in this process, so that any number of replicas
//! can write without asking each other.

use jiff::Timestamp;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

/// 2024-01-01T00:00:00Z: 41 bits of milliseconds from here last until 2093.
const EPOCH_MS: i64 = 1_704_067_200_000;
/// Random bits below the time. Two replicas that make an id in the same millisecond collide once in
/// four million times; the unique key notices, and the transaction runs again.
const RANDOM_BITS: u32 = 22;
/// How far the time in an id may be behind the time that its row says: the clock is read twice, and
/// may be set in between.
const TIMES_DIFFER: Duration = Duration::from_hours(1);
/// Random bits of the distance to the last id where the clock is behind it: replicas that rose above
/// the same id would otherwise make the same ones from there on.
const GAP_BITS: u32 = 12;

/// Source of randomness.
pub trait Rng: Send + Sync {
    /// 64 unpredictable bits.
    fn next(&self) -> u64;
}

/// The operating system's randomness.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemRng;

impl Rng for SystemRng {
    #[expect(
        clippy::disallowed_methods,
        reason = "this is the place that the lint points to"
    )]
    fn next(&self) -> u64 {
        let mut bytes = [0; 8];
        getrandom::fill(&mut bytes).expect("the operating system has randomness");
        u64::from_ne_bytes(bytes)
    }
}

/// Makes ids that grow within the process, and with the clock across processes.
pub(crate) struct Ids {
    rng: std::sync::Arc<dyn Rng>,
    last: AtomicI64,
}

impl Ids {
    /// Draws on this randomness.
    pub(crate) fn new(rng: std::sync::Arc<dyn Rng>) -> Self {
        Self {
            rng,
            last: AtomicI64::new(0),
        }
    }

    /// 64 unpredictable bits.
    pub(crate) fn random(&self) -> u64 {
        self.rng.next()
    }

    /// So many unpredictable bytes.
    pub(crate) fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        for part in bytes.chunks_mut(8) {
            part.copy_from_slice(&self.random().to_ne_bytes()[..part.len()]);
        }
        bytes
    }

    /// Has the next id be greater than this one, which somebody else made: ids of the same things must
    /// not fall back because a clock did.
    pub(crate) fn rise_above(&self, id: i64) {
        self.last.fetch_max(id, Ordering::SeqCst);
    }

    /// How far above a stored id to go where the next one has to be, so that replicas that rise above the
    /// same one differ.
    pub(crate) fn gap(&self) -> i64 {
        1 + low_bits(self.rng.next(), GAP_BITS)
    }

    /// The next id: positive, and greater than any that this process made or heard of before.
    pub(crate) fn next<Id: TryFrom<i64, Error: std::fmt::Debug>>(&self, now: Timestamp) -> Id {
        let time = lowest(now);
        let random = self.rng.next();
        let fresh = time | low_bits(random, RANDOM_BITS);
        let above = |last: i64| fresh.max(last + 1 + low_bits(random, GAP_BITS));
        let id = self
            .last
            .fetch_update(Ordering::SeqCst, Ordering::SeqCst, |last| Some(above(last)))
            .map_or(fresh, above);
        Id::try_from(id).expect("positive: time is, and so is one more than the last")
    }
}

fn low_bits(random: u64, count: u32) -> i64 {
    i64::try_from(random & ((1 << count) - 1)).expect("few bits fit")
}

/// No id that is made at this moment or later is lower.
pub(crate) fn lowest(at: Timestamp) -> i64 {
    (at.as_millisecond() - EPOCH_MS).max(0) << RANDOM_BITS
}

/// When an id was made, to moments: one that had to be above others can be ahead of the clock.
pub(crate) fn made_at(id: i64) -> Timestamp {
    let at = Timestamp::from_millisecond((id >> RANDOM_BITS) + EPOCH_MS);
    at.expect("41 bits of milliseconds are a time")
}

/// No id of a row that says of itself that it was made at this moment or later is lower: where to
/// begin to read rows by id that are chosen by time.
pub(crate) fn lowest_of_rows_since(at: Timestamp) -> i64 {
    lowest(at - TIMES_DIFFER)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_grow_within_a_millisecond_and_with_time() {
        let ids = Ids::new(std::sync::Arc::new(SystemRng));
        let now: Timestamp = "2026-11-21T12:00:00Z".parse().unwrap();
        let made: Vec<i64> = (0..1000).map(|_| ids.next(now)).collect();
        assert!(made.is_sorted_by(|a, b| a < b));
        let later: i64 = ids.next("2026-11-21T12:00:01Z".parse().unwrap());
        assert!(later > *made.last().unwrap());
        assert!(lowest(now) <= made[0] && lowest(now) > 0);
        assert_eq!(made_at(lowest(now)), now);
    }

    #[test]
    fn ids_rise_above_what_others_made_and_keep_apart() {
        let rng = std::sync::Arc::new(SystemRng);
        let replicas = [Ids::new(rng.clone()), Ids::new(rng)];
        let now: Timestamp = "2026-11-21T12:00:00Z".parse().unwrap();
        let stored = lowest("2026-11-22T12:00:00Z".parse().unwrap());
        let made = replicas.map(|ids| {
            ids.rise_above(stored);
            ids.rise_above(1);
            (0..3).map(|_| ids.next(now)).collect::<Vec<i64>>()
        });
        for ids in &made {
            assert!(ids[0] > stored && ids.is_sorted_by(|a, b| a < b));
        }
        assert_ne!(made[0], made[1]);
    }

    #[test]
    fn a_clock_before_the_epoch_still_gives_ids() {
        let ids = Ids::new(std::sync::Arc::new(SystemRng));
        let id: i64 = ids.next(Timestamp::UNIX_EPOCH);
        assert!(id > 0);
    }
}
