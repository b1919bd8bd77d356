//! Harness of the unit tests: the real dispatch and delivery of answers between stubs of the API and
//! of Discord.

#[path = "../tests/it/stub_api.rs"]
#[expect(dead_code, reason = "the integration tests use the rest of it")]
pub(crate) mod stub_api;

mod show;

pub(crate) use show::show_reply;

use crate::{
    bot::Bot, clock, commands, config::Config, discord::Discord, dispatch::Dispatch, files::Files,
    intents::Privileged, respond,
};
use axum::{
    Router,
    body::Bytes,
    extract::State,
    http::{Method, StatusCode, Uri},
    serve::ListenerExt as _,
};
use paddock_api_client::Client;
use secrecy::ExposeSecret as _;
use serde_json::{Value, json};
use std::{
    collections::{HashMap, VecDeque},
    sync::{Arc, Mutex},
    time::Duration,
};
use stub_api::StubApi;
use tokio::{net::TcpListener, sync::watch, time::timeout};
use tokio_util::sync::CancellationToken;

/// The member who gives the commands.
pub(crate) const USER: &str = "201";

/// One request to Discord: method and path, and the body.
type Sent = (String, Value);

/// A bot without gateway.
pub(crate) struct Harness {
    pub(crate) api: StubApi,
    pub(crate) bot: Arc<Bot>,
    dispatch: Arc<Dispatch>,
    to_discord: Arc<Traffic>,
}

/// The requests to Discord, and the failures of the next first responses.
#[derive(Default)]
struct Traffic {
    sent: Mutex<Vec<Sent>>,
    failures: Mutex<VecDeque<(StatusCode, Value)>>,
    files: Mutex<HashMap<String, Vec<u8>>>,
    count: watch::Sender<usize>,
}

impl Harness {
    pub(crate) async fn start() -> Self {
        let _ = rustls::crypto::ring::default_provider().install_default();
        let api = StubApi::start().await;
        let (rest, to_discord) = discord().await;
        let config = Config {
            token: "stub.token".to_owned().into(),
            guild_id: None,
            api_url: api.url.clone(),
            api_key: stub_api::KEY.to_owned().into(),
            data_dir: std::env::temp_dir(),
            rest_proxy: Some(rest),
            gateway_url: None,
        };
        let client = Client::new(&config.api_url).unwrap();
        let client = client.with_bot_key(config.api_key.expose_secret());
        let bot = Bot::new(
            client,
            Discord::for_tests(&config),
            Files::new(&config),
            Privileged::new(None),
            1,
            CancellationToken::new(),
        );
        Self {
            api,
            bot: Arc::new(bot),
            dispatch: Arc::new(commands::dispatch()),
            to_discord,
        }
    }

    /// Sends an interaction that Discord made just now, and gives the requests to Discord.
    pub(crate) async fn interact(&self, kind: u8, data: Value) -> Vec<Sent> {
        self.interact_after(Duration::ZERO, kind, data).await
    }

    /// Sends an interaction of this age.
    pub(crate) async fn interact_after(&self, age: Duration, kind: u8, data: Value) -> Vec<Sent> {
        let interaction = interaction(clock::id_of_age(age), kind, data);
        self.respond(interaction).await
    }

    /// Sends a command from a direct message.
    pub(crate) async fn interact_in_dm(&self, data: Value) -> Vec<Sent> {
        self.dm(interaction(clock::id_of_age(Duration::ZERO), 2, data))
            .await
    }

    /// Presses a button in a direct message.
    pub(crate) async fn press_in_dm(&self, custom_id: &str) -> String {
        let sent = self.dm(press(custom_id)).await;
        self.exchange(&sent)
    }

    async fn dm(&self, mut interaction: Value) -> Vec<Sent> {
        let fields = interaction.as_object_mut().unwrap();
        for guild_only in ["guild_id", "guild", "guild_locale", "member"] {
            fields.remove(guild_only);
        }
        fields.insert("user".to_owned(), user());
        self.respond(interaction).await
    }

    async fn respond(&self, interaction: Value) -> Vec<Sent> {
        let interaction = serde_json::from_value(interaction).unwrap();
        let (bot, dispatch) = (self.bot.clone(), self.dispatch.clone());
        Box::pin(respond::interaction(bot, dispatch, interaction)).await;
        self.sent()
    }

    /// The requests to Discord since the last call.
    pub(crate) fn sent(&self) -> Vec<Sent> {
        std::mem::take(&mut self.to_discord.sent.lock().unwrap())
    }

    /// Makes Discord answer a first response with this failure, after earlier ones that still wait.
    pub(crate) fn fail_callback(&self, status: u16, body: Value) {
        let failure = (StatusCode::from_u16(status).unwrap(), body);
        let mut failures = self.to_discord.failures.lock().unwrap();
        failures.push_back(failure);
    }

    /// Waits for the first request to Discord.
    pub(crate) async fn deferred(&self) {
        let mut arrived = self.to_discord.count.subscribe();
        let something = arrived.wait_for(|count| *count > 0);
        timeout(stub_api::WAIT_TIMEOUT, something)
            .await
            .expect("nothing reached Discord")
            .unwrap();
    }

    /// Gives a command with these options, and shows the requests to the API and the answer.
    pub(crate) async fn command(&self, name: &str, options: Value) -> String {
        let sent = self.interact(2, command(name, options)).await;
        self.exchange(&sent)
    }

    /// Presses a button.
    pub(crate) async fn press(&self, custom_id: &str) -> String {
        let sent = self
            .interact(
                3,
                json!({"component_type": 2, "custom_id": custom_id, "id": 3}),
            )
            .await;
        self.exchange(&sent)
    }

    /// Presses a button of a message that has these embeds and files.
    pub(crate) async fn press_on(&self, custom_id: &str, more: Value) -> String {
        let mut interaction = press(custom_id);
        interaction["message"] = stub_api::with(
            json!({
                "id": "900", "channel_id": "300", "type": 0, "author": user(), "content": "",
                "timestamp": "2026-12-01T00:00:00+00:00", "edited_timestamp": null, "tts": false,
                "mention_everyone": false, "mentions": [], "mention_roles": [], "attachments": [], "embeds": [],
                "components": [], "pinned": false, "flags": 64,
            }),
            more,
        );
        let sent = self.respond(interaction).await;
        self.exchange(&sent)
    }

    /// Lets Discord serve a file under this path.
    pub(crate) fn serve(&self, path: &str, content: impl Into<Vec<u8>>) {
        let mut files = self.to_discord.files.lock().unwrap();
        files.insert(path.to_owned(), content.into());
    }

    /// Submits the form that asks for a reason.
    pub(crate) async fn give_reason(&self, custom_id: &str, reason: &str) -> String {
        let input = json!({"type": 4, "id": 2, "custom_id": "reason", "value": reason});
        let form = json!({
            "custom_id": custom_id, "components": [{"type": 18, "id": 1, "component": input}],
        });
        let sent = self.interact(5, form).await;
        self.exchange(&sent)
    }

    /// The suggestions for a command with one option that is [`focused`].
    pub(crate) async fn suggestions(&self, name: &str, options: Value) -> Value {
        let mut sent = self.interact(4, command(name, options)).await;
        assert_eq!(sent.len(), 1);
        let (_, body) = sent.remove(0);
        assert_eq!(body["type"], 8);
        body["data"]["choices"].clone()
    }

    pub(crate) fn exchange(&self, sent: &[Sent]) -> String {
        let mut text = String::new();
        for asked in self.api.asked() {
            text.push_str(&show::asked(&asked));
        }
        for (what, body) in sent {
            text.push_str(&show::sent(what, body));
        }
        text
    }
}

/// Data of a slash command.
pub(crate) fn command(name: &str, options: Value) -> Value {
    let user = |id: &str| json!({"id": id, "username": "bert", "discriminator": "0", "global_name": null, "avatar": null});
    let bot = json!({"id": "250", "username": "music", "discriminator": "0001", "bot": true, "global_name": null, "avatar": null});
    json!({
        "id": "5000", "name": name, "type": 1, "options": options,
        "resolved": {"users": {"202": user("202"), "250": bot}, "channels": {
            "310": {"id": "310", "type": 2, "name": "lounge", "permissions": "0"},
        }, "attachments": {
            "700": attachment("700", "lap.png"), "701": attachment("701", "numbers.csv"),
            "702": attachment("702", "roster.JSON"),
        }},
    })
}

/// A file as Discord describes it.
pub(crate) fn attachment(id: &str, name: &str) -> Value {
    json!({
        "id": id, "filename": name, "size": 9, "proxy_url": format!("https://media.discordapp.net/{name}"),
        "url": format!("https://cdn.discordapp.com/ephemeral-attachments/1/2/{name}?ex=3&is=4"),
    })
}

/// An option that holds a file.
pub(crate) fn file_option(id: &str) -> Value {
    json!({"name": "file", "type": 11, "value": id})
}

/// An option that is on or off.
pub(crate) fn switch(name: &str, on: bool) -> Value {
    json!({"name": name, "type": 5, "value": on})
}

/// An option with a value, which decides its type.
pub(crate) fn option(name: &str, value: impl Into<Value>) -> Value {
    let value = value.into();
    let kind = if value.is_number() { 4 } else { 3 };
    json!({"name": name, "type": kind, "value": value})
}

/// The option that is being typed.
pub(crate) fn focused(name: &str, text: &str) -> Value {
    json!({"name": name, "type": 3, "value": text, "focused": true})
}

/// The option that picks member 202.
pub(crate) fn member_option() -> Value {
    json!({"name": "member", "type": 6, "value": "202"})
}

/// A subcommand with options.
pub(crate) fn subcommand(name: &str, options: Value) -> Value {
    json!([{"name": name, "type": 1, "options": options}])
}

fn user() -> Value {
    json!({"id": USER, "username": "ada", "discriminator": "0", "global_name": "Ada G", "avatar": null})
}

fn interaction(id: u64, kind: u8, data: Value) -> Value {
    json!({
        "id": id.to_string(), "application_id": "100", "type": kind, "token": "secret-token", "version": 1,
        "guild_id": "7", "guild": {"id": "7", "features": [], "locale": "en-US"},
        "channel_id": "300", "channel": {"id": "300", "type": 0, "name": "general"},
        "member": {
            "user": user(), "nick": "Ada", "roles": ["401", "402"], "joined_at": "2024-01-01T00:00:00+00:00",
            "deaf": false, "mute": false, "flags": 0, "permissions": "2147483680",
        },
        "app_permissions": "8", "locale": "en-US", "guild_locale": "en-US", "context": 0,
        "authorizing_integration_owners": {"0": "7"}, "entitlements": [], "attachment_size_limit": 10_485_760,
        "data": data,
    })
}

/// The `d` of an `INTERACTION_CREATE` for a pressed button.
pub(crate) fn press(custom_id: &str) -> Value {
    let data = json!({"component_type": 2, "custom_id": custom_id, "id": 3});
    interaction(clock::id_of_age(Duration::ZERO), 3, data)
}

/// The `d` of a `GUILD_CREATE`: @everyone, a role for the bot, one text channel.
pub(crate) fn guild_create() -> Value {
    let role = |id: &str, position: i64, permissions: u64| {
        json!({
            "id": id, "name": format!("role {id}"), "color": 0,
            "colors": {"primary_color": 0, "secondary_color": null, "tertiary_color": null},
            "hoist": false, "position": position, "permissions": permissions.to_string(),
            "managed": false, "mentionable": false, "flags": 0,
        })
    };
    json!({
        "id": "7", "name": "Test Track", "owner_id": "201", "afk_timeout": 300, "verification_level": 0,
        "default_message_notifications": 0, "explicit_content_filter": 0, "mfa_level": 0, "nsfw_level": 0,
        "premium_progress_bar_enabled": false, "preferred_locale": "en-US", "system_channel_flags": 0,
        "features": [], "roles": [role("7", 0, 1024 + 2048), role("401", 3, 1 << 28), role("402", 5, 32)],
        "channels": [
            {"id": "300", "type": 0, "name": "general", "position": 0, "permission_overwrites": [
                {"id": "7", "type": 0, "allow": "0", "deny": "2048"},
                {"id": "401", "type": 0, "allow": "16384", "deny": "0"},
            ]},
            {"id": "301", "type": 4, "name": "rooms", "position": 1, "permission_overwrites": []},
        ],
        "members": [{
            "user": {"id": "100", "username": "paddock", "discriminator": "0000", "bot": true, "avatar": null},
            "roles": ["401"], "joined_at": "2024-01-01T00:00:00+00:00", "deaf": false, "mute": false, "flags": 0,
        }],
        "presences": [], "threads": [], "voice_states": [], "emojis": [], "stickers": [],
        "stage_instances": [], "guild_scheduled_events": [], "premium_tier": 0,
        "joined_at": "2024-01-01T00:00:00+00:00", "large": false, "unavailable": false, "member_count": 3,
    })
}

async fn discord() -> (String, Arc<Traffic>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap().to_string();
    let traffic = Arc::new(Traffic::default());
    let router = Router::new().fallback(record).with_state(traffic.clone());
    let listener = listener.tap_io(|stream| _ = stream.set_nodelay(true));
    tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
    (address, traffic)
}

async fn record(
    State(traffic): State<Arc<Traffic>>,
    method: Method,
    uri: Uri,
    body: Bytes,
) -> (StatusCode, Vec<u8>) {
    if let Some(file) = traffic.files.lock().unwrap().get(uri.path()) {
        return (StatusCode::OK, file.clone());
    }
    let path = uri.path().trim_start_matches("/api/v10");
    let text = || Value::String(String::from_utf8_lossy(&body).into_owned());
    let body = serde_json::from_slice(&body).unwrap_or_else(|_| text());
    traffic
        .sent
        .lock()
        .unwrap()
        .push((format!("{method} {path}"), body));
    traffic.count.send_modify(|count| *count += 1);
    if !path.ends_with("/callback") {
        return (StatusCode::OK, b"{}".to_vec());
    }
    let failure = traffic.failures.lock().unwrap().pop_front();
    let failure = failure.map(|(status, body)| (status, body.to_string().into_bytes()));
    failure.unwrap_or((StatusCode::NO_CONTENT, vec![]))
}
