//! The OpenAPI document that is committed, and whether it is what the program says.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context as _, Result, bail};

use crate::tools::{cargo, quietly, root, target};

/// The recipe `openapi`.
pub(crate) fn write() -> Result<()> {
    let document = quietly(&mut cargo([
        "run",
        "--quiet",
        "--package",
        "paddock",
        "--",
        "openapi",
    ]))?;
    fs::write(committed(), document).context("could not write docs/openapi.json")?;
    println!("wrote docs/openapi.json");
    Ok(())
}

/// Compares the committed document with the one of the `paddock` that the whole workspace's build made.
///
/// Not `cargo run`: building one package alone selects other features, and would compile half of the
/// dependencies once more.
pub(crate) fn check() -> Result<()> {
    let document = quietly(Command::new(target().join("debug/paddock")).arg("openapi"))?;
    let committed = fs::read_to_string(committed()).unwrap_or_default();
    if document == committed {
        return Ok(());
    }
    let line = document
        .lines()
        .zip(committed.lines())
        .position(|(now, then)| now != then)
        .unwrap_or_else(|| document.lines().count().min(committed.lines().count()));
    bail!(
        "docs/openapi.json is not what the program says, from line {} on; regenerate it: cargo xtask openapi",
        line + 1
    );
}

fn committed() -> PathBuf {
    root().join("docs/openapi.json")
}
