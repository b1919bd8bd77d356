//! Claims as rows of a file.

use crate::csv::{self, Layout, Line};
use paddock_api_types::points::RefusedRow;
use paddock_api_types::{CarNumber, UserId, name_key};
use std::collections::BTreeSet;

const LAYOUT: Layout<3> = Layout {
    columns: ["number", "user_id", "class"],
    required: 2,
    max_rows: 12_000,
    expected: "a first line with the columns number and user_id",
    too_long: "at most 12000 rows; split the file",
};

/// A row of an import that can be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ImportRow {
    pub(crate) line: u64,
    pub(crate) number: CarNumber,
    pub(crate) user_id: UserId,
    /// Name of the class; empty for none.
    pub(crate) class: String,
}

/// The rows of a file: valid ones, and refused ones. `Err` says why the file itself is refused.
pub(crate) fn read(file: &str) -> Result<(Vec<ImportRow>, Vec<RefusedRow>), &'static str> {
    let (mut rows, mut refused) = (Vec::new(), Vec::new());
    let mut seen = BTreeSet::new();
    for read in csv::read(file, &LAYOUT)? {
        let line = read.line;
        match row(read) {
            Ok(row) if !seen.insert((name_key(&row.class), row.number.as_str().to_owned())) => {
                let detail = format!("the number {} stands in an earlier line too", row.number);
                refused.push(RefusedRow { line, detail });
            }
            Ok(row) => rows.push(row),
            Err(detail) => refused.push(RefusedRow { line, detail }),
        }
    }
    Ok((rows, refused))
}

fn row(read: Line<3>) -> Result<ImportRow, String> {
    let [number, user, class] = read.cells;
    // A spreadsheet drops leading zeros of a bare number, so that the export marks them as text.
    let digits = number.trim_start_matches('\'');
    let number =
        CarNumber::new(digits).map_err(|error| format!("number: {error}, not {number:?}"))?;
    let user_id = csv::user_id(&user)?;
    Ok(ImportRow {
        line: read.line,
        number,
        user_id,
        class: csv::plain(&class).into_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_read_row_by_row() {
        let file = "user_id,Number,class\n5,007,\n6,7,GT3\n6,#7,gt3\nx,1,\n7,7a,\n7,'01,\n";
        let (rows, refused) = read(file).unwrap();
        let read: Vec<_> = rows
            .iter()
            .map(|row| (row.number.as_str(), row.user_id.get(), row.class.as_str()))
            .collect();
        assert_eq!(read, [("007", 5, ""), ("7", 6, "GT3"), ("01", 7, "")]);
        let lines: Vec<_> = refused.iter().map(|row| row.line).collect();
        assert_eq!(lines, [4, 5, 6]);
    }
}
