//! Rosters, leagues and results from files.

use paddock_iracing::files::{FileError, parse_league, parse_results, parse_roster};
use paddock_iracing::{LapTime, Roster, SeasonSessions};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fmt::Write;

const ROSTER: &[u8] = include_bytes!("../fixtures/r1-league-roster-45-dup15-zeros.json");
const FIRST_ANSWER: &[u8] =
    include_bytes!("../fixtures/r5-league-roster-first-answer-data_url.json");

fn roster(value: &Value) -> Result<Roster, FileError> {
    parse_roster(value.to_string().as_bytes())
}

#[test]
fn a_real_roster_keeps_its_numbers_as_they_are_written() {
    let roster = parse_roster(ROSTER).unwrap();
    assert_eq!((roster.members.len(), roster.unreadable), (45, 0));
    let mut holders = BTreeMap::<_, usize>::new();
    for number in roster.members.iter().filter_map(|it| it.car_number.clone()) {
        *holders.entry(number).or_default() += 1;
    }
    assert_eq!(holders["15"], 2);
    for number in ["1", "01", "001", "9", "09"] {
        assert_eq!(holders[number], 1, "{number}");
    }
    let first = &roster.members[0];
    assert_eq!(
        (first.cust_id, first.owner, first.admin),
        (801_019, true, true)
    );
    assert_eq!(first.display_name.as_deref(), Some("Łukasz van der Berg7"));
    assert_eq!(first.nick_name, None);
    let joined = first.league_member_since.unwrap().to_string();
    assert_eq!(joined, "2025-11-27T19:53:21Z");
}

#[test]
fn a_roster_is_found_in_every_wrapping() {
    let entry = json!({"cust_id": 812_345, "car_number": "07", "nick_name": null});
    let bare = json!({"private_roster": false, "roster": [entry]});
    let league =
        json!({"league_id": 7100, "league_name": "NEC", "roster_count": 1, "roster": [entry]});
    let shapes = [
        bare.clone(),
        league.clone(),
        json!({"data": bare}),
        json!({"type": "league_roster", "data": league}),
        json!([entry]),
    ];
    for shape in shapes {
        let roster = roster(&shape).unwrap();
        assert_eq!(roster.members.len(), 1, "{shape}");
        assert_eq!(
            roster.members[0].car_number.as_deref(),
            Some("07"),
            "{shape}"
        );
        assert!(roster.is_complete());
    }
}

#[test]
fn a_roster_is_read_in_the_encodings_of_windows() {
    let expected = parse_roster(ROSTER).unwrap();
    let marked = [b"\xef\xbb\xbf".as_slice(), ROSTER].concat();
    assert_eq!(parse_roster(&marked).unwrap(), expected);
    let text = std::str::from_utf8(ROSTER).unwrap();
    let units = std::iter::once(0xfeff).chain(text.encode_utf16());
    let little: Vec<_> = units.clone().flat_map(u16::to_le_bytes).collect();
    assert_eq!(parse_roster(&little).unwrap(), expected);
    let big: Vec<_> = units.flat_map(u16::to_be_bytes).collect();
    assert_eq!(parse_roster(&big).unwrap(), expected);
    assert!(parse_roster(&little[..999]).is_err());
}

#[test]
fn the_first_of_two_answers_is_named_as_such() {
    assert_eq!(parse_roster(FIRST_ANSWER), Err(FileError::OnlyALink));
    let link = json!({"link": "https://bucket.example/a", "expires": "2026-01-04T20:15:00Z"});
    assert_eq!(roster(&link), Err(FileError::OnlyALink));
}

#[test]
fn what_is_no_roster_is_not_read_as_an_empty_one() {
    for other in [
        json!({}),
        json!({"league_id": 7100, "league_name": "NEC"}),
        json!({"league_id": 7100, "private_roster": true, "roster": null}),
        json!({"data": {"roster": null}}),
        json!({"data": null}),
        json!({"error": "Forbidden"}),
        json!([{"league_id": 7100, "league_name": "NEC", "car_number": "07"}]),
        json!([]),
        json!("roster"),
        json!(null),
    ] {
        assert_eq!(
            roster(&other),
            Err(FileError::Other { wanted: "roster" }),
            "{other}"
        );
    }
}

#[test]
fn half_a_file_is_no_file() {
    for end in 0..ROSTER.trim_ascii_end().len() {
        let read = parse_roster(&ROSTER[..end]);
        assert!(
            matches!(read, Err(FileError::NotJson { .. })),
            "{end}: {read:?}"
        );
    }
    let page = parse_roster(b"<!DOCTYPE html>");
    assert_eq!(page, Err(FileError::NotJson { line: 1, column: 1 }));
    let deep = vec![b'['; 100_000];
    assert!(parse_roster(&deep).is_err());
}

#[test]
fn a_hidden_roster_is_not_complete() {
    let hidden =
        json!({"league_id": 7100, "roster_count": 45, "private_roster": true, "roster": []});
    assert!(!roster(&hidden).unwrap().is_complete());
    let strange = json!({"roster": [{"cust_id": null, "car_number": "7"}, {"cust_id": 5}, null]});
    let strange = roster(&strange).unwrap();
    assert_eq!((strange.members.len(), strange.unreadable), (1, 2));
    assert!(!strange.is_complete());
}

#[test]
fn entries_survive_what_iracing_may_do_to_them() {
    let entry = json!({
        "cust_id": "812345", "display_name": null, "car_number": 7, "nick_name": ["?"],
        "owner": null, "admin": 1, "league_member_since": "yesterday", "flair_id": {"new": true},
    });
    let read = roster(&json!({"roster": [entry]})).unwrap();
    let entry = &read.members[0];
    assert_eq!(
        (entry.cust_id, entry.admin, entry.owner),
        (812_345, true, false)
    );
    assert_eq!(entry.car_number.as_deref(), Some("7"));
    assert_eq!(
        (&entry.nick_name, &entry.league_member_since),
        (&None, &None)
    );
}

#[test]
fn a_roster_of_six_thousand_without_a_number_is_read() {
    let mut text = "{\"roster\":[".to_owned();
    for id in 1..=6_000 {
        let comma = if id > 1 { "," } else { "" };
        write!(text, "{comma}{{\"cust_id\":{id},\"car_number\":null}}").unwrap();
    }
    text.push_str("]}");
    let roster = parse_roster(text.as_bytes()).unwrap();
    assert_eq!(roster.members.len(), 6_000);
    assert!(roster.members.iter().all(|it| it.car_number.is_none()));
}

#[test]
fn a_league_is_read_with_and_without_its_roster() {
    let league = json!({"data": {"league_id": 7100, "league_name": "NEC", "is_admin": true}});
    let league = parse_league(league.to_string().as_bytes()).unwrap();
    assert_eq!((league.league_id, league.is_admin), (7100, true));
    assert_eq!(league.roster, None);
    assert_eq!(league.into_roster(), None);
    assert_eq!(
        parse_league(ROSTER),
        Err(FileError::Other { wanted: "league" })
    );
}

#[test]
fn exports_and_answers_are_read_alike() {
    let export = include_bytes!("../fixtures/05-export-league-heats-2026-02.json");
    let export = parse_results(export).unwrap();
    let races = export.session_results.iter().filter(|it| it.is_race());
    assert_eq!(races.count(), 2);
    assert!(export.league_id.is_some());

    let answer = include_bytes!("../fixtures/14-api-league-heats-2022-11.json");
    let answer = parse_results(answer).unwrap();
    assert!(!answer.official_session);
    let feature = answer
        .session_results
        .iter()
        .find(|it| it.simsession_number == Some(0))
        .unwrap();
    let mut positions: Vec<_> = feature
        .results
        .iter()
        .map(|it| it.finish_position)
        .collect();
    positions.sort_unstable();
    let expected: Vec<_> = (0..).take(positions.len()).map(Some).collect();
    assert_eq!(positions, expected);
    assert!(feature.results.iter().all(|it| it.car_number().is_some()));

    let old = include_bytes!("../fixtures/10-api-official-heats-2020-trimmed.json");
    let old = parse_results(old).unwrap();
    assert!(old.official_session);
    assert_eq!((old.league_id, old.private_session_id), (None, None));
    assert!(old.start_time.is_some());
}

#[test]
fn a_team_has_no_customer_id_and_its_drivers_have() {
    let teams = include_bytes!("../fixtures/04-export-league-team-2026-02-trimmed.json");
    let teams = parse_results(teams).unwrap();
    let rows = teams.session_results.iter().flat_map(|it| &it.results);
    let mut drivers = 0;
    for team in rows {
        assert_eq!(team.cust_id, None);
        assert!(team.team_id.unwrap() < -1);
        for driver in &team.driver_results {
            assert!(driver.cust_id.unwrap() > 0);
            assert_eq!(driver.team_id, team.team_id);
            drivers += 1;
        }
    }
    assert!(drivers > 3, "{drivers}");
    let best = teams.session_results.iter().flat_map(|it| &it.results);
    let best = best.filter_map(|it| it.best_lap_time).min().unwrap();
    assert!(best > LapTime::from_ticks(300_000).unwrap(), "{best}");
}

#[test]
fn what_is_no_result_is_refused() {
    let other = FileError::Other { wanted: "results" };
    assert_eq!(parse_results(ROSTER), Err(other.clone()));
    // Without its id, nobody knows what it is about.
    let nameless = json!({"session_results": []}).to_string();
    assert_eq!(parse_results(nameless.as_bytes()), Err(other));
}

#[test]
fn a_schedule_has_sessions_before_and_after_they_are_run() {
    let schedule = include_bytes!("../fixtures/r2-league-season-sessions.json");
    let schedule: SeasonSessions = serde_json::from_slice(schedule).unwrap();
    assert!(
        schedule
            .sessions
            .iter()
            .any(|it| it.subsession_id.is_some())
    );
    for session in &schedule.sessions {
        assert_eq!(session.has_results, session.subsession_id.is_some());
        assert!(session.launch_at.is_some() && session.track.is_some());
    }
}
