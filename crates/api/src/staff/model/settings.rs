//! How guilds watch their staff.

use paddock_api_types::staff::{StaffSettings, UpdateStaffSettings};
use paddock_api_types::{ChannelId, RetentionDays, SyncMinutes};

/// What a guild has set.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Chosen {
    pub(crate) retention_days: Option<u16>,
    pub(crate) sync_minutes: Option<u16>,
    pub(crate) board_channel_id: Option<ChannelId>,
}

impl Chosen {
    pub(crate) fn settings(self) -> StaffSettings {
        StaffSettings {
            retention_days: self.retention_days.unwrap_or(400),
            sync_minutes: self.sync_minutes.unwrap_or(2),
            board_channel_id: self.board_channel_id,
        }
    }

    /// Applies a change.
    pub(crate) fn apply(self, update: &UpdateStaffSettings) -> Self {
        let mut new = self;
        if let Some(days) = update.retention_days {
            new.retention_days = days.map(RetentionDays::get);
        }
        if let Some(minutes) = update.sync_minutes {
            new.sync_minutes = minutes.map(SyncMinutes::get);
        }
        if let Some(channel) = update.board_channel_id {
            new.board_channel_id = channel;
        }
        new
    }
}
