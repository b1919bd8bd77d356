//! How attendance is taken, and what it is worth.

use crate::shapes::patch;
use crate::{AttendancePoints, CodeInterval, CodeLength, GraceSeconds, SessionMinutes};
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
    /// Minutes after which a check-in is late; absent where none is.
    pub late_after_minutes: Option<u16>,
    /// The code is shown in the admin channel, for a projector, and not where members check in.
    pub show_code_in_admin_channel: bool,
}

patch! {
    /// Changes what is given; `null` puts a setting back to its default.
    UpdateAttendanceSettings {
        /// Seconds after which the code changes, 5 to 300.
        code_interval_seconds(nullable): CodeInterval,
        /// Characters of a code, 4 to 8.
        code_length(nullable): CodeLength,
        /// Seconds for which the code before still counts, 0 to 30.
        grace_seconds(nullable): GraceSeconds,
        /// Minutes after which a check-in is late, 1 to 1440.
        late_after_minutes(nullable): SessionMinutes,
        /// The code is shown in the admin channel, and not where members check in.
        show_code_in_admin_channel(nullable): bool,
    }
}

/// What attending is worth in a season, credited when a session is closed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AttendanceRule {
    /// Points for being in time, 0 to 10,000.
    pub present_points: AttendancePoints,
    /// Points for being late, 0 to 10,000.
    pub late_points: AttendancePoints,
    /// Points for an absence with notice, 0 to 10,000: excused by an admin, or expected and on a leave
    /// of absence.
    #[serde(default)]
    pub excused_points: AttendancePoints,
}
