//! Privileged intents: asked for where Discord grants them, and given up where it refuses.

use crate::{helpers::World, stub_api::Asked};
use paddock_sim_discord::{Options, intents};
use serde_json::{Value, json};

/// The intents of every IDENTIFY so far.
fn asked(world: &World) -> Vec<u64> {
    world.sim.view(|view| {
        let identifies = view.frames().iter().filter(|frame| frame.op == 2);
        let bits = identifies.map(|frame| frame.data["intents"].as_u64().unwrap());
        bits.collect()
    })
}

fn privileged(bits: u64) -> u64 {
    bits & intents::PRIVILEGED
}

/// Waits until the bot says that its intents stand so.
async fn reported(world: &World, presences: &str, members: &str) -> Asked {
    let expected = json!({"presences": presences, "members": members});
    let says = |asked: &Asked| asked.body["intents"] == expected;
    world.api.wait_for(says).await
}

async fn works(world: &World) {
    let me = json!({"level": "verified", "member": crate::stub_api::member("201", "Ada")});
    world.api.plant("GET /api/members/me", 200, me);
    assert_eq!(world.ask_me().await.embeds[0]["title"], "Ada");
}

#[tokio::test]
async fn only_what_the_flags_name_is_asked_for() {
    for (granted, presences, members) in [
        (intents::PRIVILEGED, "granted", "granted"),
        (intents::GUILD_PRESENCES, "granted", "missing"),
        (intents::GUILD_MEMBERS, "missing", "granted"),
        (0, "missing", "missing"),
    ] {
        let world = World::with(Options {
            privileged_intents: granted,
            ..Options::default()
        })
        .await;
        let bot = world.run().await;
        reported(&world, presences, members).await;
        works(&world).await;
        let expected = granted & !intents::MESSAGE_CONTENT;
        let asked = asked(&world);
        assert_eq!(asked.len(), 1, "nothing was refused");
        assert_eq!(privileged(asked[0]), expected);
        bot.stop().await;
    }
}

#[tokio::test]
async fn what_is_granted_without_a_review_is_used_and_reported_as_limited() {
    let world = World::with(Options {
        limited_intents: intents::PRIVILEGED,
        ..Options::default()
    })
    .await;
    let bot = world.run().await;
    reported(&world, "limited", "limited").await;
    bot.stop().await;
}

#[tokio::test]
async fn a_refusal_that_the_flags_do_not_tell_costs_presences_then_members_and_nothing_else() {
    let all = intents::GUILD_MEMBERS | intents::GUILD_PRESENCES;
    for (refused, steps, presences, members) in [
        (
            intents::GUILD_PRESENCES,
            vec![all, intents::GUILD_MEMBERS],
            "missing",
            "granted",
        ),
        (
            intents::GUILD_MEMBERS,
            vec![all, intents::GUILD_MEMBERS, 0],
            "missing",
            "missing",
        ),
    ] {
        let world = World::start().await;
        world.sim.gateway().refuse_intents(refused);
        let bot = world.run().await;
        reported(&world, presences, members).await;
        works(&world).await;
        let so_far: Vec<_> = asked(&world).into_iter().map(privileged).collect();
        assert_eq!(so_far, steps);

        // The rest of this run does without, also in a new session.
        world.sim.invalidate_session(false);
        world
            .until(|view| view.connected() == 1 && view.identifies() == 2)
            .await;
        let last = asked(&world).last().copied().unwrap();
        assert_eq!(privileged(last), steps.last().copied().unwrap());
        bot.stop().await;

        // The next one tries again.
        world.sim.gateway().refuse_intents(0);
        let so_far = world.api.asked().len();
        let bot = world.run().await;
        let both = json!({"presences": "granted", "members": "granted"});
        let says = |asked: &Asked| asked.body["intents"] == both;
        world.api.wait_after(so_far, says).await;
        bot.stop().await;
    }
}

#[tokio::test]
async fn an_intent_that_is_switched_off_while_the_bot_runs_is_the_one_given_up() {
    let world = World::start().await;
    let bot = world.run().await;
    reported(&world, "granted", "granted").await;
    world.sim.set_privileged_intents(intents::GUILD_PRESENCES);
    world.sim.invalidate_session(false);
    reported(&world, "granted", "missing").await;
    world.until(|view| view.connected() == 1).await;
    works(&world).await;
    bot.stop().await;
}

#[tokio::test]
async fn an_intent_that_is_switched_on_while_the_bot_runs_is_used() {
    let world = World::with(Options {
        privileged_intents: 0,
        ..Options::default()
    })
    .await;
    let bot = world.run().await;
    reported(&world, "missing", "missing").await;
    world.sim.set_privileged_intents(intents::PRIVILEGED);
    // The occasion on which the bot looks; without one it does so every quarter of an hour.
    world.sim.invalidate_session(false);
    reported(&world, "granted", "granted").await;
    let both = intents::GUILD_MEMBERS | intents::GUILD_PRESENCES;
    world
        .until(|view| {
            let mut identifies = view.frames().iter().filter(|frame| frame.op == 2);
            identifies.any(|frame| {
                let bits = Value::as_u64(&frame.data["intents"]);
                bits.is_some_and(|bits| privileged(bits) == both)
            })
        })
        .await;
    bot.stop().await;
}
