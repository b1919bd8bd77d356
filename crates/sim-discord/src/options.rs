//! The options of a simulated Discord.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::time::Duration;

use crate::community::{BOT_ID, Community};
use crate::intents;
use crate::limits::RateLimits;
use crate::snowflake::Snowflake;

/// Options to start with; the default suits most tests.
#[derive(Clone, Debug)]
pub struct Options {
    /// The address to listen on. Port 0 (the default) takes a free one.
    pub listen: SocketAddr,
    /// The token that the bot must present.
    pub bot_token: String,
    /// The application's id. The bot user's id is the seed's, usually the same number.
    pub application_id: Snowflake,
    /// The id of the application's OAuth client, the same number on Discord.
    pub client_id: String,
    /// The secret of the OAuth client.
    pub client_secret: String,
    /// The privileged intents that are enabled for the application in the developer portal; requesting another closes the
    /// gateway with 4014.
    pub privileged_intents: u64,
    /// Those of them that the application has without a review, as small ones do; its flags say so.
    pub limited_intents: u64,
    /// The first guild, in which people act by default.
    pub seed: Community,
    /// Further guilds. People with the same id in several seeds are one person.
    pub more_guilds: Vec<Community>,
    /// The interval between heartbeats that the gateway asks for.
    pub heartbeat_interval: Duration,
    /// The number of shards that `GET /gateway/bot` recommends.
    pub shards: u32,
    /// Identifies still allowed today, as `GET /gateway/bot` reports them.
    pub identifies_remaining: u32,
    /// How long an application has for its first response to an interaction. Discord: 3 s.
    pub response_limit: Duration,
    /// How long an interaction's token is valid. Discord: 15 min.
    pub token_lifetime: Duration,
    /// How long a person's action waits for the response after a deferral ("is thinking…") before it fails.
    pub reply_timeout: Duration,
    /// How often all members of a guild can be requested; sooner requests are answered by `RATE_LIMITED`. Discord: 30 s.
    pub member_request_interval: Duration,
    /// Whether the files that people give to a command have addresses of the simulator, over plain HTTP, so that any
    /// client can fetch them. Otherwise they have those of Discord's own hosts, as on Discord, where only a client finds
    /// them that is told to ask the simulator in their place.
    pub local_files: bool,
    /// How many requests the bot may send.
    pub rate_limits: RateLimits,
    /// Whether dropping the handle panics if the bot requested something that is not simulated.
    pub strict: bool,
    /// Folder in which every request to the REST API is written down with its answer, as lines of JSON; made if it is not
    /// there.
    pub exchanges: Option<PathBuf>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            listen: SocketAddr::from((Ipv4Addr::LOCALHOST, 0)),
            bot_token: "sim.bot.token".to_owned(),
            application_id: BOT_ID,
            client_id: BOT_ID.to_string(),
            client_secret: "sim-client-secret".to_owned(),
            privileged_intents: intents::GUILD_MEMBERS
                | intents::GUILD_PRESENCES
                | intents::MESSAGE_CONTENT,
            limited_intents: 0,
            seed: Community::example(),
            more_guilds: Vec::new(),
            heartbeat_interval: Duration::from_millis(41_250),
            shards: 1,
            identifies_remaining: 999,
            response_limit: Duration::from_secs(3),
            token_lifetime: Duration::from_mins(15),
            reply_timeout: Duration::from_secs(20),
            member_request_interval: Duration::from_secs(30),
            local_files: false,
            rate_limits: RateLimits::default(),
            strict: true,
            exchanges: None,
        }
    }
}
