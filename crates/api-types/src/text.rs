//! What people type: trimmed, of a length that fits wherever it is shown, and nothing in it that
//! hides or reorders the rest.

mod characters;

pub use characters::Unwanted;

use icu_normalizer::ComposingNormalizerBorrowed;

/// What a name is told apart by: the same for names that differ in capitals, in blanks, in characters
/// that draw nothing, or in how the same letters are encoded.
pub fn name_key(name: &str) -> String {
    // No name is so long that a column of its key would cut it, but for letters that stand for many.
    const COLUMN: usize = 255;
    let composed = ComposingNormalizerBorrowed::new_nfkc().normalize_iter(name.chars());
    let seen: String = composed.filter(|it| characters::is_seen(*it)).collect();
    // Upper case first, in which `ß` and `ss` are one, and so are both small sigmas.
    let folded = seen.to_uppercase().to_lowercase();
    folded.chars().take(COLUMN).collect()
}

/// How many lines a text may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Lines {
    One,
    Many,
    /// Nobody typed it: kept as it is.
    Any,
}

/// The text, without blanks around it where somebody typed it. It is refused where it is too short or
/// too long or has nothing visible, and where it has a character that is not allowed, which is then
/// named.
pub(crate) fn clean(
    text: &str,
    min: u16,
    max: u16,
    lines: Lines,
) -> Result<String, Option<Unwanted>> {
    let fits = |text: &str| (min.into()..=max.into()).contains(&text.chars().count());
    if lines == Lines::Any {
        return fits(text).then(|| text.to_owned()).ok_or(None);
    }
    let kept = text.trim();
    if !fits(kept) {
        return Err(None);
    }
    let blanks = text.chars().take_while(|it| it.is_whitespace()).count();
    if let Some(mut unwanted) = characters::unwanted(kept, lines) {
        // As the text was given.
        unwanted.position += blanks;
        return Err(Some(unwanted));
    }
    (kept.chars().any(characters::is_visible))
        .then(|| kept.to_owned())
        .ok_or(None)
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
            ("\u{301}", None),
            ("Ada\nLovelace", None),
            ("\u{202e}adA", None),
        ] {
            assert_eq!(
                clean(given, 1, 60, Lines::One).ok().as_deref(),
                kept,
                "{given:?}"
            );
        }
    }

    #[test]
    fn many_lines_and_nothing_else_unseen() {
        let clean = |text: &str| clean(text, 1, 400, Lines::Many).ok();
        assert_eq!(clean(" a\nb ").as_deref(), Some("a\nb"));
        assert_eq!(clean("a\u{7}b"), None);
        assert_eq!(clean("a\u{202e}b"), None);
        assert_eq!(clean(&"a".repeat(401)), None);
    }

    #[test]
    fn a_character_is_counted_where_it_was_given() {
        let refused = clean("  a\u{202e}b", 1, 60, Lines::One).unwrap_err();
        assert_eq!(refused.map(|it| it.position), Some(4));
        assert_eq!(clean("", 1, 60, Lines::One), Err(None));
    }

    #[test]
    fn the_shortest_is_counted_as_the_longest() {
        for lines in [Lines::One, Lines::Many, Lines::Any] {
            assert_eq!(clean("a", 2, 3, lines), Err(None));
            assert!(clean("ab", 2, 3, lines).is_ok());
            assert_eq!(clean("abcd", 2, 3, lines), Err(None));
        }
    }

    #[test]
    fn names_are_told_apart_by_what_is_seen() {
        for (one, other) in [
            ("Gold", " gOLD"),
            ("Race finished", "race  Finished"),
            ("Racefinished", "Race\u{a0}finished"),
            ("Ärger", "a\u{308}rger"),
            ("STRASSE", "Straße"),
            ("ΣΊΣΥΦΟΣ", "σίσυφος"),
            ("Ｇｏｌｄ", "gold"),
            ("می\u{200c}خواهم", "میخواهم"),
        ] {
            assert_eq!(name_key(one), name_key(other), "{one} {other}");
        }
        for (one, other) in [
            ("Gold", "Gold 2"),
            ("Résumé", "Resume"),
            ("🥇", "🥈"),
            ("a", "а"),
        ] {
            assert_ne!(name_key(one), name_key(other), "{one} {other}");
        }
    }

    #[test]
    fn characters_are_counted_and_not_bytes() {
        assert!(clean(&"ä".repeat(60), 1, 60, Lines::One).is_ok());
        assert!(clean(&"ä".repeat(61), 1, 60, Lines::One).is_err());
    }
}
