//! The real bot, which a test can stop and start.

use crate::{Part, WAIT_TIMEOUT};
use paddock_bot::Config;
use paddock_sim_discord::{SimDiscord, View};
use std::path::Path;

/// The token that the simulator accepts.
const TOKEN: &str = "sim.bot.token";

/// A bot between an API and a simulated Discord.
pub struct Bot {
    config: Config,
    part: Option<Part>,
}

impl Bot {
    /// A bot that does not run yet. It keeps its sessions between two runs in `data_dir`.
    pub fn new(discord: &SimDiscord, api_url: &str, api_key: &str, data_dir: &Path) -> Self {
        let config = Config {
            token: TOKEN.to_owned().into(),
            guild_id: None,
            api_url: api_url.to_owned(),
            api_key: api_key.to_owned().into(),
            data_dir: data_dir.to_owned(),
            rest_proxy: Some(discord.rest_host()),
            gateway_url: Some(discord.gateway_url()),
        };
        Self { config, part: None }
    }

    /// Starts it, and waits until people can use its commands.
    ///
    /// # Panics
    ///
    /// When it runs already, or does not come up.
    pub async fn start(&mut self, discord: &SimDiscord) {
        assert!(self.part.is_none(), "the bot runs already");
        let config = self.config.clone();
        let begun = |view: &View<'_>| view.identifies() + view.resumes();
        let before = discord.view(|view| begun(view));
        self.part = Some(Part::start(|stop| paddock_bot::run(config, stop)));
        // A new connection, because that of a killed bot may still look alive.
        let there = |view: &View<'_>| begun(view) > before && !view.commands().is_empty();
        let up = discord.wait_until(there, WAIT_TIMEOUT).await;
        up.expect("the bot comes up");
    }

    /// Stops it in an orderly way.
    ///
    /// # Panics
    ///
    /// When it does not run, or fails.
    pub async fn stop(&mut self) {
        self.part.take().expect("the bot runs").stop().await;
    }

    /// Kills it.
    ///
    /// # Panics
    ///
    /// When it does not run.
    pub async fn kill(&mut self) {
        self.part.take().expect("the bot runs").kill().await;
    }
}
