//! Which characters a text that people read may have, by what Unicode says of them.
//!
//! What draws nothing, or draws others elsewhere, makes two texts look alike, or one look empty. It is
//! refused, but for where a writing system or an emoji is made of it.

use super::Lines;
use icu_properties::props::{
    BidiControl, BinaryProperty, DefaultIgnorableCodePoint, Emoji, EmojiModifier,
    ExtendedPictographic, GeneralCategory, Ideographic, IndicSyllabicCategory, JoinControl,
    JoiningType, PrependedConcatenationMark, Script, VariationSelector,
};
use icu_properties::{CodePointMapData, CodePointSetData};
use std::fmt;

/// Marks that one letter carries: Vietnamese and Thai need two, Hebrew verse with its accents four.
const MAX_MARKS: usize = 4;

/// Characters that look like a blank, and of which no property says so.
const BLANK: [char; 6] = [
    '\u{2800}',
    '\u{fffc}',
    '\u{13441}',
    '\u{13442}',
    '\u{16fe4}',
    '\u{1d159}',
];

/// The flags that are made of tags: England, Scotland, Wales.
const FLAGS: [&str; 3] = ["gbeng\u{7f}", "gbsct\u{7f}", "gbwls\u{7f}"];
const BLACK_FLAG: char = '\u{1f3f4}';
const KEYCAP: char = '\u{20e3}';

/// A character that a text may not have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unwanted {
    /// The character.
    pub character: char,
    /// Which one of the text as it was given; the first is 1.
    pub position: usize,
    /// What is wrong with it, such as "is invisible".
    pub why: &'static str,
}

impl fmt::Display for Unwanted {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            character,
            position,
            why,
        } = self;
        let code = u32::from(*character);
        write!(formatter, "character {position}, U+{code:04X}, {why}")
    }
}

/// The first character that a text may not have.
pub(super) fn unwanted(text: &str, lines: Lines) -> Option<Unwanted> {
    let characters: Vec<char> = text.chars().collect();
    characters.iter().enumerate().find_map(|(at, &character)| {
        let (before, after) = (&characters[..at], &characters[at + 1..]);
        Some(Unwanted {
            character,
            position: at + 1,
            why: fault(before, character, after, lines)?,
        })
    })
}

/// Whether it draws something by itself.
pub(super) fn is_visible(it: char) -> bool {
    let draws = !matches!(
        category(it),
        GeneralCategory::NonspacingMark
            | GeneralCategory::EnclosingMark
            | GeneralCategory::Format
            | GeneralCategory::Control
    );
    draws && is_seen(it) && !BLANK.contains(&it)
}

/// Whether it is more than a blank or a part of how its neighbours are drawn.
pub(super) fn is_seen(it: char) -> bool {
    !it.is_whitespace() && !is::<DefaultIgnorableCodePoint>(it)
}

fn fault(before: &[char], it: char, after: &[char], lines: Lines) -> Option<&'static str> {
    match category(it) {
        GeneralCategory::Control if it == '\n' && lines == Lines::Many => None,
        GeneralCategory::Control if it == '\n' => Some("breaks the line"),
        GeneralCategory::Control => Some("is a control character"),
        GeneralCategory::LineSeparator | GeneralCategory::ParagraphSeparator => {
            Some("breaks the line")
        }
        GeneralCategory::PrivateUse | GeneralCategory::Surrogate => Some("has no agreed meaning"),
        // An emoji of tomorrow draws a box today.
        GeneralCategory::Unassigned if !is::<ExtendedPictographic>(it) => Some("is not assigned"),
        _ if is::<BidiControl>(it) => Some("changes the direction of the text"),
        _ if is::<DefaultIgnorableCodePoint>(it) => {
            (!has_use(before, it, after)).then_some("is invisible")
        }
        GeneralCategory::Format if !is::<PrependedConcatenationMark>(it) => Some("is invisible"),
        _ if BLANK.contains(&it) => Some("looks like a blank"),
        _ if is_mark(it) && marks_at_end(before) >= MAX_MARKS => {
            Some("is one combining mark too many")
        }
        _ => None,
    }
}

/// Whether an invisible character is part of an emoji, or of how a script is written.
fn has_use(before: &[char], it: char, after: &[char]) -> bool {
    let Some(&last) = before.last() else {
        return false;
    };
    match it {
        '\u{200d}' if joins_emoji(last, after) => true,
        _ if is::<JoinControl>(it) => joins_letters(before),
        // One that chooses between text and picture; of a digit only as part of a keycap.
        '\u{fe0e}' | '\u{fe0f}' if is::<Emoji>(last) => {
            !last.is_ascii() || after.first() == Some(&KEYCAP)
        }
        '\u{180b}'..='\u{180f}' => script(last) == Script::Mongolian,
        '\u{e0020}'..='\u{e007f}' => is_flag(before, it, after),
        _ => is::<VariationSelector>(it) && is::<Ideographic>(last),
    }
}

/// As in the picture of a family.
fn joins_emoji(last: char, after: &[char]) -> bool {
    let emoji_before =
        last == '\u{fe0f}' || is::<ExtendedPictographic>(last) || is::<EmojiModifier>(last);
    emoji_before
        && after
            .first()
            .is_some_and(|&next| is::<ExtendedPictographic>(next))
}

/// After a letter of a script that connects its letters, such as Arabic or those of India, where these
/// decide how.
fn joins_letters(before: &[char]) -> bool {
    let base = before.iter().rev().find(|it| !is_mark(**it));
    base.is_some_and(|&base| {
        let joining = CodePointMapData::<JoiningType>::new().get(base);
        let indic = CodePointMapData::<IndicSyllabicCategory>::new().get(base);
        let connects = !matches!(joining, JoiningType::NonJoining | JoiningType::Transparent);
        let is_letter = base.is_alphabetic() || category(base) == GeneralCategory::SpacingMark;
        is_letter && (connects || indic != IndicSyllabicCategory::Other)
    })
}

fn is_flag(before: &[char], it: char, after: &[char]) -> bool {
    let is_tag = |it: &&char| ('\u{e0020}'..='\u{e007f}').contains(*it);
    let first = before.len() - before.iter().rev().take_while(is_tag).count();
    let rest = after.iter().take_while(is_tag);
    let tags: String = before[first..]
        .iter()
        .chain([&it])
        .chain(rest)
        .filter_map(|it| char::from_u32(u32::from(*it) - 0xe_0000))
        .collect();
    before[..first].last() == Some(&BLACK_FLAG) && FLAGS.contains(&tags.as_str())
}

/// How many marks the last letter carries already. What joins letters does not begin another one.
fn marks_at_end(before: &[char]) -> usize {
    let of_one_letter = before.iter().rev();
    of_one_letter
        .take_while(|it| is_mark(**it) || is::<JoinControl>(**it))
        .filter(|it| is_mark(**it) && !is::<VariationSelector>(**it))
        .count()
}

fn is_mark(it: char) -> bool {
    let category = category(it);
    matches!(
        category,
        GeneralCategory::NonspacingMark | GeneralCategory::EnclosingMark
    )
}

fn is<P: BinaryProperty>(it: char) -> bool {
    CodePointSetData::new::<P>().contains(it)
}

fn category(it: char) -> GeneralCategory {
    CodePointMapData::<GeneralCategory>::new().get(it)
}

fn script(it: char) -> Script {
    CodePointMapData::<Script>::new().get(it)
}

#[cfg(test)]
mod tests;
