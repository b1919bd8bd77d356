//! The steps of a long recipe: each is announced, runs even if others failed, and appears in the summary.

use std::ffi::OsStr;
use std::fmt;
use std::io::{self, BufRead as _, BufReader, IsTerminal as _};
use std::path::Path;
use std::process::{Command, ExitCode};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, ensure};

use crate::outcome::{Counts, Runner, Tally};

/// The steps so far, and their outcomes.
#[derive(Default)]
pub(crate) struct Steps {
    done: Vec<Step>,
    tests: Counts,
}

struct Step {
    name: String,
    outcome: Outcome,
    duration: Duration,
}

enum Outcome {
    Passed,
    Failed,
    Skipped(String),
}

impl Steps {
    /// Runs a step that is a function; its error is printed and is this step's failure.
    pub(crate) fn perform<T>(
        &mut self,
        name: &str,
        action: impl FnOnce() -> Result<T>,
    ) -> Option<T> {
        println!("\n=== {name}");
        let started = Instant::now();
        let (outcome, value) = match action() {
            Ok(value) => (Outcome::Passed, Some(value)),
            Err(error) => {
                println!("error: {error:#}");
                (Outcome::Failed, None)
            }
        };
        self.done.push(Step {
            name: name.to_owned(),
            outcome,
            duration: started.elapsed(),
        });
        value
    }

    /// Runs a step that is a command; returns whether it succeeded.
    pub(crate) fn run(&mut self, name: &str, command: Command) -> bool {
        self.perform(name, || pass_through(command, |_| ()))
            .is_some()
    }

    /// Runs a step whose command is a test runner: its output is passed through and its tests are counted.
    pub(crate) fn run_tests(&mut self, name: &str, runner: Runner, command: Command) {
        let mut tally = Tally::new(runner);
        let passed = self.perform(name, || pass_through(command, |line| tally.read(line)));
        let mut counts = tally.counts().unwrap_or_default();
        if passed.is_none() && counts.failed == 0 {
            // The runner was cut short, or failed for a reason other than a test.
            counts.failed = 1;
        }
        self.tests += counts;
    }

    /// Records a step that does not run, and why.
    pub(crate) fn skip(&mut self, name: &str, reason: &str) {
        self.done.push(Step {
            name: name.to_owned(),
            outcome: Outcome::Skipped(reason.to_owned()),
            duration: Duration::ZERO,
        });
    }

    /// Records tests that cannot run, and why. They count as a failure, whatever the cause.
    pub(crate) fn skip_tests(&mut self, name: &str, reason: &str) {
        self.skip(name, reason);
        self.tests.failed += 1;
    }

    /// What the recipe reports to the shell.
    pub(crate) fn exit_code(&self) -> ExitCode {
        if self.all_passed() {
            ExitCode::SUCCESS
        } else {
            ExitCode::FAILURE
        }
    }

    /// Whether nothing failed.
    fn all_passed(&self) -> bool {
        self.tests.failed == 0
            && !self
                .done
                .iter()
                .any(|step| matches!(step.outcome, Outcome::Failed))
    }
}

impl fmt::Display for Steps {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "\n=== summary")?;
        for Step {
            name,
            outcome,
            duration,
        } in &self.done
        {
            let seconds = duration.as_secs_f64();
            match outcome {
                Outcome::Passed => writeln!(f, "passed   {seconds:7.1} s  {name}")?,
                Outcome::Failed => writeln!(f, "FAILED   {seconds:7.1} s  {name}")?,
                Outcome::Skipped(reason) => writeln!(f, "skipped            {name}: {reason}")?,
            }
        }
        write!(
            f,
            "{} passed, {} failed",
            self.tests.passed, self.tests.failed
        )
    }
}

/// Runs a command with all its output on standard output, and passes each line to `read` as well.
fn pass_through(mut command: Command, mut read: impl FnMut(&str)) -> Result<()> {
    println!("$ {}", line_of(&command));
    if io::stdout().is_terminal() {
        // Cargo writes to a pipe here, and would leave colours out.
        command.env("CARGO_TERM_COLOR", "always");
    }
    // One pipe for both streams keeps their lines in order.
    let (reader, writer) = io::pipe().context("could not create a pipe")?;
    command.stdout(writer.try_clone()?).stderr(writer);
    let mut child = command
        .spawn()
        .with_context(|| format!("could not run {}", command.get_program().display()))?;
    // It holds the writing ends; the output ends only when they are closed.
    drop(command);
    let mut reader = BufReader::new(reader);
    let mut bytes = Vec::new();
    while reader.read_until(b'\n', &mut bytes)? > 0 {
        let line = String::from_utf8_lossy(&bytes);
        print!("{line}");
        read(line.trim_end_matches(['\r', '\n']));
        bytes.clear();
    }
    let status = child.wait().context("could not wait for the command")?;
    ensure!(status.success(), "{status}");
    Ok(())
}

/// The command as it would be typed.
fn line_of(command: &Command) -> String {
    let mut line = String::new();
    for (key, value) in command.get_envs() {
        // `PATH` is long, and the database is gone after this run.
        if let (Some(key), Some(value)) = (key.to_str(), value.and_then(OsStr::to_str))
            && !["PATH", "TEST_DATABASE_URL"].contains(&key)
        {
            line.extend([key, "=", value, " "]);
        }
    }
    let program = Path::new(command.get_program());
    line.push_str(&program.file_name().unwrap_or_default().to_string_lossy());
    for argument in command.get_args() {
        line.push(' ');
        line.push_str(&argument.to_string_lossy());
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shell(script: &str) -> Command {
        let mut command = Command::new("/bin/sh");
        command.args(["-c", script]);
        command
    }

    #[test]
    fn both_output_streams_of_a_runner_are_counted() {
        let mut steps = Steps::default();
        let result = "test result: ok. 2 passed; 0 failed; 0 ignored";
        let script = format!("echo '{result}'; echo '{result}' >&2");
        steps.run_tests("tests", Runner::CargoTest, shell(&script));
        assert!(steps.all_passed());
        assert_eq!(
            steps.tests,
            Counts {
                passed: 4,
                failed: 0
            }
        );
    }

    #[test]
    fn a_runner_that_is_cut_short_counts_as_one_failure() {
        let mut steps = Steps::default();
        steps.run_tests("tests", Runner::Nextest, shell("exit 101"));
        assert!(!steps.all_passed());
        assert!(steps.to_string().ends_with("\n0 passed, 1 failed"));
    }

    #[test]
    fn a_failed_step_without_tests_fails_the_recipe() {
        let mut steps = Steps::default();
        assert!(!steps.run("lint", shell("exit 1")));
        assert!(!steps.all_passed());
    }

    #[test]
    fn tests_that_cannot_run_count_as_a_failure() {
        let mut steps = Steps::default();
        steps.skip_tests("tests", "it does not compile");
        assert!(!steps.all_passed());
        assert!(steps.to_string().ends_with("\n0 passed, 1 failed"));
    }

    #[test]
    fn a_skipped_step_says_why() {
        let mut steps = Steps::default();
        steps.skip("typos", "not installed");
        assert!(steps.all_passed());
        assert!(steps.to_string().contains("typos: not installed"));
    }
}
