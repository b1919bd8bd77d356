//! Attendance sessions: settings, opening, codes, displays, closing, and what they are worth.

use crate::hall::{Hall, open};
use crate::helpers::{GUILD, MANAGE_GUILD, TestApp, given, guild, number, refused};
use crate::track::winter;
use paddock_api_types::MessageId;
use paddock_api_types::attendance::{
    AttendanceRule, ListAttendanceSessionsQuery, OpenAttendanceSession, ReportDisplay,
};
use paddock_api_types::operations::attendance as ops;
use serde_json::{Value, json};
use std::time::Duration;

#[tokio::test]
async fn settings_are_the_defaults_until_changed_and_again() {
    let app = TestApp::spawn().await;
    let manager = app.acting(5, MANAGE_GUILD);
    let settings = manager.get_attendance_settings().await.unwrap();
    insta::assert_json_snapshot!(settings, @r#"
        {
          "code_interval_seconds": 15,
          "code_length": 4,
          "grace_seconds": 2,
          "late_after_minutes": null,
          "show_code_in_admin_channel": false
        }
    "#);
    let all = given(json!({
        "code_interval_seconds": 30, "code_length": 6, "grace_seconds": 0,
        "late_after_minutes": 10, "show_code_in_admin_channel": true,
    }));
    let changed = manager.update_attendance_settings(&all).await.unwrap();
    insta::assert_json_snapshot!(changed, @r#"
        {
          "code_interval_seconds": 30,
          "code_length": 6,
          "grace_seconds": 0,
          "late_after_minutes": 10,
          "show_code_in_admin_channel": true
        }
    "#);
    assert_eq!(manager.get_attendance_settings().await.unwrap(), changed);
    let back = given(json!({
        "code_interval_seconds": null, "code_length": null, "grace_seconds": null,
        "late_after_minutes": null, "show_code_in_admin_channel": null,
    }));
    let changed = manager.update_attendance_settings(&back).await.unwrap();
    assert_eq!(changed, settings);
}

#[tokio::test]
async fn settings_hold_for_sessions_that_are_opened_afterwards() {
    let hall = Hall::new().await;
    let settings = given(json!({"code_length": 8, "code_interval_seconds": 60}));
    let admin = hall.admin();
    admin.update_attendance_settings(&settings).await.unwrap();
    assert_eq!(hall.code().await.len(), 4);
    hall.close().await;
    let next = Hall::on(hall.app, json!({})).await;
    assert_eq!(next.code().await.len(), 8);
    assert_eq!(next.session.code_interval_seconds, 60);
}

#[tokio::test]
async fn a_session_is_opened_changed_and_closed_by_an_admin() {
    let hall = Hall::with(json!({
        "title": "Lecture 1", "duration_minutes": 90, "role_id": "60", "voice_channel_id": "80",
    }))
    .await;
    insta::assert_json_snapshot!(hall.session, { ".id" => "[id]" }, @r#"
        {
          "id": "[id]",
          "title": "Lecture 1",
          "channel_id": "70",
          "display_channel_id": "70",
          "role_id": "60",
          "voice_channel_id": "80",
          "code_interval_seconds": 15,
          "grace_seconds": 2,
          "late_after_minutes": null,
          "opened_by": "77",
          "opened_at": "2026-11-21T12:00:00Z",
          "closes_at": "2026-11-21T13:30:00Z",
          "closed_at": null,
          "closed_by": null,
          "counts": {
            "present": 0,
            "late": 0,
            "excused": 0,
            "absent": 0,
            "missing": 0
          }
        }
    "#);
    let (admin, id) = (hall.admin(), hall.id());
    let read = admin.get_attendance_session(id).await.unwrap();
    assert_eq!(read, hall.session);
    hall.mark(1, "present").await;
    hall.expect(&[1, 2]).await;
    hall.app.clock.advance(Duration::from_mins(1));
    let update = given(json!({
        "title": null, "duration_minutes": 10, "voice_channel_id": null,
        "code_interval_seconds": 5,
    }));
    let changed = admin.update_attendance_session(id, &update).await.unwrap();
    let told = serde_json::to_value(&changed).unwrap();
    let told = [
        "title",
        "closes_at",
        "voice_channel_id",
        "code_interval_seconds",
    ]
    .map(|field| told[field].clone());
    insta::assert_json_snapshot!(told, @r#"
        [
          null,
          "2026-11-21T12:11:00Z",
          null,
          5
        ]
    "#);
    let closed = hall.close().await;
    let told = (closed.closed_at, closed.closed_by, closed.counts);
    insta::assert_json_snapshot!(told, @r#"
        [
          "2026-11-21T12:01:00Z",
          "77",
          {
            "present": 1,
            "late": 0,
            "excused": 0,
            "absent": 0,
            "missing": 1
          }
        ]
    "#);
}

#[tokio::test]
async fn the_guilds_channels_are_used_unless_told() {
    let app = TestApp::spawn().await;
    let admin = app.admin();
    let nowhere = OpenAttendanceSession::default();
    let refusal = refused(admin.open_attendance_session(&nowhere).await);
    assert_eq!(refusal, "409 attendance_channel_not_set");
    let channels = given(json!({"attendance_channel_id": "71", "admin_channel_id": "90"}));
    admin.update_guild(&channels).await.unwrap();
    let projector = given(json!({"show_code_in_admin_channel": true}));
    admin.update_attendance_settings(&projector).await.unwrap();
    let session = admin.open_attendance_session(&nowhere).await.unwrap();
    assert_eq!(session.channel_id.get(), 71);
    assert_eq!(session.display_channel_id.get(), 90);
}

#[tokio::test]
async fn opening_and_closing_may_be_repeated_under_their_keys() {
    let hall = Hall::new().await;
    let lab = json!({"channel_id": "71", "title": "Lab"});
    let opening = hall.admin().with_idempotency_key("open");
    let first = open(&opening, lab.clone()).await.unwrap();
    assert_eq!(open(&opening, lab.clone()).await.unwrap(), first);
    let other = refused(open(&opening, json!({"channel_id": "72"})).await);
    assert_eq!(other, "422 idempotency_key_reused");
    let again = refused(open(&hall.admin(), lab).await);
    assert_eq!(
        again,
        format!("409 attendance_session_open session_id={}", first.id)
    );

    let closing = hall.admin().with_idempotency_key("close");
    let closed = closing.close_attendance_session(hall.id()).await.unwrap();
    hall.app.clock.advance(Duration::from_mins(1));
    let repeated = closing.close_attendance_session(hall.id()).await.unwrap();
    assert_eq!(repeated, closed);
    let again = refused(hall.admin().close_attendance_session(hall.id()).await);
    assert_eq!(again, "409 attendance_session_closed");
}

async fn titles(app: &TestApp, query: Value) -> (Vec<String>, Option<String>) {
    let query: ListAttendanceSessionsQuery = given(query);
    let page = app.admin().list_attendance_sessions(&query).await.unwrap();
    let titles = page.items.into_iter().filter_map(|session| session.title);
    (titles.collect(), page.next_cursor)
}

#[tokio::test]
async fn sessions_are_listed_newest_first() {
    let hall = Hall::with(json!({"title": "first"})).await;
    hall.mark(1, "late").await;
    for (channel, title) in [("71", "second"), ("72", "third")] {
        hall.app.clock.advance(Duration::from_secs(1));
        let session = json!({"channel_id": channel, "title": title});
        let session = open(&hall.admin(), session).await.unwrap();
        if title == "second" {
            let closed = hall.admin().close_attendance_session(session.id).await;
            closed.unwrap();
        }
    }
    let app = &hall.app;
    let (first, cursor) = titles(app, json!({"limit": 2})).await;
    assert_eq!(first, ["third", "second"]);
    let rest = titles(app, json!({"limit": 2, "cursor": cursor})).await;
    assert_eq!(rest, (vec!["first".to_owned()], None));
    assert_eq!(titles(app, json!({"open": false})).await.0, ["second"]);
    let (first, cursor) = titles(app, json!({"open": true, "limit": 1})).await;
    assert_eq!(first, ["third"]);
    let rest = json!({"open": true, "limit": 1, "cursor": cursor});
    assert_eq!(titles(app, rest).await, (vec!["first".to_owned()], None));
    let (admin, open) = (hall.admin(), given(json!({"open": true})));
    let open = admin.list_attendance_sessions(&open).await.unwrap();
    let late: Vec<_> = open
        .items
        .iter()
        .map(|session| session.counts.late)
        .collect();
    assert_eq!(late, [0, 1]);
}

#[tokio::test]
async fn codes_are_told_two_minutes_ahead() {
    let hall = Hall::new().await;
    hall.app.clock.advance(Duration::from_secs(20));
    let codes = hall.admin().list_attendance_codes(hall.id()).await.unwrap();
    assert_eq!(codes.codes.len(), 9);
    let last = codes.codes.last().unwrap();
    assert_eq!(last.ends_at.to_string(), "2026-11-21T12:02:30Z");
    let told = json!({"now": codes.now, "first": codes.codes[0]});
    insta::assert_json_snapshot!(told, { ".first.code" => "[code]" }, @r#"
        {
          "first": {
            "code": "[code]",
            "ends_at": "2026-11-21T12:00:30Z",
            "starts_at": "2026-11-21T12:00:15Z"
          },
          "now": "2026-11-21T12:00:20Z"
        }
    "#);
}

#[tokio::test]
async fn the_bot_shows_codes_until_it_has_shown_how_the_session_ended() {
    let hall = Hall::new().await;
    let bot = hall.app.bot();
    let shown = |id| ReportDisplay {
        message_id: MessageId::new(id),
        ended: None,
    };
    let report = async |id| {
        let shown = shown(id);
        let report = bot.report_attendance_display(guild(GUILD), hall.id(), &shown);
        report.await.unwrap();
    };
    report(500).await;
    let displays = bot.list_attendance_displays().await.unwrap();
    assert_eq!(displays.displays[0].session, hall.session);
    assert_eq!(displays.displays[0].codes[0].code, hall.code().await);
    hall.here(1).await;
    hall.close().await;
    let displays = bot.list_attendance_displays().await.unwrap();
    let display = &displays.displays[0];
    let told = json!({
        "now": displays.now, "guild_id": display.guild_id, "message_id": display.message_id,
        "codes": display.codes, "present": display.session.counts.present,
    });
    insta::assert_json_snapshot!(told, @r#"
        {
          "codes": [],
          "guild_id": "1187654321098765312",
          "message_id": "500",
          "now": "2026-11-21T12:00:00Z",
          "present": 1
        }
    "#);
    report(0).await;
    assert_eq!(bot.list_attendance_displays().await.unwrap().displays, []);
}

#[tokio::test]
async fn what_attending_is_worth_is_set_by_season() {
    let app = TestApp::spawn().await;
    let (admin, guest) = (app.admin(), app.member(1));
    let season = admin.create_season(&winter()).await.unwrap().id;
    let nothing = guest.get_attendance_rule(season).await.unwrap();
    insta::assert_json_snapshot!(nothing, @r#"
        {
          "present_points": 0,
          "late_points": 0,
          "excused_points": 0
        }
    "#);
    let rule = AttendanceRule {
        present_points: number(10_000),
        late_points: number(4),
        excused_points: number(0),
    };
    assert_eq!(
        admin.set_attendance_rule(season, &rule).await.unwrap(),
        rule
    );
    assert_eq!(guest.get_attendance_rule(season).await.unwrap(), rule);
    admin.remove_attendance_rule(season).await.unwrap();
    assert_eq!(guest.get_attendance_rule(season).await.unwrap(), nothing);
    admin.remove_attendance_rule(season).await.unwrap();
    for field in ["present_points", "late_points"] {
        let mut rule = json!({"present_points": 0, "late_points": 0});
        rule[field] = json!(10_001);
        let refusal = app.refusal(ops::set_attendance_rule, season, &rule).await;
        assert_eq!(refusal, format!("422 invalid_value field={field}"));
    }
}
