//! The status board: a message in a channel that says who of the staff is there.

use super::{StaffStatus, UnknownBecause};
use crate::{Timestamp, UserId};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What the board says. Nothing of it is an activity or a custom status, hidden or not.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct StaffBoard {
    /// Those who are there first, then the others, then those on leave, each by rank and name; at most 60.
    pub members: Vec<StaffOnBoard>,
    /// How many are on the roster.
    pub total: u32,
    /// How many of them are there: online, idle, dnd, or on duty by their word.
    pub there: u32,
    /// What is not known as things are, in a sentence.
    pub limitation: Option<String>,
}

/// Somebody of the staff on the board.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct StaffOnBoard {
    /// Discord user.
    pub user_id: UserId,
    /// The name shown.
    pub display_name: String,
    /// What they are.
    pub title: Option<String>,
    /// Their status in Discord.
    pub status: StaffStatus,
    /// Why it is unknown, where it is.
    pub unknown_because: Option<UnknownBecause>,
    /// Since when they say that they are on duty.
    pub on_duty_since: Option<Timestamp>,
    /// The last day of the leave of absence that goes on.
    pub away_until: Option<Date>,
}
