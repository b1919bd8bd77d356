//! What the rounds of a league's season are worth in a season of Paddock's.

use super::rounds::{LEAGUE_SEASON, round};
use crate::Runtimes;
use crate::caller::Caller;
use crate::engine::Place;
use crate::load::Keys;
use crate::members::{self, FIRST_ACCOUNT, FIRST_USER};
use crate::memory::Memory;
use crate::plan::{Plan, Target};
use crate::table::{Table, median, milliseconds};
use anyhow::{Context as _, Result, ensure};
use serde_json::{Value, json};
use std::time::Instant;

const ROUNDS: i64 = 12;
const DRIVERS: i64 = 60;
/// Calls of each kind.
const CALLS: usize = 15;

/// The command `results-season`.
pub(crate) fn run(plan: &Plan, runtimes: &Runtimes) -> Result<()> {
    let target = plan.targets.first().context("nothing to measure")?;
    let place = Place::from_url(&target.database)?;
    let version = runtimes.raw.block_on(place.version())?;
    runtimes.raw.block_on(async {
        members::add(&place, DRIVERS).await?;
        members::link(&place, DRIVERS).await
    })?;
    let mut table = Table::new(&["", "median ms", "max ms", "MiB more"]);
    runtimes.http.block_on(async {
        let keys = Keys::new();
        let mut caller = Caller::new(target, &keys).await?;
        let season = race(&mut caller).await?;
        table.row(preview(target, &mut caller, season).await?);
        table.row(rescore(target, &mut caller, season).await?);
        anyhow::Ok(())
    })?;
    println!(
        "{version}: {ROUNDS} rounds of {DRIVERS} drivers who linked their accounts, each with practice, qualifying and race; \
         {CALLS} calls\n"
    );
    table.print();
    Ok(())
}

/// Has all members join a season, and imports the rounds as final. Answers the season's id.
async fn race(caller: &mut Caller<'_>) -> Result<i64> {
    let season = caller.set_up().await?.season;
    let join = format!("/api/seasons/{season}/join");
    for user in FIRST_USER + 1..=FIRST_USER + DRIVERS {
        caller.call(user, "POST", &join, None).await?;
    }
    for number in 1..=ROUNDS {
        let round = round(number, FIRST_ACCOUNT + 1, DRIVERS);
        let path = "/api/iracing/results?apply=true";
        let imported = caller.change("POST", path, round).await?;
        ensure!(imported["outcome"] == "new", "not new: {imported}");
        let id = imported["subsession_id"].as_str().unwrap_or_default();
        let path = format!("/api/iracing/results/{id}/final");
        caller.act(&path).await?;
    }
    Ok(season)
}

async fn preview(target: &Target, caller: &mut Caller<'_>, season: i64) -> Result<[String; 4]> {
    let path = format!("/api/seasons/{season}/result-points/preview");
    let memory = Memory::watch(target)?;
    let mut times = Vec::new();
    for _ in 0..CALLS {
        let started = Instant::now();
        let table = caller.change("POST", &path, rule(2)).await?;
        times.push(started.elapsed().as_secs_f64() * 1000.0);
        whole(&table)?;
    }
    Ok(row("preview of the table", times, memory.peak()?))
}

/// Sets two rules in turn, so that everybody's points change each time: all of them in one transaction.
async fn rescore(target: &Target, caller: &mut Caller<'_>, season: i64) -> Result<[String; 4]> {
    let path = format!("/api/seasons/{season}/result-rule");
    let memory = Memory::watch(target)?;
    let mut times = Vec::new();
    for call in 0..CALLS {
        let rule = rule(if call % 2 == 0 { 2 } else { 1 });
        let started = Instant::now();
        caller.change("PUT", &path, rule).await?;
        times.push(started.elapsed().as_secs_f64() * 1000.0);
    }
    let peak = memory.peak()?;
    let table = format!("/api/seasons/{season}/result-points");
    whole(&caller.get(&table).await?)?;
    Ok(row("rescoring of everybody", times, peak))
}

fn whole(table: &Value) -> Result<()> {
    let count = |list: &Value| list.as_array().map(Vec::len);
    let rounds = usize::try_from(ROUNDS).ok();
    let drivers = usize::try_from(DRIVERS).ok();
    ensure!(
        count(&table["rounds"]) == rounds && count(&table["items"]) == drivers,
        "not the whole season: {table}"
    );
    Ok(())
}

fn row(name: &str, times: Vec<f64>, peak: f64) -> [String; 4] {
    let longest = times.iter().copied().fold(0.0, f64::max);
    [
        name.to_owned(),
        milliseconds(Some(median(times))),
        milliseconds(Some(longest)),
        format!("{peak:.1}"),
    ]
}

fn rule(drop_rounds: i64) -> Value {
    let points: Vec<_> = (0..DRIVERS).map(|position| DRIVERS - position).collect();
    json!({
        "league_season_id": LEAGUE_SEASON,
        "mode": "table",
        "qualifying": [3, 2, 1],
        "race": points,
        "pole": 1,
        "fastest_lap": 1,
        "most_laps_led": 1,
        "min_laps_percent": 50,
        "drop_rounds": drop_rounds,
    })
}
