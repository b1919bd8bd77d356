//! Rates of a running API beside those of its database, measured by the crate `bench`.
//!
//! Here servers are started and stopped; what is measured, and how, is the business of `paddock-bench`. It
//! is told over standard input, because that holds keys and passwords.

use std::fmt;
use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result, ensure};
use clap::{Args, Subcommand, ValueEnum};
use serde_json::{Value, json};

use crate::mariadb::Mariadb;
use crate::measure::machine;
use crate::paddock::{Installation, Profile, ROOT, build_all};
use crate::service::Service;
use crate::tools::{cargo, quietly, target};

/// Members and ledger entries of the histories that are compared.
const HISTORIES: [(&str, u32, u32); 2] = [("small", 1_000, 1_000), ("large", 100_000, 1_000_000)];

#[derive(Subcommand)]
pub(crate) enum Bench {
    /// Submissions and leaderboards, over HTTP and as the same statements straight on the engine.
    Seasons(Seasons),
    /// Check-ins: as many as there can be, beside the engine; 10,000 members within 15 seconds; and
    /// 1,500 people who type the command.
    Attendance(Attendance),
}

#[derive(Args)]
pub(crate) struct Seasons {
    #[command(flatten)]
    common: Common,
    /// Also compare 1,000 members with 100,000 who have submitted a million times.
    #[arg(long)]
    large: bool,
}

#[derive(Args)]
pub(crate) struct Attendance {
    #[command(flatten)]
    common: Common,
}

#[derive(Args)]
struct Common {
    /// Which database.
    #[arg(long, value_enum, default_value_t = Engines::Both)]
    engine: Engines,
    /// Time for each rate.
    #[arg(long, default_value_t = 10)]
    seconds: u32,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Engines {
    Sqlite,
    Mariadb,
    Both,
}

/// The recipe `bench`.
pub(crate) fn run(bench: &Bench) -> Result<()> {
    let common = bench.common();
    let dir = build_all(Profile::Release, &["paddock", "paddock-bench"])?;
    println!("release build, on {}", machine());
    if common.engine != Engines::Mariadb {
        bench.measure(&dir, None)?;
    }
    if common.engine != Engines::Sqlite {
        // On the disk that is built on, as SQLite's files are.
        let mariadb = Mariadb::start_durable(&scratch())?;
        bench.measure(&dir, Some(&mariadb))?;
    }
    Ok(())
}

impl Bench {
    fn common(&self) -> &Common {
        match self {
            Self::Seasons(seasons) => &seasons.common,
            Self::Attendance(attendance) => &attendance.common,
        }
    }

    fn measure(&self, programs: &Path, mariadb: Option<&Mariadb>) -> Result<()> {
        let seconds = self.common().seconds;
        match self {
            Self::Seasons(seasons) => {
                alone("rates", seconds, programs, mariadb)?;
                if seasons.large {
                    compare(seconds, programs, mariadb)?;
                }
            }
            Self::Attendance(_) => {
                alone("check-ins", seconds, programs, mariadb)?;
                alone("rush", seconds, programs, mariadb)?;
                hall(mariadb)?;
            }
        }
        Ok(())
    }
}

/// Gives a command of `paddock-bench` an installation to itself.
fn alone(command: &str, seconds: u32, programs: &Path, mariadb: Option<&Mariadb>) -> Result<()> {
    let part = Part::start(&command.replace('-', "_"), programs, mariadb)?;
    println!();
    tell(programs, command, seconds, &[part.plan(0, 0)])?;
    println!("paddock verify: {}", part.verify()?);
    Ok(())
}

/// A lecture hall through gateway, bot and API, on a database of its own.
fn hall(mariadb: Option<&Mariadb>) -> Result<()> {
    let mut hall = cargo(["run", "--locked", "--quiet", "--release"]);
    hall.args(["--package", "paddock-e2e", "--example", "hall"]);
    hall.env("PADDOCK_LOG", "error");
    match mariadb {
        Some(mariadb) => hall.env("TEST_DATABASE_URL", mariadb.url()),
        None => hall.env_remove("TEST_DATABASE_URL"),
    };
    println!();
    let status = hall.status()?;
    ensure!(status.success(), "the example hall: {status}");
    Ok(())
}

/// A small history and a large one.
fn compare(seconds: u32, programs: &Path, mariadb: Option<&Mariadb>) -> Result<()> {
    let mut parts = Vec::new();
    let mut plans = Vec::new();
    println!();
    for (name, members, entries) in HISTORIES {
        let part = Part::start(name, programs, mariadb)?;
        plans.push(part.plan(members, entries));
        parts.push(part);
    }
    tell(programs, "seed", seconds, &plans)?;
    for part in &parts {
        println!("paddock verify: {}", part.verify()?);
    }
    println!();
    tell(programs, "scaling", seconds, &plans)
}

/// An installation that runs and leaves nothing behind.
struct Part {
    paddock: Installation,
    database: String,
    _api: Service,
}

impl Part {
    fn start(name: &str, programs: &Path, mariadb: Option<&Mariadb>) -> Result<Self> {
        fs::create_dir_all(scratch())?;
        let dir = tempfile::Builder::new()
            .prefix("paddock-bench-")
            .tempdir_in(scratch())?;
        let url = mariadb
            .map(|mariadb| mariadb.create_database(name))
            .transpose()?;
        let file = dir.path().join("data/paddock.db");
        let database = url
            .clone()
            .unwrap_or_else(|| format!("sqlite://{}", file.display()));
        let paddock = Installation::new(programs.join("paddock"), dir.path(), url)?;
        let log = scratch().join(format!("bench-{name}.log"));
        let api = paddock.start_api_in_scratch(&log, dir)?;
        Ok(Self {
            paddock,
            database,
            _api: api,
        })
    }

    fn plan(&self, members: u32, entries: u32) -> Value {
        let root: i64 = ROOT.parse().expect("an id");
        json!({
            "port": self.paddock.port(),
            "bot_key": self.paddock.bot_key(),
            "root": root,
            "database": self.database,
            "standings": members,
            "entries": entries,
        })
    }

    /// What `paddock verify` says; an error where it does not agree.
    fn verify(&self) -> Result<String> {
        let said = quietly(&mut self.paddock.command(&["verify"]))?;
        Ok(said.trim().to_owned())
    }
}

/// Runs `paddock-bench`, which prints what it finds.
fn tell(programs: &Path, command: &str, seconds: u32, targets: &[Value]) -> Result<()> {
    let plan = json!({ "seconds": seconds, "targets": targets }).to_string();
    let mut bench = Command::new(programs.join("paddock-bench"))
        .arg(command)
        .stdin(Stdio::piped())
        .spawn()
        .context("could not run paddock-bench")?;
    let mut stdin = bench.stdin.take().expect("standard input was asked for");
    stdin.write_all(plan.as_bytes())?;
    drop(stdin);
    let status = bench.wait()?;
    ensure!(status.success(), "paddock-bench {command}: {status}");
    Ok(())
}

fn scratch() -> std::path::PathBuf {
    target().join("xtask")
}

impl fmt::Display for Engines {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Sqlite => "sqlite",
            Self::Mariadb => "mariadb",
            Self::Both => "both",
        })
    }
}
