//! Numbers that change hands, and files of them.

use crate::garage::{Garage, car, release, swap};
use crate::helpers::{code, given, refused};
use paddock_api_types::numbers::{ImportNumbersQuery, TradeState};
use paddock_api_types::operations::Csv;
use paddock_api_types::{ErrorCode, PageQuery};
use serde_json::json;
use std::time::Duration;

#[tokio::test]
async fn a_swap_changes_both_numbers_once_it_is_accepted() {
    let garage = Garage::new().await;
    let ada = garage.driver(1, "Ada", &["7"]).await;
    let bea = garage.driver(2, "Bea", &["08"]).await;
    let trade = garage
        .offered(&ada, swap(2, "7", Some("08")))
        .await
        .unwrap();
    assert_eq!(garage.said().await, ["2 number_trade_offered"]);
    let own = refused(ada.accept_number_trade(trade.id).await);
    assert_eq!(
        own, "404 number_trade_not_found",
        "it is for the other side to accept"
    );
    let accepted = bea.accept_number_trade(trade.id).await.unwrap();
    assert_eq!(accepted.state, TradeState::Accepted);
    assert_eq!(garage.holders().await, "7:2 08:1");
    assert_eq!(garage.said().await, ["1 number_trade_decided"]);
    let again = refused(bea.accept_number_trade(trade.id).await);
    assert_eq!(again, "409 number_trade_decided state=accepted");
}

#[tokio::test]
async fn a_gift_counts_against_the_limit_of_who_takes_it() {
    let garage = Garage::new().await;
    let ada = garage.driver(1, "Ada", &["7"]).await;
    let bea = garage.driver(2, "Bea", &["8"]).await;
    let trade = garage.offered(&ada, swap(2, "7", None)).await.unwrap().id;
    let full = refused(bea.accept_number_trade(trade).await);
    assert_eq!(full, "409 number_limit_reached limit=1 numbers=[\"8\"]");
    release(&bea, "8").await.unwrap();
    bea.accept_number_trade(trade).await.unwrap();
    assert_eq!(garage.holders().await, "7:2");
}

#[tokio::test]
async fn an_offer_of_what_is_not_there_is_refused() {
    let garage = Garage::new().await;
    let ada = garage.driver(1, "Ada", &["7"]).await;
    garage.driver(2, "Bea", &["8"]).await;
    garage
        .app
        .member(3)
        .register_member(&crate::helpers::named("Cleo"))
        .await
        .unwrap();
    for (offer, expected) in [
        (swap(1, "7", None), "409 self_targeted"),
        (swap(2, "8", None), "409 number_not_held user_id=2"),
        (swap(2, "9", None), "409 number_not_held"),
        (swap(2, "7", Some("9")), "409 number_not_held"),
        (swap(3, "7", None), "409 member_not_verified"),
        (swap(4, "7", None), "404 member_not_found"),
    ] {
        let refusal = refused(garage.offered(&ada, offer.clone()).await);
        assert_eq!(refusal, expected, "{offer}");
    }
}

#[tokio::test]
async fn an_offer_ends_by_either_side_and_by_time() {
    let garage = Garage::new().await;
    let ada = garage.driver(1, "Ada", &["7"]).await;
    let bea = garage.driver(2, "Bea", &["8"]).await;
    let offer = || garage.offered(&ada, swap(2, "7", Some("8")));
    let declined = offer().await.unwrap().id;
    bea.decline_number_trade(declined).await.unwrap();
    let over = refused(bea.accept_number_trade(declined).await);
    assert_eq!(over, "409 number_trade_decided state=declined");
    let cancelled = offer().await.unwrap().id;
    assert_eq!(
        refused(bea.cancel_number_trade(cancelled).await),
        "404 number_trade_not_found"
    );
    ada.cancel_number_trade(cancelled).await.unwrap();
    let late = offer().await.unwrap().id;
    garage.app.clock.advance(Duration::from_hours(24));
    let over = refused(bea.accept_number_trade(late).await);
    assert_eq!(over, "409 number_trade_decided state=expired");
    let trades = bea.list_number_trades(&PageQuery::default()).await.unwrap();
    let states: Vec<_> = trades.items.into_iter().map(|trade| trade.state).collect();
    // Until the job that ends offers comes by.
    let late = TradeState::Open;
    assert_eq!(states, [late, TradeState::Cancelled, TradeState::Declined]);
}

#[tokio::test]
async fn an_offer_of_a_number_that_has_moved_on_is_broken() {
    let garage = Garage::new().await;
    let ada = garage.driver(1, "Ada", &["7"]).await;
    let bea = garage.driver(2, "Bea", &["8"]).await;
    let trade = garage
        .offered(&ada, swap(2, "7", Some("8")))
        .await
        .unwrap()
        .id;
    release(&ada, "7").await.unwrap();
    let broken = code(bea.accept_number_trade(trade).await);
    assert_eq!(broken, ErrorCode::NumberTradeBroken);
    assert_eq!(garage.holders().await, "8:2");
}

#[tokio::test]
async fn an_export_imports_again_unchanged() {
    let garage = Garage::with(json!({"numbers_per_member": 4})).await;
    garage
        .driver(1, "=Ada, \"Lovelace\"", &["7", "007", "0"])
        .await;
    garage.driver(2, "Bea", &["8"]).await;
    let admin = garage.admin();
    let file = admin.export_numbers().await.unwrap();
    insta::assert_snapshot!(file.replace("\r\n", "\n"), @r#"
    number,class,user_id,display_name,claimed_at
    0,,1,"'=Ada, ""Lovelace""",2026-11-21T12:00:00Z
    7,,1,"'=Ada, ""Lovelace""",2026-11-21T12:00:00Z
    '007,,1,"'=Ada, ""Lovelace""",2026-11-21T12:00:00Z
    8,,2,Bea,2026-11-21T12:00:00Z
    "#);
    let real = ImportNumbersQuery { dry_run: false };
    let same = admin.import_numbers(&real, &file).await.unwrap();
    assert_eq!((same.claimed, same.unchanged), (0, 4));
    let start = given(json!({"priority_days": 0}));
    admin.start_number_season(&start).await.unwrap();
    let back = admin.import_numbers(&real, &file).await.unwrap();
    assert_eq!((back.claimed, back.unchanged), (4, 0));
    assert_eq!(admin.export_numbers().await.unwrap().0, file.0);
}

#[tokio::test]
async fn an_import_is_all_or_nothing_and_says_what_it_refuses() {
    let garage = Garage::new().await;
    garage.driver(1, "Ada", &["7"]).await;
    garage.driver(2, "Bea", &[]).await;
    let admin = garage.admin();
    let file = Csv("number,user_id,class\n9,2,\n7,2,\n100,2,\n5,3,\n6,2,GT3\nx,2,\n".to_owned());
    let dry = ImportNumbersQuery { dry_run: true };
    let report = admin.import_numbers(&dry, &file).await.unwrap();
    let refused: Vec<_> = report
        .refused
        .iter()
        .map(|row| (row.line, row.detail.as_str()))
        .collect();
    assert_eq!(report.claimed, 1);
    let expected = [
        (3, "Ada holds 7"),
        (4, "numbers are 0 to 99, with up to 4 digits"),
        (5, "3 is not registered here"),
        (6, "there is no class \"GT3\""),
        (7, "number: expected 1 to 4 digits, not \"x\""),
    ];
    assert_eq!(refused, expected);
    let real = ImportNumbersQuery { dry_run: false };
    let refusal = code(admin.import_numbers(&real, &file).await);
    assert_eq!(refusal, ErrorCode::ImportRefused);
    assert_eq!(garage.holders().await, "7:1");
    assert_eq!(garage.status(&admin, "9").await.number, car("9"));
}
