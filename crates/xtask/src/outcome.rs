//! How many tests passed and failed, read from what a test runner prints.

use std::ops::AddAssign;

/// The two runners; each reports its results in its own form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Runner {
    /// `cargo nextest run`: one summary for the whole run.
    Nextest,
    /// `cargo test`: one result for each test binary.
    CargoTest,
}

/// Numbers of tests.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    pub(crate) passed: u64,
    /// Tests that should have run and did not pass, including those that timed out, did not start or were
    /// cancelled.
    pub(crate) failed: u64,
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

/// Collects the counts of one run from its output, line by line.
pub(crate) struct Tally {
    runner: Runner,
    counts: Option<Counts>,
}

impl Tally {
    pub(crate) fn new(runner: Runner) -> Self {
        Self {
            runner,
            counts: None,
        }
    }

    /// Reads one line of output.
    pub(crate) fn read(&mut self, line: &str) {
        let line = without_colours(line);
        match self.runner {
            // The output of a failed test is repeated and might contain a summary; the runner's comes last.
            Runner::Nextest => self.counts = nextest_summary(&line).or(self.counts),
            Runner::CargoTest => {
                if let Some(counts) = cargo_test_result(&line) {
                    *self.counts.get_or_insert_default() += counts;
                }
            }
        }
    }

    /// The counts, unless the runner ended before it printed any.
    pub(crate) fn counts(&self) -> Option<Counts> {
        self.counts
    }
}

/// `     Summary [   3.2s] 8/9 tests run: 5 passed (1 slow), 2 failed, 1 timed out, 4 skipped`
fn nextest_summary(line: &str) -> Option<Counts> {
    let (run, results) = line
        .trim_start()
        .strip_prefix("Summary [")?
        .split_once("] ")?
        .1
        .split_once(" run: ")?;
    let run = run.split(' ').next()?;
    let (run, planned) = run.split_once('/').unwrap_or((run, run));
    let mut counts = Counts {
        passed: 0,
        failed: planned
            .parse::<u64>()
            .ok()?
            .checked_sub(run.parse().ok()?)?,
    };
    for result in without_parentheses(results).split(',') {
        let (number, kind) = result.trim().split_once(' ')?;
        let number: u64 = number.parse().ok()?;
        match kind.trim() {
            "passed" => counts.passed += number,
            "skipped" => {}
            _ => counts.failed += number,
        }
    }
    Some(counts)
}

/// `test result: ok. 5 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.01s`
fn cargo_test_result(line: &str) -> Option<Counts> {
    let results = line.strip_prefix("test result: ")?.split_once(". ")?.1;
    let number = |kind: &str| {
        let result = results
            .split("; ")
            .find_map(|result| result.strip_suffix(kind))?;
        result.trim().parse().ok()
    };
    Some(Counts {
        passed: number("passed")?,
        failed: number("failed")?,
    })
}

/// Terminal colours have the form `ESC [ … m`.
fn without_colours(line: &str) -> String {
    let mut pieces = line.split("\u{1b}[");
    let mut plain = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        plain.push_str(piece.split_once('m').map_or(piece, |(_, text)| text));
    }
    plain
}

/// Remarks such as `(1 slow, 2 flaky)` repeat numbers that are counted already.
fn without_parentheses(text: &str) -> String {
    let mut depth = 0_usize;
    let mut outside = String::new();
    for character in text.chars() {
        match character {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ if depth == 0 => outside.push(character),
            _ => {}
        }
    }
    outside
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(runner: Runner, output: &str) -> Option<(u64, u64)> {
        let mut tally = Tally::new(runner);
        output.lines().for_each(|line| tally.read(line));
        tally.counts().map(|counts| (counts.passed, counts.failed))
    }

    #[test]
    fn a_nextest_run_is_counted_by_its_summary() {
        let output = "        PASS [   0.006s] (2/2) nx t2\n────────────\n     \
                      Summary [   0.006s] 2 tests run: 2 passed, 1 skipped\n";
        assert_eq!(counts(Runner::Nextest, output), Some((2, 0)));
    }

    #[test]
    fn remarks_in_parentheses_are_not_counted_twice() {
        let line = "     Summary [  12.000s] 9 tests run: 9 passed (2 slow, 1 leaky), 0 skipped";
        assert_eq!(counts(Runner::Nextest, line), Some((9, 0)));
    }

    #[test]
    fn every_kind_of_test_that_did_not_pass_is_a_failure() {
        let line = "     Summary [   1.000s] 7 tests run: 3 passed (1 slow), 2 failed (1 due to being leaky), \
                    1 timed out, 1 exec failed, 4 skipped";
        assert_eq!(counts(Runner::Nextest, line), Some((3, 4)));
    }

    #[test]
    fn tests_that_a_cancelled_run_did_not_reach_are_failures() {
        let line = "     Summary [   1.000s] 4/10 tests run: 3 passed, 1 failed, 0 skipped";
        assert_eq!(counts(Runner::Nextest, line), Some((3, 7)));
    }

    #[test]
    fn a_run_of_one_test_is_counted() {
        let line = "     Summary [   0.010s] 1 test run: 1 passed, 0 skipped";
        assert_eq!(counts(Runner::Nextest, line), Some((1, 0)));
    }

    #[test]
    fn colours_do_not_hide_a_summary() {
        let line = "\u{1b}[32;1m     Summary\u{1b}[0m [   0.005s] \u{1b}[1m2\u{1b}[0m tests run: \
                    \u{1b}[1m2\u{1b}[0m \u{1b}[32;1mpassed\u{1b}[0m, \u{1b}[1m1\u{1b}[0m \
                    \u{1b}[33;1mskipped\u{1b}[0m";
        assert_eq!(counts(Runner::Nextest, line), Some((2, 0)));
    }

    #[test]
    fn a_harness_result_inside_a_nextest_run_is_not_counted() {
        let output = "    test result: FAILED. 0 passed; 1 failed; 0 ignored; 0 measured; 2 filtered out\n\
                      test result: FAILED. 0 passed; 1 failed; 0 ignored; 0 measured; 2 filtered out\n     \
                      Summary [   0.088s] 2 tests run: 1 passed, 1 failed, 1 skipped\n        \
                      FAIL [   0.087s] (2/2) nx t2\nerror: test run failed\n";
        assert_eq!(counts(Runner::Nextest, output), Some((1, 1)));
    }

    #[test]
    fn the_binaries_of_a_cargo_test_run_add_up() {
        let output = "test result: ok. 5 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s\n\
             test tests::test_result ... ok\n\
             test result: FAILED. 11 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 1.20s\n";
        assert_eq!(counts(Runner::CargoTest, output), Some((16, 2)));
    }

    #[test]
    fn a_runner_that_did_not_reach_its_tests_has_no_counts() {
        let output =
            "error[E0425]: cannot find value `x` in this scope\nerror: could not compile `xtask`\n";
        assert_eq!(counts(Runner::Nextest, output), None);
        assert_eq!(counts(Runner::CargoTest, output), None);
    }
}
