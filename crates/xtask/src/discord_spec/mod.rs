//! Whether what the bot sends, and what the simulated Discord answers it, is what Discord's own specification says.
//!
//! Anyone who runs the recipe brings the specification (`specs/openapi.json` of discord/discord-api-spec). The
//! exchanges are those of the end-to-end tests, which the simulator writes down.

mod faults;
mod report;
mod specification;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context as _, Result, bail, ensure};
use clap::Args;
use serde::Deserialize;
use serde_json::Value;

use crate::outcome::Runner;
use crate::test::{for_tests, runner};
use crate::tools::{cargo, git, root, target};
use specification::Specification;

/// What the recipe is given.
#[derive(Args)]
pub(crate) struct DiscordSpec {
    /// Discord's specification in OpenAPI, as JSON
    path: PathBuf,
    /// Folder of exchanges that were written down before; without it the end-to-end tests are run
    #[arg(long)]
    exchanges: Option<PathBuf>,
}

/// A request and its answer, as the simulator writes it down.
#[derive(Deserialize)]
struct Exchange {
    method: String,
    path: String,
    query: Option<String>,
    body: Value,
    files: usize,
    status: u16,
    answer: Value,
}

/// What was seen of an operation.
#[derive(Default)]
struct Seen {
    requests: usize,
    sent: BTreeSet<String>,
    answered: BTreeSet<String>,
}

/// The recipe `discord-spec`.
pub(crate) fn run(arguments: &DiscordSpec) -> Result<ExitCode> {
    let path = &arguments.path;
    let text =
        fs::read_to_string(path).with_context(|| format!("could not read {}", path.display()))?;
    let specification = Specification::parse(&text)
        .with_context(|| format!("{} is no specification", path.display()))?;
    let folder = match &arguments.exchanges {
        Some(folder) => folder.clone(),
        None => write_down()?,
    };
    let seen = compare(&specification, &read(&folder)?)?;
    let copy = git(["hash-object", &path.canonicalize()?.to_string_lossy()])?;
    let page = root().join("docs/discord-specification.md");
    fs::write(&page, report::page(&seen, copy.trim()))
        .with_context(|| format!("could not write {}", page.display()))?;
    let faults = report::faults(&seen);
    print!("{faults}");
    println!("wrote docs/discord-specification.md");
    Ok(if faults.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// Runs the end-to-end tests with a simulator that writes its exchanges down. Answers the folder of them.
fn write_down() -> Result<PathBuf> {
    let folder = target().join("xtask/discord-exchanges");
    if folder.exists() {
        fs::remove_dir_all(&folder).context("could not remove the exchanges of an earlier run")?;
    }
    let mut tests = match runner() {
        Runner::Nextest => cargo([
            "nextest",
            "run",
            "--workspace",
            "--filterset",
            "package(=paddock-e2e)",
        ]),
        Runner::CargoTest => cargo(["test", "--package", "paddock-e2e", "--tests"]),
    };
    let status = for_tests(&mut tests)
        .env("SIM_DISCORD_EXCHANGES", &folder)
        .status()
        .context("could not run the end-to-end tests")?;
    ensure!(status.success(), "the end-to-end tests failed");
    Ok(folder)
}

fn read(folder: &Path) -> Result<Vec<Exchange>> {
    let files =
        fs::read_dir(folder).with_context(|| format!("could not read {}", folder.display()))?;
    let mut exchanges = Vec::new();
    for file in files {
        let path = file?.path();
        let lines = fs::read_to_string(&path)
            .with_context(|| format!("could not read {}", path.display()))?;
        for line in lines.lines() {
            let exchange = serde_json::from_str(line)
                .with_context(|| format!("{} holds what is no exchange", path.display()))?;
            exchanges.push(exchange);
        }
    }
    if exchanges.is_empty() {
        bail!("there are no exchanges in {}", folder.display());
    }
    Ok(exchanges)
}

/// What was seen of each operation, by its name.
fn compare(
    specification: &Specification,
    exchanges: &[Exchange],
) -> Result<BTreeMap<String, Seen>> {
    let mut all: BTreeMap<String, Seen> = BTreeMap::new();
    for exchange in exchanges {
        let Some(operation) = specification.operation(&exchange.method, &exchange.path) else {
            let name = format!("{} {}", exchange.method, exchange.path);
            let seen = all.entry(name).or_default();
            seen.requests += 1;
            seen.sent
                .insert("the specification has no such operation".to_owned());
            continue;
        };
        let seen = all.entry(operation.name.clone()).or_default();
        seen.requests += 1;
        // What the simulator refused was sent to be refused.
        if exchange.status < 400 {
            let query = exchange.query.as_deref().unwrap_or_default();
            seen.sent.extend(operation.query_faults(query));
            let sent = operation.body_faults(&exchange.body, exchange.files > 0)?;
            seen.sent.extend(sent);
        }
        // Discord says nothing of the bodies of its own failures.
        if exchange.status < 500 {
            let answered = operation.answer_faults(exchange.status, &exchange.answer)?;
            seen.answered.extend(answered);
        }
    }
    Ok(all)
}
