//! To texts that are no date.

use super::format::{escape, shorten};
use jiff::{civil::Date, tz::TimeZone};

/// Longest text that is repeated.
const LONGEST: usize = 40;

/// To a text that is no date. The example lies in the future, whenever that is.
pub(crate) fn no_date(option: &str, text: &str, example: Date, zone: &TimeZone) -> String {
    let dotted = example.strftime("%d.%m.%Y");
    let zone = zone.iana_name().unwrap_or("UTC");
    format!(
        "“{}” is not a date that I can read. Give `{option}` as `{example}`, `{dotted} 20:00`, \
         `tomorrow 20:00`, `in 3 months` or `now`. Times are those of {}.",
        quoted(text),
        escape(zone)
    )
}

/// The same where a date has no time.
pub(crate) fn no_day(option: &str, text: &str, example: Date) -> String {
    let dotted = example.strftime("%d.%m.%Y");
    format!(
        "“{}” is not a day that I can read. Give `{option}` as `{example}`, `{dotted}`, `tomorrow` or \
         `in 2 weeks`.",
        quoted(text)
    )
}

/// To a time where only days count.
pub(crate) fn has_time(option: &str) -> String {
    format!("`{option}` is a whole day. Leave out the time.")
}

/// To a text that can be either of two days.
pub(crate) fn either(option: &str, text: &str, one: Date, other: Date) -> String {
    let long = |date: Date| date.strftime("%-d %B %Y");
    format!(
        "“{}” can be {} or {}. Give `{option}` as `{one}` or as `{other}`.",
        quoted(text),
        long(one),
        long(other)
    )
}

fn quoted(text: &str) -> String {
    escape(&shorten(text, LONGEST))
}
