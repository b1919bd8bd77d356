//! Rows of comma-separated values, written as RFC 4180 has it and so that no spreadsheet runs them.

use std::borrow::Cow;

/// A text that a spreadsheet takes for a text, and never for a formula.
pub(crate) fn cell(text: &str) -> Cow<'_, str> {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) {
        format!("'{text}").into()
    } else {
        text.into()
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula() {
        assert_eq!(cell("=1+1"), "'=1+1");
        assert_eq!(cell("@Ada"), "'@Ada");
        assert_eq!(cell("Ada = Lovelace"), "Ada = Lovelace");
    }

    #[test]
    fn cells_are_quoted_where_they_must_be() {
        let row = line(["1".into(), "a \"b\", c".into(), "two\nlines".into()]);
        assert_eq!(row, "1,\"a \"\"b\"\", c\",\"two\nlines\"\r\n");
    }
}
