//! Typing codes.

use super::{HALL, Lecture, channel, first_page};
use crate::attendance::service;
use crate::testing::{TestContext, number, user};
use paddock_api_types::attendance::{
    AttendanceStatus::{Late, Present},
    CallerVoice, CheckIn, OpenAttendanceSession, UpdateAttendanceSettings,
};
use paddock_api_types::audit::AuditVia;
use paddock_api_types::members::Level;

#[tokio::test]
async fn whoever_types_the_code_is_present() {
    let lecture = Lecture::new().await;
    let code = lecture.code().await;
    let checked_in = lecture.here(1, &code.to_lowercase()).await.unwrap();
    assert_eq!(checked_in.status, Present);
    let records = lecture.records().await;
    assert_eq!(records.len(), 1);
    assert_eq!(records[0].username.as_deref(), Some("user1"));
    assert_eq!(records[0].at, lecture.by(1).at);
}

#[tokio::test]
async fn a_code_is_judged_by_when_it_was_typed() {
    let lecture = Lecture::new().await;
    let code = lecture.code().await;
    lecture.advance(40);
    assert_eq!(
        lecture.here(1, &code).await.unwrap_err(),
        "that was the code before"
    );
    // The network was slow.
    lecture.typed(1, &code, 27).await.unwrap();
    let now = lecture.by(1).at;
    // Nobody types in the future.
    lecture.typed(2, &lecture.code().await, -60).await.unwrap();
    assert_eq!(lecture.records().await[1].at, now);
}

#[tokio::test]
async fn a_check_in_is_answered_as_it_will_be_read() {
    let lecture = Lecture::new().await;
    lecture.advance(1);
    let op = lecture.by(1);
    let check_in = CheckIn {
        code: lecture.code().await,
        created_at: Some(op.at - jiff::SignedDuration::from_nanos(1)),
        ..CheckIn::default()
    };
    let answered = service::check_in(&op, &check_in).await.unwrap();
    assert_eq!(lecture.records().await[0].at, answered.at);
}

#[tokio::test]
async fn only_the_bot_says_when_somebody_typed() {
    let lecture = Lecture::new().await;
    let code = lecture.code().await;
    lecture.advance(60);
    let mut op = lecture.by(1);
    op.actor.via = AuditVia::Token;
    let check_in = CheckIn {
        code,
        created_at: Some(lecture.session.opened_at),
        ..CheckIn::default()
    };
    let error = service::check_in(&op, &check_in).await.unwrap_err();
    assert_eq!(error.to_string(), "that was the code before");
}

#[tokio::test]
async fn of_two_check_ins_the_one_typed_later_stands_in_any_order() {
    let lecture = Lecture::new().await;
    lecture.advance(10);
    let code = lecture.code().await;
    lecture.typed(1, &code, 2).await.unwrap();
    lecture.typed(1, &code, 5).await.unwrap();
    let records = lecture.records().await;
    assert_eq!(records.len(), 1);
    let second = lecture.by(1).at - jiff::SignedDuration::from_secs(2);
    assert_eq!(records[0].at, second);
    lecture.typed(1, &code, 0).await.unwrap();
    assert_eq!(lecture.records().await[0].at, lecture.by(1).at);
}

#[tokio::test]
async fn five_wrong_codes_ask_for_a_pause_which_a_right_one_ends() {
    let lecture = Lecture::new().await;
    let code = lecture.code().await;
    let wrong = async || lecture.here(1, "XXXX").await.unwrap_err();
    let paused = "too many wrong codes; wait until 2026-11-21T12:01:00Z";
    for _ in 0..5 {
        assert_eq!(wrong().await, "that is not the code");
    }
    assert_eq!(wrong().await, paused);
    lecture.here(1, &code).await.unwrap();
    for _ in 0..5 {
        assert_eq!(wrong().await, "that is not the code");
    }
    assert_eq!(wrong().await, paused);
    let codes = service::wrong_codes(&lecture.admin(), lecture.id(), first_page()).await;
    let codes = codes.unwrap().items;
    assert_eq!((codes[0].user_id, codes[0].count), (user(1), 12));
}

#[tokio::test]
async fn nobody_finds_a_code_by_trying_many() {
    let lecture = Lecture::new().await;
    for _ in 0..20 {
        lecture.here(1, "XXXX").await.unwrap_err();
    }
    let code = lecture.code().await;
    let refused = lecture.here(1, &code).await.unwrap_err();
    assert_eq!(
        refused,
        "too many wrong codes; wait until 2026-11-21T12:01:00Z"
    );
    lecture.here(2, &code).await.unwrap();
    lecture.advance(60);
    lecture.here(1, &lecture.code().await).await.unwrap();
}

#[tokio::test]
async fn what_cannot_be_a_code_is_no_guess() {
    let lecture = Lecture::new().await;
    for typed in ["", "XXX", "XXXXX", "XXX0", "XXXO", "here"].repeat(4) {
        let refused = lecture.here(1, typed).await.unwrap_err();
        assert_eq!(
            refused,
            "expected 4 of CDFGHJKMNPQRTVWXY3467, as they are shown"
        );
    }
    let codes = service::wrong_codes(&lecture.admin(), lecture.id(), first_page()).await;
    assert_eq!(codes.unwrap().items, []);
    lecture.here(1, &lecture.code().await).await.unwrap();
}

#[tokio::test]
async fn a_check_in_says_until_when_it_may_be_replaced() {
    let open = OpenAttendanceSession {
        duration_minutes: Some(number(20)),
        ..OpenAttendanceSession::default()
    };
    let lecture = Lecture::with(TestContext::new().await, open).await;
    let checked_in = lecture.here(1, &lecture.code().await).await.unwrap();
    assert_eq!(checked_in.closes_at, lecture.session.closes_at);
    assert!(checked_in.closes_at.is_some());
}

#[tokio::test]
async fn a_code_that_is_over_is_no_guess() {
    let lecture = Lecture::new().await;
    let code = lecture.code().await;
    lecture.advance(40);
    for _ in 0..6 {
        let refused = lecture.here(1, &code).await.unwrap_err();
        assert_eq!(refused, "that was the code before");
    }
    lecture.here(1, &lecture.code().await).await.unwrap();
}

#[tokio::test]
async fn whoever_is_elsewhere_is_told_where() {
    let lecture = Lecture::new().await;
    let mut op = lecture.by(1);
    op.actor.channel_id = Some(channel(71));
    let check_in = CheckIn {
        code: lecture.code().await,
        ..CheckIn::default()
    };
    let error = service::check_in(&op, &check_in).await.unwrap_err();
    assert_eq!(
        error.to_string(),
        format!("attendance is taken in channel {HALL}")
    );
    // A button says which session is meant.
    let check_in = CheckIn {
        session_id: Some(lecture.id()),
        ..check_in
    };
    service::check_in(&op, &check_in).await.unwrap();
    lecture.close().await;
    let error = lecture.here(1, &check_in.code).await.unwrap_err();
    assert_eq!(error, "nobody takes attendance just now");
    let error = service::check_in(&op, &check_in).await.unwrap_err();
    assert_eq!(error.to_string(), "the attendance session is closed");
}

#[tokio::test]
async fn whoever_comes_late_is_late() {
    let test = TestContext::new().await;
    let update = UpdateAttendanceSettings {
        late_after_minutes: Some(Some(number(10))),
        ..UpdateAttendanceSettings::default()
    };
    service::update_settings(&test.admin(), &update)
        .await
        .unwrap();
    let lecture = Lecture::with(test, OpenAttendanceSession::default()).await;
    lecture.advance(599);
    lecture.here(1, &lecture.code().await).await.unwrap();
    lecture.advance(1);
    lecture.here(2, &lecture.code().await).await.unwrap();
    let expected = [Lecture::status(1, Present), Lecture::status(2, Late)];
    assert_eq!(lecture.statuses().await, expected);
}

#[tokio::test]
async fn nothing_counts_after_the_announced_end() {
    let open = OpenAttendanceSession {
        duration_minutes: Some(number(1)),
        ..OpenAttendanceSession::default()
    };
    let lecture = Lecture::with(TestContext::new().await, open).await;
    lecture.advance(55);
    let code = lecture.code().await;
    lecture.advance(5);
    let refused = lecture.here(1, &code).await.unwrap_err();
    assert_eq!(refused, "the attendance session is closed");
    lecture.typed(1, &code, 1).await.unwrap();
}

#[tokio::test]
async fn a_session_in_a_voice_channel_counts_who_is_in_it() {
    let open = OpenAttendanceSession {
        voice_channel_id: Some(channel(80)),
        ..OpenAttendanceSession::default()
    };
    let lecture = Lecture::with(TestContext::new().await, open).await;
    let code = lecture.code().await;
    for (voice, refused) in [
        (
            None,
            Some(
                "only those who are in a voice channel are counted, and it is not known where you are",
            ),
        ),
        (
            Some(None),
            Some("only those who are in voice channel 80 are counted"),
        ),
        (
            Some(Some(81)),
            Some("only those who are in voice channel 80 are counted"),
        ),
        (Some(Some(80)), None),
    ] {
        let check_in = CheckIn {
            code: code.clone(),
            voice: voice.map(|id: Option<i64>| CallerVoice {
                channel_id: id.map(channel),
            }),
            ..CheckIn::default()
        };
        let error = service::check_in(&lecture.by(1), &check_in).await.err();
        assert_eq!(error.map(|it| it.to_string()).as_deref(), refused);
    }
    let mut op = lecture.test.by(2, Level::Verified);
    op.actor.via = AuditVia::Token;
    let claimed = CheckIn {
        code,
        session_id: Some(lecture.id()),
        voice: Some(CallerVoice {
            channel_id: Some(channel(80)),
        }),
        ..CheckIn::default()
    };
    assert!(
        service::check_in(&op, &claimed).await.is_err(),
        "anybody could claim it"
    );
}

#[tokio::test]
async fn a_whole_hall_checks_in_at_once() {
    let lecture = Lecture::new().await;
    let code = lecture.code().await;
    let all = (1..=300).map(|member| lecture.here(member, &code));
    let all = futures_util::future::join_all(all).await;
    assert!(all.iter().all(Result::is_ok));
    let closed = lecture.close().await;
    assert_eq!(closed.counts.present, 300);
    assert_eq!(lecture.file().await.lines().count(), 301);
}
