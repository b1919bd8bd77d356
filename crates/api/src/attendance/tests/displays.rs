//! Messages of sessions that are closed follow what changes afterwards.

use super::Lecture;
use crate::attendance::service;
use crate::testing::user;
use paddock_api_types::MessageId;
use paddock_api_types::attendance::{
    AttendanceDisplay, AttendanceStatus, MarkAttendance, ReportDisplay, ReportExpected,
};

impl Lecture {
    /// The display, where one is wanted.
    async fn display(&self) -> Option<AttendanceDisplay> {
        let displays = service::displays(&self.test.ctx).await.unwrap().displays;
        assert!(displays.len() < 2, "{displays:?}");
        displays.into_iter().next()
    }

    /// Message 500 shows this.
    async fn shows(&self, display: &AttendanceDisplay) {
        let report = ReportDisplay {
            message_id: MessageId::new(500),
            ended: display.codes.is_empty().then_some(display.version),
        };
        let guild = self.admin().guild();
        service::report_display(&self.test.ctx, guild, self.id(), report)
            .await
            .unwrap();
    }

    async fn mark(&self, member: i64, status: AttendanceStatus) {
        let mark = MarkAttendance {
            status,
            note: None,
            username: None,
        };
        service::mark(&self.admin(), self.id(), user(member), &mark)
            .await
            .unwrap();
    }
}

/// A lecture that has ended, and whose message says so.
async fn ended() -> Lecture {
    let lecture = Lecture::new().await;
    lecture.shows(&lecture.display().await.unwrap()).await;
    lecture.close().await;
    let end = lecture.display().await.unwrap();
    assert!(!end.is_correction);
    lecture.shows(&end).await;
    assert_eq!(
        lecture.display().await,
        None,
        "there is nothing left to show"
    );
    lecture
}

#[tokio::test]
async fn a_mark_after_the_end_changes_the_message() {
    let lecture = Box::pin(ended()).await;
    lecture.mark(1, AttendanceStatus::Late).await;
    let again = lecture.display().await.unwrap();
    assert_eq!(again.message_id, MessageId::new(500));
    assert!(again.is_correction && again.codes.is_empty());
    assert_eq!(again.session.counts.late, 1);
    lecture.shows(&again).await;
    assert_eq!(lecture.display().await, None);
    service::remove(&lecture.admin(), lecture.id(), user(1))
        .await
        .unwrap();
    let again = lecture.display().await.unwrap();
    assert_eq!(again.session.counts.late, 0);
}

#[tokio::test]
async fn a_mark_while_the_message_is_changed_is_shown_too() {
    let lecture = Box::pin(ended()).await;
    lecture.mark(1, AttendanceStatus::Late).await;
    let first = lecture.display().await.unwrap();
    lecture.mark(2, AttendanceStatus::Late).await;
    lecture.shows(&first).await;
    let second = lecture.display().await.unwrap();
    assert_eq!(second.session.counts.late, 2);
    lecture.shows(&second).await;
    assert_eq!(lecture.display().await, None);
}

#[tokio::test]
async fn whoever_turns_out_to_be_missing_is_shown_too() {
    let lecture = Box::pin(ended()).await;
    let expected = ReportExpected {
        user_ids: vec![user(1)],
        first: true,
    };
    let guild = lecture.admin().guild();
    service::report_expected(&lecture.test.ctx, guild, lecture.id(), &expected)
        .await
        .unwrap();
    let again = lecture.display().await.unwrap();
    assert_eq!(again.session.counts.missing, 1);
}

#[tokio::test]
async fn a_message_that_is_gone_follows_nothing() {
    let lecture = Box::pin(ended()).await;
    let guild = lecture.admin().guild();
    let gone = ReportDisplay::default();
    service::report_display(&lecture.test.ctx, guild, lecture.id(), gone)
        .await
        .unwrap();
    lecture.mark(1, AttendanceStatus::Late).await;
    assert_eq!(lecture.display().await, None);
}
