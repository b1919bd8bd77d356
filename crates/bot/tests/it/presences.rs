//! Presences of staff, from a simulated Discord to a stub of the API.

use crate::{
    helpers::{Running, World, guild},
    stub_api::Asked,
};
use paddock_sim_discord::{Hangup, Presence, activity, intents};
use serde_json::{Value, json};
use std::time::{Duration, Instant};

const REPORT: &str = "PUT /api/bot/presence";

/// A bot whose staff are these, and whom it has asked for.
async fn watching(world: &World, staff: &[&str]) -> Running {
    has_staff(world, staff, 1);
    let bot = world.run().await;
    world.api.wait_for(is_complete).await;
    bot
}

/// Makes the API name these as staff.
fn has_staff(world: &World, staff: &[&str], version: i64) {
    let ids: Vec<_> = staff.iter().map(|name| id(world, name)).collect();
    let list = json!({"version": version, "user_ids": ids, "sync_minutes": 2});
    world.api.plant("GET /api/bot/staff", 200, list);
    let known = json!({"known": 1, "changed": 1, "version": version});
    world.api.plant(REPORT, 200, known);
}

fn id(world: &World, name: &str) -> String {
    world.sim.user_id(name).to_string()
}

fn is_complete(asked: &Asked) -> bool {
    asked.what == REPORT && asked.body["complete"] == true
}

/// What a report says of somebody.
fn about(asked: &Asked, user: &str) -> Option<Value> {
    let presences = asked.body["presences"].as_array()?;
    let found = presences.iter().find(|it| it["user_id"] == user)?;
    Some(found.clone())
}

/// The API's wish to have everybody's presence.
fn sync_effect() -> Value {
    json!({
        "id": "9", "guild_id": guild(), "attempt": 1, "leased_until": "2100-01-01T00:00:00Z",
        "action": {"kind": "sync_presence"},
    })
}

#[tokio::test]
async fn staff_are_asked_for_with_their_presences_and_nobody_else() {
    let world = World::start().await;
    world.sim.set_presence("ada", "invisible", &[]);
    let bot = watching(&world, &["mira", "ada", "linus"]).await;
    let reports = world.api.asked_for(REPORT);
    assert!(reports.iter().all(|it| it.body["seed"] == true));
    let about = |user: &str| reports.iter().find_map(|it| about(it, user)).unwrap();
    let status = |name| about(&id(&world, name))["status"].clone();
    assert_eq!(status("mira"), "online");
    assert_eq!(status("ada"), "offline");
    assert_eq!(status("linus"), "dnd");
    let mira = about(&id(&world, "mira"));
    assert_eq!(
        mira["platforms"],
        json!({"desktop": "online", "mobile": "idle"})
    );
    assert_eq!(mira["custom_status"], "🏁 Stewarding tonight");
    assert_eq!(mira["activities"][0]["name"], "iRacing");
    let asked = world.sim.view(|view| {
        let questions = view.frames().iter().filter(|frame| frame.op == 8);
        questions.map(|it| it.data.clone()).collect::<Vec<_>>()
    });
    assert_eq!(asked.len(), 1, "{asked:?}");
    assert_eq!(asked[0]["user_ids"].as_array().unwrap().len(), 3);
    assert_eq!(asked[0]["presences"], true);
    bot.stop().await;
}

#[tokio::test]
async fn a_change_is_reported_within_a_second_and_that_of_others_never() {
    let world = World::start().await;
    let bot = watching(&world, &["ada"]).await;
    world.sim.set_presence("grace", "dnd", &[]);
    let begun = Instant::now();
    let busy = Presence::new("dnd")
        .on("vr", "dnd")
        .doing(activity::streaming("Round 3", "https://twitch.tv/ada"));
    world.sim.show("ada", busy);
    let ada = id(&world, "ada");
    let is_dnd = |asked: &Asked| about(asked, &ada).is_some_and(|it| it["status"] == "dnd");
    let report = world.api.wait_for(is_dnd).await;
    assert!(begun.elapsed() < Duration::from_secs(1));
    assert_eq!(report.body["seed"], false);
    let ada = about(&report, &ada).unwrap();
    assert_eq!(ada["platforms"], json!({"vr": "dnd"}));
    assert_eq!(ada["activities"][0]["url"], "https://twitch.tv/ada");
    let grace = id(&world, "grace");
    let others = |asked: &&Asked| about(asked, &grace).is_some();
    assert_eq!(world.api.asked().iter().filter(others).count(), 0);
    bot.stop().await;
}

#[tokio::test]
async fn an_api_that_is_away_loses_nothing_but_what_was_in_between() {
    let world = World::start().await;
    let bot = watching(&world, &["ada"]).await;
    let ada = id(&world, "ada");
    world.api.set_down(true);
    world.sim.set_presence("ada", "dnd", &[]);
    world
        .api
        .wait_for(|asked| about(asked, &ada).is_some_and(|it| it["status"] == "dnd"))
        .await;
    world.sim.set_presence("ada", "idle", &[]);
    let so_far = world.api.asked().len();
    world.api.set_down(false);
    let is_idle = |asked: &Asked| about(asked, &ada).is_some_and(|it| it["status"] == "idle");
    world.api.wait_after(so_far, is_idle).await;
    bot.stop().await;
}

#[tokio::test]
async fn a_new_session_asks_again_and_a_resumed_one_replays() {
    let world = World::start().await;
    let bot = watching(&world, &["ada"]).await;
    let ada = id(&world, "ada");
    world.sim.gateway().refuse_connections(true);
    world.sim.gateway().disconnect(Hangup::Drop);
    world.until(|view| view.connected() == 0).await;
    world.sim.set_presence("ada", "idle", &[]);
    world.sim.gateway().refuse_connections(false);
    let is_idle = |asked: &Asked| about(asked, &ada).is_some_and(|it| it["status"] == "idle");
    let replayed = world.api.wait_for(is_idle).await;
    assert_eq!(replayed.body["seed"], false);

    let so_far = world.api.asked().len();
    world.sim.invalidate_session(false);
    world.api.wait_after(so_far, is_complete).await;
    bot.stop().await;
}

#[tokio::test]
async fn the_api_has_everybody_once_its_wish_is_reported_done() {
    let world = World::start().await;
    let bot = watching(&world, &["ada"]).await;
    let so_far = world.api.asked().len();
    world.api.queue_effect(sync_effect());
    world.api.wait("POST /api/bot/effects/9/done").await;
    let asked = world.api.asked();
    let done = |it: &&Asked| it.what == "POST /api/bot/effects/9/done";
    let before: Vec<_> = asked[so_far..].iter().take_while(|it| !done(it)).collect();
    assert!(before.iter().any(|it| it.what == "GET /api/bot/staff"));
    assert!(before.iter().any(|it| is_complete(it)));
    bot.stop().await;
}

#[tokio::test]
async fn without_the_intent_a_wish_fails_for_good_and_nobody_is_taken_for_offline() {
    let world = World::start().await;
    world.sim.set_privileged_intents(intents::GUILD_MEMBERS);
    has_staff(&world, &["ada"], 1);
    let bot = world.run().await;
    world.api.wait("PUT /api/bot/members").await;
    world.api.queue_effect(sync_effect());
    let failed = world.api.wait("POST /api/bot/effects/9/failed").await;
    assert_eq!(failed.body["error"], "refused");
    assert_eq!(world.api.asked_for(REPORT).len(), 0);
    bot.stop().await;
}

#[tokio::test]
async fn who_leaves_is_absent_and_who_comes_back_is_asked_for() {
    let world = World::start().await;
    let bot = watching(&world, &["ada"]).await;
    let ada = id(&world, "ada");
    world.sim.leave("ada");
    let is_absent = |asked: &Asked| asked.body["absent"] == json!([ada]);
    world.api.wait_for(is_absent).await;
    let so_far = world.api.asked().len();
    world.sim.join("ada");
    world.api.wait_after(so_far, is_complete).await;
    bot.stop().await;
}
