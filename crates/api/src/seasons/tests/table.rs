//! The table: places, pages, and how fresh it is.

use super::{Track, row, service};
use crate::page::PageRequest;
use crate::testing::{number, text, user};
use paddock_api_types::points::AdjustPoints;
use std::sync::Arc;
use std::time::Duration;

#[tokio::test]
async fn equals_share_a_place_in_the_order_of_getting_there() {
    let track = Track::new().await;
    for (member, name) in [(1, "Ada"), (2, "Ben"), (3, "Cleo"), (4, "Dan")] {
        track.joined(member, name).await;
    }
    for (member, points) in [(1, 10), (2, 30), (3, 10), (1, 10), (4, 5), (3, 10)] {
        track.test.clock.advance(Duration::from_secs(1));
        track.adjust(member, points).await;
    }
    assert_eq!(
        track.table().await,
        [
            row(1, "Ben", 30),
            row(2, "Ada", 20),
            row(2, "Cleo", 20),
            row(4, "Dan", 5)
        ]
    );
    track.verify().await;
}

#[tokio::test]
async fn a_table_shows_what_was_written_here_at_once_and_elsewhere_within_a_second() {
    let track = Track::new().await;
    track.joined(1, "Ada").await;
    assert_eq!(track.table().await[0].2, 0);
    track.adjust(1, 10).await;
    assert_eq!(track.table().await[0].2, 10);
    let mut elsewhere = track.admin();
    elsewhere.ctx.writes = Arc::default();
    let adjust = AdjustPoints {
        user_id: user(1),
        points: number(5),
        reason: text("by another process"),
    };
    service::adjust(&elsewhere, track.season, adjust)
        .await
        .unwrap();
    assert_eq!(track.table().await[0].2, 10, "nobody told this process");
    track.test.clock.advance(Duration::from_secs(1));
    assert_eq!(track.table().await[0].2, 15);
}

#[tokio::test]
async fn pages_of_a_table_go_on_where_they_stopped() {
    let track = Track::new().await;
    for member in 1..=9 {
        track.joined(member, &format!("M{member}")).await;
        track.test.clock.advance(Duration::from_secs(1));
        // 3 members each with 30, 20 and 10 points.
        track.adjust(member, 10 * (1 + (9 - member) / 3)).await;
    }
    let whole = track.table().await;
    assert_eq!(
        whole.iter().map(|row| row.0).collect::<Vec<_>>(),
        [1, 1, 1, 4, 4, 4, 7, 7, 7]
    );
    for limit in [1, 2, 4, 5] {
        let (mut rows, mut cursor) = (Vec::new(), None);
        loop {
            let page = PageRequest::parse(Some(limit), cursor.as_deref()).unwrap();
            let page = service::leaderboard(&track.by(9), track.season, page)
                .await
                .unwrap();
            assert_eq!(page.me.unwrap().place, 7, "the own row is always there");
            rows.extend(
                page.items
                    .into_iter()
                    .map(|it| (it.place, it.display_name, it.points)),
            );
            cursor = page.next_cursor;
            if cursor.is_none() {
                break;
            }
        }
        assert_eq!(rows, whole, "in pages of {limit}");
    }
}

#[tokio::test]
async fn the_own_place_is_one_more_than_there_are_members_with_more() {
    let track = Track::new().await;
    // On either side of where the buckets of the counts end.
    let ends = [64, 4_096, 262_144].map(|end| [-end - 1, -end, -end + 1, end - 1, end, end + 1]);
    let points: Vec<_> = ends
        .into_iter()
        .flatten()
        .chain([-1, 1, 1, 900_000])
        .collect();
    for (member, points) in (1..).zip(&points) {
        track.joined(member, &format!("M{member}")).await;
        track.adjust(member, *points).await;
    }
    for (member, own) in (1..).zip(&points) {
        let higher = points.iter().filter(|points| *points > own).count();
        let page = PageRequest::parse(Some(1), None).unwrap();
        let page = service::leaderboard(&track.by(member), track.season, page).await;
        let me = page.unwrap().me.unwrap();
        assert_eq!((me.place as usize, me.points), (higher + 1, *own));
    }
}
