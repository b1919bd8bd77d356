//! Types of options that say what they accept: the definition for Discord and the check of what
//! arrives follow from the API's own types.

use crate::{
    answer::Failure,
    pages::{from_wire_name, wire_name},
    replies::NOTHING_TO_CHANGE,
};
use paddock_api_types::{Bounded, BoundedText, NOT_ALLOWED};
use serde::{Serialize, de::DeserializeOwned};
use twilight_interactions::{
    command::{
        CommandOption, CreateOption,
        internal::{CommandOptionData, CreateOptionData},
    },
    error::ParseOptionErrorType as Refused,
};
use twilight_model::application::{
    command::{
        CommandOption as Definition, CommandOptionChoice, CommandOptionChoiceValue,
        CommandOptionType, CommandOptionValue as Limit,
    },
    interaction::{InteractionDataResolved, application_command::CommandOptionValue},
};

/// A number within the bounds of the API.
pub(super) struct Num<T>(pub(super) T);

impl<T: Bounded> CreateOption for Num<T> {
    fn create_option(mut data: CreateOptionData) -> Definition {
        data.data.min_value = Some(Limit::Integer(T::MIN));
        data.data.max_value = Some(Limit::Integer(T::MAX));
        data.into_option(CommandOptionType::Integer)
    }
}

impl<T: Bounded> CommandOption for Num<T> {
    fn from_option(
        value: CommandOptionValue,
        data: CommandOptionData,
        resolved: Option<&InteractionDataResolved>,
    ) -> Result<Self, Refused> {
        let number = i64::from_option(value, data, resolved)?;
        let number = T::try_from(number).map_err(|_| Refused::IntegerOutOfRange(number))?;
        Ok(Self(number))
    }
}

/// A text of a length that the API accepts.
pub(super) struct Text<T>(pub(super) T);

impl<T: BoundedText> CreateOption for Text<T> {
    fn create_option(mut data: CreateOptionData) -> Definition {
        data.data.min_length = Some(T::MIN_CHARS);
        data.data.max_length = Some(T::MAX_CHARS);
        data.into_option(CommandOptionType::String)
    }
}

impl<T: BoundedText> CommandOption for Text<T> {
    fn from_option(
        value: CommandOptionValue,
        data: CommandOptionData,
        resolved: Option<&InteractionDataResolved>,
    ) -> Result<Self, Refused> {
        let text = String::from_option(value, data, resolved)?;
        // The library has no error for a character, so this one says by itself what is wrong.
        T::try_from(text)
            .map(Self)
            .map_err(|error| Refused::StringLengthOutOfRange(format!("{NOT_ALLOWED}{error}")))
    }
}

/// One of a few values of the API.
pub(super) struct Choice<T>(pub(super) T);

/// Values that an option lets people choose from.
pub(super) trait Choices: Serialize + DeserializeOwned + 'static {
    /// Each with the name that Discord shows.
    const CHOICES: &'static [(&'static str, Self)];
}

impl<T: Choices> CreateOption for Choice<T> {
    fn create_option(data: CreateOptionData) -> Definition {
        let choice = |(name, value): &(&str, T)| CommandOptionChoice {
            name: (*name).to_owned(),
            name_localizations: None,
            value: CommandOptionChoiceValue::String(wire_name(value)),
        };
        data.builder(CommandOptionType::String)
            .choices(T::CHOICES.iter().map(choice).collect())
            .build()
    }
}

impl<T: Choices> CommandOption for Choice<T> {
    fn from_option(
        value: CommandOptionValue,
        data: CommandOptionData,
        resolved: Option<&InteractionDataResolved>,
    ) -> Result<Self, Refused> {
        let name = String::from_option(value, data, resolved)?;
        let value = from_wire_name(&name).map(Self);
        value.ok_or(Refused::InvalidChoice(name))
    }
}

/// A new value, its removal, or neither; both together are refused with this text.
#[expect(
    clippy::option_option,
    reason = "an absent field of an update stays as it is, and null removes its value"
)]
pub(super) fn set_or_clear<T>(
    value: Option<T>,
    clear: Option<bool>,
    both: &str,
) -> Result<Option<Option<T>>, Failure> {
    match (value, clear) {
        (Some(_), Some(true)) => Err(Failure::Mistake(both.to_owned())),
        (None, Some(true)) => Ok(Some(None)),
        (value, _) => Ok(value.map(Some)),
    }
}

/// The changes; refuses an update without any.
pub(super) fn some_change<T: Default + PartialEq>(changes: T) -> Result<T, Failure> {
    if changes == T::default() {
        return Err(Failure::Mistake(NOTHING_TO_CHANGE.to_owned()));
    }
    Ok(changes)
}
