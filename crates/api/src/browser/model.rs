//! Sessions, sign-ins, and when they end.

use crate::clock::CLOCKS_DIFFER;
use crate::operation::{Failure, fails};
use crate::secret::Hash;
use jiff::{SignedDuration, Timestamp};
use paddock_api_types::{GuildId, UserId};
use std::time::Duration;
use url::Url;

/// After this long without use a session has ended.
pub(super) const IDLE: Duration = Duration::from_hours(14 * 24);
/// After this long a session has ended, however much it was used.
pub(super) const LONGEST: Duration = Duration::from_hours(60 * 24);
/// How long the way to Discord and back may take.
pub(super) const SIGN_IN: Duration = Duration::from_mins(10);
/// Sessions of one member. A further one ends the one that was begun first.
pub(super) const MAX_SESSIONS: usize = 20;
/// Precision of the last use. A write for every request would cost more than it is worth.
const NOTED_EVERY: Duration = Duration::from_hours(1);
/// No address within Paddock is longer, in bytes; as wide as its column.
const LONGEST_PATH: usize = 2000;

/// A session as stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Session {
    /// Of its token.
    pub(crate) token_hash: Hash,
    /// The guild in which the person acts just now.
    pub(crate) guild_id: GuildId,
    pub(crate) user_id: UserId,
    pub(crate) created_at: Timestamp,
    pub(crate) used_at: Timestamp,
    pub(crate) expires_at: Timestamp,
}

impl Session {
    /// Tells it from others, without being able to use it.
    pub(crate) fn key(&self) -> [u8; 32] {
        self.token_hash.bytes()
    }

    /// Whether it goes on at this moment. One whose end lies further ahead than that of a new one was
    /// begun by a clock that was wrong.
    pub(crate) fn is_live(&self, now: Timestamp) -> bool {
        let meant = self.expires_at <= now + LONGEST + CLOCKS_DIFFER;
        meant && now < self.expires_at && now < self.used_at + IDLE
    }

    /// Whether it says already that it was used at this moment. A use that lies ahead was noted by a
    /// clock that was wrong.
    pub(super) fn is_noted(&self, now: Timestamp) -> bool {
        self.used_at + NOTED_EVERY > now && self.used_at <= now + CLOCKS_DIFFER
    }
}

/// The way to Discord and back, as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct SignIn {
    /// Of the state, which comes back with the code.
    pub(super) state_hash: Hash,
    /// Of the cookie of the browser in which it was begun.
    pub(super) browser_hash: Hash,
    /// What the code is redeemed with (RFC 7636).
    pub(super) verifier: String,
    /// Where to go afterwards.
    pub(super) return_to: String,
    pub(super) expires_at: Timestamp,
}

impl SignIn {
    /// Whether it can be finished at this moment.
    pub(super) fn is_live(&self, now: Timestamp) -> bool {
        now < self.expires_at
    }
}

/// Why a sign-in failed, or something about a session was refused.
#[derive(Debug, thiserror::Error)]
pub(crate) enum BrowserError {
    /// The operator has set no keys of a client.
    #[error("signing in is not set up")]
    NotConfigured,
    /// The way back leads elsewhere.
    #[error("the way back is no path of this site")]
    ForeignReturn,
    /// Without a state that goes on: used, too old, or never begun.
    #[error("the sign-in has ended, or was never begun")]
    Stale,
    /// Begun in another browser, so that somebody may want to sign this one in as themselves.
    #[error("the sign-in was begun in another browser")]
    OtherBrowser,
    /// The person said no.
    #[error("the sign-in was not allowed")]
    Denied,
    /// Discord cannot be reached, or answers later.
    #[error("Discord does not answer just now")]
    Unavailable {
        /// When Discord wants to be asked again.
        after: Option<SignedDuration>,
    },
    /// Discord answers something else than its documents say, or refuses our keys.
    #[error("Discord's answer cannot be used")]
    Unusable,
    /// The person is a member of no guild here.
    #[error("you are a member of no server that uses this")]
    NoGuild,
    /// The person is not a member of this guild.
    #[error("you are no member of this server")]
    NotAMember,
    /// Not a rule.
    #[error(transparent)]
    Failure(Failure),
}
fails!(BrowserError);

/// A path of this site, with a query perhaps, to which a browser may be sent.
pub(super) fn check_return(base: &Url, path: &str) -> Result<(), BrowserError> {
    let plain = path.starts_with('/')
        && !path.starts_with("//")
        && !path.contains('\\')
        && path.len() <= LONGEST_PATH
        && path.bytes().all(|byte| byte.is_ascii_graphic());
    // As a browser reads it.
    let here = base
        .join(path)
        .is_ok_and(|url| url.origin() == base.origin());
    if plain && here {
        Ok(())
    } else {
        Err(BrowserError::ForeignReturn)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::secret::Secret;
    use rstest::rstest;

    fn session(now: Timestamp) -> Session {
        Session {
            token_hash: Secret::from_random([0; 32]).hash(),
            guild_id: GuildId::new(1).unwrap(),
            user_id: UserId::new(1).unwrap(),
            created_at: now,
            used_at: now,
            expires_at: now + LONGEST,
        }
    }

    #[test]
    fn a_session_ends_unused_and_at_its_end() {
        let now: Timestamp = "2026-11-21T12:00:00Z".parse().unwrap();
        let mut session = session(now);
        let last = SignedDuration::from_millis(1);
        assert!(session.is_live(now + IDLE - last));
        assert!(!session.is_live(now + IDLE));
        session.used_at = now + LONGEST - last;
        assert!(session.is_live(now + LONGEST - last));
        assert!(!session.is_live(now + LONGEST), "used a moment ago");
        let before = now - Duration::from_hours(24);
        assert!(!session.is_live(before), "begun by a clock that was ahead");
    }

    #[test]
    fn a_use_is_noted_once_an_hour_and_by_a_clock_that_is_right() {
        let now: Timestamp = "2026-11-21T12:00:00Z".parse().unwrap();
        let mut session = session(now);
        assert!(session.is_noted(now + Duration::from_mins(59)));
        assert!(!session.is_noted(now + NOTED_EVERY));
        session.used_at = now + Duration::from_hours(24);
        assert!(!session.is_noted(now));
    }

    #[rstest]
    #[case::home("/", true)]
    #[case::query("/connections?success=iracing_connected", true)]
    #[case::address_in_a_query("/a?next=https://elsewhere.example.org", true)]
    #[case::another_host("//elsewhere.example.org", false)]
    #[case::three_slashes("///elsewhere.example.org", false)]
    #[case::backslash("/\\elsewhere.example.org", false)]
    #[case::tab("/\t/elsewhere.example.org", false)]
    #[case::line("/\n/elsewhere.example.org", false)]
    #[case::scheme("https://elsewhere.example.org", false)]
    #[case::script("javascript:alert(1)", false)]
    #[case::relative("connections", false)]
    #[case::nothing("", false)]
    #[case::letters("/ä", false)]
    fn ways_back(#[case] path: &str, #[case] allowed: bool) {
        for base in ["https://paddock.example.org", "http://127.0.0.1:8000"] {
            let checked = check_return(&base.parse().unwrap(), path);
            assert_eq!(checked.is_ok(), allowed, "{path}");
        }
        let long = format!("/{}", "a".repeat(LONGEST_PATH));
        assert!(check_return(&"http://127.0.0.1".parse().unwrap(), &long).is_err());
    }
}
