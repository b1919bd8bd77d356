//! What people met with, as it came over the wire: `tests/fixtures/`.

use crate::{
    helpers::{World, members},
    stub_api::{Asked, with},
};
use paddock_sim_discord::Fault;
use serde_json::{Value, json};

fn fixture(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

/// Checks in, as the API answers it.
fn checked_in() -> Value {
    json!({
        "session_id": "800", "title": "Lecture 7", "status": "present", "at": "2026-12-05T08:01:00Z",
    })
}

#[tokio::test]
async fn a_command_typed_in_a_thread_counts_as_typed_in_its_channel() {
    let thread = fixture(include_str!("../fixtures/interaction-in-a-thread.json"));
    let channel = &thread["channel"];
    let world = World::start().await;
    let bot = world.run().await;
    let parent = world.sim.channel_id("attendance").to_string();
    assert_eq!(channel["parent_id"], parent);
    let check_in = "POST /api/attendance/check-ins";
    world.api.plant(check_in, 200, checked_in());
    let name = channel["name"].as_str().unwrap();
    let ada = world.sim.as_user("ada").in_channel("attendance");
    let started = ada.start_thread(name, None).unwrap();
    assert_eq!(channel["type"], started.kind);
    let reply = ada.in_channel(name).slash("/here code:K7P4").await.unwrap();
    assert!(
        reply.content.contains("You are present"),
        "{}",
        reply.content
    );
    let asked = world.api.wait(check_in).await;
    assert_eq!(asked.headers["x-channel-id"], parent);
    bot.stop().await;
}

#[tokio::test]
async fn a_list_without_the_bot_is_no_list() {
    let empty = fixture(include_str!("../fixtures/member-list-empty.json"));
    let world = World::start().await;
    let list = Fault::Body(empty["body"].clone());
    world.sim.fail_next(("GET", "guilds/*/members"), list, 1);
    let bot = world.run().await;
    let list = world.api.wait("PUT /api/bot/members").await;
    assert!(!members(&list).is_empty(), "the second answer is reported");
    let asked = world.sim.requests().into_iter();
    let lists = asked.filter(|request| request.path.ends_with("/members"));
    assert_eq!(lists.count(), 2);
    bot.stop().await;
}

#[tokio::test]
async fn who_has_not_accepted_the_rules_is_reported_so() {
    let event = fixture(include_str!("../fixtures/member-pending.json"));
    let world = World::start().await;
    let bot = world.run().await;
    world.api.wait("PUT /api/bot/members").await;
    let user = with(event["d"]["user"].clone(), json!({"discriminator": "0"}));
    let ada = world.sim.user_id("ada").to_string();
    assert_eq!(user["id"], ada);
    let report = async |joined: &Value, name: &str, pending: bool| {
        let so_far = world.api.asked().len();
        world.sim.dispatch_raw(name, joined);
        let reported = |asked: &Asked| {
            let mut all = members(asked).iter();
            all.any(|it| it["user_id"] == ada && it["in_guild"] == true && it["pending"] == pending)
        };
        world.api.wait_after(so_far, reported).await;
    };
    // What every event of this kind has besides, and the time as Discord writes it.
    let besides = json!({
        "user": user, "deaf": false, "mute": false, "flags": 0,
        "joined_at": "2026-11-28T01:35:00.000000+00:00",
    });
    let joined = with(event["d"].clone(), besides);
    report(&joined, event["t"].as_str().unwrap(), true).await;
    let accepted = with(joined, json!({"pending": false}));
    report(&accepted, "GUILD_MEMBER_UPDATE", false).await;
    bot.stop().await;
}
