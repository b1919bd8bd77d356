//! What somebody types into an option with suggestions.

use crate::answer::Choices;
use std::{collections::HashMap, str::FromStr};
use twilight_model::application::{
    command::{Command, CommandOption, CommandOptionChoiceValue},
    interaction::application_command::{CommandDataOption, CommandOptionValue},
};

/// An option that is being typed, and what is filled in beside it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Typed {
    /// Name of the subcommand, empty without one.
    pub(crate) subcommand: String,
    /// Name of the option.
    pub(crate) option: String,
    /// What stands there so far.
    pub(crate) text: String,
    others: HashMap<String, String>,
}

impl Typed {
    pub(super) fn read(options: &[CommandDataOption]) -> Self {
        let mut typed = Self::default();
        typed.take(options);
        typed
    }

    /// An option that was sent, as if it were still being typed.
    pub(super) fn sent(options: &[CommandDataOption], option: &str) -> Self {
        let mut typed = Self::read(options);
        typed.text = typed.others.remove(option).unwrap_or_default();
        option.clone_into(&mut typed.option);
        typed
    }

    fn take(&mut self, options: &[CommandDataOption]) {
        for option in options {
            let other = match &option.value {
                CommandOptionValue::SubCommand(inner)
                | CommandOptionValue::SubCommandGroup(inner) => {
                    self.subcommand.clone_from(&option.name);
                    self.take(inner);
                    continue;
                }
                CommandOptionValue::Focused(text, _) => {
                    self.option.clone_from(&option.name);
                    self.text.clone_from(text);
                    continue;
                }
                CommandOptionValue::String(text) => text.clone(),
                CommandOptionValue::User(id) => id.to_string(),
                _ => continue,
            };
            self.others.insert(option.name.clone(), other);
        }
    }

    /// The value of another option, where it can be read as this type.
    pub(crate) fn other<T: FromStr>(&self, option: &str) -> Option<T> {
        self.others.get(option)?.parse().ok()
    }

    /// How well a suggestion fits what was typed; the better, the lower.
    pub(crate) fn fit(&self, suggestion: &str) -> Fit {
        let text = self.text.trim().to_lowercase();
        let suggestion = suggestion.to_lowercase();
        // What follows a name distinguishes equal ones.
        let names = [suggestion.split_once(" · "), suggestion.rsplit_once(" (")];
        if suggestion == text {
            Fit::Whole
        } else if names.into_iter().flatten().any(|(name, _)| name == text) {
            Fit::Name
        } else {
            Fit::Part
        }
    }

    /// The value of the one suggestion that can be meant.
    pub(super) fn meant(&self, choices: Choices) -> Option<String> {
        let best = choices.iter().map(|choice| self.fit(&choice.name)).min()?;
        let mut fitting = choices
            .into_iter()
            .filter(|choice| self.fit(&choice.name) == best);
        match (fitting.next()?.value, fitting.next()) {
            (CommandOptionChoiceValue::String(value), None) => Some(value),
            _ => None,
        }
    }
}

/// How well a suggestion fits a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Fit {
    /// It is the text.
    Whole,
    /// The text is the name that it begins with.
    Name,
    /// It only holds the text.
    Part,
}

/// The options of a command, or of the subcommand that was given; those that were sent come first.
pub(super) fn options_of(command: &Command, sent: &[CommandDataOption]) -> Vec<CommandOption> {
    let mut definitions = &command.options[..];
    let mut sent = sent;
    while let [CommandDataOption { name, value }] = sent
        && let CommandOptionValue::SubCommand(inner) | CommandOptionValue::SubCommandGroup(inner) =
            value
    {
        let subcommand = definitions.iter().find(|defined| defined.name == *name);
        definitions = subcommand
            .and_then(|it| it.options.as_deref())
            .unwrap_or_default();
        sent = inner;
    }
    let mut options = definitions.to_vec();
    options.sort_by_key(|option| !sent.iter().any(|it| it.name == option.name));
    options
}

/// Fills an option, as a picked suggestion would have.
pub(super) fn fill(options: &mut [CommandDataOption], name: &str, value: &str) {
    for option in options {
        match &mut option.value {
            CommandOptionValue::SubCommand(inner) | CommandOptionValue::SubCommandGroup(inner) => {
                fill(inner, name, value);
            }
            CommandOptionValue::String(text) if option.name == name => value.clone_into(text),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use twilight_model::application::command::CommandOptionChoice;

    fn meant(text: &str, suggestions: &[&str]) -> Option<String> {
        let typed = Typed {
            text: text.to_owned(),
            ..Typed::default()
        };
        let choice = |name: &&str| CommandOptionChoice {
            name: (*name).to_owned(),
            name_localizations: None,
            value: CommandOptionChoiceValue::String((*name).to_owned()),
        };
        typed.meant(suggestions.iter().map(choice).collect())
    }

    #[test]
    fn one_suggestion_is_meant_or_none() {
        let races = ["Race (10 points)", "Race (GT3) (20 points)"];
        for (text, suggestions, expected) in [
            ("race", &races[..], Some(0)),
            (" RACE (gt3)", &races, Some(1)),
            ("race (10 points)", &races, Some(0)),
            ("rac", &races, None),
            ("rac", &races[..1], Some(0)),
            ("race", &["Race", "Race (GT3)"], Some(0)),
            ("bert", &["Bert · Gold", "Bertha · Gold"], Some(0)),
            ("bert", &["Bert · Gold", "Bert · Silver"], None),
            ("bert · silver", &["Bert · Gold", "Bert · Silver"], Some(1)),
            ("race", &["Race", "Race"], None),
            ("race", &[], None),
        ] {
            let expected = expected.map(|index: usize| suggestions[index].to_owned());
            assert_eq!(
                meant(text, suggestions),
                expected,
                "{text}: {suggestions:?}"
            );
        }
    }
}
