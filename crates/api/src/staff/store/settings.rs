//! What guilds have set.

use crate::db::settings;
use crate::staff::model::settings::Chosen;

settings! { Chosen from staff_settings { retention_days, sync_minutes, board_channel_id } }
