//! What options suggest, and what is made of what was typed without picking.

use super::{class, mine, of_bert, page, reservation, status, trade, wait};
use crate::test::{Harness, focused, option, stub_api::with, subcommand};
use serde_json::{Value, json};
use std::fmt::Write as _;

fn shown(choices: &Value) -> String {
    let mut text = String::new();
    for choice in choices.as_array().unwrap() {
        let [name, value] = ["name", "value"].map(|field| choice[field].as_str().unwrap());
        let _ = writeln!(text, "{name} = {value}");
    }
    text
}

#[tokio::test]
async fn a_wanted_number_is_looked_up_while_it_is_typed() {
    let harness = Harness::start().await;
    let held = status(json!({"state": "claimed", "claim": of_bert()}));
    harness.api.plant("GET /api/numbers/7", 200, held);
    let options = json!([focused("number", "7"), option("class", "id:860")]);
    insta::assert_snapshot!(shown(&harness.suggestions("claim", options).await), @"
    #7 · Bert *B* = 7
    #6 · free = 6
    #8 · free = 8
    ");
    let asked = harness.api.asked_for("GET /api/numbers/7");
    assert_eq!(asked[0].query, "class_id=860");

    let harness = Harness::start().await;
    harness
        .api
        .plant("GET /api/numbers/7", 200, status(json!({})));
    let options = json!([focused("number", "7")]);
    insta::assert_snapshot!(shown(&harness.suggestions("claim", options).await), @"#7 · free = 7");

    let harness = Harness::start().await;
    let free = page([
        json!({"first": 3, "last": 4}),
        json!({"first": 90, "last": 200}),
    ]);
    harness.api.plant("GET /api/numbers/available", 200, free);
    let options = json!([focused("number", "")]);
    let choices = harness.suggestions("claim", options).await;
    assert_eq!(choices.as_array().unwrap().len(), 25);
    assert!(shown(&choices).starts_with("#3 · free = 3\n"), "{choices}");
}

/// The nearest number is suggested, and never taken in place of one that was sent.
#[tokio::test]
async fn no_other_number_is_claimed_than_the_typed_one() {
    let harness = Harness::start().await;
    let held = json!({"state": "claimed", "claim": of_bert(), "nearest": ["8"]});
    harness.api.plant("GET /api/numbers/7", 200, status(held));
    harness
        .api
        .refuse("POST /api/numbers/7/claim", 409, "number_taken");
    let shown = harness
        .command("claim", json!([option("number", "#7")]))
        .await;
    assert!(shown.contains("→ POST /api/numbers/7/claim"), "{shown}");
}

#[tokio::test]
async fn what_is_ones_own_is_suggested() {
    let harness = Harness::start().await;
    let api = &harness.api;
    let own = json!({"waiting": [with(wait(), json!({"class_name": "GT3", "number": "9"}))]});
    api.plant("GET /api/numbers/mine", 200, with(mine(), own));
    api.plant("GET /api/number-classes", 200, page([class()]));
    let by_me =
        json!({"id": "851", "from_user_id": "201", "to_user_id": "202", "class_name": "GT3"});
    let trades = [
        trade(),
        with(trade(), by_me),
        with(trade(), json!({"id": "852", "state": "declined"})),
        with(trade(), json!({"id": "853", "wants": null})),
    ];
    api.plant("GET /api/number-trades", 200, page(trades));
    let range = json!({"id": "871", "number": null, "first": 10, "last": 19, "user_id": null, "note": "a\nb"});
    let all = [reservation(), with(reservation(), range)];
    api.plant("GET /api/number-reservations", 200, page(all));
    let mut text = String::new();
    for (command, options) in [
        ("release", json!([focused("number", "")])),
        ("release", json!([focused("class", "gt")])),
        (
            "waitlist",
            subcommand("leave", json!([focused("number", "")])),
        ),
        ("trade", subcommand("accept", json!([focused("trade", "")]))),
        ("trade", subcommand("cancel", json!([focused("trade", "")]))),
        (
            "reserve",
            subcommand("remove", json!([focused("reservation", "")])),
        ),
    ] {
        text.push_str(&shown(&harness.suggestions(command, options).await));
    }
    insta::assert_snapshot!(text, @"
    #7 = 7
    GT_3 = id:860
    #9 · GT3 = 9
    #7 for your #8 = id:850
    #7 as a gift = id:853
    your #7 for #8 · GT3 = id:851
    #7 · for a member · for the _champion_ = id:870
    10-19 · for nobody · a b = id:871
    ");
}
