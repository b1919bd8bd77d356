//! What is there after a round, compared with what was acknowledged.

use std::collections::BTreeMap;

use anyhow::Result;
use serde_json::Value;

use super::world::World;
use super::writer::Acknowledged;

/// Writes that are not there, or more than once.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) lost: Vec<String>,
    pub(super) doubled: Vec<String>,
}

/// Reads everything back.
pub(super) fn look(world: &World, acknowledged: &Acknowledged) -> Result<Found> {
    let mut found = Found::default();
    let members = world.paddock.list("/api/members")?;
    found.compare(
        "registration",
        &acknowledged.registrations,
        keys(&members, "user_id"),
    );
    // The note is the key under which it was sent.
    let submissions = world.paddock.list("/api/submissions?everybody=true")?;
    found.compare(
        "submission",
        &acknowledged.submissions,
        keys(&submissions, "note"),
    );
    let path = format!("/api/attendance/sessions/{}/records", acknowledged.session);
    let records = world.paddock.list(&path)?;
    found.compare(
        "check-in",
        &acknowledged.check_ins,
        keys(&records, "user_id"),
    );
    Ok(found)
}

fn keys(rows: &[Value], field: &str) -> BTreeMap<String, u64> {
    let mut keys = BTreeMap::new();
    for key in rows.iter().filter_map(|row| row[field].as_str()) {
        *keys.entry(key.to_owned()).or_default() += 1;
    }
    keys
}

impl Found {
    fn compare(&mut self, kind: &str, acknowledged: &[String], there: BTreeMap<String, u64>) {
        let lost = acknowledged.iter().filter(|key| !there.contains_key(*key));
        self.lost.extend(lost.map(|key| format!("{kind} {key}")));
        let doubled = there.iter().filter(|(_, count)| **count > 1);
        self.doubled
            .extend(doubled.map(|(key, _)| format!("{kind} {key}")));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_is_missing_is_lost_and_what_is_there_twice_is_doubled() {
        let rows = ["a", "b", "b", "c"].map(|note| json!({ "note": note }));
        let mut found = Found::default();
        let acknowledged = ["a", "b", "d"].map(str::to_owned);
        found.compare("submission", &acknowledged, keys(&rows, "note"));
        assert_eq!(found.lost, ["submission d"]);
        assert_eq!(found.doubled, ["submission b"]);
    }
}
