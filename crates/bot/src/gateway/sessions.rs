//! Gateway sessions between two runs of the bot.
//!
//! Stored only by an orderly stop and removed by the next start: a session that went on after it was
//! stored would replay events that were already handled.

use crate::{
    bot::Bot,
    clock,
    config::{Config, Error},
    discord::Discord,
    guilds::Known,
    voice,
};
use paddock_api_types::Timestamp;
use serde::{Deserialize, Serialize};
use std::{fs, io, io::Write as _, os::unix::fs::DirBuilderExt as _, path::Path, time::Duration};
use tempfile::NamedTempFile;
use twilight_gateway::{Intents, Session};

const FILE: &str = "gateway-sessions.json";
/// How long a stored session is used; Discord keeps the session of a disconnected bot for a few
/// minutes.
const LIFETIME: Duration = Duration::from_mins(5);

/// The state that a restart continues from.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Saved {
    stored_at_ms: i64,
    identity: Identity,
    pub(super) sessions: Vec<SavedShard>,
    /// A resumed session does not send the guilds again.
    pub(super) guilds: Known,
    /// Nor the voice states.
    #[serde(default)]
    pub(super) voices: voice::Known,
}

/// What has to be the same for a session to be resumed: the bot, the gateway, the number of shards
/// and the intents.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Identity {
    application: u64,
    gateway_url: Option<String>,
    shards: u32,
    intents: u64,
}

/// The session of one shard.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct SavedShard {
    pub(super) shard: u32,
    /// The intents with which it began.
    pub(super) intents: u64,
    pub(super) session: Session,
    pub(super) resume_url: Option<String>,
}

impl Identity {
    fn new(config: &Config, discord: &Discord, shards: u32, intents: Intents) -> Self {
        Self {
            application: discord.application(),
            gateway_url: config.gateway_url.clone(),
            shards,
            intents: intents.bits(),
        }
    }
}

impl Saved {
    /// Takes what the last run stored, if it is still good.
    pub(crate) fn take(
        config: &Config,
        discord: &Discord,
        shards: u32,
        intents: Intents,
    ) -> Option<Self> {
        let path = config.data_dir.join(FILE);
        let text = fs::read(&path).ok()?;
        if let Err(error) = fs::remove_file(&path) {
            tracing::warn!(%error, "stored sessions cannot be removed, so they are not used");
            return None;
        }
        let saved: Self = serde_json::from_slice(&text).ok()?;
        let age = clock::since(Timestamp::from_millisecond(saved.stored_at_ms).ok()?);
        let identity = Identity::new(config, discord, shards, intents);
        (age < LIFETIME && saved.identity == identity).then_some(saved)
    }
}

/// Creates the data folder at the start, so that a folder that cannot be used fails it.
pub(crate) fn prepare_folder(folder: &Path) -> Result<(), Error> {
    let mut builder = fs::DirBuilder::new();
    builder
        .recursive(true)
        .mode(0o700)
        .create(folder)
        .map_err(|source| Error::DataDir {
            path: folder.to_owned(),
            source,
        })
}

/// Stores the sessions; without them the next start opens new ones.
pub(super) fn store(config: &Config, bot: &Bot, mut sessions: Vec<SavedShard>) {
    let intents = bot.intents.asked();
    // A session keeps the intents with which it began, so one that has others is not gone on with.
    sessions.retain(|saved| saved.intents == intents.bits());
    if sessions.is_empty() {
        return;
    }
    let saved = Saved {
        stored_at_ms: clock::now().as_millisecond(),
        identity: Identity::new(config, &bot.discord, bot.shards.total, intents),
        sessions,
        guilds: bot.guilds.snapshot(),
        voices: bot.voices.snapshot(),
    };
    if let Err(error) = write(&config.data_dir, &saved) {
        tracing::warn!(%error, "sessions cannot be stored; the next start opens new ones");
    }
}

/// Writes the file whole or not at all. Only its owner may read it: a session id and the token
/// together are the bot.
fn write(folder: &Path, saved: &Saved) -> io::Result<()> {
    let mut draft = NamedTempFile::new_in(folder)?;
    draft.write_all(&serde_json::to_vec(saved)?)?;
    draft.as_file().sync_all()?;
    draft.persist(folder.join(FILE))?;
    Ok(())
}
