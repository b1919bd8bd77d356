//! Texts about files of claims.

use crate::{
    answer::Reply,
    replies::format::{count, escape, fit, shorten},
};
use paddock_api_types::numbers::NumbersImported;

/// Characters of refused rows that a reply shows, below Discord's 2000 with what surrounds them.
const ROWS: usize = 1500;
/// Characters of one of them.
const ROW: usize = 200;

/// With the file of `/export`.
pub(crate) const EXPORTED: &str =
    "Every claim, lowest number first. `/numbers import` takes the file again.";
/// To an export that Discord would refuse.
pub(crate) const TOO_LARGE: &str =
    "That file is too large for Discord. Get it from `/api/numbers/export.csv`.";

/// What an import would come to.
pub(crate) fn planned(report: &NumbersImported) -> Reply {
    if !report.refused.is_empty() {
        let mut rows: Vec<_> = report
            .refused
            .iter()
            .map(|row| {
                let detail = escape(&shorten(&row.detail, ROW));
                format!("Line {}: {detail}", row.line)
            })
            .collect();
        fit(&mut rows, ROWS, |left| format!("… and {left} more"));
        let refused = count(as_i64(report.refused.len()), "row");
        return Reply::text(format!(
            "{refused} of that file cannot be imported, so none would be. Correct it, and give the \
             command again.\n{}",
            rows.join("\n")
        ));
    }
    let unchanged = unchanged(report);
    if report.claimed == 0 {
        return Reply::text(format!("There is nothing to import.{unchanged}"));
    }
    Reply::text(format!(
        "**Import {}?**{unchanged} Nothing is written yet.",
        count(report.claimed.into(), "claim")
    ))
}

/// What an import came to.
pub(crate) fn imported(report: &NumbersImported) -> Reply {
    Reply::text(format!(
        "✅ {} imported.{}",
        count(report.claimed.into(), "claim"),
        unchanged(report)
    ))
}

fn unchanged(report: &NumbersImported) -> String {
    match report.unchanged {
        0 => String::new(),
        1 => " 1 row says what is there already.".to_owned(),
        rows => format!(" {rows} rows say what is there already."),
    }
}

fn as_i64(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
