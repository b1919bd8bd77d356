//! Another program that Paddock is measured beside. Nothing of it is known here: whoever brings it says in
//! a file how it is started, and by which calls the same work is asked of it.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use anyhow::{Context as _, Result, bail, ensure};
use serde::Deserialize;
use serde_json::{Value, json};

use super::{folder, scratch};
use crate::http;
use crate::mariadb::Mariadb;
use crate::service::Service;
use crate::tools::{free_port, from_now, random_hex};

/// Time that the program may take until it answers.
const START_LIMIT: Duration = Duration::from_mins(1);
const PAUSE: Duration = Duration::from_millis(20);

/// What the file says. `crates/bench/peer.example.json` describes Paddock.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Description {
    /// The program, seen from the folder of the checkout, and its arguments: the server itself, as nothing
    /// that it starts would be stopped with it. A script ends with `exec`.
    start: Vec<String>,
    #[serde(default)]
    environment: BTreeMap<String, String>,
    /// Path that is answered with a success once the program is ready.
    ready: String,
    /// Calls, which `paddock-bench` reads.
    #[serde(default)]
    prepare: Vec<Value>,
    #[serde(default)]
    member: Vec<Value>,
    submission: Value,
}

/// A running peer; dropping this stops it and removes its files.
pub(super) struct Peer {
    /// For `paddock-bench`.
    pub(super) plan: Value,
    _program: Service,
}

impl Peer {
    /// Whether there is a description that can be read.
    pub(super) fn check(file: &Path) -> Result<()> {
        describe(file, &[]).map(drop)
    }

    pub(super) fn start(dir: &Path, file: &Path, mariadb: Option<&Mariadb>) -> Result<Self> {
        let data = folder()?;
        let database = match mariadb {
            Some(mariadb) => mariadb.create_database("peer")?,
            None => format!("sqlite://{}/peer.db", data.path().display()),
        };
        let port = free_port()?;
        let words = [
            ("port", port.to_string()),
            ("data", data.path().display().to_string()),
            ("database", database),
            ("secret", random_hex(32)?),
            ("other_secret", random_hex(32)?),
            ("yesterday", from_now("-1 day")?),
            ("tomorrow", from_now("1 day")?),
        ];
        let description = describe(file, &words)?;
        let [program, arguments @ ..] = &description.start[..] else {
            bail!("{}: `start` names no program", file.display());
        };
        let mut command = Command::new(program);
        command
            .args(arguments)
            .envs(&description.environment)
            .current_dir(dir);
        let log = scratch().join("bench-peer.log");
        let mut program = Service::start(&command, &log, Some(data.path()))?;
        _ = data.keep();
        let path = &description.ready;
        program.wait_until("the peer", START_LIMIT, PAUSE, |_| {
            let (status, _) = http::send(port, "GET", path, &[], None)?;
            ensure!((200..300).contains(&status), "{path} was answered {status}");
            Ok(())
        })?;
        Ok(Self {
            plan: json!({
                "port": port,
                "prepare": description.prepare,
                "member": description.member,
                "submission": description.submission,
            }),
            _program: program,
        })
    }
}

fn describe(file: &Path, words: &[(&str, String)]) -> Result<Description> {
    let text =
        fs::read_to_string(file).with_context(|| format!("could not read {}", file.display()))?;
    serde_json::from_str(&fill(text, words))
        .with_context(|| format!("{} is no description of a peer", file.display()))
}

/// Puts in what stands for each word in braces. Others remain for `paddock-bench`.
fn fill(text: String, words: &[(&str, String)]) -> String {
    let filled =
        |text: String, (word, value): &(&str, String)| text.replace(&format!("{{{word}}}"), value);
    words.iter().fold(text, filled)
}

#[cfg(test)]
mod tests {
    use super::*;

    const EXAMPLE: &str = include_str!("../../../bench/peer.example.json");

    #[test]
    fn the_example_leaves_to_the_benchmark_what_it_knows() {
        let words = ["port", "data", "database", "secret", "other_secret"];
        let filled = fill(
            EXAMPLE.to_owned(),
            &words.map(|word| (word, "1".to_owned())),
        );
        let example: Description = serde_json::from_str(&filled).unwrap();
        assert_eq!(example.environment["PADDOCK_LISTEN"], "127.0.0.1:1");
        assert_eq!(example.submission["body"]["user_id"], "{member}");
    }
}
