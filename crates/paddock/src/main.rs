//! The one Paddock binary: the API, the bot, and a simulated Discord to try them with.
//!
//! It knows how to read the configuration, and how to start and stop the parts; it holds no rule.
//! `cli.rs` says what can be asked, `environment.rs` where the configuration comes from, and each
//! command has its file in `commands/`.

mod cli;
mod commands;
mod environment;
mod logging;
mod secrets;
mod signals;

use clap::Parser;
use std::process::ExitCode;

fn main() -> ExitCode {
    // The TLS library wants to be told whose cryptography to use; nobody else has told it yet.
    rustls::crypto::ring::default_provider()
        .install_default()
        .ok();
    let cli = cli::Cli::parse();
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .expect("the operating system has threads");
    match runtime.block_on(commands::run(cli)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            logging::complain(&error);
            ExitCode::FAILURE
        }
    }
}
