//! Time, and ids as the API generates them: rows of raw statements go to the same places of an index as Paddock's.

use jiff::Timestamp;
use std::sync::atomic::{AtomicI64, Ordering};

/// As in `crates/api/src/ids.rs`.
const EPOCH_MS: i64 = 1_704_067_200_000;
const RANDOM_BITS: u32 = 22;

#[expect(
    clippy::disallowed_methods,
    reason = "this measures against the clock on the wall, and there is nothing to inject it into"
)]
pub(crate) fn now() -> Timestamp {
    Timestamp::now()
}

/// Generates ids in ascending order.
#[derive(Default)]
pub(crate) struct Ids(AtomicI64);

impl Ids {
    pub(crate) fn next(&self, now_ms: i64) -> i64 {
        let fresh = (now_ms - EPOCH_MS) << RANDOM_BITS;
        let grow = |last: i64| Some(fresh.max(last + 1));
        let last = self
            .0
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, grow);
        last.map_or(fresh, |last| fresh.max(last + 1))
    }
}
