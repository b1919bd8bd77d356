//! What is deliberately absent, read off the source itself.

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
    assert_eq!(
        offenders(
            "sqlx::",
            &["/db/", "/store.rs", "/store/", "/config/database.rs"]
        ),
        NONE
    );
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
        "/error.rs",
        "/routes.rs",
        "/routes/",
    ];
    assert_eq!(offenders("axum::", &allowed), NONE);
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

/// Each capability may use those before it in this list.
#[test]
fn capabilities_know_each_other_one_way() {
    const ORDER: [&str; 10] = [
        "audit",
        "effects",
        "roles",
        "guilds",
        "members",
        "seasons",
        "attendance",
        "tokens",
        "checkup",
        "privacy",
    ];
    for (name, text) in sources() {
        let Some(rest) = name.strip_prefix("api/src/") else {
            continue;
        };
        if name.ends_with("tests.rs") || name.contains("/tests/") {
            continue;
        }
        let folder = rest.split('/').next().unwrap();
        let Some(own) = ORDER.iter().position(|capability| *capability == folder) else {
            continue;
        };
        for later in &ORDER[own + 1..] {
            let used = text.contains(&format!("{later}::service"));
            assert!(!used, "{name} uses {later}, which stands after {folder}");
        }
    }
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
