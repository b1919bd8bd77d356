//! Options that pick something of ours: the name is suggested, the id is sent.

use crate::{
    answer::Failure,
    call::Call,
    dispatch::{Candidate, Candidates, Extent, Suggester, Typed, is_picked, without_mark},
    replies::picks::{self, Pick},
};
use std::{future::Future, marker::PhantomData, str::FromStr};
use twilight_interactions::{
    command::{
        CommandOption, CreateOption,
        internal::{CommandOptionData, CreateOptionData},
    },
    error::ParseOptionErrorType,
};
use twilight_model::application::{
    command::{CommandOption as Definition, CommandOptionType},
    interaction::{InteractionDataResolved, application_command::CommandOptionValue},
};

/// Longest text that is taken: what a suggestion shows at most.
const MAX_LENGTH: u16 = 100;

/// What an option can pick.
pub(super) trait Pickable: 'static {
    /// Its id, which a suggestion sends.
    type Id: FromStr;
    /// What the option picks, for the reply to a text that names none.
    const PICK: Pick;
    /// How much [`candidates`](Self::candidates) lists.
    const EXTENT: Extent = Extent::All;
    /// What other options can pick depends on what is picked here.
    const IS_FIRST: bool = false;

    /// Whether a text is what a suggestion sends, so that it is not looked for among names.
    fn is_sent(text: &str) -> bool {
        is_picked(text)
    }

    /// What can be picked while this stands there.
    fn candidates(call: &Call, typed: &Typed) -> impl Future<Output = Candidates> + Send;
}

/// One of them, picked from suggestions.
pub(super) struct Picked<T> {
    text: String,
    of: PhantomData<fn() -> T>,
}

impl<T: Pickable> Picked<T> {
    /// The id that a suggestion sent, or that dispatch put in the place of a name.
    pub(super) fn id(&self) -> Result<T::Id, Failure> {
        let id = without_mark(&self.text).parse();
        id.map_err(|_| Failure::Mistake(picks::unreadable(T::PICK, &self.text)))
    }
}

impl<T: Pickable> CreateOption for Picked<T> {
    fn create_option(mut data: CreateOptionData) -> Definition {
        let suggester = Suggester {
            run: |call, typed| Box::pin(async move { T::candidates(&call, &typed).await }),
            pick: T::PICK,
            extent: T::EXTENT,
            is_sent: T::is_sent,
            is_first: T::IS_FIRST,
        };
        suggester.note();
        data.autocomplete = true;
        data.data.max_length = Some(MAX_LENGTH);
        data.into_option(CommandOptionType::String)
    }
}

impl<T> CommandOption for Picked<T> {
    fn from_option(
        value: CommandOptionValue,
        mut data: CommandOptionData,
        resolved: Option<&InteractionDataResolved>,
    ) -> Result<Self, ParseOptionErrorType> {
        data.max_length = Some(MAX_LENGTH);
        let text = String::from_option(value, data, resolved)?;
        let of = PhantomData;
        Ok(Self { text, of })
    }
}

/// Each of these rows as something to pick.
pub(super) fn each<T>(rows: &[T], candidate: impl Fn(&T) -> Candidate) -> Vec<Candidate> {
    rows.iter().map(candidate).collect()
}
