//! Suggestions for options that pick something of ours: the name is shown, the id is sent.

use crate::{
    answer::{Choices, Failure},
    dispatch::Typed,
    replies::{self, Pick, format::shorten},
};
use paddock_api_client::Error;
use paddock_api_types::{Page, PageQuery};
use std::{fmt::Display, str::FromStr};
use twilight_model::application::command::{CommandOptionChoice, CommandOptionChoiceValue};

/// As many suggestions as Discord shows.
const MAX_CHOICES: usize = 25;
/// Longest name that Discord shows.
const MAX_NAME: usize = 100;
/// As many rows as the API gives at once.
pub(super) const ALL: u32 = 200;

/// The first rows of a list, as many as the API gives at once.
pub(super) fn all() -> PageQuery {
    PageQuery {
        limit: Some(ALL),
        cursor: None,
    }
}

/// Those whose name contains what was typed, however it is capitalised; first those that it names.
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
        .map(|(name, id)| CommandOptionChoice {
            name: shorten(&name, MAX_NAME),
            name_localizations: None,
            value: CommandOptionChoiceValue::String(id.to_string()),
        })
        .collect()
}

/// The rows of a page, none where the API gave none: suggestions are a convenience, and whoever
/// sends the command is told what is wrong.
pub(super) fn rows<T>(page: Result<Page<T>, Error>) -> Vec<T> {
    found(page).map_or_else(Vec::new, |page| page.items)
}

/// What the API gave, where it gave something.
pub(super) fn found<T>(answer: Result<T, Error>) -> Option<T> {
    answer
        .inspect_err(|error| tracing::info!(%error, "no suggestions"))
        .ok()
}

/// The id that a suggestion sent, or that dispatch put in its place. Anything else was typed without
/// picking one, and could mean several or none.
pub(super) fn picked<I: FromStr>(text: &str, pick: Pick) -> Result<I, Failure> {
    text.trim()
        .parse()
        .map_err(|_| Failure::Mistake(replies::not_picked(pick)))
}
