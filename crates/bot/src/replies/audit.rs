//! Texts of the audit log.

use super::format::{escape, relative, shorten, somebody};
use paddock_api_types::audit::{AuditEntry, AuditVia};
use serde_json::{Map, Value};
use std::collections::BTreeSet;

/// Title of `/auditlog`.
pub(crate) const TITLE: &str = "Audit log";
/// `/auditlog` without any entry.
pub(crate) const NONE: &str = "Nothing was changed yet.";

/// Longest value that is shown whole; the API has the rest.
const VALUE_LIMIT: usize = 80;

/// One entry.
pub(crate) fn entry(entry: &AuditEntry) -> String {
    let actor = somebody(entry.actor_id);
    let via = match entry.via {
        AuditVia::Discord | AuditVia::System => "",
        AuditVia::Token => " (API)",
        AuditVia::Browser => " (browser)",
    };
    let mut text = format!(
        "{} {actor}{via} **{}** {}",
        relative(entry.at),
        escape(&entry.action),
        subject(&entry.subject),
    );
    let changes = changes(&entry.before, &entry.after);
    if !changes.is_empty() {
        text.push_str("\n  ");
        text.push_str(&changes.join(", "));
    }
    if let Some(reason) = &entry.reason {
        text.push_str("\n  “");
        text.push_str(&escape(&shorten(reason, VALUE_LIMIT)));
        text.push('”');
    }
    text
}

/// Members as Discord shows them, everything else as it is.
fn subject(subject: &str) -> String {
    match subject.split_once(':') {
        Some(("member" | "user", id)) => format!("<@{id}>"),
        _ => format!("`{}`", subject.replace('`', "'")),
    }
}

fn changes(before: &Map<String, Value>, after: &Map<String, Value>) -> Vec<String> {
    let fields: BTreeSet<_> = before.keys().chain(after.keys()).collect();
    let change = |field: &String| {
        let name = field.replace('_', " ");
        match (before.get(field), after.get(field)) {
            (before, after) if before == after => None,
            (None, Some(new)) => Some(format!("{name}: {}", value(new))),
            (Some(old), None) => Some(format!("{name}: {} → –", value(old))),
            (old, new) => {
                let [old, new] = [old, new].map(|side| side.map_or("–".to_owned(), value));
                Some(format!("{name}: {old} → {new}"))
            }
        }
    };
    fields.into_iter().filter_map(change).collect()
}

fn value(value: &Value) -> String {
    match value {
        Value::Null => "–".to_owned(),
        Value::String(text) => escape(&shorten(text, VALUE_LIMIT)),
        other => escape(&shorten(&other.to_string(), VALUE_LIMIT)),
    }
}
