//! How often a member may call. Kept in memory: it protects this process, and a restart forgives.

use super::rejection::Rejection;
use governor::clock::{Clock, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use ipnet::IpNet;
use paddock_api_types::{GuildId, TokenId, UserId};
use std::net::IpAddr;
use std::num::NonZeroU32;

/// Failed attempts per minute and address; they are cheap to make and fill the log.
const FAILURES_PER_MINUTE: NonZeroU32 = NonZeroU32::new(60).expect("not zero");

/// Whose requests are counted together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Caller {
    /// A member of a guild, by whichever credentials they come: those who make more tokens make no
    /// more requests.
    Member(GuildId, UserId),
    /// A token that we signed, until its row proves that it still works: one that was revoked, and
    /// may be in other hands, must not use up what its member has.
    Token(TokenId),
}

/// Counts requests per member, and failures per address.
pub(crate) struct RateLimits {
    calls: Option<DefaultKeyedRateLimiter<Caller>>,
    failures: Option<DefaultKeyedRateLimiter<IpAddr>>,
    trusted_proxies: Vec<IpNet>,
}

impl RateLimits {
    /// `per_minute` 0 switches everything off.
    pub(super) fn new(per_minute: u32, trusted_proxies: Vec<IpNet>) -> Self {
        let per_minute = NonZeroU32::new(per_minute);
        Self {
            calls: per_minute.map(|limit| RateLimiter::keyed(Quota::per_minute(limit))),
            failures: per_minute
                .map(|_| RateLimiter::keyed(Quota::per_minute(FAILURES_PER_MINUTE))),
            trusted_proxies,
        }
    }

    pub(super) fn call(&self, caller: Caller) -> Result<(), Rejection> {
        check(self.calls.as_ref(), &caller)
    }

    pub(super) fn failure(&self, address: IpAddr) -> Result<(), Rejection> {
        check(self.failures.as_ref(), &address)
    }

    /// Who is behind the connection: the last address in `X-Forwarded-For` that is not one of our
    /// proxies. Anything before it can be made up.
    pub(super) fn client(&self, peer: IpAddr, forwarded_for: &str) -> IpAddr {
        let trusted = |address: IpAddr| self.trusted_proxies.iter().any(|it| it.contains(&address));
        let mut client = peer;
        for hop in forwarded_for.rsplit(',') {
            match hop.trim().parse() {
                Ok(address) if trusted(client) => client = address,
                _ => break,
            }
        }
        client
    }

    /// Drops the counts of idle callers, so that memory does not grow with every caller there ever was.
    pub(crate) fn evict_idle(&self) {
        if let Some(calls) = &self.calls {
            calls.retain_recent();
            calls.shrink_to_fit();
        }
        if let Some(failures) = &self.failures {
            failures.retain_recent();
            failures.shrink_to_fit();
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
    use rstest::rstest;

    #[rstest]
    #[case::direct("203.0.113.7", "", "203.0.113.7")]
    #[case::lying_client("203.0.113.7", "198.51.100.1", "203.0.113.7")]
    #[case::behind_the_proxy("127.0.0.1", "198.51.100.1", "198.51.100.1")]
    #[case::lying_behind_the_proxy("127.0.0.1", "192.0.2.9, 198.51.100.1", "198.51.100.1")]
    #[case::two_proxies("127.0.0.1", "198.51.100.1, 10.0.0.5", "198.51.100.1")]
    #[case::garbage("127.0.0.1", "unknown", "127.0.0.1")]
    fn the_client_is_found_behind_our_proxies_only(
        #[case] peer: IpAddr,
        #[case] forwarded: &str,
        #[case] client: IpAddr,
    ) {
        let trusted = vec![
            "127.0.0.1/32".parse().unwrap(),
            "10.0.0.0/8".parse().unwrap(),
        ];
        assert_eq!(RateLimits::new(1, trusted).client(peer, forwarded), client);
    }

    #[test]
    fn each_caller_is_counted_alone() {
        let limits = RateLimits::new(2, Vec::new());
        let caller = |user| Caller::Member(GuildId::new(1).unwrap(), UserId::new(user).unwrap());
        assert!(limits.call(caller(1)).is_ok());
        assert!(limits.call(caller(1)).is_ok());
        assert!(matches!(
            limits.call(caller(1)),
            Err(Rejection::RateLimited(_))
        ));
        assert!(limits.call(caller(2)).is_ok());
        assert!(
            RateLimits::new(0, Vec::new()).call(caller(1)).is_ok(),
            "switched off"
        );
    }
}
