//! What watching needs of the API and of Discord.

use crate::{
    ids::{ToDiscord as _, ToWire as _},
    intents::Privileged,
    shards::shard_of,
};
use paddock_api_client::{Client, Error};
use paddock_api_types::{
    UserId,
    staff::{PresencesReported, ReportPresences, StaffWatch},
};
use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};
use tokio::{
    sync::Notify,
    time::{Instant, sleep_until},
};
use twilight_gateway::{Intents, MessageSender};
use twilight_model::{
    gateway::payload::outgoing::RequestGuildMembers,
    id::{Id, marker::GuildMarker},
};

/// Time between two questions of a shard in the long run. Discord closes a connection that sends more
/// than 120 frames in a minute, heartbeats included.
const PACE: Duration = Duration::from_millis(700);
/// Questions of a shard that need not wait for each other.
const BURST: u32 = 10;

/// Why something did not work.
#[derive(Debug)]
pub(super) enum Trouble {
    /// It may work later.
    Temporary(String),
    /// It will not.
    Permanent(String),
}

/// The API and Discord, as watching one guild needs them.
pub(super) trait Outside: Send + Sync {
    /// Whether Discord sends presences.
    fn sees_presences(&self) -> bool;

    /// The staff, and how often to ask for them.
    fn staff(&self) -> impl Future<Output = Result<StaffWatch, Trouble>> + Send;

    /// Asks Discord for these members, once it can be asked.
    fn ask(
        &self,
        users: &[UserId],
        nonce: String,
    ) -> impl Future<Output = Result<(), Trouble>> + Send;

    /// Reports presences.
    fn report(
        &self,
        report: &ReportPresences,
    ) -> impl Future<Output = Result<PresencesReported, Trouble>> + Send;
}

/// The real ones.
pub(super) struct Real {
    api: Client,
    intents: Arc<Privileged>,
    links: Arc<Links>,
    guild: Id<GuildMarker>,
}

impl Real {
    pub(super) fn new(
        api: Client,
        intents: Arc<Privileged>,
        links: Arc<Links>,
        guild: Id<GuildMarker>,
    ) -> Self {
        Self {
            api,
            intents,
            links,
            guild,
        }
    }
}

impl Outside for Real {
    fn sees_presences(&self) -> bool {
        self.intents.has(Intents::GUILD_PRESENCES)
    }

    async fn staff(&self) -> Result<StaffWatch, Trouble> {
        Ok(self.api.list_watched_staff(self.guild.wire()).await?)
    }

    async fn ask(&self, users: &[UserId], nonce: String) -> Result<(), Trouble> {
        let users: Vec<_> = users.iter().map(|user| user.discord()).collect();
        let question = RequestGuildMembers::builder(self.guild);
        let question = question.presences(true).nonce(nonce).user_ids(users);
        let question = question.map_err(|error| Trouble::Permanent(error.to_string()))?;
        let sender = self.links.sender(self.guild).await;
        let sent = sender.command(&question);
        sent.map_err(|_| Trouble::Temporary("the connection was lost".to_owned()))
    }

    async fn report(&self, report: &ReportPresences) -> Result<PresencesReported, Trouble> {
        Ok(self.api.report_presences(self.guild.wire(), report).await?)
    }
}

impl From<Error> for Trouble {
    fn from(error: Error) -> Self {
        let why = error.to_string();
        match &error {
            // The key may be wrong for a while, because operators change it in two places.
            Error::Problem { problem, .. }
                if !matches!(problem.status, 401 | 403 | 408 | 429 | 500..) =>
            {
                Self::Permanent(why)
            }
            Error::InvalidBaseUrl(_) => Self::Permanent(why),
            _ => Self::Temporary(why),
        }
    }
}

/// The shards through which Discord can be asked for presences.
pub(super) struct Links {
    shards: u32,
    by_shard: Mutex<HashMap<u32, Link>>,
    changed: Notify,
}

struct Link {
    /// `None` while there is no connection.
    sender: Option<MessageSender>,
    /// When the next question would be due if they were asked at an even pace.
    due: Instant,
}

impl Links {
    pub(super) fn new(shards: u32) -> Self {
        Self {
            shards,
            by_shard: Mutex::default(),
            changed: Notify::new(),
        }
    }

    pub(super) fn connected(&self, shard: u32, sender: MessageSender, intents: Intents) {
        let sender = Some(sender).filter(|_| intents.contains(Intents::GUILD_PRESENCES));
        // A new connection has a limit of its own.
        let due = Instant::now();
        self.links().insert(shard, Link { sender, due });
        self.changed.notify_waiters();
    }

    pub(super) fn disconnected(&self, shard: u32) {
        if let Some(link) = self.links().get_mut(&shard) {
            link.sender = None;
        }
    }

    /// The connection through which a guild can be asked about, when it is that question's turn.
    async fn sender(&self, guild: Id<GuildMarker>) -> MessageSender {
        let shard = shard_of(guild, self.shards);
        loop {
            let changed = self.changed.notified();
            tokio::pin!(changed);
            changed.as_mut().enable();
            if let Some((sender, at)) = self.take_turn(shard) {
                sleep_until(at).await;
                return sender;
            }
            changed.await;
        }
    }

    fn take_turn(&self, shard: u32) -> Option<(MessageSender, Instant)> {
        let mut links = self.links();
        let link = links.get_mut(&shard)?;
        let sender = link.sender.clone()?;
        let now = Instant::now();
        let due = link.due.max(now);
        link.due = due + PACE;
        let at = due.checked_sub(PACE * BURST).map_or(now, |at| at.max(now));
        Some((sender, at))
    }

    fn links(&self) -> MutexGuard<'_, HashMap<u32, Link>> {
        self.by_shard.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
