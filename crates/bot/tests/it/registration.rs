use crate::{
    helpers::{Running, World, guild},
    stub_api::WAIT_TIMEOUT,
};
use paddock_sim_discord::{Fault, GUILD_ID};

fn puts(world: &World) -> Vec<String> {
    let requests = world.sim.requests().into_iter();
    let puts =
        requests.filter(|request| request.method == "PUT" && request.path.ends_with("commands"));
    puts.map(|request| request.path).collect()
}

/// Waits until the commands of a run were compared.
async fn compared(world: &World, gets: usize) {
    world
        .until(|view| {
            let asked = view.requests().iter();
            asked
                .filter(|r| r.method == "GET" && r.path.ends_with("commands") && r.status.is_some())
                .count()
                >= gets
        })
        .await;
}

#[tokio::test]
async fn commands_are_registered_once() {
    let world = World::start().await;
    let bot = world.run().await;
    assert_eq!(world.sim.commands().len(), paddock_bot::commands().len());
    bot.stop().await;
    let bot = world.run().await;
    compared(&world, 2).await;
    // An answered command shows that the registration, which came first, is over.
    world.ask_me().await;
    bot.stop().await;
    assert_eq!(puts(&world).len(), 1);
}

#[tokio::test]
async fn a_guild_of_its_own_leaves_no_global_commands() {
    let world = World::start().await;
    let bot = world.run().await;
    bot.stop().await;
    let mut config = world.config();
    config.guild_id = i64::try_from(GUILD_ID)
        .ok()
        .and_then(paddock_api_types::GuildId::new);
    for gets in [3, 5] {
        let bot = Running::start(config.clone());
        let in_guild = |command: &serde_json::Value| command["guild_id"] == guild();
        world
            .until(|view| !view.commands().is_empty() && view.commands().iter().all(in_guild))
            .await;
        compared(&world, gets).await;
        bot.stop().await;
    }
    assert_eq!(
        puts(&world).len(),
        3,
        "global, guild, and the global ones taken away"
    );

    let bot = Running::start(world.config());
    let is_global = |command: &serde_json::Value| command["guild_id"].is_null();
    world
        .until(|view| !view.commands().is_empty() && view.commands().iter().all(is_global))
        .await;
    bot.stop().await;
}

#[tokio::test]
async fn a_failed_registration_is_repeated() {
    let world = World::start().await;
    world
        .sim
        .fail_next("applications/*/commands", Fault::Garbage, 1);
    let bot = Running::start(world.config());
    world
        .sim
        .wait_until(|view| !view.commands().is_empty(), WAIT_TIMEOUT)
        .await
        .unwrap();
    bot.stop().await;
}

#[tokio::test]
async fn commands_that_were_removed_are_registered_again() {
    let world = World::start().await;
    let bot = world.run().await;
    world.ask_me().await;
    world.sim.clear_commands();
    world.sim.invalidate_session(false);
    world.until(|view| !view.commands().is_empty()).await;
    bot.stop().await;
}

#[tokio::test]
async fn a_bot_that_is_invited_again_registers_the_commands_of_its_guild() {
    let world = World::start().await;
    let mut config = world.config();
    config.guild_id = i64::try_from(GUILD_ID)
        .ok()
        .and_then(paddock_api_types::GuildId::new);
    let bot = Running::start(config);
    world.sim.wait_commands().await.unwrap();
    // Answered only once the registration is over.
    world.ask_me().await;
    world.sim.remove_bot();
    assert!(world.sim.commands().is_empty());
    let so_far = world.api.asked().len();
    world.sim.invite_bot();
    world.until(|view| !view.commands().is_empty()).await;
    for report in ["PUT /api/bot/guild", "PUT /api/bot/members"] {
        let reported = |asked: &crate::stub_api::Asked| asked.what == report;
        world.api.wait_after(so_far, reported).await;
    }
    bot.stop().await;
}
