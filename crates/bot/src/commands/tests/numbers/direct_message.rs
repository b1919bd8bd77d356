//! Buttons that reach members as direct messages, where Discord reports no server.

use super::{claim, refusal, trade};
use crate::test::{Harness, stub_api::with};
use serde_json::{Value, json};

const ACCEPT: &str = "POST /api/number-trades/850/accept";
const SEVEN: &str = "POST /api/numbers/7/claim";

#[tokio::test]
async fn the_button_names_the_server_and_the_member_has_no_rights_by_it() {
    let harness = Harness::start().await;
    harness
        .api
        .plant(ACCEPT, 200, with(trade(), json!({"state": "accepted"})));
    insta::assert_snapshot!(harness.press_in_dm("v1:trade-accept@1234:850").await, @"
    → POST /api/number-trades/850/accept (once)
    ← update
    ✅ Done: **#7** is yours now, and **#8** is <@202>'s.
    ");
    let asked = harness.api.asked_for(ACCEPT);
    let header = |name: &str| asked[0].headers.get(name).map(String::as_str);
    assert_eq!(header("x-guild-id"), Some("1234"));
    assert_eq!(header("x-user-id"), Some("201"));
    assert_eq!(header("x-role-ids"), Some(""));
    assert_eq!(header("x-permissions"), Some("0"));
    assert_eq!(header("x-channel-id"), None);
}

#[tokio::test]
async fn in_a_server_that_server_counts() {
    let harness = Harness::start().await;
    harness
        .api
        .plant(ACCEPT, 200, with(trade(), json!({"state": "accepted"})));
    harness.press("v1:trade-accept@1234:850").await;
    let asked = harness.api.asked_for(ACCEPT);
    assert_eq!(asked[0].headers["x-guild-id"], "7");
    assert_eq!(asked[0].headers["x-role-ids"], "401,402");
}

#[tokio::test]
async fn a_button_that_names_no_server_works_inside_one() {
    let harness = Harness::start().await;
    let mut all = String::new();
    for id in [
        "v1:trade-accept:850",
        "v1:trade-accept@:850",
        "v1:trade-accept@x:850",
    ] {
        all.push_str(&harness.press_in_dm(id).await);
    }
    insta::assert_snapshot!(all, @"
    ← message, only for them
    Paddock works inside a server. Open the server and give the command there.
    ← message, only for them
    Paddock works inside a server. Open the server and give the command there.
    ← message, only for them
    Paddock works inside a server. Open the server and give the command there.
    ");
}

#[tokio::test]
async fn an_offer_is_declined() {
    let harness = Harness::start().await;
    let declined = with(trade(), json!({"state": "declined", "class_name": "GT_3"}));
    harness
        .api
        .plant("POST /api/number-trades/850/decline", 200, declined);
    insta::assert_snapshot!(harness.press_in_dm("v1:trade-decline@7:850").await, @r"
    → POST /api/number-trades/850/decline (once)
    ← update
    ❌ You declined **#7** (GT\_3) from <@202>.
    ");
}

#[tokio::test]
async fn who_presses_twice_late_or_for_another_reads_one_sentence() {
    let mut all = String::new();
    for (code, params) in [
        ("number_trade_decided", json!({"state": "accepted"})),
        ("number_trade_decided", json!({"state": "expired"})),
        ("number_trade_not_found", json!({})),
        ("number_trade_broken", json!({})),
        (
            "number_limit_reached",
            json!({"limit": 1, "numbers": ["9"]}),
        ),
    ] {
        let harness = Harness::start().await;
        harness.api.plant(ACCEPT, 409, refusal(code, params));
        let shown = harness.press_in_dm("v1:trade-accept@7:850").await;
        all.push_str(shown.split_once('\n').unwrap().1);
    }
    insta::assert_snapshot!(all, @"
    ← message, only for them
    That offer was accepted already. `/trade list` shows what is open.
    ← message, only for them
    That offer was not answered in time. `/trade list` shows what is open.
    ← message, only for them
    You have no such offer. `/trade list` shows those to you and by you.
    ← message, only for them
    A number of that offer has changed hands since, so it cannot be accepted. Make a new one with `/trade offer`.
    ← message, only for them
    A member may hold one number, and that is reached (held: 9). `/release` one first; `/mynumbers` shows yours.
    ");
}

#[tokio::test]
async fn a_held_number_is_taken_or_declined() {
    let harness = Harness::start().await;
    harness.api.plant(SEVEN, 201, claim());
    insta::assert_snapshot!(harness.press_in_dm("v1:number-take@7:7:860").await, @r#"
    → POST /api/numbers/7/claim {"class_id":"860"} (once)
    ← update
    ✅ **#7** is yours.
    "#);

    let harness = Harness::start().await;
    harness
        .api
        .plant("DELETE /api/number-waitlist/7", 204, Value::Null);
    insta::assert_snapshot!(harness.press_in_dm("v1:number-decline@7:7").await, @"
    → DELETE /api/number-waitlist/7 (once)
    ← update
    You declined **#7**. The next member in line is asked.
    ");

    let harness = Harness::start().await;
    harness
        .api
        .refuse("DELETE /api/number-waitlist/7", 404, "number_not_waited");
    insta::assert_snapshot!(harness.press_in_dm("v1:number-decline@7:7").await, @"
    → DELETE /api/number-waitlist/7 (once)
    ← message, only for them
    You do not wait for that number, or no longer. `/waitlist list` shows what you wait for.
    ");
}

#[tokio::test]
async fn what_is_held_for_another_stays_as_it_is_shown() {
    let harness = Harness::start().await;
    let params = json!({"until": "2026-12-06T12:00:00Z", "nearest": ["8"]});
    harness
        .api
        .plant(SEVEN, 409, refusal("number_reserved", params));
    // In the channel for those who accept no direct messages.
    insta::assert_snapshot!(harness.press("v1:number-take@7:7").await, @r#"
    → POST /api/numbers/7/claim {} (once)
    ← message, only for them
    That number is reserved; that ends <t:1796558400:R>. Free nearby: 8.
    ["Claim 8"] "v1:number-claim@7:8:-:-"
    "#);
}
