//! Where the suggestions for the options of a command come from.

use super::candidates::Suggester;
use std::cell::RefCell;
use twilight_interactions::command::CreateCommand;
use twilight_model::application::{
    command::{Command as Definition, CommandOption},
    interaction::application_command::{CommandDataOption, CommandOptionValue},
};

thread_local! {
    /// Those of the options that were defined since the last command, in order. The derive macro
    /// defines an option by its type alone and keeps only what Discord has to know of it.
    static DEFINED: RefCell<Vec<Suggester>> = const { RefCell::new(vec![]) };
}

impl Suggester {
    /// Notes it for the option that is being defined.
    pub(crate) fn note(self) {
        DEFINED.with_borrow_mut(|defined| defined.push(self));
    }
}

/// The definition of a command, and the suggesters of its options.
pub(super) fn definition<M: CreateCommand>() -> (Definition, Suggesters) {
    DEFINED.take();
    let definition: Definition = M::create_command().into();
    let mut options = vec![];
    collect("", &definition.options, &mut options);
    let suggesters = DEFINED.take();
    assert_eq!(
        options.len(),
        suggesters.len(),
        "an option of /{} has suggestions without a suggester",
        definition.name
    );
    let suggesters = options.into_iter().zip(suggesters).collect();
    (definition, Suggesters(suggesters))
}

/// Every option with suggestions, in the order in which they were defined.
fn collect(subcommand: &str, options: &[CommandOption], into: &mut Vec<(String, String)>) {
    for option in options {
        if option.autocomplete == Some(true) {
            into.push((subcommand.to_owned(), option.name.clone()));
        }
        let inner = option.options.as_deref().unwrap_or_default();
        collect(&option.name, inner, into);
    }
}

/// Suggesters by the names of subcommand and option.
pub(super) struct Suggesters(Vec<((String, String), Suggester)>);

impl Suggesters {
    pub(super) fn find(&self, subcommand: &str, option: &str) -> Option<Suggester> {
        let mut all = self.0.iter();
        let found = all.find(|((of, name), _)| of == subcommand && name == option);
        found.map(|(_, suggester)| *suggester)
    }

    /// Options with suggestions whose text none of them sent: phones hide the suggestions, and people
    /// send the name that they typed. Those come first on which others depend.
    pub(super) fn unpicked(&self, options: &[CommandDataOption]) -> Vec<(String, Suggester)> {
        let mut unpicked = vec![];
        self.collect_unpicked("", options, &mut unpicked);
        unpicked.sort_by_key(|(_, suggester)| !suggester.is_first);
        unpicked
    }

    fn collect_unpicked(
        &self,
        subcommand: &str,
        options: &[CommandDataOption],
        into: &mut Vec<(String, Suggester)>,
    ) {
        for option in options {
            match &option.value {
                CommandOptionValue::SubCommand(inner)
                | CommandOptionValue::SubCommandGroup(inner) => {
                    self.collect_unpicked(&option.name, inner, into);
                }
                CommandOptionValue::String(text) => {
                    let suggester = self.find(subcommand, &option.name);
                    let suggester = suggester.filter(|it| !(it.is_sent)(text));
                    into.extend(suggester.map(|it| (option.name.clone(), it)));
                }
                _ => {}
            }
        }
    }
}
