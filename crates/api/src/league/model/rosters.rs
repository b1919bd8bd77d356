//! Rosters, and what changes from one to the next.

use jiff::Timestamp;
use paddock_api_types::league::{RosterSnapshot, RosterSource};
use paddock_api_types::{CarNumber, UserId};
use std::collections::BTreeMap;

/// More than any league has: the largest that is known has some 6,000.
pub(super) const MAX_DRIVERS: usize = 20_000;

/// A driver of a roster.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Driver {
    pub(crate) cust_id: i64,
    pub(crate) number: Option<CarNumber>,
    pub(crate) name: Option<String>,
}

impl Driver {
    /// That of the number, by which it is found.
    pub(crate) fn value(&self) -> Option<u16> {
        self.number.as_ref().map(CarNumber::value)
    }
}

/// A driver of the current roster who has a number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct NumberedDriver {
    pub(crate) number: CarNumber,
    pub(crate) cust_id: i64,
    /// Who linked this account.
    pub(crate) user_id: Option<UserId>,
}

/// A driver of the current roster, with who linked the account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Entry {
    pub(crate) driver: Driver,
    pub(crate) user_id: Option<UserId>,
    /// That member lets others see name and customer id.
    pub(crate) consent: bool,
}

/// A roster as stored, without its drivers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Roster {
    pub(crate) source: RosterSource,
    pub(crate) taken_at: Timestamp,
    pub(crate) drivers: u32,
    pub(crate) numbered: u32,
    /// Grows with every change, so that none is overwritten unseen.
    pub(crate) version: i64,
}

/// These rosters, of which the current one comes first.
pub(crate) fn snapshots(rosters: &[Roster]) -> Vec<RosterSnapshot> {
    let snapshot = |(place, roster): (usize, &Roster)| RosterSnapshot {
        source: roster.source,
        current: place == 0,
        taken_at: roster.taken_at,
        drivers: roster.drivers,
        numbered: roster.numbered,
    };
    rosters.iter().enumerate().map(snapshot).collect()
}

/// A roster as it was read, by customer id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct NewRoster {
    pub(crate) drivers: BTreeMap<i64, Driver>,
    /// Shows everybody, so that whoever is not on it left.
    pub(crate) complete: bool,
}

impl NewRoster {
    /// Drivers with a number.
    pub(crate) fn numbered(&self) -> u32 {
        count(
            self.drivers
                .values()
                .filter(|it| it.number.is_some())
                .count(),
        )
    }
}

/// What has to be written, by customer id.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Changes {
    pub(crate) added: Vec<i64>,
    pub(crate) changed: Vec<i64>,
    pub(crate) removed: Vec<i64>,
}

/// From the drivers there were to those there are; `after` becomes the whole roster where it shows
/// only a part.
pub(crate) fn changes(before: Vec<Driver>, after: &mut NewRoster) -> Changes {
    let mut changes = Changes::default();
    let known: BTreeMap<i64, Driver> = before.into_iter().map(|it| (it.cust_id, it)).collect();
    for (id, driver) in &after.drivers {
        match known.get(id) {
            None => changes.added.push(*id),
            Some(before) if before != driver => changes.changed.push(*id),
            Some(_) => {}
        }
    }
    for (id, driver) in known {
        if after.drivers.contains_key(&id) {
            continue;
        }
        if after.complete {
            changes.removed.push(id);
        } else {
            after.drivers.insert(id, driver);
        }
    }
    changes
}

/// How many, as the wire has it.
pub(crate) fn count(number: usize) -> u32 {
    u32::try_from(number).expect("a roster has few drivers")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drivers(of: &[(i64, &str)]) -> Vec<Driver> {
        let driver = |(cust_id, number): &(i64, &str)| Driver {
            cust_id: *cust_id,
            number: CarNumber::new(number).ok(),
            name: None,
        };
        of.iter().map(driver).collect()
    }

    fn roster(of: &[(i64, &str)], complete: bool) -> NewRoster {
        let drivers = drivers(of).into_iter();
        NewRoster {
            drivers: drivers.map(|it| (it.cust_id, it)).collect(),
            complete,
        }
    }

    #[test]
    fn only_what_differs_is_written() {
        let before = drivers(&[(1, "7"), (2, "8"), (3, "9"), (4, "")]);
        let mut after = roster(&[(1, "7"), (2, "08"), (4, ""), (5, "1")], true);
        let changes = changes(before, &mut after);
        assert_eq!(changes.added, [5]);
        assert_eq!(changes.changed, [2]);
        assert_eq!(changes.removed, [3]);
        assert_eq!((after.drivers.len(), after.numbered()), (4, 3));
    }

    #[test]
    fn whoever_a_part_of_a_roster_does_not_show_stays() {
        let before = drivers(&[(1, "7"), (2, "8")]);
        let mut after = roster(&[(2, "9")], false);
        let changes = changes(before, &mut after);
        assert_eq!((changes.changed, changes.removed), (vec![2], vec![]));
        assert_eq!((after.drivers.len(), after.numbered()), (2, 2));
    }
}
