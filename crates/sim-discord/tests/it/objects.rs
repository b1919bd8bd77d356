//! What every object holds, by Discord's own specification (<https://github.com/discord/discord-api-spec>).

use paddock_sim_discord::{GUILD_ID, Options, Reply};
use serde_json::{Value, json};
use twilight_model::channel::message::MessageFlags;
use twilight_model::http::interaction::{InteractionResponseData, InteractionResponseType as Type};

use crate::helpers::{Bot, app, response, say, start, with_bot};
use crate::raw::Raw;

const USER: &str = "id username avatar discriminator public_flags flags global_name primary_guild";
const APPLICATION: &str = "id name icon description type verify_key flags flags_new redirect_uris \
    interactions_endpoint_url role_connections_verification_url owner \
    approximate_guild_count approximate_user_install_count \
    approximate_user_authorization_count explicit_content_filter team \
    eligible_oauth2_scopes";
const GUILD: &str = "id name icon description home_header splash discovery_splash features banner \
    owner_id application_id region afk_channel_id afk_timeout system_channel_id \
    system_channel_flags widget_enabled widget_channel_id verification_level roles \
    default_message_notifications mfa_level explicit_content_filter max_presences \
    max_members max_stage_video_channel_users max_video_channel_users vanity_url_code \
    premium_tier premium_subscription_count preferred_locale rules_channel_id \
    safety_alerts_channel_id public_updates_channel_id premium_progress_bar_enabled nsfw \
    nsfw_level emojis stickers incidents_data";
const MEMBER: &str = "avatar banner communication_disabled_until flags joined_at nick pending \
    premium_since roles user mute deaf";
const ROLE: &str = "id name permissions position color colors hoist managed mentionable icon \
    unicode_emoji flags";
const MESSAGE: &str = "type content mentions mention_roles attachments embeds timestamp edited_timestamp \
    flags components id channel_id author pinned mention_everyone tts";
const VOICE_STATE: &str = "channel_id deaf guild_id mute request_to_speak_timestamp suppress self_stream \
    self_deaf self_mute self_video session_id user_id";

#[track_caller]
fn has(object: &Value, required: &str) {
    let is_missing = |key: &&str| object.get(key).is_none();
    let missing: Vec<_> = required.split(' ').filter(is_missing).collect();
    assert!(missing.is_empty(), "{missing:?} of {object}");
}

#[tokio::test]
async fn no_required_field_is_missing() {
    let sim = start(Options::default()).await;
    sim.set_voice("ada", Some("Grid Lounge"));
    let raw = Raw::new(&sim);
    let ada = sim.user_id("ada");
    let (_, me) = raw.get("/users/@me").await;
    has(&me, USER);
    has(&me, "mfa_enabled locale");
    has(&raw.get(&format!("/users/{ada}")).await.1, USER);
    let (_, application) = raw.get("/applications/@me").await;
    has(&application, APPLICATION);
    has(&application["owner"], USER);
    let guild = format!("/guilds/{GUILD_ID}");
    has(&raw.get(&guild).await.1, GUILD);
    let (_, member) = raw.get(&format!("{guild}/members/{ada}")).await;
    has(&member, MEMBER);
    has(&member["user"], USER);
    has(&raw.get(&format!("{guild}/roles")).await.1[0], ROLE);
    has(
        &raw.get(&format!("{guild}/voice-states/{ada}")).await.1,
        VOICE_STATE,
    );
    let (_, sent) = raw
        .post(&Raw::messages(&sim, "general"), &json!({"content": "x"}))
        .await;
    has(&sent, MESSAGE);
    has(&sent["author"], USER);
}

#[tokio::test]
async fn the_counts_of_a_guild_come_when_they_are_asked_for() {
    let sim = start(Options::default()).await;
    let raw = Raw::new(&sim);
    let path = format!("/guilds/{GUILD_ID}?with_counts=true");
    let (_, before) = raw.get(&path).await;
    sim.leave("ada");
    let (_, after) = raw.get(&path).await;
    let members = |guild: &Value| guild["approximate_member_count"].as_u64().unwrap();
    assert_eq!(members(&before), members(&after) + 1);
    assert!(after["approximate_presence_count"].as_u64().unwrap() > 0);
}

#[tokio::test]
async fn a_reply_names_what_it_replies_to_and_notifies_who_wrote_it() {
    let sim = start(Options::default()).await;
    let raw = Raw::new(&sim);
    let messages = Raw::messages(&sim, "general");
    let said = sim.as_user("ada").say("Anybody?").unwrap();
    let to = |id: u64| json!({"message_id": id.to_string()});
    let body = json!({"content": "Me.", "message_reference": to(said.id)});
    let (_, reply) = raw.post(&messages, &body).await;
    assert_eq!(
        (&reply["type"], &reply["mentions"][0]["username"]),
        (&json!(19), &json!("ada"))
    );
    let reference = json!({
        "type": 0, "message_id": said.id.to_string(), "guild_id": GUILD_ID.to_string(),
        "channel_id": said.channel_id.to_string(),
    });
    assert_eq!(reply["message_reference"], reference);
    has(&reply["referenced_message"], MESSAGE);
    assert_eq!(reply["referenced_message"]["content"], "Anybody?");

    let body = json!({"content": "x", "message_reference": to(said.id), "allowed_mentions": {"parse": []}});
    let (_, quiet) = raw.post(&messages, &body).await;
    assert_eq!(quiet["mentions"], json!([]));
    let lenient = json!({"message_id": "77", "fail_if_not_exists": false});
    let (_, alone) = raw
        .post(
            &messages,
            &json!({"content": "x", "message_reference": lenient}),
        )
        .await;
    assert_eq!(
        (&alone["type"], alone.get("referenced_message")),
        (&json!(0), None)
    );
    let body = json!({"content": "x", "message_reference": to(77)});
    let (status, error) = raw.post(&messages, &body).await;
    assert_eq!(status, 400);
    let why = &error["errors"]["message_reference"]["_errors"][0]["code"];
    assert_eq!(why, "REPLIES_UNKNOWN_MESSAGE");
}

#[tokio::test]
async fn a_mention_of_a_role_is_listed_unless_it_may_not_notify() {
    let sim = start(Options::default()).await;
    let raw = Raw::new(&sim);
    let messages = Raw::messages(&sim, "general");
    let role = sim.role_id("Verified");
    for (allowed, listed) in [
        (json!(null), true),
        (json!({"parse": ["roles"]}), true),
        (json!({"roles": [role]}), true),
        (json!({"parse": ["users"]}), false),
    ] {
        let body = json!({"content": format!("<@&{role}>!"), "allowed_mentions": allowed});
        let (_, sent) = raw.post(&messages, &body).await;
        let expected = if listed {
            json!([role.to_string()])
        } else {
            json!([])
        };
        assert_eq!(sent["mention_roles"], expected, "{body}");
    }
}

/// A command whose answer has a button and a menu, a press whose answer is a form, and the form sent.
async fn conversation(bot: &mut Bot, ada: &paddock_sim_discord::Person) -> [Reply; 3] {
    let rows = json!([{"type": 1, "components": [
        {"type": 2, "style": 1, "label": "More", "custom_id": "more"}]},
        {"type": 1, "components": [{"type": 3, "custom_id": "menu", "options": [
            {"label": "One", "value": "1"}]}]}]);
    let (first, ()) = tokio::join!(ada.slash("/ping"), async {
        let i = bot.interaction().await;
        let data = InteractionResponseData {
            content: Some("Pong".to_owned()),
            components: Some(serde_json::from_value(rows).unwrap()),
            ..Default::default()
        };
        bot.respond(&i, &response(Type::ChannelMessageWithSource, Some(data)))
            .await;
        let more = bot.http.interaction(app());
        more.create_followup(&i.token)
            .content("Again")
            .await
            .unwrap();
    });
    let first = first.unwrap();
    let (form, ()) = tokio::join!(ada.press(&first, "More"), async {
        let i = bot.interaction().await;
        let modal = json!({"custom_id": "form", "title": "Form", "components": [
            {"type": 18, "label": "Why", "component": {"type": 4, "custom_id": "why", "style": 1}}]});
        let modal = serde_json::from_value(modal).unwrap();
        bot.respond(&i, &response(Type::Modal, Some(modal))).await;
    });
    let form = form.unwrap();
    let (sent, ()) = tokio::join!(ada.submit_modal(&form, &[("why", "so")]), async {
        let i = bot.interaction().await;
        let mut done = say("Done");
        if let Some(data) = &mut done.data {
            data.flags = Some(MessageFlags::empty());
        }
        bot.respond(&i, &done).await;
    });
    [first, form, sent.unwrap()]
}

#[tokio::test]
async fn a_message_tells_which_interaction_it_answers() {
    let (sim, mut bot) = with_bot(Options::default()).await;
    let ada = sim.as_user("ada");
    let [first, form, sent] = conversation(&mut bot, &ada).await;
    let raw = Raw::new(&sim);
    let messages = Raw::messages(&sim, "general");
    let read = async |id: u64| raw.get(&format!("{messages}/{id}")).await.1;
    let id_of = |reply: &Reply| json!(reply.interaction_id.to_string());

    let original = read(first.message_id.unwrap()).await;
    let told = &original["interaction_metadata"];
    assert_eq!(
        (&original["type"], &told["id"], &told["type"]),
        (&json!(20), &id_of(&first), &json!(2))
    );
    has(&told["user"], USER);
    has(told, "authorizing_integration_owners");
    let menu = &original["components"][1]["components"][0];
    assert_eq!(
        (&menu["min_values"], &menu["max_values"]),
        (&json!(1), &json!(1))
    );

    let more = read(first.now().followups[0].id).await;
    assert_eq!(
        (&more["type"], &more["referenced_message"]["id"]),
        (&json!(19), &original["id"])
    );
    assert_eq!(
        more["interaction_metadata"]["original_response_message_id"],
        original["id"]
    );
    assert!(told.get("original_response_message_id").is_none());

    // The form was sent from the message with the button, and is answered by a reply to it.
    let done = read(sent.message_id.unwrap()).await;
    assert_eq!(done["message_reference"]["message_id"], original["id"]);
    let told = &done["interaction_metadata"];
    assert_eq!((&told["id"], &told["type"]), (&id_of(&sent), &json!(5)));
    let trigger = &told["triggering_interaction_metadata"];
    assert_eq!(
        (&trigger["id"], &trigger["type"]),
        (&id_of(&form), &json!(3))
    );
    assert_eq!(trigger["interacted_message_id"], original["id"]);
}

#[tokio::test]
async fn messages_around_one_are_listed() {
    let sim = start(Options::default()).await;
    let raw = Raw::new(&sim);
    let ada = sim.as_user("ada");
    let said: Vec<_> = (0..9)
        .map(|n| ada.say(&n.to_string()).unwrap().id)
        .collect();
    let messages = Raw::messages(&sim, "general");
    let list = async |query: String| {
        let (status, list) = raw.get(&format!("{messages}?{query}")).await;
        assert_eq!(status, 200, "{query}");
        let texts = list.as_array().unwrap().iter();
        texts
            .map(|it| it["content"].as_str().unwrap())
            .collect::<String>()
    };
    assert_eq!(list(format!("around={}&limit=5", said[4])).await, "65432");
    assert_eq!(list(format!("around={}&limit=5", said[0])).await, "43210");
    assert_eq!(list(format!("around={}&limit=5", said[8])).await, "876");
    assert_eq!(list(format!("around={}", said[8] + 1)).await, "876543210");
    assert_eq!(list(format!("before={}&limit=2", said[4])).await, "32");
    assert_eq!(list(format!("after={}&limit=2", said[4])).await, "65");
    let (status, error) = raw.get(&format!("{messages}?around=here")).await;
    assert_eq!(status, 400);
    assert_eq!(
        error["errors"]["around"]["_errors"][0]["code"],
        "NUMBER_TYPE_COERCE"
    );
}

#[tokio::test]
async fn an_unknown_path_is_noted_whatever_its_ids() {
    let options = Options {
        strict: false,
        ..Options::default()
    };
    let sim = start(options).await;
    let raw = Raw::new(&sim);
    for path in [
        "guilds/templates/abc",
        "channels/77/pins",
        "guilds/77/emojis",
        "stage-instances/1",
    ] {
        let (status, error) = raw.get(&format!("/{path}")).await;
        assert_eq!((status, &error["code"]), (404, &json!(0)), "{path}");
        assert_eq!(sim.unexpected().last(), Some(&format!("GET {path}")));
    }
    let noted = sim.unexpected().len();
    let (status, error) = raw.get("/guilds/abc/roles").await;
    assert_eq!(status, 400);
    assert!(error["errors"]["guild_id"].is_object(), "{error}");
    assert_eq!(sim.unexpected().len(), noted);
}

#[tokio::test]
async fn a_file_given_to_a_command_is_fetched_from_its_address() {
    let options = Options {
        local_files: true,
        ..Options::default()
    };
    let (sim, mut bot) = with_bot(options).await;
    let name = "lap 7 (ä).csv";
    let person = sim.as_user("ada").with_file(name, "a,b");
    let pick = person.slash("/pick member:@linus file:lap 7 (ä).csv");
    let (reply, ()) = tokio::join!(pick, async {
        let i = bot.interaction().await;
        let data = serde_json::to_value(&i.data).unwrap();
        let files = data["resolved"]["attachments"].as_object().unwrap();
        let file = files.values().next().unwrap();
        assert_eq!(file["filename"], name);
        for key in ["url", "proxy_url"] {
            let address = file[key].as_str().unwrap();
            assert!(address.is_ascii() && !address.contains(' '), "{address}");
            let answer = reqwest::get(address).await.unwrap();
            assert_eq!(answer.headers()["content-type"], "text/csv; charset=utf-8");
            assert_eq!(answer.text().await.unwrap(), "a,b");
        }
        bot.respond(&i, &say("Picked")).await;
    });
    assert_eq!(reply.unwrap().content, "Picked");
}
