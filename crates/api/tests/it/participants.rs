//! Joining a season, and who has joined.

use crate::helpers::{given, named, refused, user};
use crate::track::{Track, place};
use serde_json::{Value, json};
use std::time::Duration;

const DAY: Duration = Duration::from_hours(24);

#[tokio::test]
async fn a_verified_member_joins_once() {
    let track = Track::new().await;
    let ada = track.app.verified_as(1, "Ada").await;
    let joined = ada.join_season(track.season).await.unwrap();
    insta::assert_json_snapshot!(joined, @r#"
        {
          "user_id": "1",
          "display_name": "Ada",
          "points": 0,
          "listed": true,
          "joined_at": "2026-11-21T12:00:00Z"
        }
    "#);
    track.app.clock.advance(DAY);
    assert_eq!(ada.join_season(track.season).await.unwrap(), joined);
    let season = ada.get_season(track.season).await.unwrap();
    assert_eq!(season.participants, 1);
    assert_eq!(track.table().await, [place(1, "Ada", 0)]);
}

#[tokio::test]
async fn only_verified_members_join() {
    let track = Track::new().await;
    let ben = track.app.member(2);
    ben.register_member(&named("Ben")).await.unwrap();
    assert_eq!(
        refused(ben.join_season(track.season).await),
        "403 forbidden actual=pending required=verified"
    );
    let admin = track.admin();
    assert_eq!(
        refused(admin.join_season(track.season).await),
        "404 not_registered",
        "an admin by Discord's rights alone is no member"
    );
    admin.register_member(&named("Admin")).await.unwrap();
    assert_eq!(
        refused(admin.join_season(track.season).await),
        "409 member_not_verified"
    );
}

#[tokio::test]
async fn participants_are_listed_in_the_order_of_joining() {
    let track = Track::new().await;
    for (id, name) in [(3, "Cleo"), (1, "Ada"), (2, "Ben")] {
        track.joined(id, name).await;
        track.app.clock.advance(Duration::from_secs(1));
    }
    let reason = given(json!({"reason": "spam"}));
    track.admin().ban_member(user(1), &reason).await.unwrap();
    let (guest, id) = (track.app.member(9), track.season);
    let list = |query: Value| {
        let guest = guest.clone();
        async move { guest.list_participants(id, &given(query)).await.unwrap() }
    };
    let first = list(json!({"limit": 2})).await;
    let rest = list(json!({"cursor": first.next_cursor})).await;
    let all: Vec<_> = first.items.iter().chain(&rest.items).collect();
    let all: Vec<_> = all
        .iter()
        .map(|it| (it.display_name.as_str(), it.listed))
        .collect();
    assert_eq!(all, [("Cleo", true), ("Ada", false), ("Ben", true)]);
}
