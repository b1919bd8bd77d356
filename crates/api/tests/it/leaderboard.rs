//! The leaderboard: places, pages, and who is hidden.

use crate::helpers::{GUILD, given, guild, user};
use crate::track::{Track, place, places};
use paddock_api_client::Client;
use paddock_api_types::PageQuery;
use paddock_api_types::points::Leaderboard;
use serde_json::{Value, json};

/// Ada 30, Ben 20, Cleo 20, Dan 10, in a season with a rank from 20 points on.
async fn four() -> Track {
    let track = Track::new().await;
    track.rank("Bronze", 20).await;
    for (id, name, points) in [
        (3, "Cleo", 20),
        (1, "Ada", 30),
        (2, "Ben", 15),
        (4, "Dan", 10),
    ] {
        track.joined(id, name).await;
        track.adjust(id, points).await;
    }
    track.adjust(2, 5).await;
    track
}

async fn page(track: &Track, by: &Client, query: Value) -> Leaderboard {
    let query: PageQuery = given(query);
    by.get_leaderboard(track.season, &query).await.unwrap()
}

/// Says that a member is in the server, or is not.
async fn there(track: &Track, user_id: i64, in_guild: bool) {
    let member = json!({"user_id": user(user_id), "in_guild": in_guild, "role_ids": []});
    let report = given(json!({"members": [member]}));
    let bot = track.app.bot();
    bot.report_members(guild(GUILD), &report).await.unwrap();
}

#[tokio::test]
async fn equals_share_a_place_and_the_next_skips_it() {
    let track = four().await;
    let table = page(&track, &track.app.member(9), json!({})).await;
    insta::assert_json_snapshot!(table, { ".season" => "[season]" }, @r#"
        {
          "season": "[season]",
          "items": [
            {
              "place": 1,
              "user_id": "1",
              "display_name": "Ada",
              "points": 30,
              "rank": {
                "position": 1,
                "name": "Bronze",
                "badge": null
              }
            },
            {
              "place": 2,
              "user_id": "3",
              "display_name": "Cleo",
              "points": 20,
              "rank": {
                "position": 1,
                "name": "Bronze",
                "badge": null
              }
            },
            {
              "place": 2,
              "user_id": "2",
              "display_name": "Ben",
              "points": 20,
              "rank": {
                "position": 1,
                "name": "Bronze",
                "badge": null
              }
            },
            {
              "place": 4,
              "user_id": "4",
              "display_name": "Dan",
              "points": 10,
              "rank": null
            }
          ],
          "me": null,
          "next_cursor": null
        }
    "#);
}

#[tokio::test]
async fn pages_go_on_where_they_stopped_with_ones_own_row_on_each() {
    let track = four().await;
    let whole = track.table().await;
    let dan = track.app.member(4);
    for limit in 1..=3 {
        let (mut rows, mut cursor) = (Vec::new(), None);
        loop {
            let query = json!({"limit": limit, "cursor": cursor});
            let table = page(&track, &dan, query).await;
            assert_eq!(places(vec![table.me.unwrap()]), [place(4, "Dan", 10)]);
            rows.extend(places(table.items));
            cursor = table.next_cursor;
            if cursor.is_none() {
                break;
            }
        }
        assert_eq!(rows, whole, "in pages of {limit}");
    }
}

#[tokio::test]
async fn ones_own_row_has_its_rank_also_where_a_page_is_empty() {
    let track = four().await;
    let ada = track.app.member(1);
    let first = page(&track, &ada, json!({"limit": 3})).await;
    there(&track, 4, false).await;
    let rest = page(&track, &ada, json!({"cursor": first.next_cursor})).await;
    assert_eq!(rest.items, []);
    assert_eq!(rest.me, first.me);
}

#[tokio::test]
async fn whoever_leaves_is_hidden_until_they_are_back() {
    let track = four().await;
    there(&track, 1, false).await;
    let rest = [
        place(1, "Cleo", 20),
        place(1, "Ben", 20),
        place(3, "Dan", 10),
    ];
    assert_eq!(track.table().await, rest);
    there(&track, 1, true).await;
    assert_eq!(track.table().await[0], place(1, "Ada", 30));
}

#[tokio::test]
async fn whoever_is_banned_is_hidden() {
    let track = four().await;
    let nothing = given(json!({}));
    track.admin().ban_member(user(1), &nothing).await.unwrap();
    assert_eq!(track.table().await[0], place(1, "Cleo", 20));
}

#[tokio::test]
async fn the_table_of_a_closed_season_stays_as_it_was() {
    let track = four().await;
    let before = track.table().await;
    track.admin().close_season(track.season).await.unwrap();
    there(&track, 1, false).await;
    assert_eq!(track.table().await, before);
}

#[tokio::test]
async fn whoever_has_not_joined_has_no_row() {
    let track = four().await;
    let guest = track.app.verified(9).await;
    assert_eq!(page(&track, &guest, json!({})).await.me, None);
}
