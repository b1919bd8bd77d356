//! What is done to the program, its database and its surroundings.

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use anyhow::{Context as _, Result, ensure};
use clap::ValueEnum;

use super::world::World;
use crate::packages;
use crate::tools::{quietly, require};

/// Something that goes wrong while members write.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Fault {
    /// `kill -9` of the API, which is started again.
    KillApi,
    /// `kill -9` of MariaDB, which is started again.
    KillDatabase,
    /// No room on the disk of the database.
    FullDisk,
    /// The log's disk is full from the start.
    FullLog,
    /// The clock is set a day ahead, an hour back, and right again.
    Clock,
    /// Somebody else holds a lock.
    Lock,
}

impl Fault {
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::KillApi => "kill API",
            Self::KillDatabase => "kill database",
            Self::FullDisk => "full disk",
            Self::FullLog => "full log",
            Self::Clock => "clock",
            Self::Lock => "foreign lock",
        }
    }
}

/// Those that can be inflicted here, of the `wanted` ones, or of all.
pub(super) fn possible(world: &World, wanted: &[Fault]) -> Result<Vec<Fault>> {
    let mut faults = Vec::new();
    for &fault in Fault::value_variants() {
        if !wanted.is_empty() && !wanted.contains(&fault) {
            continue;
        }
        let reason = match fault {
            Fault::KillDatabase if world.mariadb.is_none() => Some("SQLite has no server"),
            Fault::FullDisk if world.disk.is_none() && world.mariadb.is_some() => {
                Some("no disk can be mounted")
            }
            Fault::FullDisk if world.disk.is_none() && require("prlimit").is_err() => {
                Some("no disk can be mounted, and prlimit is not installed")
            }
            Fault::Clock if faketime().is_none() => packages::ensure("faketime")
                .err()
                .map(|_| "faketime is not installed"),
            Fault::Lock if world.mariadb.is_none() && require("python3").is_err() => {
                Some("python3 is not installed")
            }
            _ => None,
        };
        match reason {
            None => faults.push(fault),
            Some(reason) => println!("left out: {} ({reason})", fault.name()),
        }
    }
    ensure!(
        !faults.is_empty(),
        "none of these faults can be inflicted here"
    );
    Ok(faults)
}

/// Lets the writers begin, inflicts a fault for so long, ends it, and lets them go on for a moment.
pub(super) fn inflict(fault: Fault, world: &mut World, lasts: Duration) -> Result<()> {
    let beginning = lasts / 4;
    sleep(beginning);
    match fault {
        Fault::KillApi => {
            let api = world.api.take().context("the API runs")?;
            api.kill()?;
            sleep(lasts / 8);
            world.start_api()?;
        }
        Fault::KillDatabase => {
            let mariadb = world.mariadb.as_mut().context("there is a server")?;
            mariadb.kill()?;
            mariadb.restart()?;
        }
        Fault::FullDisk => {
            let api = world.api.as_ref().context("the API runs")?;
            match &world.disk {
                Some(disk) => disk.fill()?,
                // Without a disk of its own, its files may not grow.
                None => limit_files(api.pid(), "4096")?,
            }
            sleep(lasts);
            match &world.disk {
                Some(disk) => disk.clear()?,
                None => limit_files(api.pid(), "unlimited")?,
            }
            // InnoDB gives up where it has no room to roll back.
            if let Some(mariadb) = &mut world.mariadb
                && mariadb.revive()?
            {
                println!("MariaDB ended by itself on the full disk, and was started again");
            }
        }
        Fault::FullLog => {
            // Every request is logged, so that every request fails to be.
            let mut command = world.paddock.command(&["api"]);
            command.env("PADDOCK_LOG", "info");
            world.start_api_by(&command, Path::new("/dev/full"))?;
            sleep(lasts);
            world.start_api()?;
        }
        Fault::Clock => move_the_clock(world, lasts)?,
        Fault::Lock => {
            let locked = lock(world)?;
            sleep(lasts);
            release(locked)?;
        }
    }
    sleep(beginning);
    Ok(())
}

/// How large files may become by what this process writes; the hard limit stays.
fn limit_files(process: u32, bytes: &str) -> Result<()> {
    quietly(
        Command::new(require("prlimit")?)
            .arg(format!("--pid={process}"))
            .arg(format!("--fsize={bytes}:")),
    )
    .map(drop)
}

fn move_the_clock(world: &mut World, lasts: Duration) -> Result<()> {
    let library = faketime().context("faketime is installed")?;
    let offset = world.dir.path().join("offset");
    fs::write(&offset, "+0\n")?;
    let mut command = world.paddock.command(&["api"]);
    command
        .env("LD_PRELOAD", library)
        .env("FAKETIME_TIMESTAMP_FILE", &offset)
        .env("FAKETIME_NO_CACHE", "1")
        // A kernel's timers do not jump either.
        .env("FAKETIME_DONT_FAKE_MONOTONIC", "1");
    let log = world.log();
    world.start_api_by(&command, &log)?;
    for step in ["+1d\n", "+0\n", "-1h\n", "+0\n"] {
        // Replaced as a whole, as it is read at every look at the clock.
        let next = offset.with_extension("next");
        fs::write(&next, step)?;
        fs::rename(&next, &offset)?;
        sleep(lasts / 3);
    }
    world.start_api()
}

/// The library that lies about the time.
fn faketime() -> Option<PathBuf> {
    let machine = std::env::consts::ARCH;
    let library = format!("/usr/lib/{machine}-linux-gnu/faketime/libfaketime.so.1");
    Some(PathBuf::from(library)).filter(|library| library.exists())
}

/// Holds the database's write lock on SQLite, and a table on MariaDB.
fn lock(world: &World) -> Result<Child> {
    let mut locker = if let Some(mariadb) = &world.mariadb {
        let mut client = mariadb.server().client()?;
        client.args(["--batch", "--skip-column-names", "paddock"]);
        client
    } else {
        let mut python = Command::new(require("python3")?);
        python.args(["-c", HOLD]).arg(world.file());
        python
    };
    let mut locker = locker
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .context("could not start who locks")?;
    if world.mariadb.is_some() {
        use std::io::Write as _;
        let stdin = locker.stdin.as_mut().expect("standard input is piped");
        stdin.write_all(b"LOCK TABLES members WRITE, submissions WRITE;\nSELECT 'locked';\n")?;
    }
    let stdout = locker.stdout.take().expect("standard output is piped");
    let mut line = String::new();
    BufReader::new(stdout).read_line(&mut line)?;
    ensure!(line.trim() == "locked", "nothing was locked: {line}");
    Ok(locker)
}

/// A program that holds SQLite's write lock until its input ends.
const HOLD: &str = "
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], timeout=30, isolation_level=None)
connection.execute('BEGIN IMMEDIATE')
print('locked', flush=True)
sys.stdin.read()
";

fn release(mut locker: Child) -> Result<()> {
    drop(locker.stdin.take());
    locker.wait()?;
    Ok(())
}
