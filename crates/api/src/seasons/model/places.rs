//! Places without counting everybody: how many members are in each range of points.
//!
//! Points are cut into digits of six bits. Level 0 counts the members with exactly these points,
//! level 1 those that agree in all but the last digit, and so on. Those with more points than some
//! `p` are then, on each level, those whose digit is higher and whose higher digits agree: at most 63
//! rows a level, however many members there are. A change of points touches the upper levels
//! seldom, so that members hardly ever wait for each other.

/// Levels in all. The uppermost is open to both sides.
pub(crate) const LEVELS: u8 = 5;
/// Bits of a digit.
const DIGIT: u8 = 6;

/// The bucket of a level that these points fall into. Shifting keeps the sign, so that fewer points
/// are never in a higher bucket.
pub(crate) fn bucket(points: i64, level: u8) -> i64 {
    points >> (level * DIGIT)
}

/// The buckets of a level that hold members with more points and are in no bucket of a level above
/// that does: after the first, up to and including the second.
pub(crate) fn above(points: i64, level: u8) -> (i64, i64) {
    let own = bucket(points, level);
    let last = if level + 1 == LEVELS {
        i64::MAX
    } else {
        own | ((1 << DIGIT) - 1)
    };
    (own, last)
}

/// What a member who goes from some points to others changes: level, bucket left, bucket entered.
/// `None` is not being counted.
pub(crate) fn moves(
    from: Option<i64>,
    to: Option<i64>,
) -> impl Iterator<Item = (u8, Option<i64>, Option<i64>)> {
    (0..LEVELS)
        .map(move |level| {
            let at = |points: i64| bucket(points, level);
            (level, from.map(at), to.map(at))
        })
        .filter(|(_, from, to)| from != to)
}

/// How many rows at the beginning have as many points as the first.
pub(crate) fn equal_at_first(points: &[i64]) -> usize {
    points
        .iter()
        .take_while(|it| Some(*it) == points.first())
        .count()
}

/// The places of rows that follow each other in a table, most points first: 1, 2, 2, 4. `first` is
/// that of the first row, `second` that of the first one with fewer points; from there they are
/// counted.
pub(crate) fn places(points: &[i64], first: u32, second: u32) -> Vec<u32> {
    let equal = equal_at_first(points);
    let mut places = vec![first; equal];
    for (number, pair) in (second..).zip(points[equal.saturating_sub(1)..].windows(2)) {
        let place = if pair[0] == pair[1] {
            places[places.len() - 1]
        } else {
            number
        };
        places.push(place);
    }
    places
}

/// The places of rows from the top of a table on.
pub(crate) fn from_the_top(points: &[i64]) -> Vec<u32> {
    let equal = u32::try_from(equal_at_first(points)).expect("a table has few rows");
    places(points, 1, 1 + equal)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    fn counts(points: &[i64]) -> BTreeMap<(u8, i64), i64> {
        let mut counts = BTreeMap::new();
        for points in points {
            for (level, _, bucket) in moves(None, Some(*points)) {
                *counts.entry((level, bucket.unwrap())).or_default() += 1;
            }
        }
        counts
    }

    fn more_than(points: i64, counts: &BTreeMap<(u8, i64), i64>) -> i64 {
        (0..LEVELS)
            .map(|level| {
                let (after, through) = above(points, level);
                let higher = (
                    std::ops::Bound::Excluded((level, after)),
                    std::ops::Bound::Included((level, through)),
                );
                counts
                    .range(higher)
                    .map(|(_, members)| members)
                    .sum::<i64>()
            })
            .sum()
    }

    proptest::proptest! {
        #[test]
        fn the_sums_are_the_count(
            points in proptest::collection::vec(-5_000_i64..50_000, 1..200),
            far in proptest::collection::vec(-3_000_000_000_i64..3_000_000_000, 1..20),
        ) {
            let all: Vec<_> = points.into_iter().chain(far).collect();
            let counts = counts(&all);
            for points in &all {
                let counted = all.iter().filter(|other| *other > points).count();
                proptest::prop_assert_eq!(more_than(*points, &counts), i64::try_from(counted).unwrap());
            }
        }
    }

    #[test]
    fn equals_share_a_place_and_the_next_skips_theirs() {
        assert_eq!(from_the_top(&[30, 20, 20, 10]), [1, 2, 2, 4]);
        assert_eq!(from_the_top(&[30, 30, 20]), [1, 1, 3]);
        assert!(from_the_top(&[]).is_empty());
        assert_eq!(places(&[7, 7, 5, 5, 4], 12, 20), [12, 12, 20, 20, 22]);
    }

    proptest::proptest! {
        #[test]
        fn a_place_is_one_more_than_there_are_members_with_more(
            mut points in proptest::collection::vec(0_i64..20, 0..60),
        ) {
            points.sort_unstable_by(|a, b| b.cmp(a));
            let above = |own| points.iter().filter(|other| *other > own).count();
            let expected: Vec<_> = points.iter().map(|own| 1 + above(own)).collect();
            let places = from_the_top(&points).into_iter().map(|place| place as usize);
            proptest::prop_assert_eq!(places.collect::<Vec<_>>(), expected);
        }
    }

    #[test]
    fn a_small_change_leaves_the_upper_levels_alone() {
        let levels: Vec<_> = moves(Some(10), Some(20)).map(|(level, ..)| level).collect();
        assert_eq!(levels, [0]);
        let levels: Vec<_> = moves(Some(60), Some(70)).map(|(level, ..)| level).collect();
        assert_eq!(levels, [0, 1]);
        assert_eq!(moves(Some(5), Some(5)).count(), 0);
    }
}
