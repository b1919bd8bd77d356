//! A bot made of the real gateway shard and the real REST client, steered by the test.

use std::time::Duration;

use paddock_sim_discord::{BOT_ID, Options, SimDiscord};
use reqwest::header::HeaderMap;
use serde_json::{Value, json};
use tokio::sync::mpsc;
use tokio::task::JoinHandle;
use tokio_stream::StreamExt;
use twilight_gateway::queue::InMemoryQueue;
use twilight_gateway::{
    ConfigBuilder, Event, EventTypeFlags, Intents, Message, MessageSender, Shard, ShardId, parse,
};
use twilight_http::Client;
use twilight_http::api_error::ApiError;
use twilight_http::error::{Error, ErrorType};
use twilight_model::application::interaction::{Interaction, InteractionData};
use twilight_model::channel::message::MessageFlags;
use twilight_model::gateway::payload::incoming::GuildCreate;
use twilight_model::guild::Guild;
use twilight_model::http::interaction::{
    InteractionResponse, InteractionResponseData, InteractionResponseType,
};
use twilight_model::id::Id;
use twilight_model::id::marker::ApplicationMarker;

pub(crate) const LIMIT: Duration = Duration::from_secs(10);

pub(crate) const ALL_INTENTS: Intents = Intents::GUILDS
    .union(Intents::GUILD_MEMBERS)
    .union(Intents::GUILD_PRESENCES)
    .union(Intents::GUILD_VOICE_STATES)
    .union(Intents::GUILD_MESSAGES)
    .union(Intents::DIRECT_MESSAGES)
    .union(Intents::MESSAGE_CONTENT);

pub(crate) async fn start(options: Options) -> SimDiscord {
    let _already = rustls::crypto::ring::default_provider().install_default();
    SimDiscord::start(options)
        .await
        .expect("there is a free port")
}

/// What the shard received.
#[derive(Debug)]
pub(crate) enum Received {
    Event(Box<Event>),
    /// A dispatch that twilight could not read: always a mistake of the simulator.
    Unreadable(String),
    Close(Option<u16>),
    /// The shard gave up.
    End,
}

pub(crate) struct Bot {
    pub(crate) http: Client,
    pub(crate) sender: MessageSender,
    received: mpsc::UnboundedReceiver<Received>,
    task: JoinHandle<()>,
}

pub(crate) fn http(sim: &SimDiscord) -> Client {
    http_with(sim, "sim.bot.token")
}

pub(crate) fn http_with(sim: &SimDiscord, token: &str) -> Client {
    let builder = Client::builder().token(token.to_owned()).ratelimiter(None);
    builder.timeout(LIMIT).proxy(sim.rest_host(), true).build()
}

pub(crate) const fn app() -> Id<ApplicationMarker> {
    Id::new(BOT_ID)
}

impl Bot {
    pub(crate) fn connect(sim: &SimDiscord, intents: Intents) -> Self {
        Self::connect_as(sim, intents, "sim.bot.token", ShardId::ONE)
    }

    pub(crate) fn connect_as(sim: &SimDiscord, intents: Intents, token: &str, id: ShardId) -> Self {
        let http = http_with(sim, token);
        let queue = InMemoryQueue::new(0, 1000, Duration::from_hours(1), 1000);
        let config = ConfigBuilder::new(token.to_owned(), intents)
            .queue(queue)
            .proxy_url(sim.gateway_url())
            .build();
        let mut shard = Shard::with_config(id, config);
        let sender = shard.sender();
        let (queue, received) = mpsc::unbounded_channel();
        let task = tokio::spawn(async move {
            while let Some(item) = shard.next().await {
                let received = match item {
                    Ok(Message::Close(frame)) => Received::Close(frame.map(|frame| frame.code)),
                    Ok(Message::Text(json)) => {
                        match parse(
                            json.clone(),
                            EventTypeFlags::all() - EventTypeFlags::RATE_LIMITED,
                        ) {
                            Ok(Some(event)) => Received::Event(Box::new(Event::from(event))),
                            Ok(None) => continue,
                            Err(error) => Received::Unreadable(format!("{error:?} in {json}")),
                        }
                    }
                    // Some tests break connections; the shard reconnects.
                    Err(_) => continue,
                };
                if queue.send(received).is_err() {
                    return;
                }
            }
            let _gone = queue.send(Received::End);
        });
        Self {
            http,
            sender,
            received,
            task,
        }
    }

    pub(crate) async fn ready(sim: &SimDiscord, intents: Intents) -> Self {
        let mut bot = Self::connect(sim, intents);
        bot.wait(|received| {
            matches!(received, Received::Event(e) if matches!(**e, Event::GuildCreate(_)))
                .then_some(())
        })
        .await;
        bot
    }

    /// Waits until `find` finds something in what is received. What twilight cannot read fails the test.
    pub(crate) async fn wait<T>(&mut self, mut find: impl FnMut(&Received) -> Option<T>) -> T {
        let found = async {
            loop {
                let received = self
                    .received
                    .recv()
                    .await
                    .expect("the shard's task outlives the test");
                if let Received::Unreadable(why) = &received {
                    panic!("{why}");
                }
                if let Some(value) = find(&received) {
                    return value;
                }
            }
        };
        tokio::time::timeout(LIMIT, found)
            .await
            .expect("received in time")
    }

    pub(crate) async fn event<T>(&mut self, mut find: impl FnMut(&Event) -> Option<T>) -> T {
        self.wait(|received| {
            if let Received::Event(event) = received {
                find(event)
            } else {
                None
            }
        })
        .await
    }

    /// Waits for an event that fits.
    pub(crate) async fn see(&mut self, fits: impl Fn(&Event) -> bool) {
        self.event(|event| fits(event).then_some(())).await;
    }

    pub(crate) async fn interaction(&mut self) -> Interaction {
        let found = |event: &Event| match event {
            Event::InteractionCreate(i) => Some(i.0.clone()),
            _ => None,
        };
        self.event(found).await
    }

    /// Waits for an interaction and answers it with a text.
    pub(crate) async fn answer(&mut self, text: &str) -> Interaction {
        let i = self.interaction().await;
        self.respond(&i, &say(text)).await;
        i
    }

    pub(crate) async fn respond(&self, to: &Interaction, response: &InteractionResponse) {
        let given = self
            .http
            .interaction(app())
            .create_response(to.id, &to.token, response)
            .await;
        given.expect("the response is accepted");
    }

    /// Registers commands given as JSON, for all guilds.
    pub(crate) async fn register(&self, commands: Value) {
        let typed: Vec<twilight_model::application::command::Command> = commands
            .as_array()
            .into_iter()
            .flatten()
            .map(|command| {
                let mut command = command.clone();
                command["version"] = json!("1");
                command["default_member_permissions"] =
                    command["default_member_permissions"].take();
                serde_json::from_value(command).expect("a command")
            })
            .collect();
        let set = self
            .http
            .interaction(app())
            .set_global_commands(&typed)
            .await;
        set.expect("accepted").models().await.expect("readable");
    }
}

impl Drop for Bot {
    fn drop(&mut self) {
        self.task.abort();
    }
}

pub(crate) fn say(text: &str) -> InteractionResponse {
    response(
        InteractionResponseType::ChannelMessageWithSource,
        Some(InteractionResponseData {
            content: Some(text.to_owned()),
            flags: Some(MessageFlags::EPHEMERAL),
            ..Default::default()
        }),
    )
}

pub(crate) fn response(
    kind: InteractionResponseType,
    data: Option<InteractionResponseData>,
) -> InteractionResponse {
    InteractionResponse { kind, data }
}

pub(crate) fn command_name(interaction: &Interaction) -> String {
    match &interaction.data {
        Some(InteractionData::ApplicationCommand(data)) => data.name.clone(),
        other => panic!("no command: {other:?}"),
    }
}

/// The commands that most tests use.
pub(crate) fn commands() -> Value {
    json!([
        {"name": "ping", "description": "Are you there?", "type": 1},
        {"name": "register", "description": "Join in", "type": 1, "options": [
            {"type": 3, "name": "name", "description": "Your name", "required": true, "max_length": 20},
            {"type": 4, "name": "number", "description": "A number", "min_value": 1, "max_value": 99},
            {"type": 10, "name": "weight", "description": "Kilograms"},
            {"type": 5, "name": "fast", "description": "Really?"},
            {"type": 3, "name": "class", "description": "Class", "choices": [
                {"name": "GT Three", "value": "gt3"}, {"name": "Formula", "value": "formula"}]},
        ]},
        {"name": "pick", "description": "Pick things", "type": 1, "options": [
            {"type": 6, "name": "member", "description": "Who", "required": true},
            {"type": 8, "name": "role", "description": "Role"},
            {"type": 7, "name": "channel", "description": "Where", "channel_types": [0]},
            {"type": 9, "name": "either", "description": "Who or what"},
            {"type": 11, "name": "file", "description": "A file"},
        ]},
        {"name": "token", "description": "Tokens", "type": 1, "options": [
            {"type": 1, "name": "revoke", "description": "End one", "options": [
                {"type": 3, "name": "token", "description": "Which", "required": true, "autocomplete": true}]},
            {"type": 2, "name": "admin", "description": "More", "options": [
                {"type": 1, "name": "list", "description": "All"}]},
        ]},
        {"name": "config", "description": "Settings", "type": 1, "default_member_permissions": "32"},
        {"name": "nuke", "description": "Everything", "type": 1, "default_member_permissions": "0"},
    ])
}

/// A simulator with a connected bot and registered commands.
pub(crate) async fn with_bot(options: Options) -> (SimDiscord, Bot) {
    let sim = start(options).await;
    let bot = Bot::ready(&sim, ALL_INTENTS).await;
    bot.register(commands()).await;
    (sim, bot)
}

/// A request of the bot as it goes over the wire, with the headers and the body of its answer.
pub(crate) async fn rest(
    sim: &SimDiscord,
    method: &str,
    path: &str,
    body: Value,
) -> (u16, HeaderMap, Value) {
    let url = format!("http://{}/api/v10/{path}", sim.rest_host());
    let client = reqwest::Client::builder().build().unwrap();
    let request = client
        .request(method.parse().unwrap(), url)
        .header("authorization", "Bot sim.bot.token");
    let request = if body.is_null() {
        request
    } else {
        request.json(&body)
    };
    let answer = request.send().await.unwrap();
    let (status, headers) = (answer.status().as_u16(), answer.headers().clone());
    (status, headers, answer.json().await.unwrap_or_default())
}

/// The guild of a `GUILD_CREATE` that carries one.
pub(crate) fn created_guild(event: &Event) -> Option<Guild> {
    match event {
        Event::GuildCreate(guild) => match &**guild {
            GuildCreate::Available(guild) => Some(guild.clone()),
            GuildCreate::Unavailable(_) => None,
        },
        _ => None,
    }
}

/// Status and code of a refused request.
pub(crate) fn refusal(error: &Error) -> (u16, u64) {
    match error.kind() {
        ErrorType::Response {
            status,
            error: ApiError::General(general),
            ..
        } => (status.get(), general.code),
        ErrorType::Unauthorized => (401, 0),
        other => panic!("another error: {other:?}"),
    }
}
