use super::{claim, mine, of_bert, page, reservation, trade, wait};
use crate::test::{Harness, option, stub_api::with, subcommand};
use serde_json::{Value, json};

const FREE: &str = "GET /api/numbers/available";

#[tokio::test]
async fn everybody_who_holds_a_number_is_listed() {
    let harness = Harness::start().await;
    let gone = json!({
        "number": "07", "state": "clash", "class_name": "GT_3", "released_at": "2026-12-15T18:00:00Z",
        "display_name": "https://evil.example/x",
    });
    let synced = json!({"number": "8", "state": "synced"});
    let rows = [claim(), with(of_bert(), gone), with(of_bert(), synced)];
    let claims = json!({"items": rows, "next_cursor": "Zm9v"});
    harness.api.plant("GET /api/numbers", 200, claims);
    insta::assert_snapshot!(harness.command("roster", json!([option("class", "id:860")])).await, @r#"
    → GET /api/numbers?class_id=860&limit=20
    ← message, only for them
    # Car numbers
    **#7** <@201> **Ada \*A\*** · ⏳ pending
    **#07** <@202> **https\://evil\.example/x** · GT\_3 · ⚠️ clash · left the server, free <t:1797357600:R>
    **#8** <@202> **Bert \*B\*** · ✅ synced
    Page 1
    ["Next ▶"] "v1:number-roster:860:2:Zm9v"
    "#);
    let shown = harness.press("v1:number-roster:860:2:Zm9v").await;
    assert!(
        shown.contains("→ GET /api/numbers?class_id=860&limit=20&cursor=Zm9v"),
        "{shown}"
    );

    let harness = Harness::start().await;
    harness.api.plant("GET /api/numbers", 200, page([]));
    insta::assert_snapshot!(harness.command("roster", json!([])).await, @"
    → GET /api/numbers?limit=20
    ← message, only for them
    Nobody holds a number yet. `/claim` gets you one.
    ");
}

fn free(ranges: &[(u16, u16)], next: Value) -> Value {
    let items = ranges.iter();
    let items: Vec<_> = items
        .map(|(first, last)| json!({"first": first, "last": last}))
        .collect();
    json!({"items": items, "next_cursor": next})
}

#[tokio::test]
async fn free_numbers_are_ranges_read_on_over_empty_answers() {
    let harness = Harness::start().await;
    for answer in [
        free(&[(3, 6), (9, 9), (12, 999)], "YQ".into()),
        free(&[], "Yg".into()),
        free(&[], "Yw".into()),
        free(&[(3000, 3999)], "ZA".into()),
        free(&[(4000, 4100), (4102, 4102)], Value::Null),
    ] {
        harness.api.plant(FREE, 200, answer);
    }
    insta::assert_snapshot!(harness.command("available", json!([])).await, @"
    → GET /api/numbers/available?limit=100
    → GET /api/numbers/available?limit=97&cursor=YQ
    → GET /api/numbers/available?limit=97&cursor=Yg
    → GET /api/numbers/available?limit=97&cursor=Yw
    → GET /api/numbers/available?limit=96&cursor=ZA
    ← message, only for them
    # Free car numbers
    3-6, 9, 12-999, 3000-4100, 4102
    ");
}

#[tokio::test]
async fn free_numbers_fill_pages() {
    let harness = Harness::start().await;
    let odd = |from: u16| {
        (0..50)
            .map(|n| (from + 2 * n, from + 2 * n))
            .collect::<Vec<_>>()
    };
    harness.api.plant(FREE, 200, free(&odd(1), "YQ".into()));
    harness.api.plant(FREE, 200, free(&odd(101), "Yg".into()));
    let shown = harness
        .command("available", json!([option("class", "id:860")]))
        .await;
    assert!(shown.contains("class_id=860&limit=100\n"), "{shown}");
    assert!(
        shown.contains("class_id=860&limit=50&cursor=YQ\n"),
        "{shown}"
    );
    assert!(shown.contains("\n1, 3, 5, "), "{shown}");
    assert!(shown.contains(", 197, 199\nPage 1\n"), "{shown}");
    assert!(shown.contains("\"v1:numbers-free:860:2:Yg\""), "{shown}");
}

#[tokio::test]
async fn no_free_number_leads_to_the_wait_list() {
    let harness = Harness::start().await;
    harness.api.plant(FREE, 200, free(&[], "YQ".into()));
    harness.api.plant(FREE, 200, free(&[], Value::Null));
    insta::assert_snapshot!(harness.command("available", json!([])).await, @"
    → GET /api/numbers/available?limit=100
    → GET /api/numbers/available?limit=100&cursor=YQ
    ← message, only for them
    No number is free. `/waitlist join` waits for one that somebody holds.
    ");
}

#[tokio::test]
async fn a_member_sees_all_of_their_numbers() {
    let harness = Harness::start().await;
    let link = json!({
        "user_id": "201", "iracing_id": 812_345, "proven": false, "consent": false,
        "linked_at": "2026-12-01T18:00:00Z",
    });
    let own = json!({"from_user_id": "201", "to_user_id": "202", "wants": null});
    let trades = [
        trade(),
        with(trade(), own),
        with(trade(), json!({"state": "declined"})),
    ];
    let everything = json!({
        "claims": [with(claim(), json!({"class_name": "GT_3", "state": "synced"}))],
        "reservations": [with(reservation(), json!({"kind": "priority", "note": null, "user_id": "201"}))],
        "waiting": [wait(), with(wait(), json!({"number": "9", "place": 1}))], "trades": trades, "link": link,
    });
    harness
        .api
        .plant("GET /api/numbers/mine", 200, everything.clone());
    insta::assert_snapshot!(harness.command("mynumbers", json!([])).await, @r"
    → GET /api/numbers/mine
    ← message, only for them
    # Your car numbers
    **#7** (GT\_3) · ✅ synced · since <t:1796148000:R>

    **Kept for you**
    **#7** · for <@201>, who held it in the last season · until <t:1796558400:f> (<t:1796558400:R>)

    **You wait for**
    **#7** · 1 member before you · since <t:1796148000:R>
    **#9** · you are first in line · since <t:1796148000:R>

    **Offers**
    <@202> offers you **#7** for **#8** · ⏳ open, ends <t:1796558400:R>
    You offer <@202> **#7** as a gift · ⏳ open, ends <t:1796558400:R>

    **iRacing**
    812345 · hidden from others
    ");

    let harness = Harness::start().await;
    harness.api.plant(
        "GET /api/numbers/mine",
        200,
        with(mine(), json!({"claims": []})),
    );
    insta::assert_snapshot!(harness.command("mynumbers", json!([])).await, @"
    → GET /api/numbers/mine
    ← message, only for them
    # Your car numbers
    You hold no number. `/claim` gets you one.
    ");
}

#[tokio::test]
async fn the_wait_list_is_joined_left_and_listed() {
    let harness = Harness::start().await;
    harness.api.plant(
        "POST /api/number-waitlist",
        201,
        with(wait(), json!({"place": 1})),
    );
    let join = subcommand(
        "join",
        json!([option("number", "7"), option("class", "id:860")]),
    );
    insta::assert_snapshot!(harness.command("waitlist", join).await, @r#"
    → POST /api/number-waitlist {"class_id":"860","number":"7"} (once)
    ← message, only for them
    ⏳ You are the first in line for **#7**. Once it is free, I hold it for you and tell you.
    "#);

    let harness = Harness::start().await;
    let waits = with(
        mine(),
        json!({"waiting": [with(wait(), json!({"class_id": "860"}))]}),
    );
    harness.api.plant("GET /api/numbers/mine", 200, waits);
    harness
        .api
        .plant("DELETE /api/number-waitlist/7", 204, Value::Null);
    let leave = subcommand("leave", json!([option("number", "7")]));
    insta::assert_snapshot!(harness.command("waitlist", leave).await, @"
    → GET /api/numbers/mine
    → DELETE /api/number-waitlist/7?class_id=860 (once)
    ← message, only for them
    You no longer wait for **#7**.
    ");
    let listed = harness
        .command("waitlist", subcommand("list", json!([])))
        .await;
    assert!(listed.contains("**#7** · 1 member before you"), "{listed}");

    let harness = Harness::start().await;
    harness.api.plant("GET /api/numbers/mine", 200, mine());
    insta::assert_snapshot!(harness.command("waitlist", subcommand("list", json!([]))).await, @"
    → GET /api/numbers/mine
    ← message, only for them
    You wait for no number. `/waitlist join` waits for one.
    ");
}
