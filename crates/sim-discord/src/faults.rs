//! Faults that a test plants in the REST API.

use std::time::Duration;

/// What goes wrong.
#[derive(Clone, Debug, PartialEq)]
pub enum Fault {
    /// Answers this status with a JSON error body and does nothing.
    Status(u16),
    /// Does what was asked, then answers this status: the caller cannot know that it worked.
    DoneThen(u16),
    /// Answers 429 exactly as Discord does for this scope.
    RateLimited {
        /// Who refuses.
        scope: RateLimitScope,
        /// How long the caller is told to wait.
        retry_after: Duration,
    },
    /// Never answers; the connection stays open until the caller or the simulator closes it.
    Hang,
    /// Answers 502 with a proxy's HTML page.
    Garbage,
}

/// Which of Discord's limits a 429 speaks of; they differ in their headers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RateLimitScope {
    /// The bot's own bucket of this route.
    User,
    /// A bucket shared with others; does not count as an invalid request.
    Shared,
    /// The bot's 50 requests a second.
    Global,
    /// Cloudflare before Discord: no scope, no bucket.
    Cloudflare,
}

/// Which requests a fault meets: a method (or any), and a path that theirs begins with.
///
/// Paths are relative to `/api/v10/` and compared segment by segment; `*` stands for any one segment, as in
/// `guilds/*/members/*/roles`.
#[derive(Clone, Debug)]
pub struct Matching {
    method: Option<String>,
    path: Vec<String>,
}

impl Matching {
    /// Whether a request is meant.
    pub(crate) fn meets(&self, method: &str, segments: &[String]) -> bool {
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

impl From<&str> for Matching {
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

impl From<(&str, &str)> for Matching {
    fn from((method, path): (&str, &str)) -> Self {
        let method = (method != "*" && !method.is_empty()).then(|| method.to_owned());
        Self {
            method,
            ..Self::from(path)
        }
    }
}

/// A fault waiting for the requests it is meant for.
#[derive(Clone, Debug)]
pub(crate) struct Planted {
    pub(crate) matching: Matching,
    pub(crate) fault: Fault,
    pub(crate) times: u32,
}

/// Takes the first planted fault that meets this request.
pub(crate) fn take(planted: &mut Vec<Planted>, method: &str, segments: &[String]) -> Option<Fault> {
    let index = planted
        .iter()
        .position(|p| p.matching.meets(method, segments))?;
    let fault = planted[index].fault.clone();
    planted[index].times = planted[index].times.saturating_sub(1);
    if planted[index].times == 0 {
        planted.remove(index);
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
    fn a_fault_meets_whole_segments_of_the_right_method() {
        let roles = Matching::from(("PUT", "/api/v10/guilds/*/members"));
        assert!(roles.meets("PUT", &segments("guilds/1/members/2/roles/3")));
        assert!(!roles.meets("DELETE", &segments("guilds/1/members/2/roles/3")));
        assert!(!roles.meets("PUT", &segments("guilds/1/memberships")));
        assert!(Matching::from("channels").meets("GET", &segments("channels/5")));
    }

    #[test]
    fn a_fault_is_used_up() {
        let matching = Matching::from("channels");
        let mut planted = vec![Planted {
            matching,
            fault: Fault::Garbage,
            times: 2,
        }];
        let path = segments("channels/5");
        assert_eq!(take(&mut planted, "GET", &path), Some(Fault::Garbage));
        assert_eq!(take(&mut planted, "GET", &path), Some(Fault::Garbage));
        assert_eq!(take(&mut planted, "GET", &path), None);
    }
}
