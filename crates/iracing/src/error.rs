//! What can go wrong between a caller and iRacing, by what the caller does next.

use std::fmt;
use std::time::Duration;

/// Why there is no answer, by what to do next. No variant holds a token, a secret or a signed link.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// Ask again after this time, with the same tokens.
    #[error("iRacing {why}; ask again in {} s", after.as_secs_f32().ceil())]
    RetryLater {
        /// How long to wait.
        after: Duration,
        /// What happened.
        why: Weather,
    },
    /// iRacing is closed, which may last for hours. Keep the tokens, and ask again after this time.
    #[error("iRacing is in maintenance")]
    Maintenance {
        /// How long to wait.
        after: Duration,
        /// What iRacing says about it.
        note: Option<String>,
    },
    /// The access token is not valid any more: refresh once, and ask again. If a fresh one is
    /// refused too, the member has to sign in again.
    #[error("iRacing refused the access token")]
    TokenExpired,
    /// The code or refresh token was used, has expired or was revoked. This alone is a reason to
    /// delete stored tokens; the member has to sign in again.
    #[error("the sign-in has ended; sign in to iRacing again")]
    SignInAgain,
    /// Client or credentials were refused. An operator has to act; asking again with the same locks
    /// the account out.
    #[error("iRacing refused the sign-in: {0}")]
    LoginRefused(Refusal),
    /// The token's member may not see this: a private league, or a scope that was not granted.
    #[error("iRacing does not show this to the account")]
    Forbidden,
    /// There is nothing of this id, or no result yet.
    #[error("iRacing knows nothing of it")]
    NotFound,
    /// The request was wrong; asking again changes nothing.
    #[error("iRacing rejected the request with status {status}")]
    Rejected {
        /// HTTP status.
        status: u16,
    },
    /// The answer cannot be understood. Asking again soon hardly helps.
    #[error("iRacing's answer cannot be read: {0}")]
    Garbage(&'static str),
    /// The configuration is not usable.
    #[error("{0}")]
    Config(String),
}

impl Error {
    /// After which time the same call may succeed; [`None`] if waiting does not help.
    pub fn retry_after(&self) -> Option<Duration> {
        match self {
            Self::RetryLater { after, .. } | Self::Maintenance { after, .. } => Some(*after),
            _ => None,
        }
    }
}

/// What passes by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Weather {
    /// The budget of requests, or of sign-ins, is used up.
    RateLimited,
    /// A server failed, or something before it.
    ServerFailed {
        /// HTTP status.
        status: u16,
    },
    /// No connection, none that lasted, or no answer in time.
    Unreachable,
    /// A signed link was refused, because it is too old.
    LinkRefused,
}

impl fmt::Display for Weather {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::RateLimited => f.write_str("allows no more requests"),
            Self::ServerFailed { status } => write!(f, "fails with status {status}"),
            Self::Unreachable => f.write_str("cannot be reached"),
            Self::LinkRefused => f.write_str("refused a link of its own"),
        }
    }
}

/// How a sign-in was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// OAuth's code, such as `invalid_client`; empty if there was none.
    pub code: String,
    /// iRacing's words, unless they repeat something secret.
    pub description: Option<String>,
    /// Id under which iRacing's support finds the request.
    pub request_id: Option<String>,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.code.is_empty() {
            "no reason given"
        } else {
            &self.code
        })?;
        if let Some(description) = &self.description {
            write!(f, " ({description})")?;
        }
        Ok(())
    }
}
