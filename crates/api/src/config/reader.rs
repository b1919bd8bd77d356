//! Reading of keys, and collecting of faults.

use std::{collections::HashMap, fmt, ops::RangeInclusive, str::FromStr};
use url::Url;

/// Where this runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Environment {
    /// On somebody's own machine: what is missing is made up.
    Development,
    /// Where it matters: every secret is given, and none of them is an example.
    Production,
}

impl Environment {
    /// `PADDOCK_ENV`, or development.
    pub fn read(reader: &mut Reader<'_>) -> Self {
        match reader.get("PADDOCK_ENV") {
            None | Some("development") => Self::Development,
            Some("production") => Self::Production,
            Some(_) => {
                reader.fault("PADDOCK_ENV", "expected `development` or `production`");
                // Stricter, so that the rest is judged as it would be where it matters.
                Self::Production
            }
        }
    }
}

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The key in the environment.
    pub key: String,
    /// What is expected.
    pub expected: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}", self.key, self.expected)
    }
}

/// Everything that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConfigError {
    /// In the order in which they were found.
    pub faults: Vec<Fault>,
}

impl std::error::Error for ConfigError {}

impl fmt::Display for ConfigError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let count = self.faults.len();
        let noun = if count == 1 { "fault" } else { "faults" };
        write!(formatter, "the configuration has {count} {noun}:")?;
        self.faults
            .iter()
            .try_for_each(|fault| write!(formatter, "\n  {fault}"))
    }
}

/// Something that was set and cannot be meant; the reader keeps what.
#[derive(Debug)]
pub(crate) struct Faulty;

/// The environment, and what was found wrong in it.
pub struct Reader<'e> {
    variables: &'e HashMap<String, String>,
    faults: Vec<Fault>,
}

impl<'e> Reader<'e> {
    /// Reads these variables.
    pub fn new(variables: &'e HashMap<String, String>) -> Self {
        Self {
            variables,
            faults: Vec::new(),
        }
    }

    /// The value of a key; an empty one counts as absent, as docker compose passes unset keys.
    pub fn get(&self, key: &str) -> Option<&'e str> {
        self.variables
            .get(key)
            .map(|value| value.trim())
            .filter(|value| !value.is_empty())
    }

    /// The value of a key, or a fault that says what belongs there.
    pub fn require(&mut self, key: &str, expected: &str) -> Option<&'e str> {
        let value = self.get(key);
        // A malformed value was reported when it was parsed.
        if value.is_none() {
            self.fault(key, format!("missing; expected {expected}"));
        }
        value
    }

    /// The parsed value of a key, `None` when absent, and a fault when malformed.
    pub fn parse<T: FromStr>(&mut self, key: &str, expected: &str) -> Option<T> {
        let parsed = self.get(key)?.parse().ok();
        if parsed.is_none() {
            self.fault(key, format!("expected {expected}"));
        }
        parsed
    }

    /// The address of a service in the place of its own, for a stand-in.
    pub(crate) fn address(&mut self, key: &str) -> Result<Option<String>, Faulty> {
        let Some(text) = self.get(key) else {
            return Ok(None);
        };
        let url = Url::parse(text).ok().filter(|url| {
            let plain =
                url.query().is_none() && url.username().is_empty() && url.password().is_none();
            matches!(url.scheme(), "http" | "https") && url.has_host() && plain
        });
        if url.is_none() {
            let expected = "expected an http or https address, without credentials or query";
            self.fault(key, expected);
        }
        url.map(|_| Some(text.to_owned())).ok_or(Faulty)
    }

    /// The parsed value of a key that lies in a range, `unset` when absent, and a fault otherwise.
    pub(crate) fn within<T: FromStr + PartialOrd>(
        &mut self,
        key: &str,
        unset: T,
        allowed: RangeInclusive<T>,
        expected: &str,
    ) -> Option<T> {
        let Some(text) = self.get(key) else {
            return Some(unset);
        };
        let number = text.parse().ok().filter(|number| allowed.contains(number));
        if number.is_none() {
            self.fault(key, format!("expected {expected}"));
        }
        number
    }

    /// Notes a fault. Never give it a value: it may be a secret.
    pub fn fault(&mut self, key: &str, expected: impl Into<String>) {
        let fault = Fault {
            key: key.to_owned(),
            expected: expected.into(),
        };
        // Both the API and the bot read some keys.
        if !self.faults.contains(&fault) {
            self.faults.push(fault);
        }
    }

    /// Faults every key with this prefix that nobody reads.
    pub fn refuse_unknown(&mut self, prefix: &str, known: &[&str]) {
        let mut unknown: Vec<_> = self
            .variables
            .keys()
            .filter(|key| key.starts_with(prefix) && !known.contains(&key.as_str()))
            .collect();
        unknown.sort();
        for key in unknown {
            self.fault(key, format!("unknown key; known are {}", known.join(", ")));
        }
    }

    /// What was read, if nothing was wrong.
    pub fn finish<T>(self, read: Option<T>) -> Result<T, ConfigError> {
        match read {
            Some(read) if self.faults.is_empty() => Ok(read),
            _ => Err(ConfigError {
                faults: self.faults,
            }),
        }
    }
}
