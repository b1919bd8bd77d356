//! Leaves of absence as excuses from attendance, and what is written when one takes another's place.

use super::Desk;
use crate::attendance::service as attendance;
use crate::page::PageRequest;
use crate::staff::{service, store};
use crate::testing::{guild, number, text, user};
use crate::{audit, seasons};
use futures_util::TryStreamExt as _;
use jiff::ToSpan as _;
use paddock_api_types::attendance::{
    AttendanceCounts, AttendanceReportQuery, AttendanceRule, AttendanceStatus, MarkAttendance,
    OpenAttendanceSession, ReportExpected,
};
use paddock_api_types::seasons::CreateSeason;
use paddock_api_types::staff::{AddStaff, TakeLeave, UpdateStaff};
use paddock_api_types::{AttendanceSessionId, ChannelId, SeasonId};
use serde_json::json;
use std::time::Duration;

/// Her day has begun already: it is one in the morning of the 22nd in Auckland.
const ADA: i64 = 1;
/// Is where it is noon of the 21st.
const BEN: i64 = 2;
/// Is expected, and not of the staff.
const CY: i64 = 3;

async fn desk() -> Desk {
    let desk = Desk::with(&[BEN]).await;
    let far = AddStaff {
        time_zone: Some("Pacific/Auckland".to_owned()),
        ..AddStaff::default()
    };
    desk.adds(ADA, far).await.unwrap();
    for id in [ADA, BEN, CY] {
        desk.test.verified(id, "Somebody").await;
    }
    desk
}

impl Desk {
    /// A session in which all three are expected.
    async fn session(&self) -> AttendanceSessionId {
        let open = OpenAttendanceSession {
            channel_id: ChannelId::new(70),
            ..OpenAttendanceSession::default()
        };
        let session = attendance::open(&self.test.admin(), &open).await.unwrap();
        let expected = ReportExpected {
            user_ids: vec![user(ADA), user(BEN), user(CY)],
            first: true,
        };
        attendance::report_expected(&self.test.ctx, guild(1), session.id, &expected)
            .await
            .unwrap();
        session.id
    }

    async fn away(&self, id: i64, from: &str, until: &str) {
        let leave = TakeLeave {
            from: Some(from.parse().unwrap()),
            until: until.parse().unwrap(),
            reason: Some(text("Holidays")),
        };
        service::take_leave(&self.test.admin(), user(id), &leave)
            .await
            .unwrap();
    }

    async fn back(&self, id: i64) {
        service::end_leave(&self.test.admin(), user(id))
            .await
            .unwrap();
    }

    async fn counted(&self, session: AttendanceSessionId) -> AttendanceCounts {
        let admin = self.test.admin();
        let one = attendance::get(&admin, session).await.unwrap().counts;
        let page = attendance::list(&admin, None, first_page()).await.unwrap();
        let listed = page.items.into_iter().find(|it| it.id == session);
        assert_eq!(listed.unwrap().counts, one);
        one
    }

    /// Who is missing, and whether they are excused.
    async fn missing(&self, session: AttendanceSessionId) -> Vec<(i64, bool)> {
        let page = attendance::missing(&self.test.admin(), session, first_page()).await;
        let missing = page.unwrap().items.into_iter();
        missing.map(|it| (it.user_id.get(), it.excused)).collect()
    }

    /// Excused and absent, by the report.
    async fn reported(&self, id: i64) -> (u32, u32) {
        let query = AttendanceReportQuery {
            user_id: Some(user(id)),
            ..AttendanceReportQuery::default()
        };
        let page = attendance::report(&self.test.admin(), &query, first_page()).await;
        let [row] = &page.unwrap().items[..] else {
            panic!("one row")
        };
        (row.excused, row.absent)
    }

    async fn points(&self, season: SeasonId, id: i64) -> i64 {
        attendance::credit_pending(&self.test.ctx).await.unwrap();
        let work = attendance::credits_have_work(&self.test.ctx).await.unwrap();
        assert!(!work, "it would never end");
        let summary = seasons::service::summary(&self.test.admin(), season, Some(user(id))).await;
        summary.unwrap().points
    }

    async fn logged(&self) -> Vec<String> {
        let page = audit::service::list(&self.test.admin(), None, None, first_page()).await;
        let entries = page.unwrap().items.into_iter().rev();
        let leaves = entries.filter(|it| it.action.starts_with("staff.leave"));
        leaves
            .map(|it| {
                let day = |fields: &serde_json::Map<String, serde_json::Value>| {
                    fields
                        .get("last_day")
                        .and_then(|it| it.as_str())
                        .map(str::to_owned)
                };
                let (was, is) = (day(&it.before), day(&it.after));
                format!("{} {was:?} {is:?}", it.action).replace(['"', '(', ')'], "")
            })
            .collect()
    }
}

fn first_page() -> PageRequest<1> {
    PageRequest::parse(Some(200), None).unwrap()
}

#[tokio::test]
async fn a_leave_excuses_from_sessions_opened_on_its_days_where_the_member_is() {
    let desk = desk().await;
    desk.away(ADA, "2026-11-22", "2026-11-22").await;
    desk.away(BEN, "2026-11-22", "2026-11-22").await;
    let session = desk.session().await;
    let counts = desk.counted(session).await;
    assert_eq!((counts.excused, counts.missing), (1, 2));
    assert_eq!(
        desk.missing(session).await,
        [(ADA, true), (BEN, false), (CY, false)]
    );

    // Taken afterwards it counts, and called off it does not.
    desk.away(BEN, "2026-11-21", "2026-11-22").await;
    assert_eq!(desk.counted(session).await.excused, 2);
    desk.back(BEN).await;
    assert_eq!(
        desk.missing(session).await,
        [(ADA, true), (BEN, false), (CY, false)]
    );

    // What an admin says of her stands, and what excuses her stands behind it.
    let mark = MarkAttendance {
        status: AttendanceStatus::Absent,
        note: None,
        username: None,
    };
    let admin = desk.test.admin();
    attendance::mark(&admin, session, user(ADA), &mark)
        .await
        .unwrap();
    let counts = desk.counted(session).await;
    assert_eq!((counts.excused, counts.absent, counts.missing), (0, 1, 2));
    attendance::remove(&admin, session, user(ADA))
        .await
        .unwrap();
    assert_eq!(desk.counted(session).await.excused, 1);

    // By her zone of now.
    let moved: UpdateStaff = serde_json::from_value(json!({"time_zone": "UTC"})).unwrap();
    service::update(&admin, user(ADA), &moved).await.unwrap();
    assert_eq!(desk.counted(session).await.excused, 0);
}

#[tokio::test]
async fn reports_and_files_count_an_absence_with_notice_apart() {
    let desk = desk().await;
    desk.away(ADA, "2026-11-22", "2026-11-22").await;
    let session = desk.session().await;
    let admin = || desk.test.admin();
    attendance::close(&admin(), session).await.unwrap();
    assert_eq!(desk.reported(ADA).await, (1, 0));
    assert_eq!(desk.reported(BEN).await, (0, 1));
    for only in [Some(session), None] {
        let parts = attendance::export(admin(), only).await.unwrap();
        let parts: Vec<String> = parts.try_collect().await.unwrap();
        let file = parts.concat();
        let rows: Vec<_> = file.lines().skip(1).collect();
        let row = format!("1,,2026-11-21T12:00:00Z,2026-11-21,{session},excused,,Somebody,");
        assert_eq!(rows, [&row]);
    }
}

#[tokio::test]
async fn an_absence_with_notice_is_worth_what_the_rule_says_and_follows_the_leave() {
    let desk = desk().await;
    let admin = desk.test.admin();
    let season = CreateSeason {
        number: None,
        name: text("Winter"),
        starts_at: admin.at,
        ends_at: admin.at + 48.hours(),
        remove_roles_at_end: false,
        first_item: None,
        first_rank: None,
    };
    let season = seasons::service::create(&admin, season).await.unwrap().id;
    let rule = AttendanceRule {
        present_points: number(10),
        late_points: number(4),
        excused_points: number(3),
    };
    attendance::set_rule(&admin, season, rule).await.unwrap();
    desk.away(ADA, "2026-11-22", "2026-11-22").await;
    let session = desk.session().await;
    attendance::close(&admin, session).await.unwrap();
    assert_eq!(desk.points(season, ADA).await, 3);
    assert_eq!(desk.points(season, BEN).await, 0);

    desk.away(BEN, "2026-11-21", "2026-11-21").await;
    assert_eq!(desk.points(season, BEN).await, 3);
    desk.back(BEN).await;
    assert_eq!(desk.points(season, BEN).await, 0);

    let home = json!({"time_zone": "UTC"});
    let away = json!({"time_zone": "Pacific/Auckland"});
    for (zone, points) in [(home, 0), (away, 3)] {
        let zone: UpdateStaff = serde_json::from_value(zone).unwrap();
        service::update(&admin, user(ADA), &zone).await.unwrap();
        assert_eq!(desk.points(season, ADA).await, points);
    }
    service::remove(&admin, user(ADA)).await.unwrap();
    assert_eq!(desk.points(season, ADA).await, 0);
}

#[tokio::test]
async fn a_leave_that_another_takes_the_place_of_is_in_the_audit_log() {
    let desk = desk().await;
    desk.away(BEN, "2026-11-20", "2026-11-25").await;
    desk.away(BEN, "2026-12-01", "2026-12-05").await;
    desk.away(BEN, "2026-12-02", "2026-12-09").await;
    let expected = [
        "staff.leave_taken None Some2026-11-25",
        "staff.leave_ended Some2026-11-25 Some2026-11-20",
        "staff.leave_taken None Some2026-12-05",
        "staff.leave_called_off Some2026-12-05 None",
        "staff.leave_taken None Some2026-12-09",
    ];
    assert_eq!(desk.logged().await, expected);
}

#[tokio::test]
async fn the_days_of_a_leave_excuse_as_long_as_sessions_are_kept_and_its_reason_does_not_stay() {
    let desk = desk().await;
    let update = serde_json::from_value(json!({"retention_days": 2})).unwrap();
    let admin = desk.test.admin();
    service::update_settings(&admin, &update).await.unwrap();
    desk.away(ADA, "2026-11-22", "2026-11-22").await;
    let session = desk.session().await;
    desk.test.clock.advance(Duration::from_hours(24 * 5));
    service::expire(&desk.test.ctx).await.unwrap();
    let db = &desk.test.ctx.db;
    let leaves = store::leaves::of_member(db, guild(1), user(ADA), jiff::civil::Date::MIN);
    let [leave] = &leaves.await.unwrap()[..] else {
        panic!("it is kept")
    };
    assert_eq!(leave.reason, None);
    assert_eq!(desk.counted(session).await.excused, 1);
}
