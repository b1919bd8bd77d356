//! Attendance, with an API that answers what [`Harness::api`](crate::test::Harness) was given.

mod records;

use crate::test::{Harness, option, stub_api::with, subcommand};
use serde_json::{Value, json};

fn session() -> Value {
    json!({
        "id": "800", "title": "Lecture *7*", "channel_id": "300", "display_channel_id": "300",
        "role_id": null, "voice_channel_id": null, "code_interval_seconds": 15, "grace_seconds": 2,
        "late_after_minutes": null, "opened_by": "201", "opened_at": "2026-12-05T08:00:00Z",
        "closes_at": null, "closed_at": null, "closed_by": null,
        "counts": {"present": 0, "late": 0, "excused": 0, "absent": 0, "missing": 0},
    })
}

fn closed() -> Value {
    let over = json!({
        "closed_at": "2026-12-05T09:30:00Z", "closed_by": "201", "role_id": "401",
        "counts": {"present": 180, "late": 12, "excused": 3, "absent": 0, "missing": 5},
    });
    with(session(), over)
}

fn page(items: impl IntoIterator<Item = Value>) -> Value {
    let items: Vec<_> = items.into_iter().collect();
    json!({"items": items, "next_cursor": null})
}

/// An API with one open session.
async fn in_session() -> Harness {
    let harness = Harness::start().await;
    harness
        .api
        .plant("GET /api/attendance/sessions", 200, page([session()]));
    harness
        .api
        .plant("GET /api/attendance/sessions/800", 200, session());
    harness
}

fn problem(status: u16, code: &str, params: &Value) -> Value {
    json!({
        "type": format!("urn:paddock:problem:{code}"), "title": code, "status": status, "code": code,
        "detail": "detail", "params": params, "request_id": "r",
    })
}

/// What `/here` says, without what the API was asked: that holds when it was typed.
async fn here(status: u16, answer: Value) -> String {
    let harness = Harness::start().await;
    harness
        .api
        .plant("POST /api/attendance/check-ins", status, answer);
    let shown = harness
        .command("here", json!([option("code", "k7p4")]))
        .await;
    let (asked, shown) = shown.split_once('\n').unwrap();
    assert!(
        asked.contains(r#""code":"k7p4""#) && asked.contains(r#""created_at":"20"#),
        "{asked}"
    );
    assert!(asked.contains(r#""username":"Ada""#), "{asked}");
    shown.to_owned()
}

#[tokio::test]
async fn a_member_who_types_the_code_is_checked_in() {
    let present = json!({
        "session_id": "800", "title": "Lecture *7*", "status": "present", "at": "2026-12-05T08:01:00Z",
    });
    insta::assert_snapshot!(here(200, present.clone()).await, @r"
    ← message, only for them
    ✅ You are present: **Lecture \*7\***
    Checking in again replaces it until the session is closed; after that, only an admin can correct it.
    ");
    let ends = json!({"status": "late", "title": null, "closes_at": "2026-12-05T08:20:00Z"});
    let late = with(present, ends);
    insta::assert_snapshot!(here(200, late).await, @"
    ← message, only for them
    🕒 You are late
    Checking in again replaces it until check-in closes, <t:1796458800:R>; after that, only an admin can correct it.
    ");
}

#[tokio::test]
async fn a_refusal_says_what_to_do() {
    let mut said = String::new();
    for (code, params) in [
        ("wrong_code", json!({"left": 3})),
        ("wrong_code", json!({"left": 0})),
        ("code_expired", json!({})),
        (
            "too_many_wrong_codes",
            json!({"until": "2026-12-05T08:02:00Z"}),
        ),
        ("no_open_attendance_session", json!({})),
        ("wrong_attendance_channel", json!({"channel_id": "300"})),
        ("attendance_session_closed", json!({})),
        ("not_in_voice", json!({"channel_id": "310"})),
        ("voice_unknown", json!({})),
    ] {
        let shown = here(409, problem(409, code, &params)).await;
        said.push_str(shown.lines().last().unwrap());
        said.push('\n');
    }
    insta::assert_snapshot!(said, @"
    That is not the code that is shown. You can try 3 times more in this minute.
    That is not the code. Wait a minute before you try again.
    That code is over; a new one is shown. Type that one.
    Too many wrong codes. You can try again <t:1796457720:R>.
    Nobody takes attendance right now. Try again once a code is shown.
    Not here: check in with `/here` in <#300>, where you are asked to.
    That session is closed. If you were there, ask the person who took attendance.
    Only those who are in <#310> are counted. Connect to it, then check in.
    I cannot see right now whether you are in the voice channel. Try again in a moment.
    ");
}

#[tokio::test]
async fn the_button_opens_a_form_and_the_form_checks_in() {
    let harness = Harness::start().await;
    let form = harness.press("v1:attendance-check-in:800").await;
    assert!(form.contains("The code that is shown"), "{form}");
    let present = json!({
        "session_id": "800", "title": null, "status": "present", "at": "2026-12-05T08:01:00Z",
    });
    harness
        .api
        .plant("POST /api/attendance/check-ins", 200, present);
    let input = json!({"type": 4, "id": 2, "custom_id": "code", "value": "K7P4"});
    let form = json!({
        "custom_id": "v1:attendance-check-in:800",
        "components": [{"type": 18, "id": 1, "component": input}],
    });
    let sent = harness.interact(5, form).await;
    let shown = harness.exchange(&sent);
    assert!(shown.contains(r#""session_id":"800""#), "{shown}");
    // The code stays where it is: the answer is a message of its own.
    assert!(shown.contains("← message, only for them\n✅"), "{shown}");
}

#[tokio::test]
async fn opening_says_where_the_code_is() {
    let harness = Harness::start().await;
    harness
        .api
        .plant("POST /api/attendance/sessions", 201, session());
    let options = json!([option("title", "Lecture *7*")]);
    insta::assert_snapshot!(harness.command("open_attendance", options).await, @r#"
    → POST /api/attendance/sessions {"title":"Lecture *7*"} (once)
    ← message, only for them
    Opened: **Lecture \*7\***. The code is shown in <#300>; members check in there with `/here`.
    `/close_attendance` closes it.
    "#);
    let projector = json!({
        "display_channel_id": "309", "voice_channel_id": "310", "closes_at": "2026-12-05T09:30:00Z",
        "title": null,
    });
    let harness = Harness::start().await;
    harness.api.plant(
        "POST /api/attendance/sessions",
        201,
        with(session(), projector),
    );
    let options = json!([option("duration", 90)]);
    insta::assert_snapshot!(harness.command("open_attendance", options).await, @r#"
    → POST /api/attendance/sessions {"duration_minutes":90} (once)
    ← message, only for them
    Opened: the session of <t:1796457600:f>. The code is shown in <#309>; members check in with `/here` in <#300>.
    Only those who are in <#310> are counted.
    It closes automatically <t:1796463000:R>.
    "#);
}

#[tokio::test]
async fn closing_tells_the_numbers_and_attaches_the_file() {
    let harness = Harness::start().await;
    let closed = with(closed(), json!({"role_id": null}));
    harness
        .api
        .plant("GET /api/attendance/sessions", 200, page([session()]));
    harness.api.plant(
        "POST /api/attendance/sessions/800/close",
        200,
        closed.clone(),
    );
    harness
        .api
        .plant("GET /api/attendance/sessions/800", 200, closed);
    harness.api.plant(
        "GET /api/attendance/export.csv",
        200,
        json!("user_id,…\r\n"),
    );
    let shown = harness.command("close_attendance", json!([])).await;
    assert!(shown.contains("attendance-800.csv"), "{shown}");
    assert!(shown.contains("**Present** 180"), "{shown}");
    assert!(shown.contains("**Missing** 5"), "{shown}");
}

#[tokio::test]
async fn without_an_open_session_there_is_nothing_to_close() {
    let harness = Harness::start().await;
    harness
        .api
        .plant("GET /api/attendance/sessions", 200, page([]));
    insta::assert_snapshot!(harness.command("close_attendance", json!([])).await, @"
    → GET /api/attendance/sessions?open=true&limit=2
    ← message, only for them
    No session is open. `/open_attendance` opens one; `/attendance sessions` shows earlier ones.
    ");
    let harness = Harness::start().await;
    let several = page([session(), with(session(), json!({"id": "801"}))]);
    harness
        .api
        .plant("GET /api/attendance/sessions", 200, several);
    insta::assert_snapshot!(harness.command("close_attendance", json!([])).await, @"
    → GET /api/attendance/sessions?open=true&limit=2
    ← message, only for them
    Several sessions are open. Pick one with `session`.
    ");
}

#[tokio::test]
async fn settings_are_shown_and_changed() {
    let harness = Harness::start().await;
    let settings = json!({
        "code_interval_seconds": 15, "code_length": 4, "grace_seconds": 2, "late_after_minutes": 10,
        "show_code_in_admin_channel": true,
    });
    harness
        .api
        .plant("GET /api/attendance/settings", 200, settings.clone());
    harness
        .api
        .plant("PATCH /api/attendance/settings", 200, settings);
    let shown = harness
        .command("attendance", subcommand("settings", json!([])))
        .await;
    insta::assert_snapshot!(shown, @"
    → GET /api/attendance/settings
    ← message, only for them
    # How attendance is taken
    **A new code** every 15 s
    **Characters** 4
    **The code before** counts for 2 s more
    **Late** after 10 minutes
    **The code is shown** in the admin channel, for a projector
    ");
    let options = json!([option("late_after", 0), option("grace", 3)]);
    let shown = harness
        .command("attendance", subcommand("settings", options))
        .await;
    let saved = "Saved, for sessions that are opened from now on.";
    assert!(shown.contains(saved), "{shown}");
    let asked = r#"{"grace_seconds":3,"late_after_minutes":null}"#;
    assert!(shown.contains(asked), "{shown}");
}

#[tokio::test]
async fn a_session_can_be_changed_while_it_is_open() {
    let harness = in_session().await;
    let faster = with(session(), json!({"code_interval_seconds": 5}));
    harness
        .api
        .plant("PATCH /api/attendance/sessions/800", 200, faster);
    let options = json!([option("interval", 5)]);
    let shown = harness
        .command("attendance", subcommand("change", options))
        .await;
    insta::assert_snapshot!(shown, @r#"
    → GET /api/attendance/sessions?open=true&limit=2
    → PATCH /api/attendance/sessions/800 {"code_interval_seconds":5} (once)
    ← message, only for them
    Changed **Lecture \*7\***: a new code every 5 s.
    "#);
    let shown = harness
        .command("attendance", subcommand("change", json!([])))
        .await;
    assert!(shown.contains("There is nothing to change"), "{shown}");
    let both = json!([
        {"name": "voice", "type": 7, "value": "310"},
        {"name": "clear_voice", "type": 5, "value": true},
    ]);
    let shown = harness
        .command("attendance", subcommand("change", both))
        .await;
    assert!(
        shown.contains("Give a `voice` channel, or `clear_voice`, not both."),
        "{shown}"
    );
}

#[tokio::test]
async fn sessions_are_suggested_by_title_and_time() {
    let harness = super::in_zone("Europe/Berlin").await;
    let untitled = with(closed(), json!({"id": "801", "title": null}));
    let both = page([session(), untitled]);
    harness.api.plant("GET /api/attendance/sessions", 200, both);
    let options = json!([crate::test::focused("session", "")]);
    let offered = harness.suggestions("close_attendance", options).await;
    let names: Vec<_> = offered
        .as_array()
        .unwrap()
        .iter()
        .map(|it| &it["name"])
        .collect();
    assert_eq!(
        names,
        [
            "Lecture *7* · 2026-12-05 09:00 · open",
            "Session · 2026-12-05 09:00"
        ]
    );
}
