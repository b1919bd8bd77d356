//! The commands of `paddock sim`.

use clap::{Args, Subcommand};
use std::path::PathBuf;

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
    #[command(flatten)]
    Act(Act),
    #[command(flatten)]
    Change(Change),
}

/// What a person does or looks at.
#[derive(Debug, Subcommand)]
pub(crate) enum Act {
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
}

/// What changes people, the server, or what the simulator does.
#[derive(Debug, Subcommand)]
pub(crate) enum Change {
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
    /// Has a member accept the server's rules before anything else, until `accept-rules`
    Pending {
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
    /// Starts a thread in a channel, or closes, opens, locks or deletes one
    ///
    /// Type in it by its name: paddock sim say --as ada --channel "late arrivals" "/here code:K7MQ"
    #[command(subcommand)]
    Thread(Thread),
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
    /// Has Discord answer late: done at once, and answered so many seconds later
    ///
    /// For example: paddock sim slow "channels/*/messages" 2 --method POST --times 10
    Slow {
        /// The path below /api/v10/, with * for any one segment
        path: String,
        /// How much later, in seconds; 60 at most
        seconds: f64,
        /// Only requests of this method
        #[arg(long)]
        method: Option<String>,
        /// How many requests
        #[arg(long, default_value_t = 1)]
        times: u32,
    },
    /// Sets how many requests the bot may send, and begins counting anew
    Limits {
        /// The limits
        #[arg(value_enum)]
        preset: Limits,
    },
}

/// What happens to a thread.
#[derive(Debug, Subcommand)]
pub(crate) enum Thread {
    /// Somebody starts one, from a message or on its own
    Open {
        #[command(flatten)]
        who: Who,
        /// The channel, by name
        #[arg(long, default_value = "general")]
        channel: String,
        /// The message that it starts from
        #[arg(long)]
        message: Option<String>,
        /// What it is called
        name: String,
    },
    /// Closes one, which the next message opens again
    Archive {
        /// The thread, by name
        thread: String,
    },
    /// Opens one again
    Reopen {
        /// The thread, by name
        thread: String,
    },
    /// Lets only moderators write in one
    Lock {
        /// The thread, by name
        thread: String,
    },
    /// Lets everybody write in one again
    Unlock {
        /// The thread, by name
        thread: String,
    },
    /// Deletes one with its messages
    Delete {
        /// The thread, by name
        thread: String,
    },
}

/// How many requests the bot may send.
#[derive(Debug, Clone, Copy, clap::ValueEnum)]
pub(crate) enum Limits {
    /// More than anybody sends
    Generous,
    /// About what Discord allows: 50 a second, and 5 messages in 5 seconds in each channel
    Discord,
}

impl Limits {
    /// Its name in the control API.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Generous => "generous",
            Self::Discord => "discord",
        }
    }
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

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    #[test]
    fn the_documentation_names_every_command_of_the_simulator() {
        let docs = include_str!("../../../../docs/simulator.md");
        let cli = crate::cli::Cli::command();
        let sim = cli.find_subcommand("sim").unwrap();
        for command in sim.get_subcommands() {
            let name = command.get_name();
            let named = format!("`sim {name}");
            assert!(docs.contains(&named), "{named} is not in docs/simulator.md");
        }
    }
}
