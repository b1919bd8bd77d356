//! What a guild keeps of results besides their rows.

use jiff::{SignedDuration, Timestamp};
use paddock_api_types::RetentionDays;
use paddock_api_types::results::{ResultSettings, UpdateResultSettings};

/// What a guild has set.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Chosen {
    pub(crate) raw_days: Option<u16>,
}

impl Chosen {
    pub(crate) fn settings(self) -> ResultSettings {
        ResultSettings {
            raw_retention_days: self.raw_days,
        }
    }

    /// Applies a change.
    pub(crate) fn apply(self, update: &UpdateResultSettings) -> Self {
        let mut new = self;
        if let Some(days) = update.raw_retention_days {
            new.raw_days = days.map(RetentionDays::get);
        }
        new
    }
}

/// What came at this time or before is not kept any more, at so many days.
pub(crate) fn kept_since(now: Timestamp, days: u16) -> Timestamp {
    now - SignedDuration::from_hours(24 * i64::from(days))
}
