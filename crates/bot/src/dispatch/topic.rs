//! What commands are about, as `/help` sorts them.

use serde::{Deserialize, Serialize};

/// What a command is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Topic {
    /// Registration, data and tokens of members, and what admins decide about them.
    Members,
    /// Seasons, items, points, ranks and prizes.
    Seasons,
    /// Attendance.
    Attendance,
    /// Car numbers and the roster of the league.
    Numbers,
    /// iRacing accounts, sessions and results.
    Iracing,
    /// The staff.
    Staff,
    /// The server's settings, and the bot itself.
    Server,
}
