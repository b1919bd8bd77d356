use crate::{
    helpers::{Running, World, reports_member},
    stub_api::{Asked, WAIT_TIMEOUT, member},
};
use axum::{
    Router,
    extract::ws::{Message, WebSocket, WebSocketUpgrade},
};
use paddock_bot::Error;
use paddock_sim_discord::{Hangup, Options, intents};
use serde_json::json;
use std::{
    os::unix::fs::PermissionsExt as _,
    sync::Arc,
    time::{Duration, Instant},
};
use tokio::{net::TcpListener, sync::watch, time::timeout};

async fn ready(world: &World) -> Running {
    let me = json!({"level": "verified", "member": member("201", "Ada")});
    world.api.plant("GET /api/members/me", 200, me);
    world.run().await
}

#[tokio::test]
async fn a_dropped_connection_is_resumed_and_nothing_is_lost_or_done_twice() {
    for how in [Hangup::Drop, Hangup::Close(4000)] {
        let world = World::start().await;
        let bot = ready(&world).await;
        world.api.wait("PUT /api/bot/members").await;
        world.sim.gateway().refuse_connections(true);
        world.sim.gateway().disconnect(how);
        world.until(|view| view.connected() == 0).await;
        // Said while nobody listens.
        world.sim.set_nick("owner", Some("Renamed"));
        world.sim.leave("mira");
        world.sim.gateway().refuse_connections(false);
        world
            .until(|view| view.connected() == 1 && view.resumes() == 1)
            .await;
        let left = world.sim.user_id("mira").to_string();
        let reports_leaving = |asked: &Asked| reports_member(asked, &left, false);
        world.api.wait_for(reports_leaving).await;
        assert!(world.ask_me().await.embeds[0]["title"] == "Ada");
        assert_eq!(
            world
                .api
                .asked()
                .iter()
                .filter(|asked| reports_leaving(asked))
                .count(),
            1
        );
        assert_eq!(world.sim.gateway().identifies(), 1);
        // It asks for compression each time, and reads what then comes.
        let gateway = world.sim.gateway();
        assert_eq!(gateway.compressed(), gateway.connections());
        bot.stop().await;
    }
}

#[tokio::test]
async fn a_command_given_while_the_connection_is_down_is_answered_once() {
    let world = World::start().await;
    world.accept_registration("Ada");
    let bot = world.run().await;
    world.sim.gateway().disconnect(Hangup::Drop);
    let reply = world.slash("/register name:Ada").await;
    assert!(reply.content.starts_with("Welcome"), "{}", reply.content);
    assert_eq!(world.api.asked_for("POST /api/members").len(), 1);
    bot.stop().await;
}

#[tokio::test]
async fn an_invalid_session_begins_anew() {
    let world = World::start().await;
    let bot = ready(&world).await;
    world.sim.invalidate_session(false);
    world
        .until(|view| view.connected() == 1 && view.identifies() == 2)
        .await;
    assert!(world.ask_me().await.embeds[0]["title"] == "Ada");
    bot.stop().await;
}

#[tokio::test]
async fn a_requested_reconnect_resumes() {
    let world = World::start().await;
    let bot = ready(&world).await;
    world.sim.request_reconnect();
    world
        .until(|view| view.connected() == 1 && view.resumes() == 1)
        .await;
    assert!(world.ask_me().await.embeds[0]["title"] == "Ada");
    bot.stop().await;
}

#[tokio::test]
async fn without_the_members_intent_the_bot_goes_on_and_says_so() {
    let world = World::with(Options {
        privileged_intents: intents::MESSAGE_CONTENT,
        ..Options::default()
    })
    .await;
    let bot = ready(&world).await;
    let report = world.api.wait("PUT /api/bot/guild").await;
    assert_eq!(report.body["bot"]["members_intent"], false);
    assert!(world.ask_me().await.embeds[0]["title"] == "Ada");
    assert!(world.api.asked_for("PUT /api/bot/members").is_empty());
    bot.stop().await;
}

#[tokio::test]
async fn a_restart_resumes_and_hears_what_it_missed() {
    let world = World::start().await;
    let bot = ready(&world).await;
    world.api.wait("PUT /api/bot/members").await;
    bot.stop().await;
    assert_eq!(world.sim.gateway().connected(), 0);
    let file = world.data().join("bot/gateway-sessions.json");
    assert_eq!(file.metadata().unwrap().permissions().mode() & 0o777, 0o600);

    world.sim.leave("mira");
    let so_far = world.api.asked().len();
    let bot = ready(&world).await;
    world.until(|view| view.resumes() == 1).await;
    assert!(!file.exists(), "a session is resumed once");
    let left = world.sim.user_id("mira").to_string();
    world
        .api
        .wait_for(|asked| reports_member(asked, &left, false))
        .await;
    let described = |asked: &Asked| asked.what == "PUT /api/bot/guild";
    world.api.wait_after(so_far, described).await;
    assert_eq!(world.sim.gateway().identifies(), 1);
    assert!(world.ask_me().await.embeds[0]["title"] == "Ada");
    bot.stop().await;
}

#[tokio::test]
async fn a_stop_lets_running_commands_finish() {
    let world = World::start().await;
    world.accept_registration("Ada");
    world.api.hold("POST /api/members");
    let bot = world.run().await;
    let command = tokio::spawn(world.sim.as_user("owner").slash("/register name:Ada"));
    world.api.wait("POST /api/members").await;
    let stopping = tokio::spawn(bot.stop());
    world.until(|view| view.connected() == 0).await;
    world.api.release();
    let reply = command.await.unwrap().unwrap();
    assert!(reply.content.starts_with("Welcome"), "{}", reply.content);
    stopping.await.unwrap();
}

#[tokio::test]
async fn a_wrong_token_ends_the_bot_with_advice() {
    let world = World::start().await;
    let mut config = world.config();
    config.token = "wrong".to_owned().into();
    let error = Running::start(config).ended().await.unwrap_err();
    assert!(matches!(error, Error::InvalidToken), "{error}");
    assert!(error.to_string().contains("DISCORD_BOT_TOKEN"));
}

#[tokio::test]
async fn a_fatal_close_ends_the_bot_with_advice() {
    let world = World::start().await;
    let bot = ready(&world).await;
    world.sim.gateway().disconnect(Hangup::Close(4012));
    let error = bot.ended().await.unwrap_err();
    assert!(error.to_string().contains("update Paddock"), "{error}");
}

#[tokio::test]
async fn several_shards_share_the_guilds() {
    let world = World::with(Options {
        shards: 2,
        ..Options::default()
    })
    .await;
    let bot = ready(&world).await;
    world.until(|view| view.connected() == 2).await;
    let both = |asked: &Asked| {
        asked.what == "POST /api/bot/heartbeat"
            && asked.body["shards"] == 2
            && asked.body["connected_shards"] == 2
    };
    world.api.wait_for(both).await;
    assert!(world.ask_me().await.embeds[0]["title"] == "Ada");
    bot.stop().await;
}

#[tokio::test]
async fn a_gateway_that_drops_every_connection_is_not_stormed() {
    let world = World::start().await;
    let (url, mut connections) = flapping_gateway().await;
    let mut config = world.config();
    config.gateway_url = Some(url);
    let started = Instant::now();
    let bot = Running::start(config);
    let sixth = connections.wait_for(|count| *count >= 6);
    timeout(WAIT_TIMEOUT, sixth).await.unwrap().unwrap();
    assert!(
        started.elapsed() >= Duration::from_secs(1),
        "{:?}",
        started.elapsed()
    );
    bot.stop().await;
}

/// A gateway that greets and hangs up, and the number of its connections.
async fn flapping_gateway() -> (String, watch::Receiver<u32>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("ws://{}", listener.local_addr().unwrap());
    let (count, connections) = watch::channel(0);
    let greet = async |mut socket: WebSocket, count: Arc<watch::Sender<u32>>| {
        count.send_modify(|count| *count += 1);
        let hello = json!({"op": 10, "d": {"heartbeat_interval": 41_250}, "s": null, "t": null});
        let _ = socket.send(Message::text(hello.to_string())).await;
    };
    let count = Arc::new(count);
    let upgrade =
        async move |ws: WebSocketUpgrade| ws.on_upgrade(move |socket| greet(socket, count));
    let router = Router::new().fallback(upgrade);
    tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
    (url, connections)
}

#[tokio::test]
async fn the_members_intent_is_used_once_it_is_switched_on_and_missed_once_it_is_off() {
    let world = World::with(Options {
        privileged_intents: 0,
        ..Options::default()
    })
    .await;
    let bot = ready(&world).await;
    let has_intent = |asked: &Asked, has: bool| asked.body["bot"]["members_intent"] == has;
    world.api.wait_for(|asked| has_intent(asked, false)).await;
    for has in [true, false] {
        let so_far = world.api.asked().len();
        let privileged = if has { intents::GUILD_MEMBERS } else { 0 };
        world.sim.set_privileged_intents(privileged);
        world.sim.invalidate_session(false);
        let reported = |asked: &Asked| has_intent(asked, has);
        world.api.wait_after(so_far, reported).await;
    }
    bot.stop().await;
}
