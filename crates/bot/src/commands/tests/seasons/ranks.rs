use super::{in_season, page, rank, season, shirt};
use crate::test::{Harness, option, stub_api::with, subcommand};
use serde_json::{Value, json};

#[tokio::test]
async fn a_rank_is_created_and_changed() {
    let harness = in_season().await;
    harness
        .api
        .plant("POST /api/seasons/500/ranks", 201, rank());
    let options = json!([
        option("name", "Gold"),
        option("threshold", 100),
        option("badge", "<:gold:1234>"),
    ]);
    insta::assert_snapshot!(harness.command("rank", subcommand("create", options)).await, @r#"
    → GET /api/seasons/current
    → POST /api/seasons/500/ranks {"badge":"<:gold:1234>","name":"Gold","threshold":100} (once)
    ← message, only for them
    Created in **Winter \*2026\***: 2. <:gold:1234> **Gold** from 100 points
    `/prize role` and `/prize other` say what it wins.
    "#);

    let harness = in_season().await;
    let bare = with(rank(), json!({"badge": null, "threshold": 1}));
    harness
        .api
        .plant("PATCH /api/seasons/500/ranks/650", 200, bare);
    let options = json!([
        option("rank", "id:650"),
        option("threshold", 1),
        {"name": "clear_badge", "type": 5, "value": true},
        option("season", "id:500"),
    ]);
    insta::assert_snapshot!(harness.command("rank", subcommand("edit", options)).await, @r#"
    → GET /api/seasons/500
    → PATCH /api/seasons/500/ranks/650 {"badge":null,"threshold":1} (once)
    ← message, only for them
    Saved in **Winter \*2026\***: 2. **Gold** from 1 point
    Members gain or lose it within moments.
    "#);
}

#[tokio::test]
async fn edits_that_say_nothing_or_two_things_are_explained() {
    let clear = json!({"name": "clear_badge", "type": 5, "value": true});
    let mut all = String::new();
    for options in [
        json!([option("rank", "id:650")]),
        json!([option("rank", "id:650"), option("badge", "x"), clear]),
        json!([option("rank", "Gold"), option("name", "x")]),
    ] {
        let harness = in_season().await;
        let none = page([]);
        harness.api.plant("GET /api/seasons/500/ranks", 200, none);
        all.push_str(&harness.command("rank", subcommand("edit", options)).await);
    }
    insta::assert_snapshot!(all, @"
    ← message, only for them
    There is nothing to change: fill in at least one of the other options.
    ← message, only for them
    Give a badge or `clear_badge`, not both. Try again with one of them.
    → GET /api/seasons/current
    → GET /api/seasons/500/ranks
    ← message, only for them
    No rank is called “Gold”: the season has none yet; `/rank create` adds one.
    ");
}

#[tokio::test]
async fn refusals_say_what_to_do() {
    let mut all = String::new();
    for code in ["rank_threshold_taken", "season_closed", "limit_reached"] {
        let harness = in_season().await;
        harness.api.refuse("POST /api/seasons/500/ranks", 409, code);
        let options = json!([option("name", "Gold"), option("threshold", 100)]);
        let shown = harness.command("rank", subcommand("create", options)).await;
        all.push_str(shown.split_once("only for them\n").unwrap().1);
    }
    insta::assert_snapshot!(all, @"
    Another rank needs as many points. Give this one more, or fewer.
    That season is over, so it cannot be changed any more. Pick another with `season`.
    There are as many of these as allowed. Delete one first.
    ");
}

#[tokio::test]
async fn deleting_asks_first() {
    let harness = in_season().await;
    harness
        .api
        .plant("GET /api/seasons/500/ranks/650", 200, rank());
    let options = subcommand("delete", json!([option("rank", "id:650")]));
    insta::assert_snapshot!(harness.command("rank", options).await, @r#"
    → GET /api/seasons/current
    → GET /api/seasons/500/ranks/650
    ← message, only for them
    **Delete Gold from Winter \*2026\*?**
    Its prizes go with it; what was won and not yet handed over is taken back.
    ["Delete it"] "v1:rank-delete:500:650"
    "#);

    let harness = in_season().await;
    harness
        .api
        .plant("GET /api/seasons/500/ranks/650", 200, rank());
    harness
        .api
        .plant("DELETE /api/seasons/500/ranks/650", 204, Value::Null);
    insta::assert_snapshot!(harness.press("v1:rank-delete:500:650").await, @r"
    → GET /api/seasons/500
    → GET /api/seasons/500/ranks/650
    → DELETE /api/seasons/500/ranks/650 (once)
    ← update
    **Gold** is deleted from **Winter \*2026\***.
    ");
}

#[tokio::test]
async fn ranks_are_listed_with_their_prizes() {
    let harness = in_season().await;
    let low = json!({"id": "649", "position": 1, "name": "Silver_", "threshold": 1, "badge": "*", "prizes": []});
    let mut high = rank();
    high["prizes"].as_array_mut().unwrap().push(shirt());
    harness
        .api
        .plant("GET /api/seasons/500/ranks", 200, page([low, high]));
    insta::assert_snapshot!(harness.command("rank", subcommand("list", json!([]))).await, @r"
    → GET /api/seasons/current
    → GET /api/seasons/500/ranks
    ← message, only for them
    # Ranks of Winter \*2026\*
    1. \* **Silver\_** from 1 point
    2. <:gold:1234> **Gold** from 100 points
      🎁 <@&401>
      🎁 A T-shirt, \*signed\*
    ");
}

#[tokio::test]
async fn a_long_list_of_ranks_is_paged() {
    let harness = in_season().await;
    let prize =
        |n: u32| json!({"id": n.to_string(), "role_id": null, "description": "*".repeat(200)});
    let prizes: Vec<_> = (1..=10).map(prize).collect();
    let ranks = vec![with(rank(), json!({"prizes": prizes})); 50];
    harness
        .api
        .plant("GET /api/seasons/500/ranks", 200, page(ranks));
    let first = harness.command("rank", subcommand("list", json!([]))).await;
    assert!(first.contains("v1:ranks:500:2"), "{first}");
    let second = harness.press("v1:ranks:500:2").await;
    assert!(second.contains("v1:ranks:500:3"), "{second}");
}

#[tokio::test]
async fn a_season_without_ranks_says_what_to_do() {
    let harness = in_season().await;
    harness
        .api
        .plant("GET /api/seasons/500/ranks", 200, page([]));
    insta::assert_snapshot!(harness.command("rank", subcommand("list", json!([]))).await, @r"
    → GET /api/seasons/current
    → GET /api/seasons/500/ranks
    ← message, only for them
    **Winter \*2026\*** has no ranks yet. `/rank create` adds one.
    ");
}

#[tokio::test]
async fn a_season_that_is_not_open_has_to_be_named() {
    let harness = Harness::start().await;
    let scheduled = with(season(), json!({"status": "scheduled"}));
    let api = &harness.api;
    api.plant("GET /api/seasons/500", 200, scheduled);
    api.plant("GET /api/seasons/500/ranks", 200, page([]));
    api.plant("POST /api/seasons/500/ranks", 201, rank());
    let mut all = String::new();
    let in_it = option("season", "id:500");
    for (command, name, options) in [
        ("rank", "list", json!([in_it])),
        ("prize", "list", json!([in_it])),
        (
            "rank",
            "create",
            json!([option("name", "Gold"), option("threshold", 100), in_it]),
        ),
    ] {
        let sent = harness.interact(2, crate::test::command(command, subcommand(name, options)));
        for (_, body) in sent.await {
            all.push_str(body["data"]["content"].as_str().unwrap());
            all.push('\n');
        }
    }
    insta::assert_snapshot!(all, @r"
    **Winter \*2026\*** has no ranks yet. With `season`, `/rank create` adds one.
    **Winter \*2026\*** has no prizes yet. With `season`, `/prize role` and `/prize other` add one to a rank.
    Created in **Winter \*2026\***: 2. <:gold:1234> **Gold** from 100 points
    With `season`, `/prize role` and `/prize other` say what it wins.
    ");
}
