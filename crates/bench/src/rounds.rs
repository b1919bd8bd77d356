//! Rates, compared.
//!
//! The speed of a machine varies, so measurements are interleaved: each round measures everything for a short time, and
//! a ratio is the median of the ratios within the rounds.

use crate::load::{Answers, WORKERS};
use crate::table::{Table, median, milliseconds, rate};
use anyhow::Result;
use std::time::Duration;

const ROUNDS: u32 = 5;
/// Number of members who send requests.
pub(crate) const MEMBERS: i64 = 256;
/// Writes that share a COMMIT, in measurements of batches.
pub(crate) const BATCH: u32 = 64;

/// One of the measured operations.
pub(crate) trait Kind: Copy + PartialEq {
    /// Name in the table.
    fn name(self, on_sqlite: bool) -> String;

    /// For an operation of the engine, or of another program, the operation of Paddock to compare with it.
    fn paddock(self) -> Option<Self>;
}

/// The results of one operation.
pub(crate) struct Measured<K> {
    kind: K,
    /// Rates per second, by round.
    rates: Vec<f64>,
    all: Answers,
}

/// Measures everything for `seconds` each.
pub(crate) fn measure<K: Kind>(
    kinds: Vec<K>,
    seconds: f64,
    mut turn: impl FnMut(K, Duration) -> Result<Answers>,
) -> Result<Vec<Measured<K>>> {
    let mut measured: Vec<_> = kinds.into_iter().map(Measured::new).collect();
    let slice = Duration::from_secs_f64(seconds / f64::from(ROUNDS));
    // The first round warms up and does not count.
    for round in 0..=ROUNDS as usize {
        let length = if round == 0 { slice / 4 } else { slice };
        for place in 0..measured.len() {
            // The order varies, so that no operation always follows the same one.
            let place = (place + round) % measured.len();
            let it = &mut measured[place];
            let answers = turn(it.kind, length)?;
            if round > 0 {
                it.rates.push(answers.rate());
                it.all.add(answers);
            }
        }
    }
    Ok(measured)
}

/// Prints the results on this engine, beside the statements that are run without Paddock.
pub(crate) fn print<K: Kind>(
    version: &str,
    on_sqlite: bool,
    members: i64,
    seconds: f64,
    measured: &[Measured<K>],
) {
    print_beside("raw", version, on_sqlite, members, seconds, measured);
}

/// The same beside something else.
pub(crate) fn print_beside<K: Kind>(
    other: &str,
    version: &str,
    on_sqlite: bool,
    members: i64,
    seconds: f64,
    measured: &[Measured<K>],
) {
    let failed: Vec<_> = measured.iter().filter_map(Measured::failed).collect();
    let failed = match &failed[..] {
        [] => "no call failed".to_owned(),
        some => some.join("; "),
    };
    println!(
        "{version}: {members} members, {WORKERS} keep-alive connections, {seconds} s for each rate in \
         {ROUNDS} rounds; {failed}\n"
    );
    let ratio = format!("Paddock / {other}");
    let mut table = Table::new(&["", "per second", "p50 ms", "p99 ms", &ratio]);
    for it in measured {
        table.row([
            it.kind.name(on_sqlite),
            rate(it.all.rate()),
            milliseconds(it.all.percentile(50)),
            milliseconds(it.all.percentile(99)),
            it.ratio(measured),
        ]);
    }
    table.print();
}

impl<K: Kind> Measured<K> {
    fn new(kind: K) -> Self {
        Self {
            kind,
            rates: Vec::new(),
            all: Answers::default(),
        }
    }

    /// How many calls failed, if any did. They count for nothing.
    fn failed(&self) -> Option<String> {
        let refused = self.all.refused();
        let example = refused.example.as_ref()?;
        Some(format!("{} calls failed: {example}", refused.count))
    }

    /// Paddock's rate as a share of the other's.
    fn ratio(&self, measured: &[Self]) -> String {
        let Some(paddock) = self.kind.paddock() else {
            return String::new();
        };
        let paddock = measured.iter().find(|it| it.kind == paddock);
        let paddock = paddock.map_or(&[][..], |it| &it.rates);
        let ratios = paddock
            .iter()
            .zip(&self.rates)
            .map(|(one, other)| one / other);
        format!("{:.2}", median(ratios.collect()))
    }
}
