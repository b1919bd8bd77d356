use super::{approved, change, in_season, page, submission};
use crate::test::{
    Harness, option,
    stub_api::{problem, with},
};
use serde_json::{Value, json};

fn what() -> Vec<Value> {
    vec![option("item", "id:600"), option("quantity", 3)]
}

fn and(more: Value) -> Value {
    let mut options = what();
    options.push(more);
    options.into()
}

fn file() -> Value {
    json!({"name": "proof", "type": 11, "value": "700"})
}

async fn submit(answer: Value, options: Value) -> String {
    let harness = Harness::start().await;
    harness.api.plant("POST /api/submissions", 201, answer);
    harness.command("submit", options).await
}

async fn refused(code: &str, params: Value) -> String {
    let harness = Harness::start().await;
    let problem = with(problem(409, code), json!({"params": params}));
    harness.api.plant("POST /api/submissions", 409, problem);
    harness.command("submit", what().into()).await
}

#[tokio::test]
async fn a_submission_waits_for_a_review() {
    let answer = json!({"submission": submission(), "change": null});
    let mut options = what();
    options.push(option("link", "https://example.com/lap"));
    options.push(option("note", "see *lap* 3"));
    options.push(option("season", "id:500"));
    insta::assert_snapshot!(submit(answer, options.into()).await, @r#"
    → POST /api/submissions {"item_id":"600","note":"see *lap* 3","proof_url":"https://example.com/lap","quantity":3,"season_id":"500"} (once)
    ← message, only for them
    ⏳ Submitted: **Race finished** × 3 in **Winter \*2026\***, 30 points.
    An admin looks at it next; I will message you when they have. `/submissions` shows how it stands.
    "#);
}

#[tokio::test]
async fn what_counts_at_once_tells_the_new_total() {
    let answer = json!({"submission": approved(), "change": change()});
    insta::assert_snapshot!(submit(answer, and(file())).await, @r#"
    → POST /api/submissions {"item_id":"600","proof_url":"https://cdn.discordapp.com/ephemeral-attachments/1/2/lap.png?ex=3&is=4","quantity":3} (once)
    ← message, only for them
    ✅ Counted: **Race finished** × 3 in **Winter \*2026\***, 30 points. You have 130 points now.
    🎉 Congratulations, you reached <:gold:1234> **Gold**!
    "#);
    let mut change = change();
    change["promoted"] = false.into();
    let answer = json!({"submission": approved(), "change": change});
    let shown = submit(answer, what().into()).await;
    insta::assert_snapshot!(shown, @r#"
    → POST /api/submissions {"item_id":"600","quantity":3} (once)
    ← message, only for them
    ✅ Counted: **Race finished** × 3 in **Winter \*2026\***, 30 points. You have 130 points now, rank <:gold:1234> **Gold**.
    "#);
}

#[tokio::test]
async fn two_proofs_are_one_too_many() {
    let mut options = what();
    options.extend([file(), option("link", "https://example.com/lap")]);
    let shown = submit(Value::Null, options.into()).await;
    insta::assert_snapshot!(shown, @"
    ← message, only for them
    Give one proof: either a file with `proof`, or an address with `link`. Try again with one.
    ");
}

#[tokio::test]
async fn a_name_of_no_item_is_not_guessed() {
    let options = || json!([option("item", "Race finished"), option("quantity", 1)]);
    let harness = in_season().await;
    harness
        .api
        .plant("GET /api/seasons/500/items", 200, page([]));
    insta::assert_snapshot!(harness.command("submit", options()).await, @"
    → GET /api/seasons/current
    → GET /api/seasons/500/items?limit=200
    ← message, only for them
    No item is called “Race finished”: there is none for that season yet; admins add one with `/item set`.
    ");

    let harness = Harness::start().await;
    harness
        .api
        .refuse("GET /api/seasons/current", 404, "no_current_season");
    insta::assert_snapshot!(harness.command("submit", options()).await, @"
    → GET /api/seasons/current
    ← message, only for them
    No season is open right now. Lists also show other seasons, with `season`.
    ");
}

#[tokio::test]
async fn refusals_say_what_to_do() {
    let mut all = String::new();
    for (code, params) in [
        ("item_quantity_exceeded", json!({"limit": 5})),
        ("item_daily_limit_reached", json!({"limit": 20, "left": 1})),
        ("item_not_in_season", json!({})),
        (
            "season_not_open",
            json!({"starts_at": "2026-12-01T18:00:00Z", "ends_at": "2027-03-01T18:00:00Z"}),
        ),
        ("no_current_season", json!({})),
    ] {
        let shown = refused(code, params).await;
        all.push_str(shown.split_once("only for them\n").unwrap().1);
    }
    insta::assert_snapshot!(all, @"
    One submission may hold up to 5 of that item. Lower the quantity and try again.
    A day allows 20 of that item; left for today: 1. Lower the quantity, or wait for the next day, which begins tomorrow.
    That season does not take this item. Pick one from the suggestions; admins add one with `/item set`.
    That season is not open: it runs from <t:1796148000:f> to <t:1803924000:f>. Come back then, or pick another with `season`.
    No season is open right now. Lists also show other seasons, with `season`.
    ");
}
