//! Mutants of the rules: which changes of them does no test notice?

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context as _, Result, ensure};
use clap::Args;

use crate::test::for_tests;
use crate::tools::{cargo, require_subcommand, root, target};

const SOURCES: &str = "crates/api/src";

#[derive(Args)]
pub(crate) struct Mutants {
    /// File or folder to stay within, such as `crates/api/src/seasons`; defaults to every capability.
    path: Option<PathBuf>,
}

/// The recipe `mutants`.
pub(crate) fn run(mutants: &Mutants) -> Result<ExitCode> {
    let within = mutants.path.as_deref().unwrap_or(Path::new(SOURCES));
    let files = rules(within)?;
    ensure!(
        !files.is_empty(),
        "{} holds no `model` or `service` of a capability",
        within.display()
    );
    require_subcommand("cargo-mutants")?;
    let mut command = cargo(["mutants", "--package", "paddock-api"]);
    // It writes its report into a folder `mutants.out` there.
    command.arg("--output").arg(target());
    for file in files {
        command.arg("--file").arg(file);
    }
    // The rules are tested beside them; the integration tests would run for each mutant.
    command.args(["--", "--lib"]);
    let status = for_tests(&mut command)
        .status()
        .context("could not run cargo mutants")?;
    println!(
        "the report is in {}",
        target().join("mutants.out").display()
    );
    Ok(if status.success() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// The files with rules at or below a path, relative to the root of the workspace.
fn rules(within: &Path) -> Result<Vec<PathBuf>> {
    let mut rules = Vec::new();
    let mut remaining = vec![root().join(within)];
    while let Some(path) = remaining.pop() {
        if path.is_dir() {
            for entry in fs::read_dir(&path)? {
                remaining.push(entry?.path());
            }
            continue;
        }
        ensure!(path.is_file(), "there is no {}", path.display());
        if let Ok(path) = path.strip_prefix(root())
            && is_rule(path)
        {
            rules.push(path.to_owned());
        }
    }
    rules.sort();
    Ok(rules)
}

/// `<capability>/model.rs`, `<capability>/service/submit.rs` and their like, without their tests.
fn is_rule(path: &Path) -> bool {
    let Ok(path) = path.strip_prefix(SOURCES) else {
        return false;
    };
    let names: Vec<_> = path.iter().filter_map(|name| name.to_str()).collect();
    let is_test = names.iter().any(|name| name.starts_with("tests"));
    let is_source = path.extension().is_some_and(|extension| extension == "rs");
    let place = names.get(1).copied().unwrap_or_default();
    is_source && !is_test && (place.starts_with("model") || place.starts_with("service"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_are_models_and_services_of_capabilities() {
        for path in ["tokens/model.rs", "seasons/service/submit.rs"] {
            assert!(is_rule(&Path::new(SOURCES).join(path)), "{path}");
        }
        for path in ["tokens/store.rs", "seasons/service/tests.rs", "page.rs"] {
            assert!(!is_rule(&Path::new(SOURCES).join(path)), "{path}");
        }
        assert!(!is_rule(Path::new("crates/bot/src/guilds/model.rs")));
    }

    #[test]
    fn a_path_narrows_the_rules() {
        let all = rules(Path::new(SOURCES)).unwrap();
        let seasons = rules(Path::new("crates/api/src/seasons")).unwrap();
        assert!(!seasons.is_empty() && seasons.len() < all.len());
        assert!(rules(Path::new("docs")).unwrap().is_empty());
        rules(Path::new("crates/api/src/nothing")).unwrap_err();
    }
}
