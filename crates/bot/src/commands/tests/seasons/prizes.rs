use super::{in_season, page, rank, shirt};
use crate::test::{option, subcommand};
use serde_json::{Value, json};

fn rank_with_shirt() -> Value {
    let mut rank = rank();
    rank["prizes"].as_array_mut().unwrap().push(shirt());
    rank
}

#[tokio::test]
async fn a_rank_wins_a_role() {
    let harness = in_season().await;
    harness
        .api
        .plant("GET /api/seasons/500/ranks/650", 200, rank());
    let prize = rank()["prizes"][0].clone();
    harness
        .api
        .plant("POST /api/seasons/500/ranks/650/prizes", 201, prize);
    let options = json!([
        option("rank", "id:650"),
        {"name": "role", "type": 8, "value": "401"},
        option("season", "id:500"),
    ]);
    insta::assert_snapshot!(harness.command("prize", subcommand("role", options)).await, @r#"
    → GET /api/seasons/500
    → GET /api/seasons/500/ranks/650
    → POST /api/seasons/500/ranks/650/prizes {"role_id":"401"} (once)
    ← message, only for them
    <:gold:1234> **Gold** in **Winter \*2026\*** wins <@&401> now. Members who hold it get that within moments.
    "#);
}

#[tokio::test]
async fn a_rank_wins_something_else() {
    let harness = in_season().await;
    harness
        .api
        .plant("GET /api/seasons/500/ranks/650", 200, rank());
    harness
        .api
        .plant("POST /api/seasons/500/ranks/650/prizes", 201, shirt());
    let options = json!([
        option("rank", "id:650"),
        option("description", "A T-shirt, *signed*"),
    ]);
    insta::assert_snapshot!(harness.command("prize", subcommand("other", options)).await, @r#"
    → GET /api/seasons/current
    → GET /api/seasons/500/ranks/650
    → POST /api/seasons/500/ranks/650/prizes {"description":"A T-shirt, *signed*"} (once)
    ← message, only for them
    <:gold:1234> **Gold** in **Winter \*2026\*** wins A T-shirt, \*signed\* now. It waits for an admin with each member who holds it: `/award list` shows them, and `/award deliver` notes that you handed it over.
    "#);
}

#[tokio::test]
async fn what_a_prize_is_can_be_changed() {
    let harness = in_season().await;
    harness
        .api
        .plant("GET /api/seasons/500/ranks", 200, page([rank_with_shirt()]));
    let path = "PATCH /api/seasons/500/ranks/650/prizes/661";
    harness.api.plant(path, 200, shirt());
    let options = json!([
        option("prize", "id:661"),
        option("description", "A T-shirt, *signed*")
    ]);
    insta::assert_snapshot!(harness.command("prize", subcommand("edit", options)).await, @r#"
    → GET /api/seasons/current
    → GET /api/seasons/500/ranks
    → PATCH /api/seasons/500/ranks/650/prizes/661 {"description":"A T-shirt, *signed*"} (once)
    ← message, only for them
    <:gold:1234> **Gold** in **Winter \*2026\*** wins A T-shirt, \*signed\* now, also where it waits to be handed over.
    "#);
}

#[tokio::test]
async fn a_role_that_cannot_be_given_is_refused() {
    let harness = in_season().await;
    harness
        .api
        .plant("GET /api/seasons/500/ranks/650", 200, rank());
    harness.api.refuse(
        "POST /api/seasons/500/ranks/650/prizes",
        422,
        "unknown_role",
    );
    let options = json!([
        option("rank", "id:650"),
        {"name": "role", "type": 8, "value": "401"},
    ]);
    let shown = harness.command("prize", subcommand("role", options)).await;
    assert!(shown.contains("That role cannot be used: "), "{shown}");
}

#[tokio::test]
async fn removing_asks_first() {
    let harness = in_season().await;
    harness
        .api
        .plant("GET /api/seasons/500/ranks", 200, page([rank_with_shirt()]));
    let options = subcommand("remove", json!([option("prize", "id:661")]));
    insta::assert_snapshot!(harness.command("prize", options).await, @r#"
    → GET /api/seasons/current
    → GET /api/seasons/500/ranks
    ← message, only for them
    **Remove this prize of Gold from Winter \*2026\*?**
    🎁 A T-shirt, \*signed\*
    What was won and not yet handed over is taken back.
    ["Remove it"] "v1:prize-remove:500:661"
    "#);

    let harness = in_season().await;
    harness
        .api
        .plant("GET /api/seasons/500/ranks", 200, page([rank_with_shirt()]));
    let path = "DELETE /api/seasons/500/ranks/650/prizes/661";
    harness.api.plant(path, 204, Value::Null);
    insta::assert_snapshot!(harness.press("v1:prize-remove:500:661").await, @r"
    → GET /api/seasons/500
    → GET /api/seasons/500/ranks
    → DELETE /api/seasons/500/ranks/650/prizes/661 (once)
    ← update
    <:gold:1234> **Gold** in **Winter \*2026\*** no longer wins A T-shirt, \*signed\*.
    ");
}

#[tokio::test]
async fn a_prize_of_another_season_is_not_found() {
    let harness = in_season().await;
    harness
        .api
        .plant("GET /api/seasons/500/ranks", 200, page([rank()]));
    let options = subcommand("remove", json!([option("prize", "id:1")]));
    insta::assert_snapshot!(harness.command("prize", options).await, @"
    → GET /api/seasons/current
    → GET /api/seasons/500/ranks
    ← message, only for them
    That season has no such prize. Pick one from the suggestions, and the right `season`.
    ");
}

#[tokio::test]
async fn prizes_are_listed_by_rank() {
    let list = || subcommand("list", json!([option("season", "id:500")]));
    let harness = in_season().await;
    harness
        .api
        .plant("GET /api/seasons/500/ranks", 200, page([rank_with_shirt()]));
    insta::assert_snapshot!(harness.command("prize", list()).await, @r"
    → GET /api/seasons/500
    → GET /api/seasons/500/ranks
    ← message, only for them
    # Prizes of Winter \*2026\*
    <:gold:1234> **Gold** 🎁 <@&401>
    <:gold:1234> **Gold** 🎁 A T-shirt, \*signed\*
    ");

    let harness = in_season().await;
    harness
        .api
        .plant("GET /api/seasons/500/ranks", 200, page([]));
    insta::assert_snapshot!(harness.command("prize", list()).await, @r"
    → GET /api/seasons/500
    → GET /api/seasons/500/ranks
    ← message, only for them
    **Winter \*2026\*** has no prizes yet. `/prize role` and `/prize other` add one to a rank.
    ");

    let harness = in_season().await;
    harness
        .api
        .plant("GET /api/seasons/500/ranks", 200, page([rank()]));
    let shown = harness.press("v1:prizes:500:9").await;
    assert!(shown.contains("← update\n# Prizes of Winter"), "{shown}");
}
