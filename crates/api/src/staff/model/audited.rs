//! What the audit log says of staff.

use super::{Leave, Staff};
use crate::audit::{Under, audited};
use jiff::Timestamp;
use paddock_api_types::staff::StaffSettings;
use paddock_api_types::{GuildId, UserId};

audited! { staff: Staff => "staff:{}", staff.user_id;
    throughout: title, rank, time_zone;
    once_changed: hidden;
    until_deleted(staff.user_id): display_name;
}

audited! { leave: Leave => "staff:{}", leave.user_id;
    throughout: first_day, last_day;
}

audited! { settings: Under<'_, GuildId, StaffSettings> => "guild:{}", settings.0;
    once_changed: retention_days, sync_minutes, board_channel_id;
}

/// Somebody's word that they are on duty, or off it.
pub(crate) struct Duty {
    pub(crate) user_id: UserId,
    pub(crate) on_duty_since: Option<Timestamp>,
}
audited! { duty: Duty => "staff:{}", duty.user_id;
    once_changed: on_duty_since;
}

/// What came out of a file.
pub(crate) struct Imported {
    pub(crate) guild_id: GuildId,
    pub(crate) added: u32,
    pub(crate) changed: u32,
}
audited! { imported: Imported => "guild:{}", imported.guild_id;
    always: added, changed;
}
