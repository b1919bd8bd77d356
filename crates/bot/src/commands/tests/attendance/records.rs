use super::{closed, in_session, page, session};
use crate::test::{Harness, member_option, option, subcommand};
use serde_json::{Value, json};

fn record(status: &str) -> Value {
    json!({
        "session_id": "800", "title": "Lecture *7*", "user_id": "202", "username": "bert",
        "external_id": "4711", "display_name": "Bert", "status": status, "at": "2026-12-05T08:01:00Z",
        "marked_by": "201", "note": "ill", "source": "marked",
    })
}

async fn attendance(harness: &Harness, name: &str, options: Value) -> String {
    harness
        .command("attendance", subcommand(name, options))
        .await
}

#[tokio::test]
async fn members_are_marked_excused_and_removed() {
    let harness = in_session().await;
    let path = "/api/attendance/sessions/800/records/202";
    harness
        .api
        .plant(&format!("PUT {path}"), 200, record("late"));
    let options = json!([
        member_option(),
        option("status", "late"),
        option("note", "ill")
    ]);
    insta::assert_snapshot!(attendance(&harness, "mark", options).await, @r#"
    → GET /api/attendance/sessions?open=true&limit=2
    → PUT /api/attendance/sessions/800/records/202 {"note":"ill","status":"late","username":"bert"} (once)
    ← message, only for them
    Noted: <@202> is late in **Lecture \*7\***.
    “ill”
    "#);
    let harness = in_session().await;
    harness
        .api
        .plant(&format!("PUT {path}"), 200, record("excused"));
    let options = json!([member_option(), option("session", "id:800")]);
    insta::assert_snapshot!(attendance(&harness, "excuse", options).await, @r#"
    → GET /api/attendance/sessions/800
    → PUT /api/attendance/sessions/800/records/202 {"status":"excused","username":"bert"} (once)
    ← message, only for them
    Noted: <@202> is excused in **Lecture \*7\***.
    “ill”
    "#);
    let harness = in_session().await;
    harness
        .api
        .plant(&format!("DELETE {path}"), 204, Value::Null);
    let options = json!([member_option()]);
    insta::assert_snapshot!(attendance(&harness, "remove", options).await, @r"
    → GET /api/attendance/sessions?open=true&limit=2
    → DELETE /api/attendance/sessions/800/records/202 (once)
    ← message, only for them
    Removed: nothing is recorded for <@202> in **Lecture \*7\*** any more.
    ");
}

#[tokio::test]
async fn who_is_missing_is_asked_of_a_session_that_expects_somebody() {
    let harness = in_session().await;
    insta::assert_snapshot!(attendance(&harness, "missing", json!([])).await, @"
    → GET /api/attendance/sessions?open=true&limit=2
    ← message, only for them
    Nobody in particular is expected in that session. Open the next one with `role`, and I can say who is missing.
    ");
    let harness = Harness::start().await;
    harness
        .api
        .plant("GET /api/attendance/sessions", 200, page([closed()]));
    let missing = page([
        json!({"user_id": "202", "display_name": "Bert", "external_id": "4711"}),
        json!({"user_id": "203", "display_name": null, "external_id": null}),
    ]);
    harness
        .api
        .plant("GET /api/attendance/sessions/800/missing", 200, missing);
    insta::assert_snapshot!(attendance(&harness, "missing", json!([])).await, @"
    → GET /api/attendance/sessions?open=true&limit=2
    → GET /api/attendance/sessions/800/missing?limit=20
    ← message, only for them
    # Missing
    <@202> **Bert** · 4711
    <@203>
    ");
}

#[tokio::test]
async fn wrong_codes_are_listed() {
    let harness = in_session().await;
    let wrong = page([json!({"user_id": "202", "count": 4, "last_at": "2026-12-05T08:01:00Z"})]);
    harness
        .api
        .plant("GET /api/attendance/sessions/800/wrong-codes", 200, wrong);
    insta::assert_snapshot!(attendance(&harness, "guesses", json!([])).await, @"
    → GET /api/attendance/sessions?open=true&limit=2
    → GET /api/attendance/sessions/800/wrong-codes?limit=20
    ← message, only for them
    # Wrong codes
    <@202> · 4 wrong codes, the last <t:1796457660:R>
    ");
}

#[tokio::test]
async fn a_bot_is_not_marked() {
    let harness = in_session().await;
    let bot = json!({"name": "member", "type": 6, "value": "250"});
    for (name, options) in [
        ("mark", json!([bot, option("status", "present")])),
        ("excuse", json!([bot])),
    ] {
        let shown = attendance(&harness, name, options).await;
        assert!(
            shown.contains("That is a bot, and bots do not attend."),
            "{shown}"
        );
        assert!(!shown.contains("→"), "nothing is asked of the API: {shown}");
    }
}

#[tokio::test]
async fn attendance_is_told_by_member_and_by_session() {
    let harness = in_session().await;
    let report = page([
        json!({"user_id": "202", "display_name": "Bert", "present": 5, "late": 1, "excused": 1, "absent": 2, "rate_percent": 75}),
        json!({"user_id": "203", "display_name": null, "present": 0, "late": 0, "excused": 1, "absent": 0, "rate_percent": null}),
    ]);
    harness.api.plant("GET /api/attendance/report", 200, report);
    insta::assert_snapshot!(attendance(&harness, "report", json!([])).await, @"
    → GET /api/attendance/report?limit=15
    ← message, only for them
    # Attendance so far
    **75 %** · <@202> **Bert** · 5 present · 1 late · 1 excused · 2 absent
    **–** · <@203> · 1 excused
    ");
    let harness = Harness::start().await;
    harness.api.plant(
        "GET /api/attendance/sessions",
        200,
        page([session(), closed()]),
    );
    insta::assert_snapshot!(attendance(&harness, "sessions", json!([])).await, @r"
    → GET /api/attendance/sessions?limit=15
    ← message, only for them
    # Attendance sessions
    **Lecture \*7\*** · <t:1796457600:f> · 0 present · 🟢 open
    **Lecture \*7\*** · <t:1796457600:f> · 180 present, 12 late, 3 excused, 5 missing
    ");
}

#[tokio::test]
async fn attending_can_be_worth_points() {
    let harness = in_session().await;
    let season = super::super::seasons::season();
    harness.api.plant("GET /api/seasons/current", 200, season);
    let rule = json!({"present_points": 10, "late_points": 1});
    harness
        .api
        .plant("PUT /api/seasons/500/attendance-rule", 200, rule);
    let options = json!([option("present", 10), option("late", 1)]);
    insta::assert_snapshot!(attendance(&harness, "points", options).await, @r#"
    → GET /api/seasons/current
    → PUT /api/seasons/500/attendance-rule {"excused_points":0,"late_points":1,"present_points":10} (once)
    ← message, only for them
    Being present is worth 10 points in **Winter \*2026\*** now, and being late 1 point. They are given when a session is closed.
    "#);
}
