use super::{in_season, page, season};
use crate::test::{Harness, option, stub_api::with};
use serde_json::{Value, json};

fn participant(listed: bool) -> Value {
    json!({
        "user_id": "201", "display_name": "Ada", "points": 0, "listed": listed,
        "joined_at": "2026-12-02T12:00:00Z",
    })
}

#[tokio::test]
async fn joining_names_the_current_season() {
    let harness = in_season().await;
    harness
        .api
        .plant("POST /api/seasons/500/join", 200, participant(true));
    insta::assert_snapshot!(harness.command("join", json!([])).await, @r"
    → GET /api/seasons/current
    → POST /api/seasons/500/join (once)
    ← message, only for them
    You take part in **Winter \*2026\***. It ends <t:1803924000:R>. Hand things in with `/submit`; `/summary` shows how you stand.
    ");
}

#[tokio::test]
async fn who_is_not_listed_is_told() {
    let harness = in_season().await;
    harness
        .api
        .plant("POST /api/seasons/500/join", 200, participant(false));
    insta::assert_snapshot!(harness.command("join", json!([option("season", "id:500")])).await, @r"
    → GET /api/seasons/500
    → POST /api/seasons/500/join (once)
    ← message, only for them
    You take part in **Winter \*2026\***. It ends <t:1803924000:R>. Hand things in with `/submit`; `/summary` shows how you stand.
    You are not in the leaderboard until you are verified and in this server.
    ");
}

#[tokio::test]
async fn a_season_that_has_not_begun_says_when() {
    let harness = Harness::start().await;
    let scheduled = with(season(), json!({"status": "scheduled"}));
    harness.api.plant("GET /api/seasons/500", 200, scheduled);
    let problem = with(
        crate::test::stub_api::problem(409, "season_not_open"),
        json!({"params": {"starts_at": "2026-12-01T18:00:00Z", "ends_at": "2027-03-01T18:00:00Z"}}),
    );
    harness
        .api
        .plant("POST /api/seasons/500/join", 409, problem);
    insta::assert_snapshot!(harness.command("join", json!([option("season", "id:500")])).await, @"
    → GET /api/seasons/500
    → POST /api/seasons/500/join (once)
    ← message, only for them
    That season is not open: it runs from <t:1796148000:f> to <t:1803924000:f>. Come back then, or pick another with `season`.
    ");
}

#[tokio::test]
async fn without_a_season_the_next_one_is_named() {
    let harness = Harness::start().await;
    let problem = with(
        crate::test::stub_api::problem(404, "no_current_season"),
        json!({"params": {"next_starts_at": "2026-12-01T18:00:00Z"}}),
    );
    harness.api.plant("GET /api/seasons/current", 404, problem);
    insta::assert_snapshot!(harness.command("join", json!([])).await, @"
    → GET /api/seasons/current
    ← message, only for them
    No season is open right now; the next begins <t:1796148000:R>, <t:1796148000:f>. Come back then; lists also show other seasons, with `season`.
    ");
}

#[tokio::test]
async fn a_name_of_no_season_is_not_guessed() {
    let harness = Harness::start().await;
    harness.api.plant("GET /api/seasons", 200, page([]));
    insta::assert_snapshot!(harness.command("join", json!([option("season", "Winter")])).await, @"
    → GET /api/seasons?limit=200
    ← message, only for them
    No season is called “Winter”: there is none yet; admins plan one with `/season create`.
    ");
}

#[tokio::test]
async fn only_the_verified_join() {
    let harness = in_season().await;
    let problem = with(
        crate::test::stub_api::problem(403, "forbidden"),
        json!({"params": {"required": "verified"}}),
    );
    harness
        .api
        .plant("POST /api/seasons/500/join", 403, problem);
    insta::assert_snapshot!(harness.command("join", json!([])).await, @"
    → GET /api/seasons/current
    → POST /api/seasons/500/join (once)
    ← message, only for them
    Only members can do that. Register with `/register`; if an admin has turned you down, `/me` shows why.
    ");
}
