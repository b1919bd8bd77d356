//! Codes on show, while the API or Discord is away.

use crate::helpers::{Running, World, guild};
use paddock_sim_discord::{Fault, Message, View};
use serde_json::{Value, json};

const DISPLAYS: &str = "GET /api/bot/attendance/displays";

/// A session in #attendance whose codes are `first` for two seconds and `second` for two more. The
/// bot only measures how far from the minute they are.
fn displays(world: &World, message: Option<u64>, minute: &str, codes: [&str; 2]) -> Value {
    let [first, second] = codes;
    let at = |second: u8| format!("2026-03-01T{minute}:0{second}Z");
    let channel = world.sim.channel_id("attendance").to_string();
    json!({"now": at(0), "displays": [{
        "guild_id": guild(),
        "session": {
            "id": "42", "title": "Warm-up", "channel_id": channel, "display_channel_id": channel,
            "role_id": null, "voice_channel_id": null, "code_interval_seconds": 2,
            "grace_seconds": 3, "late_after_minutes": null, "opened_by": "201",
            "opened_at": at(0), "closes_at": null, "closed_at": null, "closed_by": null,
            "counts": {"present": 0, "late": 0, "excused": 0, "absent": 0, "missing": 0},
        },
        "message_id": message.map(|id| id.to_string()),
        "codes": [
            {"code": first, "starts_at": at(0), "ends_at": at(2)},
            {"code": second, "starts_at": at(2), "ends_at": at(4)},
        ],
    }]})
}

fn text(message: &Message) -> &str {
    message.embeds[0]["description"].as_str().unwrap()
}

/// The only message in #attendance says this.
fn says(wanted: &str) -> impl Fn(&View<'_>) -> bool {
    let wanted = wanted.to_owned();
    move |view| {
        let messages = view.messages("attendance");
        matches!(&*messages, [only] if text(only).contains(&wanted))
    }
}

/// A bot that has received the codes, and whose API is unreachable from then on.
async fn told_once(world: &World) -> Running {
    world.api.plant(
        DISPLAYS,
        200,
        displays(world, None, "12:00", ["AAAA", "CCCC"]),
    );
    let bot = Running::start(world.config());
    world.api.wait(DISPLAYS).await;
    world.until(says("# A A A A\n")).await;
    world.api.set_down(true);
    bot
}

#[tokio::test]
async fn without_the_api_codes_go_on_and_none_stays_that_is_over() {
    let world = World::start().await;
    let _bot = told_once(&world).await;
    world.until(says("# C C C C\n")).await;
    world
        .until(says("The code cannot be shown just now."))
        .await;
    let message = world.sim.messages("attendance").remove(0);
    assert!(message.components.is_empty(), "nothing to press either");

    let again = displays(&world, Some(message.id), "12:01", ["DDDD", "FFFF"]);
    world.api.plant(DISPLAYS, 200, again);
    world.api.set_down(false);
    world.until(says("# D D D D\n")).await;
    assert_eq!(world.sim.messages("attendance")[0].id, message.id);
}

#[tokio::test]
async fn a_bot_that_stops_leaves_no_code_on_show() {
    let world = World::start().await;
    let bot = told_once(&world).await;
    bot.stop().await;
    let message = world.sim.messages("attendance").remove(0);
    assert!(text(&message).starts_with("The code cannot be shown just now."));
}

#[tokio::test]
async fn an_outage_of_discord_ends_with_the_present_code() {
    let world = World::start().await;
    // The first post, and every edit until the second code's turn.
    let attendance = format!("channels/{}/messages", world.sim.channel_id("attendance"));
    world
        .sim
        .fail_next(("PATCH", &*attendance), Fault::Status(503), 1);
    let _bot = told_once(&world).await;
    world.until(says("# C C C C\n")).await;
    let requests = world.sim.requests().into_iter();
    let edits = requests.filter(|it| it.method == "PATCH" && it.path.starts_with(&attendance));
    let codes: Vec<_> = edits
        .map(|it| it.body["embeds"][0]["description"].to_string())
        .collect();
    assert!(codes.len() >= 2, "tried again");
    assert!(
        codes.iter().all(|text| text.contains("# C C C C")),
        "{codes:?}"
    );
}

#[tokio::test]
async fn an_edit_that_discord_swallows_is_followed_by_the_next_code() {
    let world = World::start().await;
    world
        .sim
        .fail_next(("PATCH", "channels/*/messages"), Fault::Hang, 1);
    let _bot = told_once(&world).await;
    world
        .until(says("The code cannot be shown just now."))
        .await;
}

#[tokio::test]
async fn a_session_that_is_no_longer_named_shows_no_code() {
    let world = World::start().await;
    world.api.plant(
        DISPLAYS,
        200,
        displays(&world, None, "12:00", ["AAAA", "CCCC"]),
    );
    world.api.plant(
        DISPLAYS,
        200,
        json!({"now": "2026-03-01T12:00:01Z", "displays": []}),
    );
    let _bot = Running::start(world.config());
    world.until(says("Check-in is over.")).await;
}

#[tokio::test]
async fn a_mark_after_the_end_changes_the_message_where_it_stands() {
    let world = World::start().await;
    let codes = displays(&world, None, "12:00", ["AAAA", "CCCC"]);
    world.api.plant(DISPLAYS, 200, codes);
    let bot = Running::start(world.config());
    world.until(says("# A A A A\n")).await;
    let message = world.sim.messages("attendance").remove(0).id;
    // Long after, when a message with a code would be replaced by a new one.
    let mut ended = displays(&world, Some(message), "12:02", ["", ""]);
    ended["now"] = json!("2099-03-01T12:00:00Z");
    let display = &mut ended["displays"][0];
    display["codes"] = json!([]);
    display["version"] = json!(3);
    display["is_correction"] = json!(true);
    // Whoever holds it by now is expected in other sessions, and not in this one.
    display["session"]["role_id"] = json!("401");
    display["session"]["closed_at"] = json!("2026-03-01T12:02:00Z");
    display["session"]["counts"]["late"] = json!(1);
    world.api.plant(DISPLAYS, 200, ended);
    world.until(says("**Late** 1")).await;
    let report = json!({"message_id": message.to_string(), "ended": 3});
    world.api.wait_for(|asked| asked.body == report).await;
    let messages = world.sim.messages("attendance");
    assert_eq!((messages.len(), messages[0].id), (1, message));
    let expected = world
        .api
        .asked()
        .into_iter()
        .filter(|it| it.what.ends_with("/expected"));
    assert_eq!(expected.count(), 0);
    bot.stop().await;
}
