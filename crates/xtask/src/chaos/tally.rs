//! The numbers of a round, and of all of them.

use std::collections::BTreeMap;
use std::fmt;
use std::time::Duration;

use super::read_back::Found;

/// What became of the requests of a round.
#[derive(Debug, Default, Clone)]
pub(super) struct Tally {
    /// Writes that were acknowledged, by kind.
    pub(super) acknowledged: BTreeMap<&'static str, u64>,
    /// Answers that were none, by status and code.
    pub(super) errors: BTreeMap<String, u64>,
    /// Writes that were still not acknowledged long after the fault had ended.
    pub(super) stuck: u64,
    /// The slowest answer of `/readyz`.
    pub(super) readiness: Duration,
    lost: Vec<String>,
    doubled: Vec<String>,
}

impl Tally {
    /// Adds what was found when everything was read back.
    pub(super) fn found(&mut self, found: &Found) {
        self.lost.clone_from(&found.lost);
        self.doubled.clone_from(&found.doubled);
    }

    /// Adds another round. What is lost stays lost, and is found again in each round that follows.
    pub(super) fn add(&mut self, round: Self) {
        self.merge(&round);
        self.lost = round.lost;
        self.doubled = round.doubled;
    }

    /// Adds what another writer of the same round counted.
    pub(super) fn merge(&mut self, other: &Self) {
        for (&kind, count) in &other.acknowledged {
            *self.acknowledged.entry(kind).or_default() += count;
        }
        for (error, count) in &other.errors {
            *self.errors.entry(error.clone()).or_default() += count;
        }
        self.stuck += other.stuck;
        self.readiness = self.readiness.max(other.readiness);
    }

    /// Nothing lost, nothing doubled, no failure of ours, and all went on afterwards.
    pub(super) fn is_clean(&self) -> bool {
        let failed = self.errors.keys().any(|error| error.starts_with("500"));
        self.lost.is_empty() && self.doubled.is_empty() && self.stuck == 0 && !failed
    }

    /// What is printed at the end.
    pub(super) fn summary(&self) -> String {
        let mut lines = vec![self.to_string()];
        for (what, names) in [("lost", &self.lost), ("doubled", &self.doubled)] {
            lines.extend(names.iter().take(10).map(|name| format!("{what}: {name}")));
        }
        lines.join("\n")
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let all: u64 = self.acknowledged.values().sum();
        let kinds = self.acknowledged.iter();
        let kinds: Vec<_> = kinds
            .map(|(kind, count)| format!("{count} {kind}"))
            .collect();
        write!(f, "{all} acknowledged ({})", kinds.join(", "))?;
        write!(
            f,
            ", {} lost, {} doubled",
            self.lost.len(),
            self.doubled.len()
        )?;
        if self.stuck > 0 {
            write!(f, ", {} STUCK", self.stuck)?;
        }
        let errors = self.errors.iter();
        let errors: Vec<_> = errors
            .map(|(error, count)| format!("{count} x {error}"))
            .collect();
        let errors = if errors.is_empty() {
            "none".to_owned()
        } else {
            errors.join(", ")
        };
        write!(f, "; errors: {errors}")?;
        let slowest = self.readiness.as_millis();
        write!(f, "; slowest /readyz {slowest} ms")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with_error(error: &str) -> Tally {
        let mut tally = Tally::default();
        tally.errors.insert(error.to_owned(), 3);
        tally
    }

    #[test]
    fn refusals_for_a_while_are_no_failure_and_500_is() {
        assert!(with_error("503 unavailable").is_clean());
        assert!(with_error("no answer").is_clean());
        assert!(!with_error("500 internal").is_clean());
    }

    #[test]
    fn what_is_lost_is_counted_once() {
        let mut round = Tally::default();
        round.found(&Found {
            lost: vec!["registration 7".to_owned()],
            doubled: Vec::new(),
        });
        let mut total = Tally::default();
        total.add(round.clone());
        total.add(round);
        assert!(!total.is_clean());
        assert!(total.to_string().contains("1 lost, 0 doubled"));
        assert!(total.summary().ends_with("\nlost: registration 7"));
    }

    #[test]
    fn writers_that_cannot_go_on_are_a_failure() {
        let mut tally = Tally::default();
        let stuck = Tally {
            stuck: 1,
            ..Tally::default()
        };
        tally.merge(&stuck);
        assert!(!tally.is_clean());
    }
}
