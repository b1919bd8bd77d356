//! Results as files, with an API that answers what [`Harness::api`](crate::test::Harness) was given.

use crate::test::{Harness, attachment, file_option, option, stub_api::with, subcommand};
use serde_json::{Value, json};

const IMPORT: &str = "POST /api/iracing/results";

fn report(outcome: &str) -> Value {
    json!({
        "subsession_id": "82320777", "outcome": outcome, "applied": false, "name": "NEC R3",
        "track": "Silverstone Circuit", "started_at": "2026-12-01T19:30:00Z", "sessions": 2,
        "rows": 24, "difference_count": 0, "differences": [], "unreadable_count": 0,
        "unreadable": [],
    })
}

async fn planned(outcome: &str) -> String {
    let harness = Harness::start().await;
    harness.serve(
        "/ephemeral-attachments/1/2/roster.JSON",
        "{\"subsession_id\": 82320777}",
    );
    harness.api.plant(IMPORT, 200, report(outcome));
    let options = subcommand("import", json!([file_option("702")]));
    harness.command("results", options).await
}

/// Presses the button under a plan with these files.
async fn confirmed(files: &[&str]) -> String {
    let harness = Harness::start().await;
    for name in files {
        harness.serve(&format!("/ephemeral-attachments/1/2/{name}"), "{}");
    }
    let applied = with(report("correction"), json!({"applied": true}));
    harness.api.plant(IMPORT, 200, applied);
    let files: Vec<_> = files.iter().map(|name| attachment("901", name)).collect();
    let message = json!({ "attachments": files });
    harness.press_on("v1:results-import:-", message).await
}

#[tokio::test]
async fn an_import_shows_first_what_would_come_of_it() {
    let shown = planned("new").await;
    assert!(
        shown.contains("**NEC R3** (`82320777`) is new: 2 sessions, 24 rows."),
        "{shown}"
    );
    assert!(shown.contains("filename=\"result-1.txt\""), "{shown}");
    assert!(shown.contains("\"label\":\"Import\""), "{shown}");
    let same = planned("same").await;
    assert!(!same.contains("results-import"), "{same}");
}

#[tokio::test]
async fn only_what_was_shown_to_need_it_is_imported_all_the_same() {
    let shown = planned("correction_of_final").await;
    assert!(shown.contains("filename=\"forced-1.txt\""), "{shown}");
    assert!(
        shown.contains("\"label\":\"Import all the same\""),
        "{shown}"
    );
    let imported = confirmed(&["forced-1.txt", "result-2.txt"]).await;
    let asked: Vec<_> = imported
        .lines()
        .filter(|line| line.starts_with('→'))
        .collect();
    let forced: Vec<_> = asked
        .iter()
        .map(|line| line.contains("force=true"))
        .collect();
    assert_eq!(forced, [true, false], "{imported}");
    assert!(
        asked.iter().all(|line| line.contains("apply=true")),
        "{imported}"
    );
}

#[tokio::test]
async fn a_button_without_its_files_says_so() {
    let shown = confirmed(&[]).await;
    insta::assert_snapshot!(shown, @"
    ← message, only for them
    This button is from an earlier version; run the command again.
    ");
}

#[tokio::test]
async fn what_is_no_id_is_explained() {
    let harness = Harness::start().await;
    let options = subcommand("show", json!([option("id", "NEC R3")]));
    insta::assert_snapshot!(harness.command("results", options).await, @"
    ← message, only for them
    That is no subsession id. It is a number, as in the address of the result's page; `/results list` shows those that are kept.
    ");
}

fn season() -> Value {
    json!({"id": "301", "number": 1, "name": "Winter", "status": "open",
        "starts_at": "2026-01-01T00:00:00Z", "ends_at": "2030-01-01T00:00:00Z",
        "remove_roles_at_end": false, "participants": 2, "closed_at": null,
        "created_at": "2026-01-01T00:00:00Z", "updated_at": "2026-01-01T00:00:00Z"})
}

fn standings() -> Value {
    let round = |number: i64, points: i64, dropped: bool| json!({"number": number, "points": points, "dropped": dropped});
    json!({
        "season_id": "301", "rounds": [1, 2], "provisional": [2],
        "items": [
            {"place": 1, "user_id": "201", "joined": true, "points": 20, "penalty": 5, "wins": 1,
                "rounds": [round(1, 25, false), round(2, 10, true)]},
            {"place": 2, "user_id": "202", "joined": false, "points": 18, "penalty": 0, "wins": 0,
                "rounds": [round(1, 18, false), round(2, 0, true)]},
        ],
        "not_linked": [{"round": 1, "car_number": "7", "points": 15}],
    })
}

#[tokio::test]
async fn a_rule_shows_its_table_before_a_button_sets_it() {
    let harness = Harness::start().await;
    harness.api.plant("GET /api/seasons/current", 200, season());
    harness.api.plant(
        "POST /api/seasons/301/result-points/preview",
        200,
        standings(),
    );
    let options = json!([
        {"name": "league_season", "type": 4, "value": 130_213},
        option("mode", "table"),
        option("race", "25, 18 15"),
        {"name": "drop_rounds", "type": 4, "value": 1},
    ]);
    let shown = harness
        .command("results", subcommand("points", options))
        .await;
    assert!(shown.contains("filename=\"rule.json\""), "{shown}");
    assert!(shown.contains("\"race\": [\n    25,"), "{shown}");
    let (_, message) = shown.split_once("\"content\":").unwrap();
    let (message, _) = message.split_once(",\"embeds\"").unwrap();
    insta::assert_snapshot!(message, @r#""**Winter** · By this rule, 2 rounds would give:\n1. <@201> · **20 points** (25 + ~~10~~ − 5 penalty)\n2. <@202> · **18 points** (18 + ~~0~~)\nProvisional: round 2. `/results final` makes a result final.\n1 car scored whose driver has not linked an account with `/link`.\nNothing is written yet.""#);
}

#[tokio::test]
async fn the_button_sets_the_rule_that_is_attached_to_its_message() {
    let harness = Harness::start().await;
    let rule = json!({"league_season_id": 130_213, "mode": "table", "race": [25, 18, 15]});
    harness.serve("/ephemeral-attachments/1/2/rule.json", rule.to_string());
    harness
        .api
        .plant("PUT /api/seasons/301/result-rule", 200, rule);
    let message = json!({"attachments": [attachment("901", "rule.json")]});
    let set = harness.press_on("v1:result-rule:301", message).await;
    insta::assert_snapshot!(set, @r#"
    → PUT /api/seasons/301/result-rule {"count_official":false,"drop_rounds":0,"fastest_lap":0,"heat":[],"league_season_id":130213,"min_laps_percent":0,"min_share_percent":0,"mode":"table","most_laps_led":0,"per_class":false,"pole":0,"qualifying":[],"race":[25,18,15],"score_disconnected":false} (once)
    ← update
    ✅ Results that are final count by this rule from now on: `/results final` makes one final, `/results standings` shows the table.
    "#);
}

#[tokio::test]
async fn a_table_of_points_that_is_none_is_explained() {
    let harness = Harness::start().await;
    harness.api.plant("GET /api/seasons/current", 200, season());
    let options = json!([
        {"name": "league_season", "type": 4, "value": 130_213},
        option("mode", "table"),
        option("race", "25 eighteen"),
    ]);
    let shown = harness
        .command("results", subcommand("points", options))
        .await;
    insta::assert_snapshot!(shown, @"
    → GET /api/seasons/current
    ← message, only for them
    `race` cannot be used: expected numbers from 0 to 1000, first place first, at most 100 of them, as in `25 18 15`. Change it and try again.
    ");
}

#[tokio::test]
async fn penalties_are_imposed_listed_and_taken_back() {
    let harness = Harness::start().await;
    let penalty = json!({"id": "601", "season_id": "301", "user_id": "202", "points": 5, "round": 3,
        "reason": "Cut the *chicane*", "imposed_at": "2026-12-01T20:00:00Z"});
    harness.api.plant("GET /api/seasons/current", 200, season());
    harness
        .api
        .plant("POST /api/seasons/301/penalties", 201, penalty.clone());
    let options = json!([
        {"name": "member", "type": 6, "value": "202"},
        {"name": "points", "type": 4, "value": 5},
        option("reason", "Cut the *chicane*"),
        {"name": "round", "type": 4, "value": 3},
    ]);
    let mut shown = harness
        .command("results", subcommand("penalty", options))
        .await;
    let page = json!({"items": [penalty], "next_cursor": null});
    harness.api.plant("GET /api/seasons/current", 200, season());
    harness
        .api
        .plant("GET /api/seasons/301/penalties", 200, page);
    shown.push_str(
        &harness
            .command("results", subcommand("penalties", json!([])))
            .await,
    );
    harness.api.plant("GET /api/seasons/current", 200, season());
    harness
        .api
        .plant("DELETE /api/seasons/301/penalties/601", 204, Value::Null);
    let options = json!([option("penalty", "id:601")]);
    shown.push_str(
        &harness
            .command("results", subcommand("penalty-remove", options))
            .await,
    );
    insta::assert_snapshot!(shown, @r#"
    → GET /api/seasons/current
    → POST /api/seasons/301/penalties {"points":5,"reason":"Cut the *chicane*","round":3,"user_id":"202"} (once)
    ← message, only for them
    Took 5 points from <@202> in **Winter**: Cut the \*chicane\*
    → GET /api/seasons/current
    → POST /api/seasons/301/penalties {"points":5,"reason":"Cut the *chicane*","round":3,"user_id":"202"} (once)
    → GET /api/seasons/current
    → GET /api/seasons/301/penalties?limit=10
    ← message, only for them
    # Penalties
    <@202> · **−5 points** · round 3
    Cut the \*chicane\*
    → GET /api/seasons/current
    → POST /api/seasons/301/penalties {"points":5,"reason":"Cut the *chicane*","round":3,"user_id":"202"} (once)
    → GET /api/seasons/current
    → GET /api/seasons/301/penalties?limit=10
    → GET /api/seasons/current
    → DELETE /api/seasons/301/penalties/601 (once)
    ← message, only for them
    The penalty is taken back, and the points are given back.
    "#);
}

#[tokio::test]
async fn removing_the_rule_says_what_it_takes() {
    let harness = Harness::start().await;
    harness.api.plant("GET /api/seasons/current", 200, season());
    let options = subcommand("points-remove", json!([]));
    let shown = harness.command("results", options).await;
    insta::assert_snapshot!(shown, @r#"
    → GET /api/seasons/current
    ← message, only for them
    Let results be worth nothing in **Winter**? Every point that they gave is taken back, with the ranks that hang on it.
    ["Take the points back"] "v1:result-rule-remove:301"
    "#);
}

#[tokio::test]
async fn a_round_is_matched_with_a_session_and_no_longer() {
    let path = "/api/iracing/results/82320777/attendance";
    let harness = Harness::start().await;
    let matched = json!({"league_season_id": 5, "number": 3, "session_id": "800", "raced": 12});
    harness.api.plant(&format!("PUT {path}"), 200, matched);
    let options = json!([option("id", "82320777"), option("session", "id:800")]);
    let options = subcommand("attendance", options);
    insta::assert_snapshot!(harness.command("results", options).await, @r#"
    → PUT /api/iracing/results/82320777/attendance {"session_id":"800"} (once)
    ← message, only for them
    ✅ Round 3 counts as attendance of session `800`: 12 members with a linked account raced, and are present there. Whoever checked in or was marked stays as they are. Corrected results and accounts that are linked later are followed.
    "#);

    let harness = Harness::start().await;
    harness
        .api
        .plant(&format!("DELETE {path}"), 204, Value::Null);
    let options = json!([option("id", "82320777"), {"name": "remove", "type": 5, "value": true}]);
    let options = subcommand("attendance", options);
    insta::assert_snapshot!(harness.command("results", options).await, @"
    → DELETE /api/iracing/results/82320777/attendance (once)
    ← message, only for them
    The round no longer counts as attendance. Whoever checked in or was marked stays; what only the round gave is taken back.
    ");
}

fn row(place: i64, car: &str, best: Option<i64>) -> Value {
    json!({
        "place": place, "team_place": null, "team": false, "ai": false, "user_id": null,
        "iracing_id": null, "name": null, "car_number": car, "car": null, "class": null,
        "position": place + 1, "class_position": null, "start_position": null, "laps": 9,
        "laps_led": null, "best_lap": best, "average_lap": null, "qualifying_lap": null,
        "gap": null, "incidents": null, "reason_out_id": null, "reason_out": null,
        "outcome": "finished", "league_points": null, "league_agg_points": null,
    })
}

/// `/results show` of a race with these cars.
async fn shown(rows: &[Value]) -> String {
    let harness = Harness::start().await;
    let race = json!({"number": 0, "name": "RACE", "session_type": 6, "race": true, "rows": rows});
    let result = json!({
        "subsession_id": "82320777", "session_id": null, "kind": "league", "session_name": "NEC R3",
        "series_name": null, "league_id": null, "league_name": null, "league_season_id": null,
        "league_season_name": null, "track_name": null, "track_config": null,
        "started_at": null, "ended_at": null, "driver_changes": false, "round": null,
        "source": "json", "imported_at": "2026-12-01T19:30:00Z", "imported_by": null,
        "final": false, "void": false, "version": 0,
    });
    let details = json!({"result": result, "sessions": [race]});
    let path = "GET /api/iracing/results/82320777";
    harness.api.plant(path, 200, details);
    let options = subcommand("show", json!([option("id", "82320777")]));
    harness.command("results", options).await
}

#[tokio::test]
async fn a_result_comes_with_a_chart_of_its_laps_if_there_are_two() {
    let rows = [
        row(0, "7", Some(776_610)),
        row(1, "07", Some(779_000)),
        row(2, "8", None),
    ];
    let two = shown(&rows).await;
    assert!(two.contains("filename=\"charts.png\""), "{two}");
    assert!(two.contains("how far the best lap of each car"), "{two}");
    assert!(two.contains("1. #7 · 9 laps · 1:17.661"), "{two}");
    let one = shown(&rows[1..]).await;
    assert!(!one.contains("charts.png"), "{one}");
}

#[tokio::test]
async fn settings_are_shown_and_changed_and_nought_days_keep_nothing() {
    let harness = Harness::start().await;
    let path = "/api/iracing/results/settings";
    let kept = json!({"raw_retention_days": 30});
    let nothing = json!({"raw_retention_days": null});
    harness.api.plant(&format!("GET {path}"), 200, kept);
    harness.api.plant(&format!("PATCH {path}"), 200, nothing);
    let shown = harness
        .command("results", subcommand("settings", json!([])))
        .await;
    insta::assert_snapshot!(shown, @"
    → GET /api/iracing/results/settings
    ← message, only for them
    # What is kept of results
    **Files** are kept as they came for 30 days. They name everybody who drove; admins download them over the API, while the league holds its drivers' consent.
    ");
    let options = json!([option("keep_files_days", 0)]);
    let shown = harness
        .command("results", subcommand("settings", options))
        .await;
    insta::assert_snapshot!(shown, @r#"
    → GET /api/iracing/results/settings
    → PATCH /api/iracing/results/settings {"raw_retention_days":null} (once)
    ← message, only for them
    Saved, for files that come from now on.
    # What is kept of results
    **Files** are not kept: only what results show.
    "#);
}
