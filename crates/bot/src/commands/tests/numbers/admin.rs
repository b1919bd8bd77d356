use super::{class, of_bert, page, reservation, status};
use crate::commands::tests::in_zone;
use crate::test::{Harness, member_option, option, stub_api::with, subcommand};
use serde_json::{Value, json};

const FORCE: &str = "POST /api/numbers/7/force-release";

/// An API in which Bert holds 7.
async fn held_by_bert() -> Harness {
    let harness = Harness::start().await;
    let held = status(json!({"state": "claimed", "claim": of_bert()}));
    harness.api.plant("GET /api/numbers/7", 200, held);
    harness
}

#[tokio::test]
async fn only_who_was_asked_about_loses_a_number() {
    let harness = held_by_bert().await;
    insta::assert_snapshot!(harness.press("v1:number-take-back:7.-.203").await, @"
    → GET /api/numbers/7
    ← message, only for them
    That number has changed hands since. `/forcerelease` asks about who holds it now.
    ");
    assert!(harness.api.asked_for(FORCE).is_empty());
}

#[tokio::test]
async fn taking_a_number_asks_first_and_keeps_the_reason() {
    let harness = Harness::start().await;
    let held = with(of_bert(), json!({"class_id": "860", "class_name": "GT_3"}));
    let held = status(json!({"state": "claimed", "claim": held}));
    harness.api.plant("GET /api/numbers/7", 200, held);
    let options = json!([option("number", "7"), option("reason", "left the _league_")]);
    insta::assert_snapshot!(harness.command("forcerelease", options).await, @r#"
    → GET /api/numbers/7
    ← message, only for them
    **Take #7 (GT\_3) from <@202> (Bert \*B\*)?**
    It was claimed <t:1796148000:R>. It is free afterwards, or held for who waits for it.
    # Reason, which the holder sees
    left the _league_
    ["Take it back"] "v1:number-take-back:7.860.202"
    "#);

    let harness = held_by_bert().await;
    harness.api.plant(FORCE, 204, Value::Null);
    let card = json!({
        "type": "rich", "title": "Reason, which the holder sees", "footer": {"text": "left the _league_"},
    });
    let question = json!({"embeds": [card]});
    insta::assert_snapshot!(harness.press_on("v1:number-take-back:7.860.202", question).await, @r#"
    → GET /api/numbers/7?class_id=860
    → POST /api/numbers/7/force-release {"class_id":"860","reason":"left the _league_"} (once)
    ← update
    **#7** is taken back. The holder is told, with the reason.
    "#);

    let harness = held_by_bert().await;
    harness.api.plant(FORCE, 204, Value::Null);
    insta::assert_snapshot!(harness.press("v1:number-take-back:7.-.202").await, @"
    → GET /api/numbers/7
    → POST /api/numbers/7/force-release {} (once)
    ← update
    **#7** is taken back. The holder is told.
    ");
}

#[tokio::test]
async fn nobodys_number_is_not_taken() {
    let harness = Harness::start().await;
    harness
        .api
        .plant("GET /api/numbers/7", 200, status(json!({})));
    insta::assert_snapshot!(harness.command("forcerelease", json!([option("number", "7")])).await, @"
    → GET /api/numbers/7
    ← message, only for them
    ✅ **#7** is free for you. `/claim` makes it yours.
    ");

    let harness = Harness::start().await;
    harness
        .api
        .plant("GET /api/numbers/7", 200, status(json!({})));
    harness.api.refuse(FORCE, 409, "number_not_claimed");
    insta::assert_snapshot!(harness.press("v1:number-take-back:7.-.202").await, @"
    → GET /api/numbers/7
    → POST /api/numbers/7/force-release {} (once)
    ← message, only for them
    Nobody holds that number. `/check` shows how it stands.
    ");
}

#[tokio::test]
async fn a_new_season_says_what_it_takes() {
    let mut all = String::new();
    for days in [0, 1, 7] {
        let harness = Harness::start().await;
        let options = subcommand("newseason", json!([option("priority_days", days)]));
        all.push_str(&harness.command("numbers", options).await);
    }
    insta::assert_snapshot!(all, @r#"
    ← message, only for them
    **Begin a new season of car numbers?**
    It takes every number from everybody, in every class. From then on, whoever asks first gets a number, also that of another member. It cannot be taken back.
    ["Begin it"] "v1:number-season:0"
    ← message, only for them
    **Begin a new season of car numbers?**
    It takes every number from everybody, in every class. For 1 day, each number is kept for its last holder, who has to `/claim` it again; then it is anybody's. It cannot be taken back.
    ["Begin it"] "v1:number-season:1"
    ← message, only for them
    **Begin a new season of car numbers?**
    It takes every number from everybody, in every class. For 7 days, each number is kept for its last holder, who has to `/claim` it again; then it is anybody's. It cannot be taken back.
    ["Begin it"] "v1:number-season:7"
    "#);

    let harness = Harness::start().await;
    let season = json!({"released": 41, "priority_until": "2026-12-06T12:00:00Z"});
    harness.api.plant("POST /api/numbers/season", 200, season);
    insta::assert_snapshot!(harness.press("v1:number-season:7").await, @r#"
    → POST /api/numbers/season {"priority_days":7} (once)
    ← update
    🏁 A new season of car numbers has begun: 41 numbers are released. Holders may claim theirs again until <t:1796558400:f> (<t:1796558400:R>).
    "#);

    let harness = Harness::start().await;
    let season = json!({"released": 1, "priority_until": null});
    harness.api.plant("POST /api/numbers/season", 200, season);
    let shown = harness.press("v1:number-season:0").await;
    assert!(
        shown.ends_with("1 number is released. Anybody may claim them.\n"),
        "{shown}"
    );
}

#[tokio::test]
async fn numbers_are_reserved() {
    let harness = in_zone("UTC").await;
    harness
        .api
        .plant("POST /api/number-reservations", 201, reservation());
    let options = json!([
        option("number", "7"),
        member_option(),
        option("until", "2026-12-06 12:00"),
        option("note", "for the _champion_"),
        option("class", "id:860"),
    ]);
    insta::assert_snapshot!(harness.command("reserve", subcommand("number", options)).await, @r#"
    → GET /api/guild
    → POST /api/number-reservations {"class_id":"860","note":"for the _champion_","number":"7","until":"2026-12-06T12:00:00Z","user_id":"202"} (once)
    ← message, only for them
    🔒 Reserved: **#7** · for <@202> · until <t:1796558400:f> (<t:1796558400:R>)
      “for the \_champion\_”
    `/reserve list` shows all, `/reserve remove` removes one.
    "#);

    let harness = Harness::start().await;
    let range = json!({"number": null, "first": 10, "last": 19, "user_id": null, "until": null, "note": null});
    harness.api.plant(
        "POST /api/number-reservations",
        201,
        with(reservation(), range),
    );
    let options = json!([option("first", 10), option("last", 19)]);
    insta::assert_snapshot!(harness.command("reserve", subcommand("range", options)).await, @r#"
    → POST /api/number-reservations {"first":10,"last":19} (once)
    ← message, only for them
    🔒 Reserved: **10-19** · for nobody
    `/reserve list` shows all, `/reserve remove` removes one.
    "#);
}

#[tokio::test]
async fn reservations_are_listed_and_removed() {
    let harness = Harness::start().await;
    let rows = [
        reservation(),
        with(reservation(), json!({"kind": "wait_list", "note": null})),
    ];
    harness
        .api
        .plant("GET /api/number-reservations", 200, page(rows));
    insta::assert_snapshot!(harness.command("reserve", subcommand("list", json!([]))).await, @r"
    → GET /api/number-reservations?limit=10
    ← message, only for them
    # Reserved car numbers
    **#7** · for <@202> · until <t:1796558400:f> (<t:1796558400:R>)
      “for the \_champion\_”
    **#7** · for <@202>, who waited for it · until <t:1796558400:f> (<t:1796558400:R>)
    ");

    let harness = Harness::start().await;
    harness
        .api
        .plant("DELETE /api/number-reservations/870", 204, Value::Null);
    let options = subcommand("remove", json!([option("reservation", "id:870")]));
    insta::assert_snapshot!(harness.command("reserve", options).await, @"
    → DELETE /api/number-reservations/870 (once)
    ← message, only for them
    Removed: that is no longer reserved.
    ");
}

#[tokio::test]
async fn classes_are_made_changed_and_deleted() {
    let harness = Harness::start().await;
    let api = &harness.api;
    api.plant("POST /api/number-classes", 201, class());
    api.plant("PATCH /api/number-classes/860", 200, class());
    api.plant("GET /api/number-classes", 200, page([class()]));
    let mut all = String::new();
    for (name, options) in [
        (
            "class-create",
            json!([option("name", "GT_3"), option("min", 1), option("max", 99)]),
        ),
        (
            "class-edit",
            json!([option("class", "id:860"), option("max", 99)]),
        ),
        ("class-edit", json!([option("class", "id:860")])),
        ("class-list", json!([])),
        ("class-delete", json!([option("class", "id:860")])),
    ] {
        let shown = harness.command("numbers", subcommand(name, options)).await;
        all.push_str(shown.split_once("only for them\n").unwrap().1);
    }
    insta::assert_snapshot!(all, @r#"
    Created: **GT\_3** · numbers 1 to 99
    Saved: **GT\_3** · numbers 1 to 99
    There is nothing to change: fill in at least one of the other options.
    # Classes of cars
    **GT\_3** · numbers 1 to 99
    **Delete GT\_3?**
    Who waits for a number in it waits no longer.
    ["Delete it"] "v1:number-class-delete:860"
    "#);
    let created = harness.api.asked_for("POST /api/number-classes");
    assert_eq!(
        created[0].body,
        json!({"name": "GT_3", "number_min": 1, "number_max": 99})
    );
    let changed = harness.api.asked_for("PATCH /api/number-classes/860");
    assert_eq!(changed[0].body, json!({"number_max": 99}));

    let harness = Harness::start().await;
    harness
        .api
        .plant("DELETE /api/number-classes/860", 204, Value::Null);
    harness
        .api
        .refuse("DELETE /api/number-classes/861", 409, "number_class_in_use");
    let deleted = harness.press("v1:number-class-delete:860").await;
    assert!(
        deleted.ends_with("← update\nThat class is deleted.\n"),
        "{deleted}"
    );
    let refused = harness.press("v1:number-class-delete:861").await;
    assert!(
        refused.contains("Members hold numbers in that class."),
        "{refused}"
    );
}
