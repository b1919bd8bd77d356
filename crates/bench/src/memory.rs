//! Resident memory of the API, as Linux counts it.

use crate::plan::Target;
use anyhow::{Context as _, Result};
use std::fs;

const KIB_PER_MIB: f64 = 1024.0;

/// What the API's process holds, in MiB.
pub(crate) struct Memory {
    process: u32,
    before: f64,
}

impl Memory {
    /// Counts peaks from now on.
    pub(crate) fn watch(target: &Target) -> Result<Self> {
        let process = target.process;
        // Resets the peak; see proc(5).
        let reset = format!("/proc/{process}/clear_refs");
        fs::write(&reset, "5").with_context(|| format!("could not write to {reset}"))?;
        let before = field(process, "VmRSS")?;
        Ok(Self { process, before })
    }

    /// What was held at the beginning.
    pub(crate) fn before(&self) -> f64 {
        self.before
    }

    /// How much more was held at most since.
    pub(crate) fn peak(&self) -> Result<f64> {
        Ok(field(self.process, "VmHWM")? - self.before)
    }
}

fn field(process: u32, name: &str) -> Result<f64> {
    let status = fs::read_to_string(format!("/proc/{process}/status"))
        .context("could not read the memory of the API")?;
    let line = status.lines().find_map(|line| {
        let value = line.strip_prefix(name)?.strip_prefix(':')?;
        value.trim().strip_suffix(" kB")?.parse::<f64>().ok()
    });
    Ok(line.with_context(|| format!("no {name}"))? / KIB_PER_MIB)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_peak_is_counted_from_its_beginning() {
        let target = Target {
            port: 1,
            bot_key: String::new(),
            root: 1,
            database: String::new(),
            process: std::process::id(),
            standings: 0,
            entries: 0,
        };
        let memory = Memory::watch(&target).unwrap();
        assert!(memory.before() > 0.0);
        let held = vec![1_u8; 64 << 20];
        let sum: u64 = held.iter().step_by(4096).map(|it| u64::from(*it)).sum();
        assert_eq!(sum, 16 << 10);
        drop(held);
        let peak = memory.peak().unwrap();
        assert!(peak > 60.0, "{peak}");
    }
}
