use super::{page, trade};
use crate::test::{Harness, member_option, option, stub_api::with, subcommand};
use serde_json::{Value, json};

const TRADES: &str = "/api/number-trades";

fn own() -> Value {
    with(trade(), json!({"from_user_id": "201", "to_user_id": "202"}))
}

#[tokio::test]
async fn a_swap_and_a_gift_are_offered() {
    let harness = Harness::start().await;
    harness.api.plant(&format!("POST {TRADES}"), 201, own());
    let offer = json!([member_option(), option("gives", "7"), option("wants", "#8")]);
    insta::assert_snapshot!(harness.command("trade", subcommand("offer", offer)).await, @r#"
    → POST /api/number-trades {"gives":"7","user_id":"202","wants":"8"} (once)
    ← message, only for them
    ⏳ Offered: **#7** for **#8**, to <@202>. They can accept until <t:1796558400:R>; `/trade list` shows what becomes of it.
    ["Withdraw it"] "v1:trade-cancel:850"
    "#);

    let harness = Harness::start().await;
    harness.api.plant(
        &format!("POST {TRADES}"),
        201,
        with(own(), json!({"wants": null})),
    );
    let offer = json!([
        member_option(),
        option("gives", "7"),
        option("class", "id:860")
    ]);
    insta::assert_snapshot!(harness.command("trade", subcommand("offer", offer)).await, @r#"
    → POST /api/number-trades {"class_id":"860","gives":"7","user_id":"202"} (once)
    ← message, only for them
    ⏳ Offered: **#7** as a gift, to <@202>. They can accept until <t:1796558400:R>; `/trade list` shows what becomes of it.
    ["Withdraw it"] "v1:trade-cancel:850"
    "#);

    let harness = Harness::start().await;
    harness
        .api
        .refuse(&format!("POST {TRADES}"), 409, "self_targeted");
    let offer = json!([
        member_option(),
        option("gives", "7"),
        option("class", "id:860")
    ]);
    let shown = harness.command("trade", subcommand("offer", offer)).await;
    assert!(
        shown.ends_with("You cannot trade with yourself. Pick another `member`.\n"),
        "{shown}"
    );
}

#[tokio::test]
async fn offers_are_listed_as_the_member_sees_them() {
    let harness = Harness::start().await;
    let rows = [
        trade(),
        own(),
        with(trade(), json!({"wants": null, "state": "accepted"})),
        with(
            own(),
            json!({"wants": null, "state": "declined", "class_name": "GT_3"}),
        ),
        with(own(), json!({"state": "cancelled"})),
        with(trade(), json!({"state": "expired"})),
    ];
    let rows = json!({"items": rows, "next_cursor": "Zm9v"});
    harness.api.plant(&format!("GET {TRADES}"), 200, rows);
    insta::assert_snapshot!(harness.command("trade", subcommand("list", json!([]))).await, @r#"
    → GET /api/number-trades?limit=10
    ← message, only for them
    # Offers of car numbers
    <@202> offers you **#7** for **#8** · ⏳ open, ends <t:1796558400:R>
    You offer <@202> **#7** for **#8** · ⏳ open, ends <t:1796558400:R>
    <@202> offers you **#7** as a gift · ✅ accepted
    You offer <@202> **#7** (GT\_3) as a gift · ❌ declined
    You offer <@202> **#7** for **#8** · 🗑️ withdrawn
    <@202> offers you **#7** for **#8** · ⌛ not answered in time
    Page 1
    ["Next ▶"] "v1:trades:-:2:Zm9v"
    "#);

    let harness = Harness::start().await;
    harness.api.plant(&format!("GET {TRADES}"), 200, page([]));
    insta::assert_snapshot!(harness.command("trade", subcommand("list", json!([]))).await, @"
    → GET /api/number-trades?limit=10
    ← message, only for them
    There are no offers to you or by you. `/trade offer` makes one.
    ");
}

#[tokio::test]
async fn offers_are_decided_by_command_too() {
    let harness = Harness::start().await;
    let api = &harness.api;
    let gift = with(trade(), json!({"state": "accepted", "wants": null}));
    api.plant(&format!("POST {TRADES}/850/accept"), 200, gift);
    api.plant(&format!("POST {TRADES}/850/decline"), 200, trade());
    api.plant(&format!("DELETE {TRADES}/850"), 200, own());
    let mut all = String::new();
    for name in ["accept", "decline", "cancel"] {
        let harness = &harness;
        let options = subcommand(name, json!([option("trade", "id:850")]));
        let shown = harness.command("trade", options).await;
        all.push_str(shown.split_once("only for them\n").unwrap().1);
    }
    insta::assert_snapshot!(all, @"
    ✅ Done: **#7** is yours now, a gift of <@202>.
    ❌ You declined **#7** from <@202>.
    🗑️ Your offer of **#7** to <@202> is withdrawn. You keep it.
    ");
    let shown = harness.press("v1:trade-cancel:850").await;
    assert!(
        shown.contains("← update\n🗑️ Your offer of **#7**"),
        "{shown}"
    );
}
