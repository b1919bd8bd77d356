//! Connected accounts, and their rules.

pub(crate) mod audited;
pub(crate) mod keyring;

use self::keyring::{KeyId, Sealed};
use crate::league::LeagueError;
use crate::operation::{Failure, fails};
use jiff::{SignedDuration, Timestamp};
use paddock_api_types::{GuildId, UserId};
use paddock_iracing::{HostedResult, Livery, ResultRow, SimSession, Subsession};

/// How long a sign-in may take, and an invitation is good.
pub(crate) const SIGN_IN: SignedDuration = SignedDuration::from_mins(10);
/// Sign-ins of a member that are under way; one more ends all of them.
pub(crate) const MAX_SIGN_INS: i64 = 10;
/// An access token is renewed when it lasts no longer than this.
pub(crate) const EARLY: SignedDuration = SignedDuration::from_mins(5);
/// How long nobody else renews the tokens of an account after somebody began to: longer than the
/// request may take.
pub(crate) const REFRESHING: SignedDuration = SignedDuration::from_secs(60);
/// From one manual sync to the next.
pub(crate) const BETWEEN: SignedDuration = SignedDuration::from_secs(30);
/// How long nobody else syncs an account after somebody began to.
pub(crate) const SYNCING: SignedDuration = SignedDuration::from_mins(2);
/// How long nobody else takes a revocation up, and the time to the next try.
pub(crate) const REVOKING: SignedDuration = SignedDuration::from_mins(5);
/// iRacing searches no further back, and no wider.
pub(crate) const WINDOW: SignedDuration = SignedDuration::from_hours(90 * 24);
/// Results appear a while after the end of a session, so a search begins somewhat earlier than the
/// latest that is known.
const OVERLAP: SignedDuration = SignedDuration::from_mins(15);
/// Whoever has raced within this time is looked after more often.
const ACTIVE: SignedDuration = SignedDuration::from_hours(7 * 24);
const OFTEN: SignedDuration = SignedDuration::from_mins(5);
const SELDOM: SignedDuration = SignedDuration::from_hours(2);
/// An account is looked after at the latest after this time, whatever iRacing asks for. What is due later
/// was noted by a clock that was wrong.
pub(crate) const LONGEST: SignedDuration = SignedDuration::from_hours(24);
/// The same for results that are missing.
pub(crate) const LONGEST_AGAIN: SignedDuration = SignedDuration::from_hours(48);
/// How often results are asked for that iRacing did not give.
const MAX_TRIES: u32 = 12;
/// Of a name; iRacing's are shorter.
const MAX_NAME: usize = 100;

/// A connected account, without its tokens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Account {
    pub(crate) guild_id: GuildId,
    pub(crate) user_id: UserId,
    pub(crate) cust_id: i64,
    pub(crate) display_name: Option<String>,
    pub(crate) connected_at: Timestamp,
    /// When iRacing ended the connection.
    pub(crate) ended_at: Option<Timestamp>,
    /// When the refresh token ends, as far as iRacing said so.
    pub(crate) refresh_until: Option<Timestamp>,
    /// The latest end of a session that is known.
    pub(crate) known_until: Option<Timestamp>,
    pub(crate) last_synced_at: Option<Timestamp>,
    pub(crate) last_raced_at: Option<Timestamp>,
    /// None once the connection has ended.
    pub(crate) next_sync_at: Option<Timestamp>,
    /// Syncs that failed in a row.
    pub(crate) failures: u32,
}

/// Which account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct AccountKey {
    pub(crate) guild: GuildId,
    pub(crate) user: UserId,
}

/// The tokens of an account, as they are stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Tokens {
    pub(crate) cust_id: i64,
    pub(crate) access: Option<Sealed>,
    pub(crate) access_until: Timestamp,
    pub(crate) refresh: Option<Sealed>,
    pub(crate) refresh_until: Option<Timestamp>,
    pub(crate) key_id: KeyId,
    /// Until when somebody renews them.
    pub(crate) refreshing_until: Option<Timestamp>,
    pub(crate) version: i64,
}

/// Why an operation on a connected account was refused.
#[derive(Debug, thiserror::Error)]
pub(crate) enum IracingError {
    /// The operator has no client of iRacing.
    #[error("this installation has no access to iRacing; import result files instead")]
    NotConfigured,
    /// Nothing is connected.
    #[error("no iRacing account is connected")]
    NotConnected,
    /// iRacing ended the connection.
    #[error("the connection to iRacing has ended; connect the account again")]
    Expired,
    /// A sign-in that was used, is too old, or never began.
    #[error(
        "this sign-in is not known, was used, or is older than 10 minutes; /connect in Discord, or \
         Connected accounts in the browser, begins another"
    )]
    UnknownSignIn,
    /// iRacing refused, or the person did.
    #[error("{}", .0.detail())]
    SignIn(SignInFailure),
    /// It was asked a moment ago.
    #[error("iRacing was asked a moment ago")]
    TooSoon {
        /// How long to wait.
        wait: SignedDuration,
    },
    /// A part of a list that there is not.
    #[error("{expected}")]
    Invalid {
        field: &'static str,
        expected: &'static str,
    },
    /// What is stored cannot be opened.
    #[error(transparent)]
    Unopened(#[from] keyring::Unopened),
    /// iRacing does not answer this question.
    #[error(transparent)]
    Unreadable(paddock_iracing::Error),
    /// Not a rule.
    #[error(transparent)]
    Failure(Failure),
}
fails!(IracingError);

/// How a sign-in with iRacing ended that did not connect an account. Each has a code for the page on
/// which the person ends up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum SignInFailure {
    /// The person said no.
    Denied,
    /// iRacing granted less than was asked for.
    ScopeMissing,
    /// Another member has connected the account.
    AccountTaken,
    /// The member is not verified any more.
    NotVerified,
    /// The code was used or is too old.
    CodeRefused,
    /// iRacing refuses this installation.
    ClientRefused,
    /// iRacing cannot be reached or is in maintenance.
    Unavailable,
}

impl SignInFailure {
    /// As it stands in the address of a page.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::Denied => "access_denied",
            Self::ScopeMissing => "scope_missing",
            Self::AccountTaken => "account_taken",
            Self::NotVerified => "not_verified",
            Self::CodeRefused => "code_refused",
            Self::ClientRefused => "client_refused",
            Self::Unavailable => "iracing_unavailable",
        }
    }

    /// For the person.
    pub(crate) const fn detail(self) -> &'static str {
        match self {
            Self::Denied => "You did not allow it, so no iRacing account was connected.",
            Self::ScopeMissing => {
                "iRacing did not give access to everything that is needed. Connect again and allow it."
            }
            Self::AccountTaken => {
                "Another member of this server has connected this iRacing account. \
                 They have to disconnect it first."
            }
            Self::NotVerified => "Only verified members can connect an iRacing account.",
            Self::CodeRefused => "iRacing says that this sign-in is too old. Connect again.",
            Self::ClientRefused => {
                "iRacing refuses this installation of Paddock. Whoever runs it has to see to it."
            }
            Self::Unavailable => {
                "iRacing cannot be reached, or is in maintenance. Nothing has changed; try again later."
            }
        }
    }
}

impl From<LeagueError> for IracingError {
    fn from(error: LeagueError) -> Self {
        match error {
            LeagueError::IdTaken => Self::SignIn(SignInFailure::AccountTaken),
            LeagueError::Failure(failure) => Self::Failure(failure),
            _ => Self::SignIn(SignInFailure::NotVerified),
        }
    }
}

impl Account {
    pub(crate) fn key(&self) -> AccountKey {
        AccountKey {
            guild: self.guild_id,
            user: self.user_id,
        }
    }

    /// Where a search for new sessions begins.
    pub(crate) fn search_from(&self, now: Timestamp) -> Timestamp {
        let earliest = now - WINDOW;
        let known = self.known_until.map(|known| known - OVERLAP);
        known.unwrap_or(earliest).clamp(earliest, now)
    }
}

/// When an account is looked after next, once a sync went well.
pub(crate) fn next_sync(now: Timestamp, last_raced_at: Option<Timestamp>) -> Timestamp {
    let active = last_raced_at.is_some_and(|raced| now.duration_since(raced) <= ACTIVE);
    now + if active { OFTEN } else { SELDOM }
}

/// When it is looked after next, after so many failures in a row, and not before iRacing wants it.
pub(crate) fn after_failure(
    now: Timestamp,
    failures: u32,
    asked: Option<SignedDuration>,
) -> Timestamp {
    let pause = OFTEN.saturating_mul(1 << failures.min(5)).min(SELDOM);
    now + pause.max(asked.unwrap_or_default()).min(LONGEST)
}

/// When results are asked for again that iRacing did not give; none once that is pointless.
pub(crate) fn again(now: Timestamp, tries: u32) -> Option<Timestamp> {
    let pause = OFTEN.saturating_mul(1 << tries.min(12));
    (tries < MAX_TRIES).then(|| now + pause.min(LONGEST_AGAIN))
}

/// A name as far as it is kept.
pub(crate) fn name(of: &str) -> String {
    of.chars().take(MAX_NAME).collect()
}

/// What a search says of a session whose results iRacing does not give: that the account drove in it.
pub(crate) fn partial(found: &HostedResult, cust_id: i64) -> Subsession {
    let driver = ResultRow {
        cust_id: Some(cust_id),
        livery: None::<Livery>,
        ..ResultRow::default()
    };
    let race = SimSession {
        simsession_number: Some(0),
        simsession_type: Some(6),
        simsession_name: None,
        results: vec![driver],
    };
    Subsession {
        subsession_id: found.subsession_id,
        session_id: found.session_id,
        private_session_id: found.private_session_id,
        session_name: found.session_name.clone(),
        league_id: found.league_id,
        league_name: None,
        league_season_id: found.league_season_id,
        league_season_name: None,
        series_name: None,
        start_time: found.start_time,
        end_time: found.end_time,
        official_session: false,
        driver_changes: false,
        track: found.track.clone(),
        session_results: vec![race],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    fn account() -> Account {
        Account {
            guild_id: GuildId::new(1).unwrap(),
            user_id: UserId::new(2).unwrap(),
            cust_id: 812_345,
            display_name: None,
            connected_at: at("2026-11-01T00:00:00Z"),
            ended_at: None,
            refresh_until: None,
            known_until: None,
            last_synced_at: None,
            last_raced_at: None,
            next_sync_at: None,
            failures: 0,
        }
    }

    #[test]
    fn a_search_begins_where_the_last_one_ended_and_never_too_early() {
        let now = at("2026-11-21T12:00:00Z");
        let mut account = account();
        assert_eq!(account.search_from(now), at("2026-08-23T12:00:00Z"));
        account.known_until = Some(at("2026-11-20T21:00:00Z"));
        assert_eq!(account.search_from(now), at("2026-11-20T20:45:00Z"));
        account.known_until = Some(at("2026-01-01T00:00:00Z"));
        assert_eq!(account.search_from(now), at("2026-08-23T12:00:00Z"));
        account.known_until = Some(at("2027-01-01T00:00:00Z"));
        assert_eq!(
            account.search_from(now),
            now,
            "iRacing's clock may be ahead"
        );
    }

    #[test]
    fn whoever_raced_this_week_is_looked_after_often() {
        let now = at("2026-11-21T12:00:00Z");
        let next = |raced: Option<&str>| {
            let next = next_sync(now, raced.map(at));
            next.duration_since(now).as_mins()
        };
        assert_eq!(next(None), 120);
        assert_eq!(next(Some("2026-11-14T12:00:00Z")), 5);
        assert_eq!(next(Some("2026-11-14T11:59:59Z")), 120);
    }

    #[test]
    fn failures_are_followed_by_longer_pauses() {
        let now = at("2026-11-21T12:00:00Z");
        let pauses = |asked| {
            let after = |n| after_failure(now, n, asked).duration_since(now).as_mins();
            [0, 1, 2, 4, 30].map(after)
        };
        assert_eq!(pauses(None), [5, 10, 20, 80, 120]);
        assert_eq!(
            pauses(Some(SignedDuration::from_hours(1))),
            [60, 60, 60, 80, 120]
        );
        assert_eq!(pauses(Some(SignedDuration::from_hours(99))), [24 * 60; 5]);
        let tries: Vec<_> = (0..20).map_while(|n| again(now, n)).collect();
        assert_eq!(tries.len(), 12);
        assert!(tries.is_sorted() && tries[0] < tries[1]);
    }
}
