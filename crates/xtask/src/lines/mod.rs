//! How many lines of source an operation of the API takes, by capability and by kind of line.
//!
//! Counted are the lines of `crates/*/src` that are neither blank nor tests, comments included. A file
//! belongs to the capability that its path names; methods of the client belong to that of their operation.
//! Most methods are generated from the declarations of operations, so these are counted beside them.

mod place;
mod source;

use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};
use serde_json::Value;

use crate::tools::root;
use place::{CAPABILITIES, KINDS};
use source::{Source, indent, sources};

/// What was counted.
#[derive(Default)]
struct Count {
    operations: BTreeMap<&'static str, usize>,
    /// By capability and kind.
    lines: BTreeMap<(&'static str, &'static str), usize>,
    /// By crate: all lines, and those that belong to no capability.
    crates: BTreeMap<String, (usize, usize)>,
}

/// The recipe `lines`.
pub(crate) fn run() -> Result<()> {
    let document =
        fs::read_to_string(root().join("docs/openapi.json")).context("no docs/openapi.json")?;
    let operations = operations(&serde_json::from_str(&document)?);
    let mut count = Count::default();
    for capability in operations.values() {
        *count.operations.entry(capability).or_default() += 1;
    }
    for entry in fs::read_dir(root().join("crates"))? {
        let dir = entry?.path();
        if dir.join("src").is_dir() {
            let name = dir.file_name().unwrap_or_default().to_string_lossy();
            count.add(&name, &sources(&dir.join("src"))?, &operations);
        }
    }
    println!("{count}");
    Ok(())
}

/// The capability of each operation, by the operation's id.
fn operations(document: &Value) -> BTreeMap<String, &'static str> {
    let mut operations = BTreeMap::new();
    for (path, item) in document["paths"].as_object().into_iter().flatten() {
        for operation in item.as_object().into_iter().flat_map(|item| item.values()) {
            if let Some(id) = operation["operationId"].as_str() {
                operations.insert(id.to_owned(), place::of_operation(path));
            }
        }
    }
    operations
}

impl Count {
    fn add(
        &mut self,
        crate_name: &str,
        sources: &[Source],
        operations: &BTreeMap<String, &'static str>,
    ) {
        let mut all = 0;
        let mut placed = 0;
        for source in sources {
            all += source.lines.len();
            if crate_name == "api-client" {
                for (name, lines) in functions(&source.lines) {
                    if let Some(capability) = operations.get(name) {
                        *self.lines.entry((capability, "client")).or_default() += lines;
                        placed += lines;
                    }
                }
            } else if let Some(place) = place::of_file(crate_name, Path::new(&source.path)) {
                *self.lines.entry(place).or_default() += source.lines.len();
                placed += source.lines.len();
            }
        }
        self.crates
            .insert(crate_name.to_owned(), (all, all - placed));
    }

    fn of(&self, capabilities: &[&'static str], kinds: &[&'static str]) -> usize {
        self.lines
            .iter()
            .filter(|((capability, kind), _)| {
                capabilities.contains(capability) && kinds.contains(kind)
            })
            .map(|(_, lines)| lines)
            .sum()
    }

    fn row(
        &self,
        f: &mut fmt::Formatter<'_>,
        name: &str,
        capabilities: &[&'static str],
    ) -> fmt::Result {
        let operations: usize = capabilities
            .iter()
            .filter_map(|capability| self.operations.get(capability))
            .sum();
        write!(f, "| {name} | {operations} |")?;
        for kind in KINDS {
            write!(f, " {} |", self.of(capabilities, &[kind]))?;
        }
        let all = self.of(capabilities, &KINDS);
        let edge = self.of(capabilities, &["routes", "declarations", "client"]);
        writeln!(
            f,
            " {all} | {} | {} |",
            ratio(all, operations),
            ratio(edge, operations)
        )
    }
}

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "| capability | operations |")?;
        for kind in KINDS {
            write!(f, " {kind} |")?;
        }
        writeln!(f, " all | per operation | routes, declarations, client |")?;
        writeln!(f, "|---|{}", "---:|".repeat(KINDS.len() + 4))?;
        for capability in CAPABILITIES {
            self.row(f, capability, &[capability])?;
        }
        self.row(f, "**all**", &CAPABILITIES)?;
        writeln!(f, "\n| crate | lines of `src` | of no capability |")?;
        writeln!(f, "|---|---:|---:|")?;
        for (name, (all, rest)) in &self.crates {
            writeln!(f, "| {name} | {all} | {rest} |")?;
        }
        let all: usize = self.crates.values().map(|(all, _)| all).sum();
        let rest: usize = self.crates.values().map(|(_, rest)| rest).sum();
        write!(f, "| **all** | {all} | {rest} |")
    }
}

/// Rounded to a whole number; nothing where there is nothing to divide by.
fn ratio(lines: usize, operations: usize) -> String {
    match operations {
        0 => "–".to_owned(),
        _ => ((lines + operations / 2) / operations).to_string(),
    }
}

/// The name and the number of lines of each function, with its attributes and doc comments.
fn functions(lines: &[String]) -> Vec<(&str, usize)> {
    let mut functions = Vec::new();
    let mut before = 0;
    let mut lines = lines.iter();
    while let Some(line) = lines.next() {
        let text = line.trim_start();
        if text.starts_with("///") || text.starts_with("#[") {
            before += 1;
            continue;
        }
        if let Some(name) = function_name(text) {
            let end = format!("{}}}", indent(line));
            let mut length = 1;
            if !text.ends_with('}') && !text.ends_with(';') {
                for line in lines.by_ref() {
                    length += 1;
                    if *line == end {
                        break;
                    }
                }
            }
            functions.push((name, before + length));
        }
        before = 0;
    }
    functions
}

fn function_name(line: &str) -> Option<&str> {
    let (qualifiers, rest) = line.split_once("fn ")?;
    let known = ["pub", "pub(crate)", "async", "const"];
    let only_qualifiers = qualifiers
        .split_whitespace()
        .all(|word| known.contains(&word));
    let end = rest.find(['(', '<'])?;
    only_qualifiers.then(|| &rest[..end])
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn source(path: &str, text: &str) -> Source {
        Source {
            path: path.into(),
            lines: text.lines().map(str::to_owned).collect(),
        }
    }

    #[test]
    fn functions_are_counted_with_their_documentation() {
        let text = "impl Client {\n    /// Health.\n    #[must_use]\n    pub async fn health(&self) -> Health {\n        \
                    self.get()\n    }\n    /// Id.\n    pub fn id<T>(&self) -> u8 { 1 }\n    // A fn in a comment.\n}\n";
        let source = source("lib.rs", text);
        assert_eq!(functions(&source.lines), [("health", 5), ("id", 2)]);
    }

    #[test]
    fn the_table_has_lines_for_each_operation() {
        let document = json!({ "paths": {
            "/api/tokens": { "get": { "operationId": "list_tokens" }, "post": { "operationId": "create_token" } },
            "/api/audit": { "get": { "operationId": "list_audit" } },
        } });
        let operations = operations(&document);
        let mut count = Count::default();
        count.operations.extend([("tokens", 2), ("audit", 1)]);
        count.add(
            "api",
            &[
                source("tokens/routes.rs", "a\nb\nc\n"),
                source("lib.rs", "d\n"),
            ],
            &operations,
        );
        count.add(
            "api-client",
            &[source("lib.rs", "fn create_token() {}\nfn send() {}\n")],
            &operations,
        );
        let table = count.to_string();
        assert!(
            table.contains("| tokens | 2 | 3 | 0 | 1 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 4 | 2 | 2 |\n"),
            "{table}"
        );
        assert!(
            table.contains("| system | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | – | – |\n"),
            "{table}"
        );
        assert!(
            table.contains("| api | 4 | 1 |\n| api-client | 2 | 1 |\n| **all** | 6 | 2 |"),
            "{table}"
        );
    }
}
