//! Which lines the tests reach, on SQLite.

use std::env;
use std::fs;
use std::path::Path;
use std::process::{Command, ExitCode};

use anyhow::{Context as _, Result, ensure};

use crate::test::for_tests;
use crate::tools::{cargo, quietly, require_subcommand, root, target};

/// The recipe `coverage`.
pub(crate) fn run() -> Result<ExitCode> {
    require_subcommand("cargo-llvm-cov")?;
    // Otherwise cargo-llvm-cov asks whether to install them, which nobody answers in a script.
    let sysroot = quietly(
        Command::new("rustc")
            .args(["--print", "sysroot"])
            .current_dir(root()),
    )?;
    ensure!(
        env::var_os("LLVM_COV").is_some() || has_llvm_tools(Path::new(sysroot.trim())),
        "llvm-tools are not installed: rustup component add llvm-tools"
    );
    let report = target().join("coverage");
    let mut command = cargo(["llvm-cov", "--workspace", "--html", "--output-dir"]);
    command.arg(&report);
    let status = for_tests(&mut command)
        .status()
        .context("could not run cargo llvm-cov")?;
    if !status.success() {
        return Ok(ExitCode::FAILURE);
    }
    println!("the report is {}", report.join("html/index.html").display());
    Ok(ExitCode::SUCCESS)
}

/// Whether a toolchain has them, in the folder of the platform that it is for.
fn has_llvm_tools(sysroot: &Path) -> bool {
    let platforms = fs::read_dir(sysroot.join("lib/rustlib"));
    platforms
        .into_iter()
        .flatten()
        .flatten()
        .any(|platform| platform.path().join("bin/llvm-cov").is_file())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_that_is_no_toolchain_has_no_tools() {
        assert!(!has_llvm_tools(root()));
    }
}
