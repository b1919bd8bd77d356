//! Whether the OpenAPI document breaks clients of the last release.
//!
//! Clients of the last release must be able to send what they sent, and must find in responses what they
//! found. Required levels, error responses and texts are not compared.

mod operations;
mod schema;
#[cfg(test)]
mod tests;
mod variants;

use std::fs;

use anyhow::{Context as _, Result, bail};
use serde_json::Value;

use crate::tools::{git, root};

const DOCUMENT: &str = "docs/openapi.json";

/// Compares the committed document with the one of the last release.
pub(crate) fn check() -> Result<()> {
    // A copy of the sources without their history has no releases to compare with.
    let tags = git(["tag", "--list", "v*", "--merged", "HEAD"]).unwrap_or_default();
    let Some(tag) = last_release(&tags) else {
        println!("there is no release to compare with: no tag `v…` is an ancestor of this commit");
        return Ok(());
    };
    let released = serde_json::from_str(&git(["show", &format!("{tag}:{DOCUMENT}")])?)
        .with_context(|| format!("{DOCUMENT} of {tag} is not JSON"))?;
    let current = fs::read_to_string(root().join(DOCUMENT))
        .with_context(|| format!("could not read {DOCUMENT}"))?;
    let current = serde_json::from_str(&current).with_context(|| format!("{DOCUMENT}: no JSON"))?;
    report(tag, &released, &current)
}

fn report(tag: &str, released: &Value, current: &Value) -> Result<()> {
    let breaks = operations::compare(released, current);
    if breaks.is_empty() {
        println!("nothing breaks clients of {tag}");
        return Ok(());
    }
    for line in &breaks {
        println!("- {line}");
    }
    if may_break(version(released), version(current)) {
        println!(
            "the new version {} may break clients of {tag}",
            version(current)
        );
        return Ok(());
    }
    bail!(
        "clients of {tag} would break; keep the old form working, or raise the version in Cargo.toml"
    );
}

/// The tag with the highest version; pre-releases promise nothing.
fn last_release(tags: &str) -> Option<&str> {
    tags.lines()
        .filter_map(|tag| Some((numbers(tag.strip_prefix('v')?)?, tag)))
        .max()
        .map(|(_, tag)| tag)
}

/// By semantic versioning: a new major version may break, and at 0.x a new minor version.
fn may_break(released: &str, current: &str) -> bool {
    match (numbers(released), numbers(current)) {
        (Some([0, old, _]), Some([0, new, _])) | (Some([old, ..]), Some([new, ..])) => new > old,
        _ => false,
    }
}

fn numbers(version: &str) -> Option<[u64; 3]> {
    let numbers: Option<Vec<u64>> = version.split('.').map(|part| part.parse().ok()).collect();
    numbers?.try_into().ok()
}

fn version(document: &Value) -> &str {
    document["info"]["version"].as_str().unwrap_or_default()
}

#[cfg(test)]
mod releases {
    use serde_json::json;

    use super::*;

    #[test]
    fn the_highest_release_is_the_last_one() {
        let tags = "v0.10.0\nv0.9.1\nv0.11.0-rc.1\nvarious\n";
        assert_eq!(last_release(tags), Some("v0.10.0"));
        assert_eq!(last_release(""), None);
    }

    #[test]
    fn breaking_takes_a_new_major_version_or_at_0_a_new_minor_one() {
        assert!(may_break("0.1.4", "0.2.0"));
        assert!(may_break("0.9.0", "1.0.0"));
        assert!(may_break("1.2.0", "2.0.0"));
        assert!(!may_break("0.1.0", "0.1.1"));
        assert!(!may_break("1.2.0", "1.3.0"));
        assert!(!may_break("1.2.0", "0.3.0"));
        assert!(!may_break("1.2.0", "next"));
    }

    #[test]
    fn a_break_fails_unless_the_version_permits_it() {
        let document =
            |version: &str, paths: Value| json!({ "info": { "version": version }, "paths": paths });
        let released = document(
            "0.1.0",
            json!({ "/api/items": { "get": { "responses": {} } } }),
        );
        report("v0.1.0", &released, &released).unwrap();
        report("v0.1.0", &released, &document("0.2.0", json!({}))).unwrap();
        let error = report("v0.1.0", &released, &document("0.1.1", json!({}))).unwrap_err();
        assert!(
            error
                .to_string()
                .starts_with("clients of v0.1.0 would break")
        );
    }

    #[test]
    fn the_committed_document_does_not_break_itself() {
        let text = fs::read_to_string(root().join(DOCUMENT)).unwrap();
        let document: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(
            operations::compare(&document, &document),
            Vec::<String>::new()
        );
    }
}
