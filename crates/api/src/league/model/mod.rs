//! Links, drivers, and their rules.

pub(crate) mod audited;
pub(crate) mod files;
pub(crate) mod rosters;
pub(crate) mod syncs;

use crate::db;
use crate::operation::{Failure, fails};
use jiff::{SignedDuration, Timestamp};
use paddock_api_types::league::{IracingLink, LinkIracing, SyncFailure};
use paddock_api_types::{CustId, UserId};

/// Why an operation on the league was refused.
#[derive(Debug, thiserror::Error)]
pub(crate) enum LeagueError {
    /// The caller is not registered.
    #[error("you are not registered in this guild")]
    NotRegistered,
    /// Nothing is linked.
    #[error("no iRacing account is linked")]
    NotLinked,
    /// Somebody else linked the account.
    #[error("another member has linked this iRacing account")]
    IdTaken,
    /// What iRacing confirmed is not replaced by typing.
    #[error("iRacing confirmed the linked account; remove it before you type another one")]
    IdProven,
    /// A file holds no roster.
    #[error("{expected}")]
    Unreadable {
        /// Where it stops being one, in CSV.
        line: Option<u64>,
        /// What would be one.
        expected: String,
    },
    /// No league is set.
    #[error("this guild has no iRacing league; set its league_id")]
    NotSet,
    /// There is no account that reads.
    #[error("this installation has no access to iRacing; upload a roster instead")]
    NotConfigured,
    /// It was asked a moment ago.
    #[error("iRacing was asked less than a minute ago")]
    TooSoon {
        /// How long to wait.
        wait: SignedDuration,
    },
    /// iRacing gave no roster.
    #[error("iRacing gave no roster ({}); what was known stays", db::name(.0))]
    SyncFailed(SyncFailure),
    /// Not a rule.
    #[error(transparent)]
    Failure(Failure),
}
fails!(LeagueError);

fn unreadable(line: Option<u64>, expected: impl Into<String>) -> LeagueError {
    let expected = expected.into();
    LeagueError::Unreadable { line, expected }
}

/// The link after a member typed something.
pub(super) fn typed(
    user_id: UserId,
    before: Option<&IracingLink>,
    asked: &LinkIracing,
    at: Timestamp,
) -> Result<IracingLink, LeagueError> {
    let consent = asked.consent;
    match (asked.iracing_id.map(CustId::get), before) {
        (None, None) => Err(LeagueError::NotLinked),
        (Some(id), Some(before)) if id != before.iracing_id && before.proven => {
            Err(LeagueError::IdProven)
        }
        (None, Some(before)) => Ok(IracingLink {
            consent: consent.unwrap_or(before.consent),
            ..before.clone()
        }),
        (Some(id), Some(before)) if id == before.iracing_id => Ok(IracingLink {
            consent: consent.unwrap_or(before.consent),
            ..before.clone()
        }),
        (Some(iracing_id), before) => Ok(IracingLink {
            user_id,
            iracing_id,
            proven: false,
            consent: consent.unwrap_or_else(|| before.is_some_and(|before| before.consent)),
            linked_at: at,
        }),
    }
}

/// The link after iRacing itself said whose account it is.
pub(super) fn proven(
    user_id: UserId,
    before: Option<&IracingLink>,
    iracing_id: i64,
    at: Timestamp,
) -> IracingLink {
    let same = before.filter(|before| before.iracing_id == iracing_id);
    IracingLink {
        user_id,
        iracing_id,
        proven: true,
        consent: before.is_some_and(|before| before.consent),
        linked_at: same.map_or(at, |before| before.linked_at),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    fn user() -> UserId {
        UserId::new(5).unwrap()
    }

    fn asked(id: Option<i64>, consent: Option<bool>) -> LinkIracing {
        LinkIracing {
            iracing_id: id.map(|id| CustId::new(id).unwrap()),
            consent,
        }
    }

    #[test]
    fn a_new_link_shows_nothing_unless_asked_to() {
        let link = typed(user(), None, &asked(Some(7), None), at(1)).unwrap();
        assert!(!link.consent && !link.proven);
        let link = typed(user(), None, &asked(Some(7), Some(true)), at(1)).unwrap();
        assert!(link.consent);
        let nothing = typed(user(), None, &asked(None, Some(true)), at(1));
        assert!(matches!(nothing, Err(LeagueError::NotLinked)));
    }

    #[test]
    fn consent_and_account_change_apart_from_each_other() {
        let before = typed(user(), None, &asked(Some(7), Some(true)), at(1)).unwrap();
        let same = typed(user(), Some(&before), &asked(Some(7), None), at(2)).unwrap();
        assert_eq!(same, before);
        let revoked = typed(user(), Some(&before), &asked(None, Some(false)), at(2)).unwrap();
        assert_eq!((revoked.iracing_id, revoked.consent), (7, false));
        let other = typed(user(), Some(&before), &asked(Some(8), None), at(2)).unwrap();
        assert_eq!((other.iracing_id, other.consent), (8, true));
        assert_eq!(other.linked_at, at(2));
    }

    #[test]
    fn typing_does_not_replace_what_iracing_said() {
        let before = proven(user(), None, 7, at(1));
        assert!(before.proven && !before.consent);
        let other = typed(user(), Some(&before), &asked(Some(8), None), at(2));
        assert!(matches!(other, Err(LeagueError::IdProven)));
        let same = typed(user(), Some(&before), &asked(Some(7), Some(true)), at(2)).unwrap();
        assert!(same.proven && same.consent);
        assert_eq!(proven(user(), Some(&same), 7, at(3)), same);
    }
}
