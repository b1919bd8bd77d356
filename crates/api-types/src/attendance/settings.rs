//! How attendance is taken, and what it is worth.

use crate::patch;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// How attendance is taken in a guild.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct AttendanceSettings {
    /// Seconds after which the code changes.
    pub code_interval_seconds: u16,
    /// Characters of a code.
    pub code_length: u8,
    /// Seconds for which the code before still counts.
    pub grace_seconds: u16,
    /// Minutes after which whoever checks in is late; absent where nobody is.
    pub late_after_minutes: Option<u16>,
    /// Name of the time zone by which days are told, as in the IANA database.
    pub time_zone: String,
    /// The code is shown in the admin channel, for a projector, and not where members check in.
    pub show_code_in_admin_channel: bool,
}

/// Changes what is given; `null` puts a setting back to its default.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct UpdateAttendanceSettings {
    /// Seconds after which the code changes, 5 to 300.
    #[schema(value_type = Option<u16>, minimum = 5, maximum = 300)]
    #[serde(
        deserialize_with = "patch::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub code_interval_seconds: Option<Option<u16>>,
    /// Characters of a code, 4 to 8.
    #[schema(value_type = Option<u8>, minimum = 4, maximum = 8)]
    #[serde(
        deserialize_with = "patch::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub code_length: Option<Option<u8>>,
    /// Seconds for which the code before still counts, 0 to 30.
    #[schema(value_type = Option<u16>, maximum = 30)]
    #[serde(
        deserialize_with = "patch::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub grace_seconds: Option<Option<u16>>,
    /// Minutes after which whoever checks in is late, 1 to 1440.
    #[schema(value_type = Option<u16>, minimum = 1, maximum = 1440)]
    #[serde(
        deserialize_with = "patch::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub late_after_minutes: Option<Option<u16>>,
    /// Name of the time zone by which days are told, such as `Europe/Berlin`.
    #[schema(value_type = Option<String>, example = "Europe/Berlin")]
    #[serde(
        deserialize_with = "patch::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub time_zone: Option<Option<String>>,
    /// The code is shown in the admin channel, and not where members check in.
    #[schema(value_type = Option<bool>)]
    #[serde(
        deserialize_with = "patch::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub show_code_in_admin_channel: Option<Option<bool>>,
}

/// What attending is worth in a season, credited when a session is closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AttendanceRule {
    /// Points for being in time, 0 to 10,000.
    #[schema(maximum = 10_000)]
    pub present_points: u32,
    /// Points for being late, 0 to 10,000.
    #[schema(maximum = 10_000)]
    pub late_points: u32,
}
