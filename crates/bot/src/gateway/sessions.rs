//! Gateway sessions between two runs of the bot.
//!
//! Stored only by an orderly stop and taken away by the next start: a session that went on after it
//! was stored would replay events that were seen already.

use crate::{
    clock,
    config::{Config, Error},
    discord::Discord,
    guilds::Known,
    run::Bot,
    voice,
};
use serde::{Deserialize, Serialize};
use std::{
    fs, io,
    io::Write as _,
    os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _},
    path::{Path, PathBuf},
    time::Duration,
};
use twilight_gateway::Session;

const FILE: &str = "gateway-sessions.json";
/// Discord keeps the session of a bot that went away for a few minutes.
const LIFETIME: Duration = Duration::from_mins(5);

/// What a restart needs.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Saved {
    stored_at_ms: u64,
    identity: Identity,
    pub(super) sessions: Vec<SavedShard>,
    /// A resumed session does not describe the guilds again.
    pub(super) guilds: Known,
    /// Nor who is connected where.
    #[serde(default)]
    pub(super) voices: voice::Known,
}

/// A session can only be resumed by the same bot, on the same gateway, with the same shards and
/// intents.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Identity {
    application: u64,
    gateway_url: Option<String>,
    shards: u32,
    intents: u64,
}

/// A session of one shard.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct SavedShard {
    pub(super) shard: u32,
    pub(super) session: Session,
    pub(super) resume_url: Option<String>,
}

impl Identity {
    fn new(config: &Config, discord: &Discord, shards: u32) -> Self {
        Self {
            application: discord.application(),
            gateway_url: config.gateway_url.clone(),
            shards,
            intents: crate::intents().bits(),
        }
    }
}

impl Saved {
    /// Takes what the last run stored, if it is still good.
    pub(crate) fn take(config: &Config, discord: &Discord, shards: u32) -> Option<Self> {
        let path = config.data_dir.join(FILE);
        let text = fs::read(&path).ok()?;
        if let Err(error) = fs::remove_file(&path) {
            tracing::warn!(%error, "stored sessions cannot be taken away, so they are not used");
            return None;
        }
        let saved: Self = serde_json::from_slice(&text).ok()?;
        let age = Duration::from_millis(clock::now_ms().saturating_sub(saved.stored_at_ms));
        let identity = Identity::new(config, discord, shards);
        (age < LIFETIME && saved.identity == identity).then_some(saved)
    }
}

/// Creates the data folder, so that a start and not a stop tells that it cannot be used.
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

/// Stores the sessions; without them the next start just identifies anew.
pub(super) fn store(config: &Config, bot: &Bot, sessions: Vec<SavedShard>) {
    if sessions.is_empty() || !bot.guilds.members_intent() {
        return;
    }
    let saved = Saved {
        stored_at_ms: clock::now_ms(),
        identity: Identity::new(config, &bot.discord, bot.shards.total),
        sessions,
        guilds: bot.guilds.snapshot(),
        voices: bot.voices.snapshot(),
    };
    if let Err(error) = write(&config.data_dir.join(FILE), &saved) {
        tracing::warn!(%error, "sessions cannot be stored; the next start identifies anew");
    }
}

/// Whole or not at all, and for nobody else to read: a session id and the token together are the
/// bot.
fn write(path: &PathBuf, saved: &Saved) -> io::Result<()> {
    let draft = path.with_extension("draft");
    let mut file = fs::OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(true)
        .mode(0o600)
        .open(&draft)?;
    file.write_all(&serde_json::to_vec(saved)?)?;
    file.sync_all()?;
    fs::rename(draft, path)
}
