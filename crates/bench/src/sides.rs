//! The cost of a hundred times as much: the same calls on a small history and on a large one.

use crate::http::Request;
use crate::load::{self, Answers, Keys, Manner, WORKERS};
use crate::plan::{Plan, Target};
use crate::table::{Table, median, milliseconds, rate};
use anyhow::Result;
use std::sync::Arc;
use std::time::Duration;
use tokio::runtime::Runtime;

const ROUNDS: u32 = 4;
/// Time for a cell of this table, as a share of the time for a rate.
const PART: f64 = 0.2;
/// How much more a call may cost in the large history.
pub(crate) const AIM: f64 = 2.0;

/// The requests that are measured.
pub(crate) struct Calls {
    pub(crate) name: &'static str,
    pub(crate) requests: Vec<Request>,
}

/// One of the two histories.
pub(crate) struct Side<'p> {
    pub(crate) target: &'p Target,
    pub(crate) calls: Vec<Calls>,
}

/// Measures every call on both sides, and prints how they compare. Answers the largest ratio and its call.
pub(crate) fn measure(
    sides: &[Side<'_>; 2],
    plan: &Plan,
    keys: &Arc<Keys>,
    http: &Runtime,
) -> Result<(f64, &'static str)> {
    println!(
        "{:.1} s for each cell in {ROUNDS} rounds; no call failed\n",
        plan.seconds * PART
    );
    let mut table = Table::new(&[
        "",
        "at once",
        "small /s",
        "p50 ms",
        "p99 ms",
        "large /s",
        "p50 ms",
        "p99 ms",
        "p50 ratio",
        "rate ratio",
    ]);
    let mut worst = (0.0, "");
    for (call, name) in sides[0].calls.iter().map(|calls| calls.name).enumerate() {
        for workers in [1, WORKERS] {
            let compared = compare(sides, call, workers, plan, keys);
            let compared = http.block_on(compared)?;
            for ratio in compared.ratios() {
                if ratio > worst.0 {
                    worst = (ratio, name);
                }
            }
            table.row(
                [name.to_owned(), workers.to_string()]
                    .into_iter()
                    .chain(compared.cells()),
            );
        }
    }
    table.print();
    println!("ratio: large to small in p50, small to large in rates, both aimed at below {AIM}");
    Ok(worst)
}

/// The same calls on both sides.
#[derive(Default)]
struct Compared {
    small: Answers,
    large: Answers,
    slower: Vec<f64>,
}

async fn compare(
    sides: &[Side<'_>; 2],
    call: usize,
    workers: usize,
    plan: &Plan,
    keys: &Arc<Keys>,
) -> Result<Compared> {
    let mut compared = Compared::default();
    let slice = Duration::from_secs_f64(plan.seconds * PART / f64::from(ROUNDS));
    for round in 0..=ROUNDS {
        // The first round warms up.
        let length = if round == 0 { slice / 4 } else { slice };
        let mut answers = Vec::new();
        for side in sides {
            let requests = &side.calls[call].requests;
            answers.push(
                load::ask(
                    Manner::Repeated,
                    side.target.port,
                    requests,
                    workers,
                    length,
                    keys,
                )
                .await?,
            );
        }
        if round > 0 {
            compared.slower.push(answers[0].rate() / answers[1].rate());
            let [small, large] = [&mut compared.small, &mut compared.large];
            large.add(answers.remove(1));
            small.add(answers.remove(0));
        }
    }
    Ok(compared)
}

impl Compared {
    /// In p50, and in rates.
    fn ratios(&self) -> [f64; 2] {
        let times = [self.small.percentile(50), self.large.percentile(50)];
        let [small, large] = times.map(Option::unwrap_or_default);
        [large / small, median(self.slower.clone())]
    }

    fn cells(&self) -> impl Iterator<Item = String> {
        let of = |answers: &Answers| {
            [
                rate(answers.rate()),
                milliseconds(answers.percentile(50)),
                milliseconds(answers.percentile(99)),
            ]
        };
        of(&self.small)
            .into_iter()
            .chain(of(&self.large))
            .chain(self.ratios().map(|ratio| format!("{ratio:.2}")))
    }
}
