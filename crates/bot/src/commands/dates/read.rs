//! What a text says of a day or a moment, in the forms that people write.
//!
//! The calendar and spans of time are jiff's; which form a text has is decided here. The libraries that read
//! dates in words pick between day and month by a setting, where here a text with two readings is refused
//! with both.

use jiff::{
    Span, Timestamp, ToSpan as _, Zoned,
    civil::{Date, Time},
    tz::TimeZone,
};

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// What a text says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum When {
    /// A day, as a whole.
    Day(Date),
    /// A moment.
    Moment(Timestamp),
}

/// Why a text says nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unread {
    /// It has none of the forms.
    Unknown,
    /// It can be either of these days.
    Either(Date, Date),
}

/// A moment that is the same in every time zone: `now`, a Discord timestamp, or a time with its distance from
/// UTC.
pub(super) fn fixed(text: &str, now: Timestamp) -> Option<Timestamp> {
    let text = text.trim();
    if text.eq_ignore_ascii_case("now") {
        return Some(now);
    }
    if let Some(seconds) = discord_seconds(text) {
        return Timestamp::from_second(seconds.parse().ok()?).ok();
    }
    text.parse().ok()
}

/// The number in `<t:1796148000>` or `<t:1796148000:R>`.
fn discord_seconds(text: &str) -> Option<&str> {
    let inside = text.strip_prefix("<t:")?.strip_suffix('>')?;
    let (seconds, _) = inside.split_once(':').unwrap_or((inside, ""));
    Some(seconds)
}

/// Reads a text as somebody means it who writes it `now`, in the time zone of that.
pub(super) fn read(text: &str, now: &Zoned) -> Result<When, Unread> {
    if let Some(at) = fixed(text, now.timestamp()) {
        return Ok(When::Moment(at));
    }
    let text = normalized(text);
    match text.strip_suffix(" utc") {
        Some(text) => in_zone(text, &now.with_time_zone(TimeZone::UTC)),
        None => in_zone(&text, now),
    }
}

/// In lower case, with single spaces, without commas and `at`, and with a space in place of ISO's `T`.
fn normalized(text: &str) -> String {
    let text = text.to_lowercase().replace(',', " ");
    let mut words = Vec::new();
    for word in text.split_whitespace().filter(|word| *word != "at") {
        match word.split_once('t') {
            Some((date, time)) if ends_in_digit(date) && !time.is_empty() => {
                words.extend([date, time]);
            }
            _ => words.push(word),
        }
    }
    words.join(" ")
}

fn ends_in_digit(text: &str) -> bool {
    text.ends_with(|last: char| last.is_ascii_digit())
}

/// A day, and perhaps a time of day in the last word or the last two.
fn in_zone(text: &str, now: &Zoned) -> Result<When, Unread> {
    let words: Vec<_> = text.split(' ').collect();
    let mut unread = Unread::Unknown;
    for of_time in 0..words.len().min(3) {
        let (day, time) = words.split_at(words.len() - of_time);
        let time = match of_time {
            0 => None,
            _ => match time_of_day(&time.concat()) {
                Some(time) => Some(time),
                None => continue,
            },
        };
        match (day_in(day, now), time) {
            (Ok(When::Day(day)), Some(time)) => {
                let at = day.to_datetime(time).to_zoned(now.time_zone().clone());
                let at = at.map_err(|_| Unread::Unknown)?;
                return Ok(When::Moment(at.timestamp()));
            }
            (Ok(when), None) => return Ok(when),
            (Err(either @ Unread::Either(..)), _) => unread = either,
            _ => {}
        }
    }
    Err(unread)
}

fn day_in(words: &[&str], now: &Zoned) -> Result<When, Unread> {
    let today = now.date();
    let found = match words {
        ["today"] => Some(When::Day(today)),
        ["tomorrow"] => today.tomorrow().ok().map(When::Day),
        ["in", span @ ..] => later(&span.join(" "), now),
        [numbers] => return in_numbers(numbers).map(When::Day),
        _ => with_name_of_month(words, today).map(When::Day),
    };
    found.ok_or(Unread::Unknown)
}

/// After a span: a day after one of whole days, or else a moment.
fn later(span: &str, now: &Zoned) -> Option<When> {
    // A time of day is a word of its own.
    if span.contains(':') {
        return None;
    }
    let one = span.strip_prefix("a ").or(span.strip_prefix("an "));
    let span: Span = match one {
        Some(unit) => format!("1 {unit}").parse().ok()?,
        None => span.parse().ok()?,
    };
    if !span.is_positive() {
        return None;
    }
    let days = Span::new()
        .years(span.get_years())
        .months(span.get_months())
        .weeks(span.get_weeks())
        .days(span.get_days());
    if span.fieldwise() == days.fieldwise() {
        return now.date().checked_add(span).ok().map(When::Day);
    }
    let at = now.checked_add(span).ok()?;
    Some(When::Moment(at.timestamp()))
}

/// `2026-12-31`, `31.12.2026`, `31/12/2026`.
fn in_numbers(text: &str) -> Result<Date, Unread> {
    let separator = text.find(['-', '.', '/']).map(|at| &text[at..=at]);
    let parts: Vec<_> = text.split(separator.unwrap_or("-")).collect();
    let [first, second, third] = parts[..] else {
        return Err(Unread::Unknown);
    };
    if first.len() == 4 {
        return date(first, second, third).ok_or(Unread::Unknown);
    }
    let day_first = date(third, second, first);
    // Between dots the day always comes first.
    let month_first = match separator {
        Some(".") => None,
        _ => date(third, first, second),
    };
    match (day_first, month_first) {
        (Some(one), Some(other)) if one != other => Err(Unread::Either(one, other)),
        (one, other) => one.or(other).ok_or(Unread::Unknown),
    }
}

/// A year of four digits, and a month and a day of one or two.
fn date(year: &str, month: &str, day: &str) -> Option<Date> {
    let year = number(year).filter(|_| year.len() == 4)?;
    let two = |text: &str| number(text).filter(|_| text.len() <= 2)?.try_into().ok();
    Date::new(year, two(month)?, two(day)?).ok()
}

/// Digits, and no sign.
fn number(text: &str) -> Option<i16> {
    let are_digits = text.bytes().all(|byte| byte.is_ascii_digit());
    are_digits.then(|| text.parse().ok())?
}

/// `31 December 2026`, `Dec 31st 2026`; without a year the next such day, which may be today.
fn with_name_of_month(words: &[&str], today: Date) -> Option<Date> {
    let (first, second, year) = match *words {
        [first, second] => (first, second, None),
        [first, second, year] => (first, second, Some(year)),
        _ => return None,
    };
    let (month, day) = match (month_named(first), month_named(second)) {
        (Some(month), None) => (month, second),
        (None, Some(month)) => (month, first),
        _ => return None,
    };
    let day = ["st", "nd", "rd", "th", "."]
        .iter()
        .find_map(|ending| day.strip_suffix(ending))
        .unwrap_or(day);
    let month = month.to_string();
    if let Some(year) = year {
        return date(year, &month, day);
    }
    let in_year = |year: i16| date(&format!("{year:04}"), &month, day);
    let this_year = in_year(today.year()).filter(|date| *date >= today);
    this_year.or_else(|| in_year(today.year() + 1))
}

/// The number of a month whose name begins so.
fn month_named(text: &str) -> Option<usize> {
    let text = text.trim_end_matches('.');
    let month = MONTHS.iter().position(|name| name.starts_with(text));
    month.filter(|_| text.len() >= 3).map(|index| index + 1)
}

/// `20:00`, `20:00:30`, `8pm`, `8:30pm`.
fn time_of_day(text: &str) -> Option<Time> {
    let (text, half) = match (text.strip_suffix("am"), text.strip_suffix("pm")) {
        (Some(text), _) => (text, Some(0)),
        (_, Some(text)) => (text, Some(12)),
        _ => (text, None),
    };
    let mut parts = text.split(':').map(|part| {
        let part = number(part).filter(|_| (1..=2).contains(&part.len()))?;
        i8::try_from(part).ok()
    });
    let hour = parts.next()??;
    let minute = parts.next();
    let second = parts.next();
    if parts.next().is_some() {
        return None;
    }
    let hour = match half {
        Some(half) => (1..=12).contains(&hour).then_some(hour % 12 + half)?,
        // A number alone is no time of day.
        None => minute.and(Some(hour))?,
    };
    Time::new(
        hour,
        minute.unwrap_or(Some(0))?,
        second.unwrap_or(Some(0))?,
        0,
    )
    .ok()
}

/// A day that lies in the future, for an example.
pub(super) fn example(now: &Zoned) -> Date {
    now.date().saturating_add(3.months())
}

#[cfg(test)]
mod tests;
