use super::{approved, page, submission};
use crate::test::{Harness, member_option, option, stub_api::with, subcommand};
use serde_json::json;

#[tokio::test]
async fn a_submission_is_shown_as_in_the_review() {
    let harness = Harness::start().await;
    let for_bert = json!({"submitted_by": "203", "proof_url": "https://example.com/a(b).pdf"});
    harness.api.plant(
        "GET /api/submissions/800",
        200,
        with(submission(), for_bert),
    );
    let options = json!([option("submission", "id:800"), member_option()]);
    insta::assert_snapshot!(harness.command("submission", subcommand("show", options)).await, @r#"
    → GET /api/submissions/800
    ← message, only for them
    # Race finished × 3
    <@202> (**Bert**) in **Winter \*2026\***
    **30 points** (3 × 10)
    **Proof** [example.com](https://example.com/a%28b%29.pdf)
    **Submitted** <t:1796472000:R> by <@203>
    ⏳ Waits for a review
    "Note": "see \\*lap\\* 3"
    ["Approve"] "v1:submission-approve:800:2026-12-05T12_00_00Z"
    ["Reject"] "v1:submission-reject:800"
    "#);
}

#[tokio::test]
async fn an_edit_tells_what_it_did_to_the_points() {
    let harness = Harness::start().await;
    let change = json!({"points": -10, "total": 90, "rank": null, "promoted": false});
    let result = json!({"submission": with(approved(), json!({"quantity": 2, "points": 20})), "change": change});
    harness.api.plant("PATCH /api/submissions/800", 200, result);
    let options = json!([
        option("submission", "id:800"),
        option("item", "id:600"),
        option("quantity", 2),
        option("reason", "one was twice"),
    ]);
    insta::assert_snapshot!(harness.command("submission", subcommand("edit", options)).await, @r#"
    → PATCH /api/submissions/800 {"item_id":"600","quantity":2,"reason":"one was twice"} (once)
    ← message, only for them
    Saved. <@202> has 90 points now.
    # Race finished × 2
    <@202> (**Bert**) in **Winter \*2026\***
    **20 points** (2 × 10)
    **Proof** [cdn.example.com](https://cdn.example.com/lap.png?x=1)
    **Submitted** <t:1796472000:R>
    ✅ Approved by <@201> <t:1796558400:R>
    "Note": "see \\*lap\\* 3"
    picture https://cdn.example.com/lap.png?x=1
    "#);
}

#[tokio::test]
async fn an_edit_needs_something_to_change() {
    let harness = Harness::start().await;
    let api = &harness.api;
    api.plant("GET /api/submissions", 200, page([]));
    api.plant("GET /api/submissions/800", 200, submission());
    api.plant("GET /api/seasons/500/items", 200, page([]));
    let mut all = String::new();
    for options in [
        json!([option("submission", "id:800"), option("reason", "x")]),
        json!([option("submission", "Race"), option("quantity", 1)]),
        json!([option("submission", "id:800"), option("item", "Race")]),
    ] {
        let edit = subcommand("edit", options);
        all.push_str(&harness.command("submission", edit).await);
    }
    insta::assert_snapshot!(all, @"
    ← message, only for them
    There is nothing to change: fill in at least one of the other options.
    → GET /api/submissions?limit=200
    ← message, only for them
    No submission is called “Race”: nothing was submitted yet.
    → GET /api/submissions?limit=200
    → GET /api/submissions/800
    → GET /api/seasons/500/items?limit=200
    ← message, only for them
    No item is called “Race”: there is none for that season yet; admins add one with `/item set`.
    ");
}

#[tokio::test]
async fn deleting_asks_first() {
    let harness = Harness::start().await;
    harness
        .api
        .plant("GET /api/submissions/800", 200, approved());
    let options = subcommand("delete", json!([option("submission", "id:800")]));
    insta::assert_snapshot!(harness.command("submission", options).await, @r#"
    → GET /api/submissions/800
    ← message, only for them
    **Delete this submission?**
    **Race finished** × 3 of <@202> in **Winter \*2026\***, submitted <t:1796472000:R>.
    ✅ Approved by <@201> <t:1796558400:R>
    The 30 points it counts are taken back. It cannot be brought back.
    ["Delete it"] "v1:submission-delete:800"
    "#);

    let harness = Harness::start().await;
    let change =
        json!({"points": -30, "total": 100, "rank": super::rank_name(), "promoted": false});
    let deleted = with(approved(), json!({"state": "deleted"}));
    harness.api.plant(
        "DELETE /api/submissions/800",
        200,
        json!({"submission": deleted, "change": change}),
    );
    insta::assert_snapshot!(harness.press("v1:submission-delete:800").await, @r#"
    → DELETE /api/submissions/800 (once)
    ← update
    Deleted. <@202> has 100 points now, rank <:gold:1234> **Gold**.
    # Race finished × 3
    <@202> (**Bert**) in **Winter \*2026\***
    **30 points** (3 × 10)
    **Proof** [cdn.example.com](https://cdn.example.com/lap.png?x=1)
    **Submitted** <t:1796472000:R>
    🗑️ Taken back by <@201> <t:1796558400:R>
    "Note": "see \\*lap\\* 3"
    picture https://cdn.example.com/lap.png?x=1
    "#);
}

#[tokio::test]
async fn a_submission_that_is_gone_is_not_found() {
    let harness = Harness::start().await;
    harness
        .api
        .refuse("GET /api/submissions/801", 404, "submission_not_found");
    let options = subcommand("show", json!([option("submission", "id:801")]));
    let shown = harness.command("submission", options).await;
    assert!(shown.contains("There is no such submission."), "{shown}");
}
