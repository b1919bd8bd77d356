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
    insta::assert_snapshot!(harness.press("v1:verify:202").await, @r#"
    → POST /api/members/202/verify {"waiting":true} (once)
    ← update
    ✅ <@202> (**Bert**) was verified by <@201>.
    "#);
}

#[tokio::test]
async fn a_press_without_the_right_leaves_the_message() {
    let harness = Harness::start().await;
    harness
        .api
        .refuse("POST /api/members/202/verify", 403, "forbidden");
    insta::assert_snapshot!(harness.press("v1:verify:202").await, @r#"
    → POST /api/members/202/verify {"waiting":true} (once)
    ← message, only for them
    You may not do that. Ask an admin of this server.
    "#);
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
    → POST /api/members/202/reject {"reason":"too fast","waiting":true} (once)
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
        json!({"waiting": true})
    );
}

/// How the API answers where Bert was decided about.
fn decided(harness: &Harness, what: &str, status: &str) {
    let problem = json!({
        "type": "about:blank", "title": "x", "status": 409, "detail": "decided", "request_id": "bot-1",
        "code": "member_decided", "params": {"status": status, "decided_by": "203"},
    });
    harness
        .api
        .plant(&format!("POST /api/members/202/{what}"), 409, problem);
}

#[tokio::test]
async fn of_two_who_press_the_second_is_told_who_was_first() {
    let harness = Harness::start().await;
    decided(&harness, "verify", "rejected");
    decided(&harness, "reject", "verified");
    let mut shown = harness.press("v1:verify:202").await;
    shown += &harness.give_reason("v1:reject:202", "no").await;
    let answers: Vec<_> = shown
        .lines()
        .filter(|line| !line.starts_with('→'))
        .collect();
    insta::assert_snapshot!(answers.join("\n"), @"
    ← message, only for them
    <@203> has rejected that member already. `/verify` takes it back.
    ← message, only for them
    <@203> has verified that member already. `/reject` takes it back.
    ");
}

/// A command says what is to be, whatever was decided before; but not what is so already.
#[tokio::test]
async fn a_command_takes_another_decision_back_and_says_who_made_the_same() {
    let member_option = || json!([crate::test::member_option()]);
    let harness = Harness::start().await;
    decided(&harness, "verify", "verified");
    let same = harness.command("verify", member_option()).await;
    assert!(
        same.contains("<@203> has verified that member already."),
        "{same}"
    );
    assert_eq!(
        harness.api.asked_for("POST /api/members/202/verify").len(),
        1
    );

    let harness = Harness::start().await;
    decided(&harness, "verify", "rejected");
    let verified = with(member("202", "Bert"), json!({"status": "verified"}));
    harness
        .api
        .plant("POST /api/members/202/verify", 200, verified);
    let other = harness.command("verify", member_option()).await;
    assert!(other.contains("is verified."), "{other}");

    let harness = Harness::start().await;
    decided(&harness, "reject", "rejected");
    let same = harness.command("reject", member_option()).await;
    assert!(
        same.contains("<@203> has rejected that member already."),
        "{same}"
    );

    let harness = Harness::start().await;
    decided(&harness, "reject", "rejected");
    let rejected = with(member("202", "Bert"), json!({"status": "rejected"}));
    harness
        .api
        .plant("POST /api/members/202/reject", 200, rejected);
    let reason = json!([
        crate::test::member_option(),
        crate::test::option("reason", "use your real name"),
    ]);
    let later = harness.command("reject", reason).await;
    assert!(later.contains("is rejected"), "{later}");
    let asked = harness.api.asked_for("POST /api/members/202/reject");
    assert_eq!(asked[1].body, json!({"reason": "use your real name"}));
}
