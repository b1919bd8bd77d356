//! Rates of a running API beside those of its database or of another program, measured by the crate `bench`.
//!
//! Here servers are started and stopped; what is measured, and how, is up to `paddock-bench`. Its plan goes
//! over standard input, because it holds keys and passwords.

mod peer;

use std::fmt;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result, ensure};
use clap::{Args, Subcommand, ValueEnum};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::mariadb::Mariadb;
use crate::measure::machine;
use crate::paddock::{Installation, Profile, ROOT, build_all};
use crate::service::Service;
use crate::tools::{cargo, quietly, target};

use peer::Peer;

/// Two histories that are compared: name, members, and ledger entries or claims.
type Histories = [(&'static str, u32, u32); 2];

const SEASONS: Histories = [("small", 1_000, 1_000), ("large", 100_000, 1_000_000)];
const NUMBERS: Histories = [("few", 100, 100), ("many", 10_000, 10_000)];

#[derive(Subcommand)]
pub(crate) enum Bench {
    /// Submissions and leaderboards, over HTTP and as the same statements straight on the engine.
    Seasons(Seasons),
    /// Check-ins: the highest rate, beside the engine; 10,000 members within 15 seconds; and
    /// 1,500 people who type the command.
    Attendance(Attendance),
    /// Claims of numbers, beside the engine; reading them among 10,000 claims, which fails where that
    /// costs over twice of what it costs among 100; and 6,000 claims beside a roster of 6,000.
    Numbers(Numbers),
    /// Imports of 3 MB of results, which fail where they take over 150 ms (on SQLite) or 64 MiB; and what
    /// a season of 12 rounds and 60 drivers is worth.
    Iracing(Iracing),
    /// 5,000 updates of presences a second, 500 of them of staff, through gateway, bot and API, each a
    /// program of its own; and 2,000 who watch the staff. Fails where a row takes over a second, or where
    /// memory or the queue of the gateway grows. `--seconds 600` is the whole of it.
    Presence(Presence),
    /// An admin's submissions beside those of another program, which is started from its checkout as a
    /// file says; `crates/bench/peer.example.json` describes Paddock. It is to be built already, and answers
    /// with Content-Length over connections that stay open. What it stores is not looked at.
    Peers(Peers),
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
pub(crate) struct Numbers {
    #[command(flatten)]
    common: Common,
}

#[derive(Args)]
pub(crate) struct Iracing {
    #[command(flatten)]
    common: Common,
}

#[derive(Args)]
pub(crate) struct Presence {
    #[command(flatten)]
    common: Common,
    /// Measure the dev build, which is faster to make and slower to run.
    #[arg(long)]
    dev: bool,
}

#[derive(Args)]
pub(crate) struct Peers {
    #[command(flatten)]
    common: Common,
    /// The checkout.
    dir: PathBuf,
    /// How it is started and asked; `peer.json` in the checkout by default. In braces: `port`, `data` (an
    /// empty folder), `database` (a URL), `secret` and `other_secret` (64 hexadecimal digits), `yesterday`
    /// and `tomorrow`; in calls also `member` (an id), `key` (19 digits that no other call has) and what
    /// an earlier call keeps of its answer, by JSON pointers.
    #[arg(long)]
    description: Option<PathBuf>,
}

#[derive(Args)]
struct Common {
    /// Database to measure on.
    #[arg(long, value_enum, default_value_t = Engines::Both)]
    engine: Engines,
    /// Duration of each measurement.
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
    if let Bench::Peers(peers) = bench {
        // Not only when everything is built.
        Peer::check(&peers.file())?;
    }
    let (profile, name) = match bench {
        Bench::Presence(Presence { dev: true, .. }) => (Profile::Dev, "dev"),
        _ => (Profile::Release, "release"),
    };
    let dir = build_all(profile, &["paddock", "paddock-bench"])?;
    println!("{name} build, on {}", machine());
    if common.engine != Engines::Mariadb {
        bench.measure(&dir, None)?;
    }
    if common.engine != Engines::Sqlite {
        // On the same disk as SQLite's files, so that the two compare.
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
            Self::Numbers(numbers) => &numbers.common,
            Self::Iracing(iracing) => &iracing.common,
            Self::Presence(presence) => &presence.common,
            Self::Peers(peers) => &peers.common,
        }
    }

    fn measure(&self, programs: &Path, mariadb: Option<&Mariadb>) -> Result<()> {
        let seconds = self.common().seconds;
        match self {
            Self::Seasons(seasons) => {
                measure_alone("rates", seconds, programs, mariadb)?;
                if seasons.large {
                    let commands = ["seed", "scaling"];
                    compare(SEASONS, commands, seconds, programs, mariadb)?;
                }
            }
            Self::Attendance(_) => {
                measure_alone("check-ins", seconds, programs, mariadb)?;
                measure_alone("rush", seconds, programs, mariadb)?;
                example("hall", "release", &[], mariadb.map(Mariadb::url))?;
            }
            Self::Numbers(_) => {
                measure_alone("claims", seconds, programs, mariadb)?;
                let commands = ["seed-numbers", "numbers-scaling"];
                compare(NUMBERS, commands, seconds, programs, mariadb)?;
                measure_alone("differences", seconds, programs, mariadb)?;
            }
            Self::Iracing(_) => {
                measure_alone("import", seconds, programs, mariadb)?;
                measure_alone("results-season", seconds, programs, mariadb)?;
            }
            Self::Presence(presence) => {
                let profile = if presence.dev { "dev" } else { "release" };
                let server = mariadb.map(|it| it.create_database("presence"));
                let server = server.transpose()?;
                example(
                    "presence",
                    profile,
                    &[&seconds.to_string()],
                    server.as_deref(),
                )?;
            }
            Self::Peers(peers) => {
                let instance = Instance::start("beside_peer", programs, mariadb)?;
                let peer = Peer::start(&peers.dir, &peers.file(), mariadb)?;
                let targets = [instance.plan(0, 0)];
                let plan = json!({ "seconds": seconds, "targets": targets, "peer": peer.plan });
                println!();
                run_plan(programs, "peers", &plan)?;
                println!("paddock verify: {}", instance.verify()?);
            }
        }
        Ok(())
    }
}

impl Peers {
    fn file(&self) -> PathBuf {
        let default = || self.dir.join("peer.json");
        self.description.clone().unwrap_or_else(default)
    }
}

/// Runs a command of `paddock-bench` on an installation of its own.
fn measure_alone(
    command: &str,
    seconds: u32,
    programs: &Path,
    mariadb: Option<&Mariadb>,
) -> Result<()> {
    let instance = Instance::start(&command.replace('-', "_"), programs, mariadb)?;
    println!();
    run_bench(programs, command, seconds, &[instance.plan(0, 0)])?;
    println!("paddock verify: {}", instance.verify()?);
    Ok(())
}

/// Runs an example of `paddock-e2e`, which is people or a crowd of them through gateway, bot and API.
fn example(name: &str, profile: &str, arguments: &[&str], database: Option<&str>) -> Result<()> {
    let cargo = cargo(["run", "--locked", "--quiet", "--profile", profile]);
    // Thousands of connections are as many open files, here and in the programs that are started.
    let mut example = Command::new("sh");
    example
        .args(["-c", "ulimit -n \"$(ulimit -H -n)\"; exec \"$@\"", "sh"])
        .arg(cargo.get_program())
        .args(cargo.get_args())
        .args(["--package", "paddock-e2e", "--example", name, "--"])
        .args(arguments)
        .env("PADDOCK_LOG", "error");
    if let Some(dir) = cargo.get_current_dir() {
        example.current_dir(dir);
    }
    match database {
        Some(url) => example.env("TEST_DATABASE_URL", url),
        None => example.env_remove("TEST_DATABASE_URL"),
    };
    println!();
    let status = example.status()?;
    ensure!(status.success(), "the example `{name}` failed ({status})");
    Ok(())
}

/// Measures with a small history and with a large one: a command that seeds them, and one that measures.
fn compare(
    histories: Histories,
    [seed, measure]: [&str; 2],
    seconds: u32,
    programs: &Path,
    mariadb: Option<&Mariadb>,
) -> Result<()> {
    let mut instances = Vec::new();
    let mut plans = Vec::new();
    println!();
    for (name, members, entries) in histories {
        let instance = Instance::start(name, programs, mariadb)?;
        plans.push(instance.plan(members, entries));
        instances.push(instance);
    }
    run_bench(programs, seed, seconds, &plans)?;
    for instance in &instances {
        println!("paddock verify: {}", instance.verify()?);
    }
    println!();
    run_bench(programs, measure, seconds, &plans)
}

/// A running installation; dropping this stops it and removes its files.
struct Instance {
    paddock: Installation,
    database: String,
    api: Service,
}

impl Instance {
    fn start(name: &str, programs: &Path, mariadb: Option<&Mariadb>) -> Result<Self> {
        let dir = folder()?;
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
            api,
        })
    }

    fn plan(&self, members: u32, entries: u32) -> Value {
        let root: i64 = ROOT.parse().expect("the root admin's id is a number");
        json!({
            "port": self.paddock.port(),
            "bot_key": self.paddock.bot_key(),
            "root": root,
            "database": self.database,
            "process": self.api.pid(),
            "standings": members,
            "entries": entries,
        })
    }

    /// The result of `paddock verify`; an error if the stored sums disagree.
    fn verify(&self) -> Result<String> {
        let result = quietly(&mut self.paddock.command(&["verify"]))?;
        Ok(result.trim().to_owned())
    }
}

/// Runs `paddock-bench`, which prints its results.
fn run_bench(programs: &Path, command: &str, seconds: u32, targets: &[Value]) -> Result<()> {
    let plan = json!({ "seconds": seconds, "targets": targets });
    run_plan(programs, command, &plan)
}

fn run_plan(programs: &Path, command: &str, plan: &Value) -> Result<()> {
    let mut bench = Command::new(programs.join("paddock-bench"))
        .arg(command)
        .stdin(Stdio::piped())
        .spawn()
        .context("could not run paddock-bench")?;
    let mut stdin = bench.stdin.take().expect("standard input is piped");
    stdin.write_all(plan.to_string().as_bytes())?;
    drop(stdin);
    let status = bench.wait()?;
    ensure!(
        status.success(),
        "paddock-bench {command} failed ({status})"
    );
    Ok(())
}

fn scratch() -> PathBuf {
    target().join("xtask")
}

/// A folder on the same disk as all others.
fn folder() -> Result<TempDir> {
    fs::create_dir_all(scratch())?;
    let folder = tempfile::Builder::new()
        .prefix("paddock-bench-")
        .tempdir_in(scratch())?;
    Ok(folder)
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
