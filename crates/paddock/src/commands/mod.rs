//! The commands, one file each.

mod backup;
mod codes;
mod database;
mod health;
mod invite;
mod parts;
mod restore;
mod rotate_key;
mod sim;
mod sim_iracing;
mod up;
mod verify;

use crate::cli::{Cli, Command};
use crate::environment::Variables;
use crate::{logging, signals};
use anyhow::Context;
use paddock_api::Database;
use std::io::Write;

const API_FILE: &str = ".env.api";
const BOT_FILE: &str = ".env.bot";

/// Runs a command.
pub(crate) async fn run(cli: Cli) -> anyhow::Result<()> {
    let gather = |usual: &[&str]| Variables::gather(&cli.env_file, usual);
    match cli.command.unwrap_or(Command::Up) {
        Command::Up => up::run(&gather(&[API_FILE, BOT_FILE])?).await,
        Command::Api => {
            let variables = gather(&[API_FILE])?;
            let mut config = variables.api()?;
            logging::start(&variables)?;
            parts::api(&mut config).await?.run(signals::stop()).await
        }
        Command::Bot => {
            let variables = gather(&[BOT_FILE])?;
            let settings = variables.bot()?;
            logging::start(&variables)?;
            let config = parts::bot_config(settings, variables.data_dir())?;
            Ok(paddock_bot::run(config, signals::stop()).await?)
        }
        Command::Migrate => migrate(&gather(&[API_FILE])?).await,
        Command::Verify { backup } => verify::run(&gather(&[API_FILE])?, backup).await,
        Command::Backup { file } => backup::run(&gather(&[API_FILE])?, &file).await,
        Command::Restore { file } => restore::run(&gather(&[API_FILE])?, &file).await,
        Command::RotateKey => rotate_key::run(&gather(&[API_FILE])?).await,
        Command::Openapi { codes: true } => print(&codes::table()),
        Command::Openapi { codes: false } => print(&paddock_api::openapi().to_pretty_json()?),
        Command::Invite => invite::run(&gather(&[API_FILE, BOT_FILE])?),
        Command::Health { part } => health::run(&gather(&[API_FILE, BOT_FILE])?, part).await,
        Command::Sim(sim) => sim::run(&gather(&[API_FILE, BOT_FILE])?, sim).await,
    }
}

/// Brings the database up to this version, and makes it where there is none.
async fn migrate(variables: &Variables) -> anyhow::Result<()> {
    let config = variables.api()?;
    logging::start(variables)?;
    crate::secrets::create_dir(&config.data_dir)?;
    let db = Database::open(&config.database)
        .await
        .context("could not open the database")?;
    db.migrate()
        .await
        .context("could not bring the database up to date")?;
    db.close().await;
    print("The database is up to date.")
}

/// Prints to standard output; a reader that closes its end, such as `head`, is no failure.
fn print(text: &str) -> anyhow::Result<()> {
    match writeln!(std::io::stdout(), "{text}") {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(()),
    }
}
