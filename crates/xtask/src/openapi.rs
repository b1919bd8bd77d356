//! What is committed of the program's own account of the API, and whether it is what the program says.
//!
//! That is the OpenAPI document, and the table of error codes in `docs/api-design.md`.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context as _, Result, bail, ensure};

use crate::tools::{cargo, quietly, root, target};

/// The table of error codes stands between these lines.
const BEGIN: &str = "<!-- error codes: begin; `cargo xtask openapi` writes what follows -->\n";
const END: &str = "<!-- error codes: end -->";

/// The recipe `openapi`.
pub(crate) fn write() -> Result<()> {
    let run = ["run", "--quiet", "--package", "paddock", "--", "openapi"];
    let document = quietly(&mut cargo(run))?;
    fs::write(committed(), document).context("could not write docs/openapi.json")?;
    println!("wrote docs/openapi.json");
    let table = quietly(cargo(run).arg("--codes"))?;
    let page = fs::read_to_string(page()).context("could not read docs/api-design.md")?;
    let (before, _, after) = split(&page)?;
    fs::write(self::page(), format!("{before}\n{table}\n{after}"))
        .context("could not write docs/api-design.md")?;
    println!("wrote the error codes in docs/api-design.md");
    Ok(())
}

/// Compares what is committed with the `paddock` that the whole workspace's build made.
///
/// Not `cargo run`: building one package alone selects other features, and would compile half of the
/// dependencies once more.
pub(crate) fn check() -> Result<()> {
    let paddock = target().join("debug/paddock");
    let document = quietly(Command::new(&paddock).arg("openapi"))?;
    let table = quietly(Command::new(&paddock).args(["openapi", "--codes"]))?;
    let page = fs::read_to_string(page()).context("could not read docs/api-design.md")?;
    ensure!(
        split(&page)?.1.trim() == table.trim(),
        "the error codes in docs/api-design.md are not what the program says; regenerate them: cargo xtask openapi"
    );
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

/// A page up to and with the first marker, the table, and the rest from the second marker on.
fn split(page: &str) -> Result<(&str, &str, &str)> {
    let begin = page.find(BEGIN).map(|start| start + BEGIN.len());
    let end = page.find(END);
    match (begin, end) {
        (Some(begin), Some(end)) if begin <= end => {
            Ok((&page[..begin], &page[begin..end], &page[end..]))
        }
        _ => bail!("docs/api-design.md lacks the two comments around the error codes"),
    }
}

fn committed() -> PathBuf {
    root().join("docs/openapi.json")
}

fn page() -> PathBuf {
    root().join("docs/api-design.md")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_stands_between_two_comments() {
        let page = format!("before\n\n{BEGIN}\n| code |\n\n{END}\n\nafter\n");
        let (before, table, after) = split(&page).unwrap();
        assert_eq!(before, format!("before\n\n{BEGIN}"));
        assert_eq!(table, "\n| code |\n\n");
        assert_eq!(after, format!("{END}\n\nafter\n"));
    }

    #[test]
    fn a_page_without_its_comments_is_refused() {
        split("| code |").unwrap_err();
        split(&format!("{END}\n{BEGIN}")).unwrap_err();
    }
}
