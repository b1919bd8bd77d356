//! The result as a page of the documentation, and as lines.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use super::Seen;

/// Where the specification and Discord's documentation or its doings differ: the fault, and why it is none.
const KNOWN: [(&str, &str); 3] = [
    (
        "`/attachments/*/id` is not of type \"string\"",
        "The library writes the number of a file that is sent along as a number, which Discord takes like any id",
    ),
    (
        "`/*/default_member_permissions` is not of types \"null\", \"integer\"",
        "Discord's documentation has these permissions as text, because they may be larger than an integer of JSON",
    ),
    (
        "the specification has no such operation",
        "It leaves out how a code of OAuth is exchanged (`/oauth2/token`), which Discord documents apart",
    ),
];

/// Why a fault is none.
fn reason(name: &str, fault: &str) -> Option<&'static str> {
    let (_, reason) = KNOWN.iter().find(|(known, _)| *known == fault)?;
    let is_meant = !fault.starts_with("the specification") || name.ends_with("/oauth2/token");
    is_meant.then_some(*reason)
}

/// The page. `copy` is the name that git gives to the specification's content.
pub(super) fn page(seen: &BTreeMap<String, Seen>, copy: &str) -> String {
    let requests: usize = seen.values().map(|it| it.requests).sum();
    let sent: usize = seen.iter().map(|(name, it)| count(name, &it.sent)).sum();
    let answered: usize = seen
        .iter()
        .map(|(name, it)| count(name, &it.answered))
        .sum();
    let mut page = format!(
        "# Held against Discord's specification\n\n\
         What the bot sends in the end-to-end tests, and what the simulated Discord answers, held against Discord's own \
         specification in OpenAPI (`specs/openapi.json` of discord/discord-api-spec, git blob `{copy}`). \
         `cargo xtask discord-spec PATH` wrote this page; the specification is not part of Paddock.\n\n\
         {requests} requests of {} operations; {sent} faults in what is sent, {answered} in what is answered.\n\n\
         | operation | requests | sent | answered |\n|---|---:|---|---|\n",
        seen.len()
    );
    for (name, it) in seen {
        let (sent, answered) = (count(name, &it.sent), count(name, &it.answered));
        let (sent, answered) = (amount(sent), amount(answered));
        writeln!(page, "| `{name}` | {} | {sent} | {answered} |", it.requests)
            .expect("writing to a String does not fail");
    }
    for (title, lines) in [("Faults", faults(seen)), ("Known differences", known(seen))] {
        if !lines.is_empty() {
            write!(page, "\n## {title}\n\n{lines}").expect("writing to a String does not fail");
        }
    }
    page
}

/// A line for each fault.
pub(super) fn faults(seen: &BTreeMap<String, Seen>) -> String {
    lines(seen, |name, fault| {
        reason(name, fault).is_none().then(String::new)
    })
}

/// A line for each that is known, with its reason.
fn known(seen: &BTreeMap<String, Seen>) -> String {
    lines(seen, |name, fault| {
        reason(name, fault).map(|reason| format!(". {reason}."))
    })
}

/// A line for each fault for which something is to be added, and be it nothing.
fn lines(seen: &BTreeMap<String, Seen>, added: impl Fn(&str, &str) -> Option<String>) -> String {
    let mut lines = String::new();
    for (name, it) in seen {
        let sent = it.sent.iter().map(|fault| ("sent", fault));
        let answered = it.answered.iter().map(|fault| ("answered", fault));
        for (side, fault) in sent.chain(answered) {
            if let Some(added) = added(name, fault) {
                writeln!(lines, "- `{name}`, {side}: {fault}{added}")
                    .expect("writing to a String does not fail");
            }
        }
    }
    lines
}

/// How many faults there are that are not known.
fn count(name: &str, faults: &BTreeSet<String>) -> usize {
    let unknown = faults.iter().filter(|it| reason(name, it).is_none());
    unknown.count()
}

fn amount(faults: usize) -> String {
    match faults {
        0 => "as specified".to_owned(),
        1 => "1 fault".to_owned(),
        more => format!("{more} faults"),
    }
}
