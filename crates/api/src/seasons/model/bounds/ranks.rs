//! Edges of the ladder and its prizes.

use super::refused;
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

fn new_rank(position: Option<u32>, threshold: i64) -> CreateRank {
    CreateRank {
        position: position.map(number),
        name: text(" Gold "),
        threshold: number(threshold),
        badge: Some(text(" 🥇 ")),
    }
}

#[rstest]
#[case(1, 1)]
#[case(1000, 1_000_000_000)]
fn positions_and_thresholds(#[case] position: u32, #[case] threshold: i64) {
    let id = RankId::new(9).unwrap();
    let new = new_rank(Some(position), threshold);
    let created = ranks::check_new(&new, id, &Ladder::default());
    let expected = Rank {
        name: "Gold".to_owned(),
        badge: Some("🥇".to_owned()),
        ..rank(9, position, threshold)
    };
    assert_eq!(created.unwrap(), expected);
}

#[test]
fn a_rank_goes_to_the_top_by_default() {
    let id = RankId::new(9).unwrap();
    let position = |ladder: &Ladder, threshold| {
        let created = ranks::check_new(&new_rank(None, threshold), id, ladder);
        created.unwrap().position
    };
    assert_eq!(position(&Ladder::default(), 1), 1);
    let ladder = Ladder::new(vec![rank(2, 5, 50), rank(1, 2, 20)]);
    assert_eq!(position(&ladder, 51), 6);
    let highest = Ladder::new(vec![rank(1, 1000, 20)]);
    let above = ranks::check_new(&new_rank(None, 21), id, &highest);
    assert_eq!(refused(above), Some("position"));
}

#[test]
fn a_change_of_a_rank_changes_what_it_names() {
    let ladder = Ladder::new(vec![rank(1, 1, 10), rank(2, 5, 50)]);
    let change = |update: &UpdateRank| ranks::apply(&ladder.ranks()[0], update, &ladder);
    assert_eq!(change(&UpdateRank::default()).unwrap(), rank(1, 1, 10));
    let update = UpdateRank {
        position: Some(number(2)),
        name: Some(text(" Silver ")),
        threshold: Some(number(49)),
        badge: Some(Some(text(" S "))),
    };
    let expected = Rank {
        name: "Silver".to_owned(),
        badge: Some("S".to_owned()),
        ..rank(1, 2, 49)
    };
    assert_eq!(change(&update).unwrap(), expected);
}

#[rstest]
#[case::between(3, 20, "above 20 and below 50")]
#[case::also_between(3, 50, "above 20 and below 50")]
#[case::on_top(6, 50, "above 50")]
#[case::at_the_bottom(1, 20, "below 20")]
fn a_threshold_that_does_not_fit_is_refused_with_what_would(
    #[case] position: u32,
    #[case] threshold: i64,
    #[case] fits: &str,
) {
    let ladder = Ladder::new(vec![rank(1, 2, 20), rank(2, 5, 50)]);
    match ladder.check(&rank(3, position, threshold)) {
        Err(SeasonError::RankOutOfOrder { expected }) => assert_eq!(expected, fits),
        other => panic!("{other:?}"),
    }
    let taken = ladder.check(&rank(3, 5, 60));
    assert!(matches!(taken, Err(SeasonError::RankPositionTaken(5))));
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
