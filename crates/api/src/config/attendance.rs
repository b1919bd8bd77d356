//! How attendance is taken where a guild has set nothing.

use super::Reader;
use crate::attendance::Defaults;
use std::ops::RangeInclusive;
use std::str::FromStr;

pub(super) fn read(reader: &mut Reader<'_>) -> Option<Defaults> {
    let unset = Defaults::default();
    let interval_seconds = within(
        reader,
        "CODE_ROTATION_INTERVAL",
        unset.interval_seconds,
        5..=300,
        "a number of seconds from 5 to 300",
    );
    let code_length = within(
        reader,
        "CODE_LENGTH",
        unset.code_length,
        4..=8,
        "a number of characters from 4 to 8",
    );
    Some(Defaults {
        interval_seconds: interval_seconds?,
        code_length: code_length?,
    })
}

/// `None` where it is not allowed, which the reader keeps.
fn within<T: FromStr + PartialOrd>(
    reader: &mut Reader<'_>,
    key: &'static str,
    unset: T,
    allowed: RangeInclusive<T>,
    expected: &'static str,
) -> Option<T> {
    let Some(text) = reader.get(key) else {
        return Some(unset);
    };
    let number = text.parse().ok().filter(|number| allowed.contains(number));
    if number.is_none() {
        reader.fault(key, format!("expected {expected}"));
    }
    number
}
