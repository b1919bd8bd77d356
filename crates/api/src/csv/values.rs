//! What spreadsheets make of numbers.

use super::plain;
use paddock_api_types::UserId;
use std::fmt::Display;

/// Digits that a spreadsheet keeps of a number.
const DIGITS_KEPT: u32 = 15;

const REMEDY: &str = "open the column as text and fill it in again";

/// The id of a Discord user out of a cell.
pub(crate) fn user_id(cell: &str) -> Result<UserId, String> {
    id("user_id", cell, "a Discord user's id", |text| {
        text.parse().ok()
    })
}

/// An id out of a cell. `kind` says what it is, with its article.
pub(crate) fn id<T>(
    column: &str,
    cell: &str,
    kind: &str,
    read: impl FnOnce(&str) -> Option<T>,
) -> Result<T, String> {
    let text = plain(cell);
    read(&text).ok_or_else(|| {
        if is_scientific(&text) {
            format!("{column}: a spreadsheet has rounded the id to {text}; {REMEDY}")
        } else {
            format!("{column}: expected {kind}, not {text:?}")
        }
    })
}

/// What to add where nobody has an id that may have been rounded by a spreadsheet, which makes zeros of
/// all digits after the fifteenth, or by a program that has it as a floating-point number.
pub(crate) fn rounding(id: impl Display) -> String {
    let digits = id.to_string();
    let zeros = digits
        .bytes()
        .rev()
        .take_while(|digit| *digit == b'0')
        .count();
    let kept = digits.len().saturating_sub(zeros);
    let cut = digits.len() > DIGITS_KEPT as usize && kept <= DIGITS_KEPT as usize;
    let exact = digits.parse::<u64>().is_ok_and(is_exact_in_floating_point);
    if cut || exact {
        format!("; if a spreadsheet saved the file, it has rounded the id: {REMEDY}")
    } else {
        String::new()
    }
}

/// Whether a number of more than 53 bits is one that a double holds: one in 128 of today's ids is.
fn is_exact_in_floating_point(id: u64) -> bool {
    let bits = u64::BITS - id.leading_zeros();
    bits > f64::MANTISSA_DIGITS && id.trailing_zeros() >= bits - f64::MANTISSA_DIGITS
}

/// A whole number out of a cell, also as a column of decimals writes it: `120.0`.
pub(crate) fn whole(cell: &str) -> Option<i64> {
    let text = plain(cell);
    let whole = match text.split_once('.') {
        Some((whole, zeros)) if !zeros.is_empty() && zeros.bytes().all(|it| it == b'0') => whole,
        _ => &text,
    };
    whole.parse().ok()
}

/// Whether it is a number as spreadsheets write large ones: `1.15E+18`, `1,15E+18`.
fn is_scientific(text: &str) -> bool {
    let number = text.replace(',', ".");
    let exponent = number.split_once(['E', 'e']);
    let digits = |text: &str| text.bytes().all(|it| it.is_ascii_digit());
    exponent.is_some_and(|(mantissa, power)| {
        let power = power.trim_start_matches(['+', '-']);
        !power.is_empty() && digits(power) && mantissa.parse::<f64>().is_ok()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_that_a_spreadsheet_rounded_is_refused_with_the_cause() {
        let read = |cell| user_id(cell).map(UserId::get);
        assert_eq!(read("1150000016777220097"), Ok(1_150_000_016_777_220_097));
        for cell in ["1.15E+18", "1,15000001677722e+018", "1E18"] {
            let refused = read(cell).unwrap_err();
            assert!(refused.contains("open the column as text"), "{refused}");
        }
        for cell in ["me", "", "E5", "1E", "12.5"] {
            let refused = read(cell).unwrap_err();
            assert!(
                refused.starts_with("user_id: expected a Discord user's id, not"),
                "{refused}"
            );
        }
    }

    #[test]
    fn an_id_that_may_have_been_rounded_is_told() {
        for (id, told) in [
            ("1150000016777220000", true),
            ("1150000016777219968", true),
            ("1150000016777220097", false),
            ("404", false),
            ("1000", false),
        ] {
            assert_eq!(!rounding(id).is_empty(), told, "{id}");
        }
    }

    #[test]
    fn whole_numbers_are_whole_however_they_are_written() {
        for (cell, number) in [
            ("120", Some(120)),
            ("120.0", Some(120)),
            ("-75.00", Some(-75)),
            ("'-75", Some(-75)),
            ("12.5", None),
            ("1,234", None),
            ("120.", None),
            (".0", None),
            ("", None),
        ] {
            assert_eq!(whole(cell), number, "{cell}");
        }
    }
}
