//! What the audit log says of attendance.

use super::Session;
use crate::audit::{Under, audited};
use paddock_api_types::attendance::{AttendanceRecord, AttendanceRule, AttendanceSettings};
use paddock_api_types::{AttendanceSessionId, GuildId, SeasonId, UserId};

audited! { settings: Under<'_, GuildId, AttendanceSettings> => "guild:{}", settings.0;
    once_changed: code_interval_seconds, code_length, grace_seconds, late_after_minutes,
        show_code_in_admin_channel;
}

audited! { session: Session => "attendance_session:{}", session.id;
    until_deleted: title, channel_id, role_id, closes_at, closed_at;
    once_changed: voice_channel_id, code_interval_seconds = session.rotation.seconds;
}

audited! { record: AttendanceRecord => "attendance_session:{}", record.session_id;
    always: user_id;
    throughout: status;
}

audited! { rule: Under<'_, SeasonId, AttendanceRule> => "season:{}", rule.0;
    once_changed: present_points, late_points, excused_points;
}

/// How many records followed from who raced.
pub(crate) struct Raced {
    pub(crate) session_id: AttendanceSessionId,
    pub(crate) added: u32,
    pub(crate) removed: u32,
}
audited! { raced: Raced => "attendance_session:{}", raced.session_id;
    always: added, removed;
}

/// What a member has been credited for a session, in one season.
pub(crate) struct Credited {
    pub(crate) session_id: AttendanceSessionId,
    pub(crate) user_id: UserId,
    pub(crate) season_id: SeasonId,
    pub(crate) points: i64,
}
audited! { credited: Credited => "attendance_session:{}", credited.session_id;
    always: user_id, season_id;
    once_changed: points;
}
