//! What is counted, and how it is shown.

use std::fs;
use std::time::Duration;

/// Resident memory of a process, in MiB; nothing where the system does not say.
pub(crate) fn resident(process: u32) -> f64 {
    let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let kibibytes = status.lines().find_map(|line| {
        let value = line.strip_prefix("VmRSS:")?.trim();
        value.strip_suffix(" kB")?.parse::<f64>().ok()
    });
    kibibytes.unwrap_or_default() / 1024.0
}

/// Times in order.
pub(crate) struct Times(Vec<Duration>);

impl Times {
    pub(crate) fn new(mut times: Vec<Duration>) -> Self {
        times.sort_unstable();
        Self(times)
    }

    pub(crate) fn count(&self) -> usize {
        self.0.len()
    }

    /// So many of a hundred are not longer.
    pub(crate) fn at(&self, percent: usize) -> Duration {
        let place = (self.0.len() * percent).div_ceil(100).max(1) - 1;
        self.0.get(place).copied().unwrap_or_default()
    }
}

impl std::fmt::Display for Times {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let [median, high, longest] = [50, 99, 100].map(|it| self.at(it).as_millis());
        write!(f, "p50 {median} ms, p99 {high} ms, longest {longest} ms")
    }
}
