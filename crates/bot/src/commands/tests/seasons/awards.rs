use super::{award, page};
use crate::test::{Harness, member_option, option, stub_api::with, subcommand};
use serde_json::json;

#[tokio::test]
async fn prizes_that_were_won_tell_how_they_stand() {
    let harness = Harness::start().await;
    let role =
        json!({"prize": {"id": "660", "role_id": "401", "description": null}, "state": "granted"});
    let delivered = json!({
        "state": "delivered", "delivered_by": "201", "delivered_at": "2026-12-07T12:00:00Z",
        "note": "by *post*",
    });
    let withdrawn = json!({"state": "withdrawn"});
    let items = [
        award(),
        with(award(), role),
        with(award(), delivered),
        with(award(), withdrawn),
    ];
    let items = json!({"items": items, "next_cursor": "Zm9v"});
    harness.api.plant("GET /api/awards", 200, items);
    let options = json!([option("state", "waiting"), member_option()]);
    insta::assert_snapshot!(harness.command("award", subcommand("list", options)).await, @r#"
    → GET /api/awards?user_id=202&state=waiting&limit=10
    ← message, only for them
    # Prizes to hand over
    🎁 A T-shirt, \*signed\* · <@202> **Bert** · Gold in **Winter \*2026\*** · waiting since <t:1796558400:R>
    🎁 <@&401> · <@202> **Bert** · Gold in **Winter \*2026\*** · given <t:1796558400:R>
    🎁 A T-shirt, \*signed\* · <@202> **Bert** · Gold in **Winter \*2026\*** · handed over by <@201> <t:1796644800:R>
      “by \*post\*”
    🎁 A T-shirt, \*signed\* · <@202> **Bert** · Gold in **Winter \*2026\*** · taken back
    Page 1
    ["Next ▶"] "v1:awards:waiting.202:2:Zm9v"
    "#);
}

#[tokio::test]
async fn pages_keep_what_was_asked_for() {
    let harness = Harness::start().await;
    harness.api.plant("GET /api/awards", 200, page([award()]));
    let shown = harness.press("v1:awards:waiting.202:2:Zm9v").await;
    assert!(
        shown.contains("GET /api/awards?user_id=202&state=waiting&limit=10&cursor=Zm9v"),
        "{shown}"
    );
    for parameter in ["-", "gone.202", "-.x"] {
        let shown = harness.press(&format!("v1:awards:{parameter}:2")).await;
        assert!(
            shown.contains("This button is from an earlier version"),
            "{shown}"
        );
    }
}

#[tokio::test]
async fn an_empty_list_says_what_can_be_won() {
    let harness = Harness::start().await;
    harness.api.plant("GET /api/awards", 200, page([]));
    insta::assert_snapshot!(harness.command("award", subcommand("list", json!([]))).await, @"
    → GET /api/awards?everybody=true&limit=10
    ← message, only for them
    No such prize was won yet. `/prize list` shows what can be.
    ");
}

#[tokio::test]
async fn handing_over_is_noted() {
    let harness = Harness::start().await;
    let delivered = json!({
        "state": "delivered", "delivered_by": "201", "delivered_at": "2026-12-07T12:00:00Z",
        "note": "by *post*",
    });
    harness.api.plant(
        "POST /api/awards/900/deliver",
        200,
        with(award(), delivered),
    );
    let options = json!([option("award", "id:900"), option("note", "by *post*")]);
    insta::assert_snapshot!(harness.command("award", subcommand("deliver", options)).await, @r#"
    → POST /api/awards/900/deliver {"note":"by *post*"} (once)
    ← message, only for them
    Noted: 🎁 A T-shirt, \*signed\* · <@202> **Bert** · Gold in **Winter \*2026\*** · handed over by <@201> <t:1796644800:R>
      “by \*post\*”
    "#);
}

#[tokio::test]
async fn what_does_not_wait_is_not_handed_over() {
    let mut all = String::new();
    let harness = Harness::start().await;
    harness
        .api
        .refuse("POST /api/awards/900/deliver", 409, "award_not_waiting");
    harness.api.plant("GET /api/awards", 200, page([]));
    for award in ["id:900", "T-shirt"] {
        let options = subcommand("deliver", json!([option("award", award)]));
        let shown = harness.command("award", options).await;
        all.push_str(shown.split_once("only for them\n").unwrap().1);
    }
    insta::assert_snapshot!(all, @"
    That prize does not wait to be handed over. `/award list` shows what does.
    No prize is called “T-shirt”: none waits to be handed over.
    ");
}
