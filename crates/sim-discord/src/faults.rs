//! Faults that a test injects into the REST API.

use std::fmt;
use std::time::Duration;

use serde_json::Value;

/// How a request fails.
#[derive(Clone, Debug, PartialEq)]
pub enum Fault {
    /// Answers this status with a JSON error body, without applying the request.
    Status(u16),
    /// Applies the request, then answers this status: the caller cannot know that it took effect.
    AppliedThen(u16),
    /// Answers 429 exactly as Discord does for this scope.
    RateLimited {
        /// The limit that was reached.
        scope: RateLimitScope,
        /// The wait that the answer asks for.
        retry_after: Duration,
    },
    /// Applies the request, and answers it so much later: by the simulated clock, which [`crate::SimDiscord::advance`]
    /// moves, or by the machine's, whichever is first.
    Slow {
        /// How much later.
        by: Duration,
    },
    /// Never answers; the connection stays open until the caller or the simulator closes it.
    Hang,
    /// Answers 502 with a proxy's HTML page.
    Garbage,
    /// Answers 200 with this body, without applying the request.
    Body(Value),
}

/// The limit that a 429 reports; the headers differ by limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RateLimitScope {
    /// The bot's own bucket of this route.
    User,
    /// A bucket shared with other applications; it does not count as an invalid request.
    Shared,
    /// The bot's 50 requests a second.
    Global,
    /// Cloudflare before Discord: no scope, no bucket.
    Cloudflare,
}

/// Selects requests by method (or any method) and by the beginning of their path.
///
/// Paths are relative to `/api/v10/` and compared segment by segment; `*` stands for any one segment, as in
/// `guilds/*/members/*/roles`.
#[derive(Clone, Debug)]
pub struct RequestPattern {
    method: Option<String>,
    path: Vec<String>,
}

impl RequestPattern {
    /// Whether a request fits the pattern.
    pub(crate) fn matches(&self, method: &str, segments: &[String]) -> bool {
        self.method
            .as_deref()
            .is_none_or(|wanted| wanted.eq_ignore_ascii_case(method))
            && self.path.len() <= segments.len()
            && self
                .path
                .iter()
                .zip(segments)
                .all(|(want, have)| want == "*" || want == have)
    }
}

impl fmt::Display for RequestPattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let method = self.method.as_deref().unwrap_or("*");
        write!(f, "{method} {}", self.path.join("/"))
    }
}

impl From<&str> for RequestPattern {
    fn from(path: &str) -> Self {
        let path = path.trim_start_matches("/api/v10");
        let path = path
            .split('/')
            .filter(|s| !s.is_empty())
            .map(str::to_owned)
            .collect();
        Self { method: None, path }
    }
}

impl From<(&str, &str)> for RequestPattern {
    fn from((method, path): (&str, &str)) -> Self {
        let method = (method != "*" && !method.is_empty()).then(|| method.to_owned());
        Self {
            method,
            ..Self::from(path)
        }
    }
}

/// A fault with the requests that it is meant for.
#[derive(Clone, Debug)]
pub(crate) struct InjectedFault {
    pub(crate) pattern: RequestPattern,
    pub(crate) fault: Fault,
    pub(crate) times: u32,
}

/// Takes the first fault whose pattern fits this request.
pub(crate) fn take(
    faults: &mut Vec<InjectedFault>,
    method: &str,
    segments: &[String],
) -> Option<Fault> {
    let index = faults
        .iter()
        .position(|f| f.pattern.matches(method, segments))?;
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

    fn segments(path: &str) -> Vec<String> {
        path.split('/').map(str::to_owned).collect()
    }

    #[test]
    fn a_pattern_compares_the_method_and_whole_segments() {
        let roles = RequestPattern::from(("PUT", "/api/v10/guilds/*/members"));
        assert!(roles.matches("PUT", &segments("guilds/1/members/2/roles/3")));
        assert!(!roles.matches("DELETE", &segments("guilds/1/members/2/roles/3")));
        assert!(!roles.matches("PUT", &segments("guilds/1/memberships")));
        assert!(RequestPattern::from("channels").matches("GET", &segments("channels/5")));
    }

    #[test]
    fn a_fault_is_used_up() {
        let mut faults = vec![InjectedFault {
            pattern: RequestPattern::from("channels"),
            fault: Fault::Garbage,
            times: 2,
        }];
        let path = segments("channels/5");
        assert_eq!(take(&mut faults, "GET", &path), Some(Fault::Garbage));
        assert_eq!(take(&mut faults, "GET", &path), Some(Fault::Garbage));
        assert_eq!(take(&mut faults, "GET", &path), None);
    }
}
