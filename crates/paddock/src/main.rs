//! The one Paddock binary: the API, the bot, and a simulated Discord to try them with.
//!
//! It reads the configuration, and starts and stops the parts; it holds no rule. `cli.rs` defines the
//! command line, `environment.rs` reads the configuration, and each command has its file in
//! `commands/`; `story/` is what a newcomer finds in the simulated Discord.

mod cli;
mod commands;
mod environment;
mod logging;
mod secrets;
mod signals;
mod story;

use clap::Parser;
use mimalloc::MiMalloc;
use std::process::ExitCode;

/// Memory that one thread allocates is often freed by another. The allocator of glibc makes them wait for each
/// other, which costs a tenth of the requests per second. This one is built so that the process has no huge pages
/// (`no_thp`), which would take twelve mebibytes more when it idles; and of the line that gives back to the system
/// within milliseconds what is free (`v2`): after an import, `v3` holds twice as much for a second.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    // It only fails where a provider is installed already.
    rustls::crypto::ring::default_provider()
        .install_default()
        .ok();
    let cli = cli::Cli::parse();
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .expect("the operating system has threads");
    let outcome = runtime.block_on(commands::run(cli));
    logging::finish();
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            logging::print_error(&error);
            ExitCode::FAILURE
        }
    }
}
