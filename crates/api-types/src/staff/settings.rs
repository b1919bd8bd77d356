//! How staff is watched in a guild.

use crate::shapes::patch;
use crate::{ChannelId, RetentionDays, SyncMinutes};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// How staff is watched in a guild.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct StaffSettings {
    /// Days for which it is kept who was there when.
    pub retention_days: u16,
    /// Minutes after which the bot asks Discord for everybody again.
    pub sync_minutes: u16,
    /// Where a message says who of the staff is there; absent where none does.
    pub board_channel_id: Option<ChannelId>,
}

patch! {
    /// Changes what is given; `null` puts a setting back to its default.
    UpdateStaffSettings {
        /// Days for which it is kept who was there when, 1 to 3650; 400 by default.
        retention_days(nullable): RetentionDays,
        /// Minutes after which the bot asks Discord for everybody again, 1 to 60; 2 by default.
        sync_minutes(nullable): SyncMinutes,
        /// Where a message says who of the staff is there. In another channel it is posted anew, and
        /// `null` deletes it.
        board_channel_id(nullable): ChannelId,
    }
}
