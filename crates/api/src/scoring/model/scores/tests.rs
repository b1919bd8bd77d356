//! What subsessions are worth, by rule.

use super::*;
use paddock_api_types::scoring::ResultRule;
use serde_json::json;

const QUALIFIED: i64 = -2;
const HEAT: i64 = -1;
const RACE: i64 = 0;

fn rule(given: serde_json::Value) -> ResultRule {
    let mut rule = json!({"league_season_id": 5, "mode": "table", "race": [10, 6, 4]});
    rule.as_object_mut()
        .unwrap()
        .extend(given.as_object().unwrap().clone());
    serde_json::from_value(rule).unwrap()
}

fn sessions() -> Vec<Session> {
    [(QUALIFIED, 4), (HEAT, 6), (RACE, 6)]
        .map(|(number, kind)| Session {
            number,
            kind: Some(kind),
            name: None,
        })
        .to_vec()
}

/// A driver at a position in one of the sessions, who drove 10 laps.
fn row(session_number: i64, cust_id: i64, position: i64) -> Row {
    Row {
        session_number,
        place: position,
        cust_id: Some(cust_id),
        position: Some(position),
        laps: Some(10),
        ..Row::default()
    }
}

/// The points of each account.
fn points(rule: &ResultRule, rows: &[Row]) -> Vec<(i64, i64)> {
    let scores = scores(rule, &sessions(), rows).into_iter();
    let points = scores.filter_map(|(driver, score)| match driver {
        Driver::Account(id) => Some((id, score.points)),
        Driver::Car(_) => None,
    });
    points.filter(|(_, points)| *points != 0).collect()
}

fn race() -> [Row; 3] {
    [row(RACE, 1, 1), row(RACE, 2, 2), row(RACE, 3, 3)]
}

#[test]
fn every_kind_of_session_has_its_table() {
    let rule = rule(json!({"qualifying": [3, 1], "heat": [5], "pole": 7}));
    let mut rows = race().to_vec();
    rows.extend([
        row(QUALIFIED, 3, 1),
        row(QUALIFIED, 2, 2),
        row(HEAT, 2, 1),
        row(HEAT, 1, 2),
    ]);
    assert_eq!(
        points(&rule, &rows),
        [(1, 10), (2, 6 + 1 + 5), (3, 4 + 3 + 7)]
    );
}

#[test]
fn league_points_of_all_sessions_are_added_up_as_they_are() {
    let rule = rule(json!({"mode": "league_points", "pole": 7}));
    let with = |row: Row, points| Row {
        league_points: Some(points),
        ..row
    };
    let rows = [
        with(row(QUALIFIED, 1, 1), 3),
        with(row(HEAT, 1, 1), 20),
        with(row(RACE, 1, 1), 50),
        with(row(RACE, 2, 2), -5),
    ];
    assert_eq!(points(&rule, &rows), [(1, 73), (2, -5)]);
}

#[test]
fn who_scores_follows_from_laps_and_reason_out() {
    let cases: [(i64, i64, bool, i64); 8] = [
        // Laps, reason out, disconnected score, points of the second.
        (10, 0, false, 6),
        (9, 5, false, 6),
        (4, 0, false, 0),
        (0, 0, false, 0),
        (10, 29, true, 0),
        (10, 34, true, 0),
        (10, 32, false, 0),
        (10, 32, true, 6),
    ];
    for (laps, reason, disconnected, expected) in cases {
        let rule = rule(json!({"min_laps_percent": 50, "score_disconnected": disconnected}));
        let mut rows = race();
        rows[1].laps = Some(laps);
        rows[1].reason_out_id = Some(reason);
        let second = points(&rule, &rows).into_iter().find(|it| it.0 == 2);
        let second = second.map_or(0, |it| it.1);
        assert_eq!(second, expected, "{laps} {reason} {disconnected}");
        assert!(points(&rule, &rows).contains(&(3, 4)), "keeps the position");
    }
}

#[test]
fn iracings_own_drivers_neither_score_nor_take_a_position() {
    let mut rows = race();
    rows[0].ai = true;
    rows[0].cust_id = None;
    assert_eq!(points(&rule(json!({})), &rows), [(2, 10), (3, 6)]);
    let league = rule(json!({"mode": "league_points"}));
    rows[0].league_points = Some(9);
    assert!(
        scores(&league, &sessions(), &rows)
            .values()
            .all(|it| it.points == 0)
    );
}

#[test]
fn bonuses_go_to_whoever_scores_and_to_all_who_share() {
    let rule = rule(json!({"fastest_lap": 1, "most_laps_led": 2}));
    let mut rows = race();
    rows[0].best_lap = Some(500);
    rows[1].best_lap = Some(500);
    rows[2].best_lap = Some(400);
    rows[2].reason_out_id = Some(29);
    rows[1].laps_led = Some(6);
    rows[0].laps_led = Some(4);
    assert_eq!(points(&rule, &rows), [(1, 11), (2, 9)]);
    assert_eq!(points(&rule, &race()), [(1, 10), (2, 6), (3, 4)]);
}

#[test]
fn without_qualifying_the_pole_is_where_somebody_started() {
    let rule = rule(json!({"pole": 7}));
    let mut rows = race();
    rows[1].start_position = Some(1);
    rows[0].start_position = Some(2);
    let of = |sessions: &[Session]| scores(&rule, sessions, &rows)[&Driver::Account(2)].points;
    assert_eq!(of(&sessions()[1..]), 13);
    assert_eq!(of(&sessions()), 6);
}

#[test]
fn each_class_has_its_own_positions() {
    let mut rows = race();
    rows[0].class_id = Some(70);
    rows[1].class_id = Some(71);
    rows[2].class_id = Some(71);
    rows[2].laps = Some(6);
    rows[1].laps = Some(6);
    let rule_of = |per_class| rule(json!({"per_class": per_class, "min_laps_percent": 90}));
    assert_eq!(points(&rule_of(true), &rows), [(1, 10), (2, 10), (3, 6)]);
    assert_eq!(points(&rule_of(false), &rows), [(1, 10)]);
}

#[test]
fn a_team_scores_for_each_of_its_drivers_who_drove_enough() {
    let mut rows = race().to_vec();
    rows[0] = Row {
        cust_id: None,
        team_id: Some(-5),
        ..row(RACE, 0, 1)
    };
    for (cust_id, laps) in [(7, 6), (8, 3), (9, 1), (10, 0)] {
        rows.push(Row {
            team_place: Some(1),
            team_id: Some(-5),
            laps: Some(laps),
            place: 10 + cust_id,
            ..row(RACE, cust_id, 1)
        });
    }
    let least = |percent| rule(json!({"min_share_percent": percent}));
    let others = [(2, 6), (3, 4)];
    let of = |percent| points(&least(percent), &rows);
    assert_eq!(of(0), [&others[..], &[(7, 10), (8, 10), (9, 10)]].concat());
    assert_eq!(of(30), [&others[..], &[(7, 10), (8, 10)]].concat());
    assert_eq!(of(31), [&others[..], &[(7, 10)]].concat());
}

#[test]
fn who_was_erased_is_a_car() {
    let mut rows = race();
    rows[0].cust_id = None;
    rows[0].erased = true;
    rows[0].car_number = Some("07".to_owned());
    let scores = scores(&rule(json!({})), &sessions(), &rows);
    let car = &scores[&Driver::Car(Some("07".to_owned()))];
    assert_eq!((car.points, &car.finishes[..]), (10, &[1][..]));
}
