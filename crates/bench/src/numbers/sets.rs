//! Which numbers are claimed, and by whom.

use crate::caller::{Caller, id};
use crate::engine::Place;
use crate::http::GUILD;
use crate::ids;
use crate::members::{self, FIRST_USER};
use crate::plan::Target;
use anyhow::Result;
use serde_json::json;
use std::fmt::Write as _;

/// Numbers with one to four digits.
pub(super) const NUMBERS: i64 = 11_110;
/// Values whose last two digits are below stay free, so that there are as many ranges of free numbers whether few are
/// claimed or many.
const FREE: i64 = 10;
/// Rows per statement.
const CHUNK: usize = 500;

/// The numbers from `0` to `9999`: first those with one digit, then those with two, and so on.
pub(super) fn number(mut index: i64) -> String {
    let (mut digits, mut count) = (1, 10);
    while index >= count {
        index -= count;
        count *= 10;
        digits += 1;
    }
    format!("{index:0digits$}")
}

/// See `crates/api/src/numbers/model/mod.rs`.
pub(super) fn sort_key(number: &str) -> i64 {
    let value: i64 = number.parse().unwrap_or_default();
    value * 10 + i64::try_from(number.len()).unwrap_or_default()
}

/// Up to 1,000 numbers of a class with three digits: some with leading zeros and the rest without, spread evenly.
pub(super) fn of_class(count: i64) -> Vec<String> {
    // 10 of each hundred values, then 20, and so on, but for those that stay free.
    let plain = (0..900).map(|it| {
        let (column, hundred) = (it / 10, it % 10);
        let within = FREE + (column * 7 + 40) % (100 - FREE);
        (hundred * 100 + within).to_string()
    });
    let zeros = (0..100).map(|it| format!("{it:03}"));
    let all = plain.chain(zeros);
    all.take(usize::try_from(count).unwrap_or_default())
        .collect()
}

/// A class and the numbers in it that are claimed.
pub(super) type Claimed = (i64, Vec<String>);

/// Creates classes, and has as many claims in each, by one member after the other. Answers them in this order.
pub(super) async fn fill(
    target: &Target,
    caller: &mut Caller<'_>,
    classes: i64,
    claims: i64,
) -> Result<Vec<Claimed>> {
    let mut claimed = Vec::new();
    for class in 1..=classes {
        let class = json!({ "name": format!("Class {class}"), "number_min": 0, "number_max": 999 });
        let class = caller.change("POST", "/api/number-classes", class).await?;
        claimed.push((id(&class, "id")?, of_class(claims / classes)));
    }
    let place = Place::from_url(&target.database)?;
    insert(&place, claims, &claimed).await?;
    if matches!(place, Place::MariaDb(_)) {
        // The server would do so by itself, some seconds later.
        let analyze = "ANALYZE TABLE members, number_claims";
        place.script(analyze.to_owned()).await?;
    }
    Ok(claimed)
}

async fn insert(place: &Place, members: i64, claimed: &[Claimed]) -> Result<()> {
    let at = ids::now().as_millisecond();
    place.script(members::insert(0, members, at)).await?;
    let all = claimed.iter().flat_map(|(class, numbers)| {
        let of_class = numbers.iter();
        of_class.map(move |number| (*class, number))
    });
    let all: Vec<_> = all.zip(FIRST_USER + 1..).collect();
    for rows in all.chunks(CHUNK) {
        let mut sql = "INSERT INTO number_claims (guild_id, class_id, number, sort_key, user_id, \
                       claimed_at, version) VALUES "
            .to_owned();
        for (place, ((class, number), user)) in rows.iter().enumerate() {
            let comma = if place == 0 { "" } else { ", " };
            let key = sort_key(number);
            write!(
                sql,
                "{comma}({GUILD}, {class}, '{number}', {key}, {user}, {at}, 0)"
            )?;
        }
        place.script(sql).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_number_comes_once() {
        let all: BTreeSet<_> = (0..NUMBERS).map(number).collect();
        assert_eq!(all.len(), 11_110);
        let ends = [0, 9, 10, 109, 110, NUMBERS - 1].map(number);
        assert_eq!(ends, ["0", "9", "00", "99", "000", "9999"]);
    }

    #[test]
    fn as_many_ranges_are_free_among_few_claims_as_among_many() {
        let ranges = |count: i64| {
            let claimed: BTreeSet<_> = of_class(count).into_iter().collect();
            assert_eq!(i64::try_from(claimed.len()), Ok(count));
            let free = |value: &i64| !claimed.contains(&value.to_string());
            let begins = |value: &i64| free(value) && (*value == 0 || !free(&(value - 1)));
            (0..1000).filter(begins).count()
        };
        assert_eq!((ranges(10), ranges(1000)), (11, 10));
    }
}
