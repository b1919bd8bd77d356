//! What stands in which list.

use super::*;
use crate::numbers::ClassKey;
use crate::testing::{number as digits, user};
use jiff::Timestamp;
use proptest::prelude::*;
use std::fmt::Write as _;

fn number(text: &str) -> CarNumber {
    CarNumber::new(text).unwrap()
}

/// Of these accounts with numbers, that of each member is a hundred and their id.
fn roster(of: &[(i64, &str)]) -> Vec<Entry> {
    let entry = |(cust_id, number): &(i64, &str)| Entry {
        driver: crate::league::Driver {
            cust_id: *cust_id,
            number: CarNumber::new(number).ok(),
            name: Some(format!("driver {cust_id}")),
        },
        user_id: (101..110).contains(cust_id).then(|| user(cust_id - 100)),
        consent: false,
    };
    of.iter().map(entry).collect()
}

fn claims(of: &[(i64, &str, Option<i64>)]) -> Vec<Claim> {
    let claim = |(holder, text, class): &(i64, &str, Option<i64>)| Claim {
        class: ClassKey::of(class.map(digits)),
        class_name: class.map(|it| format!("class {it}")),
        number: number(text),
        user_id: user(*holder),
        display_name: format!("member {holder}"),
        claimed_at: Timestamp::UNIX_EPOCH,
        release_at: None,
        version: 0,
    };
    of.iter().map(claim).collect()
}

fn links(of: &[i64]) -> Vec<IracingLink> {
    let link = |member: &i64| IracingLink {
        user_id: user(*member),
        iracing_id: 100 + member,
        proven: false,
        consent: false,
        linked_at: Timestamp::UNIX_EPOCH,
    };
    of.iter().map(link).collect()
}

fn all(
    claimed: &[(i64, &str, Option<i64>)],
    on_roster: &[(i64, &str)],
    linked: &[i64],
) -> Vec<Difference> {
    compare(&claims(claimed), &roster(on_roster), &links(linked), true)
}

/// As `Clash 7 by 1: 200 201`.
fn said(differences: &[Difference]) -> Vec<String> {
    let said = |it: &Difference| {
        let mut said = format!("{:?} {}", it.kind, it.number.as_str());
        if let Some(holder) = &it.holder {
            write!(said, " by {}", holder.user_id).unwrap();
        }
        if let Some(elsewhere) = it.holder.as_ref().and_then(|it| it.roster_number.as_ref()) {
            write!(said, " who has {}", elsewhere.as_str()).unwrap();
        }
        for driver in &it.drivers {
            write!(said, " {}", driver.iracing_id.unwrap()).unwrap();
        }
        said
    };
    differences.iter().map(said).collect()
}

#[test]
fn each_number_is_in_the_list_where_it_belongs() {
    let claimed = [
        (1, "1", None),
        (2, "01", None),
        (3, "2", None),
        (4, "3", None),
        (5, "0", None),
    ];
    let on_roster = [
        (101, "1"),
        (200, "2"),
        (104, "33"),
        (201, "4"),
        (105, "0"),
        (202, "00"),
        (203, ""),
    ];
    assert_eq!(
        said(&all(&claimed, &on_roster, &[1, 3, 4, 5])),
        [
            "Match 0 by 5 105",
            "Match 1 by 1 101",
            "ToAssign 01 by 2",
            "ToAssign 3 by 4 who has 33",
            "Clash 2 by 3 200",
            "RosterOnly 00 202",
            "RosterOnly 4 201",
            "RosterOnly 33 104",
        ]
    );
}

#[test]
fn a_doubled_number_is_told_beside_what_else_it_is() {
    let twice = [(200, "15"), (101, "15")];
    assert_eq!(
        said(&all(&[], &twice, &[])),
        ["RosterOnly 15 200 101", "Doubled 15 200 101"]
    );
    assert_eq!(
        said(&all(&[(1, "15", None)], &twice, &[1])),
        ["Match 15 by 1 101", "Doubled 15 200 101"]
    );
    assert_eq!(
        said(&all(&[(2, "15", None)], &twice, &[1])),
        ["Clash 15 by 2 200 101", "Doubled 15 200 101"]
    );
    // Two classes in which the number has its own holder are as they should be.
    let both = [(1, "15", Some(7)), (2, "15", Some(8))];
    assert_eq!(
        said(&all(&both, &[(102, "15"), (101, "15")], &[1, 2])),
        ["Match 15 by 1 101", "Match 15 by 2 102"]
    );
}

#[test]
fn classes_share_the_entries_of_a_number() {
    let both = [(1, "7", Some(7)), (2, "7", Some(8))];
    assert_eq!(
        said(&all(&both, &[(101, "7")], &[1, 2])),
        ["Match 7 by 1 101", "ToAssign 7 by 2"]
    );
    assert_eq!(
        said(&all(&both, &[(101, "7"), (200, "7")], &[1])),
        ["Match 7 by 1 101", "Clash 7 by 2 200", "Doubled 7 101 200"]
    );
    let same_holder = [(1, "7", Some(7)), (1, "7", Some(8))];
    assert_eq!(
        said(&all(&same_holder, &[(101, "7")], &[1])),
        ["Match 7 by 1 101", "Match 7 by 1 101"]
    );
}

#[test]
fn a_league_without_numbers_differs_in_what_is_claimed_only() {
    let nobody: Vec<_> = (0..5833).map(|it| (it + 1000, "")).collect();
    let differences = all(&[(1, "7", None)], &nobody, &[1]);
    assert_eq!(said(&differences), ["ToAssign 7 by 1"]);
    assert_eq!(all(&[], &nobody, &[]), []);
}

#[test]
fn who_has_not_agreed_is_shown_by_number_only() {
    let claimed = claims(&[(1, "7", None), (2, "8", None)]);
    let mut on_roster = roster(&[(101, "7"), (102, "9"), (200, "8")]);
    let mut linked = links(&[1, 2]);
    let shown = |roster: &[Entry], linked: &[IracingLink], league| {
        format!("{:?}", compare(&claimed, roster, linked, league))
    };
    let hidden = shown(&on_roster, &linked, false);
    for secret in ["101", "102", "200", "driver "] {
        assert!(!hidden.contains(secret), "{secret} in {hidden}");
    }
    assert!(hidden.contains("linked: true"));
    linked[0].consent = true;
    on_roster[0].consent = true;
    let agreed = shown(&on_roster, &linked, false);
    assert!(
        agreed.contains("101") && agreed.contains("driver 101"),
        "{agreed}"
    );
    assert!(
        !agreed.contains("102") && !agreed.contains("200"),
        "{agreed}"
    );
    let league = shown(&on_roster, &linked, true);
    for told in ["101", "102", "driver 102", "driver 200"] {
        assert!(league.contains(told), "{told} not in {league}");
    }
}

#[test]
fn six_thousand_claims_and_drivers_are_compared_in_no_time() {
    let texts: Vec<_> = (0..6000).map(|it: i64| it.to_string()).collect();
    let on_roster = (101_i64..).zip(&texts).map(|(id, it)| (id, it.as_str()));
    let on_roster: Vec<_> = on_roster.collect();
    let claimed = (1_i64..)
        .zip(&texts)
        .map(|(id, it)| (id, it.as_str(), None));
    let claimed: Vec<_> = claimed.collect();
    let linked: Vec<_> = (1..=3000).collect();
    let began = std::time::Instant::now();
    let differences = all(&claimed, &on_roster, &linked);
    println!("6,000 against 6,000: {:?}", began.elapsed());
    let counted = counts(&differences);
    assert_eq!((counted.matches, counted.clashes), (3000, 3000));
}

proptest! {
    /// Every claim is in one list, every entry with a number in one at least, and the order is
    /// that of the keys.
    #[test]
    fn nothing_is_lost(
        on_roster in prop::collection::vec((100_i64..115, "0?[0-3]"), 0..12),
        claimed in prop::collection::btree_map(("0?[0-3]", 1_i64..3), 1_i64..9, 0..10),
        linked in prop::collection::btree_set(1_i64..9, 0..8),
    ) {
        let mut seen = std::collections::BTreeSet::new();
        let on_roster: Vec<_> = on_roster
            .iter()
            .filter(|(id, _)| seen.insert(*id))
            .map(|(id, number)| (*id, number.as_str()))
            .collect();
        let claimed: Vec<_> = claimed
            .iter()
            .map(|((number, class), member)| (*member, number.as_str(), Some(*class)))
            .collect();
        let linked: Vec<_> = linked.into_iter().collect();
        let differences = all(&claimed, &on_roster, &linked);
        prop_assert!(differences.is_sorted_by_key(key));
        let held = differences.iter().filter(|it| it.holder.is_some()).count();
        prop_assert_eq!(held, claimed.len());
        for (id, number) in &on_roster {
            let told = differences.iter().any(|it| {
                it.number.as_str() == *number
                    && it.drivers.iter().any(|driver| driver.iracing_id == Some(*id))
            });
            prop_assert!(told, "{} {}", id, number);
        }
    }
}
