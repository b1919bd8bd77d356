//! What a member is credited for the rounds of a season.

use super::standings::Row;
use paddock_api_types::scoring::{CreditedRound, ResultCredit};
use paddock_api_types::{SeasonId, UserId};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

/// What is due to whoever has this row of the table.
pub(crate) fn due(season_id: SeasonId, row: &Row<UserId>) -> ResultCredit {
    let counted = row.rounds.iter().filter(|(.., dropped)| !dropped);
    let rounds: Vec<_> = counted
        .map(|(number, points, _)| CreditedRound {
            number: *number,
            points: *points,
        })
        .collect();
    ResultCredit {
        season_id,
        user_id: row.member,
        points: rounds.iter().map(|round| round.points).sum(),
        rounds,
    }
}

/// The credit of a member who has none, or is due nothing.
pub(crate) fn nothing(season_id: SeasonId, user_id: UserId) -> ResultCredit {
    ResultCredit {
        season_id,
        user_id,
        points: 0,
        rounds: Vec::new(),
    }
}

/// Which rounds differ, as the ledger has it: `Round 3`, `Rounds 1-3, 5`.
pub(crate) fn reason(before: &ResultCredit, after: &ResultCredit) -> String {
    let [was, is] = [before, after].map(|credit| {
        let points = credit.rounds.iter().map(|it| (it.number, it.points));
        points.collect::<BTreeMap<_, _>>()
    });
    let numbers: BTreeSet<i64> = was.keys().chain(is.keys()).copied().collect();
    let value = |of: &BTreeMap<i64, i64>, number| of.get(number).copied().unwrap_or(0);
    let changed = numbers
        .iter()
        .filter(|it| value(&was, it) != value(&is, it));
    let changed: Vec<i64> = changed.copied().collect();
    let mut text = if changed.len() == 1 {
        "Round"
    } else {
        "Rounds"
    }
    .to_owned();
    let mut separator = " ";
    for run in changed.chunk_by(|a, b| a + 1 == *b) {
        let (first, last) = (run[0], run[run.len() - 1]);
        let _ = write!(text, "{separator}{first}");
        if first != last {
            let _ = write!(text, "-{last}");
        }
        separator = ", ";
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn credit(rounds: &[(i64, i64)]) -> ResultCredit {
        let rounds = rounds.iter().map(|(number, points)| CreditedRound {
            number: *number,
            points: *points,
        });
        let rounds: Vec<_> = rounds.collect();
        ResultCredit {
            points: rounds.iter().map(|it| it.points).sum(),
            rounds,
            ..nothing(SeasonId::new(1).unwrap(), UserId::new(1).unwrap())
        }
    }

    #[rstest::rstest]
    #[case(&[], &[(3, 25)], "Round 3")]
    #[case(&[(1, 10), (2, 18)], &[(2, 18), (3, 25)], "Rounds 1, 3")]
    #[case(&[(1, 10)], &[(1, 12), (2, 18), (3, 25), (5, 1)], "Rounds 1-3, 5")]
    #[case(&[(1, 10), (2, 0)], &[(1, 10), (3, 1)], "Round 3")]
    fn a_reason_names_the_rounds_that_differ(
        #[case] before: &[(i64, i64)],
        #[case] after: &[(i64, i64)],
        #[case] expected: &str,
    ) {
        assert_eq!(reason(&credit(before), &credit(after)), expected);
    }

    #[test]
    fn what_is_dropped_is_not_due() {
        let rounds = vec![(1, 25, false), (2, 10, true), (3, 18, false)];
        let row = Row::of(UserId::new(1).unwrap(), rounds);
        let due = due(SeasonId::new(1).unwrap(), &row);
        assert_eq!(due, credit(&[(1, 25), (3, 18)]));
    }
}
