//! Texts of the audit log.

use super::format::{self, escape, instant, person, relative, shorten, somebody};
use paddock_api_types::audit::{AuditEntry, AuditVia};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// Title of `/auditlog`.
pub(crate) const TITLE: &str = "Audit log";
/// `/auditlog` without any entry.
pub(crate) const NONE: &str = "Nothing was changed yet.";

/// Longest value that is shown whole; the API has the rest.
const VALUE_LIMIT: usize = 80;

/// One entry.
pub(crate) fn entry(entry: &AuditEntry) -> String {
    let names = &entry.names;
    let actor = entry.actor_id.map(|user| user.to_string());
    let actor = actor.map_or_else(|| somebody(None), |user| who(&user, names));
    let via = match entry.via {
        AuditVia::Discord | AuditVia::System => "",
        AuditVia::Token => " (API)",
        AuditVia::Browser => " (browser)",
    };
    let mut text = format!(
        "{} {actor}{via}: **{}** {}",
        relative(entry.at),
        escape(&in_words(&entry.action)),
        subject(&entry.subject, names),
    );
    let changes = changes(entry);
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

/// `member.api_access_granted` as people say it: member: API access granted.
fn in_words(action: &str) -> String {
    let words = action.replace(['.', '_'], " ");
    let words = words.replace("api access", "API access");
    let words = words.replace("iracing", "iRacing");
    let mut letters = words.chars();
    match letters.next() {
        Some('i') if words.starts_with("iRacing") => words,
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => words,
    }
}

/// What an id stands for, under `noun:id`.
type Names = BTreeMap<String, String>;

/// A person, with the name that they have here.
fn who(id: &str, names: &Names) -> String {
    match names.get(&format!("member:{id}")) {
        Some(name) => person(id, name),
        None => format!("<@{id}>"),
    }
}

/// Members as Discord shows them and by name, what has a name by that, and everything else as it is.
fn subject(subject: &str, names: &Names) -> String {
    match subject.split_once(':') {
        Some(("member" | "user" | "staff", id)) if is_id(id) => who(id, names),
        // There is only the one in which this is read.
        Some(("guild", _)) => "of this server".to_owned(),
        Some(("number", number)) => format!("#{}", escape(number)),
        _ => match names.get(subject) {
            Some(name) => format!("**{}**", escape(name)),
            None => format!("`{}`", subject.replace('`', "'")),
        },
    }
}

fn is_id(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn changes(entry: &AuditEntry) -> Vec<String> {
    let (before, after) = (&entry.before, &entry.after);
    let fields: BTreeSet<_> = before.keys().chain(after.keys()).collect();
    let change = |field: &String| {
        let name = field.strip_suffix("_id").unwrap_or(field).replace('_', " ");
        let value = |it: &Value| value(field, it, &entry.names);
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

/// A value of this field, with people, channels and roles by name, and moments in the reader's time.
fn value(field: &str, value: &Value, names: &Names) -> String {
    let text = match value {
        Value::Null => return "–".to_owned(),
        Value::Bool(is) => return if *is { "yes" } else { "no" }.to_owned(),
        Value::Number(number) => {
            return number
                .as_i64()
                .map_or_else(|| number.to_string(), format::number);
        }
        Value::String(text) => text,
        other => return escape(&shorten(&other.to_string(), VALUE_LIMIT)),
    };
    let mention = match field {
        _ if !is_id(text) => None,
        "user_id" | "actor_id" | "decided_by" | "delivered_by" | "marked_by" => Some("@"),
        _ if field.ends_with("_user_id") => Some("@"),
        _ if field.ends_with("role_id") => Some("@&"),
        _ if field.ends_with("channel_id") => Some("#"),
        _ => None,
    };
    let noun = field.strip_suffix("_id").unwrap_or_default();
    if let Some(name) = names.get(&format!("{noun}:{text}")) {
        return escape(name);
    }
    match (mention, text.parse()) {
        (Some("@"), _) => who(text, names),
        (Some(mention), _) => format!("<{mention}{text}>"),
        (None, Ok(at)) => instant(at),
        (None, Err(_)) => escape(&shorten(text, VALUE_LIMIT)),
    }
}
