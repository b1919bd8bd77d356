//! The control surface over HTTP.

use paddock_sim_discord::{OWNER_ID, Options, SimDiscord};
use reqwest::header::HOST;
use serde_json::{Value, json};
use twilight_gateway::Event;
use twilight_model::gateway::presence::Status;

use crate::helpers::{Bot, LIMIT, say, start, with_bot};

pub(crate) async fn get(sim: &SimDiscord, path: &str) -> (u16, Value) {
    let client = reqwest::Client::builder().build().unwrap();
    let answer = client
        .get(format!("{}{path}", sim.control_url()))
        .send()
        .await
        .unwrap();
    (answer.status().as_u16(), answer.json().await.unwrap())
}

pub(crate) async fn post(sim: &SimDiscord, path: &str, body: Value) -> (u16, Value) {
    let client = reqwest::Client::builder().build().unwrap();
    let url = format!("{}{path}", sim.control_url());
    let answer = client.post(url).json(&body).send().await.unwrap();
    (answer.status().as_u16(), answer.json().await.unwrap())
}

#[tokio::test]
async fn a_newcomer_plays_with_the_bot() {
    let (sim, mut bot) = with_bot(Options::default()).await;
    let (status, overview) = get(&sim, "").await;
    assert_eq!(
        (status, &overview["guild"]["name"]),
        (200, &json!("Paddock Test Track"))
    );
    assert_eq!(overview["bot_connected"], true);
    assert!(
        overview["users"]
            .as_array()
            .unwrap()
            .iter()
            .any(|user| user["username"] == "ada")
    );

    let body = json!({"as": "owner", "text": "/register name:Olivia"});
    let ((status, reply), ()) = tokio::join!(post(&sim, "/say", body), async {
        let i = bot.interaction().await;
        bot.respond(&i, &say("Welcome")).await;
    });
    assert_eq!(status, 200, "{reply}");
    assert_eq!(reply["text"], "(only you can see this)\nWelcome");

    let hello = format!("hello <@{OWNER_ID}>");
    let body = json!({"as": "ada", "text": hello, "channel": "general"});
    assert_eq!(post(&sim, "/say", body).await.0, 200);
    let (_, messages) = get(&sim, "/channels/general/messages").await;
    assert_eq!(messages[0]["text"], "hello @Olivia Owner");
    assert_eq!(messages[0]["content"], hello);
    assert_eq!(get(&sim, "/commands").await.1.as_array().unwrap().len(), 6);
    assert_eq!(get(&sim, "/users/ada/messages").await, (200, json!([])));
    assert_eq!(get(&sim, "/requests").await.0, 200);

    let body = json!({"action": "roles", "user": "ada", "roles": ["Verified"]});
    assert_eq!(
        post(&sim, "/members", body).await.1["roles"],
        json!(["Verified"])
    );
    let body = json!({"action": "join", "user": "katherine"});
    assert_eq!(post(&sim, "/members", body).await.1["member"], true);
    let fault = json!({"path": "channels", "fault": {"kind": "status", "status": 500}});
    assert_eq!(
        post(&sim, "/faults", fault).await,
        (200, json!({"planted": 1}))
    );
}

#[tokio::test]
async fn presences_intents_and_the_gateway_are_changed_by_hand() {
    let (sim, mut bot) = with_bot(Options::default()).await;
    let body = json!({"action": "presence", "user": "ada", "status": "online",
        "on": {"mobile": "idle"}, "custom": "brewing", "playing": "Factorio"});
    assert_eq!(post(&sim, "/members", body).await.1["status"], "online");
    let shown = bot.event(|event| match event {
        Event::PresenceUpdate(shown) => Some(shown.clone()),
        _ => None,
    });
    let shown = shown.await;
    assert_eq!(shown.client_status.mobile, Some(Status::Idle));
    assert_eq!(shown.client_status.desktop, None);
    let (custom, game) = (&shown.activities[0], &shown.activities[1]);
    assert_eq!(custom.state.as_deref(), Some("brewing"));
    assert_eq!(game.name, "Factorio");

    let body = json!({"granted": ["members", "presences"], "limited": ["presences"]});
    let (_, intents) = post(&sim, "/intents", body).await;
    let expected =
        json!({"granted": ["members", "presences"], "limited": ["presences"], "refused": []});
    assert_eq!(intents, expected);
    post(&sim, "/intents", json!({"refused": ["presences"]})).await;
    let (_, overview) = get(&sim, "").await;
    assert_eq!(overview["intents"]["refused"], json!(["presences"]));

    post(&sim, "/gateway", json!({"action": "down"})).await;
    sim.wait_until(|view| view.connected() == 0, LIMIT)
        .await
        .unwrap();
    post(&sim, "/gateway", json!({"action": "up"})).await;
    bot.see(|event| matches!(event, Event::Resumed)).await;
    post(&sim, "/gateway", json!({"action": "close", "code": 4000})).await;
    bot.see(|event| matches!(event, Event::Resumed)).await;
}

#[tokio::test]
async fn buttons_menus_forms_and_completions_work_over_http() {
    let (sim, mut bot) = with_bot(Options::default()).await;
    let raw = |kind: u8, data: Value| json!({"type": kind, "data": data}).to_string();
    let answer = async |bot: &mut Bot, body: String| {
        let i = bot.interaction().await;
        let url = format!(
            "http://{}/api/v10/interactions/{}/{}/callback",
            sim.rest_host(),
            i.id,
            i.token
        );
        let client = reqwest::Client::builder().build().unwrap();
        let request = client
            .post(url)
            .header("content-type", "application/json")
            .body(body);
        assert_eq!(request.send().await.unwrap().status(), 204);
    };
    let rows = json!([{"type": 1, "components": [{"type": 2, "style": 1, "label": "Go", "custom_id": "go"}]},
        {"type": 1, "components": [{"type": 5, "custom_id": "who"}]}]);
    let say = json!({"as": "ada", "text": "/ping"});
    let ((_, reply), ()) = tokio::join!(
        post(&sim, "/say", say),
        answer(
            &mut bot,
            raw(4, json!({"content": "Choose", "components": rows}))
        )
    );
    let message = reply["message_id"].clone();

    let pick = json!({"as": "ada", "message": message, "custom_id": "who", "values": ["linus"]});
    let ((_, reply), ()) = tokio::join!(
        post(&sim, "/select", pick),
        answer(&mut bot, raw(7, json!({"content": "Chosen"})))
    );
    assert_eq!(
        (&reply["kind"], &reply["content"]),
        (&json!("update"), &json!("Chosen"))
    );

    let form = json!({"custom_id": "f", "title": "Form", "components": [{"type": 1, "components": [
        {"type": 4, "custom_id": "why", "label": "Why", "style": 1}]}]});
    let press = json!({"as": "ada", "message": message, "custom_id": "Go"});
    let ((_, reply), ()) =
        tokio::join!(post(&sim, "/press", press), answer(&mut bot, raw(9, form)));
    assert_eq!(reply["modal"]["fields"][0]["custom_id"], "why");

    let fill =
        json!({"as": "ada", "interaction": reply["interaction_id"], "values": {"why": "so"}});
    let ((_, reply), ()) = tokio::join!(
        post(&sim, "/modal", fill),
        answer(&mut bot, raw(7, json!({"content": "Thanks"})))
    );
    assert_eq!(
        (&reply["message_id"], &reply["content"]),
        (&message, &json!("Thanks"))
    );

    let typed = json!({"as": "ada", "text": "/token revoke token:a"});
    let ((_, reply), ()) = tokio::join!(
        post(&sim, "/autocomplete", typed),
        answer(
            &mut bot,
            raw(8, json!({"choices": [{"name": "abc", "value": "1"}]}))
        )
    );
    assert_eq!(reply["choices"], json!([{"name": "abc", "value": "1"}]));
}

#[tokio::test]
async fn mistakes_are_answered_as_errors() {
    let sim = start(Options::default()).await;
    let cases = [
        ("/say", json!({"as": "ada", "text": "/nothing"}), 400),
        (
            "/say",
            json!({"as": "ada", "text": "hi", "colour": "red"}),
            400,
        ),
        ("/say", json!({"text": "hi"}), 400),
        (
            "/press",
            json!({"as": "ada", "message": "x", "custom_id": "y"}),
            400,
        ),
        (
            "/members",
            json!({"action": "leave", "user": "nobody"}),
            404,
        ),
        (
            "/members",
            json!({"action": "leave", "user": "ada", "why": "x"}),
            400,
        ),
        (
            "/members",
            json!({"action": "presence", "user": "ada", "status": "busy"}),
            400,
        ),
        ("/intents", json!({"granted": ["guilds"]}), 400),
        ("/gateway", json!({"action": "explode"}), 400),
        (
            "/faults",
            json!({"path": "x", "fault": {"kind": "explode"}}),
            400,
        ),
        ("/nowhere", json!({}), 404),
    ];
    for (path, body, wanted) in cases {
        let (status, answer) = post(&sim, path, body.clone()).await;
        assert_eq!(status, wanted, "{path} {body} {answer}");
        assert!(answer["error"].is_string(), "{answer}");
    }
    assert_eq!(get(&sim, "/channels/nowhere/messages").await.0, 404);
    assert_eq!(get(&sim, "/say").await.0, 405);
}

#[tokio::test]
async fn pages_of_other_sites_are_refused() {
    let sim = start(Options::default()).await;
    let client = reqwest::Client::builder().build().unwrap();
    let foreign = client
        .get(sim.control_url())
        .header(HOST, "evil.example")
        .send()
        .await
        .unwrap();
    assert_eq!(foreign.status(), 403);
    let request = client.post(format!("{}/say", sim.control_url()));
    let request = request.header("content-type", "text/plain");
    let plain = request
        .body("{\"as\":\"ada\",\"text\":\"hi\"}")
        .send()
        .await
        .unwrap();
    assert_eq!(plain.status(), 415);
}

#[tokio::test]
async fn without_a_bot_there_is_no_reply() {
    let limit = std::time::Duration::from_millis(50);
    let (sim, bot) = with_bot(Options {
        response_limit: limit,
        ..Options::default()
    })
    .await;
    drop(bot);
    let body = json!({"as": "ada", "text": "/ping"});
    let (status, answer) = post(&sim, "/say", body).await;
    assert_eq!(
        (status, &answer["error"]),
        (504, &json!("The application did not respond"))
    );
}

#[tokio::test]
async fn voice_rules_the_bot_channels_and_roles_are_changed_by_hand() {
    let (sim, mut bot) = with_bot(Options::default()).await;
    let body = json!({"action": "join", "user": "katherine", "pending": true});
    assert_eq!(post(&sim, "/members", body).await.0, 200);
    bot.see(|event| matches!(event, Event::MemberAdd(it) if it.member.pending))
        .await;
    let body = json!({"action": "accept_rules", "user": "katherine"});
    post(&sim, "/members", body).await;
    bot.see(|event| matches!(event, Event::MemberUpdate(it) if !it.pending))
        .await;

    let voice = |channel: Value| json!({"action": "voice", "user": "ada", "channel": channel});
    let go = async |channel: Value| post(&sim, "/members", voice(channel)).await;
    assert_eq!(go(json!("general")).await.0, 400, "no voice channel");
    assert_eq!(go(json!("nowhere")).await.0, 404);
    assert_eq!(go(json!("Grid Lounge")).await.0, 200);
    bot.see(|event| matches!(event, Event::VoiceStateUpdate(it) if it.0.channel_id.is_some()))
        .await;
    assert_eq!(go(Value::Null).await.0, 200);
    bot.see(|event| matches!(event, Event::VoiceStateUpdate(it) if it.0.channel_id.is_none()))
        .await;

    let names = |overview: &Value, of: &str| -> Vec<String> {
        let all = overview[of].as_array().unwrap().iter();
        all.map(|it| it["name"].as_str().unwrap().to_owned())
            .collect()
    };
    let delete = json!({"action": "delete_channel", "channel": "#staff-room"});
    let (status, overview) = post(&sim, "/server", delete.clone()).await;
    assert_eq!(status, 200);
    assert!(!names(&overview, "channels").contains(&"staff-room".to_owned()));
    assert_eq!(post(&sim, "/server", delete).await.0, 404);
    bot.see(|event| matches!(event, Event::ChannelDelete(_)))
        .await;
    let delete = |role: &str| json!({"action": "delete_role", "role": role});
    assert_eq!(post(&sim, "/server", delete("@everyone")).await.0, 400);
    let (status, overview) = post(&sim, "/server", delete("Verified")).await;
    assert_eq!(status, 200);
    assert!(!names(&overview, "roles").contains(&"Verified".to_owned()));
    bot.see(|event| matches!(event, Event::RoleDelete(_))).await;

    post(&sim, "/server", json!({"action": "kick_bot"})).await;
    bot.see(|event| matches!(event, Event::GuildDelete(_)))
        .await;
    post(&sim, "/server", json!({"action": "invite_bot"})).await;
    bot.see(|event| matches!(event, Event::GuildCreate(_)))
        .await;
}
