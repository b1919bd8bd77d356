//! A private MariaDB server: empty, on loopback, gone when the recipe ends.
//!
//! It reads none of the machine's configuration and never touches a server that runs there. For tests its data
//! are in memory if there is room, and not durable: tests create hundreds of schemas, and none is worth a
//! disk flush. For measurements they are durable.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use anyhow::{Context as _, Result, bail};
use tempfile::TempDir;

use crate::service::Service;
use crate::tools::{find, free_port, quietly, random_hex, require, target};

/// Debian's packages; the `-core` ones bring no system service with them.
pub(crate) const PACKAGES: [&str; 2] = ["mariadb-server-core", "mariadb-client-core"];

const START_LIMIT: Duration = Duration::from_mins(2);

/// Free space that makes memory the place for the data.
const ROOM: u64 = 2 << 30;

const SETTINGS: [&str; 10] = [
    "--no-defaults",
    "--skip-networking=0",
    "--bind-address=127.0.0.1",
    "--skip-name-resolve",
    // What docs/operations.md requires of a real server.
    "--character-set-server=utf8mb4",
    "--collation-server=utf8mb4_nopad_bin",
    "--transaction-isolation=READ-COMMITTED",
    "--innodb-buffer-pool-size=256M",
    "--performance-schema=0",
    "--skip-log-bin",
];

/// Fast rather than durable, with connections for a hundred tests running at the same time.
const FOR_TESTS: [&str; 4] = [
    "--innodb-flush-log-at-trx-commit=0",
    "--innodb-doublewrite=0",
    "--innodb-fast-shutdown=2",
    "--max-connections=500",
];

/// What is committed is on the disk; only the shutdown is fast, as the data are removed after it.
const DURABLE: [&str; 3] = [
    "--innodb-flush-log-at-trx-commit=1",
    "--innodb-fast-shutdown=2",
    "--max-connections=200",
];

/// The server; dropping this stops it and removes its data.
pub(crate) struct Mariadb {
    service: Service,
    socket: PathBuf,
    url: String,
}

/// A server that is killed and started again on the same data; they belong to the caller.
pub(crate) struct Killable {
    server: Option<Mariadb>,
    /// Socket and URL of the one that was killed.
    stopped: Option<(PathBuf, String)>,
    launch: Launch,
}

/// How a server is started.
struct Launch {
    command: Command,
    log: PathBuf,
    socket: PathBuf,
    port: u16,
}

/// Whether everything that [`Mariadb::start`] runs is on this machine.
pub(crate) fn is_installed() -> bool {
    ["mariadbd", "mariadb-install-db", "mariadb"]
        .iter()
        .all(|program| find(program).is_some())
}

impl Mariadb {
    /// Creates an empty server for tests and waits until it accepts connections.
    pub(crate) fn start() -> Result<Self> {
        Self::start_in(scratch()?, &FOR_TESTS, "mariadb.log")
    }

    /// Creates an empty server with durable data, on the disk of this folder.
    pub(crate) fn start_durable(on: &Path) -> Result<Self> {
        fs::create_dir_all(on)?;
        let dir = folder().tempdir_in(on)?;
        Self::start_in(dir, &DURABLE, "mariadb-durable.log")
    }

    fn start_in(dir: TempDir, settings: &[&str], log: &str) -> Result<Self> {
        let launch = Launch::prepare(dir.path(), settings, log, &account()?)?;
        let password = random_hex(16)?;
        let mut server = launch.start(&password, Some(dir.path()))?;
        // From here on the supervisor removes the folder, even if this process is killed.
        _ = dir.keep();
        server.wait_until_ready()?;
        create_account(&server.socket, &password)?;
        Ok(server)
    }

    /// Where its administrator reaches it.
    pub(crate) fn socket(&self) -> &Path {
        &self.socket
    }

    /// URL without a database; its user may create any number of them.
    pub(crate) fn url(&self) -> &str {
        &self.url
    }

    /// A client of the server's administrator, for a recipe that talks to it.
    pub(crate) fn client(&self) -> Result<Command> {
        let mut client = Command::new(require("mariadb")?);
        client
            .args(["--no-defaults", "--user=root", "--unbuffered"])
            .arg(format!("--socket={}", self.socket.display()));
        Ok(client)
    }

    /// Creates a database and returns its URL.
    pub(crate) fn create_database(&self, name: &str) -> Result<String> {
        sql(&self.socket, &format!("CREATE DATABASE {name}"))?;
        Ok(format!("{}/{name}", self.url))
    }

    fn wait_until_ready(&mut self) -> Result<()> {
        let pause = Duration::from_millis(50);
        let started = self.service.wait_until("MariaDB", START_LIMIT, pause, |_| {
            sql(&self.socket, "SELECT 1")
        });
        started.context("is a limit on memory or open files too low?")
    }
}

impl Launch {
    /// Creates an empty server's data in this folder.
    fn prepare(dir: &Path, settings: &[&str], log: &str, account: &str) -> Result<Self> {
        let server = require("mariadbd")?;
        let data = dir.join("data");
        let socket = dir.join("socket");
        // Not in the folder that is removed with the server: the log says why a server did not start.
        let log = target().join("xtask").join(log);
        fs::create_dir_all(target().join("xtask"))?;

        quietly(
            Command::new(require("mariadb-install-db")?)
                .arg("--no-defaults")
                .args(["--auth-root-authentication-method=normal", "--skip-test-db"])
                .arg(format!("--user={account}"))
                .arg(format!("--datadir={}", data.display())),
        )?;

        let port = free_port()?;
        let mut command = Command::new(server);
        command
            .args(SETTINGS)
            .args(settings)
            .arg(format!("--user={account}"))
            .arg(format!("--port={port}"))
            .arg(format!("--datadir={}", data.display()))
            .arg(format!("--socket={}", socket.display()))
            .arg(format!("--pid-file={}", dir.join("pid").display()));
        Ok(Self {
            command,
            log,
            socket,
            port,
        })
    }

    fn start(&self, password: &str, scratch: Option<&Path>) -> Result<Mariadb> {
        let service = Service::start(&self.command, &self.log, scratch)?;
        let port = self.port;
        Ok(Mariadb {
            service,
            socket: self.socket.clone(),
            url: format!("mysql://paddock:{password}@127.0.0.1:{port}"),
        })
    }
}

impl Killable {
    /// Creates a server whose data are in this folder, and durable.
    pub(crate) fn start(dir: &Path, settings: &[&str], log: &str) -> Result<Self> {
        let password = random_hex(16)?;
        let server = Self::start_with(dir, settings, log, &account()?, &password)?;
        create_account(&server.server().socket, &password)?;
        Ok(server)
    }

    /// Like [`Killable::start`], in the name of this account of the machine, and without one of the server:
    /// a node has that from another one.
    pub(crate) fn start_with(
        dir: &Path,
        settings: &[&str],
        log: &str,
        account: &str,
        password: &str,
    ) -> Result<Self> {
        let settings = [&DURABLE, settings].concat();
        let launch = Launch::prepare(dir, &settings, log, account)?;
        let mut server = launch.start(password, None)?;
        server.wait_until_ready()?;
        Ok(Self {
            server: Some(server),
            stopped: None,
            launch,
        })
    }

    /// Ends the server as `kill -9` does.
    pub(crate) fn kill(&mut self) -> Result<()> {
        let (killed, stopped) = (self.server.take(), &mut self.stopped);
        let Mariadb {
            service,
            socket,
            url,
        } = killed.context("the server runs")?;
        *stopped = Some((socket, url));
        service.kill()
    }

    /// Starts the server again if it has ended by itself, as a service manager does; whether it had.
    pub(crate) fn revive(&mut self) -> Result<bool> {
        let server = self.server.as_mut().context("the server was not killed")?;
        if server.service.ended()?.is_none() {
            return Ok(false);
        }
        self.stopped = self.server.take().map(|ended| (ended.socket, ended.url));
        self.restart()?;
        Ok(true)
    }

    /// Starts the server again that was killed.
    pub(crate) fn restart(&mut self) -> Result<()> {
        let (socket, url) = self.stopped.take().context("the server was killed")?;
        let service = Service::start(&self.launch.command, &self.launch.log, None)?;
        let server = self.server.insert(Mariadb {
            service,
            socket,
            url,
        });
        server.wait_until_ready()
    }

    /// The server.
    pub(crate) fn server(&self) -> &Mariadb {
        self.server
            .as_ref()
            .expect("nobody asks for one that was killed")
    }
}

pub(crate) fn create_account(socket: &Path, password: &str) -> Result<()> {
    sql(
        socket,
        &format!(
            "CREATE USER paddock@127.0.0.1 IDENTIFIED BY '{password}';
             GRANT ALL PRIVILEGES ON *.* TO paddock@127.0.0.1;"
        ),
    )
}

/// The recipe `mariadb`.
pub(crate) fn in_foreground() -> Result<()> {
    if !is_installed() {
        bail!(
            "MariaDB is not installed: apt-get install {}",
            PACKAGES.join(" ")
        );
    }
    let mut server = Mariadb::start()?;
    println!("export TEST_DATABASE_URL={}", server.url());
    println!(
        "MariaDB runs as process {}; Ctrl-C stops it and removes its data.",
        server.service.pid()
    );
    let status = server.service.wait()?;
    bail!("MariaDB ended ({status})");
}

fn sql(socket: &Path, statements: &str) -> Result<()> {
    quietly(
        Command::new(require("mariadb")?)
            .args(["--no-defaults", "--user=root"])
            .arg(format!("--socket={}", socket.display()))
            .args(["--execute", statements]),
    )
    .map(drop)
}

/// The account of this process, which MariaDB wants named before it runs as root.
pub(crate) fn account() -> Result<String> {
    Ok(quietly(Command::new("id").arg("-un"))?.trim().to_owned())
}

/// A folder in memory if there is room and permission, otherwise among the temporary files.
fn scratch() -> Result<TempDir> {
    let memory = Path::new("/dev/shm");
    let free = quietly(
        Command::new("df")
            .args(["--block-size=1", "--output=avail"])
            .arg(memory),
    )
    .ok()
    .and_then(|table| table.lines().nth(1)?.trim().parse::<u64>().ok());
    if free.is_some_and(|free| free >= ROOM)
        && let Ok(dir) = folder().tempdir_in(memory)
    {
        return Ok(dir);
    }
    folder()
        .tempdir()
        .context("could not create a folder for MariaDB")
}

fn folder() -> tempfile::Builder<'static, 'static> {
    let mut folder = tempfile::Builder::new();
    folder.prefix("paddock-mariadb-");
    folder
}
