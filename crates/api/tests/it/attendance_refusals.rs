//! What operations on attendance refuse, and how.

use crate::hall::{Hall, open, page};
use crate::helpers::{ADMINISTRATOR, GUILD, TestApp, given, guild, number, refused, user};
use crate::track::winter;
use paddock_api_client::Client;
use paddock_api_types::attendance::{AttendanceRule, ExportAttendanceQuery, ReportDisplay};
use paddock_api_types::operations::{attendance as ops, bot};
use paddock_api_types::{AttendanceSessionId, MessageId, SeasonId};
use reqwest::Method;
use serde_json::{Value, json};

/// How each operation on one session is refused.
async fn every_operation_on(id: AttendanceSessionId, by: &Client) -> Vec<String> {
    let first = page(1, None);
    let mark = given(json!({"status": "present"}));
    let file = ExportAttendanceQuery {
        session_id: Some(id),
    };
    vec![
        refused(by.get_attendance_session(id).await),
        refused(by.update_attendance_session(id, &given(json!({}))).await),
        refused(by.close_attendance_session(id).await),
        refused(by.list_attendance_codes(id).await),
        refused(by.list_attendance_records(id, &first).await),
        refused(by.mark_attendance(id, user(1), &mark).await),
        refused(by.remove_attendance(id, user(1)).await),
        refused(by.list_missing_members(id, &first).await),
        refused(by.list_wrong_codes(id, &first).await),
        refused(by.export_attendance(&file).await),
        refused(
            by.check_in(&given(json!({"code": "XXXX", "session_id": id})))
                .await,
        ),
    ]
}

#[tokio::test]
async fn sessions_that_are_not_there_or_another_guilds_are_not_found() {
    let hall = Hall::new().await;
    hall.here(1).await;
    let nowhere = AttendanceSessionId::new(404).unwrap();
    let stranger = hall.app.acting_in(2, 77, ADMINISTRATOR);
    for (id, by) in [(nowhere, hall.admin()), (hall.id(), stranger.clone())] {
        for (number, refusal) in every_operation_on(id, &by).await.iter().enumerate() {
            assert_eq!(refusal, "404 attendance_session_not_found", "{number}");
        }
    }
    let all = ExportAttendanceQuery::default();
    let file = stranger.export_attendance(&all).await.unwrap();
    assert_eq!(file.lines().count(), 1);
    let report = stranger.report_attendance(&given(json!({}))).await;
    assert_eq!(report.unwrap().items, []);
    let sessions = stranger.list_attendance_sessions(&given(json!({}))).await;
    assert_eq!(sessions.unwrap().items, []);
    open(&stranger, json!({})).await.unwrap();
}

#[tokio::test]
async fn displays_of_another_guild_or_of_nothing_are_not_found() {
    let hall = Hall::new().await;
    let nowhere = AttendanceSessionId::new(404).unwrap();
    for (of, id) in [(2, hall.id()), (GUILD, nowhere)] {
        for message in [0, 500] {
            let shown = ReportDisplay {
                message_id: MessageId::new(message),
                ended: None,
            };
            let bot = hall.app.bot();
            let refusal = bot.report_attendance_display(guild(of), id, &shown).await;
            assert_eq!(refused(refusal), "404 attendance_session_not_found");
        }
    }
}

#[tokio::test]
async fn rules_of_another_guilds_seasons_are_not_found() {
    let app = TestApp::spawn().await;
    let season = app.admin().create_season(&winter()).await.unwrap().id;
    let stranger = app.acting_in(2, 77, ADMINISTRATOR);
    let nowhere = SeasonId::new(404).unwrap();
    let rule = AttendanceRule {
        present_points: number(1),
        late_points: number(1),
        excused_points: number(0),
    };
    for (id, by) in [(season, stranger), (nowhere, app.admin())] {
        for refusal in [
            refused(by.get_attendance_rule(id).await),
            refused(by.set_attendance_rule(id, &rule).await),
            refused(by.remove_attendance_rule(id).await),
        ] {
            assert_eq!(refusal, "404 season_not_found");
        }
    }
}

#[tokio::test]
async fn what_is_closed_is_neither_changed_nor_shown() {
    let hall = Hall::new().await;
    hall.close().await;
    let (admin, id) = (hall.admin(), hall.id());
    let changes = given(json!({"title": "late"}));
    for refusal in [
        refused(admin.update_attendance_session(id, &changes).await),
        refused(admin.list_attendance_codes(id).await),
        refused(admin.close_attendance_session(id).await),
    ] {
        assert_eq!(refusal, "409 attendance_session_closed");
    }
}

#[tokio::test]
async fn settings_that_cannot_be_are_refused_by_field() {
    let app = TestApp::spawn().await;
    for (change, field) in [
        (json!({"code_interval_seconds": 4}), "code_interval_seconds"),
        (
            json!({"code_interval_seconds": 301}),
            "code_interval_seconds",
        ),
        (json!({"code_length": 3}), "code_length"),
        (json!({"code_length": 9}), "code_length"),
        (json!({"grace_seconds": 31}), "grace_seconds"),
        (json!({"late_after_minutes": 0}), "late_after_minutes"),
        (json!({"late_after_minutes": 1441}), "late_after_minutes"),
    ] {
        let refusal = app
            .refusal(ops::update_attendance_settings, (), &change)
            .await;
        let expected = format!("422 invalid_value field={field}");
        assert_eq!(refusal, expected, "{change}");
    }
}

#[tokio::test]
async fn sessions_that_cannot_be_are_refused_by_field() {
    let hall = Hall::new().await;
    let long = "x".repeat(101);
    for (value, field) in [
        (json!({"title": " "}), "title"),
        (json!({"title": long}), "title"),
        (json!({"title": "two\nlines"}), "title"),
        (json!({"duration_minutes": 0}), "duration_minutes"),
        (json!({"duration_minutes": 1441}), "duration_minutes"),
    ] {
        let expected = format!("422 invalid_value field={field}");
        let opened = hall.app.refusal(ops::open_attendance_session, (), &value);
        assert_eq!(opened.await, expected);
        let updated = hall
            .app
            .refusal(ops::update_attendance_session, hall.id(), &value);
        assert_eq!(updated.await, expected);
    }
    let interval = json!({"code_interval_seconds": 4});
    let update = hall
        .app
        .refusal(ops::update_attendance_session, hall.id(), &interval);
    assert_eq!(
        update.await,
        "422 invalid_value field=code_interval_seconds"
    );
}

#[tokio::test]
async fn a_session_is_not_opened_where_nothing_can_be_posted() {
    let app = TestApp::spawn().await;
    let report = given(json!({
        "name": "University", "roles": [],
        "channels": [{"id": "71", "name": "talk", "text": false, "bot_permissions": "0"}],
        "bot": {
            "user_id": "1", "permissions": "0", "top_role_position": 0, "members_intent": true,
        },
    }));
    app.bot().report_guild(guild(GUILD), &report).await.unwrap();
    for id in ["71", "72"] {
        let refusal = refused(open(&app.admin(), json!({"channel_id": id})).await);
        let expected = format!("422 unknown_channel field=channel_id channel_id={id}");
        assert_eq!(refusal, expected);
    }
}

#[tokio::test]
async fn a_session_is_not_opened_in_the_channel_of_the_settings_once_it_is_deleted() {
    let found: Value =
        serde_json::from_str(include_str!("../fixtures/open-in-a-deleted-channel.json")).unwrap();
    let app = TestApp::spawn().await;
    let report = |channels: Value| {
        given(json!({
            "name": "University", "roles": [], "channels": channels,
            "bot": {
                "user_id": "1", "permissions": "0", "top_role_position": 0, "members_intent": true,
            },
        }))
    };
    let channel = json!({"id": "11", "name": "attendance", "text": true, "bot_permissions": "8"});
    let there = report(json!([channel]));
    app.bot().report_guild(guild(GUILD), &there).await.unwrap();
    let settings = given(json!({"attendance_channel_id": "11"}));
    app.admin().update_guild(&settings).await.unwrap();
    let gone = report(json!([]));
    app.bot().report_guild(guild(GUILD), &gone).await.unwrap();
    let by_default = &found["4_body"];
    let by_name = json!({"title": "gone", "channel_id": "11"});
    for body in [by_default, &by_name] {
        let refusal = app.refusal(ops::open_attendance_session, (), body).await;
        assert_eq!(
            refusal,
            "422 unknown_channel field=channel_id channel_id=11"
        );
    }
}

#[tokio::test]
async fn records_that_cannot_be_are_refused_by_field() {
    let hall = Hall::new().await;
    let id = hall.id();
    let (long_note, long_name) = ("x".repeat(401), "x".repeat(101));
    for (more, field) in [
        (json!({"note": " "}), "note"),
        (json!({"note": long_note}), "note"),
        (json!({"username": long_name}), "username"),
    ] {
        let mut mark = json!({"status": "excused"});
        mark.as_object_mut()
            .unwrap()
            .extend(more.as_object().unwrap().clone());
        let refusal = hall.app.refusal(ops::mark_attendance, (id, user(1)), &mark);
        let refusal = refusal.await;
        assert_eq!(refusal, format!("422 invalid_value field={field}"));
    }
    let typed = json!({"code": hall.code().await, "username": "two\nlines"});
    let refusal = hall.app.refusal(ops::check_in, (), &typed).await;
    assert_eq!(refusal, "422 invalid_value field=username");
    let ids: Vec<_> = (1..=2001).map(user).collect();
    let expected = json!({"user_ids": ids, "first": true});
    let refusal = hall
        .app
        .refusal(bot::report_expected_members, id, &expected);
    let refusal = refusal.await;
    assert_eq!(refusal, "422 invalid_value field=user_ids");
}

#[tokio::test]
async fn pages_that_cannot_be_are_refused() {
    let hall = Hall::new().await;
    let (admin, id) = (hall.admin(), hall.id());
    for (query, field) in [
        (page(0, None), "limit"),
        (page(201, None), "limit"),
        (page(1, Some("x".to_owned())), "cursor"),
    ] {
        let other = json!({"limit": query.limit, "cursor": query.cursor});
        for refusal in [
            refused(admin.list_attendance_records(id, &query).await),
            refused(admin.list_missing_members(id, &query).await),
            refused(admin.list_wrong_codes(id, &query).await),
            refused(admin.list_attendance_sessions(&given(other.clone())).await),
            refused(admin.report_attendance(&given(other)).await),
        ] {
            assert_eq!(refusal, format!("422 invalid_value field={field}"));
        }
    }
}

/// What a request is answered with: status and code.
async fn answered(app: &TestApp, method: Method, path: &str, body: &Value) -> String {
    let response = app.raw(method, path).json(body).send().await.unwrap();
    let status = response.status().as_u16();
    let problem: Value = response.json().await.unwrap();
    format!("{status} {}", problem["code"].as_str().unwrap())
}

#[tokio::test]
async fn what_is_not_asked_for_is_refused() {
    let hall = Hall::new().await;
    let session = format!("/api/attendance/sessions/{}", hall.id());
    let display = format!("/api/bot/attendance/displays/{}", hall.id());
    for (method, path, mut body) in [
        (Method::PATCH, "/api/attendance/settings", json!({})),
        (Method::POST, "/api/attendance/sessions", json!({})),
        (Method::PATCH, session.as_str(), json!({})),
        (
            Method::POST,
            "/api/attendance/check-ins",
            json!({"code": "XXXX"}),
        ),
        (
            Method::PUT,
            &format!("{session}/records/1"),
            json!({"status": "present"}),
        ),
        (
            Method::PUT,
            &format!("/api/bot/attendance/expected/{}", hall.id()),
            json!({"user_ids": [], "first": true}),
        ),
        (Method::PUT, &display, json!({"message_id": null})),
        (
            Method::PUT,
            "/api/seasons/1/attendance-rule",
            json!({"present_points": 1, "late_points": 1}),
        ),
    ] {
        body["surprise"] = json!(1);
        let answer = answered(&hall.app, method, path, &body).await;
        assert_eq!(answer, "400 invalid_request", "{path}");
    }
    for query in [
        "sessions?surprise=1",
        "report?from=noon",
        "export.csv?session_id=x",
    ] {
        let path = format!("/api/attendance/{query}");
        let answer = answered(&hall.app, Method::GET, &path, &json!({})).await;
        assert_eq!(answer, "400 invalid_request", "{path}");
    }
}
