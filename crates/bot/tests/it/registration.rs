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
