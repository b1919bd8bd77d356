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
    <t:1772366400:R> <@201>: **Member verified** <@202>
      status: pending → verified
    <t:1772366400:R> <@203> (API): **Guild updated** of this server
      league: – → 12
    <t:1772366400:R> Paddock: **Member left** <@202>
      display name: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…
      “left \`us\`”
    Page 1
    ["Next ▶"] "v1:audit:3.-.-:2:Zm9v"
    "#);
}

#[tokio::test]
async fn values_are_shown_as_people_read_them() {
    let harness = Harness::start().await;
    let settings = json!({
        "action": "guild.updated", "subject": "guild:7", "before": {"admin_role_id": null, "league_holds_consent": false},
        "after": {"admin_role_id": "500", "league_holds_consent": true, "review_channel_id": "40"},
    });
    let points = json!({
        "action": "points.adjusted", "before": {"points": 20, "total": 1020}, "after": {"points": 10, "total": 1010},
    });
    let season = json!({
        "action": "season.updated", "subject": "season:500", "before": {"name": "Winter"},
        "after": {"name": "Win_ter", "ends_at": "2026-12-01T00:00:00Z"},
    });
    let number =
        json!({"action": "iracing.connected", "subject": "number:07", "before": {}, "after": {}});
    let items = [settings, points, season, number].map(|it| with(entry(), it));
    let page = json!({"items": items, "next_cursor": null});
    harness.api.plant("GET /api/audit", 200, page);
    let asked = json!([
        {"name": "by", "type": 6, "value": "203"}, {"name": "about", "type": 6, "value": "202"},
    ]);
    insta::assert_snapshot!(harness.command("auditlog", asked).await, @r"
    → GET /api/audit?actor_id=203&subject=member%3A202&limit=10
    ← message, only for them
    # Audit log
    <t:1772366400:R> <@201>: **Guild updated** of this server
      admin role: – → <@&500>, league holds consent: no → yes, review channel: <#40>
    <t:1772366400:R> <@201>: **Points adjusted** <@202>
      points: 20 → 10, total: 1,020 → 1,010
    <t:1772366400:R> <@201>: **Season updated** `season:500`
      ends at: <t:1796083200:f>, name: Winter → Win\_ter
    <t:1772366400:R> <@201>: **iRacing connected** #07
    ");
}

#[tokio::test]
async fn what_has_a_name_is_shown_by_it() {
    let harness = Harness::start().await;
    let set = json!({
        "action": "season.item_set", "subject": "season:500", "before": {"points": 10},
        "after": {"item_id": "600", "points": 20},
        "names": {"season:500": "Winter *2026*", "item:600": "Race_finished", "member:201": "Ada"},
    });
    let joined = json!({
        "action": "season.joined", "subject": "season:501", "before": {}, "after": {"user_id": "202"},
        "names": {"member:202": "Bert"},
    });
    let rank = json!({
        "action": "season.prize_created", "subject": "season:500", "before": {},
        "after": {"rank_id": "650", "prize_id": "660", "role_id": "401"},
        "names": {"season:500": "Winter", "rank:650": "Gold"},
    });
    let about = json!({"names": {"member:202": "Bert"}});
    let items = [set, joined, rank, about].map(|it| with(entry(), it));
    let page = json!({"items": items, "next_cursor": null});
    harness.api.plant("GET /api/audit", 200, page);
    insta::assert_snapshot!(harness.command("auditlog", json!([])).await, @r#"
    → GET /api/audit?limit=10
    ← message, only for them
    # Audit log
    <t:1772366400:R> <@201> (**Ada**): **Season item set** **Winter \*2026\***
      item: Race\_finished, points: 10 → 20
    <t:1772366400:R> <@201>: **Season joined** `season:501`
      user: <@202> (**Bert**)
    <t:1772366400:R> <@201>: **Season prize created** **Winter**
      prize: 660, rank: Gold, role: <@&401>
    <t:1772366400:R> <@201>: **Member verified** <@202> (**Bert**)
      status: pending → verified
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
        shown.contains("[\"Next ▶\"] \"v1:audit:25.-.-:2:NQ\""),
        "{shown}"
    );
}
