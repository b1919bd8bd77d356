//! The rounds of a league's season: each with practice, qualifying and a race of everybody.

use jiff::{Timestamp, ToSpan as _};
use serde_json::{Value, json};

pub(super) const LEAGUE_SEASON: i64 = 130_900;
const FIRST_SUBSESSION: i64 = 82_500_000;
/// Numbers and types of the sessions.
const SESSIONS: [(i64, i64, &str); 3] = [(-2, 3, "PRACTICE"), (-1, 4, "QUALIFY"), (0, 6, "RACE")];
/// Has drivers finish in an order that looks random; without a common divisor with their number.
const STEP: i64 = 7;

/// A round, in which the members with these accounts raced.
pub(super) fn round(number: i64, first_account: i64, drivers: i64) -> Value {
    let start = Timestamp::UNIX_EPOCH + ((20_000 + number * 7) * 24).hours();
    let sessions = SESSIONS.map(|(session, kind, name)| {
        let rows = (0..drivers).map(|position| {
            let driver = (position * STEP + number * 11 - session) % drivers;
            row(position, kind, first_account + driver, driver)
        });
        json!({
            "simsession_number": session,
            "simsession_type": kind,
            "simsession_name": name,
            "results": rows.collect::<Vec<_>>(),
        })
    });
    json!({
        "subsession_id": FIRST_SUBSESSION + number,
        "league_id": 7_100,
        "league_name": "League",
        "league_season_id": LEAGUE_SEASON,
        "league_season_name": "Winter",
        "session_name": format!("Round {number}"),
        "start_time": start,
        "official_session": false,
        "driver_changes": false,
        "track": { "track_id": 266, "track_name": "Imola", "config_name": "Grand Prix" },
        "session_results": sessions,
    })
}

fn row(position: i64, kind: i64, account: i64, driver: i64) -> Value {
    let is_race = kind == 6;
    let laps = if is_race { 40 - position / 8 } else { 5 };
    json!({
        "cust_id": account,
        "display_name": format!("Driver {driver}"),
        "finish_position": position,
        "finish_position_in_class": position,
        "starting_position": if is_race { position } else { -1 },
        "laps_complete": laps,
        "laps_lead": if is_race && position < 3 { 10 } else { 0 },
        "interval": if position == 0 { 0 } else { position * 12_345 },
        "average_lap": 961_000 + position * 300,
        "best_lap_time": 951_000 + (position * 37 % 41) * 100,
        "best_lap_num": 3,
        "incidents": position % 9,
        "reason_out_id": 0,
        "reason_out": "Running",
        "car_id": 128,
        "car_name": "Dallara P217",
        "car_class_id": 2_523,
        "car_class_name": "Dallara P217",
        "livery": { "car_number": driver.to_string() },
    })
}
