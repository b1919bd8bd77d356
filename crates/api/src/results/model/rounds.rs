//! Which subsessions are which round of a league's season.

use std::collections::{BTreeMap, BTreeSet};

/// Titles of sessions have at most as many characters.
const LONGEST_TITLE: usize = 100;
const MS_PER_DAY: i64 = 24 * 60 * 60 * 1000;

/// A subsession of a season.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Part {
    pub(crate) subsession_id: i64,
    /// When it was raced, in milliseconds since 1970.
    pub(crate) raced_at: i64,
    /// Its round, from 1.
    pub(crate) number: i64,
    /// Somebody chose the number.
    pub(crate) chosen: bool,
    /// Its result is final, so its number stays too.
    pub(crate) is_final: bool,
    /// Its result counts for no points.
    pub(crate) is_void: bool,
}

impl Part {
    fn day(&self) -> i64 {
        self.raced_at.div_euclid(MS_PER_DAY)
    }

    fn stays(&self) -> bool {
        self.chosen || (self.is_final && self.number > 0)
    }
}

/// The rounds of all subsessions of a season: those of one day (UTC) are one round, and days count in
/// their order, whatever order they came in. What somebody chose, and what is final, stays; whatever
/// else was raced on that day belongs to it, and later days go on from there.
pub(crate) fn numbers(parts: &[Part]) -> BTreeMap<i64, i64> {
    let kept: BTreeSet<i64> = parts
        .iter()
        .filter(|part| part.stays())
        .map(|part| part.number)
        .collect();
    let mut days: BTreeMap<i64, Vec<&Part>> = BTreeMap::new();
    for part in parts {
        days.entry(part.day()).or_default().push(part);
    }
    let mut numbers = BTreeMap::new();
    let mut last = 0;
    for of_day in days.values() {
        let fixed = of_day.iter().filter(|part| part.stays());
        let fixed = fixed.map(|part| part.number).min();
        let number = fixed.unwrap_or_else(|| {
            let mut free = last + 1;
            while kept.contains(&free) {
                free += 1;
            }
            free
        });
        for part in of_day {
            let own = if part.stays() { part.number } else { number };
            numbers.insert(part.subsession_id, own);
        }
        last = number;
    }
    numbers
}

/// Title of a session that is opened for a round.
pub(crate) fn title(season: Option<&str>, number: i64) -> String {
    let round = format!("Round {number}");
    let Some(season) = season else { return round };
    let kept = LONGEST_TITLE - round.len() - 2;
    let season: String = season.chars().take(kept).collect();
    format!("{season}, {}", round.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(subsession_id: i64, day: i64, chosen: Option<i64>) -> Part {
        Part {
            subsession_id,
            raced_at: day * MS_PER_DAY + 72_000_000,
            number: chosen.unwrap_or(0),
            chosen: chosen.is_some(),
            is_final: false,
            is_void: false,
        }
    }

    fn of(parts: &[Part]) -> Vec<(i64, i64)> {
        numbers(parts).into_iter().collect()
    }

    #[test]
    fn a_title_names_the_season_as_far_as_it_fits() {
        assert_eq!(title(None, 3), "Round 3");
        assert_eq!(title(Some("Winter"), 3), "Winter, round 3");
        let longest = title(Some(&"ß".repeat(200)), 12);
        assert_eq!(longest.chars().count(), LONGEST_TITLE);
    }

    #[test]
    fn a_day_is_a_round_whatever_order_its_files_came_in() {
        let parts = [
            part(1, 30, None),
            part(2, 9, None),
            part(3, 30, None),
            part(4, 16, None),
        ];
        assert_eq!(of(&parts), [(1, 3), (2, 1), (3, 3), (4, 2)]);
    }

    #[test]
    fn what_was_chosen_stays_and_the_rest_goes_around_it() {
        let parts = [
            part(1, 1, None),
            part(2, 8, Some(2)),
            part(3, 8, None),
            part(4, 9, None),
        ];
        assert_eq!(of(&parts), [(1, 1), (2, 2), (3, 2), (4, 3)]);
        let late = [part(1, 1, Some(2)), part(2, 8, None), part(3, 15, Some(3))];
        assert_eq!(of(&late), [(1, 2), (2, 4), (3, 3)]);
        let two = [part(1, 1, Some(1)), part(2, 1, Some(2)), part(3, 1, None)];
        assert_eq!(of(&two), [(1, 1), (2, 2), (3, 1)]);
    }

    #[test]
    fn a_final_result_keeps_its_round() {
        let last = Part {
            number: 1,
            is_final: true,
            ..part(1, 8, None)
        };
        assert_eq!(of(&[last, part(2, 1, None)]), [(1, 1), (2, 2)]);
    }
}
