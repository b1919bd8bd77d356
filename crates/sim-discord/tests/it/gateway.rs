//! Sessions: identify, resume, and everything that goes wrong with a connection.

use std::time::Duration;

use paddock_sim_discord::{Community, GUILD_ID, Hangup, OWNER_ID, Options, intents};
use serde_json::json;
use twilight_gateway::{Event, Intents, ShardId};
use twilight_model::gateway::payload::outgoing::RequestGuildMembers;
use twilight_model::id::Id;

use crate::helpers::{ALL_INTENTS, Bot, LIMIT, Received, created_guild, start};

#[tokio::test]
async fn a_shard_identifies_and_reads_the_whole_guild() {
    let sim = start(Options::default()).await;
    let mut bot = Bot::connect(&sim, ALL_INTENTS);
    let ready = bot.event(|event| match event {
        Event::Ready(ready) => Some((ready.application.id, ready.resume_gateway_url.clone())),
        _ => None,
    });
    assert_eq!(
        ready.await,
        (
            Id::new(Options::default().application_id),
            sim.gateway_url()
        )
    );
    let guild = bot.event(created_guild).await;
    assert_eq!((guild.id.get(), guild.owner_id.get()), (GUILD_ID, OWNER_ID));
    assert_eq!(guild.members.len(), 14);
    assert!(
        guild
            .presences
            .iter()
            .any(|p| p.user.id().get() == OWNER_ID)
    );
    assert_eq!(guild.roles.len(), 7);
    assert!(guild.channels.len() >= 7);
    sim.wait_ready().await.unwrap();
    assert_eq!(sim.gateway().identifies(), 1);
    sim.stop().await;
}

#[tokio::test]
async fn without_the_presence_intent_a_guild_names_only_the_bot_and_voice() {
    let sim = start(Options::default()).await;
    sim.set_voice("ada", Some("Grid Lounge"));
    let mut bot = Bot::connect(&sim, Intents::GUILDS | Intents::GUILD_MEMBERS);
    let guild = bot.event(created_guild).await;
    let names: Vec<_> = guild
        .members
        .iter()
        .map(|member| member.user.name.as_str())
        .collect();
    assert_eq!(names, ["ada", "paddock"]);
    assert!(guild.presences.is_empty() && guild.voice_states.is_empty());
}

#[tokio::test]
async fn a_dropped_client_resumes_and_receives_what_it_missed() {
    let sim = start(Options::default()).await;
    let mut bot = Bot::ready(&sim, ALL_INTENTS).await;
    let gateway = sim.gateway();
    gateway.refuse_connections(true);
    gateway.disconnect(Hangup::Drop);
    sim.wait_until(|view| view.connected() == 0, LIMIT)
        .await
        .unwrap();
    sim.leave("ada");
    gateway.refuse_connections(false);
    let removed = bot.event(|event| match event {
        Event::MemberRemove(gone) => Some(gone.user.name.clone()),
        _ => None,
    });
    assert_eq!(removed.await, "ada");
    bot.see(|event| matches!(event, Event::Resumed)).await;
    assert_eq!((gateway.identifies(), gateway.resumes()), (1, 1));
}

#[tokio::test]
async fn close_codes_and_op_7_lead_to_a_resume() {
    let sim = start(Options::default()).await;
    let mut bot = Bot::ready(&sim, ALL_INTENTS).await;
    sim.gateway().disconnect(Hangup::Close(4000));
    bot.see(|event| matches!(event, Event::Resumed)).await;
    sim.request_reconnect();
    bot.see(|event| matches!(event, Event::Resumed)).await;
    sim.invalidate_session(true);
    bot.see(|event| matches!(event, Event::Resumed)).await;
    assert_eq!(
        (sim.gateway().identifies(), sim.gateway().resumes()),
        (1, 3)
    );
}

#[tokio::test]
async fn an_invalid_session_has_to_identify_again() {
    let sim = start(Options::default()).await;
    let mut bot = Bot::ready(&sim, ALL_INTENTS).await;
    sim.invalidate_session(false);
    bot.see(|event| matches!(event, Event::Ready(_))).await;
    assert_eq!(sim.gateway().identifies(), 2);
}

#[tokio::test]
async fn a_session_that_was_away_too_long_is_unknown() {
    let sim = start(Options::default()).await;
    let mut bot = Bot::ready(&sim, ALL_INTENTS).await;
    let gateway = sim.gateway();
    gateway.refuse_connections(true);
    gateway.disconnect(Hangup::Drop);
    sim.wait_until(|view| view.connected() == 0, LIMIT)
        .await
        .unwrap();
    sim.advance(Duration::from_mins(10));
    gateway.refuse_connections(false);
    bot.see(|event| matches!(event, Event::Ready(_))).await;
    assert_eq!((gateway.identifies(), gateway.resumes()), (2, 0));
}

#[tokio::test]
async fn a_timed_out_session_has_to_identify_again() {
    let sim = start(Options::default()).await;
    let mut bot = Bot::ready(&sim, ALL_INTENTS).await;
    sim.gateway().disconnect(Hangup::SessionTimedOut);
    bot.see(|event| matches!(event, Event::Ready(_))).await;
    assert_eq!(sim.gateway().identifies(), 2);
}

#[tokio::test]
async fn a_heartbeat_without_answer_makes_the_client_resume() {
    let heartbeat_interval = Duration::from_millis(150);
    let sim = start(Options {
        heartbeat_interval,
        ..Options::default()
    })
    .await;
    let mut bot = Bot::ready(&sim, ALL_INTENTS).await;
    sim.gateway().withhold_acks(true);
    sim.wait_until(|view| view.connections() > 1, LIMIT)
        .await
        .unwrap();
    sim.gateway().withhold_acks(false);
    bot.see(|event| matches!(event, Event::Resumed)).await;
    assert!(sim.gateway().frames().iter().any(|frame| frame.op == 1));
}

#[tokio::test]
async fn intents_that_are_not_enabled_are_fatal() {
    let options = Options {
        privileged_intents: intents::GUILD_MEMBERS,
        ..Options::default()
    };
    let sim = start(options).await;
    let mut bot = Bot::connect(&sim, ALL_INTENTS);
    assert_eq!(closed_with(&mut bot).await, Some(4014));
    bot.wait(|received| matches!(received, Received::End).then_some(()))
        .await;
}

#[tokio::test]
async fn a_wrong_token_and_unknown_intents_are_fatal() {
    let sim = start(Options::default()).await;
    let mut bot = Bot::connect_as(&sim, Intents::GUILDS, "wrong", ShardId::ONE);
    assert_eq!(closed_with(&mut bot).await, Some(4004));
    let unknown = Intents::GUILDS | Intents::from_bits_retain(1 << 30);
    let mut bot = Bot::connect(&sim, unknown);
    assert_eq!(closed_with(&mut bot).await, Some(4013));
}

pub(crate) async fn closed_with(bot: &mut Bot) -> Option<u16> {
    bot.wait(|received| {
        if let Received::Close(code) = received {
            Some(*code)
        } else {
            None
        }
    })
    .await
}

#[tokio::test]
async fn invalid_frames_are_answered_by_their_close_codes() {
    use futures_util::{SinkExt, StreamExt};
    use tokio_tungstenite::tungstenite::Message;
    let sim = start(Options::default()).await;
    let cases = [
        ("no json".to_owned(), 4002),
        (json!({"op": 3, "d": {}}).to_string(), 4003),
        (json!({"op": 8, "d": {}}).to_string(), 4003),
        (json!({"op": 77, "d": {}}).to_string(), 4001),
        (json!({"op": 1, "d": "x".repeat(5000)}).to_string(), 4002),
    ];
    for (text, code) in cases {
        let url = format!("{}/?v=10&encoding=json", sim.gateway_url());
        let (mut socket, _) = tokio_tungstenite::connect_async(url).await.unwrap();
        let hello = socket.next().await.unwrap().unwrap();
        assert!(hello.to_text().unwrap().contains("heartbeat_interval"));
        socket.send(Message::text(text.clone())).await.unwrap();
        let frame = loop {
            match socket.next().await.unwrap().unwrap() {
                Message::Close(frame) => break frame.unwrap(),
                other => assert!(other.is_text()),
            }
        };
        assert_eq!(u16::from(frame.code), code, "{text}");
    }
}

#[tokio::test]
async fn a_client_that_sends_too_much_is_disconnected() {
    use futures_util::{SinkExt, StreamExt};
    use tokio_tungstenite::tungstenite::Message;
    let sim = start(Options::default()).await;
    let url = format!("{}/?v=10&encoding=json", sim.gateway_url());
    let (mut socket, _) = tokio_tungstenite::connect_async(url).await.unwrap();
    for _ in 0..121 {
        socket
            .send(Message::text(r#"{"op":1,"d":null}"#))
            .await
            .unwrap();
    }
    let mut acks = 0;
    let code = loop {
        match socket.next().await.unwrap().unwrap() {
            Message::Close(frame) => break u16::from(frame.unwrap().code),
            _ => acks += 1,
        }
    };
    assert_eq!((code, acks), (4008, 121), "HELLO and 120 answers");
}

#[tokio::test]
async fn a_shard_receives_only_its_guilds() {
    let other = Community::small(GUILD_ID + (1 << 22), "Other");
    let sim = start(Options {
        more_guilds: vec![other.clone()],
        ..Options::default()
    })
    .await;
    let here = u32::try_from((GUILD_ID >> 22) % 2).unwrap();
    let mut mine = Bot::connect_as(&sim, ALL_INTENTS, "sim.bot.token", ShardId::new(here, 2));
    let mut others = Bot::connect_as(
        &sim,
        ALL_INTENTS,
        "sim.bot.token",
        ShardId::new(1 - here, 2),
    );
    let guild = |event: &Event| match event {
        Event::GuildCreate(guild) => Some(guild.id().get()),
        _ => None,
    };
    assert_eq!(mine.event(guild).await, GUILD_ID);
    assert_eq!(others.event(guild).await, other.guild_id);
}

#[tokio::test]
async fn members_come_in_chunks_of_a_thousand() {
    let seed = Community::example().crowd(2100);
    let sim = start(Options {
        seed,
        ..Options::default()
    })
    .await;
    let mut bot = Bot::connect(&sim, ALL_INTENTS);
    let guild = bot.event(created_guild).await;
    let (members, count, large) = (guild.members.len(), guild.member_count, guild.large);
    assert_eq!((count, large), (Some(2114), true));
    assert!(
        members < 20,
        "offline members without a role are left out of large guilds"
    );

    let ask = RequestGuildMembers::builder(Id::new(GUILD_ID))
        .presences(true)
        .nonce("all");
    bot.sender.command(&ask.query("", None)).unwrap();
    let mut sizes = Vec::new();
    while sizes.len() < 3 {
        let chunk = bot.event(|event| match event {
            Event::MemberChunk(chunk) => Some(chunk.clone()),
            _ => None,
        });
        let chunk = chunk.await;
        assert_eq!(
            (chunk.chunk_index as usize, chunk.chunk_count),
            (sizes.len(), 3)
        );
        assert_eq!(chunk.nonce.as_deref(), Some("all"));
        sizes.push(chunk.members.len());
    }
    assert_eq!(sizes, [1000, 1000, 114]);
}

#[tokio::test]
async fn members_are_found_by_prefix_and_by_id() {
    let sim = start(Options::default()).await;
    let mut bot = Bot::ready(&sim, ALL_INTENTS).await;
    let guild = Id::new(GUILD_ID);
    bot.sender
        .command(&RequestGuildMembers::builder(guild).query("jo", Some(5)))
        .unwrap();
    let chunk = |event: &Event| match event {
        Event::MemberChunk(chunk) => {
            let names = chunk.members.iter().map(|member| member.user.name.clone());
            Some((names.collect::<Vec<_>>(), chunk.not_found.len()))
        }
        _ => None,
    };
    assert_eq!(bot.event(chunk).await, (vec!["jonas".to_owned()], 0));
    let ids = [Id::new(OWNER_ID), Id::new(77)];
    bot.sender
        .command(&RequestGuildMembers::builder(guild).user_ids(ids).unwrap())
        .unwrap();
    assert_eq!(bot.event(chunk).await, (vec!["owner".to_owned()], 1));
}

#[tokio::test]
async fn stopping_closes_connections_and_frees_the_port() {
    let sim = start(Options::default()).await;
    let _bot = Bot::ready(&sim, ALL_INTENTS).await;
    let host = sim.rest_host();
    sim.stop().await;
    assert!(
        tokio::net::TcpStream::connect(host).await.is_err(),
        "the port is free again"
    );
}
