use super::{in_season, rank_name, season};
use crate::test::{Harness, command, stub_api::with};
use serde_json::{Value, json};
use std::time::Duration;

fn row(place: u32, user: &str, name: &str, points: i64) -> Value {
    let rank = if points >= 100 {
        rank_name()
    } else {
        Value::Null
    };
    json!({"place": place, "user_id": user, "display_name": name, "points": points, "rank": rank})
}

fn board(next: Option<&str>, me: Value) -> Value {
    let items = [
        row(1, "203", "Cleo", 340),
        row(2, "202", "Bert *B*", 130),
        row(2, "204", "Dan", 130),
        row(4, "205", "Eve", 1),
    ];
    json!({"season": season(), "items": items, "me": me, "next_cursor": next})
}

#[tokio::test]
async fn the_leaderboard_is_for_everybody() {
    let harness = in_season().await;
    let me = row(12, "201", "Ada", 0);
    harness.api.plant(
        "GET /api/seasons/500/leaderboard",
        200,
        board(Some("Zm9v"), me),
    );
    insta::assert_snapshot!(harness.command("leaderboard", json!([])).await, @r#"
    → GET /api/seasons/current
    → GET /api/seasons/500/leaderboard?limit=10
    ← message
    # Leaderboard of Winter \*2026\*
    🥇 **Cleo** · 340 points · <:gold:1234> **Gold**
    🥈 **Bert \*B\*** · 130 points · <:gold:1234> **Gold**
    🥈 **Dan** · 130 points · <:gold:1234> **Gold**
    4. **Eve** · 1 point

    Asked by <@201>:
    12. **Ada** · 0 points
    Page 1
    ["Next ▶"] "v1:leaderboard:500:2:Zm9v"
    "#);
}

#[tokio::test]
async fn a_button_shows_the_row_of_the_member_who_pressed_it() {
    let harness = in_season().await;
    let me = row(1, "201", "Ada", 340);
    harness
        .api
        .plant("GET /api/seasons/500/leaderboard", 200, board(None, me));
    insta::assert_snapshot!(harness.press("v1:leaderboard:500:2:Zm9v").await, @r#"
    → GET /api/seasons/500/leaderboard?limit=10&cursor=Zm9v
    ← update
    # Leaderboard of Winter \*2026\*
    🥇 **Cleo** · 340 points · <:gold:1234> **Gold**
    🥈 **Bert \*B\*** · 130 points · <:gold:1234> **Gold**
    🥈 **Dan** · 130 points · <:gold:1234> **Gold**
    4. **Eve** · 1 point

    Asked by <@201>:
    🥇 **Ada** · 340 points · <:gold:1234> **Gold**
    Page 2
    ["◀ Previous"] "v1:leaderboard:500:1"
    "#);
}

#[tokio::test]
async fn a_member_who_has_not_joined_has_no_row() {
    let harness = in_season().await;
    harness.api.plant(
        "GET /api/seasons/500/leaderboard",
        200,
        board(None, Value::Null),
    );
    let shown = harness.command("leaderboard", json!([])).await;
    assert!(!shown.contains("Asked by"), "{shown}");
}

#[tokio::test]
async fn an_empty_leaderboard_says_how_to_get_into_it() {
    let harness = in_season().await;
    let empty = with(board(None, Value::Null), json!({"items": []}));
    harness
        .api
        .plant("GET /api/seasons/500/leaderboard", 200, empty);
    insta::assert_snapshot!(harness.command("leaderboard", json!([])).await, @r"
    → GET /api/seasons/current
    → GET /api/seasons/500/leaderboard?limit=10
    ← message
    Nobody is in the leaderboard of **Winter \*2026\*** yet. `/join` takes part.
    ");
}

#[tokio::test]
async fn what_goes_wrong_only_the_asker_sees() {
    let harness = Harness::start().await;
    harness
        .api
        .refuse("GET /api/seasons/current", 404, "no_current_season");
    insta::assert_snapshot!(harness.command("leaderboard", json!([])).await, @"
    → GET /api/seasons/current
    ← message, only for them
    No season is open right now. Lists also show other seasons, with `season`.
    ");
}

#[tokio::test]
async fn a_slow_leaderboard_is_deferred_in_public() {
    let harness = in_season().await;
    harness.api.plant(
        "GET /api/seasons/500/leaderboard",
        200,
        board(None, Value::Null),
    );
    let late = Duration::from_millis(2200);
    let sent = harness
        .interact_after(late, 2, command("leaderboard", json!([])))
        .await;
    assert_eq!(sent[0].1, json!({"type": 5, "data": {"flags": 0}}));
    assert_eq!(
        sent[1].0,
        "PATCH /webhooks/100/secret-token/messages/@original"
    );
    assert_eq!(sent.len(), 2);
}

#[tokio::test]
async fn what_goes_wrong_late_takes_the_public_answer_away() {
    let harness = Harness::start().await;
    harness
        .api
        .refuse("GET /api/seasons/current", 404, "no_current_season");
    let late = Duration::from_millis(2200);
    let sent = harness
        .interact_after(late, 2, command("leaderboard", json!([])))
        .await;
    let what: Vec<_> = sent[1..].iter().map(|(what, _)| what.as_str()).collect();
    assert_eq!(
        what,
        [
            "DELETE /webhooks/100/secret-token/messages/@original",
            "POST /webhooks/100/secret-token",
        ]
    );
    assert_eq!(sent[2].1["flags"], 64);
}
