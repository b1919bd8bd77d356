//! What every part of the bot shares. The table of handlers is not part of it, because handlers need
//! this.

use crate::{
    charts::Charts, discord::Discord, files::Files, guilds::Guilds, intents::Privileged,
    presences::Presences, reports::Reports, shards::Shards, voice::Voices,
};
use paddock_api_client::Client;
use std::sync::Arc;
use tokio::sync::Notify;
use tokio_util::sync::CancellationToken;

/// The clients of API and Discord, and what the gateway has reported so far.
pub(crate) struct Bot {
    pub(crate) api: Client,
    pub(crate) charts: Charts,
    pub(crate) discord: Arc<Discord>,
    pub(crate) files: Files,
    pub(crate) guilds: Arc<Guilds>,
    pub(crate) intents: Arc<Privileged>,
    pub(crate) presences: Presences,
    pub(crate) reports: Reports,
    pub(crate) shards: Shards,
    pub(crate) voices: Voices,
    /// Wakes the displays when a session was opened, changed or closed, so that no member waits for
    /// the next poll.
    pub(crate) displays: Notify,
    /// Wakes the comparison of what is registered with Discord, because a session began or the bot came
    /// to a guild.
    pub(crate) registration: Notify,
}

impl Bot {
    /// A bot that has not heard from the gateway yet; its reporters run until `stop`.
    pub(crate) fn new(
        api: Client,
        discord: Discord,
        files: Files,
        intents: Privileged,
        shards: u32,
        stop: CancellationToken,
    ) -> Self {
        let discord = Arc::new(discord);
        let guilds = Arc::new(Guilds::default());
        let intents = Arc::new(intents);
        let reports = Reports::new(
            api.clone(),
            discord.clone(),
            guilds.clone(),
            intents.clone(),
            stop.clone(),
        );
        let presences = Presences::new(api.clone(), intents.clone(), shards, stop);
        Self {
            presences,
            reports,
            api,
            charts: Charts::default(),
            discord,
            files,
            guilds,
            intents,
            shards: Shards::new(shards),
            voices: Voices::new(shards),
            displays: Notify::new(),
            registration: Notify::new(),
        }
    }
}
