//! The cost of Paddock: load on a running API over HTTP, compared with the statements that it issues,
//! directly on its database.
//!
//! `cargo xtask bench` builds this, starts servers for it and passes a [`plan::Plan`] on standard input.
//! This program itself starts nothing. It prints tables, and fails if an answer is not the expected one, or if what
//! Paddock promises does not hold: that many claims cost no more than a few, and what an import may take.
//!
//! - `load`, `http`: the load generator, which shares the machine with what it measures;
//! - `caller`, `members`: the administrators, and the members of their guild;
//! - `engine`, `statements`, `direct`: the same work without Paddock;
//! - `rounds`, `table`: the comparison of both;
//! - `sides`, `memory`: how cost grows with the number of rows, and what the API holds meanwhile;
//! - `seasons`, `attendance`, `numbers`, `results`: the measurements of each capability;
//! - `peers`: another program that does the same work.

#![expect(clippy::print_stdout, reason = "tables are what this is for")]

mod attendance;
mod caller;
mod direct;
mod engine;
mod http;
mod ids;
mod load;
mod members;
mod memory;
mod numbers;
mod peers;
mod plan;
mod results;
mod rounds;
mod seasons;
mod sides;
mod statements;
mod table;

use anyhow::{Context as _, Result};
use clap::Parser;
use plan::Plan;
use tokio::runtime::{Builder, Runtime};

/// Measures a running API; the plan is JSON on standard input.
#[derive(Parser)]
enum Command {
    /// Submissions and leaderboards: over HTTP, and the same statements on the engine
    Rates,
    /// Submissions of an admin, and those of another program
    Peers,
    /// Fill the databases of the targets with their histories
    Seed,
    /// The cost of a hundred times as many members
    Scaling,
    /// Repeated check-ins: over HTTP, and the same statements on the engine
    CheckIns,
    /// Check-ins of a whole hall within seconds
    Rush,
    /// Claims of car numbers: over HTTP, and the same statements on the engine
    Claims,
    /// Fill the databases of the targets with their claims
    SeedNumbers,
    /// The cost of a hundred times as many claims
    NumbersScaling,
    /// Thousands of claims beside a roster of as many drivers
    Differences,
    /// Large exports of iRacing's, in time and memory
    Import,
    /// What the rounds of a season are worth
    ResultsSeason,
}

fn main() -> Result<()> {
    let command = Command::parse();
    let plan: Plan = serde_json::from_reader(std::io::stdin()).context("no plan")?;
    let runtimes = Runtimes::new()?;
    match command {
        Command::Rates => seasons::rates::run(&plan, &runtimes),
        Command::Peers => peers::rates::run(&plan, &runtimes),
        Command::Seed => seasons::seed::run(&plan, &runtimes),
        Command::Scaling => seasons::scaling::run(&plan, &runtimes),
        Command::CheckIns => attendance::check_ins::run(&plan, &runtimes),
        Command::Rush => attendance::rush::run(&plan, &runtimes),
        Command::Claims => numbers::claims::run(&plan, &runtimes),
        Command::SeedNumbers => numbers::seed::run(&plan, &runtimes),
        Command::NumbersScaling => numbers::scaling::run(&plan, &runtimes),
        Command::Differences => numbers::differences::run(&plan, &runtimes),
        Command::Import => results::import::run(&plan, &runtimes),
        Command::ResultsSeason => results::season::run(&plan, &runtimes),
    }
}

/// The runtimes of this program.
struct Runtimes {
    /// One thread: the load generator takes its share of the machine from the API.
    http: Runtime,
    /// As many threads as the API has for the same statements.
    raw: Runtime,
}

impl Runtimes {
    fn new() -> Result<Self> {
        let http = Builder::new_current_thread().enable_all().build()?;
        let raw = Builder::new_multi_thread().enable_all().build()?;
        Ok(Self { http, raw })
    }
}
