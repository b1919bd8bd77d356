//! Dates as people type them. Discord has no option for them.

mod read;

use crate::{answer::Failure, call::Call, replies::dates as texts};
use jiff::{civil, tz::TimeZone};
use paddock_api_types::Timestamp;
use read::{Unread, When};
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

/// More than the longest way to write one.
const MAX_LENGTH: u16 = 60;

/// An option that holds a date, in the time zone of the server. In each function `option` is the option's
/// name, for a refusal.
pub(super) struct Date(String);

impl Date {
    /// What was typed into a form instead.
    pub(super) fn typed(text: String) -> Self {
        Self(text)
    }

    /// As it was typed.
    pub(super) fn text(&self) -> &str {
        &self.0
    }

    /// The moment from which on something holds: a day without a time is its beginning.
    pub(super) async fn read(&self, call: &Call, option: &str) -> Result<Timestamp, Failure> {
        self.moment(call, option, Ok).await
    }

    /// The moment until which something holds: a day without a time belongs to it.
    pub(super) async fn read_end(&self, call: &Call, option: &str) -> Result<Timestamp, Failure> {
        self.moment(call, option, civil::Date::tomorrow).await
    }

    /// A whole day, by this time zone.
    pub(super) fn read_day(
        &self,
        call: &Call,
        option: &str,
        zone: &TimeZone,
    ) -> Result<civil::Date, Failure> {
        let now = call.asked_at().to_zoned(zone.clone());
        let refused = |text| Failure::Mistake(text);
        match read::read(&self.0, &now) {
            Ok(When::Day(day)) => Ok(day),
            Ok(When::Moment(at)) if at == now.timestamp() => Ok(now.date()),
            Ok(When::Moment(_)) => Err(refused(texts::has_time(option))),
            Err(Unread::Either(one, other)) => {
                Err(refused(texts::either(option, &self.0, one, other)))
            }
            Err(Unread::Unknown) => {
                let example = read::example(&now);
                Err(refused(texts::no_day(option, &self.0, example)))
            }
        }
    }

    /// The moment that the text says, or the beginning of the day that is made of the day it says.
    async fn moment(
        &self,
        call: &Call,
        option: &str,
        of: impl Fn(civil::Date) -> Result<civil::Date, jiff::Error>,
    ) -> Result<Timestamp, Failure> {
        if let Some(at) = read::fixed(&self.0, call.asked_at()) {
            return Ok(at);
        }
        let zone = call.zone().await?;
        let now = call.asked_at().to_zoned(zone.clone());
        let unread = match read::read(&self.0, &now) {
            Ok(When::Moment(at)) => return Ok(at),
            Ok(When::Day(day)) => match of(day).and_then(|day| day.to_zoned(zone.clone())) {
                Ok(begins) => return Ok(begins.timestamp()),
                Err(_) => Unread::Unknown,
            },
            Err(unread) => unread,
        };
        Err(Failure::Mistake(match unread {
            Unread::Either(one, other) => texts::either(option, &self.0, one, other),
            Unread::Unknown => texts::no_date(option, &self.0, read::example(&now), zone),
        }))
    }
}

impl CreateOption for Date {
    fn create_option(mut data: CreateOptionData) -> Definition {
        data.data.max_length = Some(MAX_LENGTH);
        data.into_option(CommandOptionType::String)
    }
}

impl CommandOption for Date {
    fn from_option(
        value: CommandOptionValue,
        mut data: CommandOptionData,
        resolved: Option<&InteractionDataResolved>,
    ) -> Result<Self, ParseOptionErrorType> {
        data.max_length = Some(MAX_LENGTH);
        String::from_option(value, data, resolved).map(Self)
    }
}
