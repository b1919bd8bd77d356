//! The page to play with, and the routes that it is a client of.

use paddock_sim_discord::{MemberSeed, OWNER_ID, Options, SimDiscord};
use reqwest::header::{CONTENT_SECURITY_POLICY, HOST, ORIGIN};
use reqwest::{Response, StatusCode};
use serde_json::{Value, json};
use twilight_model::channel::message::MessageFlags;
use twilight_model::http::interaction::{
    InteractionResponse, InteractionResponseData, InteractionResponseType,
};

use crate::helpers::{LIMIT, app, say, start, with_bot};

fn client() -> reqwest::Client {
    reqwest::Client::builder().build().unwrap()
}

async fn get(sim: &SimDiscord, path: &str) -> Response {
    let url = format!("{}{path}", sim.oauth_url());
    client().get(url).send().await.unwrap()
}

async fn read(sim: &SimDiscord, path: &str) -> Value {
    get(sim, path).await.json().await.unwrap()
}

async fn post(sim: &SimDiscord, path: &str, body: Value) -> (u16, Value) {
    let url = format!("{}/sim{path}", sim.oauth_url());
    let answer = client().post(url).json(&body).send().await.unwrap();
    (answer.status().as_u16(), answer.json().await.unwrap())
}

fn names(list: &Value) -> Vec<&str> {
    let items = list.as_array().unwrap().iter();
    items.map(|it| it["name"].as_str().unwrap()).collect()
}

/// What somebody is sent by `GET /sim/events`.
struct Stream {
    response: Response,
    text: String,
}

impl Stream {
    async fn of(sim: &SimDiscord, user: &str) -> Self {
        let response = get(sim, &format!("/sim/events?as={user}")).await;
        assert_eq!(response.headers()["content-type"], "text/event-stream");
        Self {
            response,
            text: String::new(),
        }
    }

    /// The next event.
    async fn next(&mut self) -> (String, Value) {
        loop {
            if let Some((event, rest)) = self.text.split_once("\n\n") {
                let line = |key| event.lines().find_map(|line| line.strip_prefix(key));
                let found = line("event: ").zip(line("data: "));
                let found = found.map(|(name, data)| (name.to_owned(), data.to_owned()));
                self.text = rest.to_owned();
                if let Some((name, data)) = found {
                    return (name, serde_json::from_str(&data).unwrap());
                }
                continue;
            }
            let part = tokio::time::timeout(LIMIT, self.response.chunk()).await;
            let part = part.expect("an event comes").unwrap();
            let part = part.expect("the stream goes on");
            self.text.push_str(std::str::from_utf8(&part).unwrap());
        }
    }

    /// The next event of this name; any other before it is of another name.
    async fn next_of(&mut self, name: &str) -> Value {
        loop {
            let (found, body) = self.next().await;
            if found == name {
                return body;
            }
        }
    }
}

#[tokio::test]
async fn the_page_is_for_this_machine_and_loads_nothing_from_elsewhere() {
    let sim = start(Options::default()).await;
    let page = get(&sim, "/").await;
    let policy = page.headers()[CONTENT_SECURITY_POLICY].to_str().unwrap();
    assert!(policy.starts_with("default-src 'none'"), "{policy}");
    assert!(!policy.contains("unsafe"), "{policy}");
    let page = page.text().await.unwrap();
    for part in ["/page/page.js", "/page/page.css"] {
        assert!(page.contains(part), "{part}");
        assert_eq!(get(&sim, part).await.status(), StatusCode::OK);
    }
    let licences = get(&sim, "/page/licences.txt").await.text().await.unwrap();
    assert!(licences.contains("@skyra/discord-components-core"));
    let missing = get(&sim, "/page/else.js").await.status();
    assert_eq!(missing, StatusCode::NOT_FOUND);

    for (header, value) in [(HOST, "evil.example"), (ORIGIN, "https://evil.example")] {
        for path in ["/", "/sim/view?as=ada", "/sim/events?as=ada"] {
            let request = client().get(format!("{}{path}", sim.oauth_url()));
            let answer = request.header(header.clone(), value).send().await.unwrap();
            assert_eq!(answer.status(), StatusCode::FORBIDDEN, "{path} {value}");
        }
    }
}

#[tokio::test]
async fn somebody_sees_the_channels_that_they_may_see() {
    let (sim, _bot) = with_bot(Options::default()).await;
    let ada = read(&sim, "/sim/view?as=ada").await;
    let here = &ada["guilds"][0];
    let channels = names(&here["channels"]);
    let may_send = |name: &str| {
        let all = here["channels"].as_array().unwrap();
        let found = all.iter().find(|it| it["name"] == name);
        found.map(|it| it["may_send"] == true)
    };
    assert_eq!(may_send("general"), Some(true));
    assert_eq!(may_send("announcements"), Some(false));
    assert_eq!(may_send("review"), None, "{channels:?}");
    assert_eq!(ada["me"]["username"], "ada");
    assert_eq!(ada["bot"]["connected"], true);
    let owner = read(&sim, &format!("/sim/view?as={OWNER_ID}")).await;
    for hidden in ["review", "admin", "staff-room"] {
        assert!(!channels.contains(&hidden), "{hidden}");
        let all = names(&owner["guilds"][0]["channels"]);
        assert!(all.contains(&hidden), "{hidden}");
    }

    // Whoever is invisible looks offline to others.
    let body = json!({"action": "presence", "user": "ada", "status": "invisible"});
    post(&sim, "/members", body).await;
    let status = |view: &Value| {
        let members = view["guilds"][0]["members"].as_array().unwrap().iter();
        let ada = members.clone().find(|it| it["user"]["username"] == "ada");
        ada.unwrap()["status"].clone()
    };
    let view = read(&sim, "/sim/view?as=ada").await;
    assert_eq!(
        (&view["status"], status(&view)),
        (&json!("invisible"), json!("offline"))
    );

    // Who leaves sees nothing of the server, and can still be acted as.
    post(&sim, "/members", json!({"action": "leave", "user": "ada"})).await;
    let view = read(&sim, "/sim/view?as=ada").await;
    assert_eq!(view["guilds"], json!([]));
    let people = view["people"].as_array().unwrap();
    let ada = people.iter().find(|it| it["username"] == "ada").unwrap();
    assert_eq!(ada["member"], false);
    let nobody = get(&sim, "/sim/view?as=nobody").await.status();
    assert_eq!(nobody, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn commands_are_offered_to_those_who_can_use_them() {
    let (sim, _bot) = with_bot(Options::default()).await;
    let general = sim.view(|view| view.channel("general").unwrap().id);
    for (user, may) in [("ada", false), ("owner", true)] {
        let path = format!("/sim/view/commands?as={user}&channel={general}");
        let offered = read(&sim, &path).await;
        assert_eq!(names(&offered).contains(&"config"), may, "{user}");
    }
}

#[tokio::test]
async fn an_ephemeral_reply_reaches_only_who_asked() {
    let (sim, mut bot) = with_bot(Options::default()).await;
    let (mut ada, mut mira) = (
        Stream::of(&sim, "ada").await,
        Stream::of(&sim, "mira").await,
    );
    for stream in [&mut ada, &mut mira] {
        assert_eq!(stream.next().await.0, "view");
    }
    let body = json!({"as": "ada", "text": "/register name:Ada"});
    let (answer, ()) = tokio::join!(post(&sim, "/say", body), async {
        let interaction = bot.interaction().await;
        let thinking = InteractionResponse {
            kind: InteractionResponseType::DeferredChannelMessageWithSource,
            data: Some(InteractionResponseData {
                flags: Some(MessageFlags::EPHEMERAL),
                ..InteractionResponseData::default()
            }),
        };
        bot.respond(&interaction, &thinking).await;
        let shown = ada.next_of("message").await;
        assert_eq!(shown["flags"], 64 | 128);
        let replies = bot.http.interaction(app());
        let edit = replies.update_response(&interaction.token);
        edit.content(Some("Welcome")).await.unwrap();
    });
    assert_eq!(answer.0, 200, "{answer:?}");
    let shown = ada.next_of("message").await;
    assert_eq!(
        (&shown["flags"], &shown["content"]),
        (&json!(64), &json!("Welcome"))
    );
    let channel = shown["channel_id"].as_str().unwrap();
    for (user, count) in [("ada", 1), ("mira", 0)] {
        let path = format!("/sim/view/messages?as={user}&channel={channel}");
        let messages = read(&sim, &path).await;
        assert_eq!(messages.as_array().unwrap().len(), count, "{user}");
    }
    // What Mira is sent next is what happens next.
    post(&sim, "/say", json!({"as": "ada", "text": "hello"})).await;
    let (name, hello) = mira.next().await;
    assert_eq!(
        (name.as_str(), &hello["content"]),
        ("message", &json!("hello"))
    );
}

#[tokio::test]
async fn what_changes_is_sent_to_who_sees_it() {
    let (sim, bot) = with_bot(Options::default()).await;
    let review = sim.view(|view| view.channel("review").unwrap().id);
    let mut ada = Stream::of(&sim, "ada").await;
    ada.next_of("view").await;
    let hidden = json!({"as": "owner", "text": "among us", "channel": "review"});
    assert_eq!(post(&sim, "/say", hidden).await.0, 200);
    let sent = json!({"as": "owner", "text": "to all"});
    assert_eq!(post(&sim, "/say", sent).await.0, 200);
    let (_, shown) = ada.next().await;
    assert_eq!(shown["content"], "to all", "what is hidden is not sent");
    let unseen = format!("/sim/view/messages?as=ada&channel={review}");
    assert_eq!(get(&sim, &unseen).await.status(), StatusCode::NOT_FOUND);

    // A role shows a channel, whose old messages are read and not sent.
    let body = json!({"action": "roles", "user": "ada", "roles": ["Steward"]});
    post(&sim, "/members", body).await;
    let (name, view) = ada.next().await;
    assert_eq!(name, "view");
    assert!(names(&view["guilds"][0]["channels"]).contains(&"review"));
    assert_eq!(read(&sim, &unseen).await[0]["content"], "among us");

    let channel = twilight_model::id::Id::new(review);
    let message = bot
        .http
        .create_message(channel)
        .content("One")
        .await
        .unwrap();
    let message = message.model().await.unwrap().id;
    assert_eq!(ada.next().await.1["content"], "One");
    let edit = bot.http.update_message(channel, message);
    edit.content(Some("Two")).await.unwrap();
    assert_eq!(ada.next().await.1["content"], "Two");
    bot.http.delete_message(channel, message).await.unwrap();
    let (name, gone) = ada.next().await;
    assert_eq!(
        (name.as_str(), &gone["id"]),
        ("delete", &json!(message.to_string()))
    );

    let voice = json!({"action": "voice", "user": "mira", "channel": "Grid Lounge"});
    post(&sim, "/members", voice).await;
    let view = ada.next_of("view").await;
    let lounge = view["guilds"][0]["channels"].as_array().unwrap().last();
    assert_eq!(lounge.unwrap()["voice"].as_array().unwrap().len(), 1);
    let moved = post(&sim, "/clock", json!({"advance_seconds": 3600})).await;
    assert_eq!(moved.1["offset_ms"], 3_600_000);
    assert_eq!(ada.next_of("view").await["clock_offset_ms"], 3_600_000);
    let years = post(&sim, "/clock", json!({"advance_seconds": u32::MAX})).await;
    assert_eq!(years.0, 400);
    post(&sim, "/gateway", json!({"action": "down"})).await;
    loop {
        let bot = &ada.next_of("view").await["bot"];
        if bot["connected"] == false && bot["refused"] == true {
            break;
        }
    }
    // The stream ends with the simulator, which does not wait for it.
    let stopping = tokio::time::timeout(LIMIT / 4, sim.stop()).await;
    stopping.expect("an open stream holds nothing up");
}

#[tokio::test]
async fn a_file_is_sent_from_the_page_and_fetched_again() {
    let sim = start(Options::default()).await;
    let (html, png) = ("PHNjcmlwdD4=", "iVBORw0KGgo=");
    let files = json!({"a page.html": html, "lap.png": png});
    let body = json!({"as": "ada", "text": "proof", "attachments": files});
    let (status, message) = post(&sim, "/say", body).await;
    assert_eq!(status, 200, "{message}");
    for (file, kind, shown) in [
        ("a page.html", "application/octet-stream", "attachment"),
        ("lap.png", "image/png", "inline"),
    ] {
        let sent = message["attachments"].as_array().unwrap().iter();
        let sent = sent.clone().find(|it| it["filename"] == file).unwrap();
        let url = sent["url"].as_str().unwrap();
        let fetched = client().get(url).send().await.unwrap();
        let header = |name: &str| fetched.headers()[name].to_str().unwrap().to_owned();
        assert_eq!(header("content-type"), kind);
        assert_eq!(header("content-disposition"), shown, "{file}");
        assert_eq!(header("x-content-type-options"), "nosniff");
        assert_eq!(fetched.bytes().await.unwrap().len(), 8, "{file}");
    }
    let wrong = json!({"as": "ada", "text": "x", "attachments": {"a": "no base64!"}});
    assert_eq!(post(&sim, "/say", wrong).await.0, 400);
}

#[tokio::test]
async fn a_form_takes_files() {
    let (sim, mut bot) = with_bot(Options::default()).await;
    let upload = json!({"type": 19, "custom_id": "proof", "max_values": 2});
    let label = json!({"type": 18, "label": "Proof", "component": upload});
    let form = json!({"custom_id": "report", "title": "Report", "components": [label]});
    let ((status, shown), ()) = tokio::join!(
        post(&sim, "/say", json!({"as": "ada", "text": "/ping"})),
        async {
            let asked = bot.interaction().await;
            let path = format!(
                "/api/v10/interactions/{}/{}/callback",
                asked.id, asked.token
            );
            let answer = client().post(format!("{}{path}", sim.oauth_url()));
            let answer = answer.json(&json!({"type": 9, "data": form})).send().await;
            assert_eq!(answer.unwrap().status(), StatusCode::NO_CONTENT);
        }
    );
    assert_eq!((status, &shown["kind"]), (200, &json!("modal")));
    let none = json!({"as": "ada", "interaction": shown["interaction_id"], "values": {}});
    assert_eq!(post(&sim, "/modal", none).await.0, 400);
    let body = json!({"as": "ada", "interaction": shown["interaction_id"],
                      "values": {"proof": "lap.png"}, "attachments": {"lap.png": "iVBORw0KGgo="}});
    let ((status, reply), ()) = tokio::join!(post(&sim, "/modal", body), async {
        let sent = bot.interaction().await;
        let data = serde_json::to_value(&sent.data).unwrap();
        let file = data["resolved"]["attachments"]
            .as_object()
            .unwrap()
            .values()
            .next();
        let address = file.unwrap()["url"].as_str().unwrap().to_owned();
        // The address is Discord's own; the simulator serves its path.
        let path = address.split_once("cdn.discordapp.com").unwrap().1;
        let fetched = get(&sim, path).await.bytes().await.unwrap();
        assert_eq!(fetched.len(), 8);
        bot.respond(&sent, &say("Thank you")).await;
    });
    assert_eq!(status, 200, "{reply}");
}

#[tokio::test]
async fn ids_name_what_names_do_not() {
    let (sim, mut bot) = with_bot(Options::default()).await;
    let twin = MemberSeed {
        global_name: Some("Linus".to_owned()),
        ..MemberSeed::new("linus-2")
    };
    let twin = sim.add_member(twin);
    let by_name = post(&sim, "/say", json!({"as": "Linus", "text": "who am I?"})).await;
    assert_eq!(by_name.0, 200, "a handle comes first");
    let same = sim.add_channel("general");
    let body = json!({"as": twin.to_string(), "text": "here", "channel": same.to_string()});
    let (status, message) = post(&sim, "/say", body).await;
    assert_eq!(status, 200, "{message}");
    assert_eq!(message["author"]["id"], twin.to_string());
    assert_eq!(message["channel_id"], same.to_string());

    // Options apart from the text take what looks like another option as it is.
    let body = json!({"as": twin.to_string(), "text": "/register", "channel": same.to_string(),
                      "options": {"name": "a \"b\" number:7"}});
    let ((status, _), ()) = tokio::join!(post(&sim, "/say", body), async {
        let interaction = bot.interaction().await;
        let sent = serde_json::to_value(&interaction.data).unwrap();
        assert_eq!(sent["options"][0]["value"], "a \"b\" number:7");
        bot.respond(&interaction, &say("Welcome")).await;
    });
    assert_eq!(status, 200);
}
