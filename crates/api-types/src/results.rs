//! Results of races.

mod own;
mod settings;

pub use own::OwnResult;
pub use settings::{ResultSettings, UpdateResultSettings};

use crate::shapes::query;
use crate::{AttendanceSessionId, RoundNumber, SubsessionId, Timestamp, UserId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Where a result comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ResultSource {
    /// The JSON export of a result's page, or a saved answer of iRacing's.
    Json,
    /// The CSV export of a result's page, which has the race only.
    Csv,
    /// Read from iRacing.
    Iracing,
}

/// Whose session it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum SubsessionKind {
    /// A league's.
    League,
    /// Hosted by somebody.
    Hosted,
    /// Of iRacing's own series.
    Official,
}

/// How a race ended for somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ResultOutcome {
    /// Was running at the end.
    Finished,
    /// Drove no lap.
    DidNotStart,
    /// Lost the connection. Whether that counts is up to the league.
    Disconnected,
    /// Disqualified, or the scoring was declared invalid.
    Disqualified,
    /// Out for another reason.
    Retired,
}

/// In what a result that came again differs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ResultField {
    /// A row that was not there before; `after` is its position.
    Added,
    /// A row that is no longer there; `before` is its position.
    Removed,
    /// Finish position, from 1.
    Position,
    /// Finish position in its class, from 1.
    ClassPosition,
    /// Starting position, from 1.
    StartPosition,
    /// Laps driven.
    Laps,
    /// Laps in the lead.
    LapsLed,
    /// Best lap, in 1/10000 s.
    BestLap,
    /// Average lap, in 1/10000 s.
    AverageLap,
    /// Qualifying lap, in 1/10000 s.
    QualifyingLap,
    /// Behind the leader, in 1/10000 s.
    Gap,
    /// Incident points.
    Incidents,
    /// Id of the reason for being out.
    ReasonOut,
    /// Points of the league's own system.
    LeaguePoints,
    /// Car number.
    CarNumber,
    /// Car.
    Car,
    /// Season of the league.
    LeagueSeason,
    /// Track.
    Track,
    /// When it began.
    Start,
    /// Which sessions there are.
    Sessions,
    /// The order of the rows.
    Order,
    /// Something else, such as a name.
    Details,
}

/// A difference between a result that came again and the one that is kept. It says nothing of who
/// drove.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ResultDifference {
    /// Number of the session, 0 the main event; none for what is about all of them.
    pub session: Option<i64>,
    /// Number of the car.
    pub car_number: Option<String>,
    /// What differs.
    pub field: ResultField,
    /// As it is kept.
    pub before: Option<String>,
    /// As it came.
    pub after: Option<String>,
}

query! {
    /// Which results to list, the latest race first.
    ListResultsQuery {
        /// Only those of this season of a league.
        league_season_id: Option<i64>,
    } paged
}

query! {
    /// How a result is imported.
    #[derive(Default)]
    ImportResultQuery {
        /// Of which subsession a CSV file is. For JSON, which says so itself, it has to be the same.
        subsession_id: Option<SubsessionId>,
        /// Keep it. Without, the answer only says what would come of it.
        apply: Option<bool>,
        /// Correct a final result too, or one from a file with more in it.
        force: Option<bool>,
    }
}

/// A result as iRacing gives it: JSON, or CSV of a result's page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ResultFile(pub String);

impl utoipa::PartialSchema for ResultFile {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::Schema> {
        String::schema()
    }
}

impl ToSchema for ResultFile {}

/// What an imported result is to what is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ImportOutcome {
    /// It is not known yet.
    New,
    /// It is known with the same content.
    Same,
    /// It is a correction.
    Correction,
    /// It is a correction of a final result, and needs `force`.
    CorrectionOfFinal,
    /// It has less in it than what is kept, and needs `force`.
    Poorer,
}

/// What came of a file, or would.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ResultImported {
    /// Of which subsession it is.
    pub subsession_id: SubsessionId,
    /// What it is to what is kept.
    pub outcome: ImportOutcome,
    /// It was kept; false for a dry run, and where it was known with the same content.
    pub applied: bool,
    /// Name of the session, or of its series.
    pub name: Option<String>,
    /// Track.
    pub track: Option<String>,
    /// When it began.
    pub started_at: Option<Timestamp>,
    /// How many sessions it has.
    pub sessions: u32,
    /// How many rows of drivers and teams.
    pub rows: u32,
    /// How many differences to what is kept there are.
    pub difference_count: u32,
    /// The first 200 of them.
    pub differences: Vec<ResultDifference>,
    /// How many rows cannot be read.
    pub unreadable_count: u32,
    /// The first 200 of them.
    pub unreadable: Vec<UnreadableRow>,
}

/// A row of a file that cannot be read; it is left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct UnreadableRow {
    /// Where it is: `line 7`, or `session_results[2].results[7]`.
    pub at: String,
    /// What was expected.
    pub expected: String,
}

/// Sets the round of a result.
#[serde_with::skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SetRound {
    /// Its number; without, it follows from the day again.
    pub number: Option<RoundNumber>,
    /// Season of a league; without, that of the subsession.
    pub league_season_id: Option<i64>,
}

/// Matches the round of a result with a session of attendance.
#[serde_with::skip_serializing_none]
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct MatchAttendance {
    /// The session; without, one is added for the round, unless it is matched already.
    pub session_id: Option<AttendanceSessionId>,
}

/// A round of a league's season that counts as attendance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct RoundAttendance {
    /// Season of the league.
    pub league_season_id: i64,
    /// Number of the round, from 1.
    pub number: i64,
    /// The session that it is matched with.
    pub session_id: AttendanceSessionId,
    /// How many members with a linked account raced.
    pub raced: u32,
}

/// The round of a season that a subsession belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ResultRound {
    /// Season of the league.
    pub league_season_id: i64,
    /// Number of the round, from 1.
    pub number: i64,
    /// An admin chose it; otherwise it follows from the day.
    pub chosen: bool,
}

/// A result that is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct RaceResult {
    /// iRacing's id of it.
    pub subsession_id: SubsessionId,
    /// iRacing's id of the session, which is another.
    pub session_id: Option<i64>,
    /// Whose session it was.
    pub kind: SubsessionKind,
    /// Name of the session.
    pub session_name: Option<String>,
    /// Name of the series.
    pub series_name: Option<String>,
    /// League.
    pub league_id: Option<i64>,
    /// Its name.
    pub league_name: Option<String>,
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
    /// When it ended.
    pub ended_at: Option<Timestamp>,
    /// Drivers took turns in the cars of teams.
    pub driver_changes: bool,
    /// Its round, where it belongs to one.
    pub round: Option<ResultRound>,
    /// Where it comes from.
    pub source: ResultSource,
    /// When it was imported, or corrected last.
    pub imported_at: Timestamp,
    /// Who did; none where Paddock read it from iRacing.
    pub imported_by: Option<UserId>,
    /// It is final; otherwise provisional.
    #[serde(rename = "final")]
    pub is_final: bool,
    /// It counts for no points.
    pub void: bool,
    /// Rises with each correction.
    pub version: i64,
}

/// A result with its rows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct RaceResultDetails {
    /// What it is of.
    pub result: RaceResult,
    /// Practice, qualifying and races; the main event comes last.
    pub sessions: Vec<ResultSession>,
}

/// A session of a subsession.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ResultSession {
    /// 0 the main event, -1 the one before, and so on.
    pub number: i64,
    /// Its name, such as `RACE`, `HEAT 1`, `FEATURE`.
    pub name: Option<String>,
    /// iRacing's type: 3 practice or warm-up, 4 lone qualifying, 5 open qualifying, 6 race.
    pub session_type: Option<i64>,
    /// It is a race. With heats there are several.
    pub race: bool,
    /// Its rows, as iRacing lists them; the drivers of a team follow it.
    pub rows: Vec<ResultRow>,
}

/// A driver, a team, or a driver of a team. What iRacing has as none is none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ResultRow {
    /// Which row of the session it is, from 0.
    pub place: i64,
    /// For a driver of a team, the row of the team.
    pub team_place: Option<i64>,
    /// It is a team's.
    pub team: bool,
    /// Driven by iRacing.
    pub ai: bool,
    /// The member who linked the account.
    pub user_id: Option<UserId>,
    /// Customer id, where there is consent to show it.
    pub iracing_id: Option<i64>,
    /// Name of the team; of the driver, where there is consent to show it.
    pub name: Option<String>,
    /// Car number, as it was written on the car.
    pub car_number: Option<String>,
    /// Car.
    pub car: Option<String>,
    /// Class of the car.
    pub class: Option<String>,
    /// Finish position, from 1.
    pub position: Option<i64>,
    /// Finish position in the class, from 1.
    pub class_position: Option<i64>,
    /// Starting position, from 1.
    pub start_position: Option<i64>,
    /// Laps driven.
    pub laps: Option<i64>,
    /// Laps in the lead.
    pub laps_led: Option<i64>,
    /// Best lap, in 1/10000 s.
    pub best_lap: Option<i64>,
    /// Average lap, in 1/10000 s.
    pub average_lap: Option<i64>,
    /// Best lap of qualifying, in 1/10000 s.
    pub qualifying_lap: Option<i64>,
    /// Behind the leader, in 1/10000 s; none for a lap or more.
    pub gap: Option<i64>,
    /// Incident points.
    pub incidents: Option<i64>,
    /// iRacing's id of the reason for being out.
    pub reason_out_id: Option<i64>,
    /// The same in words.
    pub reason_out: Option<String>,
    /// How it ended; in races only.
    pub outcome: Option<ResultOutcome>,
    /// Points that the league's own system gave for this session.
    pub league_points: Option<i64>,
    /// Their running sum within the subsession.
    pub league_agg_points: Option<i64>,
}
