//! Faults that a test injects.

use serde::Deserialize;
use serde_json::Value;
use std::time::Duration;

/// How a request fails.
#[derive(Clone, Debug, PartialEq)]
pub enum Fault {
    /// Answers this status with a JSON error body, without applying the request.
    Status(u16),
    /// Answers with a proxy's HTML page.
    Page {
        /// Status; also 200, as maintenance pages have.
        status: u16,
        /// Value of `Retry-After`.
        retry_after: Option<Duration>,
    },
    /// Answers 429 with plain text, as the Data API does.
    RateLimited {
        /// When the window ends, in `x-ratelimit-reset`. Without it there are no headers.
        reset_in: Option<Duration>,
    },
    /// Answers 200 with half of a JSON text.
    Garbage,
    /// Breaks the connection in the middle of the answer, without applying the request.
    Cut,
    /// Applies the request, then breaks the connection: the caller cannot know that it took effect.
    AppliedThenCut,
    /// Answers after this time.
    Slow(Duration),
    /// Never answers; the connection stays open until the caller or the simulator closes it.
    Hang,
    /// Answers 200 with this body, without applying the request.
    Body(Value),
}

/// A fault as the control surface takes it.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum NamedFault {
    Status(u16),
    Page(u16),
    RateLimited(Option<u64>),
    Garbage,
    Cut,
    AppliedThenCut,
    Slow(u64),
    Hang,
    Body(Value),
}

impl From<NamedFault> for Fault {
    fn from(named: NamedFault) -> Self {
        match named {
            NamedFault::Status(status) => Self::Status(status),
            NamedFault::Page(status) => Self::Page {
                status,
                retry_after: None,
            },
            NamedFault::RateLimited(seconds) => Self::RateLimited {
                reset_in: seconds.map(Duration::from_secs),
            },
            NamedFault::Garbage => Self::Garbage,
            NamedFault::Cut => Self::Cut,
            NamedFault::AppliedThenCut => Self::AppliedThenCut,
            NamedFault::Slow(seconds) => Self::Slow(Duration::from_secs(seconds)),
            NamedFault::Hang => Self::Hang,
            NamedFault::Body(body) => Self::Body(body),
        }
    }
}

/// A fault with the requests that it is meant for.
#[derive(Clone, Debug)]
pub(crate) struct InjectedFault {
    pub(crate) path: String,
    pub(crate) fault: Fault,
    pub(crate) times: u32,
}

/// Whether a path is, or is below, another; both without the slash before.
pub(crate) fn is_below(path: &str, prefix: &str) -> bool {
    let prefix = prefix.trim_matches('/');
    let rest = path.trim_start_matches('/').strip_prefix(prefix);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/') || prefix.is_empty())
}

/// Takes the first fault whose path fits this request.
pub(crate) fn take(faults: &mut Vec<InjectedFault>, path: &str) -> Option<Fault> {
    let index = faults.iter().position(|it| is_below(path, &it.path))?;
    let fault = faults[index].fault.clone();
    faults[index].times = faults[index].times.saturating_sub(1);
    if faults[index].times == 0 {
        faults.remove(index);
    }
    Some(fault)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_compared_by_whole_segments() {
        assert!(is_below("/data/league/roster", "data/league"));
        assert!(is_below("/data/league", "/data/league/"));
        assert!(is_below("/data/league", ""));
        assert!(!is_below("/data/leagues", "data/league"));
        assert!(!is_below("/oauth2/token", "data"));
    }

    #[test]
    fn a_fault_is_used_up() {
        let mut faults = vec![InjectedFault {
            path: "data".to_owned(),
            fault: Fault::Garbage,
            times: 2,
        }];
        assert_eq!(take(&mut faults, "/oauth2/token"), None);
        assert_eq!(take(&mut faults, "/data/league/get"), Some(Fault::Garbage));
        assert_eq!(take(&mut faults, "/data/league/get"), Some(Fault::Garbage));
        assert_eq!(take(&mut faults, "/data/league/get"), None);
    }
}
