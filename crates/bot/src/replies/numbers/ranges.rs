//! Free numbers as ranges, short enough for a phone.

use paddock_api_types::numbers::NumberRange;

/// A range as text: "3-6", or "9".
pub(crate) fn range(range: NumberRange) -> String {
    let NumberRange { first, last } = range;
    if first == last {
        first.to_string()
    } else {
        format!("{first}-{last}")
    }
}

/// Ranges one after another: "3-6, 9, 12-41". Those that follow each other without a gap become one.
pub(crate) fn ranges(ranges: &[NumberRange]) -> String {
    let mut joined: Vec<NumberRange> = vec![];
    for next in ranges {
        match joined.last_mut() {
            Some(before) if before.last.checked_add(1) == Some(next.first) => {
                before.last = next.last;
            }
            _ => joined.push(*next),
        }
    }
    let texts: Vec<_> = joined.into_iter().map(range).collect();
    texts.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(pairs: &[(u16, u16)]) -> String {
        let all: Vec<_> = pairs
            .iter()
            .map(|&(first, last)| NumberRange { first, last })
            .collect();
        ranges(&all)
    }

    #[test]
    fn ranges_read_as_on_a_phone() {
        assert_eq!(text(&[(3, 6), (9, 9), (12, 41)]), "3-6, 9, 12-41");
        assert_eq!(text(&[(0, 0)]), "0");
        assert_eq!(text(&[]), "");
    }

    #[test]
    fn what_an_answer_of_the_api_cut_is_whole_again() {
        assert_eq!(
            text(&[(1, 5), (990, 999), (1000, 1001), (1002, 1002), (1004, 9999)]),
            "1-5, 990-1002, 1004-9999"
        );
        assert_eq!(text(&[(5, u16::MAX), (0, 3)]), "5-65535, 0-3");
    }
}
