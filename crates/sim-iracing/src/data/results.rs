//! Rounds of a league's season: three that were driven, one to come. Their results follow from the roster.

use serde_json::{Value, json};

use super::leagues::{league, place};
use super::{Answer, Delivery, Told};
use crate::answer::Call;
use crate::clock::rfc3339;
use crate::seed::{DriverSeed, LeagueSeed};
use crate::world::{Session, World};

const WEEK_MS: i64 = 7 * 24 * 3_600_000;
/// Rounds that were driven before the simulator started, a week between them.
const DRIVEN: i64 = 3;
/// How long a round takes.
const ROUND_MS: i64 = 2 * 3_600_000;

/// A round of a season.
struct Round<'w> {
    league: &'w LeagueSeed,
    /// Counted from 0.
    number: i64,
    launch_ms: i64,
}

impl Round<'_> {
    fn private_session_id(&self) -> i64 {
        self.league.league_id * 1_000 + self.number
    }

    fn subsession_id(&self) -> i64 {
        80_000_000 + self.private_session_id()
    }

    fn session_id(&self) -> i64 {
        296_000_000 + self.private_session_id()
    }

    fn is_driven(&self) -> bool {
        self.number < DRIVEN
    }

    fn winner(&self) -> Option<&DriverSeed> {
        let drivers = &self.league.drivers;
        let place = usize::try_from(self.number).unwrap_or(0) % drivers.len().max(1);
        drivers.get(place)
    }

    fn track(&self) -> Value {
        let tracks = [
            (341, "Silverstone Circuit", Some("Grand Prix")),
            (192, "Daytona International Speedway", Some("Road Course")),
            (18, "Road America", None),
        ];
        let place = usize::try_from(self.number).unwrap_or(0) % tracks.len();
        let (id, name, layout) = tracks[place];
        let mut track = json!({"track_id": id, "track_name": name});
        if let Some(layout) = layout {
            track["config_name"] = layout.into();
        }
        track
    }
}

fn rounds(league: &LeagueSeed, started_ms: i64) -> impl Iterator<Item = Round<'_>> {
    (0..=DRIVEN).map(move |number| Round {
        league,
        number,
        launch_ms: started_ms + (number - DRIVEN) * WEEK_MS + WEEK_MS / 2,
    })
}

/// `league/season_sessions`. What is only known once a round was driven is missing before.
pub(super) fn season_sessions(world: &World, call: &Call, session: &Session) -> Answer {
    let league = league(world, call, session)?;
    if call.number("season_id").ok_or(400_u16)? != league.season_id {
        return Err(404);
    }
    let sessions: Vec<_> = rounds(league, world.started_ms)
        .map(season_session)
        .collect();
    let body = json!({
        "success": true,
        "subscribed": false,
        "league_id": league.league_id,
        "season_id": league.season_id,
        "sessions": sessions,
    });
    Ok(Told::new(Delivery::Link, body))
}

fn season_session(round: Round<'_>) -> Value {
    let mut session = json!({
        "private_session_id": round.private_session_id(),
        "league_id": round.league.league_id,
        "league_season_id": round.league.season_id,
        "launch_at": rfc3339(round.launch_ms),
        "status": if round.is_driven() { 4 } else { 1 },
        "has_results": round.is_driven(),
        "track": round.track(),
        "cars": [{
            "car_id": 132,
            "car_name": "BMW M4 GT3",
            "car_class_id": 0,
            "car_class_name": "Hosted All Cars Class",
        }],
        "practice_length": 30,
        "qualify_laps": 0,
        "qualify_length": 15,
        "race_laps": 0,
        "race_length": 45,
        "time_limit": 120,
        "lone_qualify": false,
        "driver_changes": false,
        "password_protected": true,
        "entry_count": 0,
        "team_entry_count": 0,
        "pace_car_id": null,
        "pace_car_class_id": null,
        "track_state": {"leave_marbles": false, "race_rubber": -1},
        "weather": {"version": 1, "type": 3, "temp_units": 1, "temp_value": 26},
    });
    if round.is_driven() {
        session["session_id"] = round.session_id().into();
        session["subsession_id"] = round.subsession_id().into();
        if let Some(winner) = round.winner() {
            session["winner_id"] = winner.cust_id.into();
            session["winner_name"] = winner.name.clone().into();
        }
    }
    session
}

/// `hosted/…` and `league/cust_league_sessions`: what is to come in the leagues of the token's member.
pub(super) fn upcoming(world: &World, session: &Session, now: i64, of_leagues: bool) -> Told {
    let leagues = world.leagues.iter();
    let mine = leagues.filter(|league| place(league, session.cust_id).is_some());
    let rounds = mine.flat_map(|league| rounds(league, world.started_ms));
    let rounds = rounds.filter(|it| !it.is_driven() && it.launch_ms + ROUND_MS > now);
    let sessions: Vec<_> = rounds.map(|it| scheduled(&it, of_leagues)).collect();
    let mut body =
        json!({"subscribed": false, "success": true, "sequence": 41, "sessions": sessions});
    if of_leagues {
        body["mine"] = false.into();
    }
    Told::new(Delivery::Link, body)
}

/// A session of a listing, by the keys that matter; iRacing has about a hundred.
fn scheduled(round: &Round<'_>, of_leagues: bool) -> Value {
    let league = round.league;
    let mut session = json!({
        "private_session_id": round.private_session_id(),
        "session_name": format!("{} R{}", league.name, round.number + 1),
        "launch_at": rfc3339(round.launch_ms),
        "end_time": rfc3339(round.launch_ms + ROUND_MS),
        "status": 1,
        "league_id": league.league_id,
        "league_season_id": league.season_id,
        "max_drivers": 40,
        "num_drivers": 0,
        "practice_length": 30,
        "qualify_length": 15,
        "race_laps": 0,
        "race_length": 45,
        "time_limit": 120,
        "category_id": 5,
        "category": "sports_car",
        "password_protected": true,
        "driver_changes": false,
        "owner": false,
        "admin": true,
        "min_ir": -1,
        "max_ir": -1,
        "track": round.track(),
        "cars": [{"car_id": 132, "car_class_id": 0, "package_id": 1}],
    });
    if of_leagues {
        session["league_name"] = league.name.clone().into();
        session["league_season_name"] = "Season 6 - GT3".into();
    }
    session
}

/// `results/search_hosted`: rounds that ended in a range, in chunks.
pub(super) fn search_hosted(world: &World, call: &Call, session: &Session, now: i64) -> Answer {
    let by = ["cust_id", "team_id", "host_cust_id", "session_name"];
    let begins = ["start_range_begin", "finish_range_begin"];
    let has = |names: &[&str]| names.iter().any(|name| call.parameter(name).is_some());
    if !has(&by) || !has(&begins) {
        return Err(400);
    }
    let time = |name| {
        let text = call.parameter(name)?;
        text.parse::<jiff::Timestamp>()
            .ok()
            .map(jiff::Timestamp::as_millisecond)
    };
    let from = time("finish_range_begin").or_else(|| time("start_range_begin"));
    let from = from.ok_or(400_u16)?;
    let to = time("finish_range_end").unwrap_or(now);
    let (driver, wanted) = (call.number("cust_id"), call.number("league_id"));
    let leagues = world.leagues.iter();
    let leagues = leagues.filter(|it| {
        let visible = !it.private || place(it, session.cust_id).is_some();
        let took_part = driver.is_none_or(|driver| place(it, driver).is_some());
        visible && took_part && wanted.is_none_or(|wanted| wanted == it.league_id)
    });
    let rounds = leagues.flat_map(|league| rounds(league, world.started_ms));
    let rounds = rounds.filter(|it| {
        let end = it.launch_ms + ROUND_MS;
        it.is_driven() && end >= from && end <= to
    });
    let rows: Vec<_> = rounds.map(|it| found(&it)).collect();
    let head = json!({"success": true, "params": {"cust_id": driver, "league_id": wanted}});
    Ok(Told::new(Delivery::Chunks, rows.into()).with_head(head))
}

fn found(round: &Round<'_>) -> Value {
    json!({
        "session_id": round.session_id(),
        "subsession_id": round.subsession_id(),
        "private_session_id": round.private_session_id(),
        "start_time": rfc3339(round.launch_ms),
        "end_time": rfc3339(round.launch_ms + ROUND_MS),
        "session_name": format!("{} R{}", round.league.name, round.number + 1),
        "league_id": round.league.league_id,
        "league_season_id": round.league.season_id,
        "num_drivers": round.league.drivers.len(),
        "event_best_lap_time": 1_184_206,
        "winner_group_id": round.winner().map_or(-1, |it| it.cust_id),
        "winner_ai": false,
        "track": round.track(),
    })
}

/// `results/get`, once a round was driven.
pub(super) fn get(world: &World, call: &Call, session: &Session) -> Answer {
    let id = call.number("subsession_id").ok_or(400_u16)?;
    let leagues = world.leagues.iter();
    let mut rounds = leagues.flat_map(|league| rounds(league, world.started_ms));
    let round = rounds.find(|it| it.subsession_id() == id && it.is_driven());
    let round = round.ok_or(404_u16)?;
    if round.league.private && place(round.league, session.cust_id).is_none() {
        return Err(403);
    }
    let mut track = round.track();
    track["category_id"] = 2.into();
    track["category"] = "Road".into();
    let simsession = |number: i64, kind: i64, name: &str, rows: Vec<Value>| {
        json!({
            "simsession_number": number,
            "simsession_type": kind,
            "simsession_type_name": if kind == 6 { "Race" } else { "Open Qualifying" },
            "simsession_subtype": 0,
            "simsession_name": name,
            "results": rows,
        })
    };
    let body = json!({
        "subsession_id": id,
        "session_id": round.session_id(),
        "private_session_id": round.private_session_id(),
        "host_id": round.league.drivers.first().map(|it| it.cust_id),
        "session_name": format!("{} R{}", round.league.name, round.number + 1),
        "league_id": round.league.league_id,
        "league_name": round.league.name,
        "league_season_id": round.league.season_id,
        "league_season_name": "Season 6 - GT3",
        "season_id": 0,
        "season_name": "Hosted iRacing",
        "series_name": "Hosted iRacing",
        "official_session": false,
        "start_time": rfc3339(round.launch_ms),
        "end_time": rfc3339(round.launch_ms + ROUND_MS),
        "event_laps_complete": 26,
        "track": track,
        "session_results": [
            simsession(-1, 5, "QUALIFY", Vec::new()),
            simsession(0, 6, "RACE", rows(&round)),
        ],
    });
    Ok(Told::new(Delivery::Link, body))
}

/// The race: another driver wins each round, and the rest follow in the order of the roster.
fn rows(round: &Round<'_>) -> Vec<Value> {
    let drivers = round.league.drivers.iter();
    let shift = usize::try_from(round.number).unwrap_or(0);
    let order = drivers
        .cycle()
        .skip(shift % round.league.drivers.len().max(1));
    order
        .take(round.league.drivers.len())
        .zip(0_i64..)
        .map(row)
        .collect()
}

fn row((driver, place): (&DriverSeed, i64)) -> Value {
    // The last of a field are a lap down, and say so by -1.
    let interval = if place < 10 { place * 31_250 } else { -1 };
    json!({
        "cust_id": driver.cust_id,
        "display_name": driver.name,
        "position": place,
        "finish_position": place,
        "finish_position_in_class": place,
        "starting_position": place,
        "starting_position_in_class": place,
        "laps_complete": if place < 10 { 26 } else { 25 },
        "laps_lead": if place == 0 { 26 } else { 0 },
        "opt_laps_complete": 0,
        "interval": interval,
        "class_interval": interval,
        "average_lap": 1_193_310 + place * 900,
        "best_lap_num": 11,
        "best_lap_time": 1_184_206 + place * 800,
        "best_qual_lap_num": -1,
        "best_qual_lap_time": -1,
        "best_qual_lap_at": "1970-01-01T00:00:00Z",
        "qual_lap_time": -1,
        "incidents": place % 9,
        "reason_out_id": 0,
        "reason_out": "Running",
        "league_points": (25 - place * 2).max(0),
        "league_agg_points": (25 - place * 2).max(0),
        "drop_race": false,
        "car_id": 132,
        "car_name": "BMW M4 GT3",
        "car_class_id": 0,
        "car_class_name": "Hosted All Cars Class",
        "division": -1,
        "max_pct_fuel_fill": -1,
        "weight_penalty_kg": -1,
        "ai": false,
        "livery": {
            "car_id": 132,
            "pattern": 4,
            "color1": "ffcc00",
            // Who has no number in the league drives with one of the simulation's.
            "car_number": driver.car_number.clone().unwrap_or_else(|| format!("{}", 900 + place)),
            "number_font": 0,
            "wheel_color": null,
            "rim_type": -1,
        },
    })
}
