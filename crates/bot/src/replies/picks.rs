//! What options pick whose values have names, and replies to a text that names none or several.

use super::format::{escape, shorten};

/// As many names as a reply lists.
const LISTED: usize = 10;

/// What an option with suggestions picks.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Pick {
    /// One of them, without article.
    pub(crate) one: &'static str,
    /// Several of them.
    pub(crate) many: &'static str,
    /// What it means that there is none to pick.
    pub(crate) none: &'static str,
}

/// To a text that names none of these.
pub(crate) fn no_such(pick: Pick, text: &str, there_are: &[String]) -> String {
    let (one, text) = (pick.one, quoted(text));
    if there_are.is_empty() {
        return format!("No {one} is called {text}: {}.", pick.none);
    }
    format!(
        "No {one} is called {text}. There are: {}.",
        listed(there_are)
    )
}

/// To a text that could mean each of these.
pub(crate) fn several(pick: Pick, text: &str, fitting: &[String]) -> String {
    format!(
        "{} {} fit {}: {}. Give more of the name, or pick one from the suggestions.",
        in_words(fitting.len()),
        pick.many,
        quoted(text),
        listed(fitting),
    )
}

/// To a text that has another form than what the option picks.
pub(crate) fn unreadable(pick: Pick, text: &str) -> String {
    format!("{} is no {}: {}.", quoted(text), pick.one, pick.none)
}

fn quoted(text: &str) -> String {
    format!("“{}”", escape(&shorten(text.trim(), 40)))
}

fn listed(labels: &[String]) -> String {
    let shown: Vec<_> = labels.iter().take(LISTED).map(|it| escape(it)).collect();
    let shown = shown.join(", ");
    match labels.len().saturating_sub(LISTED) {
        0 => shown,
        more => format!("{shown}, and {more} more"),
    }
}

/// At least two, at the beginning of a sentence.
fn in_words(count: usize) -> String {
    const WORDS: [&str; 9] = [
        "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten",
    ];
    let word = count.checked_sub(2).and_then(|index| WORDS.get(index));
    word.map_or_else(|| count.to_string(), |word| (*word).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    const SEASON: Pick = Pick {
        one: "season",
        many: "seasons",
        none: "there is none yet",
    };

    #[test]
    fn a_reply_lists_at_most_ten() {
        let all: Vec<_> = (1..=12).map(|number| format!("Season_{number}")).collect();
        insta::assert_snapshot!(
            [
                no_such(SEASON, " *every*", &all),
                no_such(SEASON, "every", &all[..1]),
                no_such(SEASON, "every", &[]),
                several(SEASON, "season", &all),
                several(SEASON, "season", &all[..10]),
                several(SEASON, "season", &all[..2]),
                unreadable(SEASON, "x"),
            ].join("\n"),
            @r"
        No season is called “\*every\*”. There are: Season\_1, Season\_2, Season\_3, Season\_4, Season\_5, Season\_6, Season\_7, Season\_8, Season\_9, Season\_10, and 2 more.
        No season is called “every”. There are: Season\_1.
        No season is called “every”: there is none yet.
        12 seasons fit “season”: Season\_1, Season\_2, Season\_3, Season\_4, Season\_5, Season\_6, Season\_7, Season\_8, Season\_9, Season\_10, and 2 more. Give more of the name, or pick one from the suggestions.
        Ten seasons fit “season”: Season\_1, Season\_2, Season\_3, Season\_4, Season\_5, Season\_6, Season\_7, Season\_8, Season\_9, Season\_10. Give more of the name, or pick one from the suggestions.
        Two seasons fit “season”: Season\_1, Season\_2. Give more of the name, or pick one from the suggestions.
        “x” is no season: there is none yet.
        "
        );
    }
}
