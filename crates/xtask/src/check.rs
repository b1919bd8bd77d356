//! What to run before a commit: format, lints and unit tests of what changed.
//!
//! Everything else — integration tests, MariaDB, documentation — is in the recipe `test`.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use anyhow::Result;
use clap::Args;

use crate::outcome::Runner;
use crate::steps::Steps;
use crate::test::{self, for_tests};
use crate::tools::{cargo, git};
use crate::workspace::{Package, package_of, packages};

/// Files of the root after whose change every package must still compile; what they do to tests is for the
/// recipe `test`, because compiling all dependencies anew takes more than a moment.
const SHARED: [&str; 5] = [
    "Cargo.toml",
    "Cargo.lock",
    "clippy.toml",
    "rust-toolchain.toml",
    ".cargo/config.toml",
];

#[derive(Args)]
pub(crate) struct Check {
    /// Commit to compare with; defaults to where this branch left `main`.
    #[arg(long)]
    base: Option<String>,
}

/// The recipe `check`.
pub(crate) fn run(check: &Check) -> Result<ExitCode> {
    let base = match &check.base {
        Some(base) => base.clone(),
        None => branching_point()?,
    };
    let packages = packages()?;
    let affected = affected(&packages, &changed_files(&base)?);
    let mut steps = Steps::default();
    steps.run("format", cargo(["fmt", "--all", "--check"]));
    if affected.linted.is_empty() {
        steps.skip("lints", "no code changed");
    } else {
        let mut clippy = cargo(["clippy", "--all-targets"]);
        select(&mut clippy, &affected.linted).args(["--", "-D", "warnings"]);
        steps.run("lints", clippy);
    }
    if affected.tested.is_empty() {
        steps.skip("unit tests", "no code changed");
    } else {
        unit_tests(&mut steps, &packages, &affected.tested);
    }
    println!("{steps}");
    Ok(steps.exit_code())
}

fn unit_tests(steps: &mut Steps, packages: &[Package], tested: &BTreeSet<&str>) {
    let runner = test::runner();
    let mut command = match runner {
        Runner::Nextest => cargo(["nextest", "run", "--no-tests", "pass"]),
        Runner::CargoTest => cargo(["test", "--no-fail-fast"]),
    };
    // Cargo refuses `--lib` where no selected package has a library.
    let library = packages
        .iter()
        .any(|package| package.has_library && tested.contains(package.name.as_str()));
    select(&mut command, tested)
        .args(library.then_some("--lib"))
        .arg("--bins");
    for_tests(&mut command);
    steps.run_tests("unit tests", runner, command);
}

fn select<'a>(command: &'a mut Command, packages: &BTreeSet<&str>) -> &'a mut Command {
    command.args(packages.iter().flat_map(|name| ["--package", name]))
}

/// Where this branch left `main`: the commit that a review would compare with.
fn branching_point() -> Result<String> {
    for main in ["origin/main", "main"] {
        if let Ok(commit) = git(["merge-base", "HEAD", main]) {
            return Ok(commit.trim().to_owned());
        }
    }
    // A shallow clone may have neither.
    Ok(git(["rev-parse", "HEAD"])?.trim().to_owned())
}

/// What differs from a commit in the work tree, whether committed or not, with files that git does not know.
fn changed_files(base: &str) -> Result<Vec<PathBuf>> {
    let changed = git(["diff", "--name-only", "--no-renames", "-z", base, "--"])?;
    let new = git(["ls-files", "--others", "--exclude-standard", "-z"])?;
    Ok(changed
        .split('\0')
        .chain(new.split('\0'))
        .filter(|path| !path.is_empty())
        .map(PathBuf::from)
        .collect())
}

/// Names of packages.
#[derive(Debug, Default, PartialEq, Eq)]
struct Affected<'a> {
    /// Those that changed and those that are built on them: only a compiler sees that an item is missed.
    linted: BTreeSet<&'a str>,
    /// Those that changed.
    tested: BTreeSet<&'a str>,
}

fn affected<'a>(packages: &'a [Package], files: &[PathBuf]) -> Affected<'a> {
    let mut affected = Affected::default();
    let mut changed = BTreeSet::new();
    for file in files {
        if SHARED.iter().any(|shared| file == Path::new(shared)) {
            changed.extend(packages.iter().map(|package| package.name.as_str()));
        } else if file.starts_with("migrations") {
            // They are compiled into the API, and nobody else sees them.
            affected.tested.insert("paddock-api");
        } else if file.extension() != Some(OsStr::new("md"))
            && let Some(package) = package_of(packages, file)
        {
            let inner = file.strip_prefix(&package.dir).unwrap_or(file);
            if ["tests", "examples", "benches"]
                .iter()
                .any(|dir| inner.starts_with(dir))
            {
                affected.linted.insert(&package.name);
            } else {
                affected.tested.insert(&package.name);
                changed.insert(package.name.as_str());
            }
        }
    }
    affected.linted.extend(&affected.tested);
    affected.linted.extend(dependents(packages, changed));
    affected
}

/// The packages that use one of these, directly or through others, and these themselves.
fn dependents<'a>(packages: &'a [Package], mut found: BTreeSet<&'a str>) -> BTreeSet<&'a str> {
    loop {
        let more: Vec<&str> = packages
            .iter()
            .filter(|package| !found.contains(package.name.as_str()))
            .filter(|package| {
                package
                    .uses
                    .iter()
                    .any(|name| found.contains(name.as_str()))
            })
            .map(|package| package.name.as_str())
            .collect();
        if more.is_empty() {
            return found;
        }
        found.extend(more);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn workspace() -> Vec<Package> {
        let package = |name: &str, dir: &str, uses: &[&str]| Package {
            name: name.to_owned(),
            dir: dir.into(),
            uses: uses.iter().map(|&name| name.to_owned()).collect(),
            has_library: true,
        };
        vec![
            package("types", "crates/types", &[]),
            package("paddock-api", "crates/api", &["types"]),
            package("bot", "crates/bot", &["types"]),
            package("paddock", "crates/paddock", &["paddock-api", "bot"]),
            package("xtask", "crates/xtask", &[]),
        ]
    }

    /// What is linted and what is tested when one file changes.
    fn after(file: &str) -> (Vec<String>, Vec<String>) {
        let packages = workspace();
        let affected = affected(&packages, &[file.into()]);
        let names = |names: BTreeSet<&str>| names.into_iter().map(str::to_owned).collect();
        (names(affected.linted), names(affected.tested))
    }

    fn names(names: &[&str]) -> Vec<String> {
        names.iter().map(|&name| name.to_owned()).collect()
    }

    #[test]
    fn what_is_built_on_a_package_is_linted_with_it() {
        assert_eq!(
            after("crates/bot/src/lib.rs"),
            (names(&["bot", "paddock"]), names(&["bot"]))
        );
        assert_eq!(
            after("crates/types/Cargo.toml"),
            (
                names(&["bot", "paddock", "paddock-api", "types"]),
                names(&["types"])
            )
        );
    }

    #[test]
    fn integration_tests_concern_their_package_only() {
        assert_eq!(
            after("crates/types/tests/it/main.rs"),
            (names(&["types"]), names(&[]))
        );
    }

    #[test]
    fn migrations_are_the_apis() {
        assert_eq!(
            after("migrations/sqlite/1_members.sql"),
            (names(&["paddock-api"]), names(&["paddock-api"]))
        );
    }

    #[test]
    fn after_a_change_of_the_lock_file_everything_must_compile() {
        let (linted, tested) = after("Cargo.lock");
        assert_eq!(linted.len(), workspace().len());
        assert_eq!(tested, names(&[]));
    }

    #[test]
    fn texts_concern_no_package() {
        for file in ["docs/architecture.md", "crates/bot/README.md", ".ci/run"] {
            assert_eq!(after(file), (names(&[]), names(&[])), "{file}");
        }
    }
}
