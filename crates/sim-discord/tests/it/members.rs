//! Events: members, roles, presences, voice.

use paddock_sim_discord::{GUILD_ID, MemberSeed, Options};
use serde_json::json;
use twilight_gateway::{Event, Intents};
use twilight_model::gateway::presence::Status;
use twilight_model::id::Id;

use crate::helpers::{ALL_INTENTS, Bot, http, refusal, start};

#[tokio::test]
async fn members_join_change_and_leave() {
    let sim = start(Options::default()).await;
    let mut bot = Bot::ready(&sim, ALL_INTENTS).await;
    sim.add_member(MemberSeed::new("katherine"));
    let added = bot.event(|event| match event {
        Event::MemberAdd(added) => Some((added.user.name.clone(), added.member.roles.len())),
        _ => None,
    });
    assert_eq!(added.await, ("katherine".to_owned(), 0));

    sim.set_roles("katherine", &["Verified", "Driver"]);
    let updated = |event: &Event| match event {
        Event::MemberUpdate(updated) => Some(updated.roles.len()),
        _ => None,
    };
    assert_eq!(bot.event(updated).await, 2);
    assert_eq!(sim.member_roles("katherine"), ["Driver", "Verified"]);

    sim.rejoin("katherine");
    let gone = |event: &Event| matches!(event, Event::MemberRemove(_)).then_some(());
    bot.event(gone).await;
    bot.see(|event| matches!(event, Event::MemberAdd(_))).await;
    assert!(sim.member_roles("katherine").is_empty());
    sim.kick("katherine");
    bot.event(gone).await;
}

#[tokio::test]
async fn presences_contain_status_and_activities() {
    let sim = start(Options::default()).await;
    let mut bot = Bot::ready(&sim, ALL_INTENTS).await;
    let custom = json!({"type": 4, "name": "Custom Status", "id": "custom", "state": "brewing",
        "created_at": 1_700_000_000_000_u64, "emoji": {"name": "☕"}});
    sim.set_presence("ada", "dnd", &[custom]);
    let seen = |event: &Event| match event {
        Event::PresenceUpdate(p) => {
            Some((p.status, p.activities.first().and_then(|a| a.state.clone())))
        }
        _ => None,
    };
    assert_eq!(
        bot.event(seen).await,
        (Status::DoNotDisturb, Some("brewing".to_owned()))
    );
    sim.set_presence("ada", "offline", &[]);
    assert_eq!(bot.event(seen).await, (Status::Offline, None));
}

#[tokio::test]
async fn changes_of_roles_channels_and_voice_are_announced() {
    let sim = start(Options::default()).await;
    let mut bot = Bot::ready(&sim, ALL_INTENTS).await;
    sim.add_role("Rookie");
    bot.see(|event| matches!(event, Event::RoleCreate(r) if r.role.name == "Rookie"))
        .await;
    sim.move_role("Champion", 20);
    bot.see(|event| matches!(event, Event::RoleUpdate(r) if r.role.position == 20))
        .await;
    sim.delete_role("Rookie");
    bot.see(|event| matches!(event, Event::RoleDelete(_))).await;
    sim.add_channel("pits");
    bot.see(|event| matches!(event, Event::ChannelCreate(_)))
        .await;
    sim.set_overwrite("pits", "ada", 0, 1 << 10);
    bot.see(|event| matches!(event, Event::ChannelUpdate(_)))
        .await;
    sim.delete_channel("pits");
    bot.see(|event| matches!(event, Event::ChannelDelete(_)))
        .await;
    sim.set_voice("ada", Some("Grid Lounge"));
    bot.see(|event| matches!(event, Event::VoiceStateUpdate(v) if v.channel_id.is_some()))
        .await;
    sim.set_voice("ada", None);
    bot.see(|event| matches!(event, Event::VoiceStateUpdate(v) if v.channel_id.is_none()))
        .await;
}

#[tokio::test]
async fn the_voice_channel_of_a_member_can_be_requested() {
    let sim = start(Options::default()).await;
    let http = http(&sim);
    let (guild, ada) = (Id::new(GUILD_ID), Id::new(sim.user_id("ada")));
    let nowhere = http.user_voice_state(guild, ada).await.unwrap_err();
    assert_eq!(refusal(&nowhere), (404, 10065));
    sim.set_voice("ada", Some("Grid Lounge"));
    let state = http.user_voice_state(guild, ada).await.unwrap();
    let state = state.model().await.unwrap();
    assert_eq!(
        state.channel_id,
        Some(Id::new(sim.channel_id("Grid Lounge")))
    );
    assert_eq!((state.guild_id, state.user_id), (Some(guild), ada));
    assert_eq!(state.member.unwrap().user.name, "ada");
    sim.leave("ada");
    let gone = http.user_voice_state(guild, ada).await.unwrap_err();
    assert_eq!(refusal(&gone), (404, 10065));
}

#[tokio::test]
async fn events_need_their_intent() {
    let sim = start(Options::default()).await;
    let mut bot = Bot::ready(&sim, Intents::GUILDS).await;
    sim.leave("ada");
    sim.set_presence("linus", "online", &[]);
    sim.as_user("grace").say("hello").unwrap();
    sim.add_role("Last");
    let first = bot.event(|event| match event {
        Event::GatewayHeartbeatAck => None,
        other => Some(other.kind()),
    });
    assert_eq!(first.await, twilight_gateway::EventType::RoleCreate);
}

#[tokio::test]
async fn content_of_others_needs_the_content_intent() {
    let sim = start(Options::default()).await;
    let mut bot = Bot::ready(&sim, Intents::GUILDS | Intents::GUILD_MESSAGES).await;
    sim.as_user("grace").say("hello").unwrap();
    let content = |event: &Event| match event {
        Event::MessageCreate(message) => Some(message.content.clone()),
        _ => None,
    };
    assert_eq!(bot.event(content).await, "");
    let mut reader = Bot::ready(&sim, ALL_INTENTS).await;
    sim.as_user("grace").say("hello again").unwrap();
    assert_eq!(reader.event(content).await, "hello again");
}
