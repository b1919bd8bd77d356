//! Marking, missing, and what is told of it all.

use super::{Lecture, first_page};
use crate::attendance::service;
use crate::guilds;
use crate::testing::{TestContext, text, user};
use paddock_api_types::UserId;
use paddock_api_types::attendance::{
    AttendanceReportQuery, AttendanceStatus, AttendanceStatus::*, MarkAttendance,
    OpenAttendanceSession, ReportExpected,
};
use paddock_api_types::guilds::UpdateGuild;
use paddock_api_types::members::Level;

fn mark(status: AttendanceStatus) -> MarkAttendance {
    MarkAttendance {
        status,
        note: Some(text("ill")),
        username: Some(text("=cmd")),
    }
}

async fn expect(lecture: &Lecture, members: &[i64]) {
    let report = ReportExpected {
        user_ids: members.iter().map(|member| user(*member)).collect(),
        first: true,
    };
    service::report_expected(
        &lecture.test.ctx,
        crate::testing::guild(1),
        lecture.id(),
        &report,
    )
    .await
    .unwrap();
}

async fn missing(lecture: &Lecture) -> Vec<UserId> {
    let missing = service::missing(&lecture.admin(), lecture.id(), first_page()).await;
    missing
        .unwrap()
        .items
        .into_iter()
        .map(|it| it.user_id)
        .collect()
}

#[tokio::test]
async fn an_admin_marks_excuses_and_removes() {
    let lecture = Lecture::new().await;
    lecture.here(1, &lecture.code().await).await.unwrap();
    let admin = lecture.admin();
    let marked = service::mark(&admin, lecture.id(), user(1), &mark(Excused)).await;
    assert_eq!(marked.unwrap().marked_by, admin.actor.user_id);
    service::mark(&admin, lecture.id(), user(2), &mark(Absent))
        .await
        .unwrap();
    let expected = [Lecture::status(1, Excused), Lecture::status(2, Absent)];
    assert_eq!(lecture.statuses().await, expected);
    service::remove(&admin, lecture.id(), user(1))
        .await
        .unwrap();
    assert_eq!(lecture.statuses().await, [Lecture::status(2, Absent)]);
    assert!(
        service::remove(&admin, lecture.id(), user(1))
            .await
            .is_err()
    );
    // Whoever comes after all is there.
    lecture.advance(1);
    lecture.here(2, &lecture.code().await).await.unwrap();
    let records = lecture.records().await;
    assert_eq!((records[0].status, records[0].marked_by), (Present, None));
}

#[tokio::test]
async fn whoever_is_marked_later_stands_on_the_day_of_the_session() {
    let lecture = Lecture::new().await;
    lecture.here(1, &lecture.code().await).await.unwrap();
    let (here, closed_at) = (lecture.by(1).at, lecture.close().await.closed_at.unwrap());
    lecture.advance(3 * 24 * 3600);
    for member in [1, 2] {
        let admin = lecture.admin();
        service::mark(&admin, lecture.id(), user(member), &mark(Excused))
            .await
            .unwrap();
    }
    let times: Vec<_> = lecture.records().await.iter().map(|it| it.at).collect();
    assert_eq!(times, [here, closed_at]);
}

#[tokio::test]
async fn missing_are_those_expected_without_a_record() {
    let lecture = Lecture::new().await;
    expect(&lecture, &[1, 2, 3]).await;
    lecture.here(1, &lecture.code().await).await.unwrap();
    assert_eq!(missing(&lecture).await, [user(2), user(3)]);
    let admin = lecture.admin();
    service::mark(&admin, lecture.id(), user(2), &mark(Excused))
        .await
        .unwrap();
    assert_eq!(missing(&lecture).await, [user(3)]);
    // Somebody lost the role, somebody won it.
    expect(&lecture, &[1, 4]).await;
    assert_eq!(missing(&lecture).await, [user(4)]);
    let more = ReportExpected {
        user_ids: vec![user(4), user(5)],
        first: false,
    };
    service::report_expected(
        &lecture.test.ctx,
        crate::testing::guild(1),
        lecture.id(),
        &more,
    )
    .await
    .unwrap();
    assert_eq!(missing(&lecture).await, [user(4), user(5)]);
    let counts = lecture.close().await.counts;
    assert_eq!((counts.present, counts.excused, counts.missing), (1, 1, 2));
}

#[tokio::test]
async fn a_report_names_up_to_two_thousand_members() {
    let lecture = Lecture::new().await;
    let report = |count| {
        let report = serde_json::json!({"user_ids": vec![user(1); count], "first": true});
        serde_json::from_value::<ReportExpected>(report)
    };
    let guild = crate::testing::guild(1);
    let most = report(2000).unwrap();
    let reported = service::report_expected(&lecture.test.ctx, guild, lecture.id(), &most).await;
    reported.unwrap();
    assert!(report(2001).is_err());
}

#[tokio::test]
async fn the_file_begins_as_those_of_other_bots_and_runs_in_no_spreadsheet() {
    let test = TestContext::new().await;
    test.verified(1, "Ada, \"the first\"").await;
    let zone = UpdateGuild {
        time_zone: Some(Some("Pacific/Kiritimati".to_owned())),
        ..UpdateGuild::default()
    };
    guilds::service::update(&test.admin(), &zone).await.unwrap();
    let open = OpenAttendanceSession {
        title: Some(text("=SUM(A1)")),
        ..OpenAttendanceSession::default()
    };
    let lecture = Lecture::with(test, open).await;
    lecture.here(1, &lecture.code().await).await.unwrap();
    service::mark(&lecture.admin(), lecture.id(), user(2), &mark(Excused))
        .await
        .unwrap();
    let file = lecture
        .file()
        .await
        .replace(&lecture.id().to_string(), "ID");
    insta::assert_snapshot!(file, @r#"
    user_id,username,timestamp,date_id,session_id,status,student_id,student_name,title
    1,user1,2026-11-21T12:00:00Z,2026-11-22,ID,present,,"Ada, ""the first""",'=SUM(A1)
    2,'=cmd,2026-11-21T12:00:00Z,2026-11-22,ID,excused,,,'=SUM(A1)
    "#);
}

#[tokio::test]
async fn a_report_counts_closed_sessions_of_its_time() {
    let first = Lecture::new().await;
    expect(&first, &[1, 2]).await;
    first.here(1, &first.code().await).await.unwrap();
    first.close().await;
    first.advance(3600);
    let second = Lecture::with(first.test, OpenAttendanceSession::default()).await;
    let admin = second.admin();
    service::mark(&admin, second.id(), user(1), &mark(Late))
        .await
        .unwrap();
    service::mark(&admin, second.id(), user(2), &mark(Excused))
        .await
        .unwrap();
    let told = async |query: AttendanceReportQuery| {
        let rows = service::report(&second.admin(), &query, first_page()).await;
        let rows = rows.unwrap().items.into_iter();
        rows.map(|it| {
            let counts = [it.present, it.late, it.excused, it.absent];
            (it.user_id.get(), counts, it.rate_percent)
        })
        .collect::<Vec<_>>()
    };
    // The second is not over yet.
    let all = AttendanceReportQuery::default();
    let expected = [(1, [1, 0, 0, 0], Some(100)), (2, [0, 0, 0, 1], Some(0))];
    assert_eq!(told(all.clone()).await, expected);
    second.close().await;
    let expected = [(1, [1, 1, 0, 0], Some(100)), (2, [0, 0, 1, 1], Some(0))];
    assert_eq!(told(all).await, expected);
    let later = AttendanceReportQuery {
        from: Some(second.session.opened_at),
        ..AttendanceReportQuery::default()
    };
    let expected = [(1, [0, 1, 0, 0], Some(100)), (2, [0, 0, 1, 0], None)];
    assert_eq!(told(later).await, expected);

    let own = second.test.by(2, Level::Verified);
    let all = AttendanceReportQuery::default();
    let rows = service::report(&own, &all, first_page())
        .await
        .unwrap()
        .items;
    assert_eq!(
        rows.iter().map(|it| it.user_id).collect::<Vec<_>>(),
        [user(2)]
    );
    let other = AttendanceReportQuery {
        user_id: Some(user(1)),
        ..AttendanceReportQuery::default()
    };
    assert!(service::report(&own, &other, first_page()).await.is_err());
}

#[tokio::test]
async fn an_erased_member_leaves_no_trace() {
    let test = TestContext::new().await;
    test.verified(1, "Ada").await;
    let lecture = Lecture::with(test, OpenAttendanceSession::default()).await;
    expect(&lecture, &[1]).await;
    lecture.here(1, "XXXX").await.unwrap_err();
    lecture.here(1, &lecture.code().await).await.unwrap();
    let export = crate::privacy::service::export(&lecture.by(1))
        .await
        .unwrap();
    assert_eq!(export.attendance.len(), 1);
    assert_eq!(export.expected_in, [lecture.id()]);
    assert_eq!(export.wrong_codes[0].count, 1);
    crate::privacy::service::erase(&lecture.by(1))
        .await
        .unwrap();
    assert_eq!(lecture.records().await, []);
    assert_eq!(missing(&lecture).await, []);
    let wrong = service::wrong_codes(&lecture.admin(), lecture.id(), first_page()).await;
    assert_eq!(wrong.unwrap().items, []);
}
