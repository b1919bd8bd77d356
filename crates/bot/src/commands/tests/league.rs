//! The iRacing league, with an API that answers what [`Harness::api`](crate::test::Harness) was given.

use crate::test::{
    Harness, file_option, option,
    stub_api::{problem, with},
    subcommand, switch,
};
use serde_json::{Value, json};

const LINK: &str = "/api/members/me/iracing-id";
const DIFFERENCES: &str = "GET /api/league/differences";

fn link(consent: bool) -> Value {
    json!({
        "user_id": "201", "iracing_id": 812_345, "proven": false, "consent": consent,
        "linked_at": "2026-12-01T18:00:00Z",
    })
}

#[tokio::test]
async fn linking_asks_for_consent() {
    let harness = Harness::start().await;
    harness.api.plant(&format!("PUT {LINK}"), 200, link(false));
    let options = json!([option("iracing_id", 812_345)]);
    insta::assert_snapshot!(harness.command("link", options).await, @r#"
    → PUT /api/members/me/iracing-id {"iracing_id":812345} (once)
    ← message, only for them
    🔗 Your iRacing account is **812345** (not confirmed by iRacing), linked <t:1796148000:R>.
    **May others see your iRacing name and customer id**, in replies, the API and exports? So far they may not. You can change that at any time with `/link`.
    ["Others may see it"] "v1:link-consent:yes"
    ["Keep it hidden"] "v1:link-consent:no"
    "#);

    let harness = Harness::start().await;
    harness.api.plant(&format!("PUT {LINK}"), 200, link(true));
    insta::assert_snapshot!(harness.press("v1:link-consent:yes").await, @r#"
    → PUT /api/members/me/iracing-id {"consent":true} (once)
    ← update
    🔗 Your iRacing account is **812345** (not confirmed by iRacing), linked <t:1796148000:R>.
    Others may see your iRacing name and customer id. `/link consent:False` hides them again.
    "#);

    let harness = Harness::start().await;
    harness.api.plant(&format!("PUT {LINK}"), 200, link(false));
    insta::assert_snapshot!(harness.press("v1:link-consent:no").await, @r#"
    → PUT /api/members/me/iracing-id {"consent":false} (once)
    ← update
    🔗 Your iRacing account is **812345** (not confirmed by iRacing), linked <t:1796148000:R>.
    Nobody else sees your iRacing name and customer id. `/link consent:True` lets them.
    "#);
}

#[tokio::test]
async fn consent_given_with_the_link_is_not_asked_for() {
    let harness = Harness::start().await;
    harness.api.plant(&format!("PUT {LINK}"), 200, link(true));
    let options = json!([option("iracing_id", 812_345), switch("consent", true)]);
    insta::assert_snapshot!(harness.command("link", options).await, @r#"
    → PUT /api/members/me/iracing-id {"consent":true,"iracing_id":812345} (once)
    ← message, only for them
    🔗 Your iRacing account is **812345** (not confirmed by iRacing), linked <t:1796148000:R>.
    Others may see your iRacing name and customer id. `/link consent:False` hides them again.
    "#);
}

#[tokio::test]
async fn consent_is_withdrawn() {
    let harness = Harness::start().await;
    harness.api.plant(&format!("PUT {LINK}"), 200, link(false));
    insta::assert_snapshot!(harness.command("link", json!([switch("consent", false)])).await, @r#"
    → PUT /api/members/me/iracing-id {"consent":false} (once)
    ← message, only for them
    🔗 Your iRacing account is **812345** (not confirmed by iRacing), linked <t:1796148000:R>.
    Nobody else sees your iRacing name and customer id. `/link consent:True` lets them.
    "#);
}

#[tokio::test]
async fn the_link_is_shown_and_removed() {
    let harness = Harness::start().await;
    let proven = with(link(true), json!({"proven": true}));
    harness.api.plant(&format!("GET {LINK}"), 200, proven);
    insta::assert_snapshot!(harness.command("link", json!([])).await, @r#"
    → GET /api/members/me/iracing-id
    ← message, only for them
    🔗 Your iRacing account is **812345** (confirmed by iRacing), linked <t:1796148000:R>.
    Others may see your iRacing name and customer id. `/link consent:False` hides them again.
    ["Keep it hidden"] "v1:link-consent:no"
    "#);

    let harness = Harness::start().await;
    harness
        .api
        .refuse(&format!("GET {LINK}"), 404, "iracing_not_linked");
    insta::assert_snapshot!(harness.command("link", json!([])).await, @"
    → GET /api/members/me/iracing-id
    ← message, only for them
    You have linked no iRacing account yet. `/link` with `iracing_id` does.
    ");

    let harness = Harness::start().await;
    harness
        .api
        .plant(&format!("DELETE {LINK}"), 204, Value::Null);
    insta::assert_snapshot!(harness.command("link", json!([switch("remove", true)])).await, @"
    → DELETE /api/members/me/iracing-id (once)
    ← message, only for them
    Your iRacing account is no longer linked.
    ");
    let both = json!([option("iracing_id", 5), switch("remove", true)]);
    insta::assert_snapshot!(harness.command("link", both).await, @"
    → DELETE /api/members/me/iracing-id (once)
    ← message, only for them
    Give `remove` alone, or what is to be linked. Try again with one of them.
    ");
}

fn state() -> Value {
    let roster = |source: &str, current: bool, numbered: u32| {
        json!({
            "source": source, "current": current, "taken_at": "2026-12-01T18:00:00Z", "drivers": 412,
            "numbered": numbered,
        })
    };
    json!({
        "league_id": 1234, "live": true,
        "rosters": [roster("live", true, 380), roster("file", false, 12), roster("csv", false, 1),
            roster("races", false, 40)],
        "tried_at": "2026-12-02T18:00:00Z", "failure": "maintenance", "next_at": "2026-12-02T19:00:00Z",
        "counts": {"matches": 310, "to_assign": 12, "clashes": 2, "roster_only": 68, "doubled": 0},
    })
}

#[tokio::test]
async fn how_claims_compare_is_shown_with_its_sources() {
    let harness = Harness::start().await;
    harness.api.plant("GET /api/league/sync", 200, state());
    insta::assert_snapshot!(harness.command("syncstatus", json!([])).await, @r#"
    → GET /api/league/sync
    ← message, only for them
    # iRacing league 1234
    **From iRacing** <t:1796148000:R> · 412 drivers, 380 with a number · claims are compared with it
    **Uploaded, of iRacing** <t:1796148000:R> · 412 drivers, 12 with a number
    **Uploaded, as CSV** <t:1796148000:R> · 412 drivers, 1 with a number
    **Seen in races, the last one** <t:1796148000:R> · 412 drivers, 40 with a number
    **iRacing was asked** <t:1796234400:R>: iRacing is down for maintenance
    **It is asked next** <t:1796238000:R>

    ✅ 310 match
    ✏️ 12 to assign in iRacing
    ⚠️ 2 clash
    👤 68 on the roster without a claim
    👥 0 doubled in iRacing
    ["Matches (310)"] "v1:differences-open:match"
    ["To assign (12)"] "v1:differences-open:to_assign"
    ["Clashes (2)"] "v1:differences-open:clash"
    ["Only on the roster (68)"] "v1:differences-open:roster_only"
    "#);
}

#[tokio::test]
async fn a_roster_without_numbers_is_one_line() {
    let harness = Harness::start().await;
    let nobody = json!({
        "league_id": 1234, "live": true, "tried_at": null, "failure": null, "next_at": null,
        "rosters": [{
            "source": "live", "current": true, "taken_at": "2026-12-01T18:00:00Z", "drivers": 5833, "numbered": 0,
        }],
        "counts": {"matches": 0, "to_assign": 41, "clashes": 0, "roster_only": 0, "doubled": 0},
    });
    harness.api.plant("GET /api/league/sync", 200, nobody);
    insta::assert_snapshot!(harness.command("syncstatus", json!([])).await, @r#"
    → GET /api/league/sync
    ← message, only for them
    # iRacing league 1234
    **From iRacing** <t:1796148000:R> · 5,833 drivers, 0 with a number · claims are compared with it

    Nobody on the roster has a number yet: all 41 claimed are still to be assigned in iRacing.
    ["To assign (41)"] "v1:differences-open:to_assign"
    "#);
}

#[tokio::test]
async fn without_a_roster_the_next_step_is_said() {
    let mut all = String::new();
    for (league, live) in [
        (json!(1234), true),
        (Value::Null, true),
        (Value::Null, false),
    ] {
        let harness = Harness::start().await;
        let none = json!({
            "league_id": league, "live": live, "rosters": [], "tried_at": null, "failure": null, "next_at": null,
        });
        harness
            .api
            .plant("GET /api/league/sync", 200, with(state(), none));
        let shown = harness.command("syncstatus", json!([])).await;
        all.push_str(shown.split_once("only for them\n").unwrap().1);
    }
    insta::assert_snapshot!(all, @r#"
    # iRacing league 1234
    No roster is known yet. `/sync` reads it from iRacing.

    ✏️ 12 to assign in iRacing
    ["Matches (310)"] "v1:differences-open:match"
    ["To assign (12)"] "v1:differences-open:to_assign"
    ["Clashes (2)"] "v1:differences-open:clash"
    ["Only on the roster (68)"] "v1:differences-open:roster_only"
    # iRacing league
    No roster is known yet. `/config league` sets the league, then `/sync` reads it.

    ✏️ 12 to assign in iRacing
    ["Matches (310)"] "v1:differences-open:match"
    ["To assign (12)"] "v1:differences-open:to_assign"
    ["Clashes (2)"] "v1:differences-open:clash"
    ["Only on the roster (68)"] "v1:differences-open:roster_only"
    # iRacing league
    No roster is known yet. `/numbers roster-upload` uploads one.

    ✏️ 12 to assign in iRacing
    ["Matches (310)"] "v1:differences-open:match"
    ["To assign (12)"] "v1:differences-open:to_assign"
    ["Clashes (2)"] "v1:differences-open:clash"
    ["Only on the roster (68)"] "v1:differences-open:roster_only"
    "#);
}

#[tokio::test]
async fn a_sync_shows_what_came_of_it() {
    let harness = Harness::start().await;
    harness.api.plant("POST /api/league/sync", 200, state());
    let shown = harness.command("sync", json!([])).await;
    assert!(
        shown.starts_with(
            "→ POST /api/league/sync\n← message, only for them\n# iRacing league 1234\n"
        )
    );

    let harness = Harness::start().await;
    let failed = problem(502, "league_sync_failed");
    let failed = with(failed, json!({"params": {"failure": "rate_limited"}}));
    harness.api.plant("POST /api/league/sync", 502, failed);
    insta::assert_snapshot!(harness.command("sync", json!([])).await, @"
    → POST /api/league/sync
    ← message, only for them
    iRacing asks to slow down. What was known stays; `/syncstatus` shows it.
    ");
}

fn difference(number: &str) -> Value {
    json!({
        "kind": "to_assign", "number": number, "class_id": null, "class_name": null,
        "holder": {
            "user_id": "202", "display_name": "Bert *B*", "linked": true, "iracing_id": null, "roster_number": null,
        },
        "drivers": [],
    })
}

#[tokio::test]
async fn a_list_is_ready_to_paste_and_read_on_over_short_answers() {
    let harness = Harness::start().await;
    let page = |items: Vec<Value>, next: Value| json!({"items": items, "next_cursor": next});
    harness
        .api
        .plant(DIFFERENCES, 200, page(vec![difference("7")], "YQ".into()));
    harness
        .api
        .plant(DIFFERENCES, 200, page(vec![], "Yg".into()));
    harness
        .api
        .plant(DIFFERENCES, 200, page(vec![difference("07")], Value::Null));
    insta::assert_snapshot!(harness.press("v1:differences-open:to_assign").await, @"
    → GET /api/league/differences?kind=to_assign&limit=40
    → GET /api/league/differences?kind=to_assign&limit=39&cursor=YQ
    → GET /api/league/differences?kind=to_assign&limit=39&cursor=Yg
    ← message, only for them
    # To assign
    ```
    7: Bert *B* (linked)
    07: Bert *B* (linked)
    ```
    ");

    let harness = Harness::start().await;
    let rows = (0..40).map(|n| difference(&n.to_string())).collect();
    harness.api.plant(DIFFERENCES, 200, page(rows, "YQ".into()));
    let shown = harness
        .command("syncstatus", json!([option("list", "to_assign")]))
        .await;
    assert!(
        shown.contains("[\"Next ▶\"] \"v1:differences:to_assign:2:YQ\""),
        "{shown}"
    );

    let harness = Harness::start().await;
    harness
        .api
        .plant(DIFFERENCES, 200, page(vec![], Value::Null));
    let mut all = String::new();
    for kind in ["match", "to_assign", "clash", "roster_only", "doubled"] {
        let shown = harness
            .command("syncstatus", json!([option("list", kind)]))
            .await;
        all.push_str(shown.split_once("only for them\n").unwrap().1);
    }
    insta::assert_snapshot!(all, @"
    No claim matches the roster yet. `/syncstatus` shows what there is.
    Every claimed number is assigned in iRacing, or clashes there.
    No claimed number belongs to somebody else in iRacing. 🎉
    Every number on the roster is claimed.
    No number is given to several drivers in iRacing. 🎉
    ");
}

fn uploaded(current: bool) -> Value {
    json!({
        "roster": {
            "source": "file", "current": current, "taken_at": "2026-12-01T18:00:00Z", "drivers": 412, "numbered": 380,
        },
        "added": 3, "changed": 2, "removed": 1,
    })
}

async fn upload(harness: &Harness, file: &str) -> String {
    let options = subcommand("roster-upload", json!([file_option(file)]));
    harness.command("numbers", options).await
}

#[tokio::test]
async fn a_roster_is_uploaded_as_json_or_csv() {
    let harness = Harness::start().await;
    harness.serve(
        "/ephemeral-attachments/1/2/roster.JSON",
        r#"{"roster": []}"#,
    );
    harness
        .api
        .plant("PUT /api/league/roster", 200, uploaded(true));
    insta::assert_snapshot!(upload(&harness, "702").await, @r#"
    → PUT /api/league/roster {"roster":[]} (once)
    ← message, only for them
    ✅ Uploaded: 412 drivers, 380 with a number (3 new, 2 changed, 1 gone). `/syncstatus` compares it with what is claimed.
    "#);

    let harness = Harness::start().await;
    harness.serve(
        "/ephemeral-attachments/1/2/numbers.csv",
        "cust_id,car_number\n1,7\n",
    );
    harness
        .api
        .plant("PUT /api/league/roster.csv", 200, uploaded(false));
    insta::assert_snapshot!(upload(&harness, "701").await, @"
    → PUT /api/league/roster.csv (once)
    ← message, only for them
    ✅ Uploaded: 412 drivers, 380 with a number (3 new, 2 changed, 1 gone). A newer roster is there, which claims are compared with.
    ");
    let sent = harness.api.asked_for("PUT /api/league/roster.csv");
    assert_eq!(sent[0].headers["content-type"], "text/csv");
}

#[tokio::test]
async fn what_is_no_roster_is_explained() {
    let mut all = String::new();
    let harness = Harness::start().await;
    all.push_str(&upload(&harness, "700").await);
    harness.serve(
        "/ephemeral-attachments/1/2/roster.JSON",
        "cust_id,car_number",
    );
    all.push_str(&upload(&harness, "702").await);
    insta::assert_snapshot!(all, @"
    ← message, only for them
    I cannot tell what that file is. Give it a name that ends with `.json` for an answer of iRacing, or with `.csv`.
    ← message, only for them
    That file is not JSON. Save the answer of iRacing's `league/roster` as it is, and upload it again.
    ");
}
