//! What the bot does about a server that it was removed from, and about people who are in none with it.

use crate::{
    effects::{direct, done, effect, failed, grant},
    helpers::World,
};
use paddock_sim_discord::{Fault, RateLimits, Window};
use serde_json::{Value, json};
use std::time::Duration;

#[tokio::test]
async fn effects_of_a_server_that_the_bot_left_fail_with_the_cause_until_it_is_back() {
    let world = World::start().await;
    let bot = world.run().await;
    let (role, mira) = (grant(&world, "ada", "Verified"), direct(&world, "mira"));
    world.api.queue_effect(effect(70, mira.clone()));
    done(&world, 70).await;
    world.sim.remove_bot();
    world.api.queue_effect(effect(71, role.clone()));
    assert_eq!(failed(&world, 71).await["error"], "missing_permission");
    // It shares no other server with anybody.
    world.api.queue_effect(effect(72, mira.clone()));
    let report = failed(&world, 72).await;
    assert_eq!(report["error"], "cannot_direct_message");
    let detail = report["detail"].as_str().unwrap();
    assert!(detail.contains("50278"), "{detail}");
    world.sim.invite_bot();
    world.api.queue_effect(effect(73, role));
    done(&world, 73).await;
    assert_eq!(world.sim.member_roles("ada"), ["Verified"]);
    world.api.queue_effect(effect(74, mira));
    done(&world, 74).await;
    assert_eq!(world.sim.dms("mira").len(), 2);
    bot.stop().await;
}

#[tokio::test]
async fn who_left_and_who_takes_no_messages_are_both_reported_as_out_of_reach() {
    let world = World::start().await;
    let bot = world.run().await;
    world.sim.set_dm_closed("ada", true);
    world.sim.leave("mira");
    for (id, (name, code)) in (80..).zip([("ada", "50007"), ("mira", "50278")]) {
        world.api.queue_effect(effect(id, direct(&world, name)));
        let report = failed(&world, id).await;
        assert_eq!(report["error"], "cannot_direct_message", "{name}");
        let detail = report["detail"].as_str().unwrap();
        assert!(detail.contains(code), "{detail}");
    }
    bot.stop().await;
}

fn post(world: &World, text: &str) -> Value {
    let general = world.sim.channel_id("general").to_string();
    let notice = json!({"notice": "verified", "guild_name": text});
    json!({"kind": "send_message", "channel_id": general, "notice": notice})
}

#[tokio::test]
async fn posts_in_one_channel_come_through_its_limit() {
    let world = World::start().await;
    let bot = world.run().await;
    let window = Window {
        limit: 2,
        per: Duration::from_millis(200),
    };
    world.sim.set_rate_limits(RateLimits {
        routes: vec![(("POST", "channels/*/messages").into(), window)],
        ..RateLimits::default()
    });
    for id in 90..96 {
        let text = format!("Track {id}");
        world.api.queue_effect(effect(id, post(&world, &text)));
    }
    for id in 90..96 {
        done(&world, id).await;
    }
    assert_eq!(world.sim.messages("general").len(), 6);
    let asked = world.api.asked().into_iter();
    let given_up = asked.filter(|asked| asked.what.ends_with("/failed"));
    assert_eq!(given_up.count(), 0, "a limit is waited for");
    bot.stop().await;
}

#[tokio::test]
async fn an_effect_that_discord_answers_late_is_done_once() {
    let world = World::start().await;
    let bot = world.run().await;
    let slow = Fault::Slow {
        by: Duration::from_mins(1),
    };
    world
        .sim
        .fail_next(("POST", "channels/*/messages"), slow, 1);
    world.api.queue_effect(effect(97, post(&world, "Track")));
    world
        .until(|view| !view.messages("general").is_empty())
        .await;
    let is_done = "POST /api/bot/effects/97/done";
    assert!(world.api.asked_for(is_done).is_empty(), "nobody knows yet");
    world.sim.advance(Duration::from_mins(1));
    done(&world, 97).await;
    assert_eq!(world.sim.messages("general").len(), 1);
    bot.stop().await;
}
