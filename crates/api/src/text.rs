//! What people type: trimmed, of a length that fits wherever it is shown, and nothing in it that
//! hides or reorders the rest.

/// How a text may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Allowed {
    /// Characters at most.
    pub max: usize,
    /// The same in words.
    pub expected: &'static str,
}

/// A name of somebody or something.
pub(crate) const NAME: Allowed = Allowed {
    max: 60,
    expected: "1 to 60 characters in one line",
};
/// A name as Discord allows it, and then some.
pub(crate) const DISCORD_NAME: Allowed = Allowed {
    max: 100,
    expected: "1 to 100 characters in one line",
};
/// What something is.
pub(crate) const DESCRIPTION: Allowed = Allowed {
    max: 200,
    expected: "1 to 200 characters in one line",
};
const PARAGRAPH: Allowed = Allowed {
    max: 400,
    expected: "1 to 400 characters",
};

/// A text is too short, too long, or not one line.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("expected {expected}")]
pub(crate) struct InvalidText {
    /// Which.
    pub field: &'static str,
    /// What is allowed.
    pub expected: &'static str,
}

/// One line.
pub(crate) fn line(
    field: &'static str,
    value: &str,
    allowed: Allowed,
) -> Result<String, InvalidText> {
    check(field, value, allowed, char::is_control)
}

/// What somebody says, in up to 400 characters.
pub(crate) fn paragraph(field: &'static str, value: &str) -> Result<String, InvalidText> {
    check(field, value, PARAGRAPH, |it| it.is_control() && it != '\n')
}

/// The same for a text that may be left out.
pub(crate) fn optional(
    field: &'static str,
    value: Option<String>,
    check: impl Fn(&'static str, &str) -> Result<String, InvalidText>,
) -> Result<Option<String>, InvalidText> {
    value.map(|value| check(field, &value)).transpose()
}

fn check(
    field: &'static str,
    value: &str,
    allowed: Allowed,
    refused: impl Fn(char) -> bool,
) -> Result<String, InvalidText> {
    let value = value.trim();
    let invisible = !value.contains(|it: char| !it.is_whitespace() && !is_invisible(it));
    let long = value.chars().count() > allowed.max;
    if invisible || long || value.contains(|it: char| refused(it) || is_reordering(it)) {
        let expected = allowed.expected;
        return Err(InvalidText { field, expected });
    }
    Ok(value.to_owned())
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
    use rstest::rstest;

    #[rstest]
    #[case::trimmed("  Ada ", Some("Ada"))]
    #[case::emoji("🏎️ Ada", Some("🏎️ Ada"))]
    #[case::empty("", None)]
    #[case::blank(" \u{a0} ", None)]
    #[case::invisible("\u{200b}\u{200b}", None)]
    #[case::two_lines("Ada\nLovelace", None)]
    #[case::reversed("\u{202e}adA", None)]
    fn lines(#[case] given: &str, #[case] kept: Option<&str>) {
        assert_eq!(line("name", given, NAME).ok().as_deref(), kept);
    }

    #[test]
    fn a_paragraph_may_have_lines_and_nothing_else_unseen() {
        assert_eq!(paragraph("note", " a\nb ").as_deref(), Ok("a\nb"));
        assert!(paragraph("note", "a\u{7}b").is_err());
        assert!(paragraph("note", "a\u{202e}b").is_err());
        assert!(paragraph("note", &"a".repeat(401)).is_err());
    }

    #[test]
    fn a_name_is_counted_in_characters() {
        assert!(line("name", &"ä".repeat(60), NAME).is_ok());
        assert!(line("name", &"ä".repeat(61), NAME).is_err());
    }
}
