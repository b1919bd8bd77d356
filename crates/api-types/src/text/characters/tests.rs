//! What people write in many languages goes through, and what deceives does not.

use super::*;
use proptest::prelude::*;

fn found(text: &str) -> Option<(usize, &'static str)> {
    unwanted(text, Lines::One).map(|it| (it.position, it.why))
}

#[test]
fn what_people_write_is_taken() {
    for text in [
        "Ada Lovelace",
        "Zoë Ångström-Łukasiewicz 3.0 (№ 7)",
        "Nguyễn Thị Hương",
        // The same, letters and marks apart.
        "Nguye\u{302}\u{303}n Thi\u{323} Hu\u{31b}o\u{31b}ng",
        "ที่นี่ก็ได้",
        // Hebrew with vowels, and a verse with its accents.
        "שָׁלוֹם",
        "בְּרֵאשִׁ֖ית בָּרָ֣א אֱלֹהִ֑ים",
        "שּׁ\u{5b8}\u{59c}",
        // Persian, with the joiner that keeps letters apart, and at the end of an abbreviation.
        "می\u{200c}خواهم",
        "تراکتور\u{200c}ها",
        "ه\u{200d}",
        "اَلْعَرَبِيَّةُ",
        // Hindi, Malayalam, Sinhala, Bengali.
        "क्\u{200d}ष",
        "അവന്\u{200d}",
        "ශ්\u{200d}රී ලංකා",
        "র\u{200d}্যাব",
        "བསྒྲུབས",
        "မြန်မာ",
        "ភាសាខ្មែរ",
        "ᠮᠣᠩᠭᠣᠯ\u{180b}",
        "葛\u{e0100}城",
        "한국어 ㅋㅋ",
        "Ｆｕｌｌ　ｗｉｄｔｈ",
        "a\u{a0}b",
    ] {
        assert_eq!(found(text), None, "{text:?}");
    }
}

#[test]
fn emoji_are_taken() {
    for text in [
        "🏎️ Ada ❤️",
        "👩\u{200d}👩\u{200d}👧\u{200d}👦",
        "🧑🏽\u{200d}🚀",
        "❤️\u{200d}🔥",
        "🏳️\u{200d}🌈 🏴\u{200d}☠️",
        "🇩🇪🇻🇳",
        "1️⃣ #️⃣ *️⃣",
        "🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}",
        "🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}🏴\u{e0067}\u{e0062}\u{e0077}\u{e006c}\u{e0073}\u{e007f}",
        "☺\u{fe0e}",
    ] {
        assert_eq!(found(text), None, "{text:?}");
    }
}

#[test]
fn what_hides_or_deceives_is_refused_by_name() {
    let zalgo = format!("Z{}", "\u{301}".repeat(59));
    for (text, position, why) in [
        ("\u{202e}adA", 1, "changes the direction of the text"),
        ("a\u{2066}b", 2, "changes the direction of the text"),
        ("a\u{200f}", 2, "changes the direction of the text"),
        ("a\u{61c}b", 2, "changes the direction of the text"),
        ("Ada\u{2800}", 4, "looks like a blank"),
        ("\u{1d159}", 1, "looks like a blank"),
        ("a\u{3164}b", 2, "is invisible"),
        ("\u{115f}\u{1160}", 1, "is invisible"),
        ("a\u{200b}b", 2, "is invisible"),
        ("a\u{200d}b", 2, "is invisible"),
        ("e\u{301}\u{200c}b", 3, "is invisible"),
        ("🏎\u{200d}a", 2, "is invisible"),
        ("می\u{200c}\u{200c}خ", 4, "is invisible"),
        ("a\u{ad}b", 2, "is invisible"),
        ("a\u{feff}b", 2, "is invisible"),
        ("a\u{fe0f}", 2, "is invisible"),
        ("1\u{fe0f}", 2, "is invisible"),
        ("❤\u{fe0f}\u{fe0f}", 3, "is invisible"),
        ("a\u{e0100}", 2, "is invisible"),
        ("a\u{180b}", 2, "is invisible"),
        ("a\u{e0041}", 2, "is invisible"),
        ("🏴\u{e0067}\u{e0062}\u{e0065}\u{e007f}", 2, "is invisible"),
        (
            "🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}",
            2,
            "is invisible",
        ),
        ("a\u{fff9}b", 2, "is invisible"),
        ("a\u{e000}", 2, "has no agreed meaning"),
        ("a\u{10fffd}", 2, "has no agreed meaning"),
        ("a\u{378}", 2, "is not assigned"),
        ("a\u{ffff}", 2, "is not assigned"),
        ("a\u{2028}b", 2, "breaks the line"),
        ("a\nb", 2, "breaks the line"),
        ("a\tb", 2, "is a control character"),
        ("a\u{9b}b", 2, "is a control character"),
        (&zalgo, 6, "is one combining mark too many"),
        (
            "ب\u{64e}\u{64e}\u{64e}\u{64e}\u{200d}\u{64e}",
            7,
            "is one combining mark too many",
        ),
    ] {
        assert_eq!(found(text), Some((position, why)), "{text:?}");
    }
    assert_eq!(unwanted("a\nb", Lines::Many), None);
    let refusal = unwanted("\u{202e}", Lines::One).unwrap().to_string();
    assert_eq!(
        refusal,
        "character 1, U+202E, changes the direction of the text"
    );
}

#[test]
fn nothing_to_see_is_not_visible() {
    for it in [
        '\u{301}',
        '\u{200b}',
        '\u{2800}',
        '\u{a0}',
        '\u{3164}',
        '\u{fe0f}',
        '\u{13441}',
    ] {
        assert!(!is_visible(it), "{it:?}");
    }
    for it in ['a', '_', '字', '🏎', '\u{1f3f4}', 'ि'] {
        assert!(is_visible(it), "{it:?}");
    }
}

proptest! {
    /// Whatever a text is made of, nothing that draws nothing stands between Latin letters.
    #[test]
    fn among_latin_letters_everything_is_seen(text in "[a-z]{0,3}\\PC?[a-z]{0,3}", hidden in any::<char>()) {
        let text = format!("a{hidden}b{text}");
        let ignorable = is::<DefaultIgnorableCodePoint>(hidden) || is::<BidiControl>(hidden);
        if ignorable || category(hidden) == GeneralCategory::PrivateUse {
            prop_assert_eq!(unwanted(&text, Lines::Many).map(|it| it.position), Some(2));
        }
    }

    /// A text that is taken has no more marks in a row than one letter may carry.
    #[test]
    fn marks_do_not_pile_up(text in "[\\PC\u{300}-\u{36f}\u{200c}\u{200d}]{1,30}") {
        if unwanted(&text, Lines::One).is_none() {
            let mut run = 0;
            for it in text.chars().filter(|it| !is::<JoinControl>(*it)) {
                run = if is_mark(it) { run + 1 } else { 0 };
                // A selector is no mark to see, and each follows a character of its own.
                prop_assert!(run <= MAX_MARKS + 1);
            }
        }
    }

    /// The position is that of the character.
    #[test]
    fn a_refusal_names_what_is_there(text in "\\PC{0,20}\\p{C}?\\PC{0,5}") {
        if let Some(it) = unwanted(&text, Lines::Many) {
            prop_assert_eq!(text.chars().nth(it.position - 1), Some(it.character));
        }
    }
}
