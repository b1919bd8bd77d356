//! The table of a season, made of the scores of its rounds.

use super::scores::{Driver, Score, Scores};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// Scores by the number of the round.
pub(crate) type Rounds = BTreeMap<i64, Scores>;

/// A member's row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Row<M> {
    pub(crate) place: u32,
    pub(crate) member: M,
    /// What counts, without what penalties take.
    pub(crate) points: i64,
    pub(crate) penalty: i64,
    pub(crate) wins: u32,
    /// Number, points, and whether it is dropped, of every round.
    pub(crate) rounds: Vec<(i64, i64, bool)>,
    finishes: Vec<i64>,
}

impl<M> Row<M> {
    /// A row of these rounds alone.
    #[cfg(test)]
    pub(crate) fn of(member: M, rounds: Vec<(i64, i64, bool)>) -> Self {
        Self {
            place: 1,
            member,
            points: 0,
            penalty: 0,
            wins: 0,
            rounds,
            finishes: Vec::new(),
        }
    }

    /// Less is better: points, then wins, then who has the better finish where theirs, the best first,
    /// differ. Whoever has one more is ahead.
    fn rank(&self) -> (Reverse<i64>, Vec<i64>) {
        let mut finishes = self.finishes.clone();
        finishes.push(i64::MAX);
        (Reverse(self.points), finishes)
    }
}

/// Adds a subsession's scores to those of its round.
pub(crate) fn add(round: &mut Scores, scores: Scores) {
    for (driver, score) in scores {
        let sum: &mut Score = round.entry(driver).or_default();
        sum.points += score.points;
        sum.finishes.extend(score.finishes);
        sum.car_number = score.car_number.or(sum.car_number.take());
    }
}

/// The rows of the members whose accounts these are, the best first; equals in the order of members.
pub(crate) fn table<M: Copy + Ord>(
    rounds: &Rounds,
    accounts: &BTreeMap<i64, M>,
    drop: usize,
    penalties: &BTreeMap<M, i64>,
) -> Vec<Row<M>> {
    let mut rows: Vec<_> = accounts
        .iter()
        .filter_map(|(account, member)| row(rounds, &Driver::Account(*account), *member, drop))
        .collect();
    for row in &mut rows {
        row.penalty = penalties.get(&row.member).copied().unwrap_or(0);
        row.points -= row.penalty;
    }
    rows.sort_by_cached_key(|row| (row.rank(), row.member));
    let ranks: Vec<_> = rows.iter().map(Row::rank).collect();
    let (mut place, mut before) = (0, None);
    for ((count, row), rank) in (1..).zip(&mut rows).zip(&ranks) {
        if before != Some(rank) {
            (place, before) = (count, Some(rank));
        }
        row.place = place;
    }
    rows
}

fn row<M>(rounds: &Rounds, driver: &Driver, member: M, drop: usize) -> Option<Row<M>> {
    let scores: Vec<_> = rounds
        .iter()
        .map(|(number, scores)| (*number, scores.get(driver)))
        .collect();
    scores.iter().find_map(|(_, score)| *score)?;
    let points = |score: Option<&Score>| score.map_or(0, |score| score.points);
    let mut worst: Vec<_> = scores
        .iter()
        .map(|(n, score)| (points(*score), *n))
        .collect();
    worst.sort_unstable();
    worst.truncate(drop.min(worst.len() - 1));
    let dropped: BTreeSet<i64> = worst.into_iter().map(|(_, number)| number).collect();
    let mut finishes: Vec<i64> = scores
        .iter()
        .filter_map(|(_, score)| *score)
        .flat_map(|score| score.finishes.iter().copied())
        .collect();
    finishes.sort_unstable();
    let rounds: Vec<_> = scores
        .into_iter()
        .map(|(number, score)| (number, points(score), dropped.contains(&number)))
        .collect();
    let counted = rounds.iter().filter(|(.., dropped)| !dropped);
    let wins = finishes.iter().take_while(|it| **it == 1).count();
    Some(Row {
        place: 0,
        member,
        points: counted.map(|(_, points, _)| points).sum(),
        penalty: 0,
        wins: u32::try_from(wins).unwrap_or(u32::MAX),
        rounds,
        finishes,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Rounds from the points and finishes of accounts.
    fn rounds(of: &[&[(i64, i64, &[i64])]]) -> Rounds {
        let scores = of.iter().map(|round| {
            let scores = round.iter().map(|(account, points, finishes)| {
                let score = Score {
                    points: *points,
                    finishes: finishes.to_vec(),
                    car_number: None,
                };
                (Driver::Account(*account), score)
            });
            scores.collect::<Scores>()
        });
        (1..).zip(scores).collect()
    }

    /// Place, account and points of everybody.
    fn told(rounds: &Rounds, drop: usize) -> Vec<(u32, i64, i64)> {
        let accounts = (1..=4).map(|account| (account, account)).collect();
        let rows = table(rounds, &accounts, drop, &BTreeMap::new()).into_iter();
        rows.map(|row| (row.place, row.member, row.points))
            .collect()
    }

    #[test]
    fn the_worst_rounds_are_dropped_and_a_missed_one_is_worth_nothing() {
        let rounds = rounds(&[
            &[(1, 25, &[1]), (2, 18, &[2])],
            &[(1, 10, &[5]), (2, 18, &[2])],
            &[(2, 18, &[2])],
        ]);
        assert_eq!(told(&rounds, 0), [(1, 2, 54), (2, 1, 35)]);
        assert_eq!(told(&rounds, 1), [(1, 2, 36), (2, 1, 35)]);
        assert_eq!(told(&rounds, 2), [(1, 1, 25), (2, 2, 18)]);
        // One round counts in any case.
        assert_eq!(told(&rounds, 9), told(&rounds, 2));
        let accounts = BTreeMap::from([(1, 'a')]);
        let row = table(&rounds, &accounts, 1, &BTreeMap::new()).remove(0);
        assert_eq!(row.rounds, [(1, 25, false), (2, 10, false), (3, 0, true)]);
    }

    #[test]
    fn ties_go_to_wins_then_best_finishes_and_equals_share_a_place() {
        let tied = rounds(&[&[
            (1, 30, &[2, 2, 2]),
            (2, 30, &[1, 9, 9]),
            (3, 30, &[2, 2, 3]),
            (4, 30, &[2, 2, 3]),
        ]]);
        assert_eq!(
            told(&tied, 0),
            [(1, 2, 30), (2, 1, 30), (3, 3, 30), (3, 4, 30)]
        );
        let longer = rounds(&[&[(1, 30, &[1]), (2, 30, &[1, 8])]]);
        assert_eq!(told(&longer, 0), [(1, 2, 30), (2, 1, 30)]);
    }

    #[test]
    fn a_penalty_costs_points_and_with_them_the_place() {
        let rounds = rounds(&[&[(1, 25, &[1]), (2, 18, &[2])]]);
        let accounts = BTreeMap::from([(1, 'a'), (2, 'b')]);
        let table = table(
            &rounds,
            &accounts,
            0,
            &BTreeMap::from([('a', 10), ('c', 5)]),
        );
        let told = table.iter().map(|it| (it.member, it.points, it.penalty));
        let told: Vec<_> = told.collect();
        assert_eq!(told, [('b', 18, 0), ('a', 15, 10)]);
    }

    proptest::proptest! {
        #[test]
        fn nothing_that_is_dropped_is_better_than_what_counts(
            given in proptest::collection::vec(proptest::collection::vec((1_i64..5, 0_i64..30), 0..6), 1..8),
            drop in 0_usize..9,
        ) {
            let rounds: Rounds = (1..).zip(given.iter().map(|round| {
                let scores = round.iter().map(|(account, points)| {
                    (Driver::Account(*account), Score { points: *points, ..Score::default() })
                });
                scores.collect::<Scores>()
            })).collect();
            let accounts = (1..5).map(|account| (account, account)).collect();
            for row in table(&rounds, &accounts, drop, &BTreeMap::new()) {
                let kept: Vec<_> = row.rounds.iter().filter(|it| !it.2).map(|it| it.1).collect();
                let gone: Vec<_> = row.rounds.iter().filter(|it| it.2).map(|it| it.1).collect();
                proptest::prop_assert_eq!(row.rounds.len(), rounds.len());
                proptest::prop_assert_eq!(gone.len(), drop.min(rounds.len() - 1));
                proptest::prop_assert_eq!(kept.iter().sum::<i64>(), row.points);
                proptest::prop_assert!(gone.iter().max() <= kept.iter().min(), "{:?}", row);
            }
        }
    }
}
