use crate::test::{Harness, option, stub_api::with};
use serde_json::{Value, json};

fn entry() -> Value {
    json!({
        "id": "800", "at": "2026-03-01T12:00:00Z", "actor_id": "201", "via": "discord", "action": "member.verified",
        "subject": "member:202", "reason": null, "before": {"status": "pending"}, "after": {"status": "verified"},
        "request_id": "bot-1",
    })
}

#[tokio::test]
async fn entries_tell_who_changed_what() {
    let harness = Harness::start().await;
    let settings = json!({
        "actor_id": "203", "via": "token", "action": "guild.updated", "subject": "guild:7",
        "before": {"league_id": null, "number_min": 0}, "after": {"league_id": 12, "number_min": 0},
    });
    let system = json!({
        "actor_id": null, "via": "system", "action": "member.left", "reason": "left `us`",
        "before": {}, "after": {"display_name": "x".repeat(200)},
    });
    let items = [entry(), with(entry(), settings), with(entry(), system)];
    harness.api.plant(
        "GET /api/audit",
        200,
        json!({"items": items, "next_cursor": "Zm9v"}),
    );
    insta::assert_snapshot!(harness.command("auditlog", json!([option("limit", 3)])).await, @r#"
    → GET /api/audit?limit=3
    ← message, only for them
    # Audit log
    <t:1772366400:R> <@201> **member.verified** <@202>
      status: pending → verified
    <t:1772366400:R> <@203> (API) **guild.updated** `guild:7`
      league id: – → 12
    <t:1772366400:R> Paddock **member.left** <@202>
      display name: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…
      “left \`us\`”
    Page 1
    ["Next ▶"] "v1:audit:3:2:Zm9v"
    "#);
}

#[tokio::test]
async fn a_page_too_long_to_show_is_asked_for_in_part() {
    let harness = Harness::start().await;
    let long: Vec<_> = (0..5)
        .map(|n| (format!("field_{n}"), "y".repeat(80).into()))
        .collect();
    let long: serde_json::Map<String, Value> = long.into_iter().collect();
    let entry = with(entry(), json!({"before": long, "after": {}}));
    let items = vec![entry; 25];
    harness.api.plant(
        "GET /api/audit",
        200,
        json!({"items": items, "next_cursor": "MjU"}),
    );
    harness.api.plant(
        "GET /api/audit",
        200,
        json!({"items": items[..5], "next_cursor": "NQ"}),
    );
    let shown = harness
        .command("auditlog", json!([option("limit", 25)]))
        .await;
    let asked = harness.api.asked_for("GET /api/audit");
    assert_eq!(asked[0].query, "limit=25");
    assert_eq!(asked[1].query, "limit=5");
    assert!(
        shown.contains("[\"Next ▶\"] \"v1:audit:25:2:NQ\""),
        "{shown}"
    );
}
