//! What was driven: `results/get`, and the file that the page of a result exports.

use super::LapTime;
use super::lenient;
use super::session::Track;
use jiff::Timestamp;
use serde::Deserialize;

/// The results of a subsession.
///
/// One round of a league may be two or three of them, or one that holds two races.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Subsession {
    /// Its id; that of the session is another.
    #[serde(deserialize_with = "lenient::required_id")]
    pub subsession_id: i64,
    /// Id of the session.
    #[serde(default, deserialize_with = "lenient::optional_id")]
    pub session_id: Option<i64>,
    /// Id of the session before it was launched; none for official ones.
    #[serde(default, deserialize_with = "lenient::optional_id")]
    pub private_session_id: Option<i64>,
    /// Name of a hosted session.
    #[serde(default, deserialize_with = "lenient::text")]
    pub session_name: Option<String>,
    /// Which league; [`None`] for one without.
    #[serde(default, deserialize_with = "lenient::optional_id")]
    pub league_id: Option<i64>,
    /// Its name.
    #[serde(default, deserialize_with = "lenient::text")]
    pub league_name: Option<String>,
    /// Which season of it.
    #[serde(default, deserialize_with = "lenient::optional_id")]
    pub league_season_id: Option<i64>,
    /// Its name.
    #[serde(default, deserialize_with = "lenient::text")]
    pub league_season_name: Option<String>,
    /// Name of the series; `Hosted iRacing` for hosted sessions.
    #[serde(default, deserialize_with = "lenient::text")]
    pub series_name: Option<String>,
    /// When it began.
    #[serde(default, deserialize_with = "lenient::time")]
    pub start_time: Option<Timestamp>,
    /// When it ended.
    #[serde(default, deserialize_with = "lenient::time")]
    pub end_time: Option<Timestamp>,
    /// A race of iRacing's own series.
    #[serde(default, deserialize_with = "lenient::flag")]
    pub official_session: bool,
    /// Drivers may take turns in a car: rows are of teams, with their drivers below them.
    #[serde(default, deserialize_with = "lenient::flag")]
    pub driver_changes: bool,
    /// Where.
    #[serde(default, deserialize_with = "lenient::object")]
    pub track: Option<Track>,
    /// Practice, qualifying and races, in any order.
    #[serde(deserialize_with = "lenient::rows")]
    pub session_results: Vec<SimSession>,
}

impl Subsession {
    /// Where there are rows that say neither whose they are nor of which team, as
    /// `session_results[2].results[7]` or `session_results[2].results[7].driver_results[0]`, counted
    /// from 0. Such rows stay in their lists, so that the others keep their places; whoever keeps
    /// results leaves them out and says so.
    pub fn unreadable(&self) -> Vec<String> {
        let mut found = Vec::new();
        for (number, session) in self.session_results.iter().enumerate() {
            let place = format!("session_results[{number}]");
            if *session == SimSession::default() {
                found.push(place);
                continue;
            }
            for (number, row) in session.results.iter().enumerate() {
                let place = format!("{place}.results[{number}]");
                if !row.is_of_somebody() {
                    found.push(place);
                    continue;
                }
                let drivers = row.driver_results.iter().enumerate();
                let unreadable = drivers.filter(|(_, driver)| !driver.is_of_somebody());
                found.extend(unreadable.map(|(at, _)| format!("{place}.driver_results[{at}]")));
            }
        }
        found
    }
}

/// One part of a subsession.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct SimSession {
    /// 0 the main event, -1 the one before, and so on.
    #[serde(deserialize_with = "lenient::whole")]
    pub simsession_number: Option<i64>,
    /// 3 practice or warm-up, 4 lone qualifying, 5 open qualifying, 6 race.
    #[serde(deserialize_with = "lenient::whole")]
    pub simsession_type: Option<i64>,
    /// Its name: `RACE`, `HEAT 1`, `FEATURE`.
    #[serde(deserialize_with = "lenient::text")]
    pub simsession_name: Option<String>,
    /// Drivers, or teams.
    #[serde(deserialize_with = "lenient::rows")]
    pub results: Vec<ResultRow>,
}

impl SimSession {
    /// Whether it is a race. With heats there are several.
    pub fn is_race(&self) -> bool {
        self.simsession_type == Some(6)
    }
}

/// A row: a driver; a team with its drivers below it; or one of these.
///
/// What is none in iRacing's own way, such as a place of -1, is as it stands there, but for lap times.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct ResultRow {
    /// Customer id; the row of a team has none.
    #[serde(deserialize_with = "lenient::optional_id")]
    pub cust_id: Option<i64>,
    /// Id of the team, which is negative.
    #[serde(deserialize_with = "lenient::optional_id")]
    pub team_id: Option<i64>,
    /// Name of the driver or the team. To show a driver's takes their consent.
    #[serde(deserialize_with = "lenient::text")]
    pub display_name: Option<String>,
    /// Place, counted from 0. A driver's own may differ from the team's.
    #[serde(deserialize_with = "lenient::whole")]
    pub finish_position: Option<i64>,
    /// Place within the class, counted from 0.
    #[serde(deserialize_with = "lenient::whole")]
    pub finish_position_in_class: Option<i64>,
    /// Place on the grid, counted from 0; -1 outside races.
    #[serde(deserialize_with = "lenient::whole")]
    pub starting_position: Option<i64>,
    /// Place on the grid within the class, counted from 0; -1 outside races.
    #[serde(deserialize_with = "lenient::whole")]
    pub starting_position_in_class: Option<i64>,
    /// Laps driven; 0 also if they never started.
    #[serde(deserialize_with = "lenient::whole")]
    pub laps_complete: Option<i64>,
    /// Laps in the lead.
    #[serde(deserialize_with = "lenient::whole")]
    pub laps_lead: Option<i64>,
    /// Behind the leader, in 1/10000 s: 0 for the leader, -1 for a lap or more.
    #[serde(deserialize_with = "lenient::whole")]
    pub interval: Option<i64>,
    /// Mean of the timed laps.
    #[serde(deserialize_with = "lenient::lap_time")]
    pub average_lap: Option<LapTime>,
    /// Best lap.
    #[serde(deserialize_with = "lenient::lap_time")]
    pub best_lap_time: Option<LapTime>,
    /// Which lap that was; -1 if none.
    #[serde(deserialize_with = "lenient::whole")]
    pub best_lap_num: Option<i64>,
    /// Best lap of qualifying; only its own part of the subsession is sure to have it.
    #[serde(deserialize_with = "lenient::lap_time")]
    pub best_qual_lap_time: Option<LapTime>,
    /// Incident points.
    #[serde(deserialize_with = "lenient::whole")]
    pub incidents: Option<i64>,
    /// 0 running, 29 disqualified, 32 disconnected, and others. It may contradict the text.
    #[serde(deserialize_with = "lenient::whole")]
    pub reason_out_id: Option<i64>,
    /// The same in words.
    #[serde(deserialize_with = "lenient::text")]
    pub reason_out: Option<String>,
    /// Points that the league's own system gives for this part.
    #[serde(deserialize_with = "lenient::whole")]
    pub league_points: Option<i64>,
    /// The running sum of these within the subsession.
    #[serde(deserialize_with = "lenient::whole")]
    pub league_agg_points: Option<i64>,
    /// Car.
    #[serde(deserialize_with = "lenient::whole")]
    pub car_id: Option<i64>,
    /// Its name.
    #[serde(deserialize_with = "lenient::text")]
    pub car_name: Option<String>,
    /// Class of the car.
    #[serde(deserialize_with = "lenient::whole")]
    pub car_class_id: Option<i64>,
    /// Its name.
    #[serde(deserialize_with = "lenient::text")]
    pub car_class_name: Option<String>,
    /// A shorter one.
    #[serde(deserialize_with = "lenient::text")]
    pub car_class_short_name: Option<String>,
    /// Driven by iRacing; its customer id means nobody.
    #[serde(deserialize_with = "lenient::flag")]
    pub ai: bool,
    /// Paint and number.
    #[serde(deserialize_with = "lenient::object")]
    pub livery: Option<Livery>,
    /// Drivers of a team.
    #[serde(deserialize_with = "lenient::rows")]
    pub driver_results: Vec<ResultRow>,
}

impl ResultRow {
    /// Whether it says whose it is: a customer id, a team, or a driver of iRacing's own.
    pub fn is_of_somebody(&self) -> bool {
        self.cust_id.is_some() || self.team_id.is_some() || self.ai
    }

    /// Whether it is that of a team, with its drivers below it.
    pub fn is_team(&self) -> bool {
        !self.driver_results.is_empty() || (self.cust_id.is_none() && self.team_id.is_some())
    }

    /// Number that the car carried, which need not be the one on the roster.
    pub fn car_number(&self) -> Option<&str> {
        self.livery.as_ref()?.car_number.as_deref()
    }
}

/// What a car looked like.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Livery {
    /// Number, as it was written on the car.
    #[serde(deserialize_with = "lenient::car_number")]
    pub car_number: Option<String>,
}
