//! Source files without blank lines and without tests.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

/// A file of a crate's `src`.
pub(super) struct Source {
    /// Where it is, from the crate's `src`: `seasons/model/mod.rs`.
    pub(super) path: PathBuf,
    /// Its lines, without blank ones and without the bodies of test modules.
    pub(super) lines: Vec<String>,
}

/// The files below a `src` folder that are no tests, in the order of their paths.
pub(super) fn sources(src: &Path) -> Result<Vec<Source>> {
    let mut files = Vec::new();
    collect(src, &mut files)?;
    files.sort();
    let mut sources = Vec::new();
    let mut test_modules = Vec::new();
    for file in files {
        let text = fs::read_to_string(&file)
            .with_context(|| format!("could not read {}", file.display()))?;
        let path = file.strip_prefix(src).unwrap_or(&file).to_owned();
        let (lines, modules) = program(&text);
        let submodules = submodules(&path);
        test_modules.extend(modules.into_iter().map(|name| submodules.join(name)));
        sources.push(Source { path, lines });
    }
    sources.retain(|source| {
        let is_test = |module: &PathBuf| source.path.with_extension("").starts_with(module);
        !test_modules.iter().any(is_test)
    });
    Ok(sources)
}

fn collect(dir: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    let entries = fs::read_dir(dir).with_context(|| format!("could not read {}", dir.display()))?;
    for entry in entries {
        let path = entry?.path();
        let stem = path.file_stem().unwrap_or_default();
        if stem == "tests" {
            continue;
        }
        if path.is_dir() {
            collect(&path, files)?;
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    Ok(())
}

/// The folder that holds the modules that a file declares.
fn submodules(path: &Path) -> PathBuf {
    let stem = path.file_stem().unwrap_or_default();
    if ["mod", "lib", "main"].iter().any(|root| stem == *root) {
        path.parent().unwrap_or(Path::new("")).to_owned()
    } else {
        path.with_extension("")
    }
}

/// The lines of a file that are neither blank nor in a test module, and the test modules in other files.
fn program(text: &str) -> (Vec<String>, Vec<String>) {
    let mut program = Vec::new();
    let mut modules = Vec::new();
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        if line.trim().is_empty() {
            continue;
        }
        if line.trim() != "#[cfg(test)]" {
            program.push(line.to_owned());
            continue;
        }
        let mut attributes = vec![line];
        while let Some(attribute) = lines.next_if(|line| line.trim_start().starts_with("#[")) {
            attributes.push(attribute);
        }
        let item = lines.peek().copied().unwrap_or_default();
        match test_module(item) {
            Some((name, true)) => {
                modules.push(name.to_owned());
                lines.next();
            }
            Some((_, false)) => {
                let end = format!("{}}}", indent(item));
                // One line such as `mod tests {}` is its own end.
                if item.trim_end().ends_with('}') {
                    lines.next();
                } else {
                    lines.by_ref().find(|line| *line == end);
                }
            }
            None => program.extend(attributes.into_iter().map(str::to_owned)),
        }
    }
    (program, modules)
}

/// The module's name, and whether it is in a file of its own.
fn test_module(item: &str) -> Option<(&str, bool)> {
    let (_, rest) = item
        .trim()
        .split_once("mod ")
        .filter(|(visibility, _)| visibility.is_empty() || visibility.starts_with("pub"))?;
    if let Some(name) = rest.strip_suffix(';') {
        return Some((name, true));
    }
    let (name, _) = rest.split_once(" {")?;
    Some((name, false))
}

/// The white space that a line begins with.
pub(super) fn indent(line: &str) -> &str {
    &line[..line.len() - line.trim_start().len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blank_lines_and_bodies_of_test_modules_do_not_count() {
        let text = "//! Doc.\n\nfn one() {\n    two();\n\n}\n\n#[cfg(test)]\nmod tests {\n    fn three() {\n    }\n}\n\
                    fn four() {}\n";
        let (lines, modules) = program(text);
        assert_eq!(
            lines,
            ["//! Doc.", "fn one() {", "    two();", "}", "fn four() {}"]
        );
        assert!(modules.is_empty());
    }

    #[test]
    fn other_items_for_tests_count() {
        let text =
            "#[cfg(test)]\nuse a::B;\n#[cfg(test)]\n#[rustfmt::skip]\nmod tests {}\nfn one() {}\n";
        let (lines, _) = program(text);
        assert_eq!(lines, ["#[cfg(test)]", "use a::B;", "fn one() {}"]);
    }

    #[test]
    fn test_modules_in_files_of_their_own_are_left_out() {
        let dir = tempfile::tempdir().unwrap();
        let write = |path: &str, text: &str| {
            let path = dir.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        };
        write("lib.rs", "#[cfg(test)]\npub(crate) mod testing;\nmod a;\n");
        write("testing.rs", "fn one() {}\n");
        write("testing/more.rs", "fn two() {}\n");
        write("a.rs", "#[cfg(test)]\nmod samples;\n");
        write("a/samples.rs", "fn three() {}\n");
        write("a/b.rs", "fn four() {}\n");
        write("a/tests.rs", "fn five() {}\n");
        write("tests/c.rs", "fn six() {}\n");
        let found: Vec<_> = sources(dir.path())
            .unwrap()
            .into_iter()
            .map(|source| (source.path.display().to_string(), source.lines.len()))
            .collect();
        let expected = [("a/b.rs", 1), ("a.rs", 0), ("lib.rs", 1)];
        assert_eq!(
            found,
            expected.map(|(path, lines)| (path.to_owned(), lines))
        );
    }
}
