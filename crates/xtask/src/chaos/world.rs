//! The program under test, with its database on a disk of its own where that is possible.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use anyhow::{Context as _, Result};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::mariadb::Killable;
use crate::paddock::{CHANNEL, Installation, Profile, ROOT, build};
use crate::service::Service;
use crate::tools::{from_now, quietly, target};

/// Room on the disk of the database, which the writers do not fill by themselves.
const DISK: &str = "size=768m";

/// The API, its database, and where they are. What is dropped first stands first.
pub(super) struct World {
    pub(super) api: Option<Service>,
    pub(super) mariadb: Option<Killable>,
    pub(super) paddock: Installation,
    /// The small disk; none where mounting is not permitted.
    pub(super) disk: Option<Mount>,
    pub(super) dir: TempDir,
}

/// A file system in memory, unmounted when dropped, and also when this process is killed.
pub(super) struct Mount {
    place: PathBuf,
    _keeper: Service,
}

/// Mounts at `$0`, and unmounts when it is told to end.
const KEEPER: &str = r#"
mount -t tmpfs -o "$1" tmpfs "$0" || exit 1
trap 'umount --lazy "$0"; exit' TERM
echo mounted
while :; do sleep 0.2; done
"#;

impl World {
    pub(super) fn create(on_mariadb: bool) -> Result<Self> {
        let program = build(Profile::Dev)?;
        fs::create_dir_all(target().join("xtask"))?;
        let dir = tempfile::Builder::new()
            .prefix("paddock-chaos-")
            .tempdir_in(target().join("xtask"))?;
        let place = dir.path().join("disk");
        fs::create_dir(&place)?;
        let disk = Mount::new(&place, &dir.path().join("mount.log"));
        if disk.is_none() {
            println!("No disk can be mounted here: files may not grow instead.");
        }
        let mut mariadb = None;
        let mut url = None;
        if on_mariadb {
            let small = [
                "--innodb-log-file-size=32M",
                "--innodb-lock-wait-timeout=50",
            ];
            let server = Killable::start(&place, &small, "mariadb-chaos.log")?;
            url = Some(server.server().create_database("paddock")?);
            mariadb = Some(server);
        }
        let paddock = Installation::new(program, &place, url)?;
        let mut world = Self {
            api: None,
            mariadb,
            paddock,
            disk,
            dir,
        };
        world.start_api()?;
        Ok(world)
    }

    /// Starts the API as usual.
    pub(super) fn start_api(&mut self) -> Result<()> {
        let command = self.paddock.command(&["api"]);
        let log = self.log();
        self.start_api_by(&command, &log)
    }

    /// Stops the API in order, if it runs, and starts it by this command.
    pub(super) fn start_api_by(&mut self, command: &Command, log: &Path) -> Result<()> {
        drop(self.api.take());
        self.api = Some(self.paddock.start_api_by(command, log)?);
        Ok(())
    }

    /// Where the API logs to, away from the disk that is filled.
    pub(super) fn log(&self) -> PathBuf {
        self.dir.path().join("api.log")
    }

    pub(super) fn engine(&self) -> &'static str {
        match self.mariadb {
            Some(_) => "MariaDB",
            None => "SQLite",
        }
    }

    /// SQLite's file.
    pub(super) fn file(&self) -> PathBuf {
        self.dir.path().join("disk/data/paddock.db")
    }

    /// The result of `paddock verify`.
    pub(super) fn verify(&self) -> Result<String> {
        let result = quietly(&mut self.paddock.command(&["verify"]))?;
        Ok(result.trim().replace('\n', " "))
    }

    /// A call in the name of this user, which must succeed.
    pub(super) fn call(
        &self,
        user: &str,
        method: &str,
        path: &str,
        body: Option<&Value>,
    ) -> Result<Value> {
        self.paddock.call(user, method, path, body)
    }

    /// A season that approves at once, an item of it, and an open session. Returns their ids.
    pub(super) fn set_up(&self) -> Result<(String, String, String)> {
        let root = |method: &str, path: &str, body: Value| -> Result<Value> {
            self.call(ROOT, method, path, Some(&body))
        };
        let id = |answer: &Value| {
            let id = answer["id"].as_str().map(str::to_owned);
            id.with_context(|| format!("an answer without an id: {answer}"))
        };
        root(
            "PATCH",
            "/api/guild",
            json!({ "auto_approve_submissions": true }),
        )?;
        // Wide enough for every clock.
        let season = json!({
            "name": "Chaos",
            "starts_at": from_now("-30 days")?,
            "ends_at": from_now("+300 days")?,
        });
        let season = id(&root("POST", "/api/seasons", season)?)?;
        let item = id(&root("POST", "/api/items", json!({ "name": "Race" }))?)?;
        let worth = format!("/api/seasons/{season}/items/{item}");
        root("PUT", &worth, json!({ "points": 10 }))?;
        let codes = json!({ "code_interval_seconds": 300, "grace_seconds": 30 });
        root("PATCH", "/api/attendance/settings", codes)?;
        let session = json!({ "title": "Chaos", "channel_id": CHANNEL });
        let session = id(&root("POST", "/api/attendance/sessions", session)?)?;
        Ok((season, item, session))
    }
}

impl Mount {
    fn new(place: &Path, log: &Path) -> Option<Self> {
        let mut keeper = Command::new("/bin/sh");
        keeper.args(["-c", KEEPER]).arg(place).arg(DISK);
        let mut keeper = Service::start(&keeper, log, None).ok()?;
        while !keeper.log().contains("mounted") {
            if keeper.ended().ok()?.is_some() {
                return None;
            }
            sleep(Duration::from_millis(10));
        }
        Some(Self {
            place: place.to_owned(),
            _keeper: keeper,
        })
    }

    /// Fills the disk to the last byte, until [`Mount::clear`].
    pub(super) fn fill(&self) -> Result<()> {
        let mut fill = Command::new("dd");
        fill.arg("if=/dev/zero")
            .arg(format!("of={}", self.filler().display()))
            .args(["bs=64k", "status=none"]);
        // It ends when there is no room left.
        fill.stderr(Stdio::null()).status()?;
        Ok(())
    }

    /// Makes room again.
    pub(super) fn clear(&self) -> Result<()> {
        Ok(fs::remove_file(self.filler())?)
    }

    fn filler(&self) -> PathBuf {
        self.place.join("filler")
    }
}
