use super::{in_season, page, rank, season, season_item, shirt};
use crate::test::{Harness, option, stub_api::with};
use serde_json::{Value, json};

/// Somebody without a right, in a season with these items and ranks.
async fn overview(season: Value, items: Vec<Value>, ranks: Vec<Value>) -> String {
    let harness = Harness::start().await;
    harness.api.plant("GET /api/seasons/current", 200, season);
    harness
        .api
        .plant("GET /api/seasons/500/items", 200, page(items));
    harness
        .api
        .plant("GET /api/seasons/500/ranks", 200, page(ranks));
    harness.command("overview", json!([])).await
}

#[tokio::test]
async fn everybody_sees_what_counts_and_what_can_be_won() {
    let mut gold = rank();
    gold["prizes"].as_array_mut().unwrap().push(shirt());
    insta::assert_snapshot!(overview(season(), vec![season_item()], vec![gold]).await, @r"
    → GET /api/seasons/current
    → GET /api/seasons/500/items?limit=200
    → GET /api/seasons/500/ranks
    ← message, only for them
    # Winter \*2026\*
    **Season** 3
    **Status** 🟢 ends <t:1803924000:R>
    **From** <t:1796148000:f>
    **To** <t:1803924000:f>
    **Roles won** kept after the end
    **Joined** 12 members

    **What counts**
    **Race finished** · 10 points · up to 5 per submission · up to 20 a day
      Any \_official\_ race

    **What can be won**
    2. <:gold:1234> **Gold** from 100 points
      🎁 <@&401>
      🎁 A T-shirt, \*signed\*

    `/join` takes part, `/submit` hands something in, `/summary` shows how you stand.
    ");
}

#[tokio::test]
async fn nobody_is_sent_to_commands_of_admins() {
    let over = with(season(), json!({"status": "closed"}));
    let shown = overview(over, vec![], vec![]).await;
    let shown = shown.split_once("members\n").unwrap().1;
    insta::assert_snapshot!(shown, @"

    **What counts**
    Nothing that can be submitted.

    **What can be won**
    It has no ranks.
    ");
}

#[tokio::test]
async fn a_season_can_be_named() {
    let harness = in_season().await;
    for of in ["items", "ranks"] {
        let path = format!("GET /api/seasons/500/{of}");
        harness.api.plant(&path, 200, page([]));
    }
    let shown = harness
        .command("overview", json!([option("season", "id:500")]))
        .await;
    assert!(shown.starts_with("→ GET /api/seasons/500\n"), "{shown}");
}
