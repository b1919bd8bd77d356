//! What becomes due with time.

use super::{Paddock, car, service};
use crate::testing::{number, user};
use paddock_api_types::numbers::{OfferNumberTrade, StartNumberSeason, TradeState};
use std::time::Duration;

const DAY: Duration = Duration::from_hours(24);

#[tokio::test]
async fn a_number_that_nobody_takes_in_time_goes_to_the_next() {
    let paddock = Paddock::of(3).await;
    paddock.claim(1, "7").await.unwrap();
    paddock.wait(2, "7").await.unwrap();
    paddock.wait(3, "7").await.unwrap();
    service::release(&paddock.by(1), &car("7"), None)
        .await
        .unwrap();
    assert_eq!(paddock.held_for().await, [2]);
    paddock.test.clock.advance(2 * DAY);
    paddock.look().await;
    assert_eq!(paddock.held_for().await, [2, 3]);
    paddock.test.clock.advance(2 * DAY);
    paddock.look().await;
    paddock.claim(1, "7").await.unwrap();
    assert_eq!(paddock.held_for().await, [2, 3]);
}

#[tokio::test]
async fn who_comes_back_in_time_keeps_the_number() {
    let paddock = Paddock::of(3).await;
    paddock.claim(1, "7").await.unwrap();
    paddock.claim(2, "8").await.unwrap();
    paddock.wait(3, "8").await.unwrap();
    paddock.seen(1, false).await;
    paddock.seen(2, false).await;
    paddock.test.clock.advance(13 * DAY);
    paddock.look().await;
    paddock.seen(1, true).await;
    assert_eq!(paddock.holders().await, "7:1 8:2");
    paddock.test.clock.advance(DAY);
    paddock.look().await;
    assert_eq!(paddock.holders().await, "7:1");
    assert_eq!(paddock.held_for().await, [3]);
}

#[tokio::test]
async fn the_priority_of_last_season_ends() {
    let paddock = Paddock::of(3).await;
    paddock.claim(1, "7").await.unwrap();
    paddock.claim(2, "8").await.unwrap();
    paddock.wait(3, "8").await.unwrap();
    let start = StartNumberSeason {
        priority_days: number(7),
    };
    service::start_season(&paddock.test.admin(), start)
        .await
        .unwrap();
    paddock.claim(1, "7").await.unwrap();
    paddock.look().await;
    assert!(paddock.claim(3, "8").await.is_err());
    paddock.test.clock.advance(7 * DAY);
    paddock.look().await;
    assert_eq!(paddock.held_for().await, [3]);
    paddock.claim(3, "8").await.unwrap();
    assert_eq!(paddock.holders().await, "7:1 8:3");
}

#[tokio::test]
async fn an_offer_ends_after_a_day_and_is_deleted_after_a_month() {
    let paddock = Paddock::of(2).await;
    paddock.claim(1, "7").await.unwrap();
    let offer = OfferNumberTrade {
        user_id: user(2),
        gives: car("7"),
        wants: None,
        class_id: None,
    };
    service::offer(&paddock.by(1), &offer).await.unwrap();
    let states = async || {
        let page = crate::page::PageRequest {
            limit: 50,
            after: None,
        };
        let trades = service::list_trades(&paddock.by(2), page).await.unwrap();
        trades
            .items
            .into_iter()
            .map(|it| it.state)
            .collect::<Vec<_>>()
    };
    paddock.look().await;
    assert_eq!(states().await, [TradeState::Open]);
    paddock.test.clock.advance(DAY);
    paddock.look().await;
    assert_eq!(states().await, [TradeState::Expired]);
    service::offer(&paddock.by(1), &offer).await.unwrap();
    paddock.test.clock.advance(30 * DAY + DAY / 2);
    paddock.look().await;
    assert_eq!(
        states().await,
        [TradeState::Expired],
        "the older one is gone"
    );
}
