//! What a guild keeps of results.

use crate::RetentionDays;
use crate::shapes::patch;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What a guild keeps of results besides their rows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ResultSettings {
    /// Days for which what iRacing gave is kept as it came; none where nothing of it is kept.
    pub raw_retention_days: Option<u16>,
}

patch! {
    /// Changes what is given; `null` puts a setting back to its default.
    UpdateResultSettings {
        /// Days for which what iRacing gave is kept as it came, 1 to 3650. By default nothing of it is
        /// kept; `null` deletes what there is immediately.
        raw_retention_days(nullable): RetentionDays,
    }
}
