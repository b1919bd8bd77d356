//! What is free, as the database tells it.

use super::{Paddock, car, service};
use crate::page::PageRequest;
use std::collections::BTreeSet;

#[tokio::test]
async fn every_value_whose_plain_number_nobody_claimed_is_free() {
    // Both ends of what one row of the database tells, and of what has as many digits.
    let claimed = [
        "0", "00", "07", "008", "9", "10", "011", "59", "60", "61", "99", "100", "599", "600",
        "999",
    ];
    let paddock = Paddock::of(15).await;
    for (member, number) in (1..).zip(claimed) {
        paddock.claim(member, number).await.unwrap();
    }
    let page = PageRequest {
        limit: 200,
        after: None,
    };
    let ranges = service::available(&paddock.by(1), None, page)
        .await
        .unwrap();
    let free: BTreeSet<_> = ranges
        .items
        .iter()
        .flat_map(|range| range.first..=range.last)
        .collect();
    let expected = (0..1000).filter(|value| !claimed.contains(&&*value.to_string()));
    assert_eq!(free, expected.collect());
    let beside = service::status(&paddock.by(1), &car("60"), None).await;
    assert_eq!(
        beside.unwrap().nearest,
        ["58", "62", "57", "63", "56"].map(car)
    );
}
