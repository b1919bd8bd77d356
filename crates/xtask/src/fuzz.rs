//! Schemathesis over every operation of the API, with each kind of credential, and bodies of the wrong
//! kind.

mod bodies;

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context as _, Result, bail, ensure};
use clap::Args;
use serde_json::{Value, json};

use crate::http::send_json;
use crate::mariadb::Mariadb;
use crate::paddock::{Installation, Profile, ROOT, build};
use crate::tools::{quietly, require, target};

/// The packages in the fuzzer's environment; changing them creates a new one.
const PYTHON_PACKAGES: [&str; 2] = ["schemathesis==4.32.5", "openapi-spec-validator==0.9.0"];

const CHECKS: &str = "not_a_server_error,status_code_conformance,content_type_conformance,\
                      response_headers_conformance,response_schema_conformance";

/// Operations after which the caller's token is no longer valid; they are fuzzed last.
const TOKEN_ENDING: [&str; 3] = ["delete_me", "revoke_token", "revoke_api_access"];

const GUILD: &str = "100000000000000001";
const CHANNEL: &str = "300000000000000001";
const ROLE: &str = "400000000000000001";

#[derive(Args)]
pub(crate) struct Fuzz {
    /// Run on a private MariaDB instead of SQLite.
    #[arg(long)]
    mariadb: bool,
    /// Duration of the run as the bot and of the run with a token; the others are shorter.
    #[arg(long, default_value_t = 180)]
    seconds: u32,
    /// Seed of an earlier run, to repeat it.
    #[arg(long)]
    seed: Option<u64>,
}

/// The recipe `fuzz-api`.
pub(crate) fn run(fuzz: &Fuzz) -> Result<()> {
    let python = environment()?;
    let program = build(Profile::Dev)?;
    let dir = tempfile::tempdir().context("could not create a folder for the API")?;
    let mariadb = fuzz.mariadb.then(Mariadb::start).transpose()?;
    let database = mariadb
        .as_ref()
        .map(|mariadb| mariadb.create_database("paddock"))
        .transpose()?;
    let paddock = Installation::new(program, dir.path(), database)?;
    let (api, _) = paddock.start_api()?;

    let content = send_json(paddock.port(), "GET", "/openapi.json", &[], None)?;
    let document = dir.path().join("openapi.json");
    fs::write(&document, content.to_string())?;
    println!("=== the document");
    let valid = Command::new(python.join("openapi-spec-validator"))
        .args(["--validation-errors", "all"])
        .arg(&document)
        .status()?
        .success();

    let bot = bot_headers(&paddock);
    let excluded = TOKEN_ENDING.map(|operation| format!("--exclude-operation-id={operation}"));
    let included = TOKEN_ENDING.map(|operation| format!("--include-operation-id={operation}"));
    let (long, short) = (fuzz.seconds, fuzz.seconds.div_ceil(6));
    let runs: [(&str, u32, &[String]); 4] = [
        ("as the bot", long, &[]),
        ("with a token", long, &excluded),
        ("with a token, operations that end it", short, &included),
        ("without a credential", short, &[]),
    ];
    let mut failed = Vec::new();
    let mut token = String::new();
    for (name, seconds, selection) in runs {
        println!("\n=== {name}");
        if name == "with a token" {
            // Not earlier: fuzzing as the bot may erase the member.
            token = format!("Bearer {}", create_token(&paddock)?);
        }
        let headers: Vec<String> = match name {
            "as the bot" => bot.to_vec(),
            "without a credential" => Vec::new(),
            _ => vec![format!("Authorization: {token}")],
        };
        let mut schemathesis = Command::new(python.join("schemathesis"));
        schemathesis
            .args(["run", "--checks", CHECKS, "--continue-on-failure"])
            .args(["--request-timeout", "60", "--generation-database", "none"])
            .args(["--suppress-health-check", "all", "--warnings", "off"])
            .args(["--max-time", &seconds.to_string()])
            .args(fuzz.seed.map(|seed| format!("--seed={seed}")))
            .args(headers.iter().map(|header| format!("--header={header}")))
            .args(selection)
            .arg(format!("http://127.0.0.1:{}/openapi.json", paddock.port()))
            .current_dir(dir.path());
        if !schemathesis
            .status()
            .context("could not run schemathesis")?
            .success()
        {
            failed.push(name);
        }
        if name == "with a token" {
            // Otherwise most responses were 401, and the run proves little.
            let headers = [("Authorization", token.as_str())];
            send_json(paddock.port(), "GET", "/api/members/me", &headers, None)
                .context("the token did not outlive the run")?;
        }
    }
    println!("\n=== bodies of the wrong kind");
    let accepted = bodies::run(paddock.port(), &content, &pairs(&bot))?;
    let errors: Vec<_> = api
        .log()
        .lines()
        .filter(|line| line.contains("\"ERROR\""))
        .map(str::to_owned)
        .collect();
    if !errors.is_empty() {
        println!("\n=== what the API logged as errors\n{}", errors.join("\n"));
    }
    ensure!(valid, "the OpenAPI document is not valid");
    ensure!(
        failed.is_empty(),
        "schemathesis found failures: {}",
        failed.join("; ")
    );
    ensure!(
        accepted.is_empty(),
        "{} bodies of the wrong kind were not refused",
        accepted.len()
    );
    ensure!(errors.is_empty(), "the API logged errors");
    Ok(())
}

/// The folder of programs from Python's packages, created on first use.
fn environment() -> Result<PathBuf> {
    let dir = target().join("xtask/python");
    let manifest = dir.join("packages.txt");
    let wanted = PYTHON_PACKAGES.join("\n");
    if fs::read_to_string(&manifest).is_ok_and(|packages| packages == wanted) {
        return Ok(dir.join("bin"));
    }
    println!("=== Python's packages");
    let created = quietly(
        Command::new(require("python3")?)
            .args(["-m", "venv", "--clear"])
            .arg(&dir),
    );
    if let Err(error) = created {
        bail!(
            "python3 cannot create an environment; on Debian: apt-get install python3-venv\n{error:#}"
        );
    }
    quietly(
        Command::new(dir.join("bin/pip"))
            .args(["install", "--quiet"])
            .args(PYTHON_PACKAGES),
    )?;
    fs::write(manifest, wanted)?;
    Ok(dir.join("bin"))
}

fn bot_headers(paddock: &Installation) -> [String; 6] {
    [
        format!("X-API-Key: {}", paddock.bot_key()),
        format!("X-Guild-Id: {GUILD}"),
        format!("X-User-Id: {ROOT}"),
        format!("X-Channel-Id: {CHANNEL}"),
        format!("X-Role-Ids: {ROLE}"),
        // The permission Administrator.
        "X-Permissions: 8".to_owned(),
    ]
}

fn pairs(lines: &[String]) -> Vec<(&str, &str)> {
    let pairs = lines.iter();
    pairs.filter_map(|line| line.split_once(": ")).collect()
}

/// Creates a token as a person would: through the bot, and approved by an admin.
///
/// Root admins cannot be banned and keep their rights, so the fuzzer does not end this token by accident.
fn create_token(paddock: &Installation) -> Result<String> {
    let lines = bot_headers(paddock);
    let headers = pairs(&lines);
    let call = |method, path: &str, body: Option<Value>| {
        send_json(paddock.port(), method, path, &headers, body.as_ref())
    };
    call(
        "POST",
        "/api/members",
        Some(json!({ "display_name": "Root" })),
    )?;
    call("POST", &format!("/api/members/{ROOT}/verify"), None)?;
    call("PUT", &format!("/api/members/{ROOT}/api-access"), None)?;
    let created = call("POST", "/api/tokens", Some(json!({ "name": "fuzz" })))?;
    created["token"]
        .as_str()
        .map(str::to_owned)
        .context("the response contains no token")
}
