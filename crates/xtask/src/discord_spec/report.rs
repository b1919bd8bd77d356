//! The result as a page of the documentation, and as lines.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::Seen;

/// The page. `copy` is the name that git gives to the specification's content.
pub(super) fn page(seen: &BTreeMap<String, Seen>, copy: &str) -> String {
    let requests: usize = seen.values().map(|it| it.requests).sum();
    let sent: usize = seen.values().map(|it| it.sent.len()).sum();
    let answered: usize = seen.values().map(|it| it.answered.len()).sum();
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
        let (sent, answered) = (amount(it.sent.len()), amount(it.answered.len()));
        writeln!(page, "| `{name}` | {} | {sent} | {answered} |", it.requests)
            .expect("writing to a String does not fail");
    }
    let faults = faults(seen);
    if !faults.is_empty() {
        page.push_str("\n## Faults\n\n");
        page.push_str(&faults);
    }
    page
}

/// A line for each fault.
pub(super) fn faults(seen: &BTreeMap<String, Seen>) -> String {
    let mut lines = String::new();
    for (name, it) in seen {
        let sent = it.sent.iter().map(|fault| ("sent", fault));
        let answered = it.answered.iter().map(|fault| ("answered", fault));
        for (side, fault) in sent.chain(answered) {
            writeln!(lines, "- `{name}`, {side}: {fault}")
                .expect("writing to a String does not fail");
        }
    }
    lines
}

fn amount(faults: usize) -> String {
    match faults {
        0 => "as specified".to_owned(),
        1 => "1 fault".to_owned(),
        more => format!("{more} faults"),
    }
}
