//! Who was there when.

use super::{StaffAway, StaffMember, StaffStatus};
use crate::shapes::query;
use crate::{StaffDays, StaffWeeks, Timestamp};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

query! {
    /// How far back to look.
    #[derive(Default)]
    StaffActivityQuery {
        /// Days, today included: 1 to 400, 28 without.
        days: Option<StaffDays>,
    }
}

query! {
    /// How far back to look.
    #[derive(Default)]
    ListStaffHoursQuery {
        /// Weeks, this one included: 1 to 60, 8 without.
        weeks: Option<StaffWeeks>,
    }
}

/// Seconds in each status. They add up to the time they are of, as far as it is over.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct StaffTime {
    /// Online.
    pub online_seconds: u64,
    /// Idle.
    pub idle_seconds: u64,
    /// Not to be disturbed.
    pub dnd_seconds: u64,
    /// Offline.
    pub offline_seconds: u64,
    /// Nobody can say.
    pub unknown_seconds: u64,
    /// On duty by their own word, whatever their status was; counted apart.
    pub duty_seconds: u64,
    /// On leave, whatever their status was; counted apart.
    pub away_seconds: u64,
}

/// A day of the member's time zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct StaffDay {
    /// Which.
    pub date: Date,
    /// What it was spent with.
    pub time: StaffTime,
}

/// A week of the member's time zone, from Monday.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct StaffWeek {
    /// Its Monday.
    pub monday: Date,
    /// What it was spent with, as far as it was looked at.
    pub time: StaffTime,
}

/// When a member of the staff was there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct StaffActivity {
    /// The member as they are now.
    pub member: StaffMember,
    /// The status that goes on.
    pub current: StaffStatus,
    /// Since when.
    pub since: Option<Timestamp>,
    /// All days that were looked at, together.
    pub total: StaffTime,
    /// Day by day, the latest first.
    pub days: Vec<StaffDay>,
    /// Week by week, the latest first.
    pub weeks: Vec<StaffWeek>,
}

/// What a time was spent with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum StaffSpentKind {
    /// Online.
    Online,
    /// Idle.
    Idle,
    /// Not to be disturbed.
    Dnd,
    /// Offline.
    Offline,
    /// On duty, by their own word.
    Duty,
}

/// A time that has ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct StaffSpent {
    /// What it was spent with.
    pub kind: StaffSpentKind,
    /// From when.
    pub from: Timestamp,
    /// Until when.
    pub until: Timestamp,
}

/// Everything that is kept of somebody as staff.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct StaffRecord {
    /// As they are now.
    pub member: StaffMember,
    /// Times that have ended, the earliest end first.
    pub spent: Vec<StaffSpent>,
    /// Leaves of absence, the earliest first.
    pub leaves: Vec<StaffAway>,
}
