//! The bot without its server, and members who may not do anything yet.

use paddock_sim_discord::{GUILD_ID, MemberSeed, Options};
use serde_json::{Value, json};
use twilight_gateway::Event;

use crate::control::{get, post};
use crate::helpers::{ALL_INTENTS, Bot, created_guild, rest, start, with_bot};

#[tokio::test]
async fn a_kicked_bot_reaches_nothing_and_hears_nothing_until_it_is_invited() {
    let (sim, mut bot) = with_bot(Options::default()).await;
    let (general, ada) = (sim.channel_id("general"), sim.user_id("ada"));
    let role = sim.role_id("Verified");
    sim.remove_bot();
    let deleted = |event: &Event| match event {
        Event::GuildDelete(gone) => Some(gone.unavailable),
        _ => None,
    };
    assert_eq!(bot.event(deleted).await, None, "no outage");
    let code = async |method: &str, path: &str| {
        let (status, _, body) = rest(&sim, method, path, json!({"content": "x"})).await;
        (status, body["code"].as_u64().unwrap())
    };
    assert_eq!(
        code("GET", &format!("guilds/{GUILD_ID}")).await,
        (404, 10004)
    );
    for (method, path) in [
        ("GET", format!("guilds/{GUILD_ID}/members")),
        ("GET", format!("guilds/{GUILD_ID}/channels")),
        (
            "PUT",
            format!("guilds/{GUILD_ID}/members/{ada}/roles/{role}"),
        ),
        ("POST", format!("channels/{general}/messages")),
        (
            "GET",
            format!(
                "applications/{}/guilds/{GUILD_ID}/commands",
                sim.user_id("paddock")
            ),
        ),
    ] {
        assert_eq!(code(method, &path).await, (403, 50001), "{path}");
    }
    let refused = sim.as_user("ada").slash("/ping").await.unwrap_err();
    assert_eq!(refused.to_string(), "There is no command /ping here");

    sim.add_member(MemberSeed::new("katherine"));
    sim.as_user("ada").say("is it gone?").unwrap();
    sim.set_roles("ada", &["Verified"]);
    sim.invite_bot();
    let heard = |event: &Event| match event {
        Event::GatewayHeartbeatAck => None,
        other => Some(other.kind()),
    };
    let first = bot.event(heard).await;
    assert_eq!(first, twilight_gateway::EventType::GuildCreate);
    let mut again = Bot::connect(&sim, ALL_INTENTS);
    let guild = again.event(created_guild).await;
    assert_eq!(guild.members.len(), 15, "with who joined meanwhile");
    assert_eq!(
        rest(&sim, "GET", &format!("guilds/{GUILD_ID}"), Value::Null)
            .await
            .0,
        200
    );
}

#[tokio::test]
async fn who_shares_no_server_with_the_bot_gets_no_message() {
    let sim = start(Options::default()).await;
    let recipient = json!({"recipient_id": sim.user_id("ada").to_string()});
    let (_, _, dm) = rest(&sim, "POST", "users/@me/channels", recipient).await;
    let path = format!("channels/{}/messages", dm["id"].as_str().unwrap());
    let write = async || {
        let (status, _, body) = rest(&sim, "POST", &path, json!({"content": "x"})).await;
        (status, body["code"].as_u64().unwrap_or(0))
    };
    assert_eq!(write().await, (200, 0));
    sim.set_dm_closed("ada", true);
    assert_eq!(write().await, (403, 50007));
    sim.leave("ada");
    assert_eq!(
        write().await,
        (403, 50278),
        "whatever else they have closed"
    );
    sim.join("ada");
    sim.set_dm_closed("ada", false);
    assert_eq!(write().await, (200, 0));
    sim.remove_bot();
    assert_eq!(write().await, (403, 50278), "the bot left instead");
}

#[tokio::test]
async fn a_member_who_has_not_accepted_the_rules_can_do_nothing() {
    let (sim, mut bot) = with_bot(Options::default()).await;
    let pending = async |wanted: bool, bot: &mut Bot| {
        bot.see(|event| matches!(event, Event::MemberUpdate(it) if it.pending == wanted))
            .await;
    };
    let screen = json!({"action": "screen", "user": "ada"});
    let (status, person) = post(&sim, "/members", screen.clone()).await;
    assert_eq!((status, &person["pending"]), (200, &json!(true)));
    pending(true, &mut bot).await;
    let ada = sim.as_user("ada");
    assert!(ada.say("hello").is_err());
    let refused = ada.slash("/ping").await.unwrap_err().to_string();
    assert_eq!(refused, "ada has not accepted the rules of this server");
    let (_, _, member) = rest(
        &sim,
        "GET",
        &format!("guilds/{GUILD_ID}/members/{}", sim.user_id("ada")),
        Value::Null,
    )
    .await;
    assert_eq!(member["pending"], true);
    // Again changes nothing, and nothing is announced: the next event is the acceptance.
    post(&sim, "/members", screen).await;
    post(
        &sim,
        "/members",
        json!({"action": "accept_rules", "user": "ada"}),
    )
    .await;
    let next = |event: &Event| match event {
        Event::MemberUpdate(it) => Some(it.pending),
        _ => None,
    };
    assert!(!bot.event(next).await);
    assert!(ada.say("hello").is_ok());
    let people = get(&sim, "").await.1["users"].clone();
    assert!(
        people
            .as_array()
            .unwrap()
            .iter()
            .all(|it| it["pending"] == false)
    );
    sim.leave("ada");
    let gone = json!({"action": "screen", "user": "ada"});
    assert_eq!(post(&sim, "/members", gone).await.0, 400);
}
