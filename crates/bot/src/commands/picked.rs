//! Options that pick something of ours: the name is suggested, the id is sent.

use crate::{
    answer::{Choices, Failure},
    call::Call,
    dispatch::{Suggester, Typed},
    replies::{self, Pick, format::shorten},
};
use paddock_api_client::Error;
use paddock_api_types::Page;
use std::{fmt::Display, future::Future, marker::PhantomData, str::FromStr};
use twilight_interactions::{
    command::{
        CommandOption, CreateOption,
        internal::{CommandOptionData, CreateOptionData},
    },
    error::ParseOptionErrorType,
};
use twilight_model::application::{
    command::{
        CommandOption as Definition, CommandOptionChoice, CommandOptionChoiceValue,
        CommandOptionType,
    },
    interaction::{InteractionDataResolved, application_command::CommandOptionValue},
};

/// As many suggestions as Discord shows.
const MAX_CHOICES: usize = 25;
/// Longest name that Discord shows.
const MAX_NAME: u16 = 100;

/// What an option can pick.
pub(super) trait Pickable: 'static {
    /// Its id, which a suggestion sends.
    type Id: FromStr;
    /// What the option picks, for the reply to a text that names none.
    const PICK: Pick;
    /// Suggestions for other options depend on what is picked.
    const IS_FIRST: bool = false;

    /// Suggestions for what was typed.
    fn suggest(call: &Call, typed: &Typed) -> impl Future<Output = Choices> + Send;
}

/// One of them, picked from suggestions.
pub(super) struct Picked<T> {
    text: String,
    of: PhantomData<fn() -> T>,
}

impl<T: Pickable> Picked<T> {
    /// The id that a suggestion sent, or that dispatch put in the place of a name. Any other text
    /// was typed without picking a suggestion, and could mean several or none.
    pub(super) fn id(&self) -> Result<T::Id, Failure> {
        let id = self.text.trim().parse();
        id.map_err(|_| Failure::Mistake(replies::not_picked(T::PICK)))
    }
}

impl<T: Pickable> CreateOption for Picked<T> {
    fn create_option(mut data: CreateOptionData) -> Definition {
        let suggester = Suggester {
            run: |call, typed| Box::pin(async move { T::suggest(&call, &typed).await }),
            is_first: T::IS_FIRST,
        };
        suggester.note();
        data.autocomplete = true;
        data.data.max_length = Some(MAX_NAME);
        data.into_option(CommandOptionType::String)
    }
}

impl<T> CommandOption for Picked<T> {
    fn from_option(
        value: CommandOptionValue,
        mut data: CommandOptionData,
        resolved: Option<&InteractionDataResolved>,
    ) -> Result<Self, ParseOptionErrorType> {
        data.max_length = Some(MAX_NAME);
        let text = String::from_option(value, data, resolved)?;
        let of = PhantomData;
        Ok(Self { text, of })
    }
}

/// Those whose name contains what was typed, however it is capitalised; the best fit first.
pub(super) fn choices<T, I: Display>(
    typed: &Typed,
    from: &[T],
    name: impl Fn(&T) -> String,
    id: impl Fn(&T) -> I,
) -> Choices {
    let wanted = typed.text.trim().to_lowercase();
    let named = from.iter().map(|one| (name(one), id(one)));
    let mut found: Vec<_> = named
        .filter(|(name, _)| name.to_lowercase().contains(&wanted))
        .collect();
    found.sort_by_key(|(name, _)| typed.fit(name));
    found
        .into_iter()
        .take(MAX_CHOICES)
        .map(|(name, id)| choice(&name, &id))
        .collect()
}

/// One suggestion.
pub(super) fn choice(name: &str, id: &impl Display) -> CommandOptionChoice {
    CommandOptionChoice {
        name: shorten(name, MAX_NAME.into()),
        name_localizations: None,
        value: CommandOptionChoiceValue::String(id.to_string()),
    }
}

/// The rows of a page, none where the API gave none: suggestions are a convenience, and a command
/// that is sent is answered with what is wrong.
pub(super) fn rows<T>(page: Result<Page<T>, Error>) -> Vec<T> {
    found(page).map_or_else(Vec::new, |page| page.items)
}

/// What the API gave, where it gave something.
pub(super) fn found<T>(answer: Result<T, Error>) -> Option<T> {
    answer
        .inspect_err(|error| tracing::info!(%error, "no suggestions"))
        .ok()
}
