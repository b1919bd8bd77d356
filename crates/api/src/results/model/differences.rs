//! How a result that came again differs from the one that is kept. Names and customer ids are in no
//! difference: it is shown to whoever imports, and counted in the audit log.

use super::content::{Content, Header, Row};
use paddock_api_types::results::{ResultDifference, ResultField as Field};
use std::collections::BTreeMap;

/// By what a row is found again, whatever changed in it.
type Key = (
    i64,
    Option<i64>,
    Option<i64>,
    Option<i64>,
    Option<String>,
    usize,
);

/// Every difference, by session and place; nothing where both are the same.
pub(crate) fn differences(before: &Content, after: &Content) -> Vec<ResultDifference> {
    let mut found = Vec::new();
    of_header(&before.header, &after.header, &mut found);
    if before.sessions != after.sessions {
        found.push(difference(None, None, Field::Sessions, None, None));
    }
    let mut old = keyed(&before.rows);
    let mut moved = false;
    for (key, row) in keyed(&after.rows) {
        match old.remove(&key) {
            Some(known) => {
                let told = found.len();
                of_row(known, row, &mut found);
                moved |= told == found.len() && known != row;
            }
            None => found.push(of_one(row, Field::Added)),
        }
    }
    found.extend(old.into_values().map(|row| of_one(row, Field::Removed)));
    found.sort_by_key(|it| it.session);
    // The order of rows that are the same otherwise, or which of them stands for its driver.
    if moved && found.is_empty() {
        found.push(difference(None, None, Field::Order, None, None));
    }
    found
}

/// Erased members stay erased in what comes again: a row that shows the same drive in the same car.
pub(crate) fn keep_erased(before: &[Row], after: &mut [Row]) {
    let drive = |row: &Row| {
        let car = (row.car_number.clone(), row.team_id, row.car_id);
        (row.session_number, car, row.laps, row.best_lap)
    };
    let erased: Vec<_> = before.iter().filter(|row| row.erased).map(drive).collect();
    if erased.is_empty() {
        return;
    }
    for row in after.iter_mut() {
        if row.cust_id.is_some() && erased.contains(&drive(row)) {
            (row.cust_id, row.name, row.erased) = (None, None, true);
        }
    }
}

fn keyed(rows: &[Row]) -> BTreeMap<Key, &Row> {
    let mut seen = BTreeMap::new();
    for row in rows {
        let named = row.cust_id.is_none() && row.team_id.is_none();
        let name = row.name.clone().filter(|_| named);
        let driver = row.team_place.map(|_| 1);
        let mut key = (
            row.session_number,
            row.cust_id,
            row.team_id,
            driver,
            name,
            0,
        );
        while seen.contains_key(&key) {
            key.5 += 1;
        }
        seen.insert(key, row);
    }
    seen
}

fn of_header(before: &Header, after: &Header, into: &mut Vec<ResultDifference>) {
    let mut told = |field, before: Option<String>, after: Option<String>| {
        if before != after {
            into.push(difference(None, None, field, before, after));
        }
    };
    let text = |id: Option<i64>| id.map(|id| id.to_string());
    told(
        Field::LeagueSeason,
        text(before.league_season_id),
        text(after.league_season_id),
    );
    told(
        Field::Track,
        before.track_name.clone(),
        after.track_name.clone(),
    );
    let time = |at: Option<jiff::Timestamp>| at.map(|at| at.to_string());
    told(
        Field::Start,
        time(before.started_at),
        time(after.started_at),
    );
    if into.is_empty() && before != after {
        into.push(difference(None, None, Field::Details, None, None));
    }
}

fn of_row(before: &Row, after: &Row, into: &mut Vec<ResultDifference>) {
    let numbers = |row: &Row| {
        [
            (Field::Position, row.position),
            (Field::ClassPosition, row.class_position),
            (Field::StartPosition, row.start_position),
            (Field::Laps, row.laps),
            (Field::LapsLed, row.laps_led),
            (Field::BestLap, row.best_lap),
            (Field::AverageLap, row.average_lap),
            (Field::QualifyingLap, row.qualifying_lap),
            (Field::Gap, row.gap),
            (Field::Incidents, row.incidents),
            (Field::ReasonOut, row.reason_out_id),
            (Field::LeaguePoints, row.league_points),
        ]
    };
    let car = after.car_number.as_deref();
    let told = into.len();
    for ((field, before), (_, now)) in numbers(before).into_iter().zip(numbers(after)) {
        if before != now {
            let text = |it: Option<i64>| it.map(|it| it.to_string());
            let at = Some(after.session_number);
            into.push(difference(at, car, field, text(before), text(now)));
        }
    }
    let at = Some(after.session_number);
    if before.car_number != after.car_number {
        let (was, is) = (before.car_number.clone(), after.car_number.clone());
        into.push(difference(at, car, Field::CarNumber, was, is));
    }
    if before.car_name != after.car_name {
        let (was, is) = (before.car_name.clone(), after.car_name.clone());
        into.push(difference(at, car, Field::Car, was, is));
    }
    let of_one_place = Row {
        place: before.place,
        team_place: before.team_place,
        main: before.main,
        ..after.clone()
    };
    if told == into.len() && *before != of_one_place {
        into.push(difference(at, car, Field::Details, None, None));
    }
}

fn of_one(row: &Row, field: Field) -> ResultDifference {
    let position = row.position.map(|position| position.to_string());
    let (before, after) = match field {
        Field::Removed => (position, None),
        _ => (None, position),
    };
    let session = Some(row.session_number);
    difference(session, row.car_number.as_deref(), field, before, after)
}

fn difference(
    session: Option<i64>,
    car_number: Option<&str>,
    field: Field,
    before: Option<String>,
    after: Option<String>,
) -> ResultDifference {
    ResultDifference {
        session,
        car_number: car_number.map(str::to_owned),
        field,
        before,
        after,
    }
}
