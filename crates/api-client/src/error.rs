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
            Self::Problem { problem, .. } => matches!(problem.status, 502..=504),
            Self::UnexpectedAnswer { status } => matches!(status, 502..=504),
            Self::Transport(error) => !error.is_builder() && !error.is_decode(),
            Self::InvalidBaseUrl(_) => false,
        }
    }
}
