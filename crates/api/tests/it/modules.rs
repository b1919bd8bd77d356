//! The modules of the API, and what each uses, read off its `use` trees and paths.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use syn::visit::{self, Visit};
use syn::{Attribute, Item, ItemUse, Macro, UseTree, Visibility};

/// From the root of the crate, such as `["seasons", "service", "points"]`.
pub(crate) type ModulePath = Vec<String>;

/// A file that is not for tests only.
pub(crate) struct Module {
    /// Below `src`.
    pub(crate) file: String,
    pub(crate) path: ModulePath,
    /// Every path into the crate that it mentions, from the root.
    pub(crate) uses: BTreeSet<ModulePath>,
}

impl Module {
    /// The folder or file at the top that it belongs to; empty for the root.
    pub(crate) fn top(&self) -> &str {
        self.path.first().map_or("", String::as_str)
    }

    /// Uses of what stands elsewhere at the top.
    pub(crate) fn foreign_uses(&self) -> impl Iterator<Item = &ModulePath> {
        let own = self.top();
        self.uses.iter().filter(move |path| path[0] != own)
    }
}

/// Every module of the API.
pub(crate) fn modules() -> Vec<Module> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut modules = Vec::new();
    let mut folders = vec![src.clone()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let file = path.strip_prefix(&src).unwrap().to_str().unwrap();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") && !is_test(file) {
                modules.push(read(file, &std::fs::read_to_string(&path).unwrap()));
            }
        }
    }
    modules.sort_by(|one, other| one.file.cmp(&other.file));
    modules
}

fn is_test(file: &str) -> bool {
    file == "testing.rs" || file.ends_with("tests.rs") || file.contains("/tests/")
}

fn read(file: &str, text: &str) -> Module {
    let mut path: ModulePath = file
        .trim_end_matches(".rs")
        .split('/')
        .map(str::to_owned)
        .collect();
    if matches!(path.last().map(String::as_str), Some("mod" | "lib")) {
        path.pop();
    }
    let parsed = syn::parse_file(text).unwrap();
    let mut names = Names {
        module: path.clone(),
        ..Names::default()
    };
    names.visit_file(&parsed);
    let mut paths = Paths {
        uses: names.imported.clone(),
        names: &names,
    };
    paths.visit_file(&parsed);
    let uses = paths.uses;
    let file = file.to_owned();
    Module { file, path, uses }
}

/// What the `use` trees of a file bring into it.
#[derive(Default)]
struct Names {
    module: ModulePath,
    /// By the name that it has in this file.
    known: BTreeMap<String, ModulePath>,
    imported: BTreeSet<ModulePath>,
}

impl Names {
    /// A path from the root of the crate, if it leads into the crate and not merely down from here.
    fn resolve(&self, path: &[String]) -> Option<ModulePath> {
        let (first, rest) = path.split_first()?;
        let mut resolved = match first.as_str() {
            "crate" => Vec::new(),
            "self" => self.module.clone(),
            "super" => self.module[..self.module.len().checked_sub(1)?].to_vec(),
            name => self.known.get(name)?.clone(),
        };
        for part in rest {
            match part.as_str() {
                "self" => {}
                "super" => drop(resolved.pop()),
                part => resolved.push(part.to_owned()),
            }
        }
        (!resolved.is_empty()).then_some(resolved)
    }

    fn import(&mut self, tree: &UseTree, path: &mut ModulePath) {
        let named = match tree {
            UseTree::Path(tree) => {
                path.push(tree.ident.to_string());
                self.import(&tree.tree, path);
                path.pop();
                return;
            }
            UseTree::Group(group) => {
                for tree in &group.items {
                    self.import(tree, path);
                }
                return;
            }
            UseTree::Name(tree) => (tree.ident.to_string(), tree.ident.to_string()),
            UseTree::Rename(tree) => (tree.ident.to_string(), tree.rename.to_string()),
            UseTree::Glob(_) => ("self".to_owned(), String::new()),
        };
        let (original, mut name) = named;
        if original == "self"
            && let ("self", Some(last)) = (name.as_str(), path.last())
        {
            name.clone_from(last);
        }
        let mut full = path.clone();
        full.push(original);
        if let Some(resolved) = self.resolve(&full) {
            self.known.insert(name, resolved.clone());
            self.imported.insert(resolved);
        }
    }
}

impl<'ast> Visit<'ast> for Names {
    fn visit_item(&mut self, item: &'ast Item) {
        if !for_tests_only(item) {
            visit::visit_item(self, item);
        }
    }

    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        self.import(&item.tree, &mut Vec::new());
    }
}

/// The paths that stand in the rest of a file.
struct Paths<'n> {
    names: &'n Names,
    uses: BTreeSet<ModulePath>,
}

impl<'ast> Visit<'ast> for Paths<'_> {
    fn visit_item(&mut self, item: &'ast Item) {
        if !for_tests_only(item) {
            visit::visit_item(self, item);
        }
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let segments = path.segments.iter().map(|it| it.ident.to_string());
        let segments: Vec<_> = segments.collect();
        self.uses.extend(self.names.resolve(&segments));
        visit::visit_path(self, path);
    }

    /// `pub(super)` names a module without using it.
    fn visit_visibility(&mut self, _: &'ast Visibility) {}

    /// What is passed to a macro is tokens only.
    fn visit_macro(&mut self, called: &'ast Macro) {
        let text = called.tokens.to_string().replace(" :: ", "::");
        let words = text.split(|it: char| !(it.is_alphanumeric() || it == '_' || it == ':'));
        for word in words.filter(|word| word.contains("::")) {
            let segments: Vec<_> = word.split("::").map(str::to_owned).collect();
            self.uses.extend(self.names.resolve(&segments));
        }
        visit::visit_macro(self, called);
    }
}

fn for_tests_only(item: &Item) -> bool {
    let attributes: &[Attribute] = match item {
        Item::Mod(item) => &item.attrs,
        Item::Use(item) => &item.attrs,
        Item::Fn(item) => &item.attrs,
        Item::Impl(item) => &item.attrs,
        _ => &[],
    };
    attributes.iter().any(|attribute| {
        let what = attribute.parse_args::<syn::Ident>();
        attribute.path().is_ident("cfg") && what.is_ok_and(|what| what == "test")
    })
}
