//! Small pieces of text.

use paddock_api_types::Timestamp;

/// What somebody typed, without the effect that Discord's markdown would give it.
pub(crate) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\\' | '*' | '_' | '~' | '`' | '|' | '[' | ']' | '<' | '>' => {
                escaped.push('\\');
                escaped.push(character);
            }
            character if character.is_control() => escaped.push(' '),
            character => escaped.push(character),
        }
    }
    escaped
}

/// An instant as each reader's Discord shows it: "3 days ago".
pub(crate) fn relative(at: Timestamp) -> String {
    format!("<t:{}:R>", at.as_second())
}

/// At most this many characters; a cut shows as an ellipsis.
pub(crate) fn shorten(text: &str, limit: usize) -> String {
    if text.chars().count() <= limit {
        return text.to_owned();
    }
    let kept: String = text.chars().take(limit.saturating_sub(1)).collect();
    format!("{kept}…")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markdown_has_no_effect() {
        assert_eq!(
            escape("**A**da <@1> [x](y)"),
            r"\*\*A\*\*da \<@1\> \[x\](y)"
        );
        assert_eq!(escape("two\nlines"), "two lines");
        assert_eq!(escape("Ágnes Ø. (🏎)"), "Ágnes Ø. (🏎)");
    }

    #[test]
    fn a_cut_is_visible() {
        assert_eq!(shorten("häuser", 6), "häuser");
        assert_eq!(shorten("häuser!", 6), "häuse…");
    }
}
