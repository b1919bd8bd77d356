//! What a member themselves drove, in their export.

use super::{ResultRow, SubsessionKind};
use crate::{SubsessionId, Timestamp};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A row of a result that is the caller's own: of the account that they linked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct OwnResult {
    /// iRacing's id of the subsession.
    pub subsession_id: SubsessionId,
    /// Whose session it was.
    pub kind: SubsessionKind,
    /// Name of the session.
    pub session_name: Option<String>,
    /// Name of the series.
    pub series_name: Option<String>,
    /// Season of the league.
    pub league_season_id: Option<i64>,
    /// Its name.
    pub league_season_name: Option<String>,
    /// Track.
    pub track_name: Option<String>,
    /// Its layout.
    pub track_config: Option<String>,
    /// When it began.
    pub started_at: Option<Timestamp>,
    /// The result is final; otherwise provisional.
    #[serde(rename = "final")]
    pub is_final: bool,
    /// It counts for no points.
    pub void: bool,
    /// Which session of the subsession: 0 the main event, -1 the one before, and so on.
    pub session: i64,
    /// Its title, such as `RACE`, `HEAT 1`, `FEATURE`.
    pub session_title: Option<String>,
    /// It is a race.
    pub race: bool,
    /// What the caller drove in it.
    pub row: ResultRow,
}
