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

/// Every topic with its name, in the order in which they are shown.
pub(crate) const TOPICS: &[(&str, Topic)] = &[
    ("registration and members", Topic::Members),
    ("seasons", Topic::Seasons),
    ("attendance", Topic::Attendance),
    ("car numbers", Topic::Numbers),
    ("iRacing", Topic::Iracing),
    ("staff", Topic::Staff),
    ("this server", Topic::Server),
];

impl Topic {
    /// Its name, as it stands in a sentence.
    pub(crate) fn name(self) -> &'static str {
        let named = TOPICS.iter().find(|(_, topic)| *topic == self);
        named.map_or("", |(name, _)| name)
    }
}
