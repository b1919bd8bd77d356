//! What is deliberately absent, read off the source itself.

use crate::modules::{Module, modules};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// Every Rust file below `crates/`, by its path from there, with its text.
fn sources() -> Vec<(String, String)> {
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let mut files = Vec::new();
    let mut folders = vec![crates.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path: PathBuf = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let text = std::fs::read_to_string(&path).unwrap();
                let name = path
                    .strip_prefix(crates)
                    .unwrap()
                    .to_str()
                    .unwrap()
                    .to_owned();
                files.push((name, text));
            }
        }
    }
    files
}

/// Files of the API whose text mentions `what`, without those that may.
fn offenders(what: &str, allowed: &[&str]) -> Vec<String> {
    sources()
        .into_iter()
        .filter(|(name, text)| name.starts_with("api/src/") && text.contains(what))
        .map(|(name, _)| name)
        .filter(|name| !allowed.iter().any(|pattern| name.contains(pattern)))
        .collect()
}

const NONE: Vec<String> = Vec::new();

#[test]
fn sql_stands_in_stores() {
    for driver in ["sqlx::", "rusqlite::"] {
        let allowed = ["/db/", "/store.rs", "/store/", "/config/database.rs"];
        assert_eq!(offenders(driver, &allowed), NONE);
    }
    let written = ["\"SELECT ", "\"INSERT INTO", "\"UPDATE ", "\"DELETE FROM"];
    let made = [
        "record! {",
        "select!(",
        "insert!(",
        "upsert!(",
        "update!(",
        "save!(",
    ];
    for statement in written.iter().chain(&made) {
        let allowed = ["/db/", "/store.rs", "/store/"];
        assert_eq!(offenders(statement, &allowed), NONE, "{statement}");
    }
}

#[test]
fn http_stands_at_the_edge() {
    let allowed = [
        "/http/",
        "/auth/",
        "/app.rs",
        "/capability.rs",
        "/state.rs",
        "/pages.rs",
        "/pages/",
        "/error.rs",
        "/routes.rs",
        "/routes/",
    ];
    assert_eq!(offenders("axum::", &allowed), NONE);
}

/// Like routes, pages of a capability ask its service; what they show, they are given.
#[test]
fn pages_ask_services() {
    for (name, text) in sources() {
        let pages = name.ends_with("/pages.rs") || name.contains("/pages/");
        if pages && name.starts_with("api/src/") {
            for what in ["store::", ".transact(", "SELECT "] {
                assert!(!text.contains(what), "{name} has `{what}`");
            }
        }
    }
}

#[test]
fn rules_are_pure() {
    for (name, text) in sources() {
        if (name.ends_with("/model.rs") || name.contains("/model/")) && name.starts_with("api/") {
            for what in ["async ", "sqlx", "axum::", ".now()"] {
                assert!(!text.contains(what), "{name} has `{what}`");
            }
        }
    }
}

#[test]
fn only_the_bot_speaks_twilight() {
    let elsewhere: Vec<_> = sources()
        .into_iter()
        .filter(|(name, text)| {
            // The last only names it in a log filter.
            let may = [
                "bot/",
                "e2e/",
                "sim-discord/tests/",
                "paddock/src/logging.rs",
            ];
            text.contains("twilight_") && !may.iter().any(|may| name.starts_with(may))
        })
        .map(|(name, _)| name)
        .filter(|name| name != "api/tests/it/tidy.rs")
        .collect();
    assert_eq!(elsewhere, NONE);
}

/// The capabilities, in the order of `capabilities.rs`.
fn capabilities(modules: &[Module]) -> Vec<String> {
    let file = sources().into_iter();
    let mut file = file.filter(|(name, _)| name == "api/src/capabilities.rs");
    let (_, text) = file.next().unwrap();
    let listed = text.lines().filter_map(|line| {
        let line = line.trim().strip_suffix("::capability::CAPABILITY,")?;
        Some(line.to_owned())
    });
    let listed: Vec<_> = listed.collect();
    for module in modules {
        let [folder, file] = &module.path[..] else {
            continue;
        };
        let registers = file == "capability";
        assert!(
            !registers || listed.contains(folder),
            "{folder} is not listed"
        );
    }
    listed
}

/// Each capability may use those before it, through their service or what their `mod.rs` re-exports.
#[test]
fn capabilities_know_each_other_one_way() {
    let modules = modules();
    let order = capabilities(&modules);
    let place = |name: &str| order.iter().position(|capability| capability == name);
    let inner: BTreeSet<_> = modules.iter().map(|it| &it.path).collect();
    for module in &modules {
        let (file, own) = (&module.file, place(module.top()));
        for used in module.foreign_uses() {
            let Some(theirs) = place(&used[0]) else {
                continue;
            };
            let later = own.is_some_and(|own| theirs > own);
            assert!(!later, "{file} uses {}, which stands after it", used[0]);
            let service = used.get(1).is_none_or(|part| part == "service");
            let registers = used.get(1).is_some_and(|part| part == "capability");
            let lists = file == "capabilities.rs" && registers;
            let private = used.len() > 1 && inner.contains(&used[..2].to_vec());
            assert!(
                service || lists || !private,
                "{file} uses {}",
                used.join("::")
            );
        }
    }
}

/// What is not a capability may use this, and nothing else.
const GROUND: &[(&str, &[&str])] = &[
    (
        "auth",
        &[
            "browser",
            "config",
            "context",
            "db",
            "error",
            "http",
            "members",
            "operation",
            "state",
            "tokens",
        ],
    ),
    (
        "capability",
        &[
            "attendance",
            "audit",
            "auth",
            "config",
            "extensions",
            "guilds",
            "http",
            "jobs",
            "members",
            "pages",
            "personal_data",
            "requirements",
            "results",
            "state",
        ],
    ),
    ("clock", &[]),
    ("config", &["db", "extensions"]),
    ("context", &["clock", "db", "extensions", "ids"]),
    ("csv", &[]),
    ("db", &[]),
    ("error", &["db", "operation"]),
    ("extensions", &[]),
    ("http", &["context", "effects", "error", "page", "state"]),
    ("ids", &[]),
    ("jobs", &["clock", "context", "db", "state"]),
    ("operation", &["clock", "context", "db"]),
    ("page", &["error"]),
    (
        "pages",
        &[
            "context",
            "db",
            "error",
            "guilds",
            "http",
            "members",
            "operation",
            "state",
        ],
    ),
    ("personal_data", &["db", "extensions", "operation"]),
    ("requirements", &["db", "operation"]),
    ("secret", &["db"]),
    ("state", &["auth", "context", "http", "tokens"]),
    ("task", &[]),
];

#[test]
fn the_ground_does_not_know_what_stands_on_it() {
    // These put everything together.
    const ASSEMBLY: [&str; 3] = ["", "app", "capabilities"];
    let modules = modules();
    let capabilities = capabilities(&modules);
    let ground: BTreeMap<_, _> = GROUND.iter().copied().collect();
    for module in &modules {
        let (file, top) = (&module.file, module.top());
        let may = ground.get(top);
        let known = may.is_some() || ASSEMBLY.contains(&top);
        let known = known || capabilities.iter().any(|name| name == top);
        assert!(known, "{file} is new: say here what it may use");
        for used in module.foreign_uses() {
            let used = used[0].as_str();
            let allowed = may.is_none_or(|may| may.contains(&used));
            assert!(allowed, "{file} uses {used}");
            let assembly = ASSEMBLY.contains(&used) && !ASSEMBLY.contains(&top);
            assert!(!assembly, "{file} uses {used}");
        }
        // What a capability registers and its paths stand at the edge; its rules do not.
        let edge = ["auth", "capability", "error", "http", "jobs", "state"];
        let inside = ["model", "service", "store"];
        if module
            .path
            .get(1)
            .is_some_and(|part| inside.contains(&part.as_str()))
        {
            let mut foreign = module.foreign_uses();
            let used = foreign.find(|used| edge.contains(&used[0].as_str()));
            assert_eq!(used, None, "{file}");
        }
    }
}

/// The file that a path leads to.
fn file_of<'m>(path: &[String], by_path: &BTreeMap<&[String], &'m Module>) -> Option<&'m Module> {
    (1..=path.len())
        .rev()
        .find_map(|length| by_path.get(&path[..length]).copied())
}

#[test]
fn no_files_use_each_other_in_a_circle() {
    let modules = modules();
    let by_path: BTreeMap<_, _> = modules.iter().map(|it| (&it.path[..], it)).collect();
    let mut uses: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for module in &modules {
        // A module is made of what is below it.
        let others = module
            .uses
            .iter()
            .filter_map(|used| file_of(used, &by_path));
        let others = others.filter(|other| !other.path.starts_with(&module.path));
        let others = others.map(|other| other.file.as_str());
        uses.insert(&module.file, others.collect());
    }
    // What uses nothing that is left, or is used by nothing that is left, is in no circle.
    loop {
        let left: BTreeSet<_> = uses.keys().copied().collect();
        let targets: BTreeSet<_> = uses.values().flatten().copied().collect();
        uses.retain(|file, others| targets.contains(file) && !others.is_disjoint(&left));
        if uses.len() == left.len() {
            break;
        }
    }
    let circles: Vec<_> = uses.into_keys().collect();
    assert_eq!(
        circles,
        Vec::<&str>::new(),
        "these, or what is between them"
    );
}

#[test]
fn files_stay_short_enough_to_be_read() {
    for (name, text) in sources() {
        assert!(
            text.lines().count() <= 400,
            "{name} is over 400 lines: split it by operation"
        );
    }
}
