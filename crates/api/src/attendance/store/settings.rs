//! What guilds have set.

use crate::attendance::model::settings::Chosen;
use crate::db::settings;

settings! { Chosen from attendance_settings {
    code_interval_seconds, code_length, grace_seconds, late_after_minutes,
    show_in_admin_channel,
} }
