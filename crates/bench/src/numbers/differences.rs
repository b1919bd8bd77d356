//! Claims beside a roster of as many drivers: the roster is uploaded, and read beside the claims.

use super::sets::{self, of_class};
use crate::Runtimes;
use crate::caller::Caller;
use crate::engine::Place;
use crate::load::Keys;
use crate::members::{self, FIRST_ACCOUNT};
use crate::memory::Memory;
use crate::plan::Plan;
use crate::table::{Table, median, milliseconds, rate};
use anyhow::{Context as _, Result, ensure};
use serde_json::{Value, json};
use std::time::Instant;

const CLASSES: i64 = 6;
const CLAIMS: i64 = 6_000;
/// Rows of a page, as many as there may be.
const LIMIT: i64 = 200;
const ROUNDS: usize = 5;

/// The command `differences`.
pub(crate) fn run(plan: &Plan, runtimes: &Runtimes) -> Result<()> {
    let target = plan.targets.first().context("nothing to measure")?;
    let place = Place::from_url(&target.database)?;
    let version = runtimes.raw.block_on(place.version())?;
    let keys = Keys::new();
    let mut table = Table::new(&["", "ms", "rows", "MiB more"]);
    runtimes.http.block_on(async {
        let mut caller = Caller::new(target, &keys).await?;
        sets::fill(target, &mut caller, CLASSES, CLAIMS).await?;
        members::link(&place, CLAIMS).await?;

        let mut row = |name: &str, measured: Measured| {
            table.row([
                name.to_owned(),
                milliseconds(Some(measured.milliseconds)),
                rate(measured.rows),
                format!("{:.1}", measured.memory),
            ]);
        };
        let roster = json!({ "roster": drivers() });
        let path = "/api/league/roster";
        let memory = Memory::watch(target)?;
        let started = Instant::now();
        let imported = caller.change("PUT", path, roster.clone()).await?;
        row(
            "a roster that is new",
            Measured::one(started, &memory, &imported["added"])?,
        );
        let started = Instant::now();
        let imported = caller.change("PUT", path, roster).await?;
        row(
            "the same roster again",
            Measured::one(started, &memory, &imported["roster"]["drivers"])?,
        );

        let memory = Memory::watch(target)?;
        let mut times = Vec::new();
        for _ in 0..ROUNDS {
            let started = Instant::now();
            caller.get("/api/league/sync").await?;
            times.push(elapsed(started));
        }
        row("how many of each kind", Measured::of(times, 5, &memory)?);

        let (mut pages, mut wholes, mut rows) = (Vec::new(), Vec::new(), 0);
        let memory = Memory::watch(target)?;
        for _ in 0..ROUNDS {
            let begun = Instant::now();
            rows = 0;
            let mut cursor = String::new();
            loop {
                let path = format!("/api/league/differences?limit={LIMIT}{cursor}");
                let started = Instant::now();
                let page = caller.get(&path).await?;
                pages.push(elapsed(started));
                rows += page["items"].as_array().map_or(0, Vec::len);
                match page["next_cursor"].as_str() {
                    Some(next) => cursor = format!("&cursor={next}"),
                    None => break,
                }
            }
            wholes.push(elapsed(begun));
        }
        ensure!(rows > 6_000, "only {rows} differences");
        let limit = usize::try_from(LIMIT)?;
        row(
            "a page of differences",
            Measured::of(pages, limit, &memory)?,
        );
        row("all differences", Measured::of(wholes, rows, &memory)?);
        anyhow::Ok(())
    })?;
    println!(
        "{version}: {CLAIMS} claims in {CLASSES} classes, {CLAIMS} linked accounts, and a roster of {CLAIMS} drivers\n"
    );
    table.print();
    println!("median of {ROUNDS}; memory: the highest since, above what was held before");
    Ok(())
}

/// A line of the table.
struct Measured {
    milliseconds: f64,
    rows: f64,
    memory: f64,
}

impl Measured {
    fn one(started: Instant, memory: &Memory, rows: &Value) -> Result<Self> {
        let rows = rows.as_u64().context("an answer without a number")?;
        Self::of(vec![elapsed(started)], usize::try_from(rows)?, memory)
    }

    fn of(times: Vec<f64>, rows: usize, memory: &Memory) -> Result<Self> {
        Ok(Self {
            milliseconds: median(times),
            rows: f64::from(u32::try_from(rows)?),
            memory: memory.peak()?,
        })
    }
}

fn elapsed(since: Instant) -> f64 {
    since.elapsed().as_secs_f64() * 1000.0
}

/// A driver for each claim: some have the claimed number, some that of another, some one that nobody claimed.
fn drivers() -> Vec<Value> {
    let claimed = of_class(CLAIMS / CLASSES);
    let claimed: Vec<_> = (0..CLASSES).flat_map(|_| &claimed).collect();
    let number = |place: usize| match place % 3 {
        0 => claimed[place].clone(),
        1 => claimed[(place + 1) % claimed.len()].clone(),
        _ => (place % 10 * 100 + place / 10 % 10).to_string(),
    };
    let drivers = (FIRST_ACCOUNT + 1..).zip(0..claimed.len());
    let drivers = drivers.map(|(account, place)| {
        json!({
            "cust_id": account,
            "display_name": format!("Driver {place}"),
            "car_number": number(place),
        })
    });
    drivers.collect()
}
