use crate::test::{
    Harness,
    stub_api::{member, with},
};
use serde_json::json;

#[tokio::test]
async fn one_press_verifies_and_settles_the_message() {
    let harness = Harness::start().await;
    let verified = with(member("202", "Bert"), json!({"status": "verified"}));
    harness
        .api
        .plant("POST /api/members/202/verify", 200, verified);
    insta::assert_snapshot!(harness.press("v1:verify:202").await, @"
    → POST /api/members/202/verify (once)
    ← update
    ✅ <@202> (**Bert**) was verified by <@201>.
    ");
}

#[tokio::test]
async fn a_press_without_the_right_leaves_the_message() {
    let harness = Harness::start().await;
    harness
        .api
        .refuse("POST /api/members/202/verify", 403, "forbidden");
    insta::assert_snapshot!(harness.press("v1:verify:202").await, @"
    → POST /api/members/202/verify (once)
    ← message, only for them
    You may not do that. Ask an admin of this server.
    ");
}

#[tokio::test]
async fn rejecting_asks_why() {
    let harness = Harness::start().await;
    insta::assert_snapshot!(harness.press("v1:reject:202").await, @r#"
    ← form
    Reject this registration
    "Why?": "reason"
    "#);

    let rejected = json!({"status": "rejected", "status_reason": "too fast"});
    harness.api.plant(
        "POST /api/members/202/reject",
        200,
        with(member("202", "Bert"), rejected),
    );
    insta::assert_snapshot!(harness.give_reason("v1:reject:202", " too fast ").await, @r#"
    → POST /api/members/202/reject {"reason":"too fast"} (once)
    ← update
    ❌ <@202> (**Bert**) was rejected by <@201> (too fast).
    "#);
}

#[tokio::test]
async fn rejecting_without_a_reason_says_none() {
    let harness = Harness::start().await;
    let rejected = with(member("202", "Bert"), json!({"status": "rejected"}));
    harness
        .api
        .plant("POST /api/members/202/reject", 200, rejected);
    let input = json!({"type": 4, "id": 2, "custom_id": "reason", "value": ""});
    let form = json!({
        "custom_id": "v1:reject:202", "components": [{"type": 1, "id": 1, "components": [input]}],
    });
    harness.interact(5, form).await;
    assert_eq!(
        harness.api.asked_for("POST /api/members/202/reject")[0].body,
        json!({})
    );
}
