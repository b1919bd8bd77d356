//! What CI runs: formatting, lints, documentation, the OpenAPI document, the page of
//! the simulated Discord, and every test on both databases.
//!
//! Everything is built once, for the whole workspace: building some packages alone selects other features, and
//! compiles half of the dependencies again.

use std::process::{Command, ExitCode};

use crate::mariadb::Mariadb;
use crate::outcome::Runner;
use crate::steps::Steps;
use crate::tools::{cargo, find, quietly, root, search_path};
use crate::{breaking, openapi, packages, ui};

/// Packages whose tests use the database; the others would only repeat themselves on MariaDB.
const ON_THE_DATABASE: [&str; 3] = ["paddock-api", "paddock-e2e", "paddock"];

/// The recipe `test`.
pub(crate) fn run() -> ExitCode {
    let mut steps = Steps::default();
    steps.perform("MariaDB is installed", packages::ensure_mariadb);
    steps.perform("caddy is installed", packages::ensure_caddy);
    steps.perform("chromium is installed", packages::ensure_chromium);
    steps.perform("discord.js is installed", packages::ensure_discord_js);
    steps.perform("the page of the simulator is built", ui::check);
    steps.run("format", cargo(["fmt", "--check"]));
    let build = [
        "build",
        "--workspace",
        "--all-targets",
        "--locked",
        "--keep-going",
    ];
    if steps.run("build", cargo(build)) {
        lint(&mut steps);
        test(&mut steps);
    } else {
        for name in ["lints", "documentation", "OpenAPI document"] {
            steps.skip(name, "it does not compile");
        }
        steps.skip_tests("tests", "it does not compile");
    }
    optional(&mut steps);
    println!("{steps}");
    steps.exit_code()
}

/// The better of the runners that this machine has.
pub(crate) fn runner() -> Runner {
    if find("cargo-nextest").is_some() {
        Runner::Nextest
    } else {
        Runner::CargoTest
    }
}

fn lint(steps: &mut Steps) {
    let clippy = [
        "clippy",
        "--workspace",
        "--all-targets",
        "--",
        "-D",
        "warnings",
    ];
    steps.run("lints", cargo(clippy));
    let mut doc = cargo([
        "doc",
        "--workspace",
        "--no-deps",
        "--document-private-items",
    ]);
    doc.env("RUSTDOCFLAGS", "-D warnings");
    steps.run("documentation", doc);
    steps.perform("OpenAPI document", openapi::check);
    steps.perform(
        "OpenAPI document, clients of the last release",
        breaking::check,
    );
}

fn test(steps: &mut Steps) {
    let runner = runner();
    let mut on_sqlite = match runner {
        Runner::Nextest => cargo(["nextest", "run", "--workspace"]),
        Runner::CargoTest => cargo(["test", "--workspace", "--no-fail-fast"]),
    };
    for_tests(&mut on_sqlite);
    steps.run_tests("tests on SQLite", runner, on_sqlite);

    if runner == Runner::Nextest {
        // Nextest does not run the examples in the documentation; `cargo test` has run them already.
        let mut examples = cargo(["test", "--workspace", "--no-fail-fast", "--doc"]);
        for_tests(&mut examples);
        steps.run_tests("examples in the documentation", Runner::CargoTest, examples);
    }

    let Some(mariadb) = steps.perform("a private MariaDB", Mariadb::start) else {
        steps.skip_tests("tests on MariaDB", "there is no MariaDB");
        return;
    };
    let mut on_mariadb = match runner {
        Runner::Nextest => {
            let packages = ON_THE_DATABASE.map(|package| format!("package(={package})"));
            cargo([
                "nextest",
                "run",
                "--workspace",
                "--filterset",
                &packages.join(" + "),
            ])
        }
        Runner::CargoTest => {
            let mut command = cargo(["test", "--no-fail-fast", "--lib", "--bins", "--tests"]);
            command.args(
                ON_THE_DATABASE
                    .iter()
                    .flat_map(|package| ["--package", package]),
            );
            command
        }
    };
    for_tests(&mut on_mariadb).env("TEST_DATABASE_URL", mariadb.url());
    steps.run_tests("tests on MariaDB", runner, on_mariadb);
}

/// Prepares a test run, on SQLite unless it is given a database: a snapshot that differs is a failure
/// and never a new file.
pub(crate) fn for_tests(command: &mut Command) -> &mut Command {
    command
        .env("CI", "1")
        .env("INSTA_UPDATE", "no")
        .env("PATH", search_path())
        .env_remove("TEST_DATABASE_URL")
}

/// Checks by programs that may be missing: compiling them would take longer than everything else.
fn optional(steps: &mut Steps) {
    let name = "dependencies: licences, bans, sources";
    if find("cargo-deny").is_some() {
        steps.run(
            name,
            cargo(["deny", "check", "bans", "licenses", "sources"]),
        );
        // The list of advisories is on a server that may be out of reach.
        if quietly(&mut cargo(["deny", "fetch", "db"])).is_ok() {
            steps.run(
                "dependencies: advisories",
                cargo(["deny", "check", "advisories"]),
            );
        } else {
            steps.skip(
                "dependencies: advisories",
                "the list of advisories cannot be fetched",
            );
        }
    } else {
        steps.skip(name, "cargo-deny is not installed");
    }
    let name = "unused dependencies";
    if find("cargo-machete").is_some() {
        steps.run(name, cargo(["machete"]));
    } else {
        steps.skip(name, "cargo-machete is not installed");
    }
    let name = "spelling";
    if let Some(typos) = find("typos") {
        let mut typos = Command::new(typos);
        typos.current_dir(root());
        steps.run(name, typos);
    } else {
        steps.skip(name, "typos is not installed");
    }
}
