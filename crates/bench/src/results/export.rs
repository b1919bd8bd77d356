//! A team race as iRacing's page exports it, with more teams than were there.

use anyhow::{Context as _, Result};
use serde::Serialize as _;
use serde_json::ser::{PrettyFormatter, Serializer};
use serde_json::{Map, Value};

/// A race of 22 teams in three classes, with practice and qualifying; without spaces.
const RACE: &str =
    include_str!("../../../iracing/tests/fixtures/04-export-league-team-2026-02.json");
/// Its id.
const SUBSESSION: &str = "82300000";
/// Ids of people and teams of one copy are that far from those of the next.
const APART: i64 = 100_000;

/// An export that was grown.
pub(super) struct Export {
    text: String,
    /// Rows of teams and their drivers.
    pub(super) rows: usize,
}

impl Export {
    /// One with at least so many bytes; indented as the page does it, or without spaces and so with more teams.
    pub(super) fn grown(bytes: usize, indented: bool) -> Result<Self> {
        let race: Value = serde_json::from_str(RACE)?;
        let mut copies = 1;
        loop {
            let grown = grow(&race, copies)?;
            let text = if indented {
                pretty(&grown)?
            } else {
                grown.to_string()
            };
            if text.len() >= bytes {
                let rows = rows(&grown);
                return Ok(Self { text, rows });
            }
            copies += 1;
        }
    }

    pub(super) fn bytes(&self) -> usize {
        self.text.len()
    }

    /// The same race as another subsession.
    pub(super) fn of(&self, subsession: i64) -> String {
        self.text.replace(SUBSESSION, &subsession.to_string())
    }
}

fn pretty(value: &Value) -> Result<String> {
    let mut text = Vec::new();
    let formatter = PrettyFormatter::with_indent(b"    ");
    value.serialize(&mut Serializer::with_formatter(&mut text, formatter))?;
    Ok(String::from_utf8(text)?)
}

/// The race with all of its teams so many times, each time as other people.
fn grow(race: &Value, copies: i64) -> Result<Value> {
    let mut grown = race.clone();
    let data = &mut grown["data"];
    let licences = data["driver_licenses"].as_object();
    let licences = licences.context("no licences")?;
    let mut more = Map::new();
    for copy in 0..copies {
        for (driver, licence) in licences {
            let driver: i64 = driver.parse()?;
            more.insert((driver + copy * APART).to_string(), licence.clone());
        }
    }
    data["driver_licenses"] = Value::Object(more);
    let sessions = data["session_results"].as_array_mut();
    for session in sessions.context("no sessions")? {
        let teams = session["results"].as_array().context("no teams")?;
        let mut more = Vec::new();
        for copy in 0..copies {
            for team in teams {
                let mut team = team.clone();
                rename(&mut team, copy);
                team["finish_position"] = more.len().into();
                more.push(team);
            }
        }
        session["results"] = Value::Array(more);
    }
    Ok(grown)
}

/// Gives a row, and those of its drivers, the ids of others.
fn rename(row: &mut Value, copy: i64) {
    for (id, by) in [("team_id", -APART), ("cust_id", APART)] {
        if let Some(known) = row[id].as_i64() {
            row[id] = (known + copy * by).into();
        }
    }
    for driver in row["driver_results"].as_array_mut().into_iter().flatten() {
        rename(driver, copy);
    }
}

fn rows(race: &Value) -> usize {
    let sessions = race["data"]["session_results"].as_array();
    let teams = sessions.into_iter().flatten();
    let teams = teams.filter_map(|session| session["results"].as_array());
    let rows = teams.flatten().map(|team| {
        let drivers = team["driver_results"].as_array();
        1 + drivers.map_or(0, Vec::len)
    });
    rows.sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn a_grown_export_is_of_other_people_each_time() {
        let race = serde_json::from_str(RACE).unwrap();
        assert_eq!(rows(&race), 170);
        let grown = grow(&race, 3).unwrap();
        assert_eq!(rows(&grown), 510);
        let session = &grown["data"]["session_results"][2]["results"];
        let teams = session.as_array().unwrap();
        let ids: BTreeSet<_> = teams.iter().map(|team| team["team_id"].as_i64()).collect();
        assert_eq!((teams.len(), ids.len()), (66, 66));
        assert_eq!(teams[65]["finish_position"], 65);
    }

    #[test]
    fn an_export_has_the_size_that_is_wanted_and_the_id() {
        let export = Export::grown(1_000_000, true).unwrap();
        assert!((1_000_000..2_000_000).contains(&export.bytes()));
        let text = export.of(82_300_001);
        assert!(!text.contains(SUBSESSION));
        let read: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(read["data"]["subsession_id"], 82_300_001);
        assert_eq!(rows(&read), export.rows);
    }
}
