//! Presences: what a bot receives of them, when, and with which intents.

use paddock_sim_discord::{GUILD_ID, Options, Presence, activity, intents};
use serde_json::{Value, json};
use twilight_gateway::{Event, Intents};
use twilight_model::gateway::payload::outgoing::RequestGuildMembers;
use twilight_model::gateway::presence::Status;
use twilight_model::id::Id;

use crate::gateway::closed_with;
use crate::helpers::{ALL_INTENTS, Bot, created_guild, start};

/// Status, statuses by platform, and kinds of activities, as a bot receives them.
fn shown(event: &Event) -> Option<(Status, Value, Vec<u8>)> {
    let Event::PresenceUpdate(shown) = event else {
        return None;
    };
    let platforms = serde_json::to_value(&shown.client_status).unwrap();
    let kinds = shown.activities.iter().map(|it| it.kind.into()).collect();
    Some((shown.status, platforms, kinds))
}

#[tokio::test]
async fn a_presence_has_platforms_and_every_kind_of_activity() {
    let sim = start(Options::default()).await;
    let mut bot = Bot::ready(&sim, ALL_INTENTS).await;
    let busy = Presence::new("online")
        .on("mobile", "idle")
        .on("vr", "online")
        .doing(activity::playing("iRacing"))
        .doing(activity::streaming("Round 3", "https://twitch.tv/ada"))
        .doing(activity::listening("Autobahn", "Kraftwerk"))
        .doing(activity::watching("the onboard"))
        .doing(activity::custom("in a race", Some("🏁")))
        .doing(activity::competing("a league"));
    sim.show("ada", busy);
    let platforms = json!({"mobile": "idle", "vr": "online"});
    let expected = (Status::Online, platforms, vec![0, 1, 2, 3, 4, 5]);
    assert_eq!(bot.event(shown).await, expected);
}

#[tokio::test]
async fn who_becomes_invisible_looks_offline_and_changes_nothing_by_leaving() {
    let sim = start(Options::default()).await;
    let mut bot = Bot::ready(&sim, ALL_INTENTS).await;
    sim.set_presence("ada", "invisible", &[]);
    let offline = (Status::Offline, json!({}), vec![]);
    assert_eq!(bot.event(shown).await, offline);
    sim.set_presence("ada", "offline", &[]);
    sim.set_presence("linus", "idle", &[]);
    let next = bot.event(shown).await;
    assert_eq!(next.0, Status::Idle, "the first was no change for others");
}

#[tokio::test]
async fn who_comes_back_shows_what_they_show_elsewhere() {
    let sim = start(Options::default()).await;
    let mut bot = Bot::ready(&sim, ALL_INTENTS).await;
    sim.rejoin("linus");
    assert_eq!(bot.event(shown).await.0, Status::DoNotDisturb);
}

#[tokio::test]
async fn presences_of_those_who_are_asked_for_come_with_them() {
    let sim = start(Options::default()).await;
    sim.set_presence("ada", "invisible", &[]);
    let guild = Id::new(GUILD_ID);
    let ids = ["mira", "ada", "linus"].map(|name| Id::new(sim.user_id(name)));
    let asked = |nonce: &str| {
        let ask = RequestGuildMembers::builder(guild).presences(true);
        ask.nonce(nonce).user_ids(ids).unwrap()
    };
    let chunk = |event: &Event| match event {
        Event::MemberChunk(chunk) => {
            let shown = chunk.presences.iter();
            let shown = shown.map(|it| (it.user.id().get(), it.status));
            let (members, nonce) = (chunk.members.len(), chunk.nonce.clone());
            Some((members, nonce, shown.collect::<Vec<_>>()))
        }
        _ => None,
    };
    let mut bot = Bot::ready(&sim, ALL_INTENTS).await;
    bot.sender.command(&asked("seed-1")).unwrap();
    let (members, nonce, mut shown) = bot.event(chunk).await;
    shown.sort_by_key(|(id, _)| *id);
    assert_eq!((members, nonce.as_deref()), (3, Some("seed-1")));
    let [mira, _, linus] = ids.map(Id::get);
    let (online, dnd) = (Status::Online, Status::DoNotDisturb);
    assert_eq!(shown, [(mira, online), (linus, dnd)]);

    bot.sender.command(&asked(&"long".repeat(9))).unwrap();
    assert_eq!(bot.event(chunk).await.1, None, "longer than 32 bytes");

    let mut blind = Bot::ready(&sim, Intents::GUILDS).await;
    blind.sender.command(&asked("seed-2")).unwrap();
    assert_eq!(blind.event(chunk).await.2, []);
}

#[tokio::test]
async fn a_guild_names_only_those_who_are_there() {
    let sim = start(Options::default()).await;
    sim.set_presence("ada", "invisible", &[]);
    let mut bot = Bot::connect(&sim, ALL_INTENTS);
    let guild = bot.event(created_guild).await;
    let named = |name: &str| {
        let id = sim.user_id(name);
        guild.presences.iter().any(|it| it.user.id().get() == id)
    };
    assert!(named("mira") && named("linus"));
    assert!(!named("ada") && !named("alan"));
}

#[tokio::test]
async fn an_intent_can_be_refused_although_the_flags_name_it() {
    let sim = start(Options::default()).await;
    let mut bot = Bot::ready(&sim, ALL_INTENTS).await;
    sim.gateway().refuse_intents(intents::GUILD_PRESENCES);
    sim.set_presence("ada", "idle", &[]);
    let goes_on = |event: &Event| matches!(event, Event::PresenceUpdate(_)).then_some(());
    bot.event(goes_on).await;
    let mut refused = Bot::connect(&sim, ALL_INTENTS);
    assert_eq!(closed_with(&mut refused).await, Some(4014));
    let _without = Bot::ready(&sim, ALL_INTENTS - Intents::GUILD_PRESENCES).await;
    sim.gateway().refuse_intents(0);
    let _again = Bot::ready(&sim, ALL_INTENTS).await;
}
