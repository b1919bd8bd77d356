//! Every value of real answers, one by one, missing or of another type: nothing may stop a whole answer from being read
//! but what it is about.

use paddock_iracing::files::{parse_league, parse_results, parse_roster};
use paddock_iracing::{LeagueSeasons, Member, SeasonSessions};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

/// Steps from an object to a value in it.
type Place = Vec<String>;

/// The places of all values of an answer; of lists, those in their first entries.
fn places(value: &Value, here: &Place, found: &mut Vec<Place>) {
    let mut visit = |step: String, inner: &Value| {
        let mut place = here.clone();
        place.push(step);
        places(inner, &place, found);
        found.push(place);
    };
    match value {
        Value::Object(object) => {
            for (key, inner) in object {
                visit(key.clone(), inner);
            }
        }
        Value::Array(list) => {
            for (index, inner) in list.iter().take(2).enumerate() {
                visit(index.to_string(), inner);
            }
        }
        _ => {}
    }
}

/// The answer with something else in a place; `None` takes the key away.
fn changed(answer: &Value, place: &Place, other: Option<&Value>) -> Value {
    let mut answer = answer.clone();
    let (step, way) = place.split_last().unwrap();
    let parent = answer.pointer_mut(&pointer(way)).unwrap();
    match (parent, other) {
        (Value::Object(object), Some(other)) => {
            object.insert(step.clone(), other.clone());
        }
        (Value::Object(object), None) => {
            object.remove(step);
        }
        (Value::Array(list), Some(other)) => list[step.parse::<usize>().unwrap()] = other.clone(),
        (Value::Array(list), None) => {
            list.remove(step.parse().unwrap());
        }
        _ => unreachable!("places are in objects and lists"),
    }
    answer
}

fn pointer(place: &[String]) -> String {
    place.iter().flat_map(|step| ["/", step]).collect()
}

/// Changes every value of an answer, and has it read each time. Answers the places that may not be changed.
fn required<E>(answer: &Value, read: impl Fn(&[u8]) -> Result<(), E>) -> Vec<String> {
    assert!(read(answer.to_string().as_bytes()).is_ok(), "{answer}");
    let others = [
        json!(null),
        json!("text"),
        json!(""),
        json!(-1),
        json!(1.5),
        json!(1e300),
        json!(true),
        json!([]),
        json!([null, 3, "text", [[]], {"own": {}}]),
        json!({}),
        json!({"own": [1]}),
    ];
    let mut found = Vec::new();
    places(answer, &Vec::new(), &mut found);
    assert!(found.len() > 5, "{found:?}");
    let mut required = Vec::new();
    for place in found {
        let others = others.iter().map(Some).chain([None]);
        let survives = others.clone().all(|other| {
            let answer = changed(answer, &place, other);
            read(answer.to_string().as_bytes()).is_ok()
        });
        if !survives {
            required.push(pointer(&place));
        }
    }
    required
}

fn file(name: &str) -> Value {
    let path = format!("{}/tests/fixtures/{name}.json", env!("CARGO_MANIFEST_DIR"));
    let mut answer = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
    shorten(&mut answer);
    answer
}

fn typed<T: DeserializeOwned>(answer: &[u8]) -> Result<(), serde_json::Error> {
    serde_json::from_slice::<T>(answer).map(|_| ())
}

#[test]
fn rosters() {
    let read = |file: &[u8]| parse_roster(file).map(|_| ());
    let roster = file("r1-league-roster-45-dup15-zeros");
    assert_eq!(required(&roster, read), ["/roster"]);
    let mut league = json!({"league_id": 7100, "league_name": "NEC", "roster_count": 45,
        "owner": {"cust_id": 5}, "is_admin": true, "created": "2021-05-01T12:00:00Z"});
    league["roster"] = roster["roster"].clone();
    assert_eq!(required(&league, read), ["/roster"]);
    let read = |file: &[u8]| parse_league(file).map(|_| ());
    assert_eq!(required(&league, read), ["/league_name"]);
}

/// Leaves one entry in each list, so that the answer is read thousands of times within seconds.
fn shorten(value: &mut Value) {
    match value {
        Value::Object(object) => object.values_mut().for_each(shorten),
        Value::Array(list) => {
            list.truncate(1);
            list.iter_mut().for_each(shorten);
        }
        _ => {}
    }
}

#[test]
fn results() {
    let read = |file: &[u8]| parse_results(file).map(|_| ());
    for name in [
        "05-export-league-heats-2026-02",
        "04-export-league-team-2026-02-trimmed",
    ] {
        let mut export = file(name);
        // Of these nothing is read.
        let data = export["data"].as_object_mut().unwrap();
        for large in ["car_classes", "driver_licenses", "track_state", "weather"] {
            data.remove(large);
        }
        let places = ["/data/session_results", "/data/subsession_id", "/data"];
        assert_eq!(required(&export, read), places, "{name}");
    }
}

#[test]
fn schedules_and_members() {
    let schedule = file("r2-league-season-sessions");
    assert_eq!(required(&schedule, typed::<SeasonSessions>), ["/sessions"]);
    let seasons = json!({"league_id": 7100, "retired": false, "seasons": [
        {"season_id": 1, "season_name": "S", "active": true, "num_drops": 2}]});
    assert_eq!(required(&seasons, typed::<LeagueSeasons>), ["/seasons"]);
    let member = json!({"cust_id": 5, "display_name": "A", "member_since": "2019-03-02",
        "licenses": [{"category_id": 5, "license_level": 18, "safety_rating": 3.41}]});
    assert_eq!(required(&member, typed::<Member>), [""; 0]);
}
