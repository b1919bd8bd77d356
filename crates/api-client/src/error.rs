//! What can go wrong between a caller and the API.

use paddock_api_types::{ErrorCode, Problem};
use std::time::Duration;

/// Why an operation gave no answer.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The API refused, and says why.
    #[error("{} ({})", problem.detail, problem.code.as_str())]
    Problem {
        /// What it said.
        problem: Box<Problem>,
        /// How long to wait before asking again, where it said so.
        retry_after: Option<Duration>,
    },
    /// Something between here and the API answered, or the API speaks another version.
    #[error("unexpected answer with status {status}")]
    UnexpectedAnswer {
        /// HTTP status.
        status: u16,
    },
    /// No answer: refused, broken off or too late.
    #[error("the API cannot be reached")]
    Transport(#[from] reqwest::Error),
    /// The base URL given at the start is not one.
    #[error("not an http or https URL: {0}")]
    InvalidBaseUrl(String),
}

impl Error {
    /// The API's code, where it gave one.
    pub fn code(&self) -> Option<ErrorCode> {
        match self {
            Self::Problem { problem, .. } => Some(problem.code),
            _ => None,
        }
    }

    /// What the API said, where it said something.
    pub fn problem(&self) -> Option<&Problem> {
        match self {
            Self::Problem { problem, .. } => Some(problem),
            _ => None,
        }
    }

    /// The same request may succeed in a moment.
    pub fn is_transient(&self) -> bool {
        match self {
            Self::Problem { problem, .. } => {
                let known = problem.code.is_transient();
                known.unwrap_or_else(|| passes(problem.status))
            }
            Self::UnexpectedAnswer { status } => passes(*status),
            Self::Transport(error) => !error.is_builder() && !error.is_decode(),
            Self::InvalidBaseUrl(_) => false,
        }
    }
}

/// Whether what answered with this status may answer otherwise in a moment, where no code says it.
fn passes(status: u16) -> bool {
    matches!(status, 502..=504)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problem(code: ErrorCode, status: u16) -> Error {
        let problem = Problem {
            kind: String::new(),
            title: String::new(),
            status,
            detail: String::new(),
            code,
            field: None,
            params: serde_json::Map::new(),
            request_id: String::new(),
        };
        Error::Problem {
            problem: Box::new(problem),
            retry_after: None,
        }
    }

    #[test]
    fn a_code_decides_and_a_status_only_without_one() {
        let of = |code: ErrorCode| problem(code, code.status()).is_transient();
        assert!(of(ErrorCode::Unavailable) && of(ErrorCode::Timeout));
        // iRacing was asked as often as it may be: asking once more changes nothing.
        assert!(!of(ErrorCode::LeagueSyncFailed));
        assert!(!of(ErrorCode::Internal) && !of(ErrorCode::RateLimited));
        assert!(problem(ErrorCode::Unknown, 502).is_transient());
        assert!(!problem(ErrorCode::Unknown, 500).is_transient());
        assert!(Error::UnexpectedAnswer { status: 502 }.is_transient());
    }
}
