//! Sessions that are announced, and those that a search finds.

use super::lenient;
use jiff::Timestamp;
use serde::Deserialize;

/// A track and its layout.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Track {
    /// Its id, another for each layout.
    #[serde(deserialize_with = "lenient::id")]
    pub track_id: i64,
    /// Its name.
    #[serde(deserialize_with = "lenient::text")]
    pub track_name: Option<String>,
    /// The layout; missing, or `N/A` in searches, where there is only one.
    #[serde(deserialize_with = "lenient::text")]
    pub config_name: Option<String>,
}

/// A car that may be driven.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct SessionCar {
    /// Its id.
    #[serde(deserialize_with = "lenient::id")]
    pub car_id: i64,
    /// Its name; listings of hosted sessions have none.
    #[serde(deserialize_with = "lenient::text")]
    pub car_name: Option<String>,
    /// Its class; 0 if all cars are one class.
    #[serde(deserialize_with = "lenient::whole")]
    pub car_class_id: Option<i64>,
}

/// A hosted or league session that is to come or goes on: `hosted/sessions`,
/// `hosted/combined_sessions` and `league/cust_league_sessions`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct ScheduledSession {
    /// Its id before it is launched, which stays.
    #[serde(deserialize_with = "lenient::id")]
    pub private_session_id: i64,
    /// Its id once it was launched. Results go by `subsession_id`.
    #[serde(deserialize_with = "lenient::optional_id")]
    pub session_id: Option<i64>,
    /// Id of its results once it was launched.
    #[serde(deserialize_with = "lenient::optional_id")]
    pub subsession_id: Option<i64>,
    /// Its name.
    #[serde(deserialize_with = "lenient::text")]
    pub session_name: Option<String>,
    /// Its description.
    #[serde(deserialize_with = "lenient::text")]
    pub session_desc: Option<String>,
    /// When it is launched.
    #[serde(deserialize_with = "lenient::time")]
    pub launch_at: Option<Timestamp>,
    /// When it ends; older answers have no end.
    #[serde(deserialize_with = "lenient::time")]
    pub end_time: Option<Timestamp>,
    /// 1 future, 2 in progress, 3 did not launch, 4 complete.
    #[serde(deserialize_with = "lenient::whole")]
    pub status: Option<i64>,
    /// Which league; [`None`] for one without.
    #[serde(deserialize_with = "lenient::optional_id")]
    pub league_id: Option<i64>,
    /// Which season of it.
    #[serde(deserialize_with = "lenient::optional_id")]
    pub league_season_id: Option<i64>,
    /// Number of cars at most.
    #[serde(deserialize_with = "lenient::whole")]
    pub max_drivers: Option<i64>,
    /// Number of drivers registered.
    #[serde(deserialize_with = "lenient::whole")]
    pub num_drivers: Option<i64>,
    /// Asks for a password.
    #[serde(deserialize_with = "lenient::flag")]
    pub password_protected: bool,
    /// Drivers of a team share a car.
    #[serde(deserialize_with = "lenient::flag")]
    pub driver_changes: bool,
    /// Minutes of practice.
    #[serde(deserialize_with = "lenient::whole")]
    pub practice_length: Option<i64>,
    /// Minutes of qualifying.
    #[serde(deserialize_with = "lenient::whole")]
    pub qualify_length: Option<i64>,
    /// Minutes of the race.
    #[serde(deserialize_with = "lenient::whole")]
    pub race_length: Option<i64>,
    /// Laps of the race; 0 if only minutes count.
    #[serde(deserialize_with = "lenient::whole")]
    pub race_laps: Option<i64>,
    /// Where.
    #[serde(deserialize_with = "lenient::object")]
    pub track: Option<Track>,
    /// In which cars.
    #[serde(deserialize_with = "lenient::list")]
    pub cars: Vec<SessionCar>,
}

/// What those three endpoints answer.
#[derive(Debug, Deserialize)]
pub(crate) struct Listing {
    #[serde(deserialize_with = "lenient::list")]
    pub(crate) sessions: Vec<ScheduledSession>,
}

/// A hosted or league session that was run: a row of `results/search_hosted`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct HostedResult {
    /// Id of its results.
    #[serde(deserialize_with = "lenient::id")]
    pub subsession_id: i64,
    /// Its id, which is not that of its results.
    #[serde(deserialize_with = "lenient::optional_id")]
    pub session_id: Option<i64>,
    /// Its id before it was launched.
    #[serde(deserialize_with = "lenient::optional_id")]
    pub private_session_id: Option<i64>,
    /// Its name.
    #[serde(deserialize_with = "lenient::text")]
    pub session_name: Option<String>,
    /// When it began.
    #[serde(deserialize_with = "lenient::time")]
    pub start_time: Option<Timestamp>,
    /// When it ended.
    #[serde(deserialize_with = "lenient::time")]
    pub end_time: Option<Timestamp>,
    /// Which league; [`None`] for one without.
    #[serde(deserialize_with = "lenient::optional_id")]
    pub league_id: Option<i64>,
    /// Which season of it.
    #[serde(deserialize_with = "lenient::optional_id")]
    pub league_season_id: Option<i64>,
    /// Number of drivers.
    #[serde(deserialize_with = "lenient::whole")]
    pub num_drivers: Option<i64>,
    /// Who won: a customer id, or a team's, which is negative.
    #[serde(deserialize_with = "lenient::optional_id")]
    pub winner_group_id: Option<i64>,
    /// Where.
    #[serde(deserialize_with = "lenient::object")]
    pub track: Option<Track>,
}
