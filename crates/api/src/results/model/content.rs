//! What is kept of a subsession, and how it follows from what iRacing gives.

use jiff::Timestamp;
use paddock_api_types::results::SubsessionKind;
use paddock_iracing::{LapTime, ResultRow, SimSession, Subsession};
use std::collections::{BTreeSet, HashMap};

/// Names of sessions, leagues and tracks have at most as many characters.
const LONGEST_TITLE: usize = 200;
/// Names of drivers, teams, cars and classes have at most as many.
const LONGEST_NAME: usize = 100;
/// And car numbers.
const LONGEST_NUMBER: usize = 8;
/// No count of laps, points or ticks of a race comes near it; sums of them stay whole numbers.
const LARGEST: i64 = 1_000_000_000;

/// A subsession as a whole.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Content {
    pub(crate) header: Header,
    /// By number: the main event, 0, comes last.
    pub(crate) sessions: Vec<Session>,
    /// By session and place.
    pub(crate) rows: Vec<Row>,
}

/// What it was.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Header {
    pub(crate) subsession_id: i64,
    pub(crate) session_id: Option<i64>,
    pub(crate) private_session_id: Option<i64>,
    pub(crate) session_name: Option<String>,
    pub(crate) series_name: Option<String>,
    pub(crate) league_id: Option<i64>,
    pub(crate) league_name: Option<String>,
    pub(crate) league_season_id: Option<i64>,
    pub(crate) league_season_name: Option<String>,
    pub(crate) official: bool,
    pub(crate) driver_changes: bool,
    pub(crate) track_id: Option<i64>,
    pub(crate) track_name: Option<String>,
    pub(crate) track_config: Option<String>,
    pub(crate) started_at: Option<Timestamp>,
    pub(crate) ended_at: Option<Timestamp>,
}

/// One part of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Session {
    /// 0 the main event, -1 the one before, and so on.
    pub(crate) number: i64,
    /// 3 practice or warm-up, 4 lone qualifying, 5 open qualifying, 6 race.
    pub(crate) kind: Option<i64>,
    pub(crate) name: Option<String>,
}

impl Session {
    /// Whether it is a race. With heats there are several.
    pub(crate) fn is_race(&self) -> bool {
        self.kind == Some(RACE)
    }
}

/// The kind of a session that is a race.
pub(crate) const RACE: i64 = 6;

/// A driver, a team, or one of its drivers, in one of the sessions.
///
/// Positions count from 1, as the wire has them; iRacing counts from 0. What iRacing has as none, such
/// as a best lap of -1, is [`None`]. Times are in 1/10000 s.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Row {
    pub(crate) session_number: i64,
    /// In which order the rows of a session stood in the file, from 0; a team comes before its drivers.
    pub(crate) place: i64,
    /// The place of the team's row, for one of its drivers.
    pub(crate) team_place: Option<i64>,
    /// Whose it is. Neither a team has one nor a driver of iRacing's own.
    pub(crate) cust_id: Option<i64>,
    /// Id of the team, which is negative.
    pub(crate) team_id: Option<i64>,
    /// Name of the driver, or of the team.
    pub(crate) name: Option<String>,
    /// Driven by iRacing.
    pub(crate) ai: bool,
    /// A member who was erased: name and customer id are gone for good.
    pub(crate) erased: bool,
    /// The last session in which its driver took part, by which a driver's history is listed.
    pub(crate) main: bool,
    pub(crate) position: Option<i64>,
    pub(crate) class_position: Option<i64>,
    pub(crate) start_position: Option<i64>,
    pub(crate) class_start_position: Option<i64>,
    pub(crate) laps: Option<i64>,
    pub(crate) laps_led: Option<i64>,
    pub(crate) best_lap: Option<i64>,
    pub(crate) best_lap_number: Option<i64>,
    pub(crate) average_lap: Option<i64>,
    pub(crate) qualifying_lap: Option<i64>,
    /// Behind the leader; [`None`] for a lap or more.
    pub(crate) gap: Option<i64>,
    pub(crate) incidents: Option<i64>,
    pub(crate) reason_out_id: Option<i64>,
    pub(crate) reason_out: Option<String>,
    pub(crate) league_points: Option<i64>,
    pub(crate) league_agg_points: Option<i64>,
    pub(crate) car_id: Option<i64>,
    pub(crate) car_name: Option<String>,
    pub(crate) class_id: Option<i64>,
    pub(crate) class_name: Option<String>,
    pub(crate) car_number: Option<String>,
}

impl Row {
    /// Whether it is a team's.
    pub(crate) fn is_team(&self) -> bool {
        let of_driver = self.cust_id.is_some() || self.erased || self.ai;
        self.team_place.is_none() && self.team_id.is_some() && !of_driver
    }
}

impl Header {
    /// Whose session it was.
    pub(crate) fn kind(&self) -> SubsessionKind {
        kind(self.official, self.league_id)
    }
}

/// Whose session one was that iRacing says this of.
pub(crate) fn kind(official: bool, league_id: Option<i64>) -> SubsessionKind {
    match league_id {
        _ if official => SubsessionKind::Official,
        Some(_) => SubsessionKind::League,
        None => SubsessionKind::Hosted,
    }
}

impl Content {
    /// What is kept of an answer of iRacing's, or of a file. Rows that say not whose they are, are left
    /// out; [`Subsession::unreadable`] has them.
    pub(crate) fn of(subsession: &Subsession) -> Self {
        let mut sessions = Vec::new();
        let mut rows = Vec::new();
        let mut parts = numbered(&subsession.session_results);
        parts.sort_by_key(|(number, _)| *number);
        for (number, part) in parts {
            sessions.push(Session {
                number,
                kind: part.simsession_type,
                name: name(part.simsession_name.as_deref()),
            });
            of_session(number, &part.results, &mut rows);
        }
        mark_main(&mut rows);
        Self {
            header: header(subsession),
            sessions,
            rows,
        }
    }
}

/// The sessions by number. One without a number of its own comes before all others.
fn numbered(sessions: &[SimSession]) -> Vec<(i64, &SimSession)> {
    let mut taken = BTreeSet::new();
    let mut without = Vec::new();
    let mut numbered = Vec::new();
    let there = sessions.iter().filter(|it| **it != SimSession::default());
    for session in there {
        let number = session.simsession_number.and_then(bounded);
        match number.filter(|number| taken.insert(*number)) {
            Some(number) => numbered.push((number, session)),
            None => without.push(session),
        }
    }
    let mut next = taken.first().map_or(0, |first| first - 1);
    for session in without {
        numbered.push((next, session));
        next -= 1;
    }
    numbered
}

fn header(subsession: &Subsession) -> Header {
    let track = subsession.track.as_ref();
    Header {
        subsession_id: subsession.subsession_id,
        session_id: subsession.session_id,
        private_session_id: subsession.private_session_id,
        session_name: title(subsession.session_name.as_deref()),
        series_name: title(subsession.series_name.as_deref()),
        league_id: subsession.league_id,
        league_name: title(subsession.league_name.as_deref()),
        league_season_id: subsession.league_season_id,
        league_season_name: title(subsession.league_season_name.as_deref()),
        official: subsession.official_session,
        driver_changes: subsession.driver_changes,
        track_id: track.map(|it| it.track_id).filter(|id| *id != 0),
        track_name: title(track.and_then(|it| it.track_name.as_deref())),
        // Searches say this where a track has one layout only.
        track_config: title(track.and_then(|it| it.config_name.as_deref()))
            .filter(|name| name != "N/A"),
        started_at: subsession.start_time.and_then(to_the_millisecond),
        ended_at: subsession.end_time.and_then(to_the_millisecond),
    }
}

/// As a column keeps it: else the same result, read once more, would be another one.
fn to_the_millisecond(at: Timestamp) -> Option<Timestamp> {
    Timestamp::from_millisecond(at.as_millisecond()).ok()
}

fn of_session(number: i64, results: &[ResultRow], into: &mut Vec<Row>) {
    let mut place = 0;
    let mut add = |row: &ResultRow, team_place: Option<i64>| {
        let it = Row {
            session_number: number,
            place,
            team_place,
            ..of_row(row)
        };
        into.push(it);
        place += 1;
        place - 1
    };
    for row in results.iter().filter(|row| row.is_of_somebody()) {
        if !row.is_team() {
            add(row, None);
            continue;
        }
        let team = ResultRow {
            cust_id: None,
            ..row.clone()
        };
        let at = add(&team, None);
        let drivers = row.driver_results.iter();
        for driver in drivers.filter(|driver| driver.is_of_somebody()) {
            add(driver, Some(at));
        }
    }
}

fn of_row(row: &ResultRow) -> Row {
    let ticks = |time: Option<LapTime>| time.map(LapTime::ticks).and_then(bounded);
    let class = row.car_class_short_name.as_deref();
    Row {
        cust_id: row.cust_id.filter(|id| *id > 0 && !row.ai),
        team_id: row.team_id.filter(|id| *id < 0),
        name: name(row.display_name.as_deref()),
        ai: row.ai,
        position: position(row.finish_position),
        class_position: position(row.finish_position_in_class),
        start_position: position(row.starting_position),
        class_start_position: position(row.starting_position_in_class),
        laps: count(row.laps_complete),
        laps_led: count(row.laps_lead),
        best_lap: ticks(row.best_lap_time),
        best_lap_number: count(row.best_lap_num).filter(|lap| *lap > 0),
        average_lap: ticks(row.average_lap),
        qualifying_lap: ticks(row.best_qual_lap_time),
        gap: count(row.interval),
        incidents: count(row.incidents),
        reason_out_id: row.reason_out_id.and_then(bounded),
        reason_out: name(row.reason_out.as_deref()),
        league_points: row.league_points.and_then(bounded),
        league_agg_points: row.league_agg_points.and_then(bounded),
        car_id: row.car_id,
        car_name: name(row.car_name.as_deref()),
        class_id: row.car_class_id,
        class_name: name(class.or(row.car_class_name.as_deref())),
        car_number: shortened(row.car_number(), LONGEST_NUMBER),
        ..Row::default()
    }
}

fn bounded(number: i64) -> Option<i64> {
    (-LARGEST..=LARGEST).contains(&number).then_some(number)
}

/// A number below 0 is none.
fn count(number: Option<i64>) -> Option<i64> {
    number.filter(|number| *number >= 0).and_then(bounded)
}

fn position(from_zero: Option<i64>) -> Option<i64> {
    count(from_zero).map(|position| position + 1)
}

fn title(text: Option<&str>) -> Option<String> {
    shortened(text, LONGEST_TITLE)
}

fn name(text: Option<&str>) -> Option<String> {
    shortened(text, LONGEST_NAME)
}

/// A text on one line, as long as its column is.
fn shortened(text: Option<&str>, longest: usize) -> Option<String> {
    let visible = text?.chars().filter(|it| !it.is_control());
    let text: String = visible.collect();
    let text: String = text.trim().chars().take(longest).collect();
    let text = text.trim_end();
    (!text.is_empty()).then(|| text.to_owned())
}

/// Of each driver, the row in the last session: rows come by session and place.
fn mark_main(rows: &mut [Row]) {
    let mut last: HashMap<i64, usize> = HashMap::new();
    for (index, row) in rows.iter().enumerate() {
        let Some(driver) = row.cust_id else {
            continue;
        };
        let known = last.get(&driver).map(|known| rows[*known].session_number);
        if known.is_none_or(|known| known < row.session_number) {
            last.insert(driver, index);
        }
    }
    for index in last.into_values() {
        rows[index].main = true;
    }
}
