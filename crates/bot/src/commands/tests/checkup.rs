use crate::test::Harness;
use serde_json::{Value, json};
use std::{fmt::Write as _, time::Duration};

/// A page of failed effects.
fn list(ids: &[&str], next_cursor: Option<&str>) -> Value {
    let items: Vec<_> = ids.iter().map(|id| effect(id)).collect();
    json!({"items": items, "next_cursor": next_cursor})
}

fn effect(id: &str) -> Value {
    json!({
        "id": id, "subject": "member:202", "state": "failed", "attempts": 1,
        "action": {"kind": "grant_role", "user_id": "202", "role_id": "401", "reason": "Owed by Paddock"},
        "last_error": "missing_permission", "last_error_detail": "Missing Permissions",
        "created_at": "2026-03-01T12:00:00Z", "next_attempt_at": null,
    })
}

/// What the checkup says when a role could not be given.
async fn unhealthy() -> Harness {
    let harness = Harness::start().await;
    let check = json!({
        "title": "Could not give <@&401> to <@202>", "outcome": "fail",
        "remedy": "Mend that, then press Retry.",
    });
    let checkup = json!({"healthy": false, "checks": [check]});
    harness.api.plant("GET /api/guild/checkup", 200, checkup);
    harness
}

#[tokio::test]
async fn the_checkup_says_what_to_do() {
    let harness = Harness::start().await;
    let check = |title: &str, outcome: &str, remedy: Value| json!({"title": title, "outcome": outcome, "remedy": remedy});
    let checkup = json!({"healthy": false, "checks": [
        check("The bot is connected", "pass", Value::Null),
        check("I can post in <#300>", "fail", "Allow **Send Messages** there.".into()),
        check("Roles", "unknown", "Wait a minute.".into()),
        check("Announcements", "off", Value::Null),
    ]});
    harness.api.plant("GET /api/guild/checkup", 200, checkup);
    harness.api.plant("GET /api/effects", 200, list(&[], None));
    insta::assert_snapshot!(harness.command("checkup", json!([])).await, @"
    → GET /api/guild/checkup
    → GET /api/effects?state=failed&limit=1
    ← message, only for them
    # One thing needs attention
    ✅ The bot is connected
    ❌ I can post in <#300>
      ↳ Allow **Send Messages** there.
    ❔ Roles
      ↳ Wait a minute.
    ➖ Announcements
    ");
}

#[tokio::test]
async fn a_long_checkup_is_paged_and_never_cut() {
    let harness = Harness::start().await;
    let checks: Vec<_> = (1..=60)
        .map(|n| json!({"title": format!("check {n:02}"), "outcome": "fail", "remedy": "x".repeat(150)}))
        .collect();
    harness.api.plant(
        "GET /api/guild/checkup",
        200,
        json!({"healthy": false, "checks": checks}),
    );
    harness
        .api
        .plant("GET /api/effects", 200, list(&["901"], None));
    let mut all = harness.command("checkup", json!([])).await;
    let mut page = 1;
    while all.contains(&format!("v1:checkup:-:{}", page + 1)) {
        page += 1;
        let shown = harness.press(&format!("v1:checkup:-:{page}")).await;
        assert!(shown.contains("v1:retry-failed"), "{shown}");
        all.push_str(&shown);
    }
    for n in 1..=60 {
        assert!(all.contains(&format!("❌ check {n:02}")), "{n} is missing");
    }
    assert!(page > 1);
}

#[tokio::test]
async fn what_failed_can_be_mended_from_the_checkup() {
    let harness = unhealthy().await;
    harness
        .api
        .plant("GET /api/effects", 200, list(&["901"], Some("Zm9v")));
    insta::assert_snapshot!(harness.command("checkup", json!([])).await, @r#"
    → GET /api/guild/checkup
    → GET /api/effects?state=failed&limit=1
    ← message, only for them
    # One thing needs attention
    ❌ Could not give <@&401> to <@202>
      ↳ Mend that, then press Retry.
    ["Retry what failed"] "v1:retry-failed"
    ["Give up what failed"] "v1:give-up-failed"
    "#);
}

#[tokio::test]
async fn managers_who_may_not_see_effects_get_no_buttons() {
    let harness = unhealthy().await;
    harness.api.refuse("GET /api/effects", 403, "forbidden");
    let shown = harness.command("checkup", json!([])).await;
    assert!(shown.contains("# One thing needs attention"), "{shown}");
    assert!(!shown.contains("v1:"), "{shown}");
}

#[tokio::test]
async fn where_all_is_well_nobody_asks_what_failed() {
    let harness = Harness::start().await;
    let checkup = json!({"healthy": true, "checks": []});
    harness.api.plant("GET /api/guild/checkup", 200, checkup);
    insta::assert_snapshot!(harness.command("checkup", json!([])).await, @"
    → GET /api/guild/checkup
    ← message, only for them
    # All is well
    ");
}

#[tokio::test]
async fn everything_that_failed_is_asked_for_again() {
    let harness = Harness::start().await;
    let api = &harness.api;
    api.plant("GET /api/effects", 200, list(&["904", "903"], Some("Zm9v")));
    api.plant("GET /api/effects", 200, list(&["902", "901"], None));
    for id in ["904", "901"] {
        api.plant(&format!("POST /api/effects/{id}/retry"), 200, effect(id));
    }
    // Others were there before.
    api.refuse("POST /api/effects/903/retry", 409, "effect_not_failed");
    api.refuse("POST /api/effects/902/retry", 404, "effect_not_found");
    insta::assert_snapshot!(harness.press("v1:retry-failed").await, @"
    → GET /api/effects?state=failed&limit=200
    → POST /api/effects/904/retry (once)
    → POST /api/effects/903/retry (once)
    → GET /api/effects?state=failed&limit=200&cursor=Zm9v
    → POST /api/effects/902/retry (once)
    → POST /api/effects/901/retry (once)
    ← message, only for them
    Asked again for 2. In a moment, `/checkup` shows whether it worked.
    ");
    let key = |id: &str| {
        let asked = api.asked_for(&format!("POST /api/effects/{id}/retry"));
        asked[0].headers["idempotency-key"].clone()
    };
    let first = key("904");
    let (interaction, effect) = first.split_once('-').unwrap();
    assert_eq!(effect, "904");
    assert_eq!(key("901"), format!("{interaction}-901"));
}

#[tokio::test]
async fn giving_up_asks_first() {
    let harness = Harness::start().await;
    insta::assert_snapshot!(harness.press("v1:give-up-failed").await, @r#"
    ← message, only for them
    **Give up everything that failed in Discord?**
    Messages that could not be sent are dropped for good. A role that a member should have, or should not, is asked for again when I next look at them, so fix the cause or change the setting as well.
    ["Give it all up"] "v1:give-up-failed-now"
    "#);
    let api = &harness.api;
    api.plant("GET /api/effects", 200, list(&["902", "901"], None));
    for id in ["902", "901"] {
        api.plant(&format!("DELETE /api/effects/{id}"), 204, Value::Null);
    }
    insta::assert_snapshot!(harness.press("v1:give-up-failed-now").await, @"
    → GET /api/effects?state=failed&limit=200
    → DELETE /api/effects/902 (once)
    → DELETE /api/effects/901 (once)
    ← update
    Gave up 2. `/checkup` shows how things stand.
    ");
}

#[tokio::test]
async fn nothing_left_is_no_failure() {
    let harness = Harness::start().await;
    harness.api.plant("GET /api/effects", 200, list(&[], None));
    insta::assert_snapshot!(harness.press("v1:retry-failed").await, @"
    → GET /api/effects?state=failed&limit=200
    ← message, only for them
    Nothing is left that failed. `/checkup` shows how things stand.
    ");
}

#[tokio::test]
async fn too_fast_is_waited_out() {
    let harness = Harness::start().await;
    let api = &harness.api;
    api.plant("GET /api/effects", 200, list(&["901"], None));
    let retry = "POST /api/effects/901/retry";
    api.refuse(retry, 429, "rate_limited");
    api.plant(retry, 200, effect("901"));
    let shown = harness.press("v1:retry-failed").await;
    assert!(shown.contains("Asked again for 1."), "{shown}");
    let asked = api.asked_for(retry);
    assert_eq!(asked.len(), 2);
    let key = |n: usize| &asked[n].headers["idempotency-key"];
    assert_eq!(key(0), key(1));
}

#[tokio::test]
async fn what_was_done_before_a_failure_is_told() {
    let harness = Harness::start().await;
    let api = &harness.api;
    api.plant("GET /api/effects", 200, list(&["902", "901"], None));
    api.plant("POST /api/effects/902/retry", 200, effect("902"));
    api.refuse("POST /api/effects/901/retry", 500, "internal");
    insta::assert_snapshot!(harness.press("v1:retry-failed").await, @"
    → GET /api/effects?state=failed&limit=200
    → POST /api/effects/902/retry (once)
    → POST /api/effects/901/retry (once)
    ← message, only for them
    Asked again for 1. Then something went wrong; `/checkup` shows what is left.
    ");
}

#[tokio::test]
async fn without_the_right_nothing_is_mended() {
    let harness = Harness::start().await;
    harness.api.refuse("GET /api/effects", 403, "forbidden");
    insta::assert_snapshot!(harness.press("v1:give-up-failed-now").await, @"
    → GET /api/effects?state=failed&limit=200
    ← message, only for them
    You may not do that. Ask an admin of this server.
    ");
}

#[tokio::test]
async fn many_failures_take_their_time_behind_a_deferral() {
    let harness = Harness::start().await;
    let api = &harness.api;
    api.plant("GET /api/effects", 200, list(&["901"], None));
    api.plant("POST /api/effects/901/retry", 200, effect("901"));
    api.plant("DELETE /api/effects/901", 204, Value::Null);
    let mut all = String::new();
    for id in ["v1:retry-failed", "v1:give-up-failed-now"] {
        let press = json!({"component_type": 2, "custom_id": id, "id": 3});
        let late = Duration::from_millis(2200);
        for (what, body) in harness.interact_after(late, 3, press).await {
            let what = what.split(' ').next().unwrap();
            let _ = writeln!(all, "{what} {} {}", body["type"], body["content"]);
        }
    }
    insta::assert_snapshot!(all, @r#"
    POST 5 null
    PATCH null "Asked again for 1. In a moment, `/checkup` shows whether it worked."
    POST 6 null
    PATCH null "Gave up 1. `/checkup` shows how things stand."
    "#);
}
