//! Kill and fault rounds: writers go on while the program, its database, its disk, its log or its clock
//! fails, and everything that was acknowledged is read back.
//!
//! `world.rs` is the program with its database, `fault.rs` what is done to them, `writer.rs` who writes
//! meanwhile, `read_back.rs` what is found afterwards, `tally.rs` the numbers. *To add a fault*: a variant
//! of [`Fault`], its arm in `fault::inflict`.
//!
//! No part of `cargo xtask test`: a round takes seconds, and which moment is hit is left to chance.
//! The tests of `crates/e2e` hold the same promises at chosen moments.

mod fault;
mod read_back;
mod tally;
mod world;
mod writer;

use std::process::ExitCode;
use std::time::Duration;

use anyhow::Result;
use clap::Args;

use self::fault::Fault;
use self::tally::Tally;
use self::world::World;
use self::writer::{Acknowledged, Writers};

#[derive(Args)]
pub(crate) struct Chaos {
    /// Number of rounds; each inflicts one fault, in turn.
    #[arg(long, default_value_t = 12)]
    rounds: usize,
    /// Run on a private MariaDB instead of SQLite.
    #[arg(long)]
    mariadb: bool,
    /// Only these faults.
    #[arg(long, value_enum, value_delimiter = ',')]
    faults: Vec<Fault>,
    /// Clients that write at the same time.
    #[arg(long, default_value_t = 48)]
    writers: usize,
    /// Seconds for which a fault lasts.
    #[arg(long, default_value_t = 6)]
    seconds: u64,
}

/// The recipe `chaos`.
pub(crate) fn run(chaos: &Chaos) -> Result<ExitCode> {
    let mut world = World::create(chaos.mariadb)?;
    let faults = fault::possible(&world, &chaos.faults)?;
    let writers = Writers::prepare(&world, chaos.writers)?;
    let mut total = Tally::default();
    let mut acknowledged = Acknowledged::default();
    for (round, &fault) in (1..=chaos.rounds).zip(faults.iter().cycle()) {
        let round_of = |name: &str| format!("round {round:3}  {name:14}");
        let writing = writers.start();
        let lasts = Duration::from_secs(chaos.seconds);
        let inflicted = fault::inflict(fault, &mut world, lasts);
        let (mut tally, new) = writing.stop();
        inflicted?;
        acknowledged.extend(new);
        tally.found(&read_back::look(&world, &acknowledged)?);
        println!("{}{tally}", round_of(fault.name()));
        total.add(tally);
    }
    println!("\n{} rounds on {}", chaos.rounds, world.engine());
    println!("{}", total.summary());
    println!("paddock verify: {}", world.verify()?);
    Ok(if total.is_clean() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}
