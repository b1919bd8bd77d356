//! The code of an attendance session, as everybody sees it in Discord.

use paddock_api::{Clock as _, FixedClock, Seams, SystemClock};
use paddock_api_types::attendance::{
    AttendanceCode, AttendanceSession, AttendanceStatus, MarkAttendance, OpenAttendanceSession,
};
use paddock_api_types::{AttendanceSessionId, Timestamp};
use paddock_e2e::{Setup, System, eventually};
use paddock_sim_discord::{Fault, Message, RecordedRequest, View, permissions};
use serde_json::{Value, json};
use std::sync::Arc;
use std::time::Duration;

/// Sets the channel for attendance and how often the code changes, without the bot.
async fn set_up(system: &System, seconds: u16) {
    let root = system.callers().root();
    let channel = system.discord.channel_id("attendance").to_string();
    let admin = system.discord.channel_id("admin").to_string();
    let update = json!({"attendance_channel_id": channel, "admin_channel_id": admin});
    let update = serde_json::from_value(update).unwrap();
    root.update_guild(&update).await.unwrap();
    settings(system, json!({"code_interval_seconds": seconds})).await;
}

async fn settings(system: &System, changes: Value) {
    let changes = serde_json::from_value(changes).unwrap();
    let root = system.callers().root();
    root.update_attendance_settings(&changes).await.unwrap();
}

async fn open(system: &System) -> AttendanceSession {
    let session = OpenAttendanceSession {
        title: Some(paddock_e2e::text("Warm-up")),
        ..OpenAttendanceSession::default()
    };
    let root = system.callers().root();
    root.open_attendance_session(&session).await.unwrap()
}

/// A system with a session whose code lasts this many seconds, once it is on show.
async fn showing(seconds: u16) -> (System, AttendanceSession, Message) {
    let system = System::start().await;
    set_up(&system, seconds).await;
    let session = open(&system).await;
    let message = first_message(&system).await;
    (system, session, message)
}

async fn first_message(system: &System) -> Message {
    system
        .until("the code is on show", |view| shown(view).is_some())
        .await;
    system.discord.messages("attendance").remove(0)
}

/// Which message the API knows of.
async fn known_message(system: &System) -> Option<u64> {
    let bot = system.callers().bot();
    let listed = bot.list_attendance_displays().await.unwrap();
    let message = listed.displays.first()?.message_id?;
    Some(message.get().unsigned_abs())
}

async fn until_known(system: &System, message: u64) {
    eventually("the API knows of the message", async || {
        (known_message(system).await == Some(message)).then_some(())
    })
    .await;
}

fn text(embeds: &Value) -> &str {
    embeds[0]["description"].as_str().unwrap_or_default()
}

/// The code that a message shows.
fn code(text: &str) -> Option<String> {
    let heading = text.lines().next()?.strip_prefix("# ")?;
    Some(heading.split(' ').collect())
}

/// The code in the only message in #attendance.
fn shown(view: &View<'_>) -> Option<String> {
    match &*view.messages("attendance") {
        [only] => code(text(&json!(only.embeds))),
        _ => None,
    }
}

async fn until_shown_anew(system: &System, than: &str) {
    let than = than.to_owned();
    system
        .until("another code is on show", move |view| {
            shown(view).is_some_and(|code| code != than)
        })
        .await;
}

/// Codes that were sent to Discord, and when.
fn sent(requests: &[RecordedRequest]) -> Vec<(i64, String)> {
    let messages = requests
        .iter()
        .filter(|it| it.path.contains("/messages") && it.method != "DELETE");
    messages
        .filter_map(|it| Some((it.at_ms, code(text(&it.body["embeds"]))?)))
        .collect()
}

async fn codes(system: &System, session: AttendanceSessionId) -> Vec<AttendanceCode> {
    let root = system.callers().root();
    root.list_attendance_codes(session).await.unwrap().codes
}

#[tokio::test]
async fn the_code_on_show_is_the_apis() {
    let (system, session, message) = showing(300).await;
    let expected = codes(&system, session.id).await;
    let shown = code(text(&json!(message.embeds))).unwrap();
    assert_eq!(shown, expected[0].code);
    let end = expected[0].ends_at.as_second();
    let channel = message.channel_id;
    let lines = text(&json!(message.embeds)).to_owned();
    assert!(lines.contains(&format!("changes <t:{end}:R>")), "{lines}");
    let how = format!("`/here {shown}` in <#{channel}>, or with the button.");
    assert!(lines.contains(&how), "{lines}");
    assert_eq!(message.embeds[0]["title"], "Warm-up");
    let button = &message.components[0]["components"][0];
    assert_eq!(
        button["custom_id"],
        format!("v1:attendance-check-in:{}", session.id)
    );
    assert_eq!(message.allowed_mentions, Some(json!({"parse": []})));
    until_known(&system, message.id).await;
}

#[tokio::test]
async fn each_code_is_on_show_in_its_time() {
    let (system, session, message) = showing(5).await;
    // What is on show now and what follows, without a gap.
    let expected = codes(&system, session.id).await;
    system
        .until("three codes have been on show", |view| {
            let mut codes: Vec<_> = sent(view.requests()).into_iter().map(|it| it.1).collect();
            codes.dedup();
            codes.len() > 3
        })
        .await;
    for (at_ms, code) in sent(&system.discord.requests()) {
        let Some(expected) = expected.iter().find(|it| it.code == code) else {
            continue;
        };
        let at = Timestamp::from_millisecond(at_ms).unwrap();
        let early = expected.starts_at.as_millisecond() - at_ms;
        assert!(early < 500, "{code} came {early} ms early");
        assert!(at < expected.ends_at, "{code} was over");
    }
    let now = system.discord.messages("attendance");
    assert_eq!(now.len(), 1);
    assert_eq!(now[0].id, message.id);
}

#[tokio::test]
async fn a_display_that_is_deleted_is_posted_again() {
    let (system, _, message) = showing(5).await;
    until_known(&system, message.id).await;
    assert!(system.discord.delete_message(&message));
    system
        .until("the code is on show again", |view| shown(view).is_some())
        .await;
    let again = system.discord.messages("attendance").remove(0);
    assert_ne!(again.id, message.id);
    until_known(&system, again.id).await;
}

#[tokio::test]
async fn a_killed_bot_goes_on_with_the_same_message() {
    let (mut system, _, message) = showing(5).await;
    until_known(&system, message.id).await;
    system.bot.kill().await;
    let last = system.discord.view(shown).unwrap();
    system.start_bot().await;
    until_shown_anew(&system, &last).await;
    assert_eq!(system.discord.messages("attendance")[0].id, message.id);
}

#[tokio::test]
async fn a_post_whose_answer_was_lost_is_seen_once() {
    let system = System::start().await;
    set_up(&system, 300).await;
    let posts = ("POST", "channels/*/messages");
    system.discord.fail_next(posts, Fault::AppliedThen(502), 1);
    open(&system).await;
    let message = first_message(&system).await;
    until_known(&system, message.id).await;
    assert_eq!(system.discord.messages("attendance").len(), 1);
    assert_eq!(sent(&system.discord.requests()).len(), 2);
}

#[tokio::test]
async fn the_end_tells_who_was_there() {
    let (system, session, message) = showing(300).await;
    let root = system.callers().root();
    for (name, status) in [
        ("ada", AttendanceStatus::Present),
        ("grace", AttendanceStatus::Present),
        ("linus", AttendanceStatus::Excused),
    ] {
        let mark = MarkAttendance {
            status,
            note: None,
            username: Some(paddock_e2e::text(name)),
        };
        let user = system.user_id(name);
        root.mark_attendance(session.id, user, &mark).await.unwrap();
    }
    root.close_attendance_session(session.id).await.unwrap();
    system
        .until("the end is told", |view| {
            let messages = view.messages("attendance");
            matches!(&*messages, [only] if text(&json!(only.embeds)).contains("was closed"))
        })
        .await;
    let ended = system.discord.messages("attendance").remove(0);
    assert_eq!(ended.id, message.id);
    assert!(ended.components.is_empty());
    let lines = text(&json!(ended.embeds)).to_owned();
    let counts = "**Present** 2\n**Late** 0\n**Excused** 1";
    assert!(lines.ends_with(counts), "{lines}");
    eventually("nothing is left to show", async || {
        let bot = system.callers().bot();
        let listed = bot.list_attendance_displays().await.unwrap();
        listed.displays.is_empty().then_some(())
    })
    .await;
}

#[tokio::test]
async fn the_end_tells_who_is_missing_of_those_with_the_role() {
    let system = System::start().await;
    set_up(&system, 300).await;
    let root = system.callers().root();
    let steward = system.discord.role_id("Steward");
    let session = OpenAttendanceSession {
        role_id: Some(steward.try_into().unwrap()),
        ..OpenAttendanceSession::default()
    };
    let session = root.open_attendance_session(&session).await.unwrap();
    first_message(&system).await;
    // By nobody's command, as when its time is up.
    root.close_attendance_session(session.id).await.unwrap();
    system
        .until("the missing are counted", |view| {
            let messages = view.messages("attendance");
            let embeds = messages.first().map(|message| json!(message.embeds));
            embeds.is_some_and(|embeds| text(&embeds).contains("**Missing** 1"))
        })
        .await;
    let page = paddock_api_types::PageQuery::default();
    let missing = root.list_missing_members(session.id, &page).await.unwrap();
    assert_eq!(missing.items[0].user_id, system.user_id("margaret"));
}

#[tokio::test]
async fn a_display_goes_on_without_the_api() {
    let (mut system, _, message) = showing(5).await;
    system.kill_api().await;
    for _ in 0..2 {
        let last = system.discord.view(shown).unwrap();
        until_shown_anew(&system, &last).await;
    }
    system.start_api().await;
    let last = system.discord.view(shown).unwrap();
    until_shown_anew(&system, &last).await;
    assert_eq!(system.discord.messages("attendance")[0].id, message.id);
    until_known(&system, message.id).await;
}

#[tokio::test]
async fn a_projector_shows_the_code_where_nobody_checks_in() {
    let system = System::start().await;
    set_up(&system, 300).await;
    settings(&system, json!({"show_code_in_admin_channel": true})).await;
    let session = open(&system).await;
    system
        .until("the code is on show", |view| {
            !view.messages("admin").is_empty()
        })
        .await;
    let message = system.discord.messages("admin").remove(0);
    assert!(message.components.is_empty());
    let lines = text(&json!(message.embeds)).to_owned();
    let channel = format!("in <#{}>.", session.channel_id);
    assert!(lines.contains(&channel), "{lines}");
    assert!(system.discord.messages("attendance").is_empty());
}

#[tokio::test]
async fn where_the_bot_may_not_write_it_waits_until_it_may() {
    let system = System::start().await;
    set_up(&system, 300).await;
    let writing = permissions::SEND_MESSAGES;
    let discord = &system.discord;
    discord.set_overwrite("attendance", "Paddock", 0, writing);
    open(&system).await;
    system
        .until("Discord refuses", |view| {
            view.requests().iter().any(|it| it.status == Some(403))
        })
        .await;
    discord.set_overwrite("attendance", "Paddock", writing, 0);
    first_message(&system).await;
    let refused = discord.requests().into_iter();
    let refused = refused.filter(|it| it.status == Some(403)).count();
    assert_eq!(refused, 1, "it did not insist");
}

#[tokio::test]
async fn a_message_that_grows_old_is_replaced() {
    const LATER: Duration = Duration::from_mins(51);
    // Discord's ids tell how old a message is, so the API has to start at their time.
    let clock = Arc::new(FixedClock::at(SystemClock.now()));
    let seams = Seams {
        clock: clock.clone(),
        ..Seams::default()
    };
    let system = System::with(Setup {
        seams,
        ..Setup::default()
    })
    .await;
    set_up(&system, 300).await;
    let session = open(&system).await;
    let message = first_message(&system).await;
    until_known(&system, message.id).await;
    let before = code(text(&json!(message.embeds))).unwrap();

    system.discord.advance(LATER);
    clock.advance(LATER);
    until_shown_anew(&system, &before).await;
    let replaced = system.discord.messages("attendance").remove(0);
    assert_ne!(replaced.id, message.id);
    let expected = codes(&system, session.id).await;
    assert_eq!(
        code(text(&json!(replaced.embeds))).unwrap(),
        expected[0].code
    );
    until_known(&system, replaced.id).await;
}
