use super::{approved, change, in_season, page, rejected, submission};
use crate::test::{
    Harness, option,
    stub_api::{problem, with},
};
use serde_json::{Value, json};

#[tokio::test]
async fn the_queue_has_a_button_for_each_entry() {
    let harness = Harness::start().await;
    let bare = json!({"id": "801", "proof_url": null, "note": null, "quantity": 1, "points": 10});
    let items = [submission(), with(submission(), bare)];
    let items = json!({"items": items, "next_cursor": "Zm9v"});
    harness.api.plant("GET /api/submissions", 200, items);
    insta::assert_snapshot!(harness.command("review", json!([])).await, @r#"
    → GET /api/submissions?everybody=true&state=pending&order=oldest&limit=5
    ← message, only for them
    # Waiting for a review
    **1.** **Race finished** × 3 · 30 points · <@202> **Bert** · **Winter \*2026\*** · <t:1796472000:R> · 📎 proof · 📝 note
    **2.** **Race finished** × 1 · 10 points · <@202> **Bert** · **Winter \*2026\*** · <t:1796472000:R>
    Page 1
    ["1"] "v1:submission-open:800"
    ["2"] "v1:submission-open:801"
    ["Next ▶"] "v1:review:-:2:Zm9v"
    "#);
}

#[tokio::test]
async fn the_queue_of_a_season_names_it() {
    let harness = in_season().await;
    harness
        .api
        .plant("GET /api/submissions", 200, page([submission()]));
    let shown = harness.press("v1:review:500:2:Zm9v").await;
    insta::assert_snapshot!(shown, @r#"
    → GET /api/seasons/500
    → GET /api/submissions?season_id=500&everybody=true&state=pending&order=oldest&limit=5&cursor=Zm9v
    ← update
    # Waiting for a review in Winter \*2026\*
    **1.** **Race finished** × 3 · 30 points · <@202> **Bert** · **Winter \*2026\*** · <t:1796472000:R> · 📎 proof · 📝 note
    Page 2
    ["1"] "v1:submission-open:800"
    ["◀ Previous"] "v1:review:500:1"
    "#);
}

#[tokio::test]
async fn an_empty_queue_is_good_news() {
    let harness = in_season().await;
    harness.api.plant("GET /api/submissions", 200, page([]));
    let shown = harness.command("review", json!([])).await;
    assert!(
        shown.ends_with("Nothing waits for a review. 🎉\n"),
        "{shown}"
    );
    let shown = harness
        .command("review", json!([option("season", "id:500")]))
        .await;
    assert!(
        shown.ends_with("Nothing waits for a review in **Winter \\*2026\\***. 🎉\n"),
        "{shown}"
    );
}

#[tokio::test]
async fn a_number_opens_one_entry() {
    let harness = Harness::start().await;
    harness
        .api
        .plant("GET /api/submissions/800", 200, submission());
    insta::assert_snapshot!(harness.press("v1:submission-open:800").await, @r#"
    → GET /api/submissions/800
    ← message, only for them
    # Race finished × 3
    <@202> (**Bert**) in **Winter \*2026\***
    **30 points** (3 × 10)
    **Proof** [cdn.example.com](https://cdn.example.com/lap.png?x=1)
    **Submitted** <t:1796472000:R>
    ⏳ Waits for a review
    "Note": "see \\*lap\\* 3"
    picture https://cdn.example.com/lap.png?x=1
    ["Approve"] "v1:submission-approve:800:2026-12-05T12_00_00Z"
    ["Reject"] "v1:submission-reject:800"
    "#);
}

#[tokio::test]
async fn one_press_approves_and_settles_the_message() {
    let harness = Harness::start().await;
    let result = json!({"submission": approved(), "change": change()});
    harness
        .api
        .plant("POST /api/submissions/800/approve", 200, result);
    insta::assert_snapshot!(harness.press("v1:submission-approve:800:2026-12-05T12_00_00Z").await, @r#"
    → POST /api/submissions/800/approve {"updated_at":"2026-12-05T12:00:00Z"} (once)
    ← update
    # Race finished × 3
    <@202> (**Bert**) in **Winter \*2026\***
    **30 points** (3 × 10)
    **Proof** [cdn.example.com](https://cdn.example.com/lap.png?x=1)
    **Submitted** <t:1796472000:R>
    ✅ Approved by <@201> <t:1796558400:R>
    "Note": "see \\*lap\\* 3"
    picture https://cdn.example.com/lap.png?x=1
    "#);
}

#[tokio::test]
async fn rejecting_asks_why() {
    let harness = Harness::start().await;
    insta::assert_snapshot!(harness.press("v1:submission-reject:800").await, @r#"
    ← form
    Reject this submission
    "Why?": "reason"
    "#);
    let result = json!({"submission": rejected(), "change": null});
    harness
        .api
        .plant("POST /api/submissions/800/reject", 200, result);
    let shown = harness
        .give_reason("v1:submission-reject:800", " no _lap_ seen ")
        .await;
    insta::assert_snapshot!(shown, @r#"
    → POST /api/submissions/800/reject {"reason":"no _lap_ seen"} (once)
    ← update
    # Race finished × 3
    <@202> (**Bert**) in **Winter \*2026\***
    **30 points** (3 × 10)
    **Proof** [cdn.example.com](https://cdn.example.com/lap.png?x=1)
    **Submitted** <t:1796472000:R>
    ❌ Rejected by <@201> <t:1796558400:R>
    "Note": "see \\*lap\\* 3"
    "Reason": "no \\_lap\\_ seen"
    picture https://cdn.example.com/lap.png?x=1
    "#);
}

#[tokio::test]
async fn the_reason_is_required() {
    let harness = Harness::start().await;
    let press = json!({"component_type": 2, "custom_id": "v1:submission-reject:800", "id": 3});
    let sent = harness.interact(3, press).await;
    let input = &sent[0].1["data"]["components"][0]["component"];
    assert_eq!(input["required"], true);
    let shown = harness.give_reason("v1:submission-reject:800", "  ").await;
    insta::assert_snapshot!(shown, @"
    ← message, only for them
    The member should know why. Press the button again and give a reason.
    ");
}

#[tokio::test]
async fn the_second_admin_to_decide_learns_who_was_first() {
    let mut all = String::new();
    for (state, by) in [
        ("approved", "203".into()),
        ("rejected", "203".into()),
        ("deleted", "202".into()),
        ("expired", Value::Null),
    ] {
        let harness = Harness::start().await;
        let params = json!({"params": {"state": state, "decided_by": by}});
        let decided = with(problem(409, "submission_decided"), params);
        harness
            .api
            .plant("POST /api/submissions/800/approve", 409, decided);
        let shown = harness.press("v1:submission-approve:800").await;
        all.push_str(shown.split_once('\n').unwrap().1);
    }
    insta::assert_snapshot!(all, @"
    ← message, only for them
    <@203> has approved that submission already. `/submission edit` and `/submission delete` change what counts.
    ← message, only for them
    <@203> has rejected that submission already. The member can hand it in again.
    ← message, only for them
    <@202> has taken that submission back already. There is nothing left to do.
    ← message, only for them
    The season ended before anybody decided about that submission, so it no longer counts.
    ");
}
