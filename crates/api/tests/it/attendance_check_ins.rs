//! Checking in, and what is not counted.

use crate::hall::{HALL, Hall};
use crate::helpers::{TestApp, given, refused, user};
use paddock_api_types::attendance::AttendanceStatus;
use serde_json::json;
use std::time::Duration;

#[tokio::test]
async fn whoever_types_the_code_is_present() {
    let hall = Hall::with(json!({"title": "Lecture 1"})).await;
    let checked_in = hall.here(1).await;
    insta::assert_json_snapshot!(checked_in, { ".session_id" => "[id]" }, @r#"
        {
          "session_id": "[id]",
          "title": "Lecture 1",
          "status": "present",
          "at": "2026-11-21T12:00:00Z",
          "closes_at": null
        }
    "#);
    assert_eq!(checked_in.session_id, hall.id());
}

#[tokio::test]
async fn whoever_is_late_is_told_so() {
    let app = TestApp::spawn().await;
    let settings = given(json!({"late_after_minutes": 10}));
    let admin = app.admin();
    admin.update_attendance_settings(&settings).await.unwrap();
    let hall = Hall::on(app, json!({})).await;
    hall.app.clock.advance(Duration::from_mins(10));
    assert_eq!(hall.here(1).await.status, AttendanceStatus::Late);
}

#[tokio::test]
async fn a_wrong_code_is_refused_and_five_pause() {
    let hall = Hall::new().await;
    for left in [4, 3, 2, 1, 0] {
        let refusal = refused(hall.typed(1, json!({"code": "XXXX"})).await);
        assert_eq!(refusal, format!("409 wrong_code field=code left={left}"));
    }
    let paused = "409 too_many_wrong_codes until=2026-11-21T12:01:00Z";
    let wrong = json!({"code": "XXXX"});
    assert_eq!(refused(hall.typed(1, wrong).await), paused);
    hall.here(2).await;
    hall.here(1).await;
}

#[tokio::test]
async fn what_cannot_be_a_code_is_refused_by_what_one_is() {
    let hall = Hall::new().await;
    for typed in ["K7P", "K7P40", "K0P4"] {
        let refusal = refused(hall.typed(1, json!({"code": typed})).await);
        assert_eq!(refusal, "422 invalid_value field=code", "{typed}");
    }
}

#[tokio::test]
async fn a_code_that_is_over_is_refused_as_such() {
    let hall = Hall::new().await;
    let typed = json!({"code": hall.code().await});
    hall.app.clock.advance(Duration::from_secs(17));
    let refusal = refused(hall.typed(1, typed.clone()).await);
    assert_eq!(refusal, "409 code_expired field=code");
    // It was typed in time, and took long.
    let mut in_time = typed;
    in_time["created_at"] = json!("2026-11-21T12:00:14Z");
    hall.typed(1, in_time).await.unwrap();
}

#[tokio::test]
async fn whoever_is_in_another_channel_is_told_where() {
    let hall = Hall::new().await;
    let typed = json!({"code": hall.code().await});
    let elsewhere = hall.member_in(71, 1);
    let refusal = refused(elsewhere.check_in(&given(typed.clone())).await);
    assert_eq!(
        refusal,
        format!("409 wrong_attendance_channel channel_id={HALL}")
    );
    let mut by_id = typed.clone();
    by_id["session_id"] = json!(hall.id());
    elsewhere.check_in(&given(by_id.clone())).await.unwrap();

    hall.close().await;
    let refusal = refused(hall.typed(1, by_id.clone()).await);
    assert_eq!(refusal, "409 attendance_session_closed");
    let refusal = refused(hall.typed(1, typed).await);
    assert_eq!(refusal, "404 no_open_attendance_session");
    by_id["session_id"] = json!("404");
    let refusal = refused(hall.typed(1, by_id).await);
    assert_eq!(refusal, "404 attendance_session_not_found");
}

#[tokio::test]
async fn nobody_checks_in_after_the_announced_end() {
    let hall = Hall::with(json!({"duration_minutes": 1})).await;
    hall.app.clock.advance(Duration::from_secs(55));
    let code = hall.code().await;
    hall.app.clock.advance(Duration::from_secs(5));
    let typed = json!({"code": code, "session_id": hall.id()});
    assert_eq!(
        refused(hall.typed(1, typed).await),
        "409 attendance_session_closed"
    );
}

#[tokio::test]
async fn a_session_in_a_voice_channel_counts_who_is_in_it() {
    let hall = Hall::with(json!({"voice_channel_id": "80"})).await;
    let code = hall.code().await;
    for (voice, expected) in [
        (json!(null), "409 voice_unknown"),
        (
            json!({"channel_id": null}),
            "409 not_in_voice channel_id=80",
        ),
        (
            json!({"channel_id": "81"}),
            "409 not_in_voice channel_id=80",
        ),
    ] {
        let typed = json!({"code": code, "voice": voice});
        assert_eq!(refused(hall.typed(1, typed).await), expected);
    }
    let there = json!({"code": code, "voice": {"channel_id": "80"}});
    hall.typed(1, there).await.unwrap();
}

#[tokio::test]
async fn a_token_checks_in_by_session_and_now() {
    let app = TestApp::spawn().await;
    let ada = app.with_token(1).await;
    let hall = Hall::on(app, json!({})).await;
    let code = hall.code().await;
    let nowhere = refused(ada.check_in(&given(json!({"code": code}))).await);
    assert_eq!(
        nowhere,
        format!("409 wrong_attendance_channel channel_id={HALL}")
    );
    hall.app.clock.advance(Duration::from_secs(20));
    let claimed = json!({
        "code": code, "session_id": hall.id(), "created_at": "2026-11-21T12:00:01Z",
        "username": "somebody else",
    });
    let refusal = refused(ada.check_in(&given(claimed.clone())).await);
    assert_eq!(refusal, "409 code_expired field=code");
    let mut now = claimed;
    now["code"] = json!(hall.code().await);
    let checked_in = ada.check_in(&given(now)).await.unwrap();
    assert_eq!(checked_in.at.to_string(), "2026-11-21T12:00:20Z");
    assert_eq!(hall.records().await.items[0].username, None);
}

#[tokio::test]
async fn a_token_cannot_say_where_its_owner_is() {
    let app = TestApp::spawn().await;
    let ada = app.with_token(1).await;
    let hall = Hall::on(app, json!({"voice_channel_id": "80"})).await;
    let claimed = json!({
        "code": hall.code().await, "session_id": hall.id(), "voice": {"channel_id": "80"},
    });
    let refusal = refused(ada.check_in(&given(claimed)).await);
    assert_eq!(refusal, "409 voice_unknown");
}

#[tokio::test]
async fn a_banned_member_does_not_check_in() {
    let app = TestApp::spawn().await;
    app.verified(1).await;
    app.admin()
        .ban_member(user(1), &given(json!({})))
        .await
        .unwrap();
    let hall = Hall::on(app, json!({})).await;
    let typed = json!({"code": hall.code().await});
    assert_eq!(refused(hall.typed(1, typed).await), "403 banned");
}
