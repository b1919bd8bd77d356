//! What people type: trimmed, of a length that fits wherever it is shown, and nothing in it that
//! hides or reorders the rest.

/// How many lines a text may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Lines {
    One,
    Many,
    /// Nobody typed it: kept as it is.
    Any,
}

/// The text, without blanks around it where somebody typed it; `None` where it is too short or too
/// long, has nothing visible, or has characters that are not allowed.
pub(crate) fn clean(text: &str, min: u16, max: u16, lines: Lines) -> Option<String> {
    let fits = |text: &str| (min.into()..=max.into()).contains(&text.chars().count());
    if lines == Lines::Any {
        return fits(text).then(|| text.to_owned());
    }
    let text = text.trim();
    let is_visible = |it: char| !it.is_whitespace() && !is_invisible(it);
    let refused =
        |it: char| (it.is_control() && (lines == Lines::One || it != '\n')) || is_reordering(it);
    (fits(text) && text.contains(is_visible) && !text.contains(refused)).then(|| text.to_owned())
}

/// Characters that draw nothing: a name of them would look empty.
fn is_invisible(it: char) -> bool {
    matches!(it, '\u{ad}' | '\u{115f}' | '\u{1160}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{3164}' | '\u{feff}' | '\u{ffa0}')
}

/// Direction overrides, which make one name look like another.
fn is_reordering(it: char) -> bool {
    matches!(it, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_line() {
        for (given, kept) in [
            ("  Ada ", Some("Ada")),
            ("🏎️ Ada", Some("🏎️ Ada")),
            ("", None),
            (" \u{a0} ", None),
            ("\u{200b}\u{200b}", None),
            ("Ada\nLovelace", None),
            ("\u{202e}adA", None),
        ] {
            assert_eq!(
                clean(given, 1, 60, Lines::One).as_deref(),
                kept,
                "{given:?}"
            );
        }
    }

    #[test]
    fn many_lines_and_nothing_else_unseen() {
        let clean = |text: &str| clean(text, 1, 400, Lines::Many);
        assert_eq!(clean(" a\nb ").as_deref(), Some("a\nb"));
        assert_eq!(clean("a\u{7}b"), None);
        assert_eq!(clean("a\u{202e}b"), None);
        assert_eq!(clean(&"a".repeat(401)), None);
    }

    #[test]
    fn the_shortest_is_counted_as_the_longest() {
        for lines in [Lines::One, Lines::Many, Lines::Any] {
            assert_eq!(clean("a", 2, 3, lines), None);
            assert!(clean("ab", 2, 3, lines).is_some());
            assert_eq!(clean("abcd", 2, 3, lines), None);
        }
    }

    #[test]
    fn characters_are_counted_and_not_bytes() {
        assert!(clean(&"ä".repeat(60), 1, 60, Lines::One).is_some());
        assert!(clean(&"ä".repeat(61), 1, 60, Lines::One).is_none());
    }
}
