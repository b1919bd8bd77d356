//! Tests at the edges of the rules: the last value that is allowed, and the first that is not.

use super::codes::{Rotation, Verdict};
use super::settings::{Chosen, Defaults};
use super::{Session, closes_at, stored};
use crate::testing::{number, text};
use jiff::{SignedDuration, Timestamp};
use paddock_api_types::attendance::{
    AttendanceSettings, AttendanceStatus, UpdateAttendanceSession, UpdateAttendanceSettings,
};
use paddock_api_types::{AttendanceSessionId, ChannelId, GuildId, UserId};

const MS: SignedDuration = SignedDuration::from_millis(1);

fn opened_at() -> Timestamp {
    "2026-11-15T10:00:00Z".parse().unwrap()
}

fn after(seconds: i64) -> Timestamp {
    opened_at() + SignedDuration::from_secs(seconds)
}

fn session() -> Session {
    let channel = ChannelId::new(30).unwrap();
    Session {
        id: AttendanceSessionId::new(1).unwrap(),
        guild_id: GuildId::new(1).unwrap(),
        title: None,
        channel_id: channel,
        display_channel_id: channel,
        role_id: None,
        voice_channel_id: None,
        secret: "secret".to_owned(),
        code_length: 5,
        rotation: Rotation::starting(opened_at(), 15),
        grace_seconds: 2,
        late_after_minutes: Some(10),
        opened_by: UserId::new(1).unwrap(),
        opened_at: opened_at(),
        closes_at: Some(after(3600)),
        closed_at: None,
        closed_by: None,
        display_message_id: None,
        end_shown: false,
        version: 0,
    }
}

#[test]
fn a_session_is_open_until_its_end_or_until_it_is_closed() {
    let session = session();
    assert!(session.is_open(after(3600) - MS));
    assert!(!session.is_open(after(3600)));
    assert!(!session.is_open(after(3601)));
    let endless = Session {
        closes_at: None,
        ..session.clone()
    };
    assert!(endless.is_open(after(3600)));
    let closed = Session {
        closed_at: Some(after(60)),
        ..session
    };
    assert!(!closed.is_open(after(61)));
}

#[test]
fn late_begins_after_the_minutes_that_are_allowed() {
    let session = session();
    let late = after(600);
    assert_eq!(session.status_at(opened_at()), AttendanceStatus::Present);
    assert_eq!(session.status_at(late - MS), AttendanceStatus::Present);
    assert_eq!(session.status_at(late), AttendanceStatus::Late);
    let patient = Session {
        late_after_minutes: None,
        ..session
    };
    assert_eq!(patient.status_at(late), AttendanceStatus::Present);
}

#[test]
fn a_session_shows_and_judges_codes_of_its_own_length_and_grace() {
    let session = session();
    let codes = session.codes(opened_at(), 15_000);
    assert_eq!(codes.len(), 2);
    let first = &codes[0];
    assert_eq!(first.code.len(), 5);
    assert_eq!((first.starts_at, first.ends_at), (opened_at(), after(15)));
    let judged = |at| session.judge(&first.code, at);
    assert_eq!(judged(after(17) - MS), Verdict::Good);
    assert_eq!(judged(after(17)), Verdict::Expired);
}

#[test]
fn a_change_of_a_session_changes_what_it_names() {
    let session = session();
    let change = |update: &UpdateAttendanceSession| session.apply(update, after(20));
    let unchanged = change(&UpdateAttendanceSession::default());
    assert_eq!(unchanged, session);
    let update = UpdateAttendanceSession {
        title: Some(Some(text(" Lecture "))),
        code_interval_seconds: Some(number(300)),
        duration_minutes: Some(Some(number(30))),
        voice_channel_id: Some(ChannelId::new(40)),
    };
    let expected = Session {
        title: Some("Lecture".to_owned()),
        rotation: session.rotation.changed(after(20), 300),
        closes_at: Some(after(20 + 30 * 60)),
        voice_channel_id: ChannelId::new(40),
        ..session.clone()
    };
    let changed = change(&update);
    assert_eq!(changed, expected);
    let endless = UpdateAttendanceSession {
        title: Some(None),
        duration_minutes: Some(None),
        voice_channel_id: Some(None),
        ..UpdateAttendanceSession::default()
    };
    let changed = changed.apply(&endless, after(20));
    assert_eq!((changed.title, changed.closes_at), (None, None));
    assert_eq!(changed.voice_channel_id, None);
}

#[test]
fn a_change_before_the_last_one_has_begun_replaces_it() {
    let first = Rotation::starting(opened_at(), 15).changed(after(20), 60);
    assert_eq!((first.from, first.former.unwrap().0), (ms(30), 15));
    let replaced = first.changed(after(30) - MS, 5);
    assert_eq!((replaced.from, replaced.former.unwrap().0), (ms(30), 15));
    let followed = first.changed(after(30), 5);
    assert_eq!((followed.from, followed.former.unwrap().0), (ms(90), 60));
}

fn ms(seconds: i64) -> i64 {
    after(seconds).as_millisecond()
}

#[test]
fn a_session_lasts_some_minutes_or_without_end() {
    assert_eq!(closes_at(None, opened_at()), None);
    let closes = |minutes: i64| closes_at(Some(number(minutes)), opened_at());
    assert_eq!(closes(1), Some(after(60)));
    assert_eq!(closes(1440), Some(after(86_400)));
}

#[test]
fn times_are_as_exact_as_they_are_stored() {
    let exact = opened_at() + SignedDuration::from_nanos(999_999);
    assert_eq!(stored(exact), opened_at());
}

fn changed(update: serde_json::Value) -> AttendanceSettings {
    let update: UpdateAttendanceSettings = serde_json::from_value(update).unwrap();
    let chosen = Chosen::default().apply(&update);
    chosen.settings(Defaults::default())
}

#[test]
fn a_change_of_settings_changes_what_it_names() {
    let unchanged = changed(serde_json::json!({}));
    assert_eq!(unchanged, Defaults::default().settings());
    let expected = AttendanceSettings {
        code_interval_seconds: 300,
        code_length: 8,
        grace_seconds: 30,
        late_after_minutes: Some(1440),
        show_code_in_admin_channel: true,
    };
    let update = serde_json::to_value(&expected).unwrap();
    assert_eq!(changed(update), expected);
}
