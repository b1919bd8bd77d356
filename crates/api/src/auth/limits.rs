//! How often a member may call. Kept in memory: it protects this process, and a restart forgives.

use super::rejection::Rejection;
use governor::clock::{Clock, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use paddock_api_types::{GuildId, TokenId, UserId};
use std::net::IpAddr;
use std::num::NonZeroU32;

/// Failed attempts per minute and address; they are cheap to make and fill the log.
const FAILURES_PER_MINUTE: NonZeroU32 = NonZeroU32::new(60).expect("not zero");

/// Sign-ins that may be begun per minute and address: each is a row for ten minutes.
const KNOCKS_PER_MINUTE: NonZeroU32 = NonZeroU32::new(30).expect("not zero");

/// Whose requests are counted together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Caller {
    /// A member of a guild, by whichever credentials they come: those who make more tokens make no
    /// more requests.
    Member(GuildId, UserId),
    /// The session of a browser, by what tells it from others. The token in its cookie may be in other
    /// hands.
    Session([u8; 32]),
    /// A token that we signed, until its row proves that it still works: one that was revoked, and
    /// may be in other hands, must not use up what its member has.
    Token(TokenId),
}

/// Counts requests per member, and failures per address.
pub(crate) struct RateLimits {
    calls: Option<DefaultKeyedRateLimiter<Caller>>,
    failures: Option<DefaultKeyedRateLimiter<IpAddr>>,
    knocks: Option<DefaultKeyedRateLimiter<IpAddr>>,
}

impl RateLimits {
    /// `per_minute` 0 switches everything off.
    pub(super) fn new(per_minute: u32) -> Self {
        let per_minute = NonZeroU32::new(per_minute);
        Self {
            calls: per_minute.map(|limit| RateLimiter::keyed(Quota::per_minute(limit))),
            failures: per_minute
                .map(|_| RateLimiter::keyed(Quota::per_minute(FAILURES_PER_MINUTE))),
            knocks: per_minute.map(|_| RateLimiter::keyed(Quota::per_minute(KNOCKS_PER_MINUTE))),
        }
    }

    pub(super) fn call(&self, caller: Caller) -> Result<(), Rejection> {
        check(self.calls.as_ref(), &caller)
    }

    /// A failed attempt from an address; of IPv6, from a network.
    pub(super) fn failure(&self, address: IpAddr) -> Result<(), Rejection> {
        check(self.failures.as_ref(), &address)
    }

    /// Something that nobody need be known for, and that is stored; from an address, or a network of IPv6.
    pub(super) fn knock(&self, address: IpAddr) -> Result<(), Rejection> {
        check(self.knocks.as_ref(), &address)
    }

    /// Drops the counts of idle callers, so that memory does not grow with every caller there ever was.
    pub(crate) fn evict_idle(&self) {
        if let Some(calls) = &self.calls {
            calls.retain_recent();
            calls.shrink_to_fit();
        }
        for addresses in self.failures.iter().chain(&self.knocks) {
            addresses.retain_recent();
            addresses.shrink_to_fit();
        }
    }
}

fn check<K: Clone + std::hash::Hash + Eq>(
    limiter: Option<&DefaultKeyedRateLimiter<K>>,
    key: &K,
) -> Result<(), Rejection> {
    let Some(limiter) = limiter else {
        return Ok(());
    };
    limiter.check_key(key).map_err(|until| {
        Rejection::RateLimited(until.wait_time_from(DefaultClock::default().now()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_caller_is_counted_alone() {
        let limits = RateLimits::new(2);
        let caller = |user| Caller::Member(GuildId::new(1).unwrap(), UserId::new(user).unwrap());
        assert!(limits.call(caller(1)).is_ok());
        assert!(limits.call(caller(1)).is_ok());
        assert!(matches!(
            limits.call(caller(1)),
            Err(Rejection::RateLimited(_))
        ));
        assert!(limits.call(caller(2)).is_ok());
        assert!(RateLimits::new(0).call(caller(1)).is_ok(), "switched off");
    }
}
