//! Edges of submissions.

use super::{MS, now, refused};
use crate::seasons::model::{SeasonError, submissions};
use jiff::SignedDuration;
use paddock_api_types::seasons::SeasonItem;
use paddock_api_types::submissions::{Submission, SubmissionState};
use paddock_api_types::{ItemId, SeasonId, SubmissionId, UserId};
use rstest::rstest;

fn item() -> ItemId {
    ItemId::new(3).unwrap()
}

fn submission(state: SubmissionState) -> Submission {
    Submission {
        id: SubmissionId::new(1).unwrap(),
        season_id: SeasonId::new(1).unwrap(),
        season_name: "Winter".to_owned(),
        user_id: UserId::new(1).unwrap(),
        display_name: "Ada".to_owned(),
        item_id: item(),
        item_name: "Race".to_owned(),
        quantity: 2,
        points_each: 10,
        points: 20,
        state,
        proof_url: None,
        note: None,
        submitted_by: UserId::new(1).unwrap(),
        submitted_at: now(),
        decided_by: UserId::new(2),
        decided_at: None,
        reason: None,
        updated_at: now(),
    }
}

#[rstest]
#[case(1000, None)]
#[case(1001, Some("proof_url"))]
fn the_length_of_a_proof(#[case] length: usize, #[case] field: Option<&str>) {
    let address = "https://example.com/";
    let url = format!("{address}{}", "a".repeat(length - address.len()));
    assert_eq!(refused(submissions::check_proof(&url)), field);
}

#[test]
fn more_is_another_item_or_a_greater_quantity() {
    let before = submission(SubmissionState::Pending);
    let other = ItemId::new(4).unwrap();
    assert!(!submissions::asks_for_more(&before, item(), 2));
    assert!(!submissions::asks_for_more(&before, item(), 1));
    assert!(submissions::asks_for_more(&before, item(), 3));
    assert!(submissions::asks_for_more(&before, other, 1));
}

#[rstest]
#[case(Some(5), 5, None)]
#[case(Some(5), 6, Some(5))]
#[case(None, 10_000, None)]
#[case(None, 10_001, Some(10_000))]
fn a_submission_holds_at_most_the_limit(
    #[case] max_quantity: Option<u32>,
    #[case] quantity: u32,
    #[case] refused: Option<u32>,
) {
    let item = SeasonItem {
        item_id: item(),
        name: "Race".to_owned(),
        description: None,
        points: 10,
        max_quantity,
        max_per_day: None,
    };
    let limit = match submissions::check_limit(&item, quantity) {
        Err(SeasonError::QuantityExceeded { limit }) => Some(limit),
        _ => None,
    };
    assert_eq!(limit, refused);
}

#[rstest]
#[case(SubmissionState::Pending, 0, true, true, true)]
#[case(SubmissionState::Approved, 20, false, false, true)]
#[case(SubmissionState::Rejected, 0, false, false, false)]
#[case(SubmissionState::Deleted, 0, false, false, false)]
#[case(SubmissionState::Expired, 0, false, false, false)]
fn what_each_state_counts_and_allows(
    #[case] state: SubmissionState,
    #[case] counted: i64,
    #[case] can_be_decided: bool,
    #[case] owner_can_change: bool,
    #[case] admin_can_change: bool,
) {
    let submission = submission(state);
    assert_eq!(submissions::counted(&submission), counted);
    let decided = submissions::must_be_pending(&submission);
    assert_eq!(decided.is_ok(), can_be_decided);
    for (admin, can_change) in [(false, owner_can_change), (true, admin_can_change)] {
        let changed = submissions::must_be_changeable(&submission, admin);
        assert_eq!(changed.is_ok(), can_change);
    }
}

#[test]
fn a_submission_is_worth_its_quantity_and_is_compared_as_stored() {
    assert_eq!(submissions::worth(3, u32::MAX), 3 * i64::from(u32::MAX));
    let submission = submission(SubmissionState::Pending);
    let seen = |at| submissions::must_be_as_seen(&submission, at);
    assert!(seen(None).is_ok());
    assert!(seen(Some(now() + SignedDuration::from_nanos(999))).is_ok());
    let changed = seen(Some(now() - MS));
    assert!(matches!(
        changed,
        Err(SeasonError::SubmissionChanged { updated_at }) if updated_at == now()
    ));
}
