//! The whole system in this process.

use crate::{Bot, Callers, Part, Port, WAIT_TIMEOUT, all_effects, eventually, prepare, user_id};
use paddock_api::config::{Config, Reader};
use paddock_api::{App, Seams};
use paddock_api_types::UserId;
use paddock_api_types::effects::{Effect, EffectState};
use paddock_sim_discord::{ClientError, Options, Person, Reply, SimDiscord, View};
use paddock_test_db::TestDb;
use std::collections::HashMap;
use std::env;
use std::error::Error;
use std::path::{Path, PathBuf};
use std::time::Duration;
use tempfile::TempDir;
use tokio::net::TcpListener;

/// The key by which the bot calls the API.
const BOT_KEY: &str = "b7c1f0e3d5a94682b7c1f0e3d5a94682";
/// The key that signs tokens.
const JWT_KEY: &str = "0f1e2d3c4b5a69788796a5b4c3d2e1f0";
/// The key that seals iRacing's tokens.
const SEALING_KEY: &str = "b1946ac92492d2347c6235b4d2611184";

/// What a test may choose about its system; the default fits most.
#[derive(Default)]
pub struct Setup {
    /// The simulated Discord.
    pub discord: Options,
    /// Time and randomness of the API.
    pub seams: Seams,
    /// Variables of the API besides those that every system needs.
    pub variables: Vec<(&'static str, String)>,
}

impl Setup {
    /// A server with this many more people, who wait longer for an answer than Discord lets them: a
    /// test with a crowd is about correctness under load, which must not depend on a fast machine.
    pub fn crowd(count: usize) -> Self {
        let mut setup = Self::default();
        setup.discord.seed = setup.discord.seed.crowd(count);
        setup.discord.response_limit = Duration::from_secs(20);
        setup.discord.reply_timeout = WAIT_TIMEOUT;
        setup
    }
}

/// API, bot and Discord with a database of their own. The owner of the server is the root admin.
///
/// Dropping it kills what still runs; the simulator then asserts that the bot made no request that it
/// does not know.
pub struct System {
    /// Started by [`System::with`] and [`System::start`], not by [`System::without_bot`].
    pub bot: Bot,
    api: Option<Part>,
    /// The simulated Discord, with its people.
    pub discord: SimDiscord,
    seams: Seams,
    variables: Vec<(&'static str, String)>,
    port: Port,
    data: TempDir,
    database_url: String,
    _db: TestDb,
}

impl System {
    /// Starts everything, and waits until people can use commands.
    pub async fn start() -> Self {
        Self::with(Setup::default()).await
    }

    /// Starts everything with a setup of its own.
    pub async fn with(setup: Setup) -> Self {
        let mut system = Self::without_bot(setup).await;
        system.start_bot().await;
        system
    }

    /// Starts everything but the bot.
    ///
    /// # Panics
    ///
    /// When something does not come up.
    pub async fn without_bot(setup: Setup) -> Self {
        prepare();
        let db = TestDb::create().await;
        let data = tempfile::tempdir().expect("there is room for a temporary folder");
        let client = [
            ("DISCORD_CLIENT_ID", setup.discord.client_id.clone()),
            ("DISCORD_CLIENT_SECRET", setup.discord.client_secret.clone()),
        ];
        let mut discord = setup.discord;
        // For `cargo xtask discord-spec`, which holds them against Discord's specification.
        discord.exchanges = env::var_os("SIM_DISCORD_EXCHANGES").map(PathBuf::from);
        let discord = SimDiscord::start(discord).await.expect("a port is free");
        let mut variables = setup.variables;
        let port = Port::reserve();
        let url = format!("http://{}", port.address());
        variables.extend(client);
        variables.push(("DISCORD_OAUTH_URL", discord.oauth_url()));
        variables.push(("BASE_URL", url.clone()));
        let bot = Bot::new(&discord, &url, BOT_KEY, &data.path().join("bot"));
        let mut system = Self {
            bot,
            api: None,
            discord,
            seams: setup.seams,
            variables,
            port,
            data,
            database_url: db.url().to_owned(),
            _db: db,
        };
        system.start_api().await;
        system
    }

    /// Starts the bot, and waits until people can use its commands.
    pub async fn start_bot(&mut self) {
        self.bot.start(&self.discord).await;
    }

    /// Starts the API, always at the same address.
    ///
    /// # Panics
    ///
    /// When it runs already, or does not come up.
    pub async fn start_api(&mut self) {
        assert!(self.api.is_none(), "the API runs already");
        let listener = self.port.listen().into_std();
        let listener = listener.expect("a listener can move");
        let config = config(&self.database_url, self.data.path(), &self.variables);
        let seams = self.seams.clone();
        // Built on the part's own runtime, so that connections to the database die with it.
        self.api = Some(Part::start(|stop| async move {
            let app = App::build(&config, seams).await?;
            app.serve(TcpListener::from_std(listener)?, stop).await?;
            Ok::<_, Box<dyn Error + Send + Sync>>(())
        }));
        let client = self.callers().anonymous();
        eventually("the API is ready", async || client.readiness().await.ok()).await;
    }

    /// Stops the API in an orderly way.
    ///
    /// # Panics
    ///
    /// When it does not run, or fails.
    pub async fn stop_api(&mut self) {
        self.api.take().expect("the API runs").stop().await;
    }

    /// Kills the API.
    ///
    /// # Panics
    ///
    /// When it does not run.
    pub async fn kill_api(&mut self) {
        self.api.take().expect("the API runs").kill().await;
    }

    /// The callers of the API.
    pub fn callers(&self) -> Callers {
        Callers::new(&self.url(), BOT_KEY)
    }

    /// The address of the API.
    pub fn url(&self) -> String {
        format!("http://{}", self.port.address())
    }

    /// A person in `#general`.
    pub fn person(&self, name: &str) -> Person {
        self.discord.as_user(name)
    }

    /// A person's id, as the API uses it.
    #[track_caller]
    pub fn user_id(&self, name: &str) -> UserId {
        user_id(&self.discord, name)
    }

    /// Types a command as somebody, and gives the reply.
    ///
    /// # Panics
    ///
    /// When there is no reply.
    #[track_caller]
    pub fn say(&self, name: &str, command: &str) -> impl Future<Output = Reply> + use<> {
        let caller = std::panic::Location::caller();
        let (typed, name, command) = (
            self.person(name).slash(command),
            name.to_owned(),
            command.to_owned(),
        );
        async move {
            match typed.await {
                Ok(reply) => reply,
                Err(error) => panic!("{name} typed {command}: {error} ({caller})"),
            }
        }
    }

    /// Types a command, and repeats it as long as Discord says that the application did not respond.
    /// Gives the reply, and the number of repetitions.
    ///
    /// # Panics
    ///
    /// When Discord does not send the command.
    pub async fn insist(person: Person, command: String) -> (Reply, u32) {
        let mut repetitions = 0;
        loop {
            match person.slash(&command).await {
                Ok(reply) => return (reply, repetitions),
                Err(ClientError::NoReply | ClientError::StillThinking) => repetitions += 1,
                Err(error) => panic!("{command}: {error}"),
            }
        }
    }

    /// Waits until Discord is in the wanted state.
    ///
    /// # Panics
    ///
    /// When it does not get there within [`WAIT_TIMEOUT`].
    #[track_caller]
    pub fn until(
        &self,
        what: impl Into<String>,
        wanted: impl FnMut(&View<'_>) -> bool,
    ) -> impl Future<Output = ()> {
        let what = what.into();
        let caller = std::panic::Location::caller();
        async move {
            let outcome = self.discord.wait_until(wanted, WAIT_TIMEOUT).await;
            assert!(
                outcome.is_ok(),
                "did not happen within {WAIT_TIMEOUT:?}: {what} ({caller})"
            );
        }
    }

    /// Waits until somebody has exactly these roles.
    #[track_caller]
    pub fn until_roles(&self, name: &str, roles: &[&str]) -> impl Future<Output = ()> {
        self.until(format!("{name} has the roles {roles:?}"), {
            let (name, roles) = (name.to_owned(), roles.to_vec());
            move |view| view.member_roles(&name) == roles
        })
    }

    /// Waits until an effect has a state, and gives the oldest that has it.
    #[track_caller]
    pub fn until_effect(&self, state: EffectState) -> impl Future<Output = Effect> + use<> {
        let root = self.callers().root();
        let what = format!("an effect is {state:?}");
        eventually(what, async move || {
            let mut effects = all_effects(&root).await.into_iter();
            effects.find(|effect| effect.state == state)
        })
    }
}

/// The configuration of the API, read as the program reads it.
fn config(database_url: &str, data_dir: &Path, more: &[(&str, String)]) -> Config {
    let variables: HashMap<String, String> = [
        ("DATABASE_URL", database_url.to_owned()),
        ("PADDOCK_DATA_DIR", data_dir.display().to_string()),
        ("BOT_API_KEY", BOT_KEY.to_owned()),
        ("JWT_SECRET_KEY", JWT_KEY.to_owned()),
        ("TOKEN_ENCRYPTION_KEY", SEALING_KEY.to_owned()),
        ("ROOT_ADMIN_ID", paddock_sim_discord::OWNER_ID.to_string()),
        ("RATE_LIMIT_PER_MINUTE", "0".to_owned()),
    ]
    .iter()
    .chain(more)
    .map(|(key, value)| ((*key).to_owned(), value.clone()))
    .collect();
    let mut reader = Reader::new(&variables);
    let config = Config::read(&mut reader);
    reader.finish(config).expect("the configuration is right")
}
