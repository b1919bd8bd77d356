//! The table of error codes, for `docs/api-design.md`.

use paddock_api_types::ErrorCode;
use std::fmt::Write;

/// Every code with its status and meaning, as a Markdown table.
pub(super) fn table() -> String {
    let mut codes = ErrorCode::ALL.to_vec();
    // Stable, so that codes of one status stay in the order of their declaration.
    codes.sort_by_key(|code| code.status());
    let mut table = String::from("| code | status | when |\n|---|---|---|");
    for code in codes {
        let (name, status, meaning) = (code.as_str(), code.status(), code.meaning());
        write!(table, "\n| `{name}` | {status} | {meaning} |").expect("a String takes everything");
    }
    table
}
