//! Edges of the ladder and its prizes.

use crate::seasons::model::SeasonError;
use crate::seasons::model::ranks::{self, Ladder, Prize, Rank};
use crate::testing::{number, text};
use paddock_api_types::seasons::{CreateRank, UpdateRank};
use paddock_api_types::{PrizeId, RankId};
use rstest::rstest;

fn rank(id: i64, position: u32, threshold: i64) -> Rank {
    Rank {
        id: RankId::new(id).unwrap(),
        position,
        name: format!("Rank {id}"),
        threshold,
        badge: None,
    }
}

fn new_rank(threshold: i64) -> CreateRank {
    CreateRank {
        name: text(" Gold "),
        threshold: number(threshold),
        badge: Some(text(" 🥇 ")),
    }
}

#[rstest]
#[case(1)]
#[case(1_000_000_000)]
fn thresholds(#[case] threshold: i64) {
    let id = RankId::new(9).unwrap();
    let created = ranks::check_new(&new_rank(threshold), id, &Ladder::default());
    let expected = Rank {
        name: "Gold".to_owned(),
        badge: Some("🥇".to_owned()),
        ..rank(9, 1, threshold)
    };
    assert_eq!(created.unwrap(), expected);
}

#[rstest]
#[case::below(19, 1)]
#[case::between(21, 2)]
#[case::just_below_the_top(49, 2)]
#[case::above(51, 3)]
fn a_rank_stands_where_its_threshold_puts_it(#[case] threshold: i64, #[case] position: u32) {
    let ladder = Ladder::new(vec![rank(2, 0, 50), rank(1, 0, 20)]);
    let id = RankId::new(9).unwrap();
    let created = ranks::check_new(&new_rank(threshold), id, &ladder);
    assert_eq!(created.unwrap().position, position);
}

#[test]
fn a_change_of_a_rank_changes_what_it_names() {
    let ladder = Ladder::new(vec![rank(1, 1, 10), rank(2, 2, 50)]);
    let change = |update: &UpdateRank| ranks::apply(&ladder.ranks()[0], update, &ladder);
    assert_eq!(change(&UpdateRank::default()).unwrap(), rank(1, 1, 10));
    let update = UpdateRank {
        name: Some(text(" Silver ")),
        threshold: Some(number(51)),
        badge: Some(Some(text(" S "))),
    };
    let expected = Rank {
        name: "Silver".to_owned(),
        badge: Some("S".to_owned()),
        ..rank(1, 2, 51)
    };
    assert_eq!(change(&update).unwrap(), expected);
}

#[test]
fn a_threshold_that_another_rank_has_is_refused_with_its_name() {
    let ladder = Ladder::new(vec![rank(1, 1, 20), rank(2, 2, 50)]);
    let id = RankId::new(9).unwrap();
    match ranks::check_new(&new_rank(50), id, &ladder) {
        Err(SeasonError::RankThresholdTaken { rank }) => assert_eq!(rank, "Rank 2"),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_described_prize_outlives_the_season() {
    let prize = |rank| Prize {
        id: PrizeId::new(1).unwrap(),
        rank_id: RankId::new(rank).unwrap(),
        role_id: None,
        description: Some("a mug".to_owned()),
    };
    let ladder = Ladder::new(vec![rank(1, 1, 100)]);
    assert!(ranks::deserves(&prize(1), &ladder, 100, true));
    assert!(!ranks::deserves(&prize(2), &ladder, 100, true));
}
