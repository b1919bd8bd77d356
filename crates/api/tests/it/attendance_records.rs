//! Records: what admins mark and remove, who is missing, and what is told of it all.

use crate::hall::{Hall, page};
use crate::helpers::{GUILD, TestApp, given, guild, refused, user};
use paddock_api_types::attendance::{AttendanceStatus, ExportAttendanceQuery};
use paddock_api_types::operations::Csv;
use paddock_api_types::{Page, UserId};
use reqwest::Method;
use serde_json::{Value, json};
use std::time::Duration;

/// Everything that a list has, read one row at a time.
async fn one_by_one<T>(read: impl AsyncFn(Option<String>) -> Page<T>) -> Vec<T> {
    let (mut rows, mut cursor) = (Vec::new(), None);
    loop {
        let page = read(cursor).await;
        assert_eq!(page.items.len(), 1);
        rows.extend(page.items);
        cursor = page.next_cursor;
        if cursor.is_none() {
            return rows;
        }
    }
}

#[tokio::test]
async fn records_are_listed_by_member() {
    let app = TestApp::spawn().await;
    let register = given(json!({
        "display_name": "Ada", "external_id": "s-1", "discord_name": "ada",
    }));
    app.member(1).register_member(&register).await.unwrap();
    let hall = Hall::on(app, json!({"title": "Lecture 1"})).await;
    hall.here(1).await;
    hall.here(2).await;
    let (admin, id) = (hall.admin(), hall.id());
    let mark = given(json!({"status": "excused", "note": "ill", "username": "cleo"}));
    admin.mark_attendance(id, user(3), &mark).await.unwrap();
    let records = hall.records().await;
    insta::assert_json_snapshot!(records, { ".items[].session_id" => "[id]" }, @r#"
        {
          "items": [
            {
              "session_id": "[id]",
              "title": "Lecture 1",
              "user_id": "1",
              "username": "ada",
              "external_id": "s-1",
              "display_name": "Ada",
              "status": "present",
              "at": "2026-11-21T12:00:00Z",
              "marked_by": null,
              "note": null,
              "source": "checked_in"
            },
            {
              "session_id": "[id]",
              "title": "Lecture 1",
              "user_id": "2",
              "username": "user2",
              "external_id": null,
              "display_name": null,
              "status": "present",
              "at": "2026-11-21T12:00:00Z",
              "marked_by": null,
              "note": null,
              "source": "checked_in"
            },
            {
              "session_id": "[id]",
              "title": "Lecture 1",
              "user_id": "3",
              "username": "cleo",
              "external_id": null,
              "display_name": null,
              "status": "excused",
              "at": "2026-11-21T12:00:00Z",
              "marked_by": "77",
              "note": "ill",
              "source": "marked"
            }
          ],
          "next_cursor": null
        }
    "#);
    let paged = one_by_one(async |cursor| {
        let records = admin.list_attendance_records(id, &page(1, cursor)).await;
        records.unwrap()
    });
    assert_eq!(paged.await, records.items);
}

#[tokio::test]
async fn marking_may_be_repeated_under_its_key() {
    let hall = Hall::new().await;
    let marking = hall.admin().with_idempotency_key("mark");
    let mark = async |status: &str| {
        let mark = given(json!({"status": status}));
        marking.mark_attendance(hall.id(), user(1), &mark).await
    };
    let first = mark("late").await.unwrap();
    assert_eq!(first.status, AttendanceStatus::Late);
    hall.app.clock.advance(Duration::from_secs(1));
    hall.mark(1, "absent").await;
    assert_eq!(mark("late").await.unwrap(), first, "as it was then");
    assert_eq!(refused(mark("present").await), "422 idempotency_key_reused");
    let absent = hall.records().await.items[0].status;
    assert_eq!(absent, AttendanceStatus::Absent);
}

#[tokio::test]
async fn what_is_recorded_is_removed_once() {
    let hall = Hall::new().await;
    hall.here(1).await;
    hall.close().await;
    let (admin, id) = (hall.admin(), hall.id());
    admin.remove_attendance(id, user(1)).await.unwrap();
    let again = refused(admin.remove_attendance(id, user(1)).await);
    assert_eq!(again, "404 attendance_record_not_found");
    let session = admin.get_attendance_session(id).await.unwrap();
    assert_eq!(session.counts.present, 0);
}

#[tokio::test]
async fn missing_are_those_expected_without_a_record() {
    let app = TestApp::spawn().await;
    app.verified_as(2, "Bob").await;
    let hall = Hall::on(app, json!({"role_id": "60"})).await;
    hall.expect(&[3, 1, 2, 2]).await;
    hall.here(1).await;
    let (admin, id) = (hall.admin(), hall.id());
    let missing = admin.list_missing_members(id, &page(200, None)).await;
    let missing = missing.unwrap();
    insta::assert_json_snapshot!(missing, @r#"
        {
          "items": [
            {
              "user_id": "2",
              "display_name": "Bob",
              "external_id": null,
              "excused": false
            },
            {
              "user_id": "3",
              "display_name": null,
              "external_id": null,
              "excused": false
            }
          ],
          "next_cursor": null
        }
    "#);
    let paged = one_by_one(async |cursor| {
        let missing = admin.list_missing_members(id, &page(1, cursor)).await;
        missing.unwrap()
    });
    assert_eq!(paged.await, missing.items);
    let more = given(json!({"user_ids": ["4"], "first": false}));
    let bot = hall.app.bot();
    let reported = bot.report_expected_members(guild(GUILD), id, &more).await;
    reported.unwrap();
    let session = admin.get_attendance_session(id).await.unwrap();
    assert_eq!(session.counts.missing, 3);
}

#[tokio::test]
async fn admins_see_who_guesses() {
    let hall = Hall::new().await;
    for member in [1, 2, 2] {
        let typed = hall.typed(member, json!({"code": "XXXX"})).await;
        typed.unwrap_err();
    }
    let (admin, id) = (hall.admin(), hall.id());
    let wrong = admin.list_wrong_codes(id, &page(200, None)).await.unwrap();
    insta::assert_json_snapshot!(wrong, @r#"
        {
          "items": [
            {
              "user_id": "1",
              "count": 1,
              "last_at": "2026-11-21T12:00:00Z"
            },
            {
              "user_id": "2",
              "count": 2,
              "last_at": "2026-11-21T12:00:00Z"
            }
          ],
          "next_cursor": null
        }
    "#);
    let paged = one_by_one(async |cursor| {
        let wrong = admin.list_wrong_codes(id, &page(1, cursor)).await;
        wrong.unwrap()
    });
    assert_eq!(paged.await, wrong.items);
}

/// A closed session that Ada attended, and Bob did not.
async fn attended_by_ada() -> Hall {
    let app = TestApp::spawn().await;
    app.verified_as(1, "Ada").await;
    app.verified_as(2, "Bob").await;
    let hall = Hall::on(app, json!({})).await;
    hall.expect(&[1, 2]).await;
    hall.here(1).await;
    hall.mark(3, "excused").await;
    hall.close().await;
    hall
}

#[tokio::test]
async fn admins_see_how_everybody_attended_over_time() {
    let hall = attended_by_ada().await;
    let admin = hall.admin();
    let report = async |query: Value| admin.report_attendance(&given(query)).await.unwrap();
    let everybody = report(json!({})).await;
    insta::assert_json_snapshot!(everybody, @r#"
        {
          "items": [
            {
              "user_id": "1",
              "display_name": "Ada",
              "present": 1,
              "late": 0,
              "excused": 0,
              "absent": 0,
              "rate_percent": 100
            },
            {
              "user_id": "2",
              "display_name": "Bob",
              "present": 0,
              "late": 0,
              "excused": 0,
              "absent": 1,
              "rate_percent": 0
            },
            {
              "user_id": "3",
              "display_name": null,
              "present": 0,
              "late": 0,
              "excused": 1,
              "absent": 0,
              "rate_percent": null
            }
          ],
          "next_cursor": null
        }
    "#);
    let paged = one_by_one(async |cursor| report(json!({"limit": 1, "cursor": cursor})).await);
    assert_eq!(paged.await, everybody.items);
    let bob = report(json!({"user_id": "2"})).await.items;
    assert_eq!(bob, everybody.items[1..2]);
    let (noon, later) = ("2026-11-21T12:00:00Z", "2026-11-21T12:00:01Z");
    let during = report(json!({"from": noon, "to": later})).await;
    assert_eq!(during, everybody);
    assert_eq!(report(json!({"to": noon})).await.items, []);
    assert_eq!(report(json!({"from": later})).await.items, []);
}

#[tokio::test]
async fn members_see_how_they_attended_themselves() {
    let hall = attended_by_ada().await;
    let ada = hall.member(1);
    for own in [json!({}), json!({"user_id": "1"})] {
        let report = ada.report_attendance(&given(own)).await.unwrap().items;
        let whose: Vec<UserId> = report.iter().map(|row| row.user_id).collect();
        assert_eq!(whose, [user(1)]);
    }
    let bobs = ada.report_attendance(&given(json!({"user_id": "2"}))).await;
    assert_eq!(refused(bobs), "403 forbidden required=admin");
}

#[tokio::test]
async fn a_session_or_all_are_exported_oldest_first() {
    let app = TestApp::spawn().await;
    let register = given(json!({
        "display_name": "Ada, \"the first\"", "external_id": "=s-1", "discord_name": "@ada",
    }));
    app.member(1).register_member(&register).await.unwrap();
    let zone = given(json!({"time_zone": "Pacific/Kiritimati"}));
    app.admin().update_guild(&zone).await.unwrap();
    let first = Hall::on(app, json!({"title": "-1"})).await;
    first.here(1).await;
    first.close().await;
    let older = first.id();
    first.app.clock.advance(Duration::from_secs(1));
    let second = Hall::on(first.app, json!({})).await;
    second.mark(2, "late").await;
    second.here(1).await;
    let shown = |file: Csv| {
        file.replace(&older.to_string(), "[older]")
            .replace(&second.id().to_string(), "[newer]")
            .replace("\r\n", "\\r\\n\n")
    };
    let admin = second.admin();
    let all = ExportAttendanceQuery::default();
    let all = admin.export_attendance(&all).await.unwrap();
    insta::assert_snapshot!(shown(all), @r#"
    user_id,username,timestamp,date_id,session_id,status,student_id,student_name,title\r\n
    1,'@ada,2026-11-21T12:00:00Z,2026-11-22,[older],present,'=s-1,"Ada, ""the first""",'-1\r\n
    1,'@ada,2026-11-21T12:00:01Z,2026-11-22,[newer],present,'=s-1,"Ada, ""the first""",\r\n
    2,,2026-11-21T12:00:01Z,2026-11-22,[newer],late,,,\r\n
    "#);
    let one = ExportAttendanceQuery {
        session_id: Some(older),
    };
    let one = shown(admin.export_attendance(&one).await.unwrap());
    assert_eq!(one.lines().count(), 2);
    assert!(one.contains("[older]") && !one.contains("[newer]"), "{one}");
    for (query, name) in [
        (String::new(), "attendance.csv".to_owned()),
        (
            format!("?session_id={older}"),
            format!("attendance-{older}.csv"),
        ),
    ] {
        let path = format!("/api/attendance/export.csv{query}");
        let response = second.app.raw(Method::GET, &path).send().await.unwrap();
        let headers = response.headers();
        assert_eq!(headers["content-type"], "text/csv; charset=utf-8");
        let name = format!("attachment; filename=\"{name}\"");
        assert_eq!(headers["content-disposition"], name);
    }
}

#[tokio::test]
async fn members_may_have_what_is_kept_of_them() {
    let app = TestApp::spawn().await;
    app.verified_as(1, "Ada").await;
    let hall = Hall::on(app, json!({})).await;
    hall.expect(&[1]).await;
    hall.typed(1, json!({"code": "XXXX"})).await.unwrap_err();
    hall.here(1).await;
    let export = hall.member(1).export_me().await.unwrap();
    let kept = json!({
        "attendance": export.attendance.len(),
        "expected_in": export.expected_in == [hall.id()],
        "wrong_codes": export.wrong_codes,
    });
    insta::assert_json_snapshot!(kept, { ".wrong_codes[].session_id" => "[id]" }, @r#"
        {
          "attendance": 1,
          "expected_in": true,
          "wrong_codes": [
            {
              "count": 1,
              "last_at": "2026-11-21T12:00:00Z",
              "session_id": "[id]"
            }
          ]
        }
    "#);
}
