//! Opening, changing and closing.

use super::{HALL, Lecture, channel, first_page};
use crate::attendance::model::AttendanceError;
use crate::attendance::service;
use crate::guilds::GuildError;
use crate::testing::{TestContext, number};
use jiff::SignedDuration;
use paddock_api_types::MessageId;
use paddock_api_types::attendance::{
    OpenAttendanceSession, ReportDisplay, UpdateAttendanceSession, UpdateAttendanceSettings,
};
use paddock_api_types::bot::ReportGuild;
use paddock_api_types::guilds::UpdateGuild;

#[tokio::test]
async fn one_session_is_open_in_a_channel() {
    let lecture = Lecture::new().await;
    let open = OpenAttendanceSession {
        channel_id: Some(channel(HALL)),
        ..OpenAttendanceSession::default()
    };
    let error = service::open(&lecture.admin(), &open).await.unwrap_err();
    assert!(
        matches!(error, AttendanceError::AlreadyOpen { session } if session == lecture.id()),
        "{error}"
    );
    let other = OpenAttendanceSession {
        channel_id: Some(channel(71)),
        ..OpenAttendanceSession::default()
    };
    service::open(&lecture.admin(), &other).await.unwrap();
    lecture.close().await;
    service::open(&lecture.admin(), &open).await.unwrap();
}

#[tokio::test]
async fn of_two_who_open_at_once_one_does() {
    let test = TestContext::new().await;
    let open = &OpenAttendanceSession {
        channel_id: Some(channel(HALL)),
        ..OpenAttendanceSession::default()
    };
    let ops: Vec<_> = (0..8).map(|_| test.admin()).collect();
    let all = ops.iter().map(|op| service::open(op, open));
    let all = futures_util::future::join_all(all).await;
    assert_eq!(all.iter().filter(|it| it.is_ok()).count(), 1);
    for error in all.into_iter().filter_map(Result::err) {
        assert!(
            matches!(error, AttendanceError::AlreadyOpen { .. }),
            "{error}"
        );
    }
}

#[tokio::test]
async fn the_guilds_channels_are_used_unless_told() {
    let test = TestContext::new().await;
    let open = OpenAttendanceSession::default();
    let error = service::open(&test.admin(), &open).await.unwrap_err();
    assert!(matches!(error, AttendanceError::ChannelNotSet), "{error}");
    let update = UpdateGuild {
        attendance_channel_id: Some(Some(channel(HALL))),
        admin_channel_id: Some(Some(channel(90))),
        ..UpdateGuild::default()
    };
    crate::guilds::service::update(&test.admin(), &update)
        .await
        .unwrap();
    let session = service::open(&test.admin(), &open).await.unwrap();
    assert_eq!(session.channel_id, channel(HALL));
    assert_eq!(session.display_channel_id, channel(HALL));
    service::close(&test.admin(), session.id).await.unwrap();

    let projector = UpdateAttendanceSettings {
        show_code_in_admin_channel: Some(Some(true)),
        ..UpdateAttendanceSettings::default()
    };
    service::update_settings(&test.admin(), &projector)
        .await
        .unwrap();
    let session = service::open(&test.admin(), &open).await.unwrap();
    assert_eq!(session.channel_id, channel(HALL));
    assert_eq!(session.display_channel_id, channel(90));
}

#[tokio::test]
async fn a_session_closes_by_itself_at_its_end() {
    let open = OpenAttendanceSession {
        duration_minutes: Some(number(90)),
        ..OpenAttendanceSession::default()
    };
    let lecture = Lecture::with(TestContext::new().await, open).await;
    lecture.advance(90 * 60 - 1);
    assert!(
        !service::sessions_have_work(&lecture.test.ctx)
            .await
            .unwrap()
    );
    // The process was down for a while.
    lecture.advance(600);
    assert!(
        service::sessions_have_work(&lecture.test.ctx)
            .await
            .unwrap()
    );
    service::close_due(&lecture.test.ctx).await.unwrap();
    let closed = service::get(&lecture.admin(), lecture.id()).await.unwrap();
    let end = lecture.session.opened_at + SignedDuration::from_mins(90);
    assert_eq!((closed.closed_at, closed.closed_by), (Some(end), None));
    let again = service::close(&lecture.admin(), lecture.id())
        .await
        .unwrap_err();
    assert!(matches!(again, AttendanceError::Closed), "{again}");
}

/// Makes the server one of these channels, with one role.
async fn report_channels(test: &TestContext, channels: serde_json::Value) {
    let report: ReportGuild = serde_json::from_value(serde_json::json!({
        "name": "Hall",
        "roles": [
            {"id": "60", "name": "students", "position": 1, "managed": false, "permissions": "0"},
        ],
        "channels": channels,
        "bot": {
            "user_id": "1", "permissions": "0", "top_role_position": 0, "members_intent": true,
        },
    }))
    .unwrap();
    let guild = test.admin().guild();
    crate::guilds::service::report(&test.ctx, guild, &report)
        .await
        .unwrap();
}

fn hall_and_lounge() -> serde_json::Value {
    serde_json::json!([
        {"id": "70", "name": "hall", "text": true, "voice": false, "bot_permissions": "0"},
        {"id": "71", "name": "talk", "text": false, "voice": false, "bot_permissions": "0"},
        {"id": "80", "name": "lounge", "text": true, "voice": true, "bot_permissions": "0"},
    ])
}

async fn set(test: &TestContext, settings: serde_json::Value) {
    let update = serde_json::from_value(settings).unwrap();
    crate::guilds::service::update(&test.admin(), &update)
        .await
        .unwrap();
}

fn refused_field(error: &AttendanceError) -> &'static str {
    match error {
        AttendanceError::Channel(
            GuildError::UnknownChannel { field, .. }
            | GuildError::UnknownVoiceChannel { field, .. }
            | GuildError::UnknownRole { field, .. },
        ) => field,
        other => panic!("{other}"),
    }
}

#[tokio::test]
async fn ids_of_elsewhere_or_of_another_kind_are_refused() {
    let test = TestContext::new().await;
    report_channels(&test, hall_and_lounge()).await;
    for (body, field) in [
        (r#"{"channel_id": "71"}"#, "channel_id"),
        (r#"{"channel_id": "72"}"#, "channel_id"),
        (
            r#"{"channel_id": "70", "voice_channel_id": "70"}"#,
            "voice_channel_id",
        ),
        (
            r#"{"channel_id": "70", "voice_channel_id": "81"}"#,
            "voice_channel_id",
        ),
        (r#"{"channel_id": "70", "role_id": "61"}"#, "role_id"),
    ] {
        let open = serde_json::from_str(body).unwrap();
        let error = service::open(&test.admin(), &open).await.unwrap_err();
        assert_eq!(refused_field(&error), field, "{body}");
    }
    let open = r#"{"voice_channel_id": "80", "role_id": "60"}"#;
    let lecture = Lecture::with(test, serde_json::from_str(open).unwrap()).await;
    let update = serde_json::from_str(r#"{"voice_channel_id": "70"}"#).unwrap();
    let error = service::update(&lecture.admin(), lecture.id(), &update).await;
    assert_eq!(refused_field(&error.unwrap_err()), "voice_channel_id");
}

#[tokio::test]
async fn a_session_is_not_opened_in_a_channel_that_was_deleted_since_it_was_set() {
    let test = TestContext::new().await;
    report_channels(&test, hall_and_lounge()).await;
    set(&test, serde_json::json!({"attendance_channel_id": "70"})).await;
    report_channels(&test, serde_json::json!([])).await;
    let open = OpenAttendanceSession::default();
    let error = service::open(&test.admin(), &open).await.unwrap_err();
    assert_eq!(refused_field(&error), "channel_id");
}

#[tokio::test]
async fn a_session_is_not_opened_if_the_channel_for_its_code_was_deleted() {
    let test = TestContext::new().await;
    report_channels(&test, hall_and_lounge()).await;
    set(
        &test,
        serde_json::json!({"attendance_channel_id": "70", "admin_channel_id": "80"}),
    )
    .await;
    let projected = serde_json::from_str(r#"{"show_code_in_admin_channel": true}"#).unwrap();
    service::update_settings(&test.admin(), &projected)
        .await
        .unwrap();
    let mut channels = hall_and_lounge();
    channels.as_array_mut().unwrap().pop();
    report_channels(&test, channels).await;
    let open = OpenAttendanceSession::default();
    let error = service::open(&test.admin(), &open).await.unwrap_err();
    assert_eq!(refused_field(&error), "admin_channel_id");
}

#[tokio::test]
async fn members_learn_that_the_voice_channel_of_a_session_was_deleted() {
    let test = TestContext::new().await;
    report_channels(&test, hall_and_lounge()).await;
    let open = serde_json::from_str(r#"{"voice_channel_id": "80"}"#).unwrap();
    let lecture = Lecture::with(test, open).await;
    let mut channels = hall_and_lounge();
    channels.as_array_mut().unwrap().pop();
    report_channels(&lecture.test, channels).await;
    let code = lecture.code().await;
    let error = lecture.here(1, &code).await.unwrap_err();
    assert_eq!(error, "the server has no voice channel 80");
}

#[tokio::test]
async fn the_next_session_opens_as_soon_as_the_last_one_is_over() {
    let open = OpenAttendanceSession {
        duration_minutes: Some(number(1)),
        ..OpenAttendanceSession::default()
    };
    let lecture = Lecture::with(TestContext::new().await, open).await;
    let end = lecture.session.opened_at + SignedDuration::from_mins(1);
    let first = lecture.id();
    lecture.advance(60);
    let next = Lecture::with(lecture.test, OpenAttendanceSession::default()).await;
    let closed = service::get(&next.admin(), first).await.unwrap();
    assert_eq!((closed.closed_at, closed.closed_by), (Some(end), None));
}

#[tokio::test]
async fn the_interval_can_be_shortened_during_the_session() {
    let lecture = Lecture::new().await;
    lecture.advance(20);
    let before = lecture.code().await;
    let faster = UpdateAttendanceSession {
        code_interval_seconds: Some(number(5)),
        ..UpdateAttendanceSession::default()
    };
    let updated = service::update(&lecture.admin(), lecture.id(), &faster).await;
    assert_eq!(updated.unwrap().code_interval_seconds, 5);
    assert_eq!(lecture.code().await, before, "what is shown goes on");
    lecture.advance(10);
    let codes = service::codes(&lecture.admin(), lecture.id())
        .await
        .unwrap();
    let first = &codes.codes[0];
    assert_eq!(first.ends_at.duration_since(first.starts_at).as_secs(), 5);
    lecture.here(1, &first.code).await.unwrap();
}

#[tokio::test]
async fn displays_are_those_that_are_open_or_do_not_say_that_they_are_not() {
    let lecture = Lecture::new().await;
    let ctx = &lecture.test.ctx;
    let guild = lecture.admin().guild();
    let displays = service::displays(ctx).await.unwrap().displays;
    assert_eq!(displays.len(), 1);
    assert_eq!(displays[0].codes[0].code, lecture.code().await);
    assert_eq!(displays[0].message_id, None);
    let message = MessageId::new(500);
    let shown = ReportDisplay {
        message_id: message,
        ended: None,
    };
    service::report_display(ctx, guild, lecture.id(), shown)
        .await
        .unwrap();
    lecture.here(1, &lecture.code().await).await.unwrap();
    lecture.close().await;
    let displays = service::displays(ctx).await.unwrap().displays;
    assert_eq!(
        (displays[0].message_id, displays[0].codes.len()),
        (message, 0)
    );
    assert_eq!(displays[0].session.counts.present, 1);
    let done = ReportDisplay::default();
    service::report_display(ctx, guild, lecture.id(), done)
        .await
        .unwrap();
    assert_eq!(service::displays(ctx).await.unwrap().displays, []);
    let other = crate::testing::guild(2);
    let error = service::report_display(ctx, other, lecture.id(), shown).await;
    assert!(error.is_err(), "another guild's");
}

#[tokio::test]
async fn a_display_that_is_gone_is_wanted_again_until_the_session_is_over() {
    let open = OpenAttendanceSession {
        duration_minutes: Some(number(1)),
        ..OpenAttendanceSession::default()
    };
    let lecture = Lecture::with(TestContext::new().await, open).await;
    let ctx = &lecture.test.ctx;
    let report = async |message| {
        let report = ReportDisplay {
            message_id: MessageId::new(message),
            ended: None,
        };
        service::report_display(ctx, lecture.admin().guild(), lecture.id(), report)
            .await
            .unwrap();
    };
    report(500).await;
    report(0).await;
    let displays = service::displays(ctx).await.unwrap().displays;
    assert_eq!(displays[0].message_id, None);
    report(501).await;
    // Over, and not closed yet.
    lecture.advance(60);
    let displays = service::displays(ctx).await.unwrap().displays;
    assert_eq!(displays[0].codes, []);
    report(0).await;
    service::close_due(ctx).await.unwrap();
    assert_eq!(service::displays(ctx).await.unwrap().displays, []);
}

#[tokio::test]
async fn sessions_that_nobody_closes_hide_no_new_ones() {
    let lecture = Lecture::new().await;
    let opens: Vec<_> = (1..=500)
        .map(|id| OpenAttendanceSession {
            channel_id: Some(channel(1000 + id)),
            ..OpenAttendanceSession::default()
        })
        .collect();
    lecture.advance(1);
    let admin = lecture.admin();
    let all = opens.iter().map(|open| service::open(&admin, open));
    for opened in futures_util::future::join_all(all).await {
        opened.unwrap();
    }
    let displays = service::displays(&lecture.test.ctx).await.unwrap().displays;
    let shown: std::collections::BTreeSet<_> = displays.iter().map(|it| it.session.id).collect();
    assert_eq!(shown.len(), 500);
    assert!(!shown.contains(&lecture.id()), "it is the oldest");
}

#[tokio::test]
async fn a_session_is_its_guilds_alone() {
    let lecture = Lecture::new().await;
    let mut stranger = lecture.admin();
    stranger.actor.guild_id = crate::testing::guild(2);
    let error = service::get(&stranger, lecture.id()).await.unwrap_err();
    assert!(matches!(error, AttendanceError::NotFound), "{error}");
    let listed = service::list(&stranger, None, first_page()).await.unwrap();
    assert_eq!(listed.items, []);
    let listed = service::list(&lecture.admin(), Some(true), first_page()).await;
    assert_eq!(listed.unwrap().items.len(), 1);
    let closed = service::list(&lecture.admin(), Some(false), first_page()).await;
    assert_eq!(closed.unwrap().items, []);
}
