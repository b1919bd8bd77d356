//! Rosters in files: iRacing's answers as people save them, and CSV of our own.

use super::rosters::{Driver, MAX_DRIVERS, NewRoster};
use super::{LeagueError, unreadable};
use crate::csv::{self, Layout, Line};
use paddock_api_types::league::RosterFile;
use paddock_api_types::{CarNumber, CustId};
use paddock_iracing::files::{FileError, parse_roster};
use paddock_iracing::{Roster, RosterMember};
use std::collections::BTreeMap;

/// The column holds as many characters.
const LONGEST_NAME: usize = 100;

const LAYOUT: Layout<3> = Layout {
    columns: ["cust_id", "car_number", "nick_name"],
    required: 2,
    max_rows: MAX_DRIVERS,
    expected: "a first line with the columns cust_id and car_number",
    too_long: "at most 20000 drivers",
};

/// Reads an answer of iRacing's `league/roster` or `league/get`, with or without the `data` around it.
pub(crate) fn json(file: &RosterFile) -> Result<NewRoster, LeagueError> {
    let text = serde_json::to_vec(&file.0).expect("a value is JSON");
    let roster = parse_roster(&text).map_err(|error| unreadable(None, of_file(&error)))?;
    of_iracing(&roster)
}

/// The roster as iRacing gives it.
pub(crate) fn of_iracing(roster: &Roster) -> Result<NewRoster, LeagueError> {
    let drivers = roster.members.iter().map(driver);
    // Whoever may not see a roster is shown fewer drivers than there are.
    checked(
        drivers.map(|it| (it.cust_id, it)).collect(),
        roster.is_complete(),
    )
}

/// Reads the columns `cust_id`, `car_number` and, if it is there, `nick_name`.
pub(crate) fn csv(file: &str) -> Result<NewRoster, LeagueError> {
    let rows = csv::read(file, &LAYOUT);
    let rows = rows.map_err(|expected| unreadable(None, format!("expected {expected}")))?;
    let mut drivers = BTreeMap::new();
    for Line { line, cells } in rows {
        let [id, number, name] = cells;
        let read = |text: &str| text.parse().ok().and_then(CustId::new);
        let id = csv::id("cust_id", &id, "an iRacing customer id", read);
        let id = id.map_err(|detail| unreadable(Some(line), detail))?;
        let driver = Driver {
            cust_id: id.get(),
            // A mark keeps a spreadsheet from dropping leading zeros.
            number: CarNumber::new(number.trim_start_matches('\'')).ok(),
            name: shown(&csv::plain(&name)),
        };
        if drivers.insert(driver.cust_id, driver).is_some() {
            let twice = "the customer id stands in an earlier line too";
            return Err(unreadable(Some(line), twice));
        }
    }
    checked(drivers, true)
}

fn of_file(error: &FileError) -> String {
    match error {
        FileError::OnlyALink => "the file is only the first of iRacing's two answers; open the \
             address in its data_url or link, and upload what that shows"
            .to_owned(),
        FileError::Other { .. } => {
            "the file holds no roster; upload the answer of league/roster or \
             league/get, in which roster lists the drivers"
                .to_owned()
        }
        other @ FileError::NotJson { .. } => other.to_string(),
    }
}

fn driver(member: &RosterMember) -> Driver {
    let names = [&member.nick_name, &member.display_name];
    let mut names = names.into_iter().flatten().filter_map(|name| shown(name));
    let number = member.car_number.as_deref();
    Driver {
        cust_id: member.cust_id,
        number: number.and_then(|number| CarNumber::new(number).ok()),
        name: names.next(),
    }
}

/// A name on one line, as long as the column is.
fn shown(name: &str) -> Option<String> {
    let visible: String = name.chars().filter(|it| !it.is_control()).collect();
    let name: String = visible.trim().chars().take(LONGEST_NAME).collect();
    let name = name.trim_end();
    (!name.is_empty()).then(|| name.to_owned())
}

fn checked(drivers: BTreeMap<i64, Driver>, complete: bool) -> Result<NewRoster, LeagueError> {
    if drivers.is_empty() {
        // Else an answer that shows nobody would take everybody off the roster.
        return Err(unreadable(None, "the roster lists nobody"));
    }
    if drivers.len() > MAX_DRIVERS {
        return Err(unreadable(None, "a roster has at most 20000 drivers"));
    }
    Ok(NewRoster { drivers, complete })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    fn read(value: Value) -> Result<NewRoster, String> {
        json(&RosterFile(value)).map_err(|error| error.to_string())
    }

    fn numbers(roster: &NewRoster) -> Vec<(i64, Option<&str>)> {
        let drivers = roster.drivers.values();
        drivers
            .map(|it| (it.cust_id, it.number.as_ref().map(CarNumber::as_str)))
            .collect()
    }

    #[test]
    fn numbers_are_taken_as_they_are_and_what_is_none_is_none() {
        let entry = |id: i64, number: Value| json!({"cust_id": id, "car_number": number});
        let roster = read(json!({"data": {"roster": [
            entry(9, json!("007")), entry(1, json!(null)), entry(2, json!("")),
            entry(3, json!("0")), entry(4, json!("00")), entry(5, json!("12345")),
            entry(6, json!("7b")), entry(7, json!("007")), {"cust_id": 8, "new": {"a": []}},
        ]}}));
        let expected = [
            (1, None),
            (2, None),
            (3, Some("0")),
            (4, Some("00")),
            (5, None),
            (6, None),
            (7, Some("007")),
            (8, None),
            (9, Some("007")),
        ];
        let roster = roster.unwrap();
        assert_eq!(numbers(&roster), expected);
        assert_eq!(roster.numbered(), 4);
        assert!(roster.complete);
    }

    #[test]
    fn a_nickname_in_the_league_comes_before_the_name_in_iracing() {
        let named = |nick: &str, name: &str| {
            let member = json!({"cust_id": 1, "nick_name": nick, "display_name": name});
            let roster = read(json!({"roster": [member]})).unwrap();
            roster.drivers.into_values().next().unwrap().name
        };
        assert_eq!(
            named("", "Ada\u{7} Lovelace "),
            Some("Ada Lovelace".to_owned())
        );
        assert_eq!(named(" [Am] Ada", "Ada"), Some("[Am] Ada".to_owned()));
        assert_eq!(named(" ", "\n"), None);
        assert_eq!(named("", &"é".repeat(300)).unwrap().chars().count(), 100);
    }

    #[test]
    fn a_file_without_a_roster_says_what_to_upload() {
        let first = include_str!(
            "../../../../iracing/tests/fixtures/r5-league-roster-first-answer-data_url.json"
        );
        let refused = read(serde_json::from_str(first).unwrap()).unwrap_err();
        assert!(refused.contains("data_url"), "{refused}");
        for other in [json!({"session_results": []}), json!("x"), json!(null)] {
            let refused = read(other).unwrap_err();
            assert!(refused.contains("league/roster"), "{refused}");
        }
        for empty in [json!({"roster": []}), json!({"roster": [{"name": "x"}]})] {
            assert_eq!(read(empty).unwrap_err(), "the roster lists nobody");
        }
    }

    #[test]
    fn a_hidden_roster_is_not_a_complete_one() {
        let listed = json!([{"cust_id": 1, "car_number": "7"}]);
        let roster = read(json!({"roster_count": 45, "roster": listed})).unwrap();
        assert!(!roster.complete);
    }

    #[test]
    fn csv_is_read_with_its_columns_in_any_order() {
        for file in [
            "cust_id,car_number,nick_name\n1,'007,Ada\n2,,\n3,x,Ben\n",
            "\u{feff}NICK_NAME;Car_Number;cust_id\r\nAda;007;1\r\n;;2\r\nBen;x;3\r\n;;\r\n",
        ] {
            let roster = csv(file).unwrap();
            let expected = [(1, Some("007")), (2, None), (3, None)];
            assert_eq!(numbers(&roster), expected, "{file}");
            assert_eq!(roster.drivers[&1].name.as_deref(), Some("Ada"));
        }
        assert_eq!(csv("car_number,cust_id\n5,1\n").unwrap().numbered(), 1);
    }

    #[test]
    fn csv_that_cannot_be_read_says_where() {
        for (file, at) in [
            ("", None),
            ("cust_id,number\n1,2\n", None),
            ("cust_id,car_number\n1,2\n\nme,3\n", Some(4)),
            ("cust_id,car_number\n1,2\n0,3\n", Some(3)),
            ("cust_id,car_number\n1,2\n1,3\n", Some(3)),
            ("cust_id,car_number\n", None),
        ] {
            let Err(LeagueError::Unreadable { line, .. }) = csv(file) else {
                panic!("{file}");
            };
            assert_eq!(line, at, "{file}");
        }
    }
}
