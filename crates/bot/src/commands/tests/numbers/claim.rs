use super::{claim, of_bert, refusal, reservation, status, taken, wait};
use crate::test::{Harness, member_option, option, stub_api::with};
use serde_json::{Value, json};

const SEVEN: &str = "POST /api/numbers/7/claim";

#[tokio::test]
async fn a_free_number_is_claimed() {
    let harness = Harness::start().await;
    harness.api.plant(SEVEN, 201, claim());
    let options = json!([option("number", "7")]);
    insta::assert_snapshot!(harness.command("claim", options).await, @"
    → POST /api/numbers/7/claim {} (once)
    ← message, only for them
    ✅ **#7** is yours.
    ");

    let harness = Harness::start().await;
    let clash = json!({"state": "clash", "class_name": "GT_3", "number": "07"});
    harness
        .api
        .plant("POST /api/numbers/07/claim", 201, with(of_bert(), clash));
    let options = json!([
        option("number", "07"),
        option("class", "id:860"),
        member_option()
    ]);
    insta::assert_snapshot!(harness.command("claim", options).await, @r#"
    → POST /api/numbers/07/claim {"class_id":"860","user_id":"202"} (once)
    ← message, only for them
    ✅ **#07** (GT\_3) is <@202>'s. On the roster of the iRacing league somebody else has it; an admin has to look at that.
    "#);
}

#[tokio::test]
async fn a_refused_claim_offers_what_is_near_and_the_wait_list() {
    let harness = Harness::start().await;
    harness.api.plant(SEVEN, 409, taken());
    let options = json!([option("number", "7"), option("class", "id:860")]);
    insta::assert_snapshot!(harness.command("claim", options).await, @r#"
    → POST /api/numbers/7/claim {"class_id":"860"} (once)
    ← message, only for them
    <@202> (**Bert \*B\***) has held that number since <t:1796148000:R>. Free nearby: 6, 8, 5, 9, 07.
    ["Claim 6"] "v1:number-claim@7:6:860:-"
    ["Claim 8"] "v1:number-claim@7:8:860:-"
    ["Claim 5"] "v1:number-claim@7:5:860:-"
    ["Claim 9"] "v1:number-claim@7:9:860:-"
    ["Wait for it"] "v1:number-wait@7:7:860:-"
    "#);

    for (code, params) in [
        (
            "number_reserved",
            json!({"until": "2026-12-06T12:00:00Z", "nearest": ["6"]}),
        ),
        ("number_on_roster", json!({"nearest": []})),
    ] {
        let harness = Harness::start().await;
        harness.api.plant(SEVEN, 409, refusal(code, params));
        let shown = harness
            .command("claim", json!([option("number", "7")]))
            .await;
        assert!(!shown.contains("Wait for it"), "{shown}");
        assert_eq!(
            shown.contains("[\"Claim 6\"]"),
            code == "number_reserved",
            "{shown}"
        );
    }
}

#[tokio::test]
async fn an_admin_who_claims_for_a_member_is_offered_others_for_that_member() {
    let harness = Harness::start().await;
    harness.api.plant(SEVEN, 409, taken());
    let options = json!([option("number", "7"), member_option()]);
    let shown = harness.command("claim", options).await;
    assert!(shown.contains("\"v1:number-claim@7:6:-:202\""), "{shown}");
    assert!(!shown.contains("Wait for it"), "{shown}");
}

#[tokio::test]
async fn the_buttons_claim_and_wait() {
    let harness = Harness::start().await;
    harness.api.plant(
        "POST /api/numbers/6/claim",
        201,
        with(claim(), json!({"number": "6"})),
    );
    insta::assert_snapshot!(harness.press("v1:number-claim@7:6:860:-").await, @r#"
    → POST /api/numbers/6/claim {"class_id":"860"} (once)
    ← update
    ✅ **#6** is yours.
    "#);

    let harness = Harness::start().await;
    harness.api.plant("POST /api/numbers/6/claim", 409, taken());
    let shown = harness.press("v1:number-claim@7:6:-:-").await;
    assert!(shown.contains("← update\n<@202>"), "{shown}");

    let harness = Harness::start().await;
    harness.api.plant("POST /api/number-waitlist", 201, wait());
    insta::assert_snapshot!(harness.press("v1:number-wait@7:7:-:-").await, @r#"
    → POST /api/number-waitlist {"number":"7"} (once)
    ← update
    ⏳ You are number 2 in line for **#7**. Once it is free, I hold it for you and tell you.
    "#);
}

#[tokio::test]
async fn what_is_ones_own_is_not_waited_for() {
    let harness = Harness::start().await;
    harness.api.refuse(SEVEN, 409, "number_held_by_caller");
    insta::assert_snapshot!(harness.command("claim", json!([option("number", "7")])).await, @"
    → POST /api/numbers/7/claim {} (once)
    ← message, only for them
    That number is yours already. `/mynumbers` shows what you hold.
    ");
}

#[tokio::test]
async fn a_number_is_digits() {
    let harness = Harness::start().await;
    let mut all = harness
        .command("claim", json!([option("number", "seven")]))
        .await;
    all.push_str(
        &harness
            .command("check", json!([option("number", "٧")]))
            .await,
    );
    insta::assert_snapshot!(all, @"
    → GET /api/numbers/available?limit=25
    ← message, only for them
    “seven” is no number such as 7 or 07: type its digits.
    → GET /api/numbers/available?limit=25
    ← message, only for them
    `number` cannot be used: expected 1 to 4 digits. Change it and try again.
    ");
}

#[tokio::test]
async fn a_class_has_to_be_named_where_there_are_several() {
    let harness = Harness::start().await;
    let several = refusal(
        "number_class_required",
        json!({"classes": ["GT_3", "LMP2"]}),
    );
    harness.api.plant(SEVEN, 422, several);
    insta::assert_snapshot!(harness.command("claim", json!([option("number", "7")])).await, @r"
    → POST /api/numbers/7/claim {} (once)
    ← message, only for them
    Numbers belong to a class here. Pick one with `class`: GT\_3, LMP2.
    ");
}

#[tokio::test]
async fn a_number_is_given_back() {
    let harness = Harness::start().await;
    harness
        .api
        .plant("DELETE /api/numbers/7/claim", 204, Value::Null);
    insta::assert_snapshot!(harness.command("release", json!([option("number", "7")])).await, @"
    → DELETE /api/numbers/7/claim (once)
    ← message, only for them
    **#7** is no longer yours.
    ");

    let harness = Harness::start().await;
    let params = json!({"user_id": "202"});
    harness.api.plant(
        "DELETE /api/numbers/7/claim",
        409,
        refusal("number_not_held", params),
    );
    let options = json!([option("number", "7"), option("class", "id:860")]);
    insta::assert_snapshot!(harness.command("release", options).await, @"
    → DELETE /api/numbers/7/claim?class_id=860 (once)
    ← message, only for them
    Somebody else holds that number: <@202>. `/mynumbers` shows yours, `/check` how another stands.
    ");
}

async fn check(changes: Value) -> String {
    let harness = Harness::start().await;
    harness
        .api
        .plant("GET /api/numbers/7", 200, status(changes));
    let shown = harness
        .command("check", json!([option("number", "#7")]))
        .await;
    shown.split_once("only for them\n").unwrap().1.to_owned()
}

#[tokio::test]
async fn how_a_number_stands_is_shown() {
    let gone = json!({"released_at": "2026-12-15T18:00:00Z", "state": "synced"});
    let reserved =
        |changes: Value| json!({"state": "reserved", "reservation": with(reservation(), changes)});
    let class = json!({
        "state": "out_of_range", "class": {
            "id": "860", "name": "GT_3", "number_min": 10, "number_max": 99, "created_at": "2026-12-01T18:00:00Z",
        },
    });
    let mut all = String::new();
    for changes in [
        json!({}),
        json!({"state": "claimed", "claim": of_bert(), "waiting": 1}),
        json!({"state": "claimed", "claim": with(of_bert(), gone), "waiting": 2}),
        json!({"state": "claimed", "claim": claim()}),
        reserved(json!({})),
        reserved(json!({"user_id": null, "until": null})),
        reserved(json!({"kind": "wait_list"})),
        reserved(json!({"kind": "priority"})),
        json!({"state": "on_roster", "nearest": []}),
        class,
    ] {
        all.push_str(&check(changes).await);
        all.push('\n');
    }
    insta::assert_snapshot!(all, @r#"
    ✅ **#7** is free for you. `/claim` makes it yours.
    ["Claim 7"] "v1:number-claim@7:7:-:-"

    <@202> (**Bert \*B\***) has held **#7** since <t:1796148000:R>.
    1 member waits for it.
    Free nearby: 6, 8.
    ["Claim 6"] "v1:number-claim@7:6:-:-"
    ["Claim 8"] "v1:number-claim@7:8:-:-"
    ["Wait for it"] "v1:number-wait@7:7:-:-"

    <@202> (**Bert \*B\***) has held **#7** since <t:1796148000:R>.
    The roster of the iRacing league agrees.
    They have left the server; it is free again <t:1797357600:R>.
    2 members wait for it.
    Free nearby: 6, 8.
    ["Claim 6"] "v1:number-claim@7:6:-:-"
    ["Claim 8"] "v1:number-claim@7:8:-:-"
    ["Wait for it"] "v1:number-wait@7:7:-:-"

    <@201> (**Ada \*A\***) has held **#7** since <t:1796148000:R>.
    Free nearby: 6, 8.

    🔒 **#7** is reserved for <@202>; that ends <t:1796558400:R>.
    Free nearby: 6, 8.
    ["Claim 6"] "v1:number-claim@7:6:-:-"
    ["Claim 8"] "v1:number-claim@7:8:-:-"

    🔒 **#7** is kept free.
    Free nearby: 6, 8.
    ["Claim 6"] "v1:number-claim@7:6:-:-"
    ["Claim 8"] "v1:number-claim@7:8:-:-"

    🔒 **#7** is held for <@202>, who waited for it; that ends <t:1796558400:R>.
    Free nearby: 6, 8.
    ["Claim 6"] "v1:number-claim@7:6:-:-"
    ["Claim 8"] "v1:number-claim@7:8:-:-"

    🔒 **#7** is kept for <@202>, who held it in the last season; that ends <t:1796558400:R>.
    Free nearby: 6, 8.
    ["Claim 6"] "v1:number-claim@7:6:-:-"
    ["Claim 8"] "v1:number-claim@7:8:-:-"

    🏁 A driver of the iRacing league has **#7**. If that is you, `/link` your account.

    🚫 **#7** (GT\_3) is no number here.
    Numbers of this class go from 10 to 99.
    Free nearby: 6, 8.
    ["Claim 6"] "v1:number-claim@7:6:860:-"
    ["Claim 8"] "v1:number-claim@7:8:860:-"
    "#);
}
