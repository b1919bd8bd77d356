//! Reading the CSV file of an import.

use crate::csv::{self, Layout, Line};
use paddock_api_types::points::RefusedRow;
use paddock_api_types::{PointsAdjustment, Reason, UserId};
use std::collections::BTreeSet;

/// Rows of one import, which is one transaction.
pub(crate) const MAX_ROWS: usize = 2000;

/// A row of an import that can be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ImportRow {
    pub(crate) line: u64,
    pub(crate) user_id: UserId,
    pub(crate) points: i64,
    pub(crate) reason: Option<String>,
}

const LAYOUT: Layout<3> = Layout {
    columns: ["user_id", "points", "reason"],
    required: 2,
    max_rows: MAX_ROWS,
    expected: "a first line with the columns user_id and points",
    too_long: "at most 2000 rows; split the file",
};

/// What a file holds.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct ImportFile {
    pub(crate) rows: Vec<ImportRow>,
    pub(crate) refused: Vec<RefusedRow>,
    /// Rows that are worth 0, as those of a table are who have no points yet.
    pub(crate) skipped: u32,
}

/// Reads a file row by row. `Err` says why the file itself is refused.
pub(crate) fn read(file: &str) -> Result<ImportFile, &'static str> {
    let mut import = ImportFile::default();
    let mut seen = BTreeSet::new();
    for read in csv::read(file, &LAYOUT)? {
        let line = read.line;
        match row(&read) {
            Ok(row) if row.points == 0 => import.skipped += 1,
            Ok(row) if !seen.insert(row.user_id) => import.refused.push(RefusedRow {
                line,
                detail: format!("the member {} stands in an earlier line too", row.user_id),
            }),
            Ok(row) => import.rows.push(row),
            Err(detail) => import.refused.push(RefusedRow { line, detail }),
        }
    }
    Ok(import)
}

fn row(read: &Line<3>) -> Result<ImportRow, String> {
    let [user, points, reason] = &read.cells;
    let user_id = csv::user_id(user)?;
    let points = csv::whole(points)
        .filter(|points| PointsAdjustment::new(*points).is_some())
        .ok_or_else(|| {
            format!("points: expected a whole number from -1000000 to 1000000, not {points:?}")
        })?;
    let reason = csv::plain(reason);
    let reason = (!reason.is_empty())
        .then(|| Reason::new(&reason))
        .transpose()
        .map_err(|invalid| format!("reason: {invalid}"))?;
    Ok(ImportRow {
        line: read.line,
        user_id,
        points,
        reason: reason.map(Into::into),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_read_row_by_row() {
        let file = "\u{feff}Points,user_id,reason\r\n10,5,old bot\n0,6,\nx,7,\n-3,8\n1,5,\n1,me,\n";
        let ImportFile {
            rows,
            refused,
            skipped,
        } = read(file).unwrap();
        let read: Vec<_> = rows.iter().map(|row| (row.line, row.points)).collect();
        assert_eq!(read, [(2, 10), (5, -3)]);
        assert_eq!(rows[0].reason.as_deref(), Some("old bot"));
        let lines: Vec<_> = refused.iter().map(|row| row.line).collect();
        assert_eq!(lines, [4, 6, 7]);
        assert_eq!(skipped, 1);
    }

    #[test]
    fn a_file_that_is_none_is_refused_as_a_whole() {
        assert!(read("").is_err());
        assert!(read("user,points\n1,2\n").is_err());
        assert!(read("user_id,points\n").is_err());
        let long = "1,1\n".repeat(2001);
        assert!(read(&format!("user_id,points\n{long}")).is_err());
    }
}
