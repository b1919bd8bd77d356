//! The packages of this workspace, as cargo describes them.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use serde_json::Value;

use crate::tools::{cargo, quietly, root};

/// A package and what recipes need to know of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Package {
    pub(crate) name: String,
    /// Relative to the root of the workspace.
    pub(crate) dir: PathBuf,
    /// Names of the packages of this workspace that it uses, also those that only its tests use.
    pub(crate) uses: BTreeSet<String>,
    pub(crate) has_library: bool,
}

/// All packages of this workspace.
pub(crate) fn packages() -> Result<Vec<Package>> {
    let metadata = quietly(&mut cargo([
        "metadata",
        "--no-deps",
        "--format-version",
        "1",
    ]))?;
    let metadata: Value =
        serde_json::from_str(&metadata).context("cargo metadata did not print JSON")?;
    list(&metadata["packages"])
        .map(|package| {
            let manifest = package["manifest_path"].as_str().unwrap_or_default();
            let dir = Path::new(manifest)
                .parent()
                .and_then(|dir| dir.strip_prefix(root()).ok())
                .with_context(|| format!("{manifest} is not in this workspace"))?;
            Ok(Package {
                name: package["name"].as_str().unwrap_or_default().to_owned(),
                dir: dir.to_owned(),
                uses: list(&package["dependencies"])
                    .filter(|dependency| dependency["path"].is_string())
                    .filter_map(|dependency| Some(dependency["name"].as_str()?.to_owned()))
                    .collect(),
                has_library: list(&package["targets"])
                    .any(|target| list(&target["kind"]).any(|kind| kind == "lib")),
            })
        })
        .collect()
}

/// The package that a file or folder of the workspace belongs to.
pub(crate) fn package_of<'a>(packages: &'a [Package], path: &Path) -> Option<&'a Package> {
    packages
        .iter()
        .find(|package| path.starts_with(&package.dir))
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn this_package_is_found_with_what_it_uses() {
        let packages = packages().unwrap();
        let path = Path::new("crates/xtask/src/main.rs");
        let xtask = package_of(&packages, path).unwrap();
        assert_eq!(xtask.name, "xtask");
        assert!(!xtask.has_library);
        let bot = package_of(&packages, Path::new("crates/bot")).unwrap();
        assert!(bot.has_library);
        assert!(bot.uses.contains("paddock-api-client"));
        assert!(!bot.uses.contains("serde"));
        assert_eq!(package_of(&packages, Path::new("docs/README.md")), None);
    }
}
