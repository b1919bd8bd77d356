//! Names that were typed and sent, without picking a suggestion.

use super::{award, in_season, item, page, rank, season, season_item, submission};
use crate::test::{Harness, option, stub_api::with, subcommand};
use serde_json::{Value, json};

fn two_items() -> Value {
    let wet = json!({"item_id": "601", "name": "Race finished (wet)"});
    page([with(season_item(), wet), season_item()])
}

#[tokio::test]
async fn the_name_of_an_item_is_enough() {
    let harness = in_season().await;
    let api = &harness.api;
    api.plant("GET /api/seasons/500/items", 200, two_items());
    let answer = json!({"submission": submission(), "change": null});
    api.plant("POST /api/submissions", 201, answer);
    let options = json!([option("item", "race FINISHED"), option("quantity", 3)]);
    insta::assert_snapshot!(harness.command("submit", options).await, @r#"
    → GET /api/seasons/current
    → GET /api/seasons/500/items?limit=200
    → POST /api/submissions {"item_id":"600","quantity":3} (once)
    ← message, only for them
    ⏳ Submitted: **Race finished** × 3 in **Winter \*2026\***, 30 points.
    An admin looks at it next; I will message you when they have. `/submissions` shows how it stands.
    "#);
}

#[tokio::test]
async fn what_could_mean_several_is_not_guessed() {
    let harness = in_season().await;
    harness
        .api
        .plant("GET /api/seasons/500/items", 200, two_items());
    let options = json!([option("item", "race"), option("quantity", 3)]);
    insta::assert_snapshot!(harness.command("submit", options).await, @"
    → GET /api/seasons/current
    → GET /api/seasons/500/items?limit=200
    ← message, only for them
    Two items fit “race”: Race finished (wet) (10 points), Race finished (10 points). Give more of the name, or pick one from the suggestions.
    ");
}

#[tokio::test]
async fn a_season_is_found_before_what_belongs_to_it() {
    let harness = Harness::start().await;
    let api = &harness.api;
    api.plant("GET /api/seasons", 200, page([season()]));
    api.plant("GET /api/seasons/500", 200, season());
    api.plant("GET /api/seasons/500/ranks", 200, page([rank()]));
    api.plant("GET /api/seasons/500/ranks/650", 200, rank());
    let options = json!([option("rank", "gold"), option("season", "winter *2026*")]);
    let options = subcommand("delete", options);
    insta::assert_snapshot!(harness.command("rank", options).await, @r#"
    → GET /api/seasons?limit=200
    → GET /api/seasons/500/ranks
    → GET /api/seasons/500
    → GET /api/seasons/500/ranks/650
    ← message, only for them
    **Delete Gold from Winter \*2026\*?**
    Its prizes go with it; what was won and not yet handed over is taken back.
    ["Delete it"] "v1:rank-delete:500:650"
    "#);
}

#[tokio::test]
async fn without_its_season_nothing_is_found_in_another() {
    let harness = in_season().await;
    let api = &harness.api;
    api.plant("GET /api/seasons", 200, page([season()]));
    api.plant("GET /api/seasons/500/items", 200, two_items());
    let options = json!([
        option("item", "Race finished"),
        option("quantity", 3),
        option("season", "Summer"),
    ]);
    insta::assert_snapshot!(harness.command("submit", options).await, @r"
    → GET /api/seasons?limit=200
    ← message, only for them
    No season is called “Summer”. There are: Winter \*2026\* (season 3, open).
    ");
}

#[tokio::test]
async fn what_only_one_suggestion_holds_is_taken() {
    let harness = Harness::start().await;
    let api = &harness.api;
    api.plant("GET /api/items", 200, page([item()]));
    api.plant("GET /api/items/600", 200, item());
    let delete = subcommand("delete", json!([option("item", "fin")]));
    let shown = harness.command("item", delete).await;
    assert!(shown.contains("v1:item-delete:600"), "{shown}");

    api.plant("GET /api/awards", 200, page([award()]));
    api.plant("POST /api/awards/900/deliver", 200, award());
    let deliver = subcommand("deliver", json!([option("award", "Bert")]));
    let shown = harness.command("award", deliver).await;
    assert!(shown.contains("Noted: "), "{shown}");

    api.plant("GET /api/submissions", 200, page([submission()]));
    api.plant("GET /api/submissions/800", 200, submission());
    let show = subcommand("show", json!([option("submission", "12-05 12:00")]));
    let shown = harness.command("submission", show).await;
    assert!(shown.contains("v1:submission-approve:800"), "{shown}");
}
