//! Building `paddock` and starting its parts, with all their files in one folder.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, ensure};
use serde_json::Value;
use tempfile::TempDir;

use crate::http;
use crate::service::Service;
use crate::tools::{cargo, free_port, quietly, random_hex, target};

/// Discord user id of the root admin that a recipe acts as.
pub(crate) const ROOT: &str = "200000000000000001";

/// The guild and channel in which a recipe acts.
pub(crate) const GUILD: &str = "100000000000000001";
pub(crate) const CHANNEL: &str = "300000000000000001";

/// Time that the API may take until it is ready, even on a slow machine.
const START_LIMIT: Duration = Duration::from_mins(1);

/// Build profile of cargo.
#[derive(Clone, Copy)]
pub(crate) enum Profile {
    /// With assertions and overflow checks, for finding bugs.
    Dev,
    /// As it is released.
    Release,
}

/// Builds the program and returns its path.
pub(crate) fn build(profile: Profile) -> Result<PathBuf> {
    Ok(build_all(profile, &["paddock"])?.join("paddock"))
}

/// Builds programs and returns the folder that they are in.
pub(crate) fn build_all(profile: Profile, packages: &[&str]) -> Result<PathBuf> {
    let (flag, dir) = match profile {
        Profile::Dev => (None, "debug"),
        Profile::Release => (Some("--release"), "release"),
    };
    let status = cargo(["build", "--locked"])
        .args(packages.iter().flat_map(|package| ["--package", package]))
        .args(flag)
        .status()?;
    ensure!(
        status.success(),
        "{} does not compile",
        packages.join(" or ")
    );
    Ok(target().join(dir))
}

/// The configuration of one installation: random keys, a free port.
pub(crate) struct Installation {
    program: PathBuf,
    dir: PathBuf,
    bot_key: String,
    jwt_key: String,
    database: Option<String>,
    port: u16,
}

impl Installation {
    /// Prepares an installation whose files are in `dir`; without `database` it runs on SQLite.
    pub(crate) fn new(program: PathBuf, dir: &Path, database: Option<String>) -> Result<Self> {
        Ok(Self {
            program,
            dir: dir.to_owned(),
            bot_key: random_hex(32)?,
            jwt_key: random_hex(32)?,
            database,
            port: free_port()?,
        })
    }

    /// Becomes another replica of the same service.
    pub(crate) fn share_keys_of(&mut self, other: &Self) {
        self.bot_key.clone_from(&other.bot_key);
        self.jwt_key.clone_from(&other.jwt_key);
    }

    /// Port of the API on 127.0.0.1.
    pub(crate) fn port(&self) -> u16 {
        self.port
    }

    /// The key that the bot presents.
    pub(crate) fn bot_key(&self) -> &str {
        &self.bot_key
    }

    /// What the bot sends for this user.
    pub(crate) fn headers(&self, user: &str) -> Vec<(&'static str, String)> {
        vec![
            ("X-API-Key", self.bot_key.clone()),
            ("X-Guild-Id", GUILD.to_owned()),
            ("X-User-Id", user.to_owned()),
            ("X-Channel-Id", CHANNEL.to_owned()),
        ]
    }

    /// A call in the name of this user, which must succeed.
    pub(crate) fn call(
        &self,
        user: &str,
        method: &str,
        path: &str,
        body: Option<&Value>,
    ) -> Result<Value> {
        let headers = self.headers(user);
        let headers: Vec<_> = headers
            .iter()
            .map(|(name, value)| (*name, &**value))
            .collect();
        http::send_json(self.port, method, path, &headers, body)
    }

    /// Every row of a list, page by page.
    pub(crate) fn list(&self, path: &str) -> Result<Vec<Value>> {
        let mut rows = Vec::new();
        let mut cursor = String::new();
        loop {
            let mark = if path.contains('?') { '&' } else { '?' };
            let page = format!("{path}{mark}limit=200{cursor}");
            let page = self.call(ROOT, "GET", &page, None)?;
            let items = page["items"].as_array();
            rows.extend(items.context("a page without items")?.iter().cloned());
            match page["next_cursor"].as_str() {
                Some(next) => cursor = format!("&cursor={next}"),
                None => return Ok(rows),
            }
        }
    }

    /// `paddock` with these arguments and this configuration, independent of the caller's environment.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(&self.program);
        command
            .args(arguments)
            .current_dir(&self.dir)
            .env("PADDOCK_ENV", "development")
            .env("PADDOCK_DATA_DIR", self.dir.join("data"))
            .env("PADDOCK_LISTEN", format!("127.0.0.1:{}", self.port))
            .env("PADDOCK_LOG", "warn")
            .env("PADDOCK_LOG_FORMAT", "json")
            .env("BASE_URL", format!("http://127.0.0.1:{}", self.port))
            .env("API_URL", format!("http://127.0.0.1:{}", self.port))
            .env("BOT_API_KEY", &self.bot_key)
            .env("JWT_SECRET_KEY", &self.jwt_key)
            .env("ROOT_ADMIN_ID", ROOT)
            // Recipes send more requests than a person would.
            .env("RATE_LIMIT_PER_MINUTE", "0");
        match &self.database {
            Some(url) => command.env("DATABASE_URL", url),
            None => command.env_remove("DATABASE_URL"),
        };
        for key in [
            "ALGORITHM",
            "ACCESS_TOKEN_EXPIRE_MINUTES",
            "TRUSTED_PROXIES",
        ] {
            command.env_remove(key);
        }
        command
    }

    /// Starts a part of the program, which logs to `<name>.log`.
    pub(crate) fn start(&self, name: &str, command: &Command) -> Result<Service> {
        Service::start(command, &self.dir.join(format!("{name}.log")), None)
    }

    /// Starts the API; returns it with the time until it was ready.
    pub(crate) fn start_api(&self) -> Result<(Service, Duration)> {
        self.launch(&self.command(&["api"]), &self.dir.join("api.log"), None)
    }

    /// Starts the API with every request logged, as in production, so that the installation's folder is
    /// removed with it, even if this process is killed.
    pub(crate) fn start_api_in_scratch(&self, log: &Path, dir: TempDir) -> Result<Service> {
        let mut command = self.command(&["api"]);
        command.env("PADDOCK_LOG", "info");
        let (api, _) = self.launch(&command, log, Some(dir.path()))?;
        _ = dir.keep();
        Ok(api)
    }

    /// Starts the API by a command of its own, which logs to `log`, and waits until it is ready.
    pub(crate) fn start_api_by(&self, command: &Command, log: &Path) -> Result<Service> {
        Ok(self.launch(command, log, None)?.0)
    }

    fn launch(
        &self,
        command: &Command,
        log: &Path,
        scratch: Option<&Path>,
    ) -> Result<(Service, Duration)> {
        let started = Instant::now();
        let mut api = Service::start(command, log, scratch)?;
        let pause = Duration::from_millis(1);
        api.wait_until("paddock api", START_LIMIT, pause, |_| {
            let (status, _) = http::send(self.port, "GET", "/readyz", &[], None)?;
            ensure!(status == 200, "/readyz was answered {status}");
            Ok(())
        })?;
        Ok((api, started.elapsed()))
    }

    /// Waits until `paddock health <part>` succeeds.
    pub(crate) fn wait_until_healthy(&self, part: &str, service: &mut Service) -> Result<()> {
        let (name, pause) = (format!("paddock {part}"), Duration::from_millis(100));
        service.wait_until(&name, START_LIMIT, pause, |_| {
            let mut health = self.command(&["health", part]);
            quietly(&mut health).map(drop)
        })
    }
}
