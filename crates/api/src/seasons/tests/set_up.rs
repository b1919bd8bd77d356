//! Setting a season up twice in the same way changes nothing.

use super::{Track, service};
use crate::audit;
use crate::page::PageRequest;
use crate::testing::number;
use paddock_api_types::seasons::{SetSeasonItem, UpdateRank};

async fn entries(track: &Track, action: &str) -> usize {
    let page = PageRequest::parse(Some(200), None).unwrap();
    let page = audit::service::list(&track.admin(), None, None, page).await;
    let entries = page.unwrap().items.into_iter();
    entries.filter(|entry| entry.action == action).count()
}

#[tokio::test]
async fn a_worth_that_stays_the_same_is_recorded_once() {
    let track = Track::new().await;
    for (points, expected) in [(10, 1), (20, 2), (20, 2)] {
        let worth = SetSeasonItem {
            points: number(points),
            max_quantity: None,
            max_per_day: None,
        };
        service::set_season_item(&track.admin(), track.season, track.item, worth)
            .await
            .unwrap();
        assert_eq!(entries(&track, "season.item_set").await, expected);
    }
}

#[tokio::test]
async fn a_rank_that_stays_the_same_is_recorded_once() {
    let track = Track::new().await;
    let rank = track.rank("Bronze", 10).await;
    for threshold in [20, 20] {
        let update = UpdateRank {
            threshold: Some(number(threshold)),
            ..UpdateRank::default()
        };
        service::update_rank(&track.admin(), track.season, rank.id, update)
            .await
            .unwrap();
        assert_eq!(entries(&track, "season.rank_updated").await, 1);
    }
}
