//! The configuration of the bot, and the errors that end it.

use paddock_api_types::GuildId;
use secrecy::SecretString;
use std::path::PathBuf;

/// The configuration of the bot.
#[derive(Debug, Clone)]
pub struct Config {
    /// Bot token of the Discord application.
    pub token: SecretString,
    /// Registers the commands in this guild, where they appear immediately; globally when absent.
    pub guild_id: Option<GuildId>,
    /// Address of the Paddock API, such as `http://127.0.0.1:8000`.
    pub api_url: String,
    /// The `BOT_API_KEY` of that API.
    pub api_key: SecretString,
    /// Folder in which gateway sessions are kept between two runs.
    pub data_dir: PathBuf,
    /// Host and port of a stand-in for Discord's REST API, which is called over plain http.
    pub rest_proxy: Option<String>,
    /// `ws://` address of a stand-in for Discord's gateway.
    pub gateway_url: Option<String>,
}

/// Why the bot ends; each text says what an operator can do.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// Discord does not know the token.
    #[error(
        "Discord refuses the bot token: copy a fresh one from the developer portal (Bot, Reset Token) \
         into DISCORD_BOT_TOKEN"
    )]
    InvalidToken,
    /// The address of the API is not a URL.
    #[error("API_URL: {0}")]
    ApiUrl(#[source] paddock_api_client::Error),
    /// The folder for sessions cannot be written.
    #[error("the folder {} cannot be used: {source}", path.display())]
    DataDir {
        /// The folder.
        path: PathBuf,
        /// Why it cannot be written.
        source: std::io::Error,
    },
    /// Discord closed a gateway connection and accepts no other one.
    #[error("Discord closed the gateway for good with code {code}: {advice}")]
    GatewayClosed {
        /// Discord's close code, 0 where it gave none.
        code: u16,
        /// What an operator can do.
        advice: &'static str,
    },
}
