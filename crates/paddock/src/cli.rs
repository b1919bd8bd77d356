//! The command line of `paddock`.

// These comments are what `--help` prints, where backticks would only be noise.
#![expect(
    clippy::doc_markdown,
    reason = "keys of the environment, as people type them"
)]

use clap::{Args, Parser, Subcommand};
use std::path::PathBuf;

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

/// A command for the simulated Discord.
#[derive(Debug, Subcommand)]
pub(crate) enum Sim {
    /// Runs the simulator alone
    Serve {
        /// The loopback address to listen on; port 0 takes a free one
        #[arg(long, default_value = "127.0.0.1:0")]
        listen: std::net::SocketAddr,
        /// Files given to commands get addresses of the simulator, not of Discord: for bots that fetch them
        #[arg(long)]
        local_files: bool,
    },
    /// Types a slash command, or a message, and prints what comes back
    ///
    /// For example: paddock sim say --as ada "/register name:Ada Lovelace"
    Say {
        #[command(flatten)]
        who: Who,
        /// The channel, by name
        #[arg(long, default_value = "general")]
        channel: String,
        /// A file to attach; an option takes it by its name, as in "/results import file:round1.json"
        #[arg(long = "file")]
        files: Vec<PathBuf>,
        /// Fills in a field of the form that comes back, by its name or label, and sends the form
        #[arg(long = "field", value_name = "NAME=TEXT", value_parser = field)]
        fields: Vec<(String, String)>,
        /// What to type
        text: String,
    },
    /// Presses a button of a reply, and fills in the form that comes of it
    ///
    /// For example: paddock sim press --as owner --message 1573720063796576256 Reject --field reason="No proof"
    Press {
        #[command(flatten)]
        who: Who,
        /// The message, as printed below the reply
        #[arg(long)]
        message: String,
        /// Fills in a field of the form that comes back, by its name or label, and sends the form
        #[arg(long = "field", value_name = "NAME=TEXT", value_parser = field)]
        fields: Vec<(String, String)>,
        /// The button's label
        button: String,
    },
    /// Shows what autocomplete offers for the last option typed
    Complete {
        #[command(flatten)]
        who: Who,
        /// What is typed so far
        text: String,
    },
    /// Shows the messages of a channel, or with --as the direct messages of a person
    Messages {
        /// The channel, by name
        #[arg(default_value = "general", conflicts_with = "person")]
        channel: String,
        /// Whose direct messages instead
        #[arg(long = "as")]
        person: Option<String>,
    },
    /// Shows who is there, with their roles
    People,
    /// Has somebody show another presence
    ///
    /// For example: paddock sim presence mira dnd --on mobile=dnd --custom "in a race" --playing iRacing
    Presence {
        /// The person
        person: String,
        /// online, idle, dnd, invisible or offline
        status: String,
        /// A platform (desktop, mobile, web, embedded, vr) with its status; the desktop where none is given
        #[arg(long = "on", value_name = "PLATFORM=STATUS", value_parser = platform)]
        platforms: Vec<(String, String)>,
        /// The text of a custom status
        #[arg(long)]
        custom: Option<String>,
        /// A game
        #[arg(long)]
        playing: Option<String>,
    },
    /// Shows which privileged intents the bot may have, and changes them
    ///
    /// A bot that is refused one has to go on without. Sessions keep what they have: see `gateway forget`.
    Intents {
        /// Switches on exactly these in the developer portal: members, presences, content, or none
        #[arg(long, value_delimiter = ',')]
        grant: Option<Vec<String>>,
        /// Refuses exactly these at the gateway, whatever the portal says, or none
        #[arg(long, value_delimiter = ',')]
        refuse: Option<Vec<String>>,
    },
    /// Disturbs the gateway
    Gateway {
        /// What happens to it
        #[arg(value_enum)]
        action: Disturbance,
    },
    /// Lets somebody join the server, or come back
    Join {
        /// The person
        person: String,
        /// They have not accepted the server's rules yet; see `accept-rules`
        #[arg(long)]
        pending: bool,
    },
    /// Has somebody accept the server's rules
    AcceptRules {
        /// The person
        person: String,
    },
    /// Puts somebody into a voice channel, or takes them out
    Voice {
        /// The person
        person: String,
        /// The voice channel, by name; none to leave voice
        channel: Option<String>,
    },
    /// Kicks the bot from the server, or invites it again
    Bot {
        /// What happens to it
        #[arg(value_enum)]
        action: Membership,
    },
    /// Deletes a channel with its messages
    DeleteChannel {
        /// The channel, by name
        channel: String,
    },
    /// Deletes a role
    DeleteRole {
        /// The role, by name
        role: String,
    },
    /// Lets somebody leave the server
    Leave {
        /// The person
        person: String,
    },
}

/// What happens to the simulated gateway.
#[derive(Debug, Clone, Copy, clap::ValueEnum)]
pub(crate) enum Disturbance {
    /// Every connection is cut; the bot may resume
    Drop,
    /// Every session is forgotten; the bot has to begin anew
    Forget,
    /// Every connection is cut, and none accepted
    Down,
    /// Connections are accepted again
    Up,
}

impl Disturbance {
    /// Its name in the control API.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Drop => "drop",
            Self::Forget => "forget",
            Self::Down => "down",
            Self::Up => "up",
        }
    }
}

/// What happens to the bot's membership of the simulated server.
#[derive(Debug, Clone, Copy, clap::ValueEnum)]
pub(crate) enum Membership {
    /// It is removed, with its commands
    Kick,
    /// It comes back, with its role
    Invite,
}

fn field(text: &str) -> Result<(String, String), String> {
    let (name, text) = text.split_once('=').ok_or("as in reason=Done")?;
    Ok((name.to_owned(), text.to_owned()))
}

fn platform(text: &str) -> Result<(String, String), String> {
    let (platform, status) = text.split_once('=').ok_or("as in mobile=idle")?;
    Ok((platform.to_owned(), status.to_owned()))
}

/// The person as whom to act.
#[derive(Debug, Args)]
pub(crate) struct Who {
    /// The person as whom to act: `owner`, `mira`, `ada`, … (`paddock sim people` lists them)
    #[arg(long = "as", value_name = "PERSON")]
    pub(crate) person: String,
}
