//! Outages, removal of the bot, several guilds, and requests for all members.

use std::time::Duration;

use futures_util::{SinkExt, StreamExt};
use paddock_sim_discord::{Community, GUILD_ID, Options};
use serde_json::{Value, json};
use tokio_tungstenite::tungstenite::Message;
use twilight_gateway::Event;

use crate::helpers::{ALL_INTENTS, Bot, created_guild, say, start, with_bot};

#[tokio::test]
async fn an_outage_is_not_a_removal() {
    let sim = start(Options::default()).await;
    let mut bot = Bot::ready(&sim, ALL_INTENTS).await;
    let deleted = |event: &Event| match event {
        Event::GuildDelete(gone) => Some(gone.unavailable),
        _ => None,
    };
    let created = |event: &Event| created_guild(event).map(|guild| guild.members.len());
    sim.set_outage(true);
    assert_eq!(bot.event(deleted).await, Some(true));
    sim.set_outage(false);
    assert_eq!(bot.event(created).await, 14);
    sim.remove_bot();
    assert_eq!(bot.event(deleted).await, None);
    sim.invite_bot();
    assert_eq!(bot.event(created).await, 14);
    assert_eq!(sim.member_roles("paddock"), ["Paddock"]);
}

#[tokio::test]
async fn buttons_are_pressed_in_the_channel_of_their_message() {
    let other = Community::small(GUILD_ID + (1 << 22), "Other");
    let guild = other.guild_id;
    let options = Options {
        more_guilds: vec![other],
        ..Options::default()
    };
    let (sim, mut bot) = with_bot(options).await;
    let owner = sim.as_user("owner").in_guild(guild);
    let (reply, ()) = tokio::join!(owner.slash("/ping"), async {
        let i = bot.interaction().await;
        assert_eq!(i.guild_id.unwrap().get(), guild);
        let mut answer = say("Press");
        let row = json!([{"type": 1, "components": [
            {"type": 2, "style": 1, "label": "Go", "custom_id": "go"}]}]);
        answer.data.as_mut().unwrap().components = Some(serde_json::from_value(row).unwrap());
        bot.respond(&i, &answer).await;
    });
    let reply = reply.unwrap();
    let (pressed, ()) = tokio::join!(sim.as_user("owner").press(&reply, "go"), async {
        let i = bot.interaction().await;
        assert_eq!(
            i.guild_id.unwrap().get(),
            guild,
            "not where the person was last"
        );
        bot.respond(&i, &say("Pressed")).await;
    });
    assert_eq!(pressed.unwrap().content, "Pressed");
}

/// twilight 0.18 cannot read `RATE_LIMITED`, so this one listens by itself.
#[tokio::test]
async fn all_members_can_be_requested_once_in_half_a_minute() {
    let sim = start(Options::default()).await;
    let url = format!("{}/?v=10&encoding=json", sim.gateway_url());
    let (mut socket, _) = tokio_tungstenite::connect_async(url).await.unwrap();
    let identify =
        json!({"op": 2, "d": {"token": "sim.bot.token", "intents": 3, "properties": {}}});
    socket
        .send(Message::text(identify.to_string()))
        .await
        .unwrap();
    let ask = json!({"op": 8, "d": {"guild_id": GUILD_ID.to_string(), "query": "", "limit": 0,
        "nonce": "n"}});
    socket.send(Message::text(ask.to_string())).await.unwrap();
    socket.send(Message::text(ask.to_string())).await.unwrap();
    let mut received = Vec::new();
    let limited = loop {
        let frame = socket.next().await.unwrap().unwrap();
        let frame: Value = serde_json::from_str(frame.to_text().unwrap()).unwrap();
        if frame["t"] == "RATE_LIMITED" {
            break frame["d"].clone();
        }
        received.push(frame["t"].as_str().unwrap_or("HELLO").to_owned());
    };
    assert_eq!(
        received,
        ["HELLO", "READY", "GUILD_CREATE", "GUILD_MEMBERS_CHUNK"]
    );
    assert_eq!(
        (&limited["opcode"], &limited["meta"]["nonce"]),
        (&json!(8), &json!("n"))
    );
    let wait = limited["retry_after"].as_f64().unwrap();
    assert!(wait > 20.0 && wait <= 30.0, "{wait}");
    sim.advance(Duration::from_secs(31));
    socket.send(Message::text(ask.to_string())).await.unwrap();
    let frame = socket.next().await.unwrap().unwrap();
    assert!(frame.to_text().unwrap().contains("GUILD_MEMBERS_CHUNK"));
}
