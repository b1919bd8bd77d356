//! Numbers that are kept: reservations, the wait list, leavers, new seasons.

use crate::garage::{Garage, car, claim, in_class, release, wait};
use crate::helpers::{code, given, refused};
use paddock_api_types::numbers::{NumberReservation, NumberState, ReservationKind};
use paddock_api_types::{ErrorCode, PageQuery};
use serde_json::{Value, json};
use std::time::Duration;

async fn reserve(garage: &Garage, what: Value) -> NumberReservation {
    let reservation = garage.admin().reserve_numbers(&given(what)).await;
    reservation.unwrap()
}

#[tokio::test]
async fn a_reserved_number_goes_to_whom_it_is_kept_for() {
    let garage = Garage::new().await;
    let ada = garage.driver(1, "Ada", &[]).await;
    let bea = garage.driver(2, "Bea", &[]).await;
    reserve(&garage, json!({"number": "1", "user_id": "1"})).await;
    reserve(&garage, json!({"first": 10, "last": 19, "note": "VIP"})).await;
    let until = "2026-11-21T13:00:00Z";
    reserve(&garage, json!({"number": "30", "until": until})).await;
    let kept = refused(claim(&bea, "1").await);
    assert!(
        kept.starts_with("409 number_reserved field=number nearest="),
        "{kept}"
    );
    assert_eq!(code(claim(&bea, "15").await), ErrorCode::NumberReserved);
    let kept = refused(claim(&bea, "30").await);
    assert!(kept.ends_with(&format!("until={until}")), "{kept}");
    assert_eq!(garage.free(&ada).await, "0-9 20-29 31-99");
    assert_eq!(garage.free(&bea).await, "0-0 2-9 20-29 31-99");
    let status = garage.status(&bea, "15").await;
    assert_eq!(status.state, NumberState::Reserved);
    assert_eq!(
        status.reservation.unwrap().note,
        None,
        "a remark is between admins"
    );
    claim(&ada, "1").await.unwrap();
    let left = garage
        .admin()
        .list_number_reservations(&PageQuery::default())
        .await;
    let left = left.unwrap().items;
    assert_eq!(left.len(), 2, "the claim used it up");
    garage.app.clock.advance(Duration::from_hours(1));
    claim(&bea, "30").await.unwrap();
    garage
        .admin()
        .remove_number_reservation(left[1].id)
        .await
        .unwrap();
    let again = garage.admin().remove_number_reservation(left[1].id).await;
    assert_eq!(refused(again), "404 number_reservation_not_found");
}

#[tokio::test]
async fn what_cannot_be_reserved_is_refused_by_field() {
    let garage = Garage::new().await;
    for (what, expected) in [
        (json!({}), "422 invalid_value field=number"),
        (
            json!({"number": "1", "first": 1}),
            "422 invalid_value field=number",
        ),
        (json!({"first": 1}), "422 invalid_value field=number"),
        (
            json!({"first": 2, "last": 1}),
            "422 invalid_value field=first",
        ),
        (
            json!({"number": "1", "until": "2026-11-21T12:00:00Z"}),
            "422 invalid_value field=until",
        ),
        (
            json!({"number": "1", "user_id": "9"}),
            "404 member_not_found",
        ),
        (
            json!({"number": "1", "class_id": "9"}),
            "404 number_class_not_found",
        ),
    ] {
        let refusal = refused(garage.admin().reserve_numbers(&given(what.clone())).await);
        assert_eq!(refusal, expected, "{what}");
    }
}

#[tokio::test]
async fn a_freed_number_is_held_for_who_waits_longest_and_then_for_the_next() {
    let garage = Garage::with(json!({"announcement_channel_id": "50"})).await;
    let ada = garage.driver(1, "Ada", &["7"]).await;
    let bea = garage.driver(2, "Bea", &[]).await;
    let cleo = garage.driver(3, "Cleo", &[]).await;
    let dora = garage.driver(4, "Dora", &[]).await;
    assert_eq!(refused(wait(&bea, "8").await), "409 number_not_claimed");
    assert_eq!(refused(wait(&ada, "7").await), "409 number_held_by_caller");
    assert_eq!(wait(&bea, "7").await.unwrap(), 1);
    assert_eq!(wait(&cleo, "7").await.unwrap(), 2);
    assert_eq!(wait(&dora, "7").await.unwrap(), 3);
    assert_eq!(
        wait(&cleo, "7").await.unwrap(),
        2,
        "asking again changes nothing"
    );
    garage.said().await;
    release(&ada, "7").await.unwrap();
    assert_eq!(garage.said().await, ["2 number_held"]);
    assert_eq!(code(claim(&cleo, "7").await), ErrorCode::NumberReserved);
    // Bea declines.
    bea.stop_waiting_for_number(car("7"), &in_class(None))
        .await
        .unwrap();
    assert_eq!(garage.said().await, ["3 number_held"]);
    let again = bea.stop_waiting_for_number(car("7"), &in_class(None)).await;
    assert_eq!(refused(again), "404 number_not_waited");
    assert_eq!(wait(&bea, "7").await.unwrap(), 2, "behind Dora");
    let mine = cleo.list_my_numbers().await.unwrap();
    assert_eq!(mine.reservations[0].kind, ReservationKind::WaitList);
    claim(&cleo, "7").await.unwrap();
    assert_eq!(garage.holders().await, "7:3");
}

#[tokio::test]
async fn who_left_the_server_is_passed_over_in_the_line() {
    let garage = Garage::new().await;
    let ada = garage.driver(1, "Ada", &["7"]).await;
    for (id, name) in [(2, "Bea"), (3, "Cleo")] {
        let waiting = garage.driver(id, name, &[]).await;
        wait(&waiting, "7").await.unwrap();
    }
    garage.seen(2, false).await;
    release(&ada, "7").await.unwrap();
    assert_eq!(garage.said().await, ["3 number_held"]);
}

#[tokio::test]
async fn a_ban_and_an_erasure_release_immediately() {
    let garage = Garage::new().await;
    garage.driver(1, "Ada", &["7"]).await;
    let bea = garage.driver(2, "Bea", &["8"]).await;
    let cleo = garage.driver(3, "Cleo", &[]).await;
    wait(&bea, "7").await.unwrap();
    wait(&cleo, "8").await.unwrap();
    let ban = given(json!({"reason": "Wrecking."}));
    garage
        .admin()
        .ban_member(crate::helpers::user(1), &ban)
        .await
        .unwrap();
    let said = garage.said().await;
    assert_eq!(said, ["2 number_held"]);
    bea.delete_me().await.unwrap();
    assert_eq!(garage.said().await, ["3 number_held"]);
    assert_eq!(garage.holders().await, "");
    let reservations = garage
        .admin()
        .list_number_reservations(&PageQuery::default())
        .await;
    let kept: Vec<_> = reservations
        .unwrap()
        .items
        .into_iter()
        .map(|it| it.user_id)
        .collect();
    assert_eq!(
        kept,
        [Some(crate::helpers::user(3))],
        "nothing is kept for who is gone"
    );
}

#[tokio::test]
async fn without_priority_a_new_season_serves_who_waits_first() {
    let garage = Garage::new().await;
    garage.driver(1, "Ada", &["7"]).await;
    let bea = garage.driver(2, "Bea", &[]).await;
    let cleo = garage.driver(3, "Cleo", &[]).await;
    wait(&cleo, "7").await.unwrap();
    let start = given(json!({"priority_days": 0}));
    garage.admin().start_number_season(&start).await.unwrap();
    assert_eq!(code(claim(&bea, "7").await), ErrorCode::NumberReserved);
    claim(&cleo, "7").await.unwrap();
}

#[tokio::test]
async fn a_new_season_lets_holders_keep_their_numbers_for_a_while() {
    let garage = Garage::with(json!({"announcement_channel_id": "50"})).await;
    let ada = garage.driver(1, "Ada", &["7"]).await;
    garage.driver(2, "Bea", &["8"]).await;
    let cleo = garage.driver(3, "Cleo", &[]).await;
    wait(&cleo, "8").await.unwrap();
    garage.said().await;
    let start = given(json!({"priority_days": 7}));
    let season = garage.admin().start_number_season(&start).await.unwrap();
    assert_eq!(season.released, 2);
    assert_eq!(garage.said().await, ["all number_season_started"]);
    assert_eq!(garage.holders().await, "");
    assert_eq!(code(claim(&cleo, "7").await), ErrorCode::NumberReserved);
    claim(&ada, "7").await.unwrap();
    garage.app.clock.advance(Duration::from_hours(7 * 24));
    claim(&cleo, "8").await.unwrap();
    assert_eq!(garage.holders().await, "7:1 8:3");
}
