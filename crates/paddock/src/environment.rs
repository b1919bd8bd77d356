//! The configuration: from the environment, then from the `.env.*` files.

use anyhow::{Context, anyhow};
use paddock_api::Location;
use paddock_api::config::{self, Config, Environment, Reader, check_secret, data_dir, is_example};
use paddock_api_types::GuildId;
use secrecy::SecretString;
use std::collections::HashMap;
use std::path::PathBuf;

const TOKEN: &str = "DISCORD_BOT_TOKEN";
const EXPECTED_TOKEN: &str = "the bot token from Discord's Developer Portal";

/// The variables of the environment and the files.
pub(crate) struct Variables(HashMap<String, String>);

/// The bot's configuration, before secrets are filled in.
pub(crate) struct BotSettings {
    /// Absent where the simulator replaces Discord.
    pub(crate) token: Option<SecretString>,
    pub(crate) guild_id: Option<GuildId>,
    pub(crate) api_url: Option<String>,
    pub(crate) api_key: Option<SecretString>,
    pub(crate) rest_proxy: Option<String>,
    pub(crate) gateway_url: Option<String>,
}

impl Variables {
    /// Reads the environment, and for what it does not have the files that were `named`, or where none
    /// was, those of `usual` that are there.
    pub(crate) fn gather(named: &[PathBuf], usual: &[&str]) -> anyhow::Result<Self> {
        let usual = usual.iter().map(PathBuf::from).filter(|file| file.exists());
        let files: Vec<_> = match named {
            [] => usual.collect(),
            named => named.to_vec(),
        };
        let mut variables = HashMap::new();
        for file in files {
            let lines = dotenvy::from_path_iter(&file)
                .with_context(|| format!("could not read {}", file.display()))?;
            for line in lines {
                // The error would quote the line, which may hold a secret.
                let (key, value) = line
                    .map_err(|_| anyhow!("{} has a line that is not KEY=VALUE", file.display()))?;
                variables.entry(key).or_insert(value);
            }
        }
        // An empty variable counts as absent, so it must not hide a file's value.
        let environment = std::env::vars_os()
            .filter_map(|(key, value)| Some((key.into_string().ok()?, value.into_string().ok()?)));
        variables.extend(environment.filter(|(_, value)| !value.trim().is_empty()));
        Ok(Self(variables))
    }

    /// A raw value, for what is not part of the API's or the bot's configuration.
    pub(crate) fn get(&self, key: &str) -> Option<&str> {
        self.0
            .get(key)
            .map(|value| value.trim())
            .filter(|value| !value.is_empty())
    }

    /// The same with these values.
    pub(crate) fn with(&self, values: impl IntoIterator<Item = (&'static str, String)>) -> Self {
        let mut variables = self.0.clone();
        variables.extend(
            values
                .into_iter()
                .map(|(key, value)| (key.to_owned(), value)),
        );
        Self(variables)
    }

    /// Whether Discord is simulated, as there is no token for the real one.
    pub(crate) fn simulates_discord(&self) -> bool {
        self.get(TOKEN).is_none()
    }

    /// The folder for the database and generated files.
    pub(crate) fn data_dir(&self) -> PathBuf {
        data_dir(&Reader::new(&self.0))
    }

    /// Where the API's rows are, without the rest of its configuration.
    pub(crate) fn database(&self) -> anyhow::Result<Location> {
        let mut reader = Reader::new(&self.0);
        let location = config::database(&mut reader);
        Ok(reader.finish(location)?)
    }

    /// The API's configuration.
    pub(crate) fn api(&self) -> anyhow::Result<Config> {
        let mut reader = Reader::new(&self.0);
        let config = Config::read(&mut reader);
        Ok(reader.finish(config)?)
    }

    /// The bot's configuration.
    pub(crate) fn bot(&self) -> anyhow::Result<BotSettings> {
        let mut reader = Reader::new(&self.0);
        let environment = Environment::read(&mut reader);
        let settings = BotSettings::read(&mut reader, environment);
        if settings.token.is_none() {
            reader.require(TOKEN, EXPECTED_TOKEN);
        }
        if settings.api_url.is_none() {
            reader.require(
                "API_URL",
                "the address of the API, such as http://127.0.0.1:8000",
            );
        }
        Ok(reader.finish(Some(settings))?)
    }

    /// The bot's configuration for a health check, which needs no token.
    pub(crate) fn bot_without_token(&self) -> anyhow::Result<BotSettings> {
        let mut reader = Reader::new(&self.0);
        let environment = Environment::read(&mut reader);
        let settings = BotSettings::read(&mut reader, environment);
        Ok(reader.finish(Some(settings))?)
    }

    /// Both configurations, or every fault of either.
    pub(crate) fn both(&self) -> anyhow::Result<(Config, BotSettings)> {
        let mut reader = Reader::new(&self.0);
        let config = Config::read(&mut reader);
        let environment = Environment::read(&mut reader);
        let bot = BotSettings::read(&mut reader, environment);
        if environment == Environment::Production && bot.token.is_none() {
            reader.require(TOKEN, EXPECTED_TOKEN);
        }
        Ok(reader.finish(config.map(|config| (config, bot)))?)
    }
}

impl BotSettings {
    fn read(reader: &mut Reader<'_>, environment: Environment) -> Self {
        let token = reader.get(TOKEN);
        if token.is_some_and(is_example) {
            let expected = format!("still the example; expected {EXPECTED_TOKEN}");
            reader.fault(TOKEN, expected);
        } else if token.is_some_and(|token| token.split('.').count() != 3) {
            let expected = format!(
                "expected {EXPECTED_TOKEN} (Bot, Reset Token): three parts with a dot between them. The \
                 client secret and the public key are something else"
            );
            reader.fault(TOKEN, expected);
        }
        let token = token.map(SecretString::from);
        let guild_id = reader.parse("DISCORD_GUILD_ID", "a Discord server id: 17 to 19 digits");
        let local = (environment == Environment::Development).then_some("http://127.0.0.1:8000");
        let api_url = reader.get("API_URL").or(local).map(str::to_owned);
        let web = |url: &String| url.starts_with("http://") || url.starts_with("https://");
        if api_url.as_ref().is_some_and(|url| !web(url)) {
            reader.fault(
                "API_URL",
                "expected an address such as http://127.0.0.1:8000",
            );
        }
        let gateway_url = reader.get("DISCORD_GATEWAY_URL").map(str::to_owned);
        if gateway_url
            .as_ref()
            .is_some_and(|url| !url.starts_with("ws://"))
        {
            reader.fault(
                "DISCORD_GATEWAY_URL",
                "expected ws://host:port, or nothing for Discord",
            );
        }
        let rest_proxy = reader.get("DISCORD_REST_PROXY").map(str::to_owned);
        if rest_proxy.as_ref().is_some_and(|host| host.contains('/')) {
            reader.fault(
                "DISCORD_REST_PROXY",
                "expected host:port, or nothing for Discord",
            );
        }
        let api_key = check_secret(reader, "BOT_API_KEY", environment);
        Self {
            token,
            guild_id,
            api_url,
            api_key,
            rest_proxy,
            gateway_url,
        }
    }
}
