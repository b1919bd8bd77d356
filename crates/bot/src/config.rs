//! What the bot needs to know, and what can stop it.

use paddock_api_types::GuildId;
use secrecy::SecretString;
use std::path::PathBuf;

/// Everything that can be configured.
#[derive(Debug, Clone)]
pub struct Config {
    /// Bot token of the Discord application.
    pub token: SecretString,
    /// Registers the commands in this guild, where they appear at once; globally when absent.
    pub guild_id: Option<GuildId>,
    /// Where the Paddock API is, such as `http://127.0.0.1:8000`.
    pub api_url: String,
    /// `BOT_API_KEY` of that API.
    pub api_key: SecretString,
    /// Where gateway sessions are kept between two runs.
    pub data_dir: PathBuf,
    /// Host and port of a stand-in for Discord's REST API, spoken to in plain http.
    pub rest_proxy: Option<String>,
    /// `ws://` address of a stand-in for Discord's gateway.
    pub gateway_url: Option<String>,
}

/// Why the bot cannot go on; each text tells an operator what to do.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// Discord does not know the token.
    #[error(
        "Discord refuses the bot token: copy a fresh one from the developer portal (Bot, Reset Token) \
         into DISCORD_BOT_TOKEN"
    )]
    InvalidToken,
    /// The address of the API is not one.
    #[error("API_URL: {0}")]
    ApiUrl(#[source] paddock_api_client::Error),
    /// The folder for sessions cannot be written.
    #[error("the folder {} cannot be used: {source}", path.display())]
    DataDir {
        /// Which.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// Discord ended a gateway connection for good.
    #[error("Discord closed the gateway for good with code {code}: {advice}")]
    GatewayClosed {
        /// Discord's close code, 0 where it gave none.
        code: u16,
        /// What to do.
        advice: &'static str,
    },
}
