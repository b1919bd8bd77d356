//! `/season create` with a form, and with everything at once.

use super::season;
use crate::{
    commands::tests::in_zone,
    test::{Harness, option, subcommand},
};
use serde_json::{Value, json};

/// What the form of a command shows: label, id, what stands in it.
async fn form(harness: &Harness, options: Value) -> (String, Vec<String>) {
    let options = subcommand("create", options);
    let mut sent = harness
        .interact(2, crate::test::command("season", options))
        .await;
    let (_, body) = sent.remove(0);
    assert_eq!(body["type"], 9, "{body}");
    let fields = body["data"]["components"].as_array().unwrap().iter();
    let text = |value: &Value| value.as_str().unwrap_or("").to_owned();
    let fields = fields.map(|label| {
        let input = &label["component"];
        let required = if input["required"] == true { "*" } else { "" };
        let [of, placeholder] = [&label["label"], &input["placeholder"]].map(text);
        format!("{of}{required} ({placeholder}): {}", text(&input["value"]))
    });
    (text(&body["data"]["custom_id"]), fields.collect())
}

/// Sends the form with these fields.
async fn fill_in(harness: &Harness, id: &str, fields: &[(&str, &str)]) -> String {
    let label = |(index, (name, value)): (usize, &(&str, &str))| {
        let input = json!({"type": 4, "id": 10 + index, "custom_id": name, "value": value});
        json!({"type": 18, "id": 1 + index, "component": input})
    };
    let fields: Vec<_> = fields.iter().enumerate().map(label).collect();
    let data = json!({"custom_id": id, "components": fields});
    let sent = harness.interact(5, data).await;
    harness.exchange(&sent)
}

#[tokio::test]
async fn what_is_left_out_is_asked_for() {
    let harness = Harness::start().await;
    let (id, fields) = form(&harness, json!([])).await;
    assert_eq!(id, "v1:season-create:-:false");
    insta::assert_snapshot!(fields.join("\n"), @"
    Name* (Winter 2026): 
    End: a date, or how long it takes* (in 3 months): 
    First item, with points for one (Race finished 10): 
    First rank, with points to reach it (Gold 100): 
    Start, unless it is now (now): 
    ");
    // What was given stands in it, also half a pair.
    let given = json!([
        option("name", "Winter"),
        option("item", "Race finished"),
        option("points", 10),
        option("rank", "Gold"),
        option("number", 3),
        {"name": "remove_roles", "type": 5, "value": true},
    ]);
    let (id, fields) = form(&harness, given).await;
    assert_eq!(id, "v1:season-create:3:true");
    insta::assert_snapshot!(fields.join("\n"), @"
    Name* (Winter 2026): Winter
    End: a date, or how long it takes* (in 3 months): 
    First item, with points for one (Race finished 10): Race finished 10
    First rank, with points to reach it (Gold 100): Gold
    Start, unless it is now (now): 
    ");
    let half = json!([
        option("name", "Winter"),
        option("end", "2027-03-01"),
        option("rank", "Gold"),
    ]);
    form(&harness, half).await;
    assert!(
        harness.api.asked().is_empty(),
        "nobody is asked before a form"
    );
}

#[tokio::test]
async fn the_form_creates_everything_at_once() {
    let harness = in_zone("UTC").await;
    harness.api.plant("POST /api/seasons", 201, season());
    let fields = [
        ("name", "Winter"),
        ("end", "2027-03-01"),
        ("item", "Race finished: 10"),
        ("rank", " Gold  2 100 "),
        ("start", "2026-12-01 18:00"),
    ];
    let shown = fill_in(&harness, "v1:season-create:3:true", &fields).await;
    insta::assert_snapshot!(shown, @r#"
    → GET /api/guild
    → POST /api/seasons {"ends_at":"2027-03-02T00:00:00Z","first_item":{"name":"Race finished","points":10},"first_rank":{"name":"Gold  2","threshold":100},"name":"Winter","number":3,"remove_roles_at_end":true,"starts_at":"2026-12-01T18:00:00Z"} (once)
    ← message, only for them
    Created, with **Race finished** for 10 points and the rank **Gold  2** from 100 points on. `/prize` says what the rank wins.
    # Winter \*2026\*
    **Season** 3
    **Status** 🟢 ends <t:1803924000:R>
    **From** <t:1796148000:f>
    **To** <t:1803924000:f>
    **Roles won** kept after the end
    **Joined** 12 members
    "#);
}

#[tokio::test]
async fn a_form_without_item_and_rank_creates_the_season_alone() {
    let harness = in_zone("UTC").await;
    harness.api.plant("POST /api/seasons", 201, season());
    let fields = [
        ("name", "Winter"),
        ("end", "2027-03-01"),
        ("item", " "),
        ("rank", ""),
    ];
    let shown = fill_in(&harness, "v1:season-create:-:false", &fields).await;
    let body = &harness.api.asked_for("POST /api/seasons")[0].body;
    assert!(
        body.get("first_item").is_none() && body.get("first_rank").is_none(),
        "{body}"
    );
    assert!(
        shown.contains("Created. `/item set` says what it takes"),
        "{shown}"
    );
}

#[tokio::test]
async fn a_refused_form_loses_nothing() {
    let harness = in_zone("UTC").await;
    let mut all = String::new();
    for (field, value) in [
        ("end", "12/1/2027"),
        ("item", "Race finished"),
        ("item", "Race finished 1000001"),
        ("rank", "Gold 0"),
        ("rank", "Gold 99999999999999999999"),
        (
            "name",
            "`Winter` of the club that drives every Monday and Tuesday evening",
        ),
    ] {
        let mut fields = [
            ("name", "Winter 2026"),
            ("end", "2027-03-01"),
            ("item", "Race finished 10"),
            ("rank", "Gold 100"),
            ("start", "2026-12-01"),
        ];
        for known in fields.iter_mut().filter(|(name, _)| *name == field) {
            known.1 = value;
        }
        all += &fill_in(&harness, "v1:season-create:3:true", &fields).await;
    }
    harness
        .api
        .refuse("POST /api/seasons", 409, "season_name_taken");
    let fields = [("name", "Winter"), ("end", "2027-03-01")];
    all += &fill_in(&harness, "v1:season-create:-:false", &fields).await;
    let all: Vec<_> = all
        .lines()
        .filter(|line| !line.starts_with(['→', '←']))
        .collect();
    insta::assert_snapshot!(all.join("\n"), @r#"
    “12/1/2027” can be 12 January 2027 or 1 December 2027. Give `end` as `2027-01-12` or as `2027-12-01`.
    Nothing was created. What you typed, to send again once it is corrected:
    ```
    /season create name:Winter 2026 end:12/1/2027 item:Race finished points:10 rank:Gold threshold:100 start:2026-12-01 number:3 remove_roles:True
    ```
    `item` and `points` belong together. Give both, such as “Race finished 10”, or neither.
    Nothing was created. What you typed, to send again once it is corrected:
    ```
    /season create name:Winter 2026 end:2027-03-01 item:Race finished rank:Gold threshold:100 start:2026-12-01 number:3 remove_roles:True
    ```
    `points` cannot be used: expected 1 to 1000000. Change it and try again.
    Nothing was created. What you typed, to send again once it is corrected:
    ```
    /season create name:Winter 2026 end:2027-03-01 item:Race finished points:1000001 rank:Gold threshold:100 start:2026-12-01 number:3 remove_roles:True
    ```
    `threshold` cannot be used: expected 1 to 1000000000. Change it and try again.
    Nothing was created. What you typed, to send again once it is corrected:
    ```
    /season create name:Winter 2026 end:2027-03-01 item:Race finished points:10 rank:Gold threshold:0 start:2026-12-01 number:3 remove_roles:True
    ```
    `threshold` cannot be used: expected 1 to 1000000000. Change it and try again.
    Nothing was created. What you typed, to send again once it is corrected:
    ```
    /season create name:Winter 2026 end:2027-03-01 item:Race finished points:10 rank:Gold threshold:99999999999999999999 start:2026-12-01 number:3 remove_roles:True
    ```
    `name` cannot be used: expected 1 to 60 characters in one line. Change it and try again.
    Nothing was created. What you typed, to send again once it is corrected:
    ```
    /season create name:'Winter' of the club that drives every Monday and Tuesday evening end:2027-03-01 item:Race finished points:10 rank:Gold threshold:100 start:2026-12-01 number:3 remove_roles:True
    ```
    Another season has that name. Give this one another name.
    Nothing was created. What you typed, to send again once it is corrected:
    ```
    /season create name:Winter end:2027-03-01
    ```
    "#);
}

#[tokio::test]
async fn a_refused_command_is_repeated_and_names_its_option() {
    let harness = in_zone("UTC").await;
    let problem = json!({
        "type": "about:blank", "title": "x", "status": 422, "detail": "expected a later time.",
        "code": "invalid_value", "field": "ends_at", "request_id": "bot-1", "params": {},
    });
    harness.api.plant("POST /api/seasons", 422, problem);
    let options = json!([
        option("name", "Winter"),
        option("end", "2026-01-01"),
        option("item", "Race finished"),
        option("points", 10),
    ]);
    let shown = harness
        .command("season", subcommand("create", options))
        .await;
    let (_, answer) = shown.split_once("← ").unwrap();
    insta::assert_snapshot!(answer, @r#"
    message, only for them
    `end` cannot be used: expected a later time. Change it and try again.
    Nothing was created. What you typed, to send again once it is corrected:
    ```
    /season create name:Winter end:2026-01-01 item:Race finished points:10
    ```
    "#);
}
