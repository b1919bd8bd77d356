//! The service on a free port with a database of its own, and callers of every kind.

use paddock_api::config::{Config, Reader};
use paddock_api::{App, Database, FixedClock, Jobs, Location, Seams, SystemRng};
use paddock_api_client::{Acting, Client, Error};
use paddock_api_types::effects::{
    EffectAction, EffectDone, EffectState, LeaseEffects, LeasedEffect, ListEffectsQuery,
    PostedMessage,
};
use paddock_api_types::members::RegisterMember;
use paddock_api_types::operations::{Endpoint, PathParameters as _};
use paddock_api_types::tokens::CreateToken;
use paddock_api_types::{ChannelId, ErrorCode, GuildId, MessageId, Problem, UserId};
use paddock_test_db::TestDb;
use reqwest::{Method, RequestBuilder};
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::collections::HashMap;
use std::fmt::Write;
use std::sync::Arc;
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;

pub(crate) const BOT_KEY: &str = "test-bot-key-0123456789abcdefghij";
pub(crate) const GUILD: i64 = 1_187_654_321_098_765_312;
pub(crate) const ROOT: i64 = 1_100_000_000_000_000_001;
pub(crate) const ADMINISTRATOR: u64 = 1 << 3;
pub(crate) const MANAGE_GUILD: u64 = 1 << 5;

/// The service, stopped when dropped.
pub(crate) struct TestApp {
    pub(crate) url: String,
    pub(crate) clock: Arc<FixedClock>,
    jobs: Jobs,
    http: reqwest::Client,
    bot: Client,
    stop: CancellationToken,
    db: Arc<TestDb>,
}

pub(crate) fn user(id: i64) -> UserId {
    UserId::new(id).unwrap()
}

pub(crate) fn guild(id: i64) -> GuildId {
    GuildId::new(id).unwrap()
}

/// Gives a database its tables.
pub(crate) async fn migrate(url: String) {
    let location = Location::from_url(&url).unwrap();
    let database = Database::open(&location).await.unwrap();
    database.migrate().await.unwrap();
    database.close().await;
}

impl TestApp {
    pub(crate) async fn spawn() -> Self {
        Self::spawn_with(&[]).await
    }

    /// With these keys of the configuration.
    pub(crate) async fn spawn_with(changes: &[(&str, &str)]) -> Self {
        Self::spawn_as(changes, Jobs::none()).await
    }

    /// With jobs in the background, for what only they bring about.
    pub(crate) async fn spawn_with_jobs() -> Self {
        Self::spawn_as(&[], Seams::default().jobs).await
    }

    async fn spawn_as(changes: &[(&str, &str)], jobs: Jobs) -> Self {
        rustls::crypto::ring::default_provider()
            .install_default()
            .ok();
        let clock = Arc::new(FixedClock::at("2026-11-21T12:00:00Z".parse().unwrap()));
        let db = Arc::new(TestDb::migrated(migrate).await);
        Box::pin(Self::start(db, clock, changes, jobs)).await
    }

    /// The same after a restart.
    pub(crate) async fn restart(&self) -> Self {
        self.stop.cancel();
        self.replica(&[]).await
    }

    /// Another replica with these keys, on the same database.
    pub(crate) async fn replica(&self, changes: &[(&str, &str)]) -> Self {
        let (db, clock, jobs) = (self.db.clone(), self.clock.clone(), self.jobs.clone());
        Self::start(db, clock, changes, jobs).await
    }

    async fn start(
        db: Arc<TestDb>,
        clock: Arc<FixedClock>,
        changes: &[(&str, &str)],
        jobs: Jobs,
    ) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let root = ROOT.to_string();
        let defaults = [
            ("BASE_URL", &*url),
            ("DATABASE_URL", db.url()),
            ("BOT_API_KEY", BOT_KEY),
            ("JWT_SECRET_KEY", "test-jwt-key-0123456789abcdefghij"),
            ("ROOT_ADMIN_ID", &root),
            ("TOKEN_ENCRYPTION_KEY", "test-sealing-key-0123456789abcdef"),
        ];
        let variables: HashMap<String, String> = defaults
            .iter()
            .chain(changes)
            .map(|(key, value)| ((*key).to_owned(), (*value).to_owned()))
            .collect();
        let mut reader = Reader::new(&variables);
        let config = Config::read(&mut reader);
        let config = reader.finish(config).unwrap();
        let seams = Seams {
            clock: clock.clone(),
            rng: Arc::new(SystemRng),
            jobs: jobs.clone(),
        };
        let app = App::build(&config, seams).await.unwrap();
        let stop = CancellationToken::new();
        tokio::spawn(app.serve(listener, stop.clone()));
        let bot = Client::new(&url).unwrap().with_bot_key(BOT_KEY);
        Self {
            url,
            clock,
            jobs,
            http: reqwest::Client::builder().build().unwrap(),
            bot,
            stop,
            db,
        }
    }

    /// Stops the service, as a signal does.
    pub(crate) fn stop(&self) {
        self.stop.cancel();
    }

    /// Where everything is kept.
    pub(crate) fn database_url(&self) -> &str {
        self.db.url()
    }

    /// Without any credential.
    pub(crate) fn anonymous(&self) -> Client {
        Client::new(&self.url).unwrap()
    }

    /// The bot, for itself.
    pub(crate) fn bot(&self) -> Client {
        self.bot.clone()
    }

    /// A member giving a command in Discord, with these permissions there.
    pub(crate) fn acting(&self, user_id: i64, permissions: u64) -> Client {
        self.acting_in(GUILD, user_id, permissions)
    }

    /// The same in some guild.
    pub(crate) fn acting_in(&self, guild_id: i64, user_id: i64, permissions: u64) -> Client {
        self.bot.acting(Acting {
            guild_id: guild(guild_id),
            user_id: user(user_id),
            channel_id: None,
            role_ids: Vec::new(),
            permissions,
        })
    }

    /// A member without any permission in Discord.
    pub(crate) fn member(&self, user_id: i64) -> Client {
        self.acting(user_id, 0)
    }

    /// Somebody with Discord's Administrator.
    pub(crate) fn admin(&self) -> Client {
        self.acting(77, ADMINISTRATOR)
    }

    /// A request of that admin's, as it goes over the wire.
    pub(crate) fn raw(&self, method: Method, path: &str) -> RequestBuilder {
        self.request(method, path)
            .header("x-api-key", BOT_KEY)
            .header("x-guild-id", GUILD)
            .header("x-user-id", 77)
            .header("x-permissions", ADMINISTRATOR)
    }

    /// A request that says nothing of who calls, with connections that stay open.
    pub(crate) fn request(&self, method: Method, path: &str) -> RequestBuilder {
        self.http.request(method, format!("{}{path}", self.url))
    }

    /// How an operation refuses a body of that admin's that the client's types do not allow.
    pub(crate) async fn refusal<E: Endpoint>(&self, _: E, path: E::Path, body: &Value) -> String {
        let operation = E::DECLARATION;
        let mut values = path.texts().into_iter();
        let segments: Vec<_> = operation
            .path
            .split('/')
            .map(|segment| {
                let value = segment.starts_with('{').then(|| values.next().unwrap());
                value.unwrap_or_else(|| segment.to_owned())
            })
            .collect();
        let method = operation.method.as_str().parse().unwrap();
        let answer = self
            .raw(method, &segments.join("/"))
            .json(body)
            .send()
            .await;
        refusal(&answer.unwrap().json().await.unwrap())
    }

    /// A member who has registered and was verified.
    pub(crate) async fn verified(&self, user_id: i64) -> Client {
        self.verified_as(user_id, "Somebody").await
    }

    /// The same under a name.
    pub(crate) async fn verified_as(&self, user_id: i64, name: &str) -> Client {
        let client = self.member(user_id);
        client.register_member(&named(name)).await.unwrap();
        self.admin()
            .verify_member(user(user_id), None)
            .await
            .unwrap();
        client
    }

    /// A verified and approved member with a token.
    pub(crate) async fn with_token(&self, user_id: i64) -> Client {
        let client = self.verified(user_id).await;
        self.admin().grant_api_access(user(user_id)).await.unwrap();
        self.anonymous()
            .with_token(client.create_token(&token("test")).await.unwrap().token)
    }

    /// Effects that are due.
    pub(crate) async fn lease(&self) -> Vec<LeasedEffect> {
        let lease = LeaseEffects {
            limit: number(100),
            wait_ms: number(0),
        };
        self.bot().lease_effects(&lease).await.unwrap().effects
    }

    /// Performs whatever is asked for until nothing is, and says what it was. Messages are posted
    /// under the ids 9001, 9002 and so on.
    pub(crate) async fn perform(&self) -> Vec<LeasedEffect> {
        let (mut performed, mut message) = (Vec::new(), 9000);
        let pending = ListEffectsQuery {
            state: Some(EffectState::Pending),
            ..ListEffectsQuery::default()
        };
        // An edit of nothing is done without being leased, and what waited for it is due then.
        while !(self.admin().list_effects(&pending).await.unwrap())
            .items
            .is_empty()
        {
            for effect in self.lease().await {
                let posted = match effect.action {
                    EffectAction::SendMessage { channel_id, .. } => {
                        message += 1;
                        Some(posted(channel_id.get(), message))
                    }
                    _ => None,
                };
                self.done(&effect, posted).await;
                performed.push(effect);
            }
        }
        performed
    }

    /// Reports an effect as done.
    pub(crate) async fn done(&self, effect: &LeasedEffect, message: Option<PostedMessage>) {
        let attempt = effect.attempt;
        let done = EffectDone { attempt, message };
        self.bot().complete_effect(effect.id, &done).await.unwrap();
    }
}

impl Drop for TestApp {
    fn drop(&mut self) {
        self.stop.cancel();
    }
}

/// A message of ours.
pub(crate) fn posted(channel_id: i64, message_id: i64) -> PostedMessage {
    PostedMessage {
        channel_id: ChannelId::new(channel_id).unwrap(),
        message_id: MessageId::new(message_id).unwrap(),
    }
}

/// A body as it stands in JSON.
pub(crate) fn given<T: DeserializeOwned>(json: Value) -> T {
    serde_json::from_value(json).unwrap()
}

pub(crate) fn named(name: &str) -> RegisterMember {
    RegisterMember {
        display_name: text(name),
        external_id: None,
        discord_name: None,
    }
}

pub(crate) fn token(name: &str) -> CreateToken {
    CreateToken {
        name: text(name),
        expires_in_minutes: None,
    }
}

/// Why it was refused.
pub(crate) fn code<T>(outcome: Result<T, Error>) -> ErrorCode {
    match outcome {
        Ok(_) => panic!("it was not refused"),
        Err(error) => error
            .code()
            .unwrap_or_else(|| panic!("no problem: {error:?}")),
    }
}

/// How it was refused: status, code, field and params, such as `409 limit_reached limit=10`.
pub(crate) fn refused<T>(outcome: Result<T, Error>) -> String {
    let Err(error) = outcome else {
        panic!("it was not refused");
    };
    let problem = error.problem();
    refusal(problem.unwrap_or_else(|| panic!("no problem: {error:?}")))
}

/// The same of a problem.
pub(crate) fn refusal(problem: &Problem) -> String {
    let mut told = format!("{} {}", problem.status, problem.code.as_str());
    if let Some(field) = &problem.field {
        write!(told, " field={field}").unwrap();
    }
    for (name, value) in &problem.params {
        match value {
            Value::String(text) => write!(told, " {name}={text}").unwrap(),
            value => write!(told, " {name}={value}").unwrap(),
        }
    }
    told
}

/// A text of a limited kind, for tests.
pub(crate) fn text<T: TryFrom<String, Error: std::fmt::Debug>>(text: impl Into<String>) -> T {
    T::try_from(text.into()).unwrap()
}

/// A number of a limited kind, for tests.
pub(crate) fn number<T: TryFrom<i64, Error: std::fmt::Debug>>(number: impl Into<i64>) -> T {
    T::try_from(number.into()).unwrap()
}
