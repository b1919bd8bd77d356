//! Recipes of this workspace: `cargo xtask <recipe>`; without one, the list.
//!
//! One file per recipe; `service.rs`, `tools.rs` and `http.rs` are what several recipes need. To add a
//! recipe: a variant of [`Recipe`] whose doc comment is its help text, an arm in [`run`], a file.
//!
//! Nothing here knows how Paddock works inside: a recipe starts programs and reads what they print.

#![expect(clippy::print_stdout, reason = "printing is a recipe's job")]

mod bench;
mod breaking;
mod chaos;
mod check;
mod coverage;
mod discord_spec;
mod fuzz;
mod galera;
mod http;
mod lines;
mod mariadb;
mod measure;
mod mutants;
mod openapi;
mod outcome;
mod packages;
mod paddock;
mod service;
mod steps;
mod test;
mod tools;
mod ui;
mod workspace;

use std::process::ExitCode;

use anyhow::Result;
use clap::{CommandFactory, Parser, Subcommand};

/// Recipes of the Paddock workspace.
#[derive(Parser)]
#[command(
    name = "cargo xtask",
    bin_name = "cargo xtask",
    disable_help_subcommand = true
)]
struct Arguments {
    #[command(subcommand)]
    recipe: Option<Recipe>,
}

#[derive(Subcommand)]
enum Recipe {
    /// Check what changed before a commit: format, lints and unit tests.
    Check(check::Check),
    /// Run what CI runs, on SQLite and on a private MariaDB; installs what is missing.
    Test,
    /// Start a private, empty MariaDB in the foreground and print the URL that tests use it by.
    Mariadb,
    /// Measure which lines the tests reach, on SQLite; needs cargo-llvm-cov.
    Coverage,
    /// Change the rules one by one and list the changes that no test notices; needs cargo-mutants.
    Mutants(mutants::Mutants),
    /// Write docs/openapi.json and the error codes in docs/api-design.md from the program.
    Openapi,
    /// Run schemathesis over every operation of the API, with each kind of credential.
    FuzzApi(fuzz::Fuzz),
    /// Kill and starve the built program while it is written to, and read back what it acknowledged.
    Chaos(chaos::Chaos),
    /// Write to three nodes of a Galera cluster while one is killed, and read back what they acknowledged.
    Galera(galera::Galera),
    /// Hold what the bot sends and the simulated Discord answers against a copy of Discord's specification.
    DiscordSpec(discord_spec::DiscordSpec),
    /// Measure rates of the release build beside those of its database.
    #[command(subcommand)]
    Bench(bench::Bench),
    /// Count the lines of source that an operation takes, by capability, as a table for docs/architecture.md.
    Lines,
    /// Build the page of the simulated Discord from its TypeScript.
    Ui(ui::Ui),
    /// Measure start and memory of the release build, for docs/operations.md.
    Measure,
}

fn main() -> ExitCode {
    match run(Arguments::parse().recipe) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(recipe: Option<Recipe>) -> Result<ExitCode> {
    match recipe {
        None => Arguments::command().print_help()?,
        Some(Recipe::Check(check)) => return check::run(&check),
        Some(Recipe::Test) => return Ok(test::run()),
        Some(Recipe::Mariadb) => mariadb::in_foreground()?,
        Some(Recipe::Coverage) => return coverage::run(),
        Some(Recipe::Mutants(mutants)) => return mutants::run(&mutants),
        Some(Recipe::Openapi) => openapi::write()?,
        Some(Recipe::FuzzApi(fuzz)) => fuzz::run(&fuzz)?,
        Some(Recipe::Chaos(chaos)) => return chaos::run(&chaos),
        Some(Recipe::Galera(galera)) => return galera::run(&galera),
        Some(Recipe::DiscordSpec(spec)) => return discord_spec::run(&spec),
        Some(Recipe::Bench(bench)) => bench::run(&bench)?,
        Some(Recipe::Lines) => lines::run()?,
        Some(Recipe::Ui(arguments)) => ui::run(&arguments)?,
        Some(Recipe::Measure) => measure::run()?,
    }
    Ok(ExitCode::SUCCESS)
}
