//! What is written into a file.

use std::borrow::Cow;

/// Between cells, by the separator that whoever opens the file says, and between rows.
const SEPARATORS: [char; 6] = [',', ';', '\t', '|', '\r', '\n'];

/// What may stand before a formula without making it a text.
const SKIPPED: [char; 3] = [' ', '"', '\''];

/// What a formula begins with; the wide ones where Japanese or Chinese is typed.
const FORMULA: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// A text that a spreadsheet takes for a text, and never for a formula, at whichever separators it splits
/// the file: a `'` goes before each part that would begin one.
pub(crate) fn cell(text: &str) -> Cow<'_, str> {
    if !parts(text).any(is_formula) {
        return text.into();
    }
    let marked = parts(text).map(|part| {
        if is_formula(part) {
            ["'", part]
        } else {
            ["", part]
        }
    });
    marked.flatten().collect::<String>().into()
}

/// A text as it was before [`cell`].
pub(crate) fn plain(cell: &str) -> Cow<'_, str> {
    fn unmarked(part: &str) -> &str {
        let rest = part.strip_prefix('\'');
        rest.filter(|rest| is_formula(rest)).unwrap_or(part)
    }
    if parts(cell).all(|part| unmarked(part) == part) {
        return cell.into();
    }
    parts(cell).map(unmarked).collect::<String>().into()
}

/// A text cut after each separator.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive(SEPARATORS)
}

fn is_formula(part: &str) -> bool {
    part.trim_start_matches(SKIPPED).starts_with(FORMULA)
}

/// One row of a file of any number of columns.
pub(crate) fn line<'a>(cells: impl IntoIterator<Item = Cow<'a, str>>) -> String {
    let mut writer = ::csv::WriterBuilder::new()
        .terminator(::csv::Terminator::CRLF)
        .from_writer(Vec::new());
    let cells: Vec<_> = cells.into_iter().collect();
    let written = writer.write_record(cells.iter().map(|cell| cell.as_bytes()));
    written.expect("a vector takes everything");
    let bytes = writer.into_inner().expect("a vector takes everything");
    String::from_utf8(bytes).expect("made of texts")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn no_cell_is_a_formula() {
        for (text, marked) in [
            ("=1+1", "'=1+1"),
            ("@Ada", "'@Ada"),
            (" =1", "' =1"),
            ("\"=1", "'\"=1"),
            ("'=1", "''=1"),
            ("＝1", "'＝1"),
            ("x;=1+1;y", "x;'=1+1;y"),
            ("a, -b", "a,' -b"),
            ("a\n+b\t@c", "a\n'+b\t'@c"),
            ("Ada = Lovelace", "Ada = Lovelace"),
            ("'quoted'", "'quoted'"),
        ] {
            assert_eq!(cell(text), marked);
            assert_eq!(plain(marked), text);
        }
    }

    #[test]
    fn cells_are_quoted_where_they_must_be() {
        let row = line(["1".into(), "a \"b\", c".into(), "two\nlines".into()]);
        assert_eq!(row, "1,\"a \"\"b\"\", c\",\"two\nlines\"\r\n");
    }

    proptest! {
        /// Split as a spreadsheet would that knows nothing of quotes, too.
        #[test]
        fn however_a_file_is_split_no_cell_runs(text in "[=+@a'\" ;,|\t\r\n-]{0,12}") {
            let marked = cell(&text);
            prop_assert_eq!(plain(&marked), &*text);
            let row = line(["1".into(), marked, "2".into()]);
            for split in [",", ";", "\t", "|"] {
                for cell in row.split(['\r', '\n']).flat_map(|row| row.split(split)) {
                    let shown = cell.trim_start_matches([' ', '"']);
                    prop_assert!(!shown.starts_with(FORMULA), "{cell:?} of {row:?}");
                }
            }
            for separator in [b',', b';', b'\t', b'|'] {
                let mut reader = ::csv::ReaderBuilder::new()
                    .has_headers(false)
                    .flexible(true)
                    .delimiter(separator)
                    .from_reader(row.as_bytes());
                for record in reader.records() {
                    for cell in &record.unwrap() {
                        prop_assert!(!cell.starts_with(FORMULA), "{cell:?} of {row:?}");
                    }
                }
            }
        }
    }
}
