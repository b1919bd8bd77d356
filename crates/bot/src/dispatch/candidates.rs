//! What an option with suggestions can mean, and which of it a text means.

use super::Work;
use crate::{
    answer::{Choices, Failure},
    call::Call,
    dispatch::Typed,
    pages::MAX_ROWS,
    replies::{
        format::shorten,
        picks::{self, Pick},
    },
};
use paddock_api_client::Error;
use std::fmt::Display;
use twilight_model::application::command::{CommandOptionChoice, CommandOptionChoiceValue};

/// As many suggestions as Discord shows.
const MAX_CHOICES: usize = 25;
/// Longest name that Discord shows.
const MAX_NAME: usize = 100;
/// Before the id that a suggestion sends. A season may be called `2026`, so that digits alone do not
/// tell a name from an id.
const PICKED: &str = "id:";

/// What the API was asked for candidates.
pub(crate) type Candidates = Result<Vec<Candidate>, Error>;

/// Lists what one option can mean.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Suggester {
    /// Asks the API for it.
    pub(crate) run: fn(Call, Typed) -> Work<Candidates>,
    /// What it is.
    pub(crate) pick: Pick,
    /// How much of it is listed.
    pub(crate) extent: Extent,
    /// Whether a text is what a suggestion sends, so that it is not looked for among names.
    pub(crate) is_sent: fn(&str) -> bool,
    /// What can be meant by other options depends on what this one means.
    pub(crate) is_first: bool,
}

/// Which of the things that an option can mean are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Extent {
    /// All that there are, up to [`MAX_ROWS`]: a text that fits none of them means nothing.
    All,
    /// Those that suit what is typed, in the order in which they are suggested. The command reads
    /// other texts by itself.
    Chosen,
}

/// Something that an option can mean.
#[derive(Debug, Clone)]
pub(crate) struct Candidate {
    /// What a suggestion shows.
    label: String,
    /// What people call it.
    name: String,
    number: Option<u32>,
    value: String,
}

impl Candidate {
    /// Something of ours, which people call by its name and the API by its id.
    pub(crate) fn new(name: impl Into<String>, label: impl Into<String>, id: impl Display) -> Self {
        Self {
            label: label.into(),
            name: name.into(),
            number: None,
            value: format!("{PICKED}{id}"),
        }
    }

    /// Something that the API calls as people do.
    pub(crate) fn word(name: impl Display, label: impl Into<String>) -> Self {
        Self {
            label: label.into(),
            name: name.to_string(),
            number: None,
            value: name.to_string(),
        }
    }

    /// People call it by this name.
    pub(crate) fn called(mut self, name: String) -> Self {
        self.name = name;
        self
    }

    /// It has this number too.
    pub(crate) fn numbered(mut self, number: u32) -> Self {
        self.number = Some(number);
        self
    }

    #[cfg(test)]
    pub(crate) fn label(&self) -> &str {
        &self.label
    }

    fn fit(&self, text: &str) -> Option<Fit> {
        let lower = text.to_lowercase();
        let bare = text.strip_prefix('#').unwrap_or(text);
        let names = [&self.name, &self.label, &self.value];
        if names.into_iter().any(|name| name == text) {
            Some(Fit::Exact)
        } else if names.into_iter().any(|name| name.to_lowercase() == lower) {
            Some(Fit::Name)
        } else if self.number.is_some_and(|it| it.to_string() == bare) {
            Some(Fit::Number)
        } else if self.value.strip_prefix(PICKED) == Some(text) {
            Some(Fit::Id)
        } else {
            let holds = self.label.to_lowercase().contains(&lower);
            holds.then_some(Fit::Part)
        }
    }

    fn choice(self) -> CommandOptionChoice {
        CommandOptionChoice {
            name: shorten(&self.label, MAX_NAME),
            name_localizations: None,
            value: CommandOptionChoiceValue::String(self.value),
        }
    }
}

/// How well a candidate fits a text, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// The text is its name.
    Exact,
    /// The same in other capitals.
    Name,
    /// The text is its number.
    Number,
    /// The text is its id.
    Id,
    /// Its suggestion holds the text.
    Part,
}

/// Whether a suggestion sent this text as an id.
pub(crate) fn is_picked(text: &str) -> bool {
    text.starts_with(PICKED)
}

/// The id that a suggestion sent, or the text as it is.
pub(crate) fn without_mark(text: &str) -> &str {
    let text = text.trim();
    text.strip_prefix(PICKED).unwrap_or(text)
}

impl Suggester {
    /// The suggestions for what is typed; none where the API gives none, because a command that is
    /// sent is answered with what is wrong.
    pub(super) async fn choices(self, call: Call, typed: Typed) -> Choices {
        let text = typed.text.trim().to_owned();
        let candidates = (self.run)(call, typed).await;
        let candidates = candidates
            .inspect_err(|error| tracing::info!(%error, "no suggestions"))
            .unwrap_or_default();
        self.suggested(candidates, &text)
    }

    fn suggested(self, mut suggested: Vec<Candidate>, text: &str) -> Choices {
        if self.extent == Extent::All {
            // An id is no name that somebody begins to type.
            suggested.retain(|it| it.fit(text).is_some_and(|fit| fit != Fit::Id));
            suggested.sort_by_cached_key(|it| it.fit(text));
        }
        suggested.truncate(MAX_CHOICES);
        suggested.into_iter().map(Candidate::choice).collect()
    }

    /// What a text means that was typed and sent without picking a suggestion: a value as a suggestion
    /// would have sent it, or `None` where the command has to read the text by itself.
    pub(super) async fn meant(self, call: Call, typed: Typed) -> Result<Option<String>, Failure> {
        let text = typed.text.trim().to_owned();
        match (self.run)(call, typed).await {
            Ok(candidates) => self.meant_of(candidates, &text).map_err(Failure::Mistake),
            // It may be an id, or what the command reads by itself; about both the API says the same.
            Err(_) if is_number(&text) || self.extent == Extent::Chosen => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    fn meant_of(self, candidates: Vec<Candidate>, text: &str) -> Result<Option<String>, String> {
        let best = candidates.iter().filter_map(|it| it.fit(text)).min();
        let Some(best) = best else {
            let is_read_later = match self.extent {
                Extent::All => is_number(text) && candidates.len() >= MAX_ROWS as usize,
                Extent::Chosen => true,
            };
            if is_read_later {
                return Ok(None);
            }
            let labels: Vec<_> = candidates.into_iter().map(|it| it.label).collect();
            return Err(picks::no_such(self.pick, text, &labels));
        };
        let mut fitting = candidates;
        fitting.retain(|it| it.fit(text) == Some(best));
        if let [only] = &fitting[..] {
            return Ok(Some(only.value.clone()));
        }
        let labels: Vec<_> = fitting.into_iter().map(|it| it.label).collect();
        Err(picks::several(self.pick, text, &labels))
    }
}

fn is_number(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    const SEASONS: Suggester = Suggester {
        run: |_, _| unreachable!("the tests list by themselves"),
        pick: Pick {
            one: "season",
            many: "seasons",
            none: "there is none yet",
        },
        extent: Extent::All,
        is_sent: is_picked,
        is_first: true,
    };

    fn seasons(names: &[&str]) -> Vec<Candidate> {
        let seasons = names.iter().zip(1..);
        let season = |(name, number): (&&str, u32)| {
            let label = format!("{name} (season {number}, over)");
            Candidate::new(*name, label, number + 500).numbered(number)
        };
        seasons.map(season).collect()
    }

    #[test]
    fn a_text_means_a_name_then_a_number_then_an_id() {
        let all = ["2026", "1", "Race finished", "RACE finished", "Race", "502"];
        for (text, expected) in [
            ("2026", "id:501"),
            // A name, although the first has this number.
            ("1", "id:502"),
            ("#3", "id:503"),
            ("4", "id:504"),
            // A name, although the second has this id.
            ("502", "id:506"),
            ("503", "id:503"),
            ("RACE finished", "id:504"),
            ("race", "id:505"),
            (" RACE ", "id:505"),
            ("race (season 5, over)", "id:505"),
            ("202", "id:501"),
        ] {
            let meant = SEASONS.meant_of(seasons(&all), text.trim());
            assert_eq!(meant, Ok(Some(expected.to_owned())), "{text}");
        }
    }

    #[test]
    fn what_means_none_or_several_is_answered_with_what_there_is() {
        let all = ["2026", "Race finished", "race Finished"];
        let answer = |text: &str| SEASONS.meant_of(seasons(&all), text).unwrap_err();
        insta::assert_snapshot!(
            [answer("race FINISHED"), answer("every"), answer("99")].join("\n"),
            @"
        Two seasons fit “race FINISHED”: Race finished (season 2, over), race Finished (season 3, over). Give more of the name, or pick one from the suggestions.
        No season is called “every”. There are: 2026 (season 1, over), Race finished (season 2, over), race Finished (season 3, over).
        No season is called “99”. There are: 2026 (season 1, over), Race finished (season 2, over), race Finished (season 3, over).
        "
        );
    }

    #[test]
    fn what_the_command_reads_is_left_to_it() {
        let chosen = Suggester {
            extent: Extent::Chosen,
            ..SEASONS
        };
        assert_eq!(chosen.meant_of(seasons(&["Autumn"]), "Winter"), Ok(None));
        // An older one, which the list does not reach.
        let names: Vec<_> = (1000..1200).map(|name| name.to_string()).collect();
        let names: Vec<_> = names.iter().map(String::as_str).collect();
        assert_eq!(
            SEASONS.meant_of(seasons(&names), "77"),
            Ok(Some("id:577".to_owned()))
        );
        assert_eq!(SEASONS.meant_of(seasons(&names), "7777"), Ok(None));
        assert!(SEASONS.meant_of(seasons(&names), "Winter").is_err());
    }

    #[test]
    fn suggestions_are_what_holds_the_text_and_the_best_first() {
        let all = ["Race finished", "Sprint race", "Race", "2026"];
        let suggested = |text: &str| {
            let choices = SEASONS.suggested(seasons(&all), text).into_iter();
            choices.map(|it| it.name).collect::<Vec<_>>()
        };
        assert_eq!(
            suggested("race"),
            [
                "Race (season 3, over)",
                "Race finished (season 1, over)",
                "Sprint race (season 2, over)"
            ]
        );
        assert_eq!(suggested("").len(), 4);
        assert_eq!(suggested("502"), [""; 0]);
        assert_eq!(suggested("2")[0], "Sprint race (season 2, over)");
    }
}
