//! Threads: over the gateway, by REST, and by the people in them.

use paddock_sim_discord::{GUILD_ID, Options, SimDiscord, permissions};
use serde_json::{Value, json};
use twilight_gateway::Event;
use twilight_model::channel::{Channel, ChannelType};

use crate::control::{get, post};
use crate::helpers::{ALL_INTENTS, Bot, created_guild, rest, start, with_bot};

async fn started(bot: &mut Bot) -> Channel {
    let found = |event: &Event| match event {
        Event::ThreadCreate(thread) => Some(thread.0.clone()),
        _ => None,
    };
    bot.event(found).await
}

async fn archived(bot: &mut Bot, archived: bool) {
    bot.see(|event| match event {
        Event::ThreadUpdate(thread) => {
            thread.thread_metadata.as_ref().unwrap().archived == archived
        }
        _ => false,
    })
    .await;
}

fn id_of(body: &Value) -> String {
    body["id"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn a_command_in_a_thread_names_the_thread_and_its_channel() {
    let (sim, mut bot) = with_bot(Options::default()).await;
    let ada = sim.as_user("ada").in_channel("attendance");
    let thread = ada.start_thread("late arrivals", None).unwrap();
    let seen = started(&mut bot).await;
    assert_eq!(
        (seen.id.get(), seen.kind),
        (thread.id, ChannelType::PublicThread)
    );
    assert_eq!(seen.newly_created, Some(true));
    let (reply, i) = tokio::join!(
        ada.in_channel("late arrivals").slash("/ping"),
        bot.answer("pong")
    );
    assert_eq!(reply.unwrap().content, "pong");
    let channel = i.channel.unwrap();
    assert_eq!(channel.id.get(), thread.id);
    assert_eq!(channel.kind, ChannelType::PublicThread);
    let parent = sim.channel_id("attendance");
    assert_eq!(
        channel.parent_id.map(twilight_model::id::Id::get),
        Some(parent)
    );
    assert_eq!(channel.name.as_deref(), Some("late arrivals"));
}

#[tokio::test]
async fn active_threads_come_with_their_guild_and_others_do_not() {
    let sim = start(Options::default()).await;
    let ada = sim.as_user("ada");
    ada.start_thread("open", None).unwrap();
    ada.start_thread("closed", None).unwrap();
    let hidden = sim.as_user("mira").in_channel("staff-room");
    hidden.start_thread("secret", None).unwrap();
    let close = json!({"thread": "closed", "action": "archive"});
    assert_eq!(post(&sim, "/threads/change", close).await.0, 200);
    let mut bot = Bot::connect(&sim, ALL_INTENTS);
    let threads = bot.event(created_guild).await.threads;
    let names: Vec<_> = threads
        .iter()
        .map(|it| it.name.as_deref().unwrap())
        .collect();
    assert_eq!(names, ["open"]);
    let path = format!("guilds/{GUILD_ID}/threads/active");
    let (status, _, active) = rest(&sim, "GET", &path, Value::Null).await;
    assert_eq!(
        (status, &active["threads"][0]["name"]),
        (200, &json!("open"))
    );
    assert_eq!(active["threads"].as_array().unwrap().len(), 1);

    // Who sees the channel from now on hears of the threads in it.
    sim.set_overwrite("staff-room", "Paddock", permissions::VIEW_CHANNEL, 0);
    let synced = |event: &Event| match event {
        Event::ThreadListSync(sync) => Some(sync.threads[0].name.clone()),
        _ => None,
    };
    assert_eq!(bot.event(synced).await.as_deref(), Some("secret"));
}

#[tokio::test]
async fn a_message_opens_a_thread_again_and_its_author_follows() {
    let sim = start(Options::default()).await;
    let mut bot = Bot::ready(&sim, ALL_INTENTS).await;
    let ada = sim.as_user("ada");
    let first = ada.say("who is late?").unwrap();
    let thread = ada.start_thread("late", Some(first.id)).unwrap();
    assert_eq!(thread.id, first.id, "it has the id of its message");
    started(&mut bot).await;
    let again = ada.start_thread("late again", Some(first.id));
    assert!(again.is_err(), "a message has one thread");
    let change = |action: &str| json!({"thread": "late", "action": action});
    post(&sim, "/threads/change", change("archive")).await;
    archived(&mut bot, true).await;
    let closed = ada.clone().in_channel("late").slash("/ping").await;
    assert!(closed.is_err(), "no commands in an archived thread");

    let linus = sim.as_user("linus").in_channel("late");
    linus.say("me").unwrap();
    archived(&mut bot, false).await;
    let followed = |event: &Event| match event {
        Event::ThreadMembersUpdate(it) => it.added_members.first().cloned(),
        _ => None,
    };
    let linus_follows = bot.event(followed).await;
    assert_eq!(linus_follows.user_id.unwrap().get(), sim.user_id("linus"));
    bot.see(|event| matches!(event, Event::MessageCreate(it) if it.content == "me"))
        .await;
    assert_eq!(sim.messages("late")[0].content, "me");
    let thread = sim
        .view(|view| view.channel("late"))
        .unwrap()
        .thread
        .unwrap();
    assert_eq!((thread.message_count, thread.members.len()), (1, 2));

    post(&sim, "/threads/change", change("lock")).await;
    assert!(
        linus.say("still me").is_err(),
        "only moderators write in a locked thread"
    );
    assert!(
        sim.as_user("mira")
            .in_channel("late")
            .say("so be it")
            .is_ok()
    );
    post(&sim, "/threads/change", change("unlock")).await;
    assert!(linus.say("thanks").is_ok());
}

#[tokio::test]
async fn the_bot_starts_writes_in_and_closes_threads() {
    let sim = start(Options::default()).await;
    let mut bot = Bot::ready(&sim, ALL_INTENTS).await;
    let general = sim.channel_id("general");
    let below = |path: &str| format!("channels/{general}{path}");
    let (_, _, message) = rest(&sim, "POST", &below("/messages"), json!({"content": "x"})).await;
    let path = below(&format!("/messages/{}/threads", id_of(&message)));
    let (status, _, thread) = rest(&sim, "POST", &path, json!({"name": "from a message"})).await;
    assert_eq!((status, &thread["id"]), (201, &message["id"]));
    assert_eq!(thread["parent_id"], general.to_string());
    assert_eq!(thread["thread_metadata"]["archived"], false);
    assert_eq!(
        thread["member"]["user_id"],
        sim.user_id("paddock").to_string()
    );
    let (status, _, again) = rest(&sim, "POST", &path, json!({"name": "once more"})).await;
    assert_eq!((status, &again["code"]), (400, &json!(160_004)));
    let (_, _, message) = rest(
        &sim,
        "GET",
        &below(&format!("/messages/{}", id_of(&message))),
        Value::Null,
    )
    .await;
    assert_eq!(message["thread"]["name"], "from a message");
    started(&mut bot).await;

    let alone = json!({"name": "alone", "type": 11, "auto_archive_duration": 60});
    let (status, _, alone) = rest(&sim, "POST", &below("/threads"), alone).await;
    assert_eq!((status, &alone["type"]), (201, &json!(11)));
    assert_eq!(alone["thread_metadata"]["auto_archive_duration"], 60);
    let here = |path: &str| format!("channels/{}{path}", id_of(&alone));
    let (status, _, written) =
        rest(&sim, "POST", &here("/messages"), json!({"content": "y"})).await;
    assert_eq!((status, &written["channel_id"]), (200, &alone["id"]));
    let (_, _, read) = rest(&sim, "GET", &here(""), Value::Null).await;
    assert_eq!(read["last_message_id"], written["id"]);

    let (status, _, closed) = rest(&sim, "PATCH", &here(""), json!({"archived": true})).await;
    assert_eq!(
        (status, &closed["thread_metadata"]["archived"]),
        (200, &json!(true))
    );
    let edit = here(&format!("/messages/{}", id_of(&written)));
    for (method, path) in [("PATCH", &edit), ("PUT", &here("/thread-members/@me"))] {
        let (status, _, refused) = rest(&sim, method, path, json!({"content": "z"})).await;
        assert_eq!((status, &refused["code"]), (400, &json!(50083)), "{method}");
    }
    let (status, _, refused) = rest(&sim, "PATCH", &here(""), json!({"locked": true})).await;
    assert_eq!(
        (status, &refused["code"]),
        (403, &json!(50013)),
        "for moderators"
    );
    let (status, _, _) = rest(&sim, "DELETE", &here(""), Value::Null).await;
    assert_eq!(status, 403);
    sim.set_bot_permissions(permissions::ALL);
    assert_eq!(rest(&sim, "DELETE", &here(""), Value::Null).await.0, 200);
    let gone = |event: &Event| match event {
        Event::ThreadDelete(gone) => Some(gone.parent_id.get()),
        _ => None,
    };
    assert_eq!(bot.event(gone).await, general);
    assert_eq!(rest(&sim, "GET", &here(""), Value::Null).await.0, 404);
}

#[tokio::test]
async fn what_cannot_be_a_thread_is_refused() {
    let sim = start(Options::default()).await;
    let code = async |channel: &str, body: Value| {
        let path = format!("channels/{}/threads", sim.channel_id(channel));
        let (status, _, answer) = rest(&sim, "POST", &path, body).await;
        (status, answer["code"].as_u64().unwrap_or(0))
    };
    let named = |name: &str| json!({"name": name, "type": 11});
    assert_eq!(code("general", named("")).await, (400, 50035));
    assert_eq!(code("general", named(&"x".repeat(101))).await, (400, 50035));
    let odd = json!({"name": "x", "type": 11, "auto_archive_duration": 61});
    assert_eq!(code("general", odd).await, (400, 50035));
    assert_eq!(code("Grid Lounge", named("x")).await, (400, 50024));
    sim.set_overwrite(
        "general",
        "@everyone",
        0,
        permissions::CREATE_PUBLIC_THREADS,
    );
    assert_eq!(code("general", named("x")).await, (403, 50013));
    sim.as_user("ada").start_thread("x", None).unwrap_err();
    // To write in a thread is another permission than to write in its channel, and has its channel's overwrites.
    let thread = sim
        .as_user("owner")
        .start_thread("closed to most", None)
        .unwrap();
    sim.set_overwrite(
        "general",
        "@everyone",
        0,
        permissions::SEND_MESSAGES_IN_THREADS,
    );
    let path = format!("channels/{}/messages", thread.id);
    let (status, _, refused) = rest(&sim, "POST", &path, json!({"content": "x"})).await;
    assert_eq!((status, &refused["code"]), (403, &json!(50013)));
    assert!(sim.as_user("ada").say("here").is_ok());
}

async fn open(sim: &SimDiscord, body: Value) -> (u16, Value) {
    post(sim, "/threads", body).await
}

#[tokio::test]
async fn threads_are_opened_and_changed_by_hand() {
    let sim = start(Options::default()).await;
    let body = json!({"as": "ada", "channel": "#attendance", "name": "late arrivals"});
    let (status, thread) = open(&sim, body).await;
    assert_eq!(status, 200);
    assert_eq!(
        thread["parent_id"],
        sim.channel_id("attendance").to_string()
    );
    let say = json!({"as": "ada", "text": "hello", "channel": "late arrivals"});
    assert_eq!(post(&sim, "/say", say).await.0, 200);
    let (_, messages) = get(&sim, "/channels/late%20arrivals/messages").await;
    assert_eq!(messages[0]["content"], "hello");
    let nobody = json!({"as": "nobody", "name": "x"});
    assert_eq!(open(&sim, nobody).await.0, 400);
    let change = |thread: &str, action: &str| json!({"thread": thread, "action": action});
    let unknown = change("attendance", "archive");
    assert_eq!(
        post(&sim, "/threads/change", unknown).await.0,
        404,
        "no thread"
    );
    let (_, closed) = post(&sim, "/threads/change", change("late arrivals", "archive")).await;
    assert_eq!(closed["archived"], true);
    assert_eq!(get(&sim, "").await.1["threads"], json!([closed]));
    let (_, open) = post(&sim, "/threads/change", change("late arrivals", "reopen")).await;
    assert_eq!(open["archived"], false);
    assert_eq!(
        post(&sim, "/threads/change", change("late arrivals", "delete"))
            .await
            .0,
        200
    );
    assert_eq!(get(&sim, "").await.1["threads"], json!([]));
}

#[tokio::test]
async fn threads_go_with_their_channel() {
    let sim = start(Options::default()).await;
    let thread = sim.as_user("ada").start_thread("gone", None).unwrap();
    sim.as_user("ada").in_channel("gone").say("x").unwrap();
    sim.delete_channel("general");
    assert!(
        sim.view(|view| view.channel(&thread.id.to_string()))
            .is_none()
    );
    assert!(sim.view(|view| view.channel("gone")).is_none());
}
