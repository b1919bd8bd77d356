use super::{approved, in_season, page, rejected, submission};
use crate::test::{member_option, option, stub_api::with};
use serde_json::json;

#[tokio::test]
async fn own_submissions_tell_how_they_stand() {
    let harness = in_season().await;
    let by_paddock = with(
        approved(),
        json!({"decided_by": null, "quantity": 1, "points": 1}),
    );
    let deleted = with(approved(), json!({"state": "deleted"}));
    let expired = with(submission(), json!({"state": "expired"}));
    let items = [
        submission(),
        approved(),
        by_paddock,
        rejected(),
        deleted,
        expired,
    ];
    let items = json!({"items": items, "next_cursor": "Zm9v"});
    harness.api.plant("GET /api/submissions", 200, items);
    insta::assert_snapshot!(harness.command("submissions", json!([])).await, @r#"
    → GET /api/seasons/current
    → GET /api/submissions?season_id=500&user_id=201&limit=10
    ← message, only for them
    # Your submissions in Winter \*2026\*
    ⏳ **Race finished** × 3 · 30 points · <t:1796472000:R>
    ✅ **Race finished** × 3 · 30 points · <t:1796472000:R>
      approved by <@201>
    ✅ **Race finished** × 1 · 1 point · <t:1796472000:R>
      approved by Paddock
    ❌ **Race finished** × 3 · 30 points · <t:1796472000:R>
      rejected by <@201>: no \_lap\_ seen
    🗑️ **Race finished** × 3 · 30 points · <t:1796472000:R>
      taken back by <@201>
    ⌛ **Race finished** × 3 · 30 points · <t:1796472000:R>
      the season ended first
    Page 1
    ["Next ▶"] "v1:submissions:500.-:2:Zm9v"
    "#);
}

#[tokio::test]
async fn pages_of_a_member_keep_season_and_member() {
    let harness = in_season().await;
    let items = json!({"items": [submission()], "next_cursor": "Zm9v"});
    harness.api.plant("GET /api/submissions", 200, items);
    let options = json!([option("season", "id:500"), member_option()]);
    insta::assert_snapshot!(harness.command("submissions", options).await, @r#"
    → GET /api/seasons/500
    → GET /api/submissions?season_id=500&user_id=202&limit=10
    ← message, only for them
    # Submissions of Bert in Winter \*2026\*
    ⏳ **Race finished** × 3 · 30 points · <t:1796472000:R>
    Page 1
    ["Next ▶"] "v1:submissions:500.202:2:Zm9v"
    "#);

    let harness = in_season().await;
    harness
        .api
        .plant("GET /api/submissions", 200, page([submission()]));
    insta::assert_snapshot!(harness.press("v1:submissions:500.202:2:Zm9v").await, @r#"
    → GET /api/seasons/500
    → GET /api/submissions?season_id=500&user_id=202&limit=10&cursor=Zm9v
    ← update
    # Submissions of Bert in Winter \*2026\*
    ⏳ **Race finished** × 3 · 30 points · <t:1796472000:R>
    Page 2
    ["◀ Previous"] "v1:submissions:500.202:1"
    "#);
}

#[tokio::test]
async fn a_later_page_without_rows_claims_nobodys() {
    let harness = in_season().await;
    harness.api.plant("GET /api/submissions", 200, page([]));
    insta::assert_snapshot!(harness.press("v1:submissions:500.202:3:Zm9v").await, @r#"
    → GET /api/seasons/500
    → GET /api/submissions?season_id=500&user_id=202&limit=10&cursor=Zm9v
    ← update
    # Submissions in Winter \*2026\*
    Nothing is left here; go back to the first page.
    Page 3
    ["⏮ First"] "v1:submissions:500.202:1"
    "#);
}

#[tokio::test]
async fn an_empty_list_says_what_to_do() {
    let harness = in_season().await;
    harness.api.plant("GET /api/submissions", 200, page([]));
    insta::assert_snapshot!(harness.command("submissions", json!([])).await, @r"
    → GET /api/seasons/current
    → GET /api/submissions?season_id=500&user_id=201&limit=10
    ← message, only for them
    You have submitted nothing in **Winter \*2026\***. `/submit` hands something in.
    ");

    let harness = in_season().await;
    harness.api.plant("GET /api/submissions", 200, page([]));
    insta::assert_snapshot!(harness.command("submissions", json!([member_option()])).await, @r"
    → GET /api/seasons/current
    → GET /api/submissions?season_id=500&user_id=202&limit=10
    ← message, only for them
    That member has submitted nothing in **Winter \*2026\***.
    ");
}

#[tokio::test]
async fn buttons_that_say_nothing_are_outdated() {
    for parameter in ["500", "x.202", "500.x"] {
        let harness = in_season().await;
        let shown = harness
            .press(&format!("v1:submissions:{parameter}:2"))
            .await;
        assert!(
            shown.contains("This button is from an earlier version"),
            "{shown}"
        );
    }
}
