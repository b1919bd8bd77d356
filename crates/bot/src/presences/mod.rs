//! Presences of staff: who of them is there, and what they do, for the API.
//!
//! Of all the presences that Discord sends, those of staff are forwarded, the last state of each, every
//! [half second](watch::INTERVAL) at most. The API says who that is; Discord is asked for the presences
//! of all of them (op 8) when a session begins, whenever the API wants it, and from time to time, because
//! single changes get lost.
//!
//! Words: a guild is *watched* while the bot is in it; a *round* reads the list of staff and asks Discord
//! for all of them; a *ticket* numbers what asked for a round. What is *unsent* ([`unsent`]) holds one
//! state of each of the staff, so it does not grow while the API is away.

mod outside;
mod read;
#[cfg(test)]
mod tests;
mod unsent;
mod watch;

use crate::{discord::Fault, ids::ToWire as _, intents::Privileged};
use outside::{Links, Real};
use paddock_api_client::Client;
use paddock_api_types::UserId;
use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};
use tokio::time::timeout;
use tokio_util::{sync::CancellationToken, task::TaskTracker};
use twilight_gateway::{Intents, MessageSender};
use twilight_model::id::{
    Id,
    marker::{GuildMarker, UserMarker},
};
use watch::Watched;

/// How long an effect waits until the API has everybody's presence.
const SYNC_TIMEOUT: Duration = Duration::from_secs(45);
/// Discord's code for a guild in which the bot is not.
const UNKNOWN_GUILD: u64 = 10004;

/// The watched guilds of this process.
pub(crate) struct Presences {
    api: Client,
    intents: Arc<Privileged>,
    links: Arc<Links>,
    watched: Mutex<HashMap<Id<GuildMarker>, Watching>>,
    stop: CancellationToken,
    tasks: TaskTracker,
}

/// A watched guild, and what ends its task.
struct Watching {
    watched: Arc<Watched>,
    stop: CancellationToken,
}

impl Presences {
    /// Watches nothing yet; tasks to come run until `stop`.
    pub(crate) fn new(
        api: Client,
        intents: Arc<Privileged>,
        shards: u32,
        stop: CancellationToken,
    ) -> Self {
        Self {
            api,
            intents,
            links: Arc::new(Links::new(shards)),
            watched: Mutex::default(),
            stop,
            tasks: TaskTracker::new(),
        }
    }

    /// A shard has a session with these intents, through which Discord can be asked.
    pub(crate) fn connected(&self, shard: u32, sender: MessageSender, intents: Intents) {
        self.links.connected(shard, sender, intents);
    }

    /// A shard has lost its connection.
    pub(crate) fn disconnected(&self, shard: u32) {
        self.links.disconnected(shard);
    }

    /// Reads what a frame of the gateway says of presences. Answers whether that is all there is to it.
    pub(crate) fn receive(&self, json: &str) -> bool {
        match read::kind(json) {
            Some(read::Kind::Update) => {
                if let Some((guild, user)) = read::whose(json)
                    && let Some(watched) = self.of(guild)
                    && watched.is_staff(user.wire())
                    && let Some(presence) = read::update(json)
                {
                    watched.saw(user.wire(), Some(presence));
                }
                true
            }
            Some(read::Kind::Guild) => {
                // Nobody is known to be staff before the first round.
                if let Some(watched) = read::created(json).and_then(|guild| self.of(guild))
                    && watched.has_staff()
                {
                    for (user, presence) in read::present(json) {
                        watched.saw(user, Some(presence));
                    }
                }
                false
            }
            Some(read::Kind::Chunk) => {
                if let Some(chunk) = read::chunk(json)
                    && let Some(watched) = self.of(chunk.guild)
                {
                    watched.answered(chunk);
                }
                true
            }
            None => false,
        }
    }

    /// A session began, or goes on after a restart: watches the guild, and asks for everybody.
    pub(crate) fn begin(&self, guild: Id<GuildMarker>) {
        let mut guilds = self.guilds();
        let watching = guilds.entry(guild).or_insert_with(|| {
            let watched = Arc::new(Watched::default());
            let stop = self.stop.child_token();
            let outside = Real::new(
                self.api.clone(),
                self.intents.clone(),
                self.links.clone(),
                guild,
            );
            self.tasks
                .spawn(watch::run(watched.clone(), outside, stop.clone()));
            Watching { watched, stop }
        });
        watching.watched.request();
    }

    /// Goes on watching only guilds that the bot is still in.
    pub(crate) fn retain(&self, is_there: impl Fn(Id<GuildMarker>) -> bool) {
        let mut guilds = self.guilds();
        for (_, gone) in guilds.extract_if(|guild, _| !is_there(*guild)) {
            gone.stop.cancel();
        }
    }

    /// The bot was removed from the guild.
    pub(crate) fn guild_left(&self, guild: Id<GuildMarker>) {
        if let Some(gone) = self.guilds().remove(&guild) {
            gone.stop.cancel();
        }
    }

    /// Somebody joined, whose presence may not come by itself.
    pub(crate) fn member_joined(&self, guild: Id<GuildMarker>, user: Id<UserMarker>) {
        if let Some(watched) = self.of_staff(guild, user.wire()) {
            watched.request();
        }
    }

    /// Somebody left: their status is not known any more.
    pub(crate) fn member_left(&self, guild: Id<GuildMarker>, user: Id<UserMarker>) {
        if let Some(watched) = self.of_staff(guild, user.wire()) {
            watched.saw(user.wire(), None);
        }
    }

    /// Asks Discord for the presences of all staff, and returns once the API has them.
    pub(crate) async fn sync(&self, guild: Id<GuildMarker>) -> Result<(), Fault> {
        let watched = self.of(guild).ok_or_else(|| Fault::Refused {
            status: 404,
            code: UNKNOWN_GUILD,
            message: "the bot is not in the server".to_owned(),
        })?;
        if !self.intents.has(Intents::GUILD_PRESENCES) {
            let why = "Discord does not grant the Presence intent";
            return Err(Fault::Invalid(why.to_owned()));
        }
        let ticket = watched.request();
        let done = timeout(SYNC_TIMEOUT, watched.done(ticket)).await;
        done.map_err(|_| Fault::Unreachable("presences did not come in time".to_owned()))
    }

    /// Waits until every task has ended, once `stop` is cancelled.
    pub(crate) async fn end(&self) {
        self.tasks.close();
        self.tasks.wait().await;
    }

    fn of_staff(&self, guild: Id<GuildMarker>, user: UserId) -> Option<Arc<Watched>> {
        self.of(guild).filter(|watched| watched.is_staff(user))
    }

    fn of(&self, guild: Id<GuildMarker>) -> Option<Arc<Watched>> {
        let guilds = self.guilds();
        Some(guilds.get(&guild)?.watched.clone())
    }

    fn guilds(&self) -> MutexGuard<'_, HashMap<Id<GuildMarker>, Watching>> {
        self.watched.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
