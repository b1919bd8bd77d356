//! The command line of `paddock`.

// These comments are what `--help` prints, where backticks would only be noise.
#![expect(
    clippy::doc_markdown,
    reason = "keys of the environment, as people type them"
)]

mod sim;

use clap::{Parser, Subcommand};
use std::path::PathBuf;

pub(crate) use sim::{Act, Change, Membership, Sim, Thread, Who};

/// One back office for Discord communities: an API that owns every rule and row, and a bot that
/// turns slash commands into calls to it.
///
/// Without a command everything runs in this process: the API, the bot, and, as long as no
/// DISCORD_BOT_TOKEN is set, a simulated Discord to try them with. Nothing has to be configured;
/// rows and generated secrets go to `data/`.
#[derive(Debug, Parser)]
#[command(
    version,
    after_help = "Configuration comes from the environment, and from .env.api and .env.bot in the \
                  current folder (or the files of --env-file) where the environment has nothing. \
                  docs/operations.md explains every key."
)]
pub(crate) struct Cli {
    /// A file of KEY=VALUE lines, in place of .env.api and .env.bot; may be given more than once
    #[arg(long, global = true, value_name = "FILE")]
    pub(crate) env_file: Vec<PathBuf>,
    #[command(subcommand)]
    pub(crate) command: Option<Command>,
}

/// A command of `paddock`.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Runs everything in this process (the default)
    Up,
    /// Runs the API alone
    Api,
    /// Runs the bot alone, against the API at API_URL
    Bot,
    /// Brings the database up to this version and ends
    Migrate,
    /// Checks the database: the engine's own integrity check, and the points against the ledger
    ///
    /// Changes nothing, and the service may run meanwhile. Ends with 1 where anything is wrong, and
    /// where there is no database of this version.
    Verify {
        /// A backup to check, in place of the database of the service
        backup: Option<PathBuf>,
    },
    /// Writes everything that is stored into a new file; the service may run meanwhile
    ///
    /// The file is a SQLite database, also where the service uses MariaDB, and can be restored into
    /// either. Nothing is overwritten, and the file appears once it is complete and checked.
    Backup {
        /// The file to make
        file: PathBuf,
    },
    /// Fills an empty database from a backup; the service has to be stopped
    ///
    /// The backup may be of an earlier version, and may have been made on the other engine.
    Restore {
        /// The backup
        file: PathBuf,
    },
    /// Seals stored tokens with a new key; the service may run meanwhile
    ///
    /// Put the new key before the old one in TOKEN_ENCRYPTION_KEY, separated by a comma, and restart the
    /// service; run this; then take the old one away.
    RotateKey,
    /// Prints the OpenAPI document
    Openapi {
        /// Print the table of error codes instead, as Markdown
        #[arg(long)]
        codes: bool,
    },
    /// Prints the URL that invites the bot to a server
    Invite,
    /// Says by its exit code whether a part is healthy
    Health {
        /// The part to check
        #[arg(value_enum)]
        part: Part,
    },
    /// The simulated Discord: run it, or act as somebody in it
    #[command(subcommand)]
    Sim(Sim),
}

/// A part whose health can be checked.
#[derive(Debug, Clone, Copy, clap::ValueEnum)]
pub(crate) enum Part {
    /// The API answers, and its database too
    Api,
    /// The bot is connected to Discord
    Bot,
}
