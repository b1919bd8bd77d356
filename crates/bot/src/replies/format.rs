//! Small pieces of text.

use paddock_api_types::{Timestamp, UserId};
use std::fmt::Display;

/// What somebody typed, without the effect that Discord's markdown would give it.
///
/// That includes addresses, which Discord makes links of, and previews, without any markup.
pub(crate) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let mut previous = ' ';
    let mut rest = text.chars();
    while let Some(character) = rest.next() {
        match character {
            ':' if rest.as_str().starts_with('/') => escaped.push_str("\\:"),
            '.' if previous.is_alphanumeric() && is_end_of_host(rest.as_str()) => {
                escaped.push_str("\\.");
            }
            '\\' | '*' | '_' | '~' | '`' | '|' | '[' | ']' | '<' | '>' => {
                escaped.push('\\');
                escaped.push(character);
            }
            character if character.is_control() => escaped.push(' '),
            character => escaped.push(character),
        }
        previous = character;
    }
    escaped
}

/// Longest part of a host name between two dots.
pub(crate) const MAX_LABEL: usize = 63;

/// Whether Discord reads the host of an address: a name with a dot, perhaps with a port. It refuses the whole message
/// that has another one behind a button, in a picture or in the title of an embed.
pub(crate) fn is_readable(host: &str) -> bool {
    let (name, port) = host.split_once(':').unwrap_or((host, "443"));
    let is_label = |label: &str| {
        (1..=MAX_LABEL).contains(&label.len())
            && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
    };
    name.contains('.') && name.split('.').all(is_label) && port.parse::<u16>().is_ok()
}

/// What somebody typed, for a block of code: on one line, and without what would end the block.
pub(crate) fn plain(text: &str) -> String {
    let plain = |character: char| match character {
        '`' => '\'',
        character if character.is_control() => ' ',
        character => character,
    };
    text.chars().map(plain).collect()
}

/// Whether this is the last part of a host name with a path behind it: Discord previews `discord.gg/x`.
fn is_end_of_host(text: &str) -> bool {
    let (name, _) = text.split_once('/').unwrap_or_default();
    !name.is_empty() && name.chars().all(char::is_alphabetic)
}

/// An instant as each reader's Discord shows it: "3 days ago".
pub(crate) fn relative(at: Timestamp) -> String {
    format!("<t:{}:R>", at.as_second())
}

/// An instant as each reader's Discord shows it: "1 December 2026 18:00".
pub(crate) fn instant(at: Timestamp) -> String {
    format!("<t:{}:f>", at.as_second())
}

/// A person, as Discord shows them and by their name here.
pub(crate) fn person(user: impl Display, display_name: &str) -> String {
    format!("<@{user}> (**{}**)", escape(display_name))
}

/// The person who did something; nobody means Paddock itself.
pub(crate) fn somebody(who: Option<UserId>) -> String {
    who.map_or_else(|| "Paddock".to_owned(), |id| format!("<@{id}>"))
}

/// A number of things whose plural has an "s".
pub(crate) fn count(count: i64, one: &str) -> String {
    match count {
        1 | -1 => format!("{count} {one}"),
        count => format!("{} {one}s", number(count)),
    }
}

/// A number with a comma between its thousands.
pub(crate) fn number(number: impl Into<i64>) -> String {
    let number = number.into();
    let digits = number.unsigned_abs().to_string();
    let mut text = if number < 0 { "-" } else { "" }.to_owned();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index) % 3 == 0 {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// A number of points.
pub(crate) fn points(points: impl Into<i64>) -> String {
    count(points.into(), "point")
}

/// At most this many characters; a cut shows as an ellipsis.
pub(crate) fn shorten(text: &str, limit: usize) -> String {
    if text.chars().count() <= limit {
        return text.to_owned();
    }
    let kept: String = text.chars().take(limit.saturating_sub(1)).collect();
    format!("{kept}…")
}

/// Keeps as many lines as fit, and says how many are left out.
pub(crate) fn fit(lines: &mut Vec<String>, limit: usize, more: impl Fn(usize) -> String) {
    let mut used = 0;
    let fits = |line: &&String| {
        used += line.chars().count() + 1;
        used <= limit
    };
    let fitting = lines.iter().take_while(fits).count();
    let left = lines.len() - fitting;
    if left > 0 {
        lines.truncate(fitting);
        lines.push(more(left));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_have_separators() {
        for (given, expected) in [
            (0, "0"),
            (999, "999"),
            (-1_000, "-1,000"),
            (12_345, "12,345"),
            (1_234_567, "1,234,567"),
            (i64::MIN, "-9,223,372,036,854,775,808"),
        ] {
            assert_eq!(number(given), expected);
        }
        assert_eq!(points(1_000), "1,000 points");
    }

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
    fn addresses_do_not_become_links() {
        assert_eq!(
            escape("free at https://evil.example/x"),
            r"free at https\://evil\.example/x"
        );
        assert_eq!(escape("steam://run/1"), r"steam\://run/1");
        assert_eq!(escape("discord.gg/abc"), r"discord\.gg/abc");
        assert_eq!(escape("Dr. No: 1.5 / Round 2."), "Dr. No: 1.5 / Round 2.");
    }

    #[test]
    fn lines_that_do_not_fit_are_counted() {
        let mut lines: Vec<_> = (0..9).map(|n| format!("line {n}")).collect();
        fit(&mut lines, 63, |left| format!("{left} more"));
        assert_eq!(lines.len(), 9);
        fit(&mut lines, 14, |left| format!("{left} more"));
        assert_eq!(lines, ["line 0", "line 1", "7 more"]);
    }

    #[test]
    fn a_cut_is_visible() {
        assert_eq!(shorten("häuser", 6), "häuser");
        assert_eq!(shorten("häuser!", 6), "häuse…");
    }
}
