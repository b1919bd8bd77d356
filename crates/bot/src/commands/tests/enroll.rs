//! What admins do for members who do not do it themselves, and how they find them.

use super::seasons::season;
use crate::test::{
    Harness, member_option, option,
    stub_api::{member, with},
};
use serde_json::{Value, json};

fn participant() -> Value {
    json!({
        "user_id": "202", "display_name": "Bert", "points": 0, "listed": true,
        "joined_at": "2026-12-02T12:00:00Z",
    })
}

async fn ready() -> Harness {
    let harness = Harness::start().await;
    harness.api.plant("GET /api/seasons/current", 200, season());
    harness.api.plant("GET /api/seasons/500", 200, season());
    let verified = with(member("202", "Bert *B*"), json!({"status": "verified"}));
    harness.api.plant("PUT /api/members/202", 201, verified);
    let enroll = "PUT /api/seasons/500/participants/202";
    harness.api.plant(enroll, 200, participant());
    harness
}

#[tokio::test]
async fn an_admin_registers_and_enrolls_somebody() {
    let mut all = String::new();
    let name = option("name", "Bert *B*");
    let (id, season) = (option("external_id", "b-1"), option("season", "id:500"));
    for options in [
        json!([member_option(), name, id, season]),
        json!([member_option(), name]),
        json!([member_option()]),
        json!([member_option(), option("external_id", "b-1")]),
    ] {
        let harness = ready().await;
        all.push_str(&harness.command("enroll", options).await);
    }
    insta::assert_snapshot!(all, @r#"
    → GET /api/seasons/500
    → PUT /api/members/202 {"display_name":"Bert *B*","external_id":"b-1"} (once)
    → PUT /api/seasons/500/participants/202 (once)
    ← message, only for them
    ✅ <@202> is registered as **Bert \*B\***.
    <@202> takes part in **Winter \*2026\***, with 0 points.
    → PUT /api/members/202 {"display_name":"Bert *B*"} (once)
    ← message, only for them
    ✅ <@202> is registered as **Bert \*B\***.
    → GET /api/seasons/current
    → PUT /api/seasons/500/participants/202 (once)
    ← message, only for them
    <@202> takes part in **Winter \*2026\***, with 0 points.
    ← message, only for them
    Give a `name` with the `external_id`: both are what the member is registered under.
    "#);
}

#[tokio::test]
async fn members_are_found_by_name() {
    let harness = Harness::start().await;
    let found = json!({"items": [member("202", "Bert *B*")], "next_cursor": "Zm9v"});
    harness.api.plant("GET /api/members", 200, found);
    let name = json!([option("name", "bert")]);
    insta::assert_snapshot!(harness.command("members", name).await, @r"
    → GET /api/members?name=bert&limit=25
    ← message, only for them
    # Members called “bert”
    ⏳ <@202> **Bert \*B\*** · <t:1772366400:R>
    … and more. Give more of the name.
    ");
    let harness = Harness::start().await;
    let nobody = json!({"items": [], "next_cursor": null});
    harness.api.plant("GET /api/members", 200, nobody);
    let options = json!([option("name", "_x_"), option("status", "verified")]);
    insta::assert_snapshot!(harness.command("members", options).await, @r"
    → GET /api/members?status=verified&name=_x_&limit=25
    ← message, only for them
    Nobody is called “\_x\_” here, in Discord or by external id.
    ");
}
