//! Options that hold a car number.

use crate::answer::Failure;
use paddock_api_types::CarNumber;
use std::str::FromStr;
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

/// Longest that is typed: the digits, a `#`, and a blank or two.
const MAX_LENGTH: u16 = 8;

/// An option that holds a number, without suggestions.
pub(super) struct Number(String);

impl Number {
    /// The number; `option` is the option's name, for a refusal.
    pub(super) fn read(&self, option: &str) -> Result<CarNumber, Failure> {
        CarNumber::new(&self.0).map_err(|why| Failure::invalid(option, why))
    }
}

impl CreateOption for Number {
    fn create_option(mut data: CreateOptionData) -> Definition {
        data.data.min_length = Some(1);
        data.data.max_length = Some(MAX_LENGTH);
        data.into_option(CommandOptionType::String)
    }
}

impl CommandOption for Number {
    fn from_option(
        value: CommandOptionValue,
        mut data: CommandOptionData,
        resolved: Option<&InteractionDataResolved>,
    ) -> Result<Self, ParseOptionErrorType> {
        data.max_length = Some(MAX_LENGTH);
        String::from_option(value, data, resolved).map(Self)
    }
}

/// A number as a suggestion sends it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::commands) struct SentNumber(pub(super) CarNumber);

impl FromStr for SentNumber {
    type Err = paddock_api_types::InvalidCarNumber;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        CarNumber::new(text).map(Self)
    }
}
