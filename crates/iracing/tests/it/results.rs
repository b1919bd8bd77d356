//! Results with rows that cannot be read.

use paddock_iracing::files::parse_results;
use serde_json::{Value, json};

const TEAM: &[u8] = include_bytes!("../fixtures/04-export-league-team-2026-02-trimmed.json");

#[test]
fn rows_that_say_not_whose_they_are_are_told_by_path() {
    let mut file: Value = serde_json::from_slice(TEAM).unwrap();
    assert_eq!(parse_results(TEAM).unwrap().unreadable(), [""; 0]);
    let parts = file["data"]["session_results"].as_array_mut().unwrap();
    parts[1]["results"][0] = json!("odd");
    let team = parts[2]["results"][1].as_object_mut().unwrap();
    team["driver_results"].as_array_mut().unwrap()[0] =
        json!({"cust_id": null, "laps_complete": 3});
    parts.push(json!(null));
    let read = parse_results(file.to_string().as_bytes()).unwrap();
    let expected = [
        "session_results[1].results[0]",
        "session_results[2].results[1].driver_results[0]",
        "session_results[3]",
    ];
    assert_eq!(read.unreadable(), expected);
}

#[test]
fn teams_drivers_and_what_is_counted_for_them() {
    let read = parse_results(TEAM).unwrap();
    assert!(read.driver_changes);
    let race = read.session_results.iter().find(|it| it.is_race()).unwrap();
    let team = &race.results[0];
    assert!(team.is_team() && !team.driver_results[0].is_team());
    assert_eq!(team.starting_position_in_class, Some(0));
    assert!(team.best_lap_num.is_some() && team.league_agg_points.is_some());
    assert_eq!(team.car_class_short_name.as_deref(), Some("Dallara P217"));
}
