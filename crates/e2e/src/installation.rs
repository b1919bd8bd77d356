//! A folder in which `paddock` runs, with an environment of its own.

use crate::{Process, prepare, program};
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use tempfile::TempDir;

/// The key by which the bot calls the API.
const BOT_KEY: &str = "6d0e4c8a2b7f91356d0e4c8a2b7f9135";
/// The key that signs tokens.
const JWT_KEY: &str = "9f8e7d6c5b4a39281726354453627180";

/// The folder and environment of one `paddock`, which inherits no variable of the test.
pub struct Installation {
    dir: TempDir,
    variables: BTreeMap<String, String>,
    started: u32,
}

/// The outcome of a program that has ended.
#[derive(Debug)]
pub struct Output {
    /// Its exit status.
    pub status: ExitStatus,
    /// What it printed.
    pub stdout: String,
    /// What it logged, and why it failed.
    pub stderr: String,
}

impl Installation {
    /// Nothing but a folder, as for a first run, and a port that the operating system chooses, so that
    /// many can run at the same time. The people of the simulated Discord have done nothing yet.
    ///
    /// # Panics
    ///
    /// When there is no room for a temporary folder.
    pub fn bare() -> Self {
        prepare();
        Self {
            dir: tempfile::tempdir().expect("there is room for a temporary folder"),
            variables: BTreeMap::new(),
            started: 0,
        }
        .with("PADDOCK_LISTEN", "127.0.0.1:0")
        .with("SIM_STORY", "off")
    }

    /// An installation with keys that the test knows, the simulated server's owner as root admin, and no
    /// rate limit.
    pub fn configured() -> Self {
        Self::bare()
            .with("BOT_API_KEY", BOT_KEY)
            .with("JWT_SECRET_KEY", JWT_KEY)
            .with("ROOT_ADMIN_ID", &paddock_sim_discord::OWNER_ID.to_string())
            .with("RATE_LIMIT_PER_MINUTE", "0")
    }

    /// Sets a variable.
    #[must_use]
    pub fn with(mut self, key: &str, value: &str) -> Self {
        self.variables.insert(key.to_owned(), value.to_owned());
        self
    }

    /// Removes a variable.
    #[must_use]
    pub fn without(mut self, key: &str) -> Self {
        self.variables.remove(key);
        self
    }

    /// The folder in which it runs.
    pub fn dir(&self) -> &Path {
        self.dir.path()
    }

    /// The key by which the bot calls the API, and a test in its place.
    pub fn bot_key(&self) -> &str {
        self.variables.get("BOT_API_KEY").map_or("", String::as_str)
    }

    /// Starts everything in one process, and waits until a newcomer is shown what to do.
    ///
    /// # Panics
    ///
    /// When it ends before that.
    pub async fn up(&mut self) -> Process {
        let mut process = self.start(&[]);
        process.until_printed("Ctrl-C stops").await;
        process
    }

    /// Starts `paddock` with these arguments.
    ///
    /// # Panics
    ///
    /// When it cannot be started.
    pub fn start(&mut self, arguments: &[&str]) -> Process {
        let stderr = self.log_file(self.started + 1, "stderr");
        let file = File::create(stderr).expect("the folder is ours");
        self.start_logging_to(arguments, file.into())
    }

    /// Starts `paddock` with these arguments and its log going elsewhere, where the process cannot show
    /// it.
    ///
    /// # Panics
    ///
    /// When it cannot be started.
    pub fn start_logging_to(&mut self, arguments: &[&str], log: Stdio) -> Process {
        self.started += 1;
        let stdout = self.log_file(self.started, "stdout");
        let stderr = self.log_file(self.started, "stderr");
        let child = self
            .command(arguments)
            .stdout(File::create(&stdout).expect("the folder is ours"))
            .stderr(log)
            .spawn()
            .expect("paddock starts");
        Process::new(child, stdout, stderr, self.bot_key().to_owned())
    }

    /// Runs `paddock` with these arguments until it ends.
    ///
    /// # Panics
    ///
    /// When it does not end.
    pub async fn run(&mut self, arguments: &[&str]) -> Output {
        let mut process = self.start(arguments);
        let status = process.ended().await;
        Output {
            status,
            stdout: process.stdout(),
            stderr: process.stderr(),
        }
    }

    /// The path of a file in its data folder.
    pub fn data(&self, name: &str) -> PathBuf {
        self.dir.path().join("data").join(name)
    }

    /// A secret that it generated.
    ///
    /// # Panics
    ///
    /// When it is not there.
    pub fn secret(&self, name: &str) -> String {
        let secret = fs::read_to_string(self.data(name)).expect("the secret is there");
        secret.trim().to_owned()
    }

    fn log_file(&self, start: u32, name: &str) -> PathBuf {
        self.dir.path().join(format!("{start}.{name}"))
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(program::paddock());
        command
            .args(arguments)
            .current_dir(self.dir.path())
            .env_clear()
            .envs(&self.variables)
            .stdin(Stdio::null());
        command
    }
}
