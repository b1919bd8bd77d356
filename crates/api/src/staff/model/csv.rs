//! The roster as rows of a file.

use super::{DEFAULT_RANK, Staff};
use crate::clock::zone_named;
use crate::csv::{self, Layout, Line, cell, line};
use paddock_api_types::points::RefusedRow;
use paddock_api_types::staff::MAX_STAFF;
use paddock_api_types::{Bounded, Name, StaffRank, Title, UserId};
use std::borrow::Cow;
use std::collections::BTreeSet;

const COLUMNS: [&str; 5] = ["user_id", "display_name", "title", "rank", "time_zone"];
const LAYOUT: Layout<5> = Layout {
    columns: COLUMNS,
    required: 1,
    max_rows: MAX_STAFF,
    expected: "a first line with the column user_id",
    too_long: "at most 1000 rows",
};

/// A row of an import that can be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ImportRow {
    pub(crate) line: u64,
    pub(crate) user_id: UserId,
    pub(crate) display_name: Option<String>,
    pub(crate) title: Option<String>,
    pub(crate) rank: u32,
    /// That of the guild without.
    pub(crate) time_zone: Option<String>,
}

/// The first line of a file. An import reads all but the last.
pub(crate) fn header() -> String {
    let [user, name, title, rank, zone] = COLUMNS;
    line([user, name, title, rank, zone, "last_interaction"].map(Into::into))
}

/// A member as a row of a file.
pub(crate) fn row(staff: &Staff) -> String {
    line([
        staff.user_id.to_string().into(),
        cell(staff.display_name.as_deref().unwrap_or_default()),
        cell(staff.title.as_deref().unwrap_or_default()),
        staff.rank.to_string().into(),
        cell(&staff.time_zone),
        staff
            .last_interaction_at
            .map(|at| at.to_string())
            .unwrap_or_default()
            .into(),
    ])
}

/// The rows of a file: valid ones, and refused ones. `Err` says why the file itself is refused.
pub(crate) fn read(file: &str) -> Result<(Vec<ImportRow>, Vec<RefusedRow>), &'static str> {
    let (mut rows, mut refused) = (Vec::new(), Vec::new());
    let mut seen = BTreeSet::new();
    for read in csv::read(file, &LAYOUT)? {
        let line = read.line;
        match parse(read) {
            Ok(row) if !seen.insert(row.user_id) => {
                let detail = format!("{} stands in an earlier line too", row.user_id);
                refused.push(RefusedRow { line, detail });
            }
            Ok(row) => rows.push(row),
            Err(detail) => refused.push(RefusedRow { line, detail }),
        }
    }
    Ok((rows, refused))
}

fn parse(read: Line<5>) -> Result<ImportRow, String> {
    let [user, name, title, rank, zone] = read.cells;
    let user_id = csv::user_id(&user)?;
    let display_name = filled(&name)
        .map(|name| Name::new(&name))
        .transpose()
        .map_err(|error| format!("display_name: {error}"))?;
    let title = filled(&title)
        .map(|title| Title::new(&title))
        .transpose()
        .map_err(|error| format!("title: {error}"))?;
    let rank = match filled(&rank) {
        None => DEFAULT_RANK,
        Some(text) => {
            let number = csv::whole(&text).and_then(|it| StaffRank::try_from(it).ok());
            let (min, max) = (StaffRank::MIN, StaffRank::MAX);
            number
                .ok_or_else(|| format!("rank: expected {min} to {max}, not {text:?}"))?
                .get()
        }
    };
    let time_zone = filled(&zone);
    if let Some(name) = time_zone.as_deref().filter(|it| zone_named(it).is_none()) {
        return Err(format!("time_zone: there is no {name:?}"));
    }
    Ok(ImportRow {
        line: read.line,
        user_id,
        display_name: display_name.map(Into::into),
        title: title.map(Into::into),
        rank,
        time_zone: time_zone.map(Cow::into_owned),
    })
}

fn filled(cell: &str) -> Option<Cow<'_, str>> {
    Some(csv::plain(cell)).filter(|text| !text.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_read_row_by_row() {
        let file = "user_id,title,rank,time_zone,display_name\n\
                    5,Steward,10,Europe/London,Ada\n6,,,,\n6,,,,\nx,,,,\n7,,0,,\n8,,,Mars/Base,\n";
        let (rows, refused) = read(file).unwrap();
        let [ada, six] = &rows[..] else {
            panic!("{rows:?}")
        };
        assert_eq!(ada.display_name.as_deref(), Some("Ada"));
        assert_eq!(
            (ada.rank, ada.time_zone.as_deref()),
            (10, Some("Europe/London"))
        );
        assert_eq!((six.rank, six.time_zone.as_deref()), (100, None));
        let lines: Vec<_> = refused.iter().map(|row| row.line).collect();
        assert_eq!(lines, [4, 5, 6, 7]);
        assert!(read("title\nSteward\n").is_err());
    }
}
