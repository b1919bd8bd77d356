//! Dates as people type them. Discord has no option for them.

use crate::{answer::Failure, call::Call, replies};
use paddock_api_types::Timestamp;
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

/// An option that holds a date.
pub(super) struct Date(String);

impl Date {
    /// The date; `option` is the option's name, for a refusal.
    pub(super) fn read(&self, call: &Call, option: &str) -> Result<Timestamp, Failure> {
        parse(&self.0, call.asked_at())
            .ok_or_else(|| Failure::Mistake(replies::no_date(option, &self.0)))
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

/// `now`, a Discord timestamp, RFC 3339, or a date with or without a time in UTC.
fn parse(text: &str, now: Timestamp) -> Option<Timestamp> {
    let text = text.trim();
    if text.eq_ignore_ascii_case("now") {
        return Some(now);
    }
    if let Some(seconds) = discord_seconds(text) {
        return Timestamp::from_second(seconds.parse().ok()?).ok();
    }
    let spellings = [
        text.to_owned(),
        format!("{text}Z"),
        format!("{text}T00:00Z"),
    ];
    spellings.iter().find_map(|text| text.parse().ok())
}

/// The number in `<t:1796148000>` or `<t:1796148000:R>`.
fn discord_seconds(text: &str) -> Option<&str> {
    let inside = text.strip_prefix("<t:")?.strip_suffix('>')?;
    let (seconds, _) = inside.split_once(':').unwrap_or((inside, ""));
    Some(seconds)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(text: &str) -> Option<String> {
        let now = "2026-03-01T12:00:00.5Z".parse().unwrap();
        parse(text, now).map(|at| at.to_string())
    }

    #[test]
    fn every_way_to_write_a_date_is_read() {
        for (text, expected) in [
            ("2026-12-01", "2026-12-01T00:00:00Z"),
            (" 2026-12-01 18:00 ", "2026-12-01T18:00:00Z"),
            ("2026-12-01 18:00:30", "2026-12-01T18:00:30Z"),
            ("2026-12-01T18:00", "2026-12-01T18:00:00Z"),
            ("2026-12-01T18:00:00Z", "2026-12-01T18:00:00Z"),
            ("2026-12-01T18:00:00+02:00", "2026-12-01T16:00:00Z"),
            ("2026-12-01 18:00-05:00", "2026-12-01T23:00:00Z"),
            ("2028-02-29", "2028-02-29T00:00:00Z"),
            ("<t:1796148000>", "2026-12-01T18:00:00Z"),
            ("<t:1796148000:R>", "2026-12-01T18:00:00Z"),
            ("now", "2026-03-01T12:00:00.5Z"),
            ("Now", "2026-03-01T12:00:00.5Z"),
        ] {
            assert_eq!(parsed(text).as_deref(), Some(expected), "{text:?}");
        }
    }

    #[test]
    fn what_is_no_date_is_not_guessed() {
        for text in [
            "",
            "tomorrow",
            "1.12.2026",
            "12/01/2026",
            "2026-13-01",
            "2027-02-29",
            "2026-12-01 25:00",
            "2026-12-01 6pm",
            "18:00",
            "<t:>",
            "<t:soon:R>",
            "<t:99999999999999999>",
            "<t:1796148000",
            "1796148000",
            "2026-12-01T18:00[Europe/Berlin]",
        ] {
            assert_eq!(parsed(text), None, "{text:?}");
        }
    }
}
