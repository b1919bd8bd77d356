use super::{award, in_season, page};
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
async fn the_button_under_a_prize_notes_that_it_was_handed_over() {
    let harness = Harness::start().await;
    let delivered = json!({
        "state": "delivered", "delivered_by": "201", "delivered_at": "2026-12-07T12:00:00Z",
    });
    let delivered = with(award(), delivered);
    harness
        .api
        .plant("POST /api/awards/900/deliver", 200, delivered);
    insta::assert_snapshot!(harness.press("v1:award-deliver:900").await, @r"
    → POST /api/awards/900/deliver {} (once)
    ← update
    🎁 A T-shirt, \*signed\* · <@202> **Bert** · Gold in **Winter \*2026\*** · handed over by <@201> <t:1796644800:R>
    ");
}

#[tokio::test]
async fn handing_over_is_taken_back_and_its_note_changed() {
    let withdrawn = with(award(), json!({"state": "withdrawn"}));
    let noted = json!({
        "state": "delivered", "delivered_by": "201", "delivered_at": "2026-12-07T12:00:00Z",
        "note": "in person",
    });
    let noted = with(award(), noted);
    let undeliver = "POST /api/awards/900/undeliver";
    let change = "PATCH /api/awards/900";
    let picked = option("award", "id:900");
    let mut all = String::new();
    for (path, answer, name, options) in [
        (undeliver, award(), "undo", json!([picked])),
        (undeliver, withdrawn, "undo", json!([picked])),
        (
            change,
            noted.clone(),
            "note",
            json!([picked, option("note", "in person")]),
        ),
        (change, noted, "note", json!([picked])),
    ] {
        let harness = Harness::start().await;
        harness.api.plant(path, 200, answer);
        all.push_str(&harness.command("award", subcommand(name, options)).await);
    }
    insta::assert_snapshot!(all, @r#"
    → POST /api/awards/900/undeliver (once)
    ← message, only for them
    Taken back: 🎁 A T-shirt, \*signed\* · <@202> **Bert** · Gold in **Winter \*2026\*** · waiting since <t:1796558400:R>
    → POST /api/awards/900/undeliver (once)
    ← message, only for them
    Taken back: 🎁 A T-shirt, \*signed\* · <@202> **Bert** · Gold in **Winter \*2026\*** · taken back
    The member has lost its rank since, so that it does not wait either.
    → PATCH /api/awards/900 {"note":"in person"} (once)
    ← message, only for them
    Noted: 🎁 A T-shirt, \*signed\* · <@202> **Bert** · Gold in **Winter \*2026\*** · handed over by <@201> <t:1796644800:R>
      “in person”
    → PATCH /api/awards/900 {"note":null} (once)
    ← message, only for them
    Noted: 🎁 A T-shirt, \*signed\* · <@202> **Bert** · Gold in **Winter \*2026\*** · handed over by <@201> <t:1796644800:R>
      “in person”
    "#);
}

#[tokio::test]
async fn a_prize_is_given_by_hand_and_taken_back() {
    let by_hand = with(award(), json!({"rank_id": null, "rank_name": null}));
    let harness = in_season().await;
    let path = "POST /api/seasons/500/awards";
    harness.api.plant(path, 201, by_hand.clone());
    let options = json!([member_option(), option("description", "A cup")]);
    let mut all = harness.command("award", subcommand("give", options)).await;
    let harness = Harness::start().await;
    let withdrawn = with(by_hand, json!({"state": "withdrawn"}));
    harness.api.plant("DELETE /api/awards/900", 200, withdrawn);
    let options = subcommand("takeback", json!([option("award", "id:900")]));
    all.push_str(&harness.command("award", options).await);
    insta::assert_snapshot!(all, @r#"
    → GET /api/seasons/current
    → POST /api/seasons/500/awards {"description":"A cup","user_id":"202"} (once)
    ← message, only for them
    Given: 🎁 A T-shirt, \*signed\* · <@202> **Bert** · by hand in **Winter \*2026\*** · waiting since <t:1796558400:R>
    `/award deliver` notes that you handed it over.
    → DELETE /api/awards/900 (once)
    ← message, only for them
    🎁 A T-shirt, \*signed\* · <@202> **Bert** · by hand in **Winter \*2026\*** · taken back
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
