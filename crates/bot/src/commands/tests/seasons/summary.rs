use super::{award, in_season, rank_name, season};
use crate::test::{
    Harness, member_option, option,
    stub_api::{member, with},
};
use serde_json::{Value, json};

fn summary() -> Value {
    let next = json!({"rank": {"position": 3, "name": "Platinum", "badge": null}, "threshold": 200, "missing": 70});
    let role =
        json!({"prize": {"id": "660", "role_id": "401", "description": null}, "state": "granted"});
    json!({
        "season": season(), "user_id": "201", "display_name": "Ada", "joined_at": "2026-12-02T12:00:00Z",
        "points": 130, "place": 2, "rank": rank_name(), "next_rank": next, "pending_submissions": 1,
        "items": [{"item_id": "600", "name": "Race finished", "quantity": 13, "points": 130}],
        "awards": [with(award(), role), award()],
    })
}

/// Somebody who has not joined.
fn stranger() -> Value {
    let nothing = json!({
        "joined_at": null, "points": 0, "place": null, "rank": null, "next_rank": null, "pending_submissions": 0,
        "items": [], "awards": [],
    });
    with(summary(), nothing)
}

fn many_items() -> Value {
    let item = |n| json!({"item_id": "600", "name": format!("{n:03} {}", "x".repeat(56)), "quantity": 1, "points": 1});
    let items: Vec<_> = (0..200).map(item).collect();
    with(summary(), json!({"items": items}))
}

#[tokio::test]
async fn a_summary_tells_what_is_missing() {
    let harness = in_season().await;
    harness
        .api
        .plant("GET /api/seasons/500/summary", 200, summary());
    insta::assert_snapshot!(harness.command("summary", json!([])).await, @r"
    → GET /api/seasons/current
    → GET /api/seasons/500/summary
    ← message, only for them
    # Ada in Winter \*2026\*
    **Points** 130
    **Place** 2
    **Rank** <:gold:1234> **Gold**
    **Next** **Platinum** from 200 points, 70 missing
    **Waiting for a review** 1 submission

    **Items**
    Race finished × 13 · 130 points

    **Prizes**
    🎁 <@&401> · Gold · yours
    🎁 A T-shirt, \*signed\* · Gold · an admin hands it over
    ");
}

#[tokio::test]
async fn a_summary_says_who_gave_or_took_points_and_why() {
    let entry = |kind: &str, points: i64, actor: Value, reason: Value| {
        json!({
            "id": "850", "season_id": "500", "user_id": "201", "kind": kind, "points": points,
            "submission_id": null, "actor_id": actor, "reason": reason, "created_at": "2026-12-06T12:00:00Z",
        })
    };
    let admin = || json!("203");
    let changes = json!([
        entry("adjustment", 5, admin(), "fair *play*".into()),
        entry("correction", -10, admin(), Value::Null),
        entry("reversal", -1, admin(), Value::Null),
        entry("attendance", 10, Value::Null, "Lecture 3".into()),
        entry("result", 25, Value::Null, Value::Null),
        entry("penalty", -2, admin(), "Round 1: contact".into()),
    ]);
    let harness = in_season().await;
    let summary = with(summary(), json!({"changes": changes, "awards": []}));
    harness
        .api
        .plant("GET /api/seasons/500/summary", 200, summary);
    let shown = harness.command("summary", json!([])).await;
    insta::assert_snapshot!(shown.split_once("130 points\n").unwrap().1, @r"

    **Given and taken**
    +5 points · by hand · <t:1796558400:R> · by <@203>
      “fair \*play\*”
    -10 points · corrected submission · <t:1796558400:R> · by <@203>
    -1 point · submission taken back · <t:1796558400:R> · by <@203>
    +10 points · attendance · <t:1796558400:R>
      “Lecture 3”
    +25 points · results · <t:1796558400:R>
    -2 points · penalty · <t:1796558400:R> · by <@203>
      “Round 1: contact”
    ");
}

#[tokio::test]
async fn a_member_who_has_not_joined_reads_how_to() {
    let harness = in_season().await;
    harness
        .api
        .plant("GET /api/seasons/500/summary", 200, stranger());
    let options = json!([option("season", "id:500"), member_option()]);
    insta::assert_snapshot!(harness.command("summary", options).await, @r"
    → GET /api/seasons/500
    → GET /api/seasons/500/summary?user_id=202
    ← message, only for them
    # Ada in Winter \*2026\*
    **Points** 0
    **Rank** none yet
    Not joined yet: `/join` takes part.
    ");
}

#[tokio::test]
async fn a_long_summary_is_paged() {
    let harness = in_season().await;
    harness
        .api
        .plant("GET /api/seasons/500/summary", 200, many_items());
    let mut all = harness.command("summary", json!([member_option()])).await;
    for n in 2.. {
        let next = format!("v1:summary:500.202:{n}");
        if !all.contains(&next) {
            break;
        }
        all.push_str(&harness.press(&next).await);
    }
    for n in 0..200 {
        assert!(all.contains(&format!("\n{n:03} xx")), "{n} is missing");
    }
}

#[tokio::test]
async fn others_are_for_admins() {
    let harness = in_season().await;
    harness
        .api
        .refuse("GET /api/seasons/500/summary", 403, "forbidden");
    insta::assert_snapshot!(harness.command("summary", json!([member_option()])).await, @"
    → GET /api/seasons/current
    → GET /api/seasons/500/summary?user_id=202
    ← message, only for them
    You may not do that. Ask an admin of this server.
    ");
}

/// `/me` of somebody, with this answer to the summary.
async fn me(status: u16, summary: Value) -> String {
    let harness = in_season().await;
    let me = json!({"level": "verified", "member": member("201", "Ada")});
    harness.api.plant("GET /api/members/me", 200, me);
    harness
        .api
        .plant("GET /api/seasons/500/summary", status, summary);
    harness.command("me", json!([])).await
}

#[tokio::test]
async fn me_shows_the_current_season() {
    insta::assert_snapshot!(me(200, summary()).await, @r"
    → GET /api/members/me
    → GET /api/seasons/current
    → GET /api/seasons/500/summary
    ← message, only for them
    # Ada
    **Status** ⏳ waiting for an admin
    **Level** member
    **Discord** Ada on Discord
    **Admin** no
    **API access** no
    **Registered** <t:1772366400:R>
    # Ada in Winter \*2026\*
    **Points** 130
    **Place** 2
    **Rank** <:gold:1234> **Gold**
    **Next** **Platinum** from 200 points, 70 missing
    **Waiting for a review** 1 submission

    **Items**
    Race finished × 13 · 130 points

    **Prizes**
    🎁 <@&401> · Gold · yours
    🎁 A T-shirt, \*signed\* · Gold · an admin hands it over
    ");
}

#[tokio::test]
async fn me_says_what_does_not_fit() {
    let shown = me(200, many_items()).await;
    assert!(
        shown.contains("… and 166 more lines: `/summary` shows them"),
        "{shown}"
    );
}

#[tokio::test]
async fn me_does_without_a_summary_that_is_refused() {
    let refusal = crate::test::stub_api::problem(403, "forbidden");
    let shown = me(403, refusal).await;
    assert!(
        shown.ends_with("**Registered** <t:1772366400:R>\n"),
        "{shown}"
    );
}

#[tokio::test]
async fn me_does_without_a_season() {
    let harness = Harness::start().await;
    let me = json!({"level": "verified", "member": member("201", "Ada")});
    harness.api.plant("GET /api/members/me", 200, me);
    harness
        .api
        .refuse("GET /api/seasons/current", 404, "no_current_season");
    let shown = harness.command("me", json!([])).await;
    assert!(
        shown.ends_with("**Registered** <t:1772366400:R>\n"),
        "{shown}"
    );
}

#[tokio::test]
async fn me_does_not_hide_an_outage() {
    let outage = crate::test::stub_api::problem(500, "internal");
    let shown = me(500, outage).await;
    assert!(shown.contains("Something went wrong"), "{shown}");
}
