//! Points for attending.

use super::Lecture;
use crate::attendance::model::Session;
use crate::attendance::store::records::NewRecord;
use crate::attendance::{service, store};
use crate::effects;
use crate::page::PageRequest;
use crate::seasons;
use crate::testing::{TestContext, number, text, user};
use jiff::ToSpan as _;
use paddock_api_types::attendance::{
    AttendanceRule, AttendanceStatus::*, MarkAttendance, OpenAttendanceSession,
};
use paddock_api_types::effects::{EffectAction, Notice};
use paddock_api_types::members::Level;
use paddock_api_types::seasons::CreateSeason;
use paddock_api_types::{SeasonId, UserId};

fn attendance_rule() -> AttendanceRule {
    AttendanceRule {
        present_points: number(10),
        late_points: number(4),
        excused_points: number(0),
    }
}

async fn season(test: &TestContext) -> SeasonId {
    let admin = test.admin();
    let season = CreateSeason {
        number: None,
        name: text("Winter"),
        starts_at: admin.at,
        ends_at: admin.at + 48.hours(),
        remove_roles_at_end: false,
        first_item: None,
        first_rank: None,
    };
    seasons::service::create(&admin, season).await.unwrap().id
}

async fn points(lecture: &Lecture, season: SeasonId, member: i64) -> i64 {
    let summary = seasons::service::summary(&lecture.admin(), season, Some(user(member))).await;
    summary.unwrap().points
}

async fn has_work(lecture: &Lecture) -> bool {
    service::credits_have_work(&lecture.test.ctx).await.unwrap()
}

async fn credit_pending(lecture: &Lecture) {
    service::credit_pending(&lecture.test.ctx).await.unwrap();
    assert!(!has_work(lecture).await);
    let (_, differences) = seasons::verify(&lecture.test.ctx.db).await.unwrap();
    assert_eq!(differences, []);
}

/// Whose points were changed by somebody else, by whom, and by how many, as they were told.
async fn told(lecture: &Lecture) -> Vec<(UserId, Option<UserId>, i64)> {
    let page = PageRequest {
        limit: 100,
        after: None,
    };
    let effects = effects::service::list(&lecture.admin(), None, page).await;
    let effects = effects.unwrap().items.into_iter();
    let told = effects.filter_map(|effect| match effect.action {
        EffectAction::DirectMessage {
            user_id,
            notice: Notice::PointsChanged { by, change, .. },
            ..
        } => Some((user_id, by, change.points)),
        _ => None,
    });
    let mut told: Vec<_> = told.collect();
    told.sort_unstable();
    told
}

async fn mark(
    lecture: &Lecture,
    member: i64,
    status: paddock_api_types::attendance::AttendanceStatus,
) {
    let mark = MarkAttendance {
        status,
        note: None,
        username: None,
    };
    service::mark(&lecture.admin(), lecture.id(), user(member), &mark)
        .await
        .unwrap();
}

#[tokio::test]
async fn closing_a_session_gives_the_points_of_the_season_once() {
    let test = TestContext::new().await;
    let season = season(&test).await;
    for member in 1..=3 {
        test.verified(member, "Somebody").await;
    }
    test.register(4, "Waiting").await;
    service::set_rule(&test.admin(), season, attendance_rule())
        .await
        .unwrap();
    let lecture = Lecture::with(test, OpenAttendanceSession::default()).await;
    let code = lecture.code().await;
    for member in [1, 2, 4, 5] {
        lecture.here(member, &code).await.unwrap();
    }
    mark(&lecture, 2, Late).await;
    mark(&lecture, 3, Excused).await;
    credit_pending(&lecture).await;
    assert_eq!(points(&lecture, season, 1).await, 0, "it is still open");
    lecture.close().await;
    assert!(has_work(&lecture).await, "a session is closed");
    credit_pending(&lecture).await;
    credit_pending(&lecture).await;
    for (member, expected) in [(1, 10), (2, 4), (3, 0), (4, 0)] {
        assert_eq!(points(&lecture, season, member).await, expected);
    }
    assert_eq!(Box::pin(told(&lecture)).await, []);

    // What is put right afterwards is put right here too, and the member hears of it.
    mark(&lecture, 1, Absent).await;
    mark(&lecture, 3, Present).await;
    service::remove(&lecture.admin(), lecture.id(), user(2))
        .await
        .unwrap();
    assert!(has_work(&lecture).await, "records have changed");
    credit_pending(&lecture).await;
    for (member, expected) in [(1, 0), (2, 0), (3, 10)] {
        assert_eq!(points(&lecture, season, member).await, expected);
    }
    let admin = lecture.admin().actor.user_id;
    let expected = [
        (user(1), admin, -10),
        (user(2), None, -4),
        (user(3), admin, 10),
    ];
    assert_eq!(Box::pin(told(&lecture)).await, expected);
}

#[tokio::test]
async fn a_season_that_is_over_or_had_not_begun_gives_nothing() {
    let lecture = Lecture::new().await;
    lecture.advance(1);
    let season = season(&lecture.test).await;
    lecture.test.verified(1, "Ada").await;
    service::set_rule(&lecture.admin(), season, attendance_rule())
        .await
        .unwrap();
    lecture.here(1, &lecture.code().await).await.unwrap();
    lecture.close().await;
    credit_pending(&lecture).await;
    assert_eq!(points(&lecture, season, 1).await, 0);

    let second = Lecture::with(lecture.test, OpenAttendanceSession::default()).await;
    second.here(1, &second.code().await).await.unwrap();
    seasons::service::close(&second.admin(), season)
        .await
        .unwrap();
    second.close().await;
    credit_pending(&second).await;
    assert_eq!(points(&second, season, 1).await, 0);
}

#[tokio::test]
async fn a_rule_is_of_a_season_and_can_be_taken_back() {
    let test = TestContext::new().await;
    let season = season(&test).await;
    let admin = test.admin();
    assert_eq!(
        service::rule(&admin, season).await.unwrap().present_points,
        number(0)
    );
    service::set_rule(&admin, season, attendance_rule())
        .await
        .unwrap();
    assert_eq!(
        service::rule(&admin, season).await.unwrap(),
        attendance_rule()
    );
    service::delete_rule(&admin, season).await.unwrap();
    assert_eq!(
        service::rule(&admin, season).await.unwrap().late_points,
        number(0)
    );
    let unknown = SeasonId::new(1).unwrap();
    assert!(
        service::set_rule(&admin, unknown, attendance_rule())
            .await
            .is_err()
    );
}

#[tokio::test]
async fn another_rule_holds_for_sessions_to_come() {
    let test = TestContext::new().await;
    let season = season(&test).await;
    for member in 1..=2 {
        test.verified(member, "Somebody").await;
    }
    service::set_rule(&test.admin(), season, attendance_rule())
        .await
        .unwrap();
    let lecture = Lecture::with(test, OpenAttendanceSession::default()).await;
    let code = lecture.code().await;
    lecture.here(1, &code).await.unwrap();
    lecture.here(2, &code).await.unwrap();
    lecture.close().await;
    credit_pending(&lecture).await;
    let twice = AttendanceRule {
        present_points: number(20),
        late_points: number(8),
        excused_points: number(0),
    };
    service::set_rule(&lecture.admin(), season, twice)
        .await
        .unwrap();
    mark(&lecture, 2, Late).await;
    credit_pending(&lecture).await;
    assert_eq!(points(&lecture, season, 2).await, 8);
    assert_eq!(points(&lecture, season, 1).await, 10, "theirs is as it was");
}

/// A session that is closed and credited, and a check-in of Ada's that found it open.
async fn closed_meanwhile() -> (Lecture, SeasonId, Session, NewRecord) {
    let test = TestContext::new().await;
    let season = season(&test).await;
    test.verified(1, "Ada").await;
    service::set_rule(&test.admin(), season, attendance_rule())
        .await
        .unwrap();
    let lecture = Lecture::with(test, OpenAttendanceSession::default()).await;
    let op = lecture.by(1);
    let open = store::sessions::lookup(&op.ctx.db, op.guild(), lecture.id()).await;
    let record = NewRecord {
        user: user(1),
        username: None,
        status: Present,
        marked_by: None,
        note: None,
        at: op.at,
    };
    lecture.close().await;
    credit_pending(&lecture).await;
    (lecture, season, open.unwrap().unwrap(), record)
}

#[tokio::test]
async fn whoever_checks_in_while_the_session_is_closed_and_credited_is_credited_too() {
    let (lecture, season, open, record) = Box::pin(closed_meanwhile()).await;
    service::keep(&lecture.by(1), open, record).await.unwrap();
    credit_pending(&lecture).await;
    assert_eq!(points(&lecture, season, 1).await, 10);
}

#[tokio::test]
async fn whoever_hangs_up_while_they_are_recorded_is_credited_too() {
    let (lecture, season, open, record) = Box::pin(closed_meanwhile()).await;
    let op = lecture.by(1);
    let mut keeping = Box::pin(service::keep(&op, open, record));
    assert!(futures_util::poll!(&mut keeping).is_pending());
    drop(keeping);
    let credited = async {
        while points(&lecture, season, 1).await != 10 {
            tokio::task::yield_now().await;
            service::credit_pending(&lecture.test.ctx).await.unwrap();
        }
    };
    let patience = std::time::Duration::from_secs(20);
    tokio::time::timeout(patience, credited).await.unwrap();
}

#[tokio::test]
async fn whoever_is_marked_as_the_session_is_closed_and_credited_is_credited_too() {
    let test = TestContext::new().await;
    let season = season(&test).await;
    test.verified(1, "Ada").await;
    service::set_rule(&test.admin(), season, attendance_rule())
        .await
        .unwrap();
    let mut lecture = Lecture::with(test, OpenAttendanceSession::default()).await;
    for session in 1..=20 {
        let ctx = lecture.test.ctx.clone();
        let credit_meanwhile = async {
            lecture.close().await;
            service::credit_pending(&ctx).await.unwrap();
        };
        tokio::join!(mark(&lecture, 1, Present), credit_meanwhile);
        credit_pending(&lecture).await;
        assert_eq!(points(&lecture, season, 1).await, session * 10);
        lecture = Lecture::with(lecture.test, OpenAttendanceSession::default()).await;
    }
}

#[tokio::test]
async fn two_who_credit_at_once_give_nothing_twice() {
    let test = TestContext::new().await;
    let season = season(&test).await;
    for member in 1..=5 {
        test.verified(member, "Somebody").await;
        let op = test.by(member, Level::Verified);
        seasons::service::join(&op, season).await.unwrap();
    }
    service::set_rule(&test.admin(), season, attendance_rule())
        .await
        .unwrap();
    let mut lecture = Lecture::with(test, OpenAttendanceSession::default()).await;
    for session in 1..=10 {
        let code = lecture.code().await;
        for member in 1..=5 {
            lecture.here(member, &code).await.unwrap();
        }
        lecture.close().await;
        let ctx = &lecture.test.ctx;
        let all =
            futures_util::future::join_all((0..4).map(|_| service::credit_pending(ctx))).await;
        assert!(all.iter().all(Result::is_ok), "{all:?}");
        credit_pending(&lecture).await;
        for member in 1..=5 {
            assert_eq!(points(&lecture, season, member).await, session * 10);
        }
        lecture = Lecture::with(lecture.test, OpenAttendanceSession::default()).await;
    }
}
