//! What is read from a file.

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
    /// Where it begins in the file, whose first line is 1.
    pub(crate) line: u64,
    /// Its cells, by the columns of the layout; empty where there is none.
    pub(crate) cells: [String; N],
}

/// The rows of a file, in any order of columns, others ignored, whatever the case of their names and the
/// signs between their words. Cells are separated by a semicolon or a tab where the spreadsheet's language
/// has the comma as its decimal sign; a first line `sep=;` says so too. `Err` says what is expected
/// instead.
pub(crate) fn read<const N: usize>(
    file: &str,
    layout: &Layout<N>,
) -> Result<Vec<Line<N>>, &'static str> {
    // With CRLF the reader counts lines otherwise than people do; and some programs end them with CR.
    let file = file.trim_start_matches('\u{feff}').replace("\r\n", "\n");
    let file = if file.contains('\n') {
        file
    } else {
        file.replace('\r', "\n")
    };
    let (separator, file, skipped) = table(&file);
    let mut reader = ::csv::ReaderBuilder::new()
        .trim(::csv::Trim::All)
        .flexible(true)
        .delimiter(separator)
        .from_reader(file.as_bytes());
    let headers = reader
        .headers()
        .map_err(|_| "a first line of column names")?;
    let columns = layout
        .columns
        .map(|name| headers.iter().position(|it| word(it) == word(name)));
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
        let line = record.position().map_or(0, |start| line_of(file, start));
        let cell = |column: usize| record.get(column).unwrap_or_default().to_owned();
        let cells = columns.map(|column| column.map(cell).unwrap_or_default());
        rows.push(Line {
            line: line + skipped,
            cells,
        });
    }
    if rows.is_empty() {
        return Err("at least one row");
    }
    Ok(rows)
}

/// The name of a column, as far as names differ by it: `User ID` is `user_id`.
fn word(name: &str) -> String {
    let letters = name.chars().filter(|it| it.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

/// What separates cells, the table itself, and how many lines stand before it.
fn table(file: &str) -> (u8, &str, u64) {
    let first = file.split_inclusive('\n').next().unwrap_or_default();
    let said = first.trim().trim_matches('"');
    let said = said
        .get(..4)
        .filter(|it| it.eq_ignore_ascii_case("sep="))
        .map(|_| &said[4..]);
    // A tab at the end is trimmed with the line.
    match said.map(str::as_bytes) {
        Some([separator]) => (*separator, &file[first.len()..], 1),
        Some([]) => (b'\t', &file[first.len()..], 1),
        _ => (separator(file), file, 0),
    }
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
    fn a_table_is_read_however_its_spreadsheet_wrote_it() {
        let layout = Layout {
            columns: ["name", "car_number", "note"],
            required: 2,
            max_rows: 2,
            expected: "names",
            too_long: "two rows",
        };
        for (file, lines) in [
            ("name,car_number\nAda,7\n\nBen,\"0,8\"\n,\n", [2, 4]),
            (
                "\u{feff}Car Number;NAME\r\n7;Ada\r\n\r\n0,8;Ben;\r\n;;\r\n",
                [2, 4],
            ),
            ("\ncar-number\t name\n7\t Ada\n0,8\tBen", [3, 4]),
            ("sep=;\nname;car_number\nAda;7\nBen;0,8\n", [3, 4]),
            (
                "\"SEP=\t\"\r\nname\tcar_number\r\nAda\t7\r\nBen\t0,8",
                [3, 4],
            ),
            ("name;car_number\rAda;7\rBen;0,8\r", [2, 3]),
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
        assert_eq!(
            read("name,car_number\n,\n", &layout),
            Err("at least one row")
        );
        assert_eq!(read("sep=;", &layout), Err("names"));
    }
}
