//! What somebody types into an option with suggestions.

use super::candidates::without_mark;
use std::{collections::HashMap, str::FromStr};
use twilight_model::application::{
    command::{Command, CommandOption},
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
        without_mark(self.others.get(option)?).parse().ok()
    }
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
