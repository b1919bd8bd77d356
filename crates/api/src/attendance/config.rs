//! How attendance is taken where a guild has set nothing.

use super::model::settings::Defaults;
use crate::config::Reader;

pub(super) fn read(reader: &mut Reader<'_>) -> Option<Defaults> {
    let unset = Defaults::default();
    let interval_seconds = reader.within(
        "CODE_ROTATION_INTERVAL",
        unset.interval_seconds,
        5..=300,
        "a number of seconds from 5 to 300",
    );
    let code_length = reader.within(
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
