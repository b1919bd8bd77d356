//! Tokens and their rules.

use crate::audit::audited;
use crate::clock::CLOCKS_DIFFER;
use crate::operation::{Failure, fails};
use jiff::Timestamp;
use paddock_api_types::{GuildId, TokenId, TokenMinutes, UserId, name_key};
use serde::{Deserialize, Serialize};
use std::time::Duration;

/// Active tokens that one member may have.
pub(super) const MAX_ACTIVE: usize = 10;
/// Tokens of one member that are stored, those that no longer work included.
pub(super) const MAX_STORED: usize = 100;
/// How long a token that no longer works is stored and listed. What the audit log says of it stays.
pub(super) const STORED_FOR: Duration = Duration::from_hours(30 * 24);

/// Precision of "last used". A write for every request would cost more than it is worth.
const LAST_USED_EVERY: Duration = Duration::from_mins(1);

/// A token as stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Token {
    pub(crate) id: TokenId,
    pub(crate) guild_id: GuildId,
    pub(crate) user_id: UserId,
    pub(crate) name: String,
    /// The approval that it belongs to.
    pub(crate) approved_at: Timestamp,
    pub(crate) created_at: Timestamp,
    pub(crate) expires_at: Timestamp,
    pub(crate) last_used_at: Option<Timestamp>,
    pub(crate) revoked_at: Option<Timestamp>,
}

// A revoked token has no name any more, so that the entry of its revocation says which it was.
audited! { token: Token => "token:{}", token.id;
    until_deleted: expires_at, revoked_at;
    until_deleted(token.user_id): name = token.revoked_at.is_none().then_some(&token.name);
}

/// A token, and whether it works at the moment of looking.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TokenView {
    pub(crate) token: Token,
    pub(crate) active: bool,
}

/// Why an operation on tokens was refused.
#[derive(Debug, thiserror::Error)]
pub(crate) enum TokenError {
    /// No such token of this member.
    #[error("you have no such token")]
    NotFound,
    /// Only verified members make tokens.
    #[error("only verified members make tokens")]
    NotVerified,
    /// An admin has to approve first.
    #[error("an admin has to approve API access first")]
    ApiAccessRequired,
    /// The limit of active tokens is reached.
    #[error("you have {limit} active tokens; revoke one first")]
    LimitReached {
        /// The most that one member may have.
        limit: usize,
    },
    /// The limit of stored tokens is reached.
    #[error(
        "you have {limit} tokens, with those that no longer work; these are deleted 30 days after \
         their end"
    )]
    StoredLimitReached {
        /// The most that are stored of one member.
        limit: usize,
    },
    /// Names of active tokens are unique.
    #[error("another of your active tokens has this name")]
    NameTaken,
    /// A field has a value that is not allowed.
    #[error("expected {expected}")]
    Invalid {
        /// Its name.
        field: &'static str,
        /// The values that are allowed.
        expected: String,
    },
    /// Not a rule.
    #[error(transparent)]
    Failure(Failure),
}
fails!(TokenError);

/// Whether a member with these active tokens may have one more, under this name.
pub(super) fn check_new<'a>(
    name: &str,
    active: impl Iterator<Item = &'a Token>,
) -> Result<(), TokenError> {
    let key = name_key(name);
    let mut count = 0;
    for token in active {
        if name_key(&token.name) == key {
            return Err(TokenError::NameTaken);
        }
        count += 1;
    }
    if count >= MAX_ACTIVE {
        return Err(TokenError::LimitReached { limit: MAX_ACTIVE });
    }
    Ok(())
}

impl Token {
    /// As its owner sees it at this moment.
    pub(crate) fn view(self, approval: Option<Timestamp>, now: Timestamp) -> TokenView {
        TokenView {
            active: self.is_active(approval, now),
            token: self,
        }
    }

    /// Whether it works at this moment, for a member who has been approved since `approval`.
    pub(crate) fn is_active(&self, approval: Option<Timestamp>, now: Timestamp) -> bool {
        self.revoked_at.is_none() && now < self.expires_at && approval == Some(self.approved_at)
    }

    /// Whether it says already that it was used at this moment. A use that lies ahead was noted by a
    /// clock that was wrong.
    pub(super) fn is_noted(&self, now: Timestamp) -> bool {
        let noted = |last| last + LAST_USED_EVERY > now && last <= now + CLOCKS_DIFFER;
        self.last_used_at.is_some_and(noted)
    }
}

/// How long a token lives.
pub(super) fn lifetime(
    minutes: Option<TokenMinutes>,
    longest: Duration,
) -> Result<Duration, TokenError> {
    let asked = minutes.map_or(longest, |minutes| {
        Duration::from_secs(u64::from(minutes.get()) * 60)
    });
    if asked > longest {
        let expected = format!("1 to {} minutes", longest.as_secs() / 60);
        return Err(TokenError::Invalid {
            field: "expires_in_minutes",
            expected,
        });
    }
    Ok(asked)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_lives_as_long_as_configured_unless_told() {
        let longest = Duration::from_hours(1);
        assert_eq!(lifetime(None, longest).unwrap(), longest);
        let minutes = TokenMinutes::new;
        assert_eq!(
            lifetime(minutes(5), longest).unwrap(),
            Duration::from_mins(5)
        );
        assert!(lifetime(minutes(61), longest).is_err());
    }

    fn token(approved_at: Timestamp) -> Token {
        Token {
            id: TokenId::new(1).unwrap(),
            guild_id: GuildId::new(1).unwrap(),
            user_id: UserId::new(1).unwrap(),
            name: "token".to_owned(),
            approved_at,
            created_at: approved_at,
            expires_at: approved_at + Duration::from_hours(1),
            last_used_at: None,
            revoked_at: None,
        }
    }

    #[test]
    fn a_use_is_noted_once_a_minute_and_by_a_clock_that_is_right() {
        let now: Timestamp = "2026-11-21T12:00:00Z".parse().unwrap();
        let mut token = token(now);
        assert!(!token.is_noted(now), "never used");
        token.last_used_at = Some(now);
        assert!(token.is_noted(now + Duration::from_secs(59)));
        assert!(!token.is_noted(now + Duration::from_mins(1)));
        token.last_used_at = Some(now + Duration::from_hours(24));
        assert!(!token.is_noted(now));
    }

    #[test]
    fn a_token_dies_with_its_approval_for_good() {
        let approved_at: Timestamp = "2026-11-21T12:00:00Z".parse().unwrap();
        let token = token(approved_at);
        let later = approved_at + Duration::from_mins(1);
        assert!(token.is_active(Some(approved_at), later));
        assert!(!token.is_active(None, later), "withdrawn");
        assert!(!token.is_active(Some(later), later), "approved again");
        assert!(
            !token.is_active(Some(approved_at), token.expires_at),
            "expired"
        );
    }
}
