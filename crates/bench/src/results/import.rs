//! The import of large exports: as new ones, again without a change, and as corrections.

use super::export::Export;
use crate::Runtimes;
use crate::caller::Caller;
use crate::engine::Place;
use crate::load::Keys;
use crate::memory::Memory;
use crate::plan::Plan;
use crate::table::{Table, median, milliseconds, rate};
use anyhow::{Context as _, Result, ensure};
use std::time::Instant;

/// As large as the largest export that is known.
const BYTES: usize = 3_000_000;
const FIRST_SUBSESSION: i64 = 82_400_000;
/// Imports of each kind; the first also opens connections and fills caches.
const IMPORTS: i64 = 15;
/// What an import may take on SQLite: milliseconds, and MiB besides what is held before.
const MOST_TIME: f64 = 150.0;
const MOST_MEMORY: f64 = 64.0;

/// What is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    New,
    Same,
    Correction,
}

impl Kind {
    fn outcome(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Same => "same",
            Self::Correction => "correction",
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Same => "again, without a change",
            Self::Correction => "as a correction",
        }
    }
}

/// The command `import`.
pub(crate) fn run(plan: &Plan, runtimes: &Runtimes) -> Result<()> {
    let target = plan.targets.first().context("nothing to measure")?;
    let place = Place::from_url(&target.database)?;
    let version = runtimes.raw.block_on(place.version())?;
    let keys = Keys::new();
    let columns = ["", "bytes", "rows", "median ms", "max ms", "MiB more"];
    let mut table = Table::new(&columns);
    let (mut slowest, mut most) = (0.0_f64, 0.0_f64);
    let mut first = FIRST_SUBSESSION;
    let mut held = None;
    for (name, indented) in [("indented", true), ("without spaces", false)] {
        let export = Export::grown(BYTES, indented)?;
        let memory = Memory::watch(target)?;
        held.get_or_insert(memory.before());
        for kind in [Kind::New, Kind::Same, Kind::Correction] {
            let times = runtimes.http.block_on(async {
                let mut caller = Caller::new(target, &keys).await?;
                let mut times = Vec::new();
                for subsession in first..first + IMPORTS {
                    times.push(import(&mut caller, &export, subsession, kind).await?);
                }
                anyhow::Ok(times)
            })?;
            let longest = times.iter().copied().fold(0.0, f64::max);
            let (time, memory) = (median(times), memory.peak()?);
            (slowest, most) = (slowest.max(time), most.max(memory));
            table.row([
                format!("{name}, {}", kind.name()),
                rate(f64::from(u32::try_from(export.bytes())?)),
                rate(f64::from(u32::try_from(export.rows)?)),
                milliseconds(Some(time)),
                milliseconds(Some(longest)),
                format!("{memory:.1}"),
            ]);
        }
        first += IMPORTS;
    }
    println!(
        "{version}: imports of a team race over HTTP, {IMPORTS} of each kind; the API held {:.1} MiB before\n",
        held.unwrap_or_default()
    );
    table.print();
    println!(
        "memory: the highest so far, above what was held before; aimed at below {MOST_TIME} ms and {MOST_MEMORY} MiB"
    );
    ensure!(
        !matches!(place, Place::Sqlite(_)) || slowest <= MOST_TIME,
        "an import takes {slowest:.0} ms"
    );
    ensure!(most <= MOST_MEMORY, "imports take {most:.0} MiB");
    Ok(())
}

/// Imports an export, and answers how many milliseconds that took.
async fn import(
    caller: &mut Caller<'_>,
    export: &Export,
    subsession: i64,
    kind: Kind,
) -> Result<f64> {
    let mut text = export.of(subsession);
    if kind == Kind::Correction {
        text = text.replace("\"Running\"", "\"Stopped\"");
    }
    let path = "/api/iracing/results?apply=true";
    let started = Instant::now();
    let answer = caller
        .upload("POST", path, ("application/json", &text))
        .await?;
    let took = started.elapsed().as_secs_f64() * 1000.0;
    let is_as_expected = answer["outcome"] == kind.outcome()
        && answer["rows"] == export.rows
        && answer["unreadable_count"] == 0;
    ensure!(is_as_expected, "not as expected: {answer}");
    Ok(took)
}
