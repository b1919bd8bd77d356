//! Rows of comma-separated values: written as RFC 4180 has it and so that no spreadsheet runs them, and
//! read by the names of their columns.

use std::borrow::Cow;

/// A text that a spreadsheet takes for a text, and never for a formula.
pub(crate) fn cell(text: &str) -> Cow<'_, str> {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) {
        format!("'{text}").into()
    } else {
        text.into()
    }
}

/// A text as it was before [`cell`].
pub(crate) fn plain(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(text) if text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) => text,
        _ => cell,
    }
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

/// What a file has to look like.
pub(crate) struct Layout<const N: usize> {
    /// Its columns, in the order in which a row's cells are wanted.
    pub(crate) columns: [&'static str; N],
    /// How many of the columns, from the first, have to be there.
    pub(crate) required: usize,
    /// Most rows.
    pub(crate) max_rows: usize,
    /// What is expected where one of those columns is missing.
    pub(crate) expected: &'static str,
    /// What is expected where there are more rows.
    pub(crate) too_long: &'static str,
}

/// A row of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Line<const N: usize> {
    /// Where it begins in the file; the header is line 1.
    pub(crate) line: u64,
    /// Its cells, by the columns of the layout; empty where there is none.
    pub(crate) cells: [String; N],
}

/// The rows of a file, in any order of columns, others ignored. Cells are separated by a semicolon or a
/// tab where the spreadsheet's language has the comma as its decimal sign. `Err` says what is expected
/// instead.
pub(crate) fn read<const N: usize>(
    file: &str,
    layout: &Layout<N>,
) -> Result<Vec<Line<N>>, &'static str> {
    // With CRLF the reader counts lines otherwise than people do.
    let file = file.trim_start_matches('\u{feff}').replace("\r\n", "\n");
    let mut reader = ::csv::ReaderBuilder::new()
        .trim(::csv::Trim::All)
        .flexible(true)
        .delimiter(separator(&file))
        .from_reader(file.as_bytes());
    let headers = reader
        .headers()
        .map_err(|_| "a first line of column names")?;
    let columns = layout
        .columns
        .map(|name| headers.iter().position(|it| it.eq_ignore_ascii_case(name)));
    if columns.iter().take(layout.required).any(Option::is_none) {
        return Err(layout.expected);
    }
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|_| "CSV")?;
        // Below the table of a spreadsheet.
        if record.iter().all(str::is_empty) {
            continue;
        }
        if rows.len() >= layout.max_rows {
            return Err(layout.too_long);
        }
        let line = record.position().map_or(0, |start| line_of(&file, start));
        let cell = |column: usize| record.get(column).unwrap_or_default().to_owned();
        let cells = columns.map(|column| column.map(cell).unwrap_or_default());
        rows.push(Line { line, cells });
    }
    if rows.is_empty() {
        return Err("at least one row");
    }
    Ok(rows)
}

/// What stands between the names of the columns.
fn separator(file: &str) -> u8 {
    let names = file.trim_start().lines().next().unwrap_or_default();
    let count = |separator: &u8| names.bytes().filter(|byte| byte == separator).count();
    // The last of those that are as frequent.
    let separator = [b'\t', b';', b','].into_iter().max_by_key(count);
    separator.unwrap_or(b',')
}

/// The line of a record. To the reader, empty lines before it belong to it.
fn line_of(file: &str, start: &::csv::Position) -> u64 {
    let byte = usize::try_from(start.byte()).unwrap_or(usize::MAX);
    let rest = file.as_bytes().get(byte..).unwrap_or_default();
    let empty = (0..).zip(rest).find(|(_, byte)| **byte != b'\n');
    start.line() + empty.map_or(0, |(lines, _)| lines)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula() {
        assert_eq!(cell("=1+1"), "'=1+1");
        assert_eq!(cell("@Ada"), "'@Ada");
        assert_eq!(cell("Ada = Lovelace"), "Ada = Lovelace");
        for text in ["=1+1", "@Ada", "'quoted'", "Ada"] {
            assert_eq!(plain(&cell(text)), text);
        }
    }

    #[test]
    fn a_table_is_read_however_its_spreadsheet_wrote_it() {
        let layout = Layout {
            columns: ["name", "number", "note"],
            required: 2,
            max_rows: 2,
            expected: "names",
            too_long: "two rows",
        };
        for (file, lines) in [
            ("name,number\nAda,7\n\nBen,\"0,8\"\n,\n", [2, 4]),
            (
                "\u{feff}Number;NAME\r\n7;Ada\r\n\r\n0,8;Ben;\r\n;;\r\n",
                [2, 4],
            ),
            ("\nnumber\t name\n7\t Ada\n0,8\tBen", [3, 4]),
        ] {
            let rows = read(file, &layout).unwrap();
            let cells = rows
                .iter()
                .map(|row| row.cells.each_ref().map(String::as_str));
            let expected = [["Ada", "7", ""], ["Ben", "0,8", ""]];
            assert_eq!(cells.collect::<Vec<_>>(), expected, "{file}");
            assert_eq!(
                rows.iter().map(|row| row.line).collect::<Vec<_>>(),
                lines,
                "{file}"
            );
        }
        assert_eq!(read("name\nAda\n", &layout), Err("names"));
        assert_eq!(read("name,number\n,\n", &layout), Err("at least one row"));
    }

    #[test]
    fn cells_are_quoted_where_they_must_be() {
        let row = line(["1".into(), "a \"b\", c".into(), "two\nlines".into()]);
        assert_eq!(row, "1,\"a \"\"b\"\", c\",\"two\nlines\"\r\n");
    }
}
