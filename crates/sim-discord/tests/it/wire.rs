//! The ways of writing the same thing that Discord takes.

use paddock_sim_discord::{GUILD_ID, OWNER_ID, Options};
use serde_json::json;
use twilight_gateway::Event;

use crate::helpers::{ALL_INTENTS, Bot, start};
use crate::raw::Raw;

#[tokio::test]
async fn ids_are_texts_or_numbers() {
    let sim = start(Options::default()).await;
    let raw = Raw::new(&sim);
    let ada = sim.user_id("ada");
    let (_, as_text) = raw
        .post(
            "/users/@me/channels",
            &json!({"recipient_id": ada.to_string()}),
        )
        .await;
    let (status, as_number) = raw
        .post("/users/@me/channels", &json!({"recipient_id": ada}))
        .await;
    assert_eq!((status, &as_number), (200, &as_text));
    for (bad, code) in [
        (json!("ada"), "NUMBER_TYPE_COERCE"),
        (json!(null), "BASE_TYPE_REQUIRED"),
    ] {
        let body = json!({"recipient_id": bad});
        let (status, error) = raw.post("/users/@me/channels", &body).await;
        assert_eq!(status, 400);
        assert_eq!(error["errors"]["recipient_id"]["_errors"][0]["code"], code);
    }

    let messages = Raw::messages(&sim, "general");
    let said = sim.as_user("ada").say("Where?").unwrap();
    let reply = json!({
        "content": "Here.", "message_reference": {"message_id": said.id},
        "allowed_mentions": {"users": [ada], "replied_user": false},
    });
    let (status, body) = raw.post(&messages, &reply).await;
    assert_eq!(
        (status, &body["referenced_message"]["content"]),
        (200, &json!("Where?"))
    );

    let mut bot = Bot::ready(&sim, ALL_INTENTS).await;
    let request = json!({
        "guild_id": GUILD_ID, "user_ids": [OWNER_ID, "77", 78], "presences": 1, "nonce": "n",
    });
    let frame = json!({"op": 8, "d": request}).to_string();
    bot.sender.send(frame).unwrap();
    let chunk = bot.event(|event| match event {
        Event::MemberChunk(chunk) => Some(chunk.clone()),
        _ => None,
    });
    let chunk = chunk.await;
    assert_eq!(chunk.members[0].user.id.get(), OWNER_ID);
    let missing: Vec<_> = chunk.not_found.iter().map(|id| id.get()).collect();
    assert_eq!((missing, chunk.presences.len()), (vec![77, 78], 1));
}

#[tokio::test]
async fn truth_values_in_a_query_have_several_spellings() {
    let sim = start(Options::default()).await;
    let raw = Raw::new(&sim);
    let guild = format!("/guilds/{GUILD_ID}");
    for yes in ["1", "true", "True"] {
        let (status, body) = raw.get(&format!("{guild}?with_counts={yes}")).await;
        assert_eq!(
            (status, &body["approximate_member_count"]),
            (200, &json!(14)),
            "{yes}"
        );
    }
    for no in ["0", "false", "False"] {
        let (status, body) = raw.get(&format!("{guild}?with_counts={no}")).await;
        assert_eq!(status, 200, "{no}");
        assert!(body.get("approximate_member_count").is_none(), "{no}");
    }
    let (status, error) = raw.get(&format!("{guild}?with_counts=yes")).await;
    assert_eq!((status, &error["code"]), (400, &json!(50035)));
    let why = &error["errors"]["with_counts"]["_errors"][0]["message"];
    assert_eq!(why, "Must be either true or false.");
    let (_, mine) = raw.get("/users/@me/guilds?with_counts=True").await;
    assert_eq!(mine[0]["approximate_presence_count"].as_u64(), Some(10));
}

#[tokio::test]
async fn a_form_carries_the_json_of_a_message() {
    let sim = start(Options::default()).await;
    let raw = Raw::new(&sim);
    let messages = Raw::messages(&sim, "general");
    let form = "payload_json=%7B%22content%22%3A%22from+a+form%22%2C%22tts%22%3Afalse%7D";
    let (status, body) = raw.post_form(&messages, form).await;
    assert_eq!((status, &body["content"]), (200, &json!("from a form")));
    let (status, body) = raw
        .post_form(&messages, "content=field+by+field&tts=0")
        .await;
    assert_eq!((status, &body["content"]), (200, &json!("field by field")));
    let (status, error) = raw.post_form(&messages, "payload_json=%7B").await;
    assert_eq!((status, &error["code"]), (400, &json!(50109)));
    let sent = sim.requests();
    assert_eq!(
        sent[0].body,
        json!({"content": "from a form", "tts": false})
    );
}

#[tokio::test]
async fn sounds_are_listed() {
    let sim = start(Options::default()).await;
    let raw = Raw::new(&sim);
    let (status, sounds) = raw.get("/soundboard-default-sounds").await;
    assert_eq!(status, 200);
    let quack = &sounds[0];
    assert_eq!(
        (&quack["name"], &quack["sound_id"]),
        (&json!("quack"), &json!("1"))
    );
    let path = format!("/guilds/{GUILD_ID}/soundboard-sounds");
    assert_eq!(raw.get(&path).await, (200, json!({"items": []})));

    let mut bot = Bot::ready(&sim, ALL_INTENTS).await;
    let ask = json!({"op": 31, "d": {"guild_ids": [GUILD_ID.to_string()]}});
    bot.sender.send(ask.to_string()).unwrap();
    // Frames are answered in their order; this one is, so that the other did not end the connection.
    let next = json!({"op": 8, "d": {"guild_id": GUILD_ID, "user_ids": OWNER_ID}});
    bot.sender.send(next.to_string()).unwrap();
    bot.see(|event| matches!(event, Event::MemberChunk(_)))
        .await;
    let asked = sim.gateway().frames();
    assert!(asked.iter().any(|frame| frame.op == 31));
    assert_eq!(sim.gateway().connections(), 1);
}
